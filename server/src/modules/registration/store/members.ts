import type { Day } from '@payung/kernel';
import { sql } from 'kysely';
import type { Tx } from '#platform/context';

/**
 * Standing BPU memberships under an agreement (`members`), each with the record that speaks for its person, and what the branch
 * answered last to a person for the same programmes (`answered`), through whichever membership; of two answers on one sheet the one
 * that took them, and of two rejections the one that was mended. Who speaks is known before people are looked up, so that their
 * index serves.
 */
export const membersAndAnswers = (today: Day) => sql`
  members as materialized (
    select coalesce(canonical_person(x.canonical_id), m.person_id) as speaker_id, m.programmes, m.person_id, m.membership_id,
      m.partner_id, m.roster_id, lower(m.during) as since
    from membership m
    left join person_alias x on x.person_id = m.person_id and x.undone_at is null
    where m.agreement_id is not null and m.segment = 'BPU' and not isempty(m.during)
      and (upper_inf(m.during) or upper(m.during) > ${today}::date)),
  answered as materialized (
    select distinct on (m.speaker_id, m.programmes) m.speaker_id, m.programmes, r.batch_id, r.ordinal, r.state, r.reason, r.code,
      r.words, r.corrected_at is not null as corrected
    from members m join registration_row r on r.membership_id = m.membership_id
    order by m.speaker_id, m.programmes, r.batch_id desc, r.state, r.corrected_at)`;

/** Names of those of these people whom the scope shows; what is no id is nobody's. */
export async function namesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ person_id: string; name: string }>`
    select person_id, name from person
    where person_id = any (${ids.filter((id) => /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(id))}::uuid[])`.execute(
    tx.db,
  );
  return new Map(rows.map((row) => [row.person_id, row.name]));
}
