import { type Day, day } from '@payung/kernel';
import { sql } from 'kysely';
import type { AreaRange } from '#platform/access';
import { fetchInBatches, type Tx } from '#platform/context';
import type { JobSeeker, Training } from './model.ts';

interface SeekerRow {
  seeker_id: string;
  person_id: string;
  name: string | null;
  name_key: string;
  sex: 'L' | 'P' | null;
  birth_date: string | null;
  area: number;
  village_name: string;
  training: Training;
  since: string;
  source: string;
}

/** Who lives and looks for work on the day, recorded in the area: one person once, under whichever record, by what was recorded last. */
function seeking([from, beyond]: AreaRange, on: Day) {
  return sql`(
    select distinct on (speaker) * from (
      select *, case when person_id in (select person_id from person_alias where undone_at is null)
        then canonical_person(person_id) else person_id end as speaker
      from job_seeker s where during @> ${on}::date and area >= ${from}::bigint and area < ${beyond}::bigint
        and not exists (select from person p where p.person_id = s.person_id and p.died_on < ${on}::date)
    ) each_record order by speaker, lower(during) desc, seeker_id desc)`;
}

/** Whom a list of job seekers is about. */
interface SeekersOf {
  readonly area: AreaRange;
  readonly on: Day;
  readonly training: Training | undefined;
}

/** Job seekers with what is shown of them. */
function shown({ area, on, training }: SeekersOf) {
  return sql`
    select s.seeker_id, s.person_id, p.name, coalesce(p.name_key, '') as name_key, p.sex, p.birth_date, s.area,
      v.name as village_name, s.training, lower(s.during) as since, s.source
    from ${seeking(area, on)} s join area v on v.code = s.area left join person p on p.person_id = s.person_id
    where ${training === undefined ? sql`true` : sql`s.training = ${training}`}`;
}

/**
 * A page of those who look for work on the day, recorded in the area, by village and name; `next` is where the following one begins.
 */
export async function listSeekers(
  tx: Tx,
  of: SeekersOf,
  after: string | undefined,
  limit: number,
): Promise<{ seekers: JobSeeker[]; next: string | null }> {
  const [village, name, id] = after?.split('|') ?? [];
  const { rows } = await sql<SeekerRow>`
    select * from (${shown(of)}) found
    where ${after === undefined ? sql`true` : sql`(area, name_key, seeker_id) > (${village}::bigint, ${name}, ${id}::uuid)`}
    order by area, name_key, seeker_id limit ${limit + 1}`.execute(tx.db);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    seekers: page.map(seekerOf),
    next:
      rows.length > limit && last !== undefined ? `${last.area}|${last.name_key}|${last.seeker_id}` : null,
  };
}

/** All of them in the same order, batch by batch. */
export async function* streamSeekers(tx: Tx, of: SeekersOf): AsyncGenerator<JobSeeker[]> {
  const all = sql`select * from (${shown(of)}) found order by area, name_key, seeker_id`;
  for await (const rows of fetchInBatches<SeekerRow>(tx, all)) yield rows.map(seekerOf);
}

function seekerOf(row: SeekerRow): JobSeeker {
  return {
    seekerId: row.seeker_id,
    personId: row.person_id,
    name: row.name,
    sex: row.sex,
    birthDate: row.birth_date === null ? null : day(row.birth_date),
    village: row.area,
    villageName: row.village_name,
    training: row.training,
    since: day(row.since),
    source: row.source,
  };
}

/** How many look for work on the day, by area of the size `step` and training. */
export async function countSeekers(
  tx: Tx,
  area: AreaRange,
  on: Day,
  step: number,
): Promise<{ code: number; training: Training; people: number }[]> {
  const { rows } = await sql<{ code: number; training: Training; people: number }>`
    select area - area % ${step}::bigint as code, training, count(*)::integer as people from ${seeking(area, on)} s
    group by 1, 2`.execute(tx.db);
  return rows;
}

/** Where a person lives and whether they died; undefined when the scope does not show them. Held: nobody is withdrawn meanwhile. */
export async function findPerson(
  tx: Tx,
  personId: string,
): Promise<{ area: number; diedOn: Day | null } | undefined> {
  const row = await tx.db
    .selectFrom('person')
    .select(['area', 'died_on'])
    .where('person_id', '=', personId)
    .forKeyShare()
    .executeTakeFirst();
  return row === undefined
    ? undefined
    : { area: row.area, diedOn: row.died_on === null ? null : day(row.died_on) };
}

/** True when the person is recorded as looking for work on the day or later, under whichever record. */
export async function isSeeking(tx: Tx, personId: string, on: Day): Promise<boolean> {
  const { rows } = await sql`
    select from job_seeker
    where person_id in (select person_id from records_of(array[canonical_person(${personId}::uuid)])) and during && daterange(${on}::date, null)
    limit 1`.execute(tx.db);
  return rows.length > 0;
}

export async function insertSeeker(
  tx: Tx,
  seeker: {
    readonly seekerId: string;
    readonly personId: string;
    readonly area: number;
    readonly training: Training;
    readonly since: Day;
    readonly source: string;
  },
): Promise<void> {
  await tx.db
    .insertInto('job_seeker')
    .values({
      person_id: seeker.personId,
      seeker_id: seeker.seekerId,
      area: seeker.area,
      training: seeker.training,
      during: sql`daterange(${seeker.since}::date, null)`,
      source: seeker.source,
      made_by: tx.actor.id,
    })
    .execute();
}

/** Ends a record that stands, before `until`; returns its village, undefined when there is none that began earlier. */
export async function endSeeker(
  tx: Tx,
  key: { readonly personId: string; readonly seekerId: string },
  until: Day,
  reason: string,
): Promise<number | undefined> {
  const { rows } = await sql<{ area: number }>`
    update job_seeker set during = daterange(lower(during), ${until}::date), end_reason = ${reason}
    where person_id = ${key.personId} and seeker_id = ${key.seekerId} and upper_inf(during) and lower(during) < ${until}::date
    returning area`.execute(tx.db);
  return rows[0]?.area;
}
