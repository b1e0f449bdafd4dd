import { Worker } from 'node:worker_threads';
import type { IgnoredBecause } from './classify.ts';
import { FILE_LIMITS, type FileLimits } from './guard.ts';
import type { Field } from './header-words.ts';
import { type Interpreted, type KnownBefore, nothingKnown, type SheetReading } from './interpret.ts';
import { REQUIRED_FIELDS } from './layout.ts';
import { FileProblem } from './problem.ts';
import type { OpenedFile, ReadingNews, ReadingOrder } from './protocol.ts';
import type { FileSource } from './read.ts';

/** How far a reading may go. */
type ReadingOptions = Readonly<{
  /** Stops the reading; the promise rejects with the signal's reason. */
  signal?: AbortSignal;
  limits?: FileLimits;
  /** Milliseconds the thread may work, not counting the time it waits for `onBatch`; five minutes unless told. */
  timeLimit?: number;
  /** Megabytes of heap the thread may use; 768 unless told, enough for 50 MB with every text different. */
  memoryLimit?: number;
  /** Rows read between two batches; 1000 unless told. The first batch of a sheet can be larger. */
  batchRows?: number;
  required?: readonly Field[];
  /** What is known of the file before; nothing unless told. */
  known?: KnownBefore;
  /** Rows read of each sheet, for a first look; all of them unless told. */
  rowsPerSheet?: number;
}>;

/** What a file held, counted when all of it was read: `rows` = `people` + the sum of `ignored`. */
type ReadingSummary = OpenedFile &
  Readonly<{
    rows: number;
    people: number;
    ignored: Readonly<Partial<Record<IgnoredBecause, number>>>;
    /** Rows that the user's own view hides; they are among the people or the ignored like any other. */
    hiddenRows: number;
    readings: readonly SheetReading[];
  }>;

/** A batch of classified rows and the sheets that began in it. */
export type RosterBatch = Interpreted & Readonly<{ file: OpenedFile }>;

/**
 * Reads a roster file in a thread of its own, bounded in memory and time, so that no file can stop the server.
 * The next batch is read only when `onBatch` has finished with the last one.
 *
 * @param source the bytes (copied to the thread), the path of the file, or what it takes to read it where it lies sealed
 * @throws FileProblem whatever is wrong with the file; file.tooSlow, file.tooMuchMemory when it exceeds its bounds.
 *   Batches may have been delivered before: whoever writes them down does so in one transaction
 */
export async function readInWorker(
  source: FileSource,
  onBatch: (batch: RosterBatch) => Promise<void> | void,
  options: ReadingOptions = {},
): Promise<ReadingSummary> {
  options.signal?.throwIfAborted();
  const order: ReadingOrder = {
    source,
    limits: options.limits ?? FILE_LIMITS,
    batchRows: options.batchRows ?? 1_000,
    required: options.required ?? REQUIRED_FIELDS,
    known: options.known ?? nothingKnown,
    ...(options.rowsPerSheet === undefined ? {} : { rowsPerSheet: options.rowsPerSheet }),
  };
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: order,
    resourceLimits: { maxOldGenerationSizeMb: options.memoryLimit ?? 768 },
  });
  try {
    return await follow(worker, onBatch, options);
  } finally {
    await worker.terminate();
  }
}

async function follow(
  worker: Worker,
  onBatch: (batch: RosterBatch) => Promise<void> | void,
  options: ReadingOptions,
): Promise<ReadingSummary> {
  const timeLimit = options.timeLimit ?? 300_000;
  let remaining = timeLimit;
  const tally = new Tally();
  let file: OpenedFile | undefined;
  for (;;) {
    const asked = performance.now();
    const news = await nextNews(worker, remaining, timeLimit, options.signal);
    remaining -= performance.now() - asked;
    if (news.type === 'problem') throw new FileProblem(news.code, news.facts);
    if (news.type === 'opened') file = news.file;
    if (file === undefined) throw new FileProblem('file.damaged');
    if (news.type === 'end') return tally.summary(file);
    if (news.type === 'batch') {
      tally.add(news.batch);
      await onBatch({ ...news.batch, file });
      options.signal?.throwIfAborted();
    }
    worker.postMessage('go on');
  }
}

/** Waits for one message; a worker that fails, stops, takes too long or is no longer wanted rejects. */
function nextNews(
  worker: Worker,
  remaining: number,
  timeLimit: number,
  signal: AbortSignal | undefined,
): Promise<ReadingNews> {
  const { promise, resolve, reject } = Promise.withResolvers<ReadingNews>();
  const onError = (error: Error): void => {
    const outOfMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
    reject(outOfMemory ? new FileProblem('file.tooMuchMemory', {}, { cause: error }) : error);
  };
  const onExit = (code: number): void => reject(new Error(`the reading thread ended early (${code})`));
  const onAbort = (): void => reject(signal?.reason);
  const timer = setTimeout(
    () => reject(new FileProblem('file.tooSlow', { seconds: Math.round(timeLimit / 1000) })),
    Math.max(0, remaining),
  );
  worker.once('message', resolve);
  worker.once('error', onError);
  worker.once('exit', onExit);
  signal?.addEventListener('abort', onAbort, { once: true });
  return promise.finally(() => {
    clearTimeout(timer);
    worker.off('message', resolve);
    worker.off('error', onError);
    worker.off('exit', onExit);
    signal?.removeEventListener('abort', onAbort);
  });
}

/** Counts what passes through. */
class Tally {
  #people = 0;
  #hiddenRows = 0;
  readonly #ignored: Partial<Record<IgnoredBecause, number>> = {};
  readonly #readings: SheetReading[] = [];

  add(batch: Interpreted): void {
    this.#readings.push(...batch.sheets);
    for (const { raw, because } of batch.rows) {
      if (raw.hidden === true) this.#hiddenRows += 1;
      if (because === undefined) this.#people += 1;
      else this.#ignored[because] = (this.#ignored[because] ?? 0) + 1;
    }
  }

  summary(file: OpenedFile): ReadingSummary {
    const ignored = Object.values(this.#ignored).reduce((total, count) => total + count, 0);
    return {
      ...file,
      rows: this.#people + ignored,
      people: this.#people,
      ignored: this.#ignored,
      hiddenRows: this.#hiddenRows,
      readings: this.#readings,
    };
  }
}
