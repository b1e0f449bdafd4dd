import { sql } from 'kysely';
import type { Tx } from '#platform/context';

/** A roster nobody accepted, and on which nothing was done since the instant: not sent, not checked, no row decided. */
const waiting = (instant: string) => sql`
  r.state in ('checked', 'failed') and r.expired_at is null and coalesce(r.checked_at, r.recorded_at) < ${instant}::timestamptz
  and not exists (
    select from roster_decision d
    where d.roster_id = r.roster_id and coalesce(d.undone_at, d.recorded_at) >= ${instant}::timestamptz)`;

/** Whether any roster waits since before the instant. */
export async function hasWaiting(tx: Tx, instant: string): Promise<boolean> {
  const { rows } = await sql`select from roster r where ${waiting(instant)} limit 1`.execute(tx.db);
  return rows.length > 0;
}

/** Gives up the rosters that wait since before the instant. Returns them. */
export async function expireWaiting(tx: Tx, instant: string, days: number) {
  const { rows } = await sql<{ rosterId: string; area: number }>`
    update roster r set state = 'failed', expired_at = now(),
      problem = jsonb_build_object('code', 'rosters.expired', 'facts', jsonb_build_object('days', ${days}::integer))
    where ${waiting(instant)} returning r.roster_id as "rosterId", r.area`.execute(tx.db);
  return rows;
}

/** Files still kept of rosters that were accepted before the instant, or given up. */
export async function listDueFiles(tx: Tx, instant: string) {
  const { rows } = await sql<{ rosterId: string; fileId: string; area: number; expired: boolean }>`
    select r.roster_id as "rosterId", r.file_id as "fileId", r.area, r.expired_at is not null as expired
    from roster r join stored_file f on f.file_id = r.file_id
    where (r.accepted_at < ${instant}::timestamptz or r.expired_at is not null) and f.purged_at is null`.execute(
    tx.db,
  );
  return rows;
}

/**
 * Forgets whom the rows of a roster name that are nobody of the base: refused, left in doubt, repeated, or all of one that was undone.
 * Their verdicts and reasons stay. In schema intake.
 */
export async function forgetStrangers(tx: Tx, rosterId: string): Promise<void> {
  await sql`
    update intake.judged_row j set name = null, nik_masked = null, doubt = null
    from roster r
    where j.roster_id = ${rosterId} and r.roster_id = j.roster_id and j.name is not null
      and (j.person_id is null or r.state = 'undone')`.execute(tx.db);
}

/** Notes that a file's content is destroyed. False when that is noted already. */
export async function setPurged(tx: Tx, fileId: string): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('stored_file')
    .set({ purged_at: sql`now()` })
    .where('file_id', '=', fileId)
    .where('purged_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
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
