import { day, type Month, monthIndex } from '@payung/kernel';
import { sql } from 'kysely';
import type { Segment } from '#partners';
import type { AreaRange } from '#platform/access';
import { fetchInBatches, type Tx, within } from '#platform/context';
import type { Difference, DifferenceSide, VillageDifference } from '../model.ts';

interface Wanted {
  readonly month: Month;
  readonly area: AreaRange;
}

/**
 * People of the area, of villages for which a file of the month stands, whose month was paid here and not stated by BPJS in the
 * segment, or the other way round.
 */
function differences(tx: Tx, { month, area }: Wanted) {
  const index = monthIndex(month);
  return sql`
    select d.*, p.name, p.birth_date, p.area, village.name as village_name
    from (
      select coalesce(canonical_person(a.canonical_id), c.person_id) as person_id, m.segment,
        case when bool_or(c.evidence = 'ledger') then 'paid_here' else 'stated_there' end as side,
        bool_or(m.agreement_id is not null) as agreed,
        min(partner.name) as partner_name, min(fund.name) as fund_name
      from cover c
        join membership m on m.person_id = c.person_id and m.membership_id = c.membership_id
        join partner on partner.partner_id = c.partner_id
        join fund on fund.fund_id = c.fund_id
        left join person_alias a on a.person_id = c.person_id and a.undone_at is null
      where c.closed_at is null and c.evidence in ('ledger', 'bpjs_file') and c.months @> ${index}::integer
      group by 1, 2
      having bool_or(c.evidence = 'ledger') <> bool_or(c.evidence = 'bpjs_file')
    ) d
    join person p on p.person_id = d.person_id
    join area village on village.code = p.area
    where p.area >= ${area[0]}::bigint and p.area < ${area[1]}::bigint and ${within(tx, 'p.area', undefined)}
      and exists (
        select from member_file f where f.month = ${index} and f.replaced_at is null and f.areas @> p.area)`;
}

interface DifferenceRow {
  person_id: string;
  segment: string;
  side: DifferenceSide;
  agreed: boolean;
  partner_name: string;
  fund_name: string;
  name: string;
  birth_date: string | null;
  area: number;
  village_name: string;
}

const inOrder = sql`order by area, side, name, person_id, segment`;

/** People who differ, by village and name. */
export async function listDifferences(tx: Tx, wanted: Wanted, limit: number): Promise<Difference[]> {
  const { rows } = await sql<DifferenceRow>`
    select * from (${differences(tx, wanted)}) found ${inOrder} limit ${limit}`.execute(tx.db);
  return rows.map(differenceOf);
}

/** All of them in the same order, batch by batch. */
export async function* streamDifferences(tx: Tx, wanted: Wanted): AsyncGenerator<Difference[]> {
  const all = sql`select * from (${differences(tx, wanted)}) found ${inOrder}`;
  for await (const rows of fetchInBatches<DifferenceRow>(tx, all)) yield rows.map(differenceOf);
}

function differenceOf(row: DifferenceRow): Difference {
  return {
    personId: row.person_id,
    name: row.name,
    birthDate: row.birth_date === null ? null : day(row.birth_date),
    village: row.area,
    villageName: row.village_name,
    segment: row.segment as Segment,
    side: row.side,
    agreed: row.agreed,
    partnerName: row.partner_name,
    fundName: row.fund_name,
  };
}

/** How many differ in each village; those where nobody does are left out. */
export async function countDifferences(tx: Tx, wanted: Wanted): Promise<VillageDifference[]> {
  const { rows } = await sql<VillageDifference>`
    select area as village, village_name as "villageName",
      count(*) filter (where side = 'paid_here')::integer as "paidHere",
      count(*) filter (where side = 'stated_there')::integer as "statedThere"
    from (${differences(tx, wanted)}) found group by area, village_name order by area`.execute(tx.db);
  return rows;
}
