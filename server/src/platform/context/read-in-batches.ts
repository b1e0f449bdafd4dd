import type { Permission } from '#platform/access';
import type { Pools } from '#platform/database';
import type { Context } from './context.ts';
import { read, scopeOf, type Tx } from './transact.ts';

/** Readers at work at once. Each keeps a connection for as long as it reads, and most of the pool is for those who ask for a page. */
const mostReaders = 4;

/** Milliseconds a batch may wait to be taken: any line that still moves carries one in that time. */
const patience = 60_000;

/**
 * Reads batch by batch, each handed on before the next is asked for, in one read-only transaction that sees one state of the base
 * from the first to the last. It ends with the last batch, when whoever consumes them leaves, or when they take no batch for a
 * minute, which is an error. Where many read, the next begins when one of them is done.
 *
 * @throws Refusal auth.forbidden at once, before anything is read, when the actor does not hold the permission
 */
export function readInBatches<T>(
  ctx: Context,
  permission: Permission,
  open: (tx: Tx) => AsyncIterable<T>,
  waits = patience,
): AsyncGenerator<T> {
  scopeOf(ctx, permission);
  return batches(ctx, permission, open, waits);
}

async function* batches<T>(
  ctx: Context,
  permission: Permission,
  open: (tx: Tx) => AsyncIterable<T>,
  waits: number,
): AsyncGenerator<T> {
  const turns = turnsOf(ctx.platform.pools);
  await turns.take();
  let step = nextStep<T>();
  let taken = Promise.withResolvers<boolean>();
  const work = read(ctx, permission, async (tx) => {
    for await (const batch of open(tx)) {
      step.resolve({ batch });
      const wantsMore = await inTime(taken.promise, waits);
      taken = Promise.withResolvers();
      if (!wantsMore) return;
    }
  });
  work.then(
    () => step.resolve(undefined),
    (error: unknown) => step.reject(error),
  );
  try {
    for (let next = await step.promise; next !== undefined; next = await step.promise) {
      step = nextStep();
      yield next.batch;
      taken.resolve(true);
    }
  } finally {
    taken.resolve(false);
    await work.catch(() => undefined);
    turns.give();
  }
}

/** What comes next; undefined is the end. It may fail before anybody asks. */
function nextStep<T>() {
  const step = Promise.withResolvers<{ readonly batch: T } | undefined>();
  step.promise.catch(() => undefined);
  return step;
}

async function inTime<T>(awaited: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('a batch was not taken in time')), milliseconds);
  });
  try {
    return await Promise.race([awaited, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Whose turn it is, in the order of asking. */
class Turns {
  #free = mostReaders;
  readonly #waiting: (() => void)[] = [];

  async take(): Promise<void> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((go) => this.#waiting.push(go));
  }

  give(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#free += 1;
    else next();
  }
}

const turns = new WeakMap<Pools, Turns>();

function turnsOf(pools: Pools): Turns {
  const known = turns.get(pools) ?? new Turns();
  turns.set(pools, known);
  return known;
}
