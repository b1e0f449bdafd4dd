import { type Day, day, monthFromIndex, monthIndex, monthOf } from '@payung/kernel';
import { sql } from 'kysely';
import type { Tx } from '#platform/context';
import type { BilledAfterDeath, PaidAfterDeath, ToldDeath } from './after-death.ts';

/** Brings the memberships of these people in line with their day of death. */
export async function endMembershipsOfDead(
  tx: Tx,
  { people }: { readonly people: readonly string[] },
): Promise<void> {
  await sql`select end_memberships_of_dead(${people}::uuid[])`.execute(tx.db);
}

/** The day somebody died; null while they are not known to have, undefined when the scope does not show them. */
export async function findDayOfDeath(tx: Tx, personId: string): Promise<Day | null | undefined> {
  const row = await tx.db
    .selectFrom('person')
    .select('died_on')
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row === undefined || row.died_on === null ? row?.died_on : day(row.died_on);
}

/** Every record of the person, as an array. */
function recordsOf(personId: string) {
  return sql`array(select r.person_id from records_of(array[canonical_person(${personId}::uuid)]) r)`;
}

/** Bills with lines of the person for months after that of the day, for which no cover was made. */
export async function listBilledAfter(tx: Tx, personId: string, diedOn: Day): Promise<BilledAfterDeath[]> {
  const { rows } = await sql<BilledAfterDeath>`
    select b.number, p.name as "partnerName", count(*)::integer as months, sum(l.amount)::bigint as amount
    from bill_line l join partner p on p.partner_id = l.partner_id left join bill b on b.bill_id = l.bill_id
    where l.person_id = any (${recordsOf(personId)}) and not l.cancelled and l.month > ${monthIndex(monthOf(diedOn))}
      and not exists (
        select from cover c where c.person_id = l.person_id and c.membership_id = l.membership_id and c.bill_id = l.bill_id
          and c.closed_at is null)
    group by l.bill_id, b.number, p.name order by b.number, p.name`.execute(tx.db);
  return rows;
}

/** Paid months of the person after that of the day, by partner. */
export async function listPaidAfter(tx: Tx, personId: string, diedOn: Day): Promise<PaidAfterDeath[]> {
  const died = monthIndex(monthOf(diedOn));
  const { rows } = await sql<{ partnerName: string; months: number; through: number }>`
    select p.name as "partnerName", sum(upper(c.months) - greatest(lower(c.months), ${died}::integer + 1))::integer as months,
      max(upper(c.months) - 1) as through
    from cover c join partner p on p.partner_id = c.partner_id
    where c.person_id = any (${recordsOf(personId)}) and c.closed_at is null and c.evidence = 'ledger'
      and upper(c.months) - 1 > ${died}
    group by p.partner_id, p.name order by p.name`.execute(tx.db);
  return rows.map((row) => ({ ...row, through: monthFromIndex(row.through) }));
}

/** People who left a list by death, as a partner says, and are not known to have died; all of them when `limit` is null. */
export async function listTold(tx: Tx, limit: number | null): Promise<ToldDeath[]> {
  const { rows } = await sql<Omit<ToldDeath, 'lastDay'> & { lastDay: string }>`
    select p.person_id as "personId", p.name, a.name as "areaName", e.last_day as "lastDay", t.name as "partnerName", e.note,
      e.made_by as by, e.recorded_at as at
    from membership_end e
    join person p on p.person_id = e.person_id join area a on a.code = p.area join partner t on t.partner_id = e.partner_id
    where e.reason = 'died' and e.from_before is null and e.undone_at is null and p.died_on is null
    order by e.recorded_at, e.person_id limit ${limit}::integer`.execute(tx.db);
  return rows.map((row) => ({ ...row, lastDay: day(row.lastDay) }));
}
