import { type Day, day } from '@payung/kernel';
import { sql } from 'kysely';
import { programmesOf } from '#partners';
import { subtree } from '#platform/access';
import type { Tx } from '#platform/context';
import type { Member, SentMember } from '../model.ts';

/** Which members are asked for. */
export interface Wanted {
  /** First day of the membership from which on; left out, all. */
  readonly since?: Day | undefined;
  /** Of this roster only. */
  readonly rosterId?: string | undefined;
  /** Who live in this area. */
  readonly area?: number | undefined;
}

interface Row {
  person_id: string;
  canonical_id: string;
  membership_id: string;
  partner_id: string;
  name: string;
  sex: 'L' | 'P' | null;
  birth_date: string | null;
  village: number;
  village_name: string;
  district_name: string;
  regency_name: string;
  rt: string | null;
  rw: string | null;
  occupation: string;
  programmes: number;
  income: number | null;
  sealed: Buffer;
}

const facts = sql`
  m.person_id, p.person_id as canonical_id, m.membership_id, m.partner_id, p.name, p.sex,
  case when p.birth_precision = 'day' then p.birth_date::text end as birth_date,
  p.area as village, v.name as village_name, d.name as district_name, g.name as regency_name,
  home.rt, home.rw, coalesce(job.occupation_text, '') as occupation, m.programmes, a.income, p.sealed`;

// Who speaks is asked in a step of its own: written into the join, the row-level policies would compare every member with every person.
const sources = sql`
  membership m
  cross join lateral (select canonical_person(m.person_id) as person_id offset 0) speaker
  join person p on p.person_id = speaker.person_id
  left join agreement a on a.agreement_id = m.agreement_id
  join area v on v.code = p.area
  join area d on d.code = v.parent
  join area g on g.code = d.parent
  left join lateral (
    select r.rt, r.rw from residence r
    where r.person_id = p.person_id and not isempty(r.during) and upper_inf(r.during) limit 1) home on true
  left join lateral (
    select w.occupation_text from work w
    where w.person_id = p.person_id and not isempty(w.during) and upper_inf(w.during) and w.occupation_text <> ''
    order by lower(w.during) desc limit 1) job on true`;

/**
 * Living BPU members whose membership lasts and who wait to be registered: never sent, or rejected and corrected. By village and
 * name.
 */
export async function listWaiting(tx: Tx, wanted: Wanted, today: Day): Promise<Member[]> {
  const [from, beyond] = wanted.area === undefined ? [0, Number.MAX_SAFE_INTEGER] : subtree(wanted.area);
  const { rows } = await sql<Row>`
    select ${facts} from ${sources}
    left join lateral (
      select r.state, r.corrected_at from registration_row r
      where r.membership_id = m.membership_id order by r.batch_id desc limit 1) last on true
    where m.agreement_id is not null and m.segment = 'BPU' and not isempty(m.during) and (upper_inf(m.during) or upper(m.during) > ${today}::date)
      and p.died_on is null and p.area >= ${from}::bigint and p.area < ${beyond}::bigint
      and (${wanted.since ?? null}::date is null or lower(m.during) >= ${wanted.since ?? null}::date)
      and (${wanted.rosterId ?? null}::uuid is null or m.roster_id = ${wanted.rosterId ?? null}::uuid)
      and (last.state is null or last.corrected_at is not null)
    order by p.area, p.name_key, m.membership_id`.execute(tx.db);
  return rows.map((row) => memberOf(tx, row));
}

/** Who is on a sheet, in its order, as they are known now. */
export async function listOfBatch(tx: Tx, batchId: string): Promise<SentMember[]> {
  const { rows } = await sql<Row & { ordinal: number; stands: boolean }>`
    select sent.ordinal, not isempty(m.during) as stands, ${facts} from registration_row sent
    join ${sources} on m.membership_id = sent.membership_id and m.person_id = sent.person_id
    where sent.batch_id = ${batchId}::uuid order by sent.ordinal`.execute(tx.db);
  return rows.map((row) => ({ ...memberOf(tx, row), ordinal: row.ordinal, stands: row.stands }));
}

function memberOf(tx: Tx, row: Row): Member {
  return {
    personId: row.person_id,
    membershipId: row.membership_id,
    partnerId: row.partner_id,
    name: row.name,
    sex: row.sex,
    birthDate: row.birth_date === null ? null : day(row.birth_date),
    village: row.village,
    villageName: row.village_name,
    districtName: row.district_name,
    regencyName: row.regency_name,
    rt: row.rt,
    rw: row.rw,
    occupation: row.occupation,
    programmes: programmesOf(row.programmes),
    income: row.income,
    sealed: tx.platform.sealer.open(row.canonical_id, row.sealed),
  };
}
