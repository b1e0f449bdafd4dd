import { type Day, firstDay, lastDay, type Month, monthIndex } from '@payung/kernel';
import { sql } from 'kysely';
import { bitsOf } from '#partners';
import { forgetPlans, type Tx } from '#platform/context';
import { newId } from '#platform/ids';
import type { MembershipInForce, StatedMember, StatingFile } from './stated.ts';

interface InForceRow {
  canonical_id: string;
  person_id: string;
  membership_id: string;
  partner_id: string;
  segment: string;
  fund_id: string;
  agreed: boolean;
}

/** Memberships in force in the month that begins on `first`, those agreed here first, then the earliest. */
export async function listInForce(
  tx: Tx,
  canonicalIds: readonly string[],
  first: Day,
): Promise<MembershipInForce[]> {
  const { rows } = await sql<InForceRow>`
    select k.canonical_id, m.person_id, m.membership_id, m.partner_id, m.segment, m.fund_id,
      m.agreement_id is not null as agreed
    from records_of(${canonicalIds}::uuid[]) k join membership m on m.person_id = k.person_id
    where m.during && daterange(${first}::date, (${first}::date + interval '1 month')::date)
    order by agreed desc, lower(m.during), m.recorded_at, m.membership_id`.execute(tx.db);
  return rows.map((row) => ({
    canonicalId: row.canonical_id,
    personId: row.person_id,
    membershipId: row.membership_id,
    partnerId: row.partner_id,
    segment: row.segment as MembershipInForce['segment'],
    fundId: row.fund_id,
    agreed: row.agreed,
  }));
}

interface CoverId {
  readonly coverId: string;
  readonly personId: string;
}

/** Takes back what the branch stated of the month. */
export async function closeStated(tx: Tx, branchId: string, at: Month): Promise<CoverId[]> {
  const month = monthIndex(at);
  const { rows } = await sql<CoverId>`
    update cover set closed_at = now()
    where branch_id = ${branchId} and months = int4range(${month}, ${month + 1}) and closed_at is null
    returning cover_id as "coverId", person_id as "personId"`.execute(tx.db);
  return rows;
}

/** What the branch states of the month of one person, under whichever record. */
export async function listStatedOf(
  tx: Tx,
  branchId: string,
  at: Month,
  personId: string,
): Promise<(CoverId & { readonly segment: string; readonly programmes: number })[]> {
  const month = monthIndex(at);
  const { rows } = await sql<CoverId & { segment: string; programmes: number }>`
    with k as materialized (select person_id from records_of(array[${personId}::uuid]))
    select c.cover_id as "coverId", c.person_id as "personId", m.segment, c.programmes
    from k join cover c on c.person_id = k.person_id
    join membership m on m.person_id = c.person_id and m.membership_id = c.membership_id
    where c.branch_id = ${branchId} and c.months = int4range(${month}, ${month + 1}) and c.closed_at is null`.execute(
    tx.db,
  );
  return rows;
}

export async function closeCovers(tx: Tx, coverIds: readonly string[]): Promise<void> {
  if (coverIds.length === 0) return;
  await sql`update cover set closed_at = now() where cover_id = any (${coverIds}::uuid[]) and closed_at is null`.execute(
    tx.db,
  );
}

/** Opens the memberships that rest on the file alone, and covers everybody it states. */
export async function insertStated(
  tx: Tx,
  statement: StatingFile & { readonly members: readonly StatedMember[] },
): Promise<CoverId[]> {
  const { members, month } = statement;
  if (members.length === 0) return [];
  await forgetPlans(tx);
  const index = monthIndex(month);
  const next = statement.nextStated === undefined ? null : firstDay(statement.nextStated);
  const stated = members.map(({ personId, segment, programmes, area, membership }) => ({
    person_id: membership?.personId ?? personId,
    membership_id: membership?.membershipId ?? newId(),
    partner_id: membership?.partnerId ?? statement.partnerId,
    fund_id: membership?.fundId ?? statement.fundId,
    opens: membership === undefined,
    cover_id: newId(),
    segment,
    programmes: bitsOf(programmes),
    area,
  }));
  const { rows } = await sql<CoverId>`
    with stated as (
      select * from json_to_recordset(${JSON.stringify(stated)}::json) as t (person_id uuid, membership_id uuid, partner_id uuid,
        fund_id uuid, opens boolean, cover_id uuid, segment text, programmes smallint, area bigint)
    ), opened as (
      -- Up to the next one of the same kind, or to the next month of which a file says something else.
      insert into membership (person_id, membership_id, partner_id, segment, grp, sector, programmes, fund_id, area, during)
      select s.person_id, s.membership_id, s.partner_id, s.segment, 'other', 'other', s.programmes, s.fund_id, s.area,
        daterange(${firstDay(month)}::date, least(${next}::date, (
          select min(lower(m.during)) from membership m
          where m.person_id = s.person_id and m.partner_id = s.partner_id and m.segment = s.segment
            and m.during >> daterange(${firstDay(month)}::date, ${lastDay(month)}::date, '[]'))))
      from stated s where s.opens
    )
    insert into cover (person_id, cover_id, membership_id, partner_id, months, programmes, fund_id, evidence, branch_id, area)
    select person_id, cover_id, membership_id, partner_id, int4range(${index}, ${index + 1}), programmes, fund_id, 'bpjs_file',
      ${statement.branchId}, area
    from stated
    returning cover_id as "coverId", person_id as "personId"`.execute(tx.db);
  return rows;
}

/**
 * Ends the memberships through `partnerId` that rest on files alone and that the file of the month does not state. One that
 * began with that month, stated by a file since replaced, ends before it began: an empty span.
 */
export async function endUnstated(tx: Tx, partnerId: string, at: Month): Promise<void> {
  const index = monthIndex(at);
  await sql`
    update membership m set during = daterange(lower(m.during), ${firstDay(at)}::date)
    where m.partner_id = ${partnerId} and m.agreement_id is null and m.during @> ${firstDay(at)}::date
      and not exists (
        select from cover c
        where c.person_id = m.person_id and c.membership_id = m.membership_id and c.closed_at is null
          and upper(c.months) > ${index})`.execute(tx.db);
}
