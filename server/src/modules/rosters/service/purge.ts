import { forgetCompletions } from '#people';
import { type Context, changeIfDue, intake, read } from '#platform/context';
import { deletePrepared, deleteRows } from '../store/matching.ts';
import * as store from '../store/purge.ts';

/** Days after acceptance for which the file and the prepared rows are kept: long enough to answer a question about them. */
export const keptDays = 30;

/** Days for which a list waits that nobody accepts: longer than a review and a meeting take, and none of it lasts forever. */
export const waitingDays = 90;

/**
 * Destroys the files and prepared rows of rosters accepted more than `keptDays` ago; verdicts stay, with the names of those who are in
 * the base. Whom they completed stays so. Of rosters on which nobody did anything for `waitingDays`, and which nobody accepted, the
 * verdicts go too. Returns how many files. Repeatable: a file that is gone already only gets its note.
 */
export async function purgeRosters(ctx: Context): Promise<number> {
  await expireRosters(ctx);
  const due = await read(ctx, 'rosters.accept', (tx) => store.listDueFiles(tx, daysAgo(ctx, keptDays)));
  for (const { rosterId, fileId, area, expired } of due) {
    await intake(ctx, 'rosters.accept', async (tx) => {
      await deletePrepared(tx, rosterId);
      await (expired ? deleteRows(tx, rosterId) : store.forgetStrangers(tx, rosterId));
    });
    await ctx.platform.files.remove(fileId);
    await changeIfDue(ctx, 'rosters.accept', async (tx) => {
      if (!(await store.setPurged(tx, fileId))) return false;
      await forgetCompletions(tx, rosterId);
      await tx.record({ action: 'rosters.purged', subjectKind: 'roster', subjectId: rosterId, area });
      return true;
    });
  }
  return due.length;
}

/** From here on nobody can accept them, review them or have them read again. */
async function expireRosters(ctx: Context): Promise<void> {
  const before = daysAgo(ctx, waitingDays);
  if (!(await read(ctx, 'rosters.accept', (tx) => store.hasWaiting(tx, before)))) return;
  await changeIfDue(ctx, 'rosters.accept', async (tx) => {
    const expired = await store.expireWaiting(tx, before, waitingDays);
    for (const { rosterId, area } of expired) {
      await tx.record({ action: 'rosters.expired', subjectKind: 'roster', subjectId: rosterId, area });
    }
    return expired.length > 0;
  });
}

function daysAgo(ctx: Context, days: number): string {
  return new Date(ctx.platform.clock.now().getTime() - days * 86_400_000).toISOString();
}
