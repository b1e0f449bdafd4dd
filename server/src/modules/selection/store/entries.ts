import { day } from '@payung/kernel';
import { sql } from 'kysely';
import type { Tx } from '#platform/context';
import type { Entry, Proposal } from '../model.ts';

interface EntryRow {
  person_id: string;
  name: string | null;
  birth_date: string | null;
  rt: string | null;
  rw: string | null;
  occupation: string | null;
  place: number;
  score: number;
  decile: number | null;
  checked_by: string | null;
  struck: string | null;
  outcome: string | null;
}

/** The list by rank. Somebody who moved away is named only as far as the scope still shows them. */
export async function listEntries(tx: Tx, proposalId: string): Promise<Entry[]> {
  const { rows } = await sql<EntryRow>`
    select e.person_id, p.name, p.birth_date, home.rt, home.rw, job.occupation_text as occupation, e.place, e.score, e.decile,
      e.checked_by, e.struck, e.outcome
    from proposal_entry e left join person p on p.person_id = e.person_id
    left join lateral (
      select r.rt, r.rw from residence r where r.person_id = e.person_id and not isempty(r.during) order by lower(r.during) desc limit 1
    ) home on true
    left join lateral (
      select w.occupation_text from work w
      where w.person_id = e.person_id and not isempty(w.during) order by lower(w.during) desc limit 1
    ) job on true
    where e.proposal_id = ${proposalId} order by e.place`.execute(tx.db);
  return rows.map((row) => ({
    personId: row.person_id,
    name: row.name ?? '–',
    birthDate: row.birth_date === null ? null : day(row.birth_date),
    rt: row.rt,
    rw: row.rw,
    occupation: row.occupation ?? '',
    place: row.place,
    score: row.score,
    decile: row.decile,
    checkedBy: row.checked_by,
    struck: row.struck,
    outcome: row.outcome,
  }));
}

/** Puts exactly these people on the list, in this order; a struck one stays, below the others. */
export async function replaceEntries(
  tx: Tx,
  { proposalId, area }: Pick<Proposal, 'proposalId' | 'area'>,
  people: readonly { readonly personId: string; readonly score: number; readonly decile: number | null }[],
): Promise<void> {
  await tx.db
    .deleteFrom('proposal_entry')
    .where('proposal_id', '=', proposalId)
    .where('struck', 'is', null)
    .execute();
  await sql`
    update proposal_entry e set place = ${people.length} + s.row
    from (select person_id, row_number() over (order by place) as row from proposal_entry where proposal_id = ${proposalId}) s
    where e.proposal_id = ${proposalId} and e.person_id = s.person_id`.execute(tx.db);
  await sql`
    insert into proposal_entry (proposal_id, person_id, place, score, decile, area)
    select ${proposalId}::uuid, t."personId", t.place, t.score, t.decile, ${area}::bigint
    from json_to_recordset(${JSON.stringify(people.map((one, n) => ({ ...one, place: n + 1 })))}::json)
      as t ("personId" uuid, place integer, score smallint, decile smallint)`.execute(tx.db);
}

/** Notes who checked these people, and why one was struck; null struck: verified. */
export async function checkEntries(
  tx: Tx,
  proposalId: string,
  personIds: readonly string[],
  struck: string | null,
): Promise<number> {
  const { numUpdatedRows } = await tx.db
    .updateTable('proposal_entry')
    .set({ checked_by: tx.actor.id, checked_at: sql`now()`, struck })
    .where('proposal_id', '=', proposalId)
    .where(sql<boolean>`person_id = any (${personIds}::uuid[])`)
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

/** Forgets who verified whom, when the list goes back; a struck one stays struck. */
export async function forgetChecks(tx: Tx, proposalId: string): Promise<void> {
  await tx.db
    .updateTable('proposal_entry')
    .set({ checked_by: null, checked_at: null })
    .where('proposal_id', '=', proposalId)
    .where('struck', 'is', null)
    .execute();
}

/** Notes what became of each place at enrolment. */
export async function setOutcomes(
  tx: Tx,
  proposalId: string,
  outcomes: ReadonlyMap<string, string>,
): Promise<void> {
  const rows = [...outcomes].map(([person_id, outcome]) => ({ person_id, outcome }));
  await sql`
    update proposal_entry e set outcome = t.outcome
    from json_to_recordset(${JSON.stringify(rows)}::json) as t (person_id uuid, outcome text)
    where e.proposal_id = ${proposalId} and e.person_id = t.person_id`.execute(tx.db);
}
