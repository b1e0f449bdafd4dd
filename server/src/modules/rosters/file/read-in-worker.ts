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
  /** Milliseconds the thread may keep us waiting, not counting what it reads while `onBatch` is at work; five minutes unless told. */
  timeLimit?: number;
  /** Megabytes of heap the thread may use; 768 unless told, enough for 50 MB with every text different. */
  memoryLimit?: number;
  /** Rows read between two batches; 1000 unless told. The first batch of a sheet can be larger. */
  batchRows?: number;
  /** Leaves the cells of people out: what was recognised of them is in `values`. */
  valuesOnly?: boolean;
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
 * While `onBatch` is at work on a batch the next one is read, and no more.
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
    valuesOnly: options.valuesOnly ?? false,
    required: options.required ?? REQUIRED_FIELDS,
    known: options.known ?? nothingKnown,
    ...(options.rowsPerSheet === undefined ? {} : { rowsPerSheet: options.rowsPerSheet }),
  };
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: order,
    // Rows live until their batch is handed over: more room for young ones would only hold more that are gone.
    resourceLimits: { maxOldGenerationSizeMb: options.memoryLimit ?? 768, maxYoungGenerationSizeMb: 12 },
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
  const { signal } = options;
  const inbox = new Inbox(worker, options.timeLimit ?? 300_000, signal);
  const tally = new Tally();
  let file: OpenedFile | undefined;
  try {
    for (;;) {
      const news = await inbox.next();
      if (news.type === 'problem') throw new FileProblem(news.code, news.facts);
      if (news.type === 'opened') file = news.file;
      if (file === undefined) throw new FileProblem('file.damaged');
      if (news.type === 'end') return tally.summary(file);
      worker.postMessage('go on');
      if (news.type === 'batch') {
        tally.add(news.batch);
        await onBatch({ ...news.batch, file });
        signal?.throwIfAborted();
      }
    }
  } finally {
    inbox.close();
  }
}

/** What the thread said and nobody has heard yet: at most one message, since it waits to be told to go on. */
class Inbox {
  readonly #worker: Worker;
  readonly #signal: AbortSignal | undefined;
  readonly #timeLimit: number;
  #remaining: number;
  #waiting = Promise.withResolvers<ReadingNews>();
  readonly #onMessage = (news: ReadingNews): void => this.#waiting.resolve(news);
  readonly #onError = (error: Error): void => {
    const outOfMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
    this.#waiting.reject(outOfMemory ? new FileProblem('file.tooMuchMemory', {}, { cause: error }) : error);
  };
  readonly #onExit = (code: number): void =>
    this.#waiting.reject(new Error(`the reading thread ended early (${code})`));
  readonly #onAbort = (): void => this.#waiting.reject(this.#signal?.reason);

  constructor(worker: Worker, timeLimit: number, signal: AbortSignal | undefined) {
    this.#worker = worker;
    this.#signal = signal;
    this.#timeLimit = timeLimit;
    this.#remaining = timeLimit;
    // It is heard when somebody asks for the next message.
    this.#waiting.promise.catch(() => undefined);
    worker.on('message', this.#onMessage);
    worker.on('error', this.#onError);
    worker.on('exit', this.#onExit);
    signal?.addEventListener('abort', this.#onAbort, { once: true });
  }

  /** The next message; a thread that fails, stops, takes too long or is no longer wanted rejects. */
  async next(): Promise<ReadingNews> {
    const asked = performance.now();
    const timer = setTimeout(
      () =>
        this.#waiting.reject(
          new FileProblem('file.tooSlow', { seconds: Math.round(this.#timeLimit / 1000) }),
        ),
      Math.max(0, this.#remaining),
    );
    try {
      return await this.#waiting.promise;
    } finally {
      clearTimeout(timer);
      this.#remaining -= performance.now() - asked;
      this.#waiting = Promise.withResolvers<ReadingNews>();
      this.#waiting.promise.catch(() => undefined);
    }
  }

  close(): void {
    this.#worker.off('message', this.#onMessage);
    this.#worker.off('error', this.#onError);
    this.#worker.off('exit', this.#onExit);
    this.#signal?.removeEventListener('abort', this.#onAbort);
  }
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
