import { type Day, day } from '@payung/kernel';
import { sql } from 'kysely';
import type { AreaRange } from '#platform/access';
import type { Tx } from '#platform/context';
import type { JobSeeker, Training } from './model.ts';

interface SeekerRow {
  seeker_id: string;
  person_id: string;
  name: string | null;
  sex: 'L' | 'P' | null;
  birth_date: string | null;
  area: number;
  village_name: string;
  training: Training;
  since: string;
  source: string;
}

/** Who looks for work on the day, recorded in the area: one person once, under whichever record, by what was recorded last. */
function seeking([from, beyond]: AreaRange, on: Day) {
  return sql`(
    select distinct on (speaker) * from (
      select *, case when person_id in (select person_id from person_alias where undone_at is null)
        then canonical_person(person_id) else person_id end as speaker
      from job_seeker where during @> ${on}::date and area >= ${from}::bigint and area < ${beyond}::bigint
    ) each_record order by speaker, lower(during) desc, seeker_id desc)`;
}

/** Who looks for work on the day, recorded in the area, by village and name. */
export async function listSeekers(
  tx: Tx,
  area: AreaRange,
  on: Day,
  training: Training | undefined,
  limit: number,
): Promise<JobSeeker[]> {
  const { rows } = await sql<SeekerRow>`
    select s.seeker_id, s.person_id, p.name, p.sex, p.birth_date, s.area, v.name as village_name, s.training,
      lower(s.during) as since, s.source
    from ${seeking(area, on)} s join area v on v.code = s.area left join person p on p.person_id = s.person_id
    where ${training === undefined ? sql`true` : sql`s.training = ${training}`}
    order by s.area, p.name, s.seeker_id limit ${limit}`.execute(tx.db);
  return rows.map((row) => ({
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
  }));
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
