import { type Context, changeIfDue, read } from '#platform/context';
import { lockBranch } from '../store/files.ts';
import * as store from '../store/strangers.ts';

/** Days after the branch's next file for which strangers of the former are kept: long enough to answer a question about them. */
export const keptAfterNext = 30;

/** Days after which strangers are forgotten though no next file came. */
export const keptAtMost = 90;

/**
 * Forgets the people whom member files name and the base does not know, unknown, refused or still in doubt: name, masked NIK, birth
 * date, sex, and whom they were held against. Their verdicts and reasons stay, and so do decisions, which name nobody: a later row of
 * the same content is answered by them. Returns how many files. Repeatable.
 */
export async function forgetStrangers(ctx: Context): Promise<number> {
  const due = await read(ctx, 'members.import', (tx) =>
    store.listDueFiles(tx, daysAgo(ctx, keptAtMost), daysAgo(ctx, keptAfterNext)),
  );
  for (const { fileId, branchId, area } of due) {
    await changeIfDue(ctx, 'members.import', async (tx) => {
      // The desk of the branch decides before or after.
      await lockBranch(tx, branchId);
      const rows = await store.forgetStrangers(tx, fileId);
      if (rows === 0) return false;
      await tx.record({
        action: 'members.strangersForgotten',
        subjectKind: 'member_file',
        subjectId: fileId,
        area,
        facts: { rows },
      });
      return true;
    });
  }
  return due.length;
}

function daysAgo(ctx: Context, days: number): string {
  return new Date(ctx.platform.clock.now().getTime() - days * 86_400_000).toISOString();
}
