import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { LinkageModel, Records, Scored } from '@payung/identity';

/** A thread that compares the second half of the pairs. */
export class SecondCore {
  readonly #worker: Worker;

  private constructor(worker: Worker) {
    this.#worker = worker;
  }

  /** Undefined on a machine with one core. */
  static start(): SecondCore | undefined {
    if (availableParallelism() < 2) return undefined;
    const worker = new Worker(new URL('./score-part.ts', import.meta.url));
    // What goes wrong in it is told to whom waits for its result.
    worker.on('error', () => {});
    return new SecondCore(worker);
  }

  /** @throws whatever the thread threw */
  score(records: Records, model: LinkageModel): Promise<Scored> {
    const result = new Promise<Scored>((resolve, reject) => {
      this.#worker.once('message', resolve);
      this.#worker.once('error', reject);
    });
    this.#worker.postMessage({ records, model });
    return result;
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }
}
