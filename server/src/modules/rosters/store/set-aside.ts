import { firstDay, type Month, monthIndex } from '@payung/kernel';
import { sql } from 'kysely';
import type { Segment } from '#partners';
import type { Tx } from '#platform/context';
import type { RowReason } from '#platform/messages';
import type { Facts } from '#platform/refusal';

/** A row of a roster, and the known person it enrols. */
export interface EnrollingRow {
  readonly ordinal: number;
  readonly personId: string;
}

/**
 * Rows of a checked roster that enrol somebody known who has, under whichever record, cover that began by `at` through another
 * partner or segment and a membership in force then: few, of whom more is asked. Reads across all areas: for the role that matches.
 */
export async function listCovered(
  matchTx: Tx,
  rosterId: string,
  ours: { readonly partnerId: string; readonly segment: Segment | null },
  at: Month,
): Promise<EnrollingRow[]> {
  const { rows } = await sql<EnrollingRow>`
    with enrolling as materialized (
      select ordinal, person_id from roster_row where roster_id = ${rosterId} and verdict = 'known' and enrol
    ), own as (
      select ordinal, person_id as speaker, person_id from enrolling
      union all
      -- The few for whom other records were merged.
      select e.ordinal, k.canonical_id, k.person_id
      from records_of(array(
        select person_id from enrolling where person_id in (select canonical_id from person_alias where undone_at is null))) k
      join enrolling e on e.person_id = k.canonical_id
      where k.person_id <> k.canonical_id
    )
    select distinct own.ordinal, own.speaker as "personId"
    from own
    join membership m on m.person_id = own.person_id
      and (m.partner_id, m.segment) is distinct from (${ours.partnerId}::uuid, ${ours.segment}::text)
      and m.during && daterange(${firstDay(at)}::date, (${firstDay(at)}::date + interval '1 month')::date)
    join cover c on c.person_id = m.person_id and c.membership_id = m.membership_id and c.closed_at is null
      and lower(c.months) <= ${monthIndex(at)}::integer
    order by own.ordinal`.execute(matchTx.db);
  return rows;
}

/** What is said of a row that acceptance does not enrol after all. */
export interface RowAside {
  readonly ordinal: number;
  readonly reason: RowReason;
  readonly facts: Facts;
}

/** Keeps these rows from being enrolled, and says why. Returns how many were to be enrolled until now. */
export async function setAside(tx: Tx, rosterId: string, aside: readonly RowAside[]): Promise<number> {
  const { rows } = await sql<{ aside: number }>`
    select intake.set_aside(${rosterId}::uuid, ${aside.map(({ ordinal }) => ordinal)}::integer[]) as aside`.execute(
    tx.db,
  );
  await sql`
    update roster_row r set reason = a.reason, field = null, facts = a.facts, enrol = false
    from jsonb_to_recordset(${JSON.stringify(aside)}::jsonb) as a (ordinal integer, reason text, facts jsonb)
    where r.roster_id = ${rosterId} and r.ordinal = a.ordinal`.execute(tx.db);
  return rows[0]?.aside ?? 0;
}
