import { type BranchPlace, listBranches } from '#areas';
import { type Context, read } from '#platform/context';
import type { MemberFile, MemberRow, MemberVerdict } from '../model.ts';
import * as store from '../store/files.ts';

/** Member files in the caller's scope, latest month first, and the branches there are; at most 200 files. */
export function listMemberFiles(ctx: Context): Promise<{ files: MemberFile[]; branches: BranchPlace[] }> {
  return read(ctx, 'members.compare', async (tx) => ({
    files: await store.listFiles(tx),
    branches: await listBranches(tx, tx.platform.clock.today()),
  }));
}

/**
 * A page of the rows of a file; those who do not see all areas of the branch see none.
 *
 * @throws Refusal auth.forbidden, members.fileNotFound
 */
export function listMemberRows(
  ctx: Context,
  fileId: string,
  filter: { readonly verdict?: MemberVerdict | undefined; readonly after?: number | undefined },
): Promise<{ file: MemberFile; rows: MemberRow[]; next: number | null }> {
  return read(ctx, 'members.compare', async (tx) => ({
    file: await store.getFile(tx, fileId),
    ...(await store.listRows(tx, fileId, filter)),
  }));
}
