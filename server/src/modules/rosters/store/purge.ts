import { sql } from 'kysely';
import type { Tx } from '#platform/context';

/** Deletes prepared rows of rosters accepted before the instant. In schema intake. */
export async function deletePreparedBefore(tx: Tx, instant: string): Promise<void> {
  await sql`
    delete from intake.prepared_row p using roster r
    where r.roster_id = p.roster_id and r.accepted_at < ${instant}::timestamptz`.execute(tx.db);
}

/** Files of rosters accepted before the instant that are still kept. */
export async function listDueFiles(tx: Tx, instant: string) {
  const { rows } = await sql<{ roster_id: string; file_id: string; area: number }>`
    select r.roster_id, r.file_id, r.area from roster r join stored_file f on f.file_id = r.file_id
    where r.accepted_at < ${instant}::timestamptz and f.purged_at is null`.execute(tx.db);
  return rows.map((row) => ({ rosterId: row.roster_id, fileId: row.file_id, area: row.area }));
}

/** Notes that a file's content is destroyed. */
export async function setPurged(tx: Tx, fileId: string): Promise<void> {
  await tx.db
    .updateTable('stored_file')
    .set({ purged_at: sql`now()` })
    .where('file_id', '=', fileId)
    .execute();
}

/** True when a file's content is destroyed. */
export async function isPurged(tx: Tx, fileId: string): Promise<boolean> {
  const row = await tx.db
    .selectFrom('stored_file')
    .select('purged_at')
    .where('file_id', '=', fileId)
    .executeTakeFirst();
  return row !== undefined && row.purged_at !== null;
}
