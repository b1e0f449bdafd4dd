import { day, firstDay, type Month, monthFromIndex, monthIndex } from '@payung/kernel';
import { sql } from 'kysely';
import { type FundKind, programmesOf } from '#partners';
import { forgetPlans, type Tx, within } from '#platform/context';
import { newId } from '#platform/ids';
import { type Cover, type Evidence, type Membership, monthState, type StandingCover } from './model.ts';

/**
 * Covers every line of a bill: one row per membership and unbroken run of months. The ids are UUIDv7 of this moment; their
 * random part is the database's, because sending millions of ids takes longer than making the rows.
 */
export async function insertCoverOfBill(
  tx: Tx,
  bill: { readonly billId: string; readonly fundId: string },
): Promise<{ coverIds: string[]; personIds: string[] }> {
  await forgetPlans(tx);
  const now = newId().slice(0, 15);
  const { rows } = await sql<{ cover_ids: string[] | null; person_ids: string[] | null }>`
    with run as (
      select person_id, membership_id, partner_id, min(area) as area, min(month) as first, max(month) as last
      from (
        select person_id, membership_id, partner_id, area, month,
          month - row_number() over (partition by person_id, membership_id order by month) as island
        from bill_line
        where bill_id = ${bill.billId} and ${within(tx, 'bill_line.area', 'bill_line.partner_id')}
      ) line
      group by person_id, membership_id, partner_id, island
    ), covered as (
      insert into cover (person_id, cover_id, membership_id, partner_id, months, programmes, fund_id, evidence, bill_id, area)
      select run.person_id, overlay(gen_random_uuid()::text placing ${now} from 1 for 15)::uuid, run.membership_id,
        run.partner_id, int4range(run.first, run.last + 1), m.programmes, ${bill.fundId}::uuid, 'ledger',
        ${bill.billId}::uuid, coalesce(r.area, run.area)
      from run
      join membership m on m.person_id = run.person_id and m.membership_id = run.membership_id
      left join residence r on r.person_id = run.person_id
        and r.during @> (make_date((run.first - 1) / 12, (run.first - 1) % 12 + 1, 1) + interval '1 month - 1 day')::date
      returning cover_id, person_id
    )
    select array_agg(cover_id) as cover_ids, array_agg(distinct person_id) as person_ids from covered`.execute(
    tx.db,
  );
  return { coverIds: rows[0]?.cover_ids ?? [], personIds: rows[0]?.person_ids ?? [] };
}

interface CoverJson {
  readonly first: number;
  readonly beyond: number;
  readonly programmes: number;
  readonly evidence: Evidence;
  readonly bill_id: string | null;
}

/** Memberships of one person, under whichever record, with their cover, latest first. */
export async function listOfPerson(tx: Tx, personId: string): Promise<Membership[]> {
  const rows = await tx.db
    .selectFrom('membership')
    .innerJoin('partner', 'partner.partner_id', 'membership.partner_id')
    .innerJoin('fund', 'fund.fund_id', 'membership.fund_id')
    .select([
      'membership.membership_id',
      'membership.partner_id',
      'partner.name as partner_name',
      'membership.agreement_id',
      'membership.segment',
      'membership.grp',
      'membership.programmes',
      'membership.fund_id',
      'fund.name as fund_name',
      'fund.kind as fund_kind',
      sql<string>`lower(membership.during)`.as('from'),
      sql<string | null>`upper(membership.during)`.as('until'),
      sql<CoverJson[]>`coalesce((
        select jsonb_agg(jsonb_build_object('first', lower(c.months), 'beyond', upper(c.months), 'programmes', c.programmes,
          'evidence', c.evidence, 'bill_id', c.bill_id) order by lower(c.months) desc)
        from cover c
        where c.person_id = membership.person_id and c.membership_id = membership.membership_id and c.closed_at is null
      ), '[]'::jsonb)`.as('cover'),
    ])
    .where(sql<boolean>`membership.person_id in (select person_id from records_of(array[${personId}::uuid]))`)
    // Empty: stated by a BPJS file that was replaced.
    .where(sql<boolean>`not isempty(membership.during)`)
    .where(within(tx, 'membership.area', 'membership.partner_id'))
    .orderBy(sql`lower(membership.during)`, 'desc')
    .orderBy('membership.membership_id')
    .execute();
  return rows.map((row) => ({
    membershipId: row.membership_id,
    partnerId: row.partner_id,
    partnerName: row.partner_name,
    agreementId: row.agreement_id,
    segment: row.segment as Membership['segment'],
    group: row.grp as Membership['group'],
    programmes: programmesOf(row.programmes),
    fundId: row.fund_id,
    fundName: row.fund_name,
    fundKind: row.fund_kind as FundKind,
    from: day(row.from),
    until: row.until === null ? null : day(row.until),
    cover: row.cover.map(coverOf),
  }));
}

function coverOf(row: CoverJson): Cover {
  return {
    from: monthFromIndex(row.first),
    to: monthFromIndex(row.beyond - 1),
    programmes: programmesOf(row.programmes),
    evidence: row.evidence,
    billId: row.bill_id,
  };
}

interface StandingRow {
  person_id: string;
  membership_id: string;
  partner_id: string;
  segment: string;
  programmes: number;
  fund_id: string;
  fund_kind: string;
  area: number;
  from: string;
  until: string | null;
  evidence: Evidence[];
  last_before: number | null;
  paid_through: number | null;
}

/** Memberships in force on any day of `at`, under whichever record, with what covers that month. Reads across all areas: for the role that matches. */
export async function listStanding(
  tx: Tx,
  personIds: readonly string[],
  at: Month,
): Promise<StandingCover[]> {
  const index = monthIndex(at);
  const { rows } = await sql<StandingRow>`
    select own.canonical_id as person_id, m.membership_id, m.partner_id, m.segment, m.programmes, m.fund_id,
      f.kind as fund_kind, m.area,
      lower(m.during) as "from", upper(m.during) as until, c.evidence, c.last_before, c.paid_through
    from records_of(${personIds}::uuid[]) own
    -- Person by person: how many records a recursion finds is overestimated, and all memberships would be read for a few.
    cross join lateral (select * from membership where person_id = own.person_id offset 0) m
    join fund f on f.fund_id = m.fund_id
    cross join lateral (
      select
        coalesce(array_agg(distinct evidence) filter (where months @> ${index}::integer), '{}') as evidence,
        max(least(upper(months) - 1, ${index - 1}::integer))
          filter (where evidence <> 'law' and lower(months) < ${index}::integer) as last_before,
        max(upper(months) - 1) filter (where evidence <> 'law') as paid_through
      from cover
      where cover.person_id = m.person_id and cover.membership_id = m.membership_id and closed_at is null
    ) c
    where m.during && daterange(${firstDay(at)}::date, (${firstDay(at)}::date + interval '1 month')::date)
    order by own.canonical_id, m.membership_id`.execute(tx.db);
  return rows.map((row) => ({
    personId: row.person_id,
    membershipId: row.membership_id,
    partnerId: row.partner_id,
    segment: row.segment as StandingCover['segment'],
    programmes: programmesOf(row.programmes),
    fundId: row.fund_id,
    fundKind: row.fund_kind as FundKind,
    area: row.area,
    from: day(row.from),
    until: row.until === null ? null : day(row.until),
    state: monthState(
      at,
      row.evidence,
      row.last_before === null ? undefined : monthFromIndex(row.last_before),
    ),
    paidThrough: row.paid_through === null ? null : monthFromIndex(row.paid_through),
  }));
}
