import { type Context, read } from '#platform/context';
import { type Batch, type Incomplete, missingOf, type Rejection } from '../model.ts';
import { listBatches, listRejections } from '../store/batches.ts';
import { listWaiting, type Wanted } from '../store/members.ts';

/** Where registration stands. */
export interface Registration {
  /** Members who would stand on the next sheet. */
  readonly ready: number;
  /** Members of whom something is missing: the first 200, and how many there are. */
  readonly incomplete: readonly Incomplete[];
  readonly incompleteTotal: number;
  readonly rejections: readonly Rejection[];
  readonly batches: readonly Batch[];
}

const SHOWN = 200;

/** Who waits to be registered at the branch, what they lack, whom it rejected, and the sheets made. */
export function getRegistration(ctx: Context, wanted: Wanted = {}): Promise<Registration> {
  return read(ctx, 'registration.read', async (tx) => {
    const waiting = await listWaiting(tx, wanted, ctx.platform.clock.today());
    const incomplete = waiting.flatMap((member): Incomplete[] => {
      const missing = missingOf(member);
      const { personId, name, villageName } = member;
      return missing.length === 0 ? [] : [{ personId, name, villageName, missing }];
    });
    return {
      ready: waiting.length - incomplete.length,
      incomplete: incomplete.slice(0, SHOWN),
      incompleteTotal: incomplete.length,
      rejections: await listRejections(tx),
      batches: await listBatches(tx),
    };
  });
}
