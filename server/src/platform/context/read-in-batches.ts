import type { Permission } from '#platform/access';
import type { Context } from './context.ts';
import { read, type Tx } from './transact.ts';

/**
 * Reads batch by batch, each handed on before the next is asked for, in one read-only transaction that sees one state of the base
 * from the first to the last. It ends with the last batch, or when whoever consumes them leaves.
 *
 * @throws Refusal auth.forbidden when the actor does not hold the permission
 */
export async function* readInBatches<T>(
  ctx: Context,
  permission: Permission,
  open: (tx: Tx) => AsyncIterable<T>,
): AsyncGenerator<T> {
  let step = Promise.withResolvers<{ readonly batch: T } | undefined>();
  let taken = Promise.withResolvers<boolean>();
  const work = read(ctx, permission, async (tx) => {
    for await (const batch of open(tx)) {
      step.resolve({ batch });
      const wantsMore = await taken.promise;
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
      step = Promise.withResolvers();
      yield next.batch;
      taken.resolve(true);
    }
  } finally {
    taken.resolve(false);
    step.promise.catch(() => undefined);
    await work.catch(() => undefined);
  }
}
