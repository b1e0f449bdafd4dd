import { type Day, day } from '@payung/kernel';
import { sql } from 'kysely';
import type { Tx } from '#platform/context';
import type { ListedPerson } from '../judge/index.ts';

interface Found {
  person_id: string;
  area: number;
  rt: string | null;
  rw: string | null;
  place_since: Day | null;
  work: { occupation: string; text: string }[];
  work_since: Day | null;
}

/** Where these people live now and what they do, by id. Sees all areas: for the role that matches. */
export async function listCurrent(tx: Tx, ids: readonly string[]): Promise<Map<string, ListedPerson>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<Found>`
    select p.person_id, p.area, r.rt, r.rw, lower(r.during) as place_since, w.work, w.since as work_since
    from person p
    left join residence r on r.person_id = p.person_id and upper_inf(r.during)
    left join lateral (
      select coalesce(jsonb_agg(jsonb_build_object('occupation', occupation, 'text', occupation_text)
        order by lower(during) desc, work_id), '[]') as work, max(lower(during)) as since
      from work where person_id = p.person_id and upper_inf(during)
    ) w on true
    where p.person_id = any (${ids}::uuid[])`.execute(tx.db);
  return new Map(
    rows.map((row) => [
      row.person_id,
      {
        village: row.area,
        rt: row.rt,
        rw: row.rw,
        placeSince: row.place_since === null ? null : day(row.place_since),
        work: row.work,
        workSince: row.work_since === null ? null : day(row.work_since),
      },
    ]),
  );
}
