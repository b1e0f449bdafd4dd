import { sql } from 'kysely';
import type { Tx } from '#platform/context';

/** Verdicts of rows that are nobody of the base, as far as anybody knows. */
const strange = sql`verdict in ('doubtful', 'unknown', 'refused')`;

/** What a row still says of whom it means. One without a name says an empty one before and after, one that was forgotten none. */
const telling = sql`name is not null and (name <> '' or nik_masked is not null)`;

/** A file whose strangers are to be forgotten. */
export interface DueFile {
  readonly fileId: string;
  readonly branchId: string;
  /** The first of the areas of its branch. */
  readonly area: number;
}

/** Files with names of strangers that came in before `cameBefore`, or after which the branch's next one came before `nextBefore`. */
export async function listDueFiles(tx: Tx, cameBefore: string, nextBefore: string): Promise<DueFile[]> {
  const { rows } = await sql<DueFile>`
    select f.file_id as "fileId", f.branch_id as "branchId", lower(f.areas)::bigint as area
    from member_file f
    where (f.recorded_at < ${cameBefore}::timestamptz or exists (
        select from member_file n
        where n.branch_id = f.branch_id and n.recorded_at > f.recorded_at and n.recorded_at < ${nextBefore}::timestamptz))
      and exists (select from member_row where file_id = f.file_id and ${telling} and ${strange})
    order by f.file_id`.execute(tx.db);
  return rows;
}

/**
 * Forgets whom the rows of a file name that are nobody of the base, and what was asked of them. Verdicts and reasons stay. Returns
 * how many rows.
 */
export async function forgetStrangers(tx: Tx, fileId: string): Promise<number> {
  await sql`
    delete from member_doubt d using member_row r
    where d.file_id = ${fileId} and r.file_id = d.file_id and r.ordinal = d.ordinal and r.${strange}`.execute(
    tx.db,
  );
  const { numAffectedRows = 0n } = await sql`
    update member_row set name = case name when '' then '' end, nik_masked = null
    where file_id = ${fileId} and ${telling} and ${strange}`.execute(tx.db);
  return Number(numAffectedRows);
}
