import { forgetCompletions } from '#people';
import { type Context, change, intake, read } from '#platform/context';
import * as store from '../store/purge.ts';

/** Days after acceptance for which the file and the prepared rows are kept: long enough to answer a question about them. */
export const keptDays = 30;

/**
 * Destroys the files and prepared rows of rosters accepted more than `keptDays` ago; verdicts stay. Whom they completed stays so. Returns how many files.
 * Repeatable: a file that is gone already only gets its note.
 */
export async function purgeRosters(ctx: Context): Promise<number> {
  const before = new Date(ctx.platform.clock.now().getTime() - keptDays * 86_400_000).toISOString();
  await intake(ctx, 'rosters.accept', (tx) => store.deletePreparedBefore(tx, before));
  const due = await read(ctx, 'rosters.accept', (tx) => store.listDueFiles(tx, before));
  for (const { rosterId, fileId, area } of due) {
    await ctx.platform.files.remove(fileId);
    await change(ctx, 'rosters.accept', async (tx) => {
      await store.setPurged(tx, fileId);
      await forgetCompletions(tx, rosterId);
      await tx.record({ action: 'rosters.purged', subjectKind: 'roster', subjectId: rosterId, area });
    });
  }
  return due.length;
}
