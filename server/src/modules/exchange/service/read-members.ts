import { type BranchPlace, listBranches } from '#areas';
import { type Context, read, type Tx } from '#platform/context';
import { listProgress, type Progress } from '#platform/jobs';
import { Refusal } from '#platform/refusal';
import type { MemberFile, MemberImport, MemberRow, MemberVerdict } from '../model.ts';
import * as store from '../store/files.ts';
import { findImport, listImports } from '../store/imports.ts';

/** An import, with how far it is; null once it has ended. */
export interface ImportUnderWay {
  readonly import: MemberImport;
  readonly progress: Progress | null;
}

/**
 * Member files in the caller's scope, latest month first, the branches there are, and what is being imported or failed of late;
 * at most 200 files.
 */
export function listMemberFiles(
  ctx: Context,
): Promise<{ files: MemberFile[]; imports: ImportUnderWay[]; branches: BranchPlace[] }> {
  return read(ctx, 'members.compare', async (tx) => ({
    files: await store.listFiles(tx),
    imports: await underWay(tx, await listImports(tx)),
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

/**
 * An import: what became of it, and the member file it made once it is done.
 *
 * @throws Refusal auth.forbidden, members.fileNotFound
 */
export function getImport(
  ctx: Context,
  importId: string,
): Promise<ImportUnderWay & { readonly file: MemberFile | null }> {
  return read(ctx, 'members.import', async (tx) => {
    const found = await findImport(tx, importId);
    if (found === undefined) throw new Refusal('members.fileNotFound');
    const [one = { import: found, progress: null }] = await underWay(tx, [found]);
    return { ...one, file: found.state === 'done' ? await store.getFile(tx, importId) : null };
  });
}

async function underWay(tx: Tx, imports: readonly MemberImport[]): Promise<ImportUnderWay[]> {
  const running = imports.filter(({ state }) => state === 'received').map(({ importId }) => importId);
  const progress = new Map((await listProgress(tx, running)).map((one) => [one.subjectId, one]));
  return imports.map((one) => ({ import: one, progress: progress.get(one.importId) ?? null }));
}
