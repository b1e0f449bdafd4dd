import { type Month, monthFromIndex, monthIndex } from '@payung/kernel';
import { sql } from 'kysely';
import type { Tx } from '#platform/context';
import type { Facts } from '#platform/refusal';
import type { ImportState, MemberImport } from '../model.ts';
import { multirange } from './files.ts';

function imports(tx: Tx) {
  return tx.db
    .selectFrom('member_import')
    .innerJoin('branch', 'branch.branch_id', 'member_import.branch_id')
    .selectAll('member_import')
    .select('branch.name as branch_name');
}

function importOf(row: Awaited<ReturnType<ReturnType<typeof imports>['execute']>>[number]): MemberImport {
  return {
    importId: row.import_id,
    branchId: row.branch_id,
    branchName: row.branch_name,
    month: monthFromIndex(row.month),
    fileName: row.file_name,
    digest: row.digest,
    state: row.state as ImportState,
    problem: row.problem as MemberImport['problem'],
    madeBy: row.made_by,
    recordedAt: row.recorded_at,
  };
}

/** Imports that run, and those that failed of late; the newest first. */
export async function listImports(tx: Tx): Promise<MemberImport[]> {
  const rows = await imports(tx)
    .where('state', '<>', 'done')
    .where(sql<boolean>`(state = 'received' or member_import.recorded_at > now() - interval '7 days')`)
    .orderBy('import_id', 'desc')
    .limit(20)
    .execute();
  return rows.map(importOf);
}

/** The import; undefined when the scope does not show it. */
export async function findImport(tx: Tx, importId: string): Promise<MemberImport | undefined> {
  const row = await imports(tx).where('import_id', '=', importId).executeTakeFirst();
  return row === undefined ? undefined : importOf(row);
}

/** The running import of this very file for the branch and month; undefined when there is none. */
export async function findRunning(
  tx: Tx,
  branchId: string,
  at: Month,
  digest: string,
): Promise<string | undefined> {
  const row = await tx.db
    .selectFrom('member_import')
    .select('import_id')
    .where('branch_id', '=', branchId)
    .where('month', '=', monthIndex(at))
    .where('digest', '=', digest)
    .where('state', '=', 'received')
    .executeTakeFirst();
  return row?.import_id;
}

export async function insertImport(
  tx: Tx,
  one: Pick<MemberImport, 'importId' | 'branchId' | 'month' | 'fileName' | 'digest'> & {
    readonly areas: readonly number[];
  },
): Promise<void> {
  await tx.db
    .insertInto('member_import')
    .values({
      import_id: one.importId,
      branch_id: one.branchId,
      month: monthIndex(one.month),
      areas: multirange(one.areas),
      file_name: one.fileName,
      digest: one.digest,
      made_by: tx.actor.id,
    })
    .execute();
}

/** Ends an import that runs. False when it had ended already. */
export async function endImport(
  tx: Tx,
  importId: string,
  problem: { readonly code: string; readonly facts: Facts } | null,
): Promise<boolean> {
  const [ended] = await tx.db
    .updateTable('member_import')
    .set({
      state: problem === null ? 'done' : 'failed',
      problem: problem === null ? null : JSON.stringify(problem),
      ended_at: sql`now()`,
    })
    .where('import_id', '=', importId)
    .where('state', '=', 'received')
    .execute();
  return ended !== undefined && ended.numUpdatedRows > 0n;
}
