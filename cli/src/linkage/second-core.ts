import { getCompileCacheDir } from 'node:module';
import { availableParallelism } from 'node:os';
import { dirname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { LinkageModel, LinkageSpec, Records, Scored } from '@payung/identity';

/** What the thread is asked for, one after the other. */
export type Asked =
  | { readonly records: Records; readonly spec: LinkageSpec; readonly isTrained: boolean }
  | { readonly model: LinkageModel };

/** A thread that draws random pairs while candidates are sampled here, and then compares the second half of the pairs. */
export class SecondCore {
  readonly #worker: Worker;
  #failed: Promise<never>;

  private constructor(worker: Worker) {
    this.#worker = worker;
    this.#failed = new Promise((_, reject) => worker.once('error', reject));
    // Who waits for an answer hears of it; nobody may be waiting yet.
    this.#failed.catch(() => {});
  }

  /** Undefined on a machine with one core. */
  static start(): SecondCore | undefined {
    if (availableParallelism() < 2) return undefined;
    // A thread takes over the cache of compiled sources only by its environment: it begins five times as soon.
    const compiled = getCompileCacheDir();
    const env =
      compiled === undefined ? process.env : { ...process.env, NODE_COMPILE_CACHE: dirname(compiled) };
    return new SecondCore(new Worker(new URL('./second-thread.ts', import.meta.url), { env }));
  }

  /** Takes the records; unless the spec is trained, the answer is how random pairs stand. @throws whatever the thread threw */
  take(records: Records, spec: LinkageSpec, isTrained: boolean): Promise<readonly Float64Array[]> {
    return this.#ask({ records, spec, isTrained });
  }

  /** Compares the second half of the pairs. @throws whatever the thread threw */
  score(model: LinkageModel): Promise<Scored> {
    return this.#ask({ model });
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #ask<T>(asked: Asked): Promise<T> {
    const answer = new Promise<T>((resolve) => this.#worker.once('message', resolve));
    this.#worker.postMessage(asked);
    return Promise.race([answer, this.#failed]);
  }
}
