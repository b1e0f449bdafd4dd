import { type Month, monthFromIndex, monthIndex } from '@payung/kernel';
import { sql } from 'kysely';
import type { Segment } from '#partners';
import { subtree } from '#platform/access';
import type { Tx } from '#platform/context';
import type { Facts } from '#platform/refusal';
import { Refusal } from '#platform/refusal';
import type { MemberCounts, MemberFile, MemberRow, MemberVerdict } from '../model.ts';

/** Areas as the policies compare them. */
export function multirange(areas: readonly number[]): string {
  return `{${areas.map((area) => `[${subtree(area).join(',')})`).join(',')}}`;
}

function files(tx: Tx) {
  const seen = `{${tx.scope.areas.map((range) => `[${range.join(',')})`).join(',')}}`;
  const asked = (decided: boolean) =>
    sql<number>`(
      select count(*)::integer from member_doubt d
      where d.file_id = member_file.file_id and (d.decision_id is not null) = ${decided}::boolean)`;
  return tx.db
    .selectFrom('member_file')
    .innerJoin('branch', 'branch.branch_id', 'member_file.branch_id')
    .selectAll('member_file')
    .select([
      'branch.name as branch_name',
      sql<boolean>`member_file.areas <@ ${seen}::int8multirange`.as('whole'),
      asked(false).as('open_doubts'),
      asked(true).as('decided_doubts'),
    ]);
}

type FileRecord = Awaited<ReturnType<ReturnType<typeof files>['execute']>>[number];

function fileOf(row: FileRecord): MemberFile {
  return {
    fileId: row.file_id,
    branchId: row.branch_id,
    branchName: row.branch_name,
    month: monthFromIndex(row.month),
    fileName: row.file_name,
    counts: {
      rowsIn: row.rows_in,
      matched: row.matched_rows,
      doubtful: row.doubtful_rows,
      unknown: row.unknown_rows,
      refused: row.refused_rows,
      ignored: row.ignored_rows,
    },
    desk: row.whole
      ? {
          open: row.open_doubts,
          decided: row.decided_doubts,
          forgotten: row.doubtful_rows - row.open_doubts,
        }
      : null,
    people: row.people,
    dropped: row.dropped,
    madeBy: row.made_by,
    recordedAt: row.recorded_at,
    replacedAt: row.replaced_at,
  };
}

/** One import of a branch at a time. */
export async function lockBranch(tx: Tx, branchId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(7463, hashtext(${branchId}))`.execute(tx.db);
}

/** Files in scope, latest month first; at most 200. */
export async function listFiles(tx: Tx): Promise<MemberFile[]> {
  const rows = await files(tx)
    .orderBy('member_file.month', 'desc')
    .orderBy('member_file.file_id', 'desc')
    .limit(200)
    .execute();
  return rows.map(fileOf);
}

/** @throws Refusal members.fileNotFound */
export async function getFile(tx: Tx, fileId: string): Promise<MemberFile> {
  const row = await files(tx).where('member_file.file_id', '=', fileId).executeTakeFirst();
  if (row === undefined) throw new Refusal('members.fileNotFound');
  return fileOf(row);
}

/** The file that stands for a branch and month, with its digest; undefined when none does. */
export async function findStanding(tx: Tx, branchId: string, at: Month) {
  const row = await files(tx)
    .where('member_file.branch_id', '=', branchId)
    .where('member_file.month', '=', monthIndex(at))
    .where('member_file.replaced_at', 'is', null)
    .executeTakeFirst();
  return row === undefined ? undefined : { file: fileOf(row), digest: row.digest };
}

/** The next month after `at` for which the branch has a file; undefined when there is none. */
export async function nextStated(tx: Tx, branchId: string, at: Month): Promise<Month | undefined> {
  const row = await tx.db
    .selectFrom('member_file')
    .select(sql<number | null>`min(month)`.as('month'))
    .where('branch_id', '=', branchId)
    .where('month', '>', monthIndex(at))
    .where('replaced_at', 'is', null)
    .executeTakeFirst();
  return row === undefined || row.month === null ? undefined : monthFromIndex(row.month);
}

export async function setReplaced(tx: Tx, fileId: string): Promise<void> {
  await tx.db
    .updateTable('member_file')
    .set({ replaced_at: sql`now()` })
    .where('file_id', '=', fileId)
    .execute();
}

interface NewFile {
  readonly fileId: string;
  readonly branchId: string;
  readonly month: Month;
  readonly areas: readonly number[];
  readonly fileName: string;
  readonly digest: string;
  readonly dropped: readonly string[];
  readonly counts: MemberCounts;
  readonly people: number;
}

export async function insertFile(tx: Tx, file: NewFile): Promise<void> {
  await tx.db
    .insertInto('member_file')
    .values({
      file_id: file.fileId,
      branch_id: file.branchId,
      month: monthIndex(file.month),
      areas: multirange(file.areas),
      file_name: file.fileName,
      digest: file.digest,
      dropped: [...file.dropped],
      rows_in: file.counts.rowsIn,
      matched_rows: file.counts.matched,
      doubtful_rows: file.counts.doubtful,
      unknown_rows: file.counts.unknown,
      refused_rows: file.counts.refused,
      ignored_rows: file.counts.ignored,
      people: file.people,
      made_by: tx.actor.id,
    })
    .execute();
}

/** A row on its way into the table; the keys are the columns. */
export interface MemberRowInsert {
  readonly ordinal: number;
  readonly sheet: string;
  readonly row: number;
  readonly verdict: MemberVerdict;
  readonly reason: string;
  readonly field: string | null;
  readonly facts: Facts;
  readonly name: string | null;
  readonly nik_masked: string | null;
  readonly segment: Segment | null;
  readonly npp: string | null;
  readonly paid_until: number | null;
}

const batchSize = 5_000;

/** Keeps the verdicts. Batches of one JSON text, because COPY is refused where row-level security holds. */
export async function insertRows(
  tx: Tx,
  fileId: string,
  areas: readonly number[],
  rows: readonly MemberRowInsert[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += batchSize) {
    const batch = JSON.stringify(rows.slice(from, from + batchSize));
    await sql`
      insert into member_row (file_id, ordinal, sheet, "row", verdict, reason, field, facts, name, nik_masked, segment, npp,
        paid_until, areas)
      select ${fileId}::uuid, ordinal, sheet, "row", verdict, reason, field, facts, name, nik_masked, segment, npp, paid_until,
        ${multirange(areas)}::int8multirange
      from json_to_recordset(${batch}::json) as judged (ordinal integer, sheet text, "row" integer, verdict text, reason text,
        field text, facts jsonb, name text, nik_masked text, segment text, npp text, paid_until integer)`.execute(
      tx.db,
    );
  }
}

const pageSize = 100;

/** A page of rows in file order; `next` is the ordinal to go on after, null on the last page. */
export async function listRows(
  tx: Tx,
  fileId: string,
  filter: { readonly verdict?: MemberVerdict | undefined; readonly after?: number | undefined },
  limit = pageSize,
): Promise<{ rows: MemberRow[]; next: number | null }> {
  let query = tx.db
    .selectFrom('member_row')
    .selectAll()
    .where('file_id', '=', fileId)
    .orderBy('ordinal')
    .limit(limit + 1);
  if (filter.verdict !== undefined) query = query.where('verdict', '=', filter.verdict);
  if (filter.after !== undefined) query = query.where('ordinal', '>', filter.after);
  const records = await query.execute();
  const page = records.slice(0, limit).map(
    (record): MemberRow => ({
      ordinal: record.ordinal,
      sheet: record.sheet,
      row: record.row,
      verdict: record.verdict as MemberVerdict,
      reason: record.reason,
      field: record.field,
      facts: record.facts as Facts,
      name: record.name,
      nikMasked: record.nik_masked,
      segment: record.segment as Segment | null,
      npp: record.npp,
      paidUntil: record.paid_until === null ? null : monthFromIndex(record.paid_until),
    }),
  );
  return { rows: page, next: records.length > limit ? (page.at(-1)?.ordinal ?? null) : null };
}
