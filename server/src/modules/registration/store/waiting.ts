import type { Day } from '@payung/kernel';
import { type RawBuilder, sql } from 'kysely';
import { subtree } from '#platform/access';
import { fetchInBatches, type Tx } from '#platform/context';
import { envelopeHolds, holdsOf } from '#platform/seal';
import {
  type Incomplete,
  presumedWorkPlace,
  type Readiness,
  type Waiting,
  type Wanted,
  type Whereabouts,
} from '../model.ts';
import { membersAndAnswers } from './members.ts';

/** Envelopes of an earlier version do not say what they hold, and were opened: ids, and the bits of each. */
export interface Opened {
  readonly people: readonly string[];
  readonly holds: readonly number[];
}

/** Opens what does not say itself what it holds. Nobody, once every envelope was sealed by this version. */
export async function openEarlier(tx: Tx, today: Day): Promise<Opened> {
  const { rows } = await sql<{ person_id: string; sealed: Buffer }>`
    with ${membersAndAnswers(today)}
    select p.person_id, p.sealed from (select distinct speaker_id from members) m join person p on p.person_id = m.speaker_id
    where get_byte(p.sealed, 0) <> ${envelopeHolds.version}`.execute(tx.db);
  return {
    people: rows.map(({ person_id }) => person_id),
    holds: rows.map(({ person_id, sealed }) => holdsOf(tx.platform.sealer.open(person_id, sealed))),
  };
}

/**
 * Living people who wait to be registered (never sent, or rejected and corrected), a row for each set of programmes, with what the
 * sheet lacks of them (`missing`) and whether their place of work is not stated (`presumed`).
 */
function waiting(wanted: Wanted, today: Day, opened: Opened): RawBuilder<unknown> {
  const [from, beyond] = wanted.area === undefined ? [0, Number.MAX_SAFE_INTEGER] : subtree(wanted.area);
  const { since = null, rosterId = null, workPlace = 'residence' } = wanted;
  const { at, version, bits } = envelopeHolds;
  const lacks = (field: keyof typeof bits) => sql`envelope.holds & ${sql.lit(bits[field])} = 0`;
  return sql`${membersAndAnswers(today)},
  lines as materialized (
    select speaker_id, programmes, (array_agg(partner_id order by membership_id))[1] as partner_id from members
    group by speaker_id, programmes
    having (${since}::date is null or bool_or(since >= ${since}::date))
      and (${rosterId}::uuid is null or bool_or(roster_id = ${rosterId}::uuid))),
  opened as materialized (
    select * from unnest(${opened.people}::uuid[], ${opened.holds}::integer[]) o (person_id, holds)),
  waiting as materialized (
    select p.person_id, l.programmes, l.partner_id, p.name, p.name_key, p.area as village, v.name as village_name, v.kind as village_kind,
      ${lacks('workPlace')} as presumed,
      array_remove(array[
        case when ${lacks('nik')} then 'nik' end,
        case when p.birth_precision is distinct from 'day' then 'birth_date' end,
        case when p.sex is null then 'sex' end,
        case when ${lacks('birthPlace')} then 'birth_place' end,
        case when home.rt is null and ${lacks('address')} then 'address' end,
        case when ${lacks('mother')} then 'mother' end,
        case when job.person_id is null then 'occupation' end,
        case when ${workPlace} = 'none' and ${lacks('workPlace')} then 'work_place' end], null) as missing
    from lines l
    join person p on p.person_id = l.speaker_id
    join area v on v.code = p.area
    left join answered a on a.speaker_id = l.speaker_id and a.programmes = l.programmes
    left join opened on opened.person_id = p.person_id
    cross join lateral (
      select case when get_byte(p.sealed, 0) = ${sql.lit(version)} then get_byte(p.sealed, ${sql.lit(at)})
        else coalesce(opened.holds, 0) end as holds) envelope
    left join lateral (
      select r.rt from residence r
      where r.person_id = p.person_id and not isempty(r.during) and upper_inf(r.during) limit 1) home on true
    left join lateral (
      select w.person_id from work w
      where w.person_id = p.person_id and not isempty(w.during) and upper_inf(w.during) and w.occupation_text <> '' limit 1) job on true
    where p.died_on is null and p.area >= ${from}::bigint and p.area < ${beyond}::bigint
      and (a.batch_id is null or a.corrected))`;
}

const inOrder = sql`order by village, name_key, person_id, programmes`;

interface ReadinessRow extends Omit<Readiness, 'presumed'> {
  presumed: (Waiting & Whereabouts)[];
}

/** How many are ready and how many are not, why, and the first of them. */
export async function findReadiness(tx: Tx, wanted: Wanted, today: Day, shown: number): Promise<Readiness> {
  const opened = await openEarlier(tx, today);
  const { rows } = await sql<ReadinessRow>`
    with ${waiting(wanted, today, opened)},
    ready as (select * from waiting where missing = '{}'),
    incomplete as (select distinct on (village, name_key, person_id) * from waiting where missing <> '{}' ${inOrder})
    select
      (select count(*)::integer from ready) as ready,
      (select count(*)::integer from ready where presumed) as "presumedTotal",
      (select count(*)::integer from incomplete) as "incompleteTotal",
      coalesce((select json_agg(one) from (
        select field, count(*)::integer as people from incomplete, unnest(missing) field
        group by field order by people desc, field) one), '[]') as lacking,
      coalesce((select json_agg(one) from (
        select person_id as "personId", name, village_name as "villageName", missing from incomplete
        ${inOrder} limit ${shown}) one), '[]') as incomplete,
      coalesce((select json_agg(one) from (
        select w.person_id as "personId", w.name, w.village_name as "villageName", w.village_kind as "villageKind",
          q.name as "partnerName", seat.name as "partnerSeat"
        from ready w join partner q on q.partner_id = w.partner_id join area seat on seat.code = q.area
        where w.presumed order by w.village, w.name_key, w.person_id, w.programmes limit ${shown}) one), '[]') as presumed`.execute(
    tx.db,
  );
  const [found] = rows;
  if (found === undefined) throw new Error('a select of counts has one row');
  const { workPlace = 'residence' } = wanted;
  const presumed = found.presumed.map(({ personId, name, villageName, ...of }) => ({
    personId,
    name,
    villageName,
    workPlace: presumedWorkPlace(workPlace, { villageName, ...of }),
  }));
  return { ...found, presumed };
}

/** Everybody of whom something is missing, batch by batch. */
export async function* streamIncomplete(tx: Tx, wanted: Wanted, today: Day): AsyncGenerator<Incomplete[]> {
  const opened = await openEarlier(tx, today);
  yield* fetchInBatches<Incomplete>(
    tx,
    sql`
    with ${waiting(wanted, today, opened)}
    select distinct on (village, name_key, person_id) person_id as "personId", name, village_name as "villageName", missing
    from waiting where missing <> '{}' ${inOrder}`,
  );
}

/** A line of a sheet to be made: the memberships it stands for. */
export interface ReadyLine {
  readonly village: number;
  readonly people: readonly string[];
  readonly memberships: readonly string[];
  readonly partners: readonly string[];
}

/** Who is ready, by village and name, as the next sheet has them; ids only. */
export async function listReady(tx: Tx, wanted: Wanted, today: Day): Promise<ReadyLine[]> {
  const opened = await openEarlier(tx, today);
  const { rows } = await sql<ReadyLine>`
    with ${waiting(wanted, today, opened)}
    select w.village, array_agg(m.person_id order by m.membership_id) as people,
      array_agg(m.membership_id order by m.membership_id) as memberships,
      array_agg(m.partner_id order by m.membership_id) as partners
    from waiting w join members m on m.speaker_id = w.person_id and m.programmes = w.programmes
    where w.missing = '{}'
    group by w.village, w.name_key, w.person_id, w.programmes
    order by w.village, w.name_key, w.person_id, w.programmes`.execute(tx.db);
  return rows;
}
