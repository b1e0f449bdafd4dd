import { type Day, day, firstDay, type Month, monthIndex } from '@payung/kernel';
import { sql } from 'kysely';
import { type FundKind, type Programme, programmesOf } from '#partners';
import type { AreaRange } from '#platform/access';
import type { Tx } from '#platform/context';

/** One of several memberships that somebody has at once. */
export interface SeveralRow {
  readonly personId: string;
  /** The record that has the membership: another than the person's where records were merged. */
  readonly recordId: string;
  readonly name: string;
  readonly birthDate: Day | null;
  readonly village: number;
  readonly villageName: string;
  readonly segment: 'BPU' | 'PU';
  readonly membershipId: string;
  readonly partnerId: string;
  readonly partnerName: string;
  readonly fundId: string;
  readonly fundName: string;
  readonly fundKind: FundKind;
  readonly payer: 'government' | 'other' | 'self';
  readonly payerCertainty: 'settled' | 'uncertain';
  readonly sector: 'transport' | 'other';
  readonly programmes: readonly Programme[];
  /** Null when no income class is recorded. */
  readonly income: number | null;
  readonly paid: boolean;
}

type Row = Omit<SeveralRow, 'birthDate' | 'programmes'> & { birthDate: string | null; programmes: number };

/**
 * Memberships agreed here and in force in the month of the living who have, as BPU, several funds, or one fund under two records
 * that were merged, or, as PU, several employers, or who are both; by village, name and the day they began.
 */
export async function listSeveral(tx: Tx, area: AreaRange, at: Month): Promise<SeveralRow[]> {
  const first = firstDay(at);
  const { rows } = await sql<Row>`
    with standing as (
      select coalesce(canonical_person(a.canonical_id), m.person_id) as canonical, m.*
      from membership m left join person_alias a on a.person_id = m.person_id and a.undone_at is null
      where m.agreement_id is not null and m.segment in ('BPU', 'PU')
        and m.during && daterange(${first}::date, (${first}::date + interval '1 month')::date)
    ), several as (
      select canonical from standing group by canonical
      having count(distinct (fund_id, person_id)) filter (where segment = 'BPU') > 1
        or count(distinct partner_id) filter (where segment = 'PU') > 1 or count(distinct segment) > 1
    )
    select p.person_id as "personId", s.person_id as "recordId", p.name, p.birth_date as "birthDate", p.area as village, village.name as "villageName",
      s.segment, s.membership_id as "membershipId", s.partner_id as "partnerId",
      partner.name as "partnerName", fund.fund_id as "fundId",
      fund.name as "fundName", fund.kind as "fundKind", fund.payer, fund.payer_certainty as "payerCertainty", s.sector,
      s.programmes, (
        select b.income from membership_basis b
        where b.person_id = s.person_id and b.membership_id = s.membership_id
          and b.during && daterange(${first}::date, (${first}::date + interval '1 month')::date)
        order by lower(b.during) desc limit 1
      ) as income, exists (
        select from cover c
        where c.person_id = s.person_id and c.membership_id = s.membership_id and c.closed_at is null
          and c.evidence = 'ledger' and c.months @> ${monthIndex(at)}::integer
      ) as paid
    from several join standing s on s.canonical = several.canonical
      join person p on p.person_id = s.canonical
      join area village on village.code = p.area
      join partner on partner.partner_id = s.partner_id
      join fund on fund.fund_id = s.fund_id
    where p.area >= ${area[0]}::bigint and p.area < ${area[1]}::bigint
      and (p.died_on is null or p.died_on >= ${first}::date)
    order by p.area, p.name, p.person_id, lower(s.during), s.membership_id`.execute(tx.db);
  return rows.map((row) => ({
    ...row,
    birthDate: row.birthDate === null ? null : day(row.birthDate),
    programmes: programmesOf(row.programmes),
  }));
}
