import type { Day } from '@payung/kernel';
import { sql } from 'kysely';
import type { Tx } from '#platform/context';
import type { Batch, Rejection, RejectReason, WorkPlace } from '../model.ts';
import { membersAndAnswers } from './members.ts';
import type { ReadyLine } from './waiting.ts';

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
    sql<number>`(select count(distinct r.ordinal)::int from registration_row r where r.batch_id = registration_batch.batch_id and r.state = ${state})`;
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
    workPlace: row.work_place as WorkPlace,
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
  batch: {
    readonly batchId: string;
    readonly area: number;
    readonly partnerId: string | null;
    readonly workPlace: WorkPlace;
  },
  lines: readonly ReadyLine[],
): Promise<void> {
  await tx.db
    .insertInto('registration_batch')
    .values({
      batch_id: batch.batchId,
      area: batch.area,
      partner_id: batch.partnerId,
      people: lines.length,
      work_place: batch.workPlace,
      made_by: tx.actor.id,
    })
    .execute();
  const rows = lines.flatMap(({ village, people, memberships, partners }, at) =>
    memberships.map((membership, n) => ({
      ordinal: at + 1,
      membership,
      person: people[n] ?? '',
      partner: partners[n] ?? '',
      village,
    })),
  );
  await sql`
    insert into registration_row (batch_id, ordinal, person_id, membership_id, area, partner_id)
    select ${batch.batchId}::uuid, one.*
    from unnest(${rows.map(({ ordinal }) => ordinal)}::integer[], ${rows.map(({ person }) => person)}::uuid[],
      ${rows.map(({ membership }) => membership)}::uuid[], ${rows.map(({ village }) => village)}::bigint[],
      ${rows.map(({ partner }) => partner)}::uuid[]) as one`.execute(tx.db);
}

/** What the branch answered to a line of a sheet. */
export interface AnsweredRow {
  readonly ordinal: number;
  /** The line that is told for it: another one of the same person where their records were merged since. */
  readonly line: number;
  readonly state: 'accepted' | 'rejected';
  readonly reason: RejectReason | null;
  readonly code: string | null;
  readonly words: string | null;
}

/** Keeps the answers, for all memberships of a line; what was answered the same before stays as it is. Returns how many of those told changed. */
export async function keepAnswers(tx: Tx, batchId: string, rows: readonly AnsweredRow[]): Promise<number> {
  const { rows: changed } = await sql<{ lines: number }>`
    with changed as (
      update registration_row r
      set state = said.state, reason = said.reason, code = said.code, words = said.words,
        answered_by = ${tx.actor.id}, answered_at = now(), corrected_by = null, corrected_at = null
      from json_to_recordset(${JSON.stringify(rows)}::json) as said (ordinal integer, line integer, state text, reason text, code text, words text)
      where r.batch_id = ${batchId}::uuid and r.ordinal = said.ordinal
        and (r.state, r.reason, r.code, r.words) is distinct from (said.state, said.reason, said.code, said.words)
      returning said.line)
    select count(distinct line)::integer as lines from changed`.execute(tx.db);
  return changed[0]?.lines ?? 0;
}

/** Rejected people who still are members, and whom the branch did not take or get again since, newest first. */
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
    with ${membersAndAnswers(today)}
    select a.batch_id, a.ordinal, p.person_id, p.name, v.name as village_name, a.reason, a.code, a.words, a.corrected
    from answered a
    join person p on p.person_id = a.speaker_id and p.died_on is null
    join area v on v.code = p.area
    where a.state = 'rejected'
    order by a.batch_id desc, a.ordinal`.execute(tx.db);
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

/** Notes that the cause of a rejection is mended, for all memberships of the line. Returns its village; undefined when there is no such rejection. */
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
