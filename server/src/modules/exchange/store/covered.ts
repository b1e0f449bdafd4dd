import { day, firstDay, type Month, monthFromIndex, monthIndex } from '@payung/kernel';
import { sql } from 'kysely';
import { type Programme, programmesOf, type Segment } from '#partners';
import { type AreaRange, subtree } from '#platform/access';
import { fetchInBatches, type Tx } from '#platform/context';

/** Somebody covered in a month in a segment, with the envelope that holds their number. */
export interface CoveredPerson {
  readonly personId: string;
  readonly name: string;
  /** ISO day; null unless the whole day is known. */
  readonly birthDate: string | null;
  readonly sealed: Buffer;
  readonly village: number;
  readonly villageName: string;
  readonly segment: Segment;
  readonly programmes: readonly Programme[];
  /** Last month of the cover that the month lies in. */
  readonly paidUntil: Month;
  /** True when it was paid here; false when a BPJS file alone says so. */
  readonly paidHere: boolean;
}

interface Row {
  person_id: string;
  name: string;
  birth_date: string | null;
  sealed: Buffer;
  village: number;
  village_name: string;
  segment: string;
  programmes: number;
  paid_until: number;
  paid_here: boolean;
}

/** The living who are covered in the month and live in these areas; a person once per segment. */
function covered(areas: readonly number[], at: Month) {
  const ranges = areas.map((area): AreaRange => subtree(area));
  const inAreas = ranges.map(
    ([from, beyond]) => sql`(p.area >= ${from}::bigint and p.area < ${beyond}::bigint)`,
  );
  return sql`
    select p.person_id, p.name, case when p.birth_precision = 'day' then p.birth_date::text end as birth_date, p.sealed,
      p.area as village, area.name as village_name, found.*
    from (
      select coalesce(canonical_person(a.canonical_id), c.person_id) as id, m.segment, bit_or(c.programmes)::integer as programmes,
        max(upper(c.months)) - 1 as paid_until, bool_or(c.evidence = 'ledger') as paid_here
      from cover c
        join membership m on m.person_id = c.person_id and m.membership_id = c.membership_id
        left join person_alias a on a.person_id = c.person_id and a.undone_at is null
      where c.closed_at is null and c.evidence in ('ledger', 'bpjs_file') and c.months @> ${monthIndex(at)}::integer
      group by 1, 2
    ) found
    join person p on p.person_id = found.id
    join area on area.code = p.area
    where (${sql.join(inAreas, sql` or `)}) and (p.died_on is null or p.died_on >= ${firstDay(at)}::date)`;
}

/** How many they are, each once. */
export async function countCovered(tx: Tx, areas: readonly number[], at: Month): Promise<number> {
  const { rows } = await sql<{ people: number }>`
    select count(distinct person_id)::integer as people from (${covered(areas, at)}) c`.execute(tx.db);
  return rows[0]?.people ?? 0;
}

/** They themselves by village and name, batch by batch. */
export async function* streamCovered(
  tx: Tx,
  areas: readonly number[],
  at: Month,
): AsyncGenerator<CoveredPerson[]> {
  const all = sql`select * from (${covered(areas, at)}) c order by village, name, person_id, segment`;
  for await (const rows of fetchInBatches<Row>(tx, all)) yield rows.map(personOf);
}

function personOf(row: Row): CoveredPerson {
  return {
    personId: row.person_id,
    name: row.name,
    birthDate: row.birth_date === null ? null : day(row.birth_date),
    sealed: row.sealed,
    village: row.village,
    villageName: row.village_name,
    segment: row.segment as Segment,
    programmes: programmesOf(row.programmes),
    paidUntil: monthFromIndex(row.paid_until),
    paidHere: row.paid_here,
  };
}

/** The village under which a branch's file of a month covers somebody, under whichever record; undefined when it does not. */
export async function findStatedArea(
  tx: Tx,
  { branchId, month }: { readonly branchId: string; readonly month: Month },
  personId: string,
): Promise<number | undefined> {
  const { rows } = await sql<{ area: number }>`
    with k as materialized (select person_id from records_of(array[${personId}::uuid]))
    select c.area from k join cover c on c.person_id = k.person_id
    where c.branch_id = ${branchId} and c.months @> ${monthIndex(month)}::integer and c.closed_at is null
    limit 1`.execute(tx.db);
  return rows[0]?.area;
}
