import { type Day, day } from '@payung/kernel';
import { sql } from 'kysely';
import { forgetPlans, type Tx } from '#platform/context';

/** Where somebody lived, as it stood before a change. */
export interface FormerResidence {
  readonly area: number;
  readonly from: Day;
  readonly until: Day | null;
}

/** People whom a roster moves to another village, each with all residences that stand before it. */
export async function listMoving(
  tx: Tx,
  rosterId: string,
  from: Day,
): Promise<{ personId: string; residences: FormerResidence[] }[]> {
  const { rows } = await sql<{
    person_id: string;
    residences: { area: number; from: string; until: string | null }[];
  }>`
    with moving as (
      select coalesce(array_agg(n.person_id), '{}') as people
      from intake.prepared(${rosterId}) n
      join residence r on r.person_id = n.person_id and upper_inf(r.during) and lower(r.during) < ${from}::date
      where n.outcome = 'update' and r.area <> n.area
    )
    select r.person_id, jsonb_agg(jsonb_build_object('area', r.area, 'from', r.since, 'until', r.until)) as residences
    from moving, residences_of(moving.people) r group by r.person_id`.execute(tx.db);
  return rows.map(({ person_id, residences }) => ({
    personId: person_id,
    residences: residences.map((one) => ({
      area: one.area,
      from: day(one.from),
      until: one.until === null ? null : day(one.until),
    })),
  }));
}

/**
 * Brings the known people of a roster that records up to date: a residence or work that it says otherwise ends on `from`, and
 * what it says begins. What began on that day or later is left as it is, and so is what the roster does not say.
 */
export async function updatePrepared(tx: Tx, rosterId: string, from: Day): Promise<void> {
  await forgetPlans(tx);
  const source = `roster:${rosterId}`;
  await sql`
    with said as (
      select distinct on (n.person_id) n.person_id, n.area, case when r.area = n.area then coalesce(n.rt, r.rt) else n.rt end as rt,
        case when r.area = n.area then coalesce(n.rw, r.rw) else n.rw end as rw, r.during
      from intake.prepared(${rosterId}) n
      join residence r on r.person_id = n.person_id and upper_inf(r.during) and lower(r.during) < ${from}::date
      where n.outcome = 'update' and (r.area <> n.area or n.rt <> coalesce(r.rt, '') or n.rw <> coalesce(r.rw, ''))
      order by n.person_id, n.ordinal
    ), ended as (
      update residence r set during = daterange(lower(r.during), ${from}::date)
      from said s where r.person_id = s.person_id and r.during = s.during
      returning r.person_id
    ), moved as (
      update person p set area = s.area from said s where p.person_id = s.person_id and p.area <> s.area
    )
    insert into residence (person_id, area, rt, rw, during, source)
    select s.person_id, s.area, s.rt, s.rw, daterange(${from}::date, null), ${source}
    from said s join ended e on e.person_id = s.person_id`.execute(tx.db);
  await sql`
    with said as (
      select distinct on (n.person_id) n.* from intake.prepared(${rosterId}) n
      where n.outcome = 'update' and n.occupation_text <> ''
        and not exists (
          select from work w
          where w.person_id = n.person_id and upper_inf(w.during) and (lower(w.during) >= ${from}::date
            or w.occupation = n.occupation and (n.occupation <> 'other' or lower(w.occupation_text) = lower(n.occupation_text))))
      order by n.person_id, n.ordinal
    ), ended as (
      -- Only what a list said: several kinds of work at once are normal.
      update work w set during = daterange(lower(w.during), ${from}::date)
      from said s where w.person_id = s.person_id and upper_inf(w.during) and w.source like 'roster:%'
    )
    insert into work (person_id, work_id, occupation, occupation_text, area, during, source)
    select person_id, work_id, occupation, occupation_text, area, daterange(${from}::date, null), ${source} from said`.execute(
    tx.db,
  );
}
