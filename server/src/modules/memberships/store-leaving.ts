import { type Day, day, monthIndex, monthOf } from '@payung/kernel';
import { sql } from 'kysely';
import type { Tx } from '#platform/context';
import type { Leaving, LeavingReason, MembershipKey, OpenBill } from './leaving.ts';

/** A membership that could end. */
export interface Standing extends MembershipKey {
  readonly partnerId: string;
  readonly area: number;
  readonly from: Day;
  /** Null while open-ended. */
  readonly until: Day | null;
  /** True when somebody recorded an end that stands. */
  readonly ended: boolean;
}

/** The keys as a table expression named `wanted`. */
function wanted(keys: readonly MembershipKey[]) {
  return sql`wanted as (
    select * from unnest(${keys.map((key) => key.personId)}::uuid[], ${keys.map((key) => key.membershipId)}::uuid[])
      as w (person_id, membership_id))`;
}

/** Those of the memberships that were agreed here and that the scope shows, locked until the transaction ends. */
export async function lockStanding(tx: Tx, keys: readonly MembershipKey[]): Promise<Standing[]> {
  const { rows } = await sql<Omit<Standing, 'from' | 'until'> & { from: string; until: string | null }>`
    with ${wanted(keys)}
    select m.person_id as "personId", m.membership_id as "membershipId", m.partner_id as "partnerId", m.area,
      lower(m.during) as "from", upper(m.during) as until, exists (
        select from membership_end e
        where e.person_id = m.person_id and e.membership_id = m.membership_id and e.undone_at is null) as ended
    from membership m join (select distinct * from wanted) w using (person_id, membership_id)
    where m.agreement_id is not null and not isempty(m.during)
    order by m.membership_id for update of m`.execute(tx.db);
  return rows.map((row) => ({
    ...row,
    from: day(row.from),
    until: row.until === null ? null : day(row.until),
  }));
}

/** Closes the spans after the last day, and keeps why. */
export async function endStanding(
  tx: Tx,
  standing: readonly (Standing & { readonly endId: string })[],
  { lastDay, reason, note, listId }: Leaving,
): Promise<void> {
  const rows = standing.map((one) => ({
    person_id: one.personId,
    membership_id: one.membershipId,
    end_id: one.endId,
    partner_id: one.partnerId,
    area: one.area,
    until_before: one.until,
  }));
  await sql`
    with ended as (
      select * from json_to_recordset(${JSON.stringify(rows)}::json) as t (person_id uuid, membership_id uuid, end_id uuid,
        partner_id uuid, area bigint, until_before date)
    ), closed as (
      update membership m set during = daterange(lower(m.during), ${lastDay}::date + 1)
      from ended where m.person_id = ended.person_id and m.membership_id = ended.membership_id
    )
    insert into membership_end (person_id, end_id, membership_id, last_day, reason, note, list_id, until_before, partner_id, area, made_by)
    select person_id, end_id, membership_id, ${lastDay}::date, ${reason}, ${note}::text, ${listId}::uuid, until_before, partner_id,
      area, ${tx.actor.id}
    from ended`.execute(tx.db);
}

/** The end that stands for a membership. */
export interface End {
  readonly endId: string;
  readonly lastDay: Day;
  readonly reason: LeavingReason;
  readonly untilBefore: Day | null;
  /** The death of the person ended it. */
  readonly byDeath: boolean;
}

/** The end that was recorded for the membership and not taken back; undefined when there is none. */
export async function findEnd(tx: Tx, key: MembershipKey): Promise<End | undefined> {
  const row = await tx.db
    .selectFrom('membership_end')
    .select(['end_id', 'last_day', 'reason', 'until_before', 'from_before'])
    .where('person_id', '=', key.personId)
    .where('membership_id', '=', key.membershipId)
    .where('undone_at', 'is', null)
    .executeTakeFirst();
  return row === undefined
    ? undefined
    : {
        endId: row.end_id,
        lastDay: day(row.last_day),
        reason: row.reason as LeavingReason,
        untilBefore: row.until_before === null ? null : day(row.until_before),
        byDeath: row.from_before !== null,
      };
}

/** Lets the membership run on as it would have. A newer one of the same kind ends in `membership_no_overlap`. */
export async function reopen(tx: Tx, key: MembershipKey, end: End): Promise<void> {
  await sql`
    update membership set during = daterange(lower(during), ${end.untilBefore}::date)
    where person_id = ${key.personId} and membership_id = ${key.membershipId}`.execute(tx.db);
  await tx.db
    .updateTable('membership_end')
    .set({ undone_at: sql`now()`, undone_by: tx.actor.id })
    .where('person_id', '=', key.personId)
    .where('end_id', '=', end.endId)
    .execute();
}

/** Bills with lines of these memberships for months after that of the last day, for which no cover was made. */
export async function listOpenBills(
  tx: Tx,
  keys: readonly MembershipKey[],
  lastDay: Day,
): Promise<OpenBill[]> {
  const { rows } = await sql<OpenBill>`
    with ${wanted(keys)}
    select b.number, count(distinct l.person_id)::integer as people, count(*)::integer as months, sum(l.amount)::bigint as amount
    from bill_line l join wanted w using (person_id, membership_id) join bill b on b.bill_id = l.bill_id
    where not l.cancelled and l.month > ${monthIndex(monthOf(lastDay))}
      and not exists (
        select from cover c where c.person_id = l.person_id and c.membership_id = l.membership_id and c.bill_id = l.bill_id
          and c.closed_at is null)
    group by b.number order by b.number`.execute(tx.db);
  return rows;
}

/** People of these memberships with paid months after that of the last day. */
export async function countPaidBeyond(tx: Tx, keys: readonly MembershipKey[], lastDay: Day): Promise<number> {
  const { rows } = await sql<{ people: number }>`
    with ${wanted(keys)}
    select count(distinct c.person_id)::integer as people
    from cover c join wanted w using (person_id, membership_id)
    where c.closed_at is null and c.evidence = 'ledger' and upper(c.months) - 1 > ${monthIndex(monthOf(lastDay))}`.execute(
    tx.db,
  );
  return rows[0]?.people ?? 0;
}
