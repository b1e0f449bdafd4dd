import type { Day } from '@payung/kernel';
import { sql } from 'kysely';
import type { Tx } from '#platform/context';
import type { Batch, Member, Rejection, RejectReason } from '../model.ts';

/** Sheets in scope, newest first; at most 200. */
export async function listBatches(tx: Tx): Promise<Batch[]> {
  return (await batches(tx).orderBy('registration_batch.batch_id', 'desc').limit(200).execute()).map(batchOf);
}

/** One of them; undefined when the scope does not show it. */
export async function findBatch(tx: Tx, batchId: string): Promise<Batch | undefined> {
  const row = await batches(tx).where('registration_batch.batch_id', '=', batchId).executeTakeFirst();
  return row === undefined ? undefined : batchOf(row);
}

function batches(tx: Tx) {
  const answered = (state: string) =>
    sql<number>`(select count(*)::int from registration_row r where r.batch_id = registration_batch.batch_id and r.state = ${state})`;
  return tx.db
    .selectFrom('registration_batch')
    .innerJoin('area', 'area.code', 'registration_batch.area')
    .selectAll('registration_batch')
    .select([
      'area.name as area_name',
      answered('accepted').as('accepted'),
      answered('rejected').as('rejected'),
    ]);
}

function batchOf(row: Awaited<ReturnType<ReturnType<typeof batches>['execute']>>[number]): Batch {
  return {
    batchId: row.batch_id,
    area: row.area,
    areaName: row.area_name,
    people: row.people,
    accepted: row.accepted,
    rejected: row.rejected,
    madeBy: row.made_by,
    recordedAt: row.recorded_at,
  };
}

/** Waits for a sheet that is being made, until the transaction ends: nobody goes on two at once. */
export async function lockSheets(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('registration_batch', 0))`.execute(tx.db);
}

/** Keeps who is on a new sheet; they are sent from now on. */
export async function insertBatch(
  tx: Tx,
  batch: { readonly batchId: string; readonly area: number; readonly partnerId: string | null },
  members: readonly Member[],
): Promise<void> {
  await tx.db
    .insertInto('registration_batch')
    .values({
      batch_id: batch.batchId,
      area: batch.area,
      partner_id: batch.partnerId,
      people: members.length,
      work_place: 'none',
      made_by: tx.actor.id,
    })
    .execute();
  await sql`
    insert into registration_row (batch_id, ordinal, person_id, membership_id, area, partner_id)
    select ${batch.batchId}::uuid, one.ordinal, one.person_id, one.membership_id, one.area, one.partner_id
    from unnest(${members.map((one) => one.personId)}::uuid[], ${members.map((one) => one.membershipId)}::uuid[],
      ${members.map((one) => one.village)}::bigint[], ${members.map((one) => one.partnerId)}::uuid[])
      with ordinality as one (person_id, membership_id, area, partner_id, ordinal)`.execute(tx.db);
}

/** What the branch answered to a row of a sheet. */
export interface AnsweredRow {
  readonly ordinal: number;
  readonly state: 'accepted' | 'rejected';
  readonly reason: RejectReason | null;
  readonly code: string | null;
  readonly words: string | null;
}

/** Keeps the answers; what was answered the same before stays as it is. Returns how many changed. */
export async function keepAnswers(tx: Tx, batchId: string, rows: readonly AnsweredRow[]): Promise<number> {
  const { numAffectedRows } = await sql`
    update registration_row r
    set state = said.state, reason = said.reason, code = said.code, words = said.words,
      answered_by = ${tx.actor.id}, answered_at = now(), corrected_by = null, corrected_at = null
    from json_to_recordset(${JSON.stringify(rows)}::json) as said (ordinal integer, state text, reason text, code text, words text)
    where r.batch_id = ${batchId}::uuid and r.ordinal = said.ordinal
      and (r.state, r.reason, r.code, r.words) is distinct from (said.state, said.reason, said.code, said.words)`.execute(
    tx.db,
  );
  return Number(numAffectedRows ?? 0);
}

/** Rejected members who still are, and were not sent again since, newest first; at most 500. */
export async function listRejections(tx: Tx, today: Day): Promise<Rejection[]> {
  const { rows } = await sql<{
    batch_id: string;
    ordinal: number;
    person_id: string;
    name: string;
    village_name: string;
    reason: string;
    code: string | null;
    words: string | null;
    corrected: boolean;
  }>`
    select r.batch_id, r.ordinal, p.person_id, p.name, a.name as village_name, r.reason, r.code, r.words,
      r.corrected_at is not null as corrected
    from registration_row r
    cross join lateral (select canonical_person(r.person_id) as person_id offset 0) speaker
    cross join lateral (
      select from membership m
      where m.person_id = r.person_id and m.membership_id = r.membership_id and not isempty(m.during)
        and (upper_inf(m.during) or upper(m.during) > ${today}::date) offset 0) still
    join person p on p.person_id = speaker.person_id and p.died_on is null
    join area a on a.code = p.area
    where r.state = 'rejected'
      and not exists (select from registration_row later where later.membership_id = r.membership_id and later.batch_id > r.batch_id)
    order by r.batch_id desc, r.ordinal limit 500`.execute(tx.db);
  return rows.map((row) => ({
    batchId: row.batch_id,
    ordinal: row.ordinal,
    personId: row.person_id,
    name: row.name,
    villageName: row.village_name,
    reason: row.reason as RejectReason,
    code: row.code,
    words: row.words,
    corrected: row.corrected,
  }));
}

/** Notes that the cause of a rejection is mended. Returns the village of the row; undefined when there is no such rejection. */
export async function setCorrected(tx: Tx, batchId: string, ordinal: number): Promise<number | undefined> {
  const row = await tx.db
    .updateTable('registration_row')
    .set({ corrected_by: tx.actor.id, corrected_at: sql`now()` })
    .where('batch_id', '=', batchId)
    .where('ordinal', '=', ordinal)
    .where('state', '=', 'rejected')
    .returning('area')
    .executeTakeFirst();
  return row?.area;
}
