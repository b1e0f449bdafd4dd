import { type Day, type Month, monthFromIndex } from '@payung/kernel';
import type { Json, Result } from '@payung/law';
import { sql } from 'kysely';
import { forgetPlans, type Tx, within } from '#platform/context';

/** What decides a contribution, apart from the month and the payer. */
export interface Basis {
  readonly sector: 'transport' | 'other';
  readonly programmes: number;
  readonly income: number;
}

/** The distinct bases of the agreement's memberships that run in `[from, until)`. */
export async function listBases(tx: Tx, agreementId: string, from: Day, until: Day): Promise<Basis[]> {
  const { rows } = await sql<Basis>`
    select distinct m.sector, m.programmes, b.income
    from membership m
    join membership_basis b on b.person_id = m.person_id and b.membership_id = m.membership_id
    where m.agreement_id = ${agreementId} and ${within(tx, 'm.area', 'm.partner_id')}
      and m.during && daterange(${from}::date, ${until}::date) and b.during && daterange(${from}::date, ${until}::date)
    order by 1, 2, 3`.execute(tx.db);
  return rows;
}

/** A contribution computed once: on which basis, in which month, how much, and why. */
export interface Term extends Basis {
  /** Month index and the days it spans. */
  readonly month: number;
  readonly firstDay: Day;
  readonly beyond: Day;
  readonly jkk: number;
  readonly jkm: number;
  readonly jht: number;
  /** Address of the explanation, hexadecimal. */
  readonly explanation: string;
}

/** Keeps explanations by their content; one that is there already stays as it is. */
export async function insertExplanations(tx: Tx, trees: ReadonlyMap<string, Json>): Promise<void> {
  const rows = [...trees].map(([hash, tree]) => ({ hash, tree }));
  await sql`
    insert into explanation (hash, tree)
    select decode(hash, 'hex'), tree
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as e(hash text, tree jsonb)
    on conflict (hash) do nothing`.execute(tx.db);
}

/** What the new lines of a bill come to; `first` and `last` are the indexes of the months they are of. */
export interface LineTotals {
  readonly lines: number;
  readonly people: number;
  readonly amount: number;
  readonly first: number;
  readonly last: number;
}

/**
 * Writes one line for each membership in force in a month of `terms` and not on one of the `earlier` bills for it; the dead are
 * left out from the month after their death. A membership whose basis has no term ends in a not-null violation: nobody is left
 * out unseen. Of records that are one person a month has one line, that of the record that speaks where it is a member. Undefined
 * when there was nobody to bill.
 *
 * What is billed already is taken away by `except`, which sorts or hashes: as a join it would be searched from end to end for
 * every line, because the planner cannot know how many rows row-level security lets through and expects one.
 */
export async function insertLines(
  tx: Tx,
  agreementId: string,
  billId: string,
  terms: readonly Term[],
  earlier: readonly string[],
): Promise<LineTotals | undefined> {
  await forgetPlans(tx);
  const inForce = sql`membership m join month on m.during && daterange(month.first_day, month.beyond)
        and m.agreement_id = ${agreementId} and ${within(tx, 'm.area', 'm.partner_id')}`;
  const source =
    earlier.length === 0
      ? inForce
      : sql`(
          select m.person_id, m.membership_id, month.index from ${inForce}
          except
          select person_id, membership_id, month from bill_line where bill_id = any (${earlier}::uuid[])
        ) unbilled
        join membership m on m.person_id = unbilled.person_id and m.membership_id = unbilled.membership_id
        join month on month.index = unbilled.index`;
  const { rows } = await sql<LineTotals>`
    with term as (
      select sector, programmes, income, month, jkk, jkm, jht, decode(explanation, 'hex') as explanation
      from jsonb_to_recordset(${JSON.stringify(terms)}::jsonb) as t(sector text, programmes smallint, income bigint,
        month integer, jkk integer, jkm integer, jht integer, explanation text)
    ), ${billedMonths(terms)}, due as (
      select m.person_id, m.membership_id, m.partner_id, m.sector, m.programmes, month.index,
        greatest(month.first_day, lower(m.during)) as on_day,
        case when ${within(tx, 'p.area', 'm.partner_id')} then p.area else m.area end as area
      from ${source}
      left join person p on p.person_id = m.person_id
      where p.died_on is null or p.died_on >= month.first_day
    ), ${onceForEach(await hasMerges(tx), earlier)}, line as (
      insert into bill_line (person_id, membership_id, month, bill_id, jkk, jkm, jht, amount, explanation, partner_id, area)
      select due.person_id, due.membership_id, due.index, ${billId}::uuid, t.jkk, t.jkm, t.jht, t.jkk + t.jkm + t.jht,
        t.explanation, due.partner_id, due.area
      from once due
      left join membership_basis b on b.person_id = due.person_id and b.membership_id = due.membership_id
        and b.during @> due.on_day
      left join term t on t.month = due.index and t.sector = due.sector and t.programmes = due.programmes
        and t.income = b.income
      returning person_id, month, amount
    )
    select count(*)::integer as lines, count(distinct person_id)::integer as people, sum(amount)::bigint as amount,
      min(month) as first, max(month) as last
    from line having count(*) > 0`.execute(tx.db);
  return rows[0];
}

async function hasMerges(tx: Tx): Promise<boolean> {
  const found = await tx.db
    .selectFrom('person_alias')
    .select('alias_id')
    .where('undone_at', 'is', null)
    .limit(1)
    .execute();
  return found.length > 0;
}

/** What is due, with one line a month for whoever has several records; as a table expression `once`. */
function onceForEach(merges: boolean, earlier: readonly string[]) {
  if (!merges) return sql`once as (select * from due)`;
  return sql`alias as (
      select person_id, canonical_person(person_id) as speaker from person_alias where undone_at is null
    ), record as materialized (
      select person_id, speaker from alias union select speaker, speaker from alias
    ), once as (
      select due.* from due where due.person_id not in (select person_id from record)
      union all
      (select distinct on (record.speaker, due.index) due.*
      from due join record on record.person_id = due.person_id
      where not exists (
        select 1 from bill_line l join record other on other.person_id = l.person_id
        where other.speaker = record.speaker and l.month = due.index and l.bill_id = any (${earlier}::uuid[]))
      order by record.speaker, due.index, due.person_id <> record.speaker, due.membership_id)
    )`;
}

/** How many people were left out because they died before the last of these months began: without it they would be members. */
export async function countDeceased(tx: Tx, agreementId: string, terms: readonly Term[]): Promise<number> {
  const { rows } = await sql<{ deceased: number }>`
    with ${billedMonths(terms)}
    select count(distinct m.person_id)::integer as deceased
    from membership m
    left join membership_end e on e.person_id = m.person_id and e.membership_id = m.membership_id and e.from_before is not null
      and e.undone_at is null
    join month on daterange(month.first_day, month.beyond)
      && case when e.end_id is null then m.during else daterange(e.from_before, e.until_before) end
    join person p on p.person_id = m.person_id and p.died_on < month.first_day
    where m.agreement_id = ${agreementId} and ${within(tx, 'm.area', 'm.partner_id')}`.execute(tx.db);
  return rows[0]?.deceased ?? 0;
}

/** The months of the terms, each once, as a table expression. */
function billedMonths(terms: readonly Term[]) {
  const months = new Map(terms.map(({ month, firstDay, beyond }) => [month, { month, firstDay, beyond }]));
  return sql`month as (
    select month as index, "firstDay" as first_day, beyond
    from jsonb_to_recordset(${JSON.stringify([...months.values()])}::jsonb) as t(month integer, "firstDay" date, beyond date)
  )`;
}

/** The lines of a bill summed by village and month. */
export interface VillageTotal {
  readonly area: number;
  readonly areaName: string;
  readonly month: Month;
  readonly people: number;
  readonly jkk: number;
  readonly jkm: number;
  readonly jht: number;
  readonly amount: number;
}

export async function listVillageTotals(tx: Tx, billId: string): Promise<VillageTotal[]> {
  const { rows } = await sql<Omit<VillageTotal, 'month'> & { month: number }>`
    select l.area, a.name as "areaName", l.month, count(distinct l.person_id)::integer as people, sum(l.jkk)::bigint as jkk,
      sum(l.jkm)::bigint as jkm, sum(l.jht)::bigint as jht, sum(l.amount)::bigint as amount
    from bill_line l join area a on a.code = l.area
    where l.bill_id = ${billId} and ${within(tx, 'l.area', 'l.partner_id')}
    group by l.area, a.name, l.month order by l.month, l.area`.execute(tx.db);
  return rows.map((row) => ({ ...row, month: monthFromIndex(row.month) }));
}

/** Why lines of a bill are what they are, and how many lines share the reason. */
export interface LineReason {
  readonly hash: string;
  readonly tree: Result;
  readonly lines: number;
  readonly amount: number;
}

export async function listReasons(tx: Tx, billId: string): Promise<LineReason[]> {
  const { rows } = await sql<LineReason>`
    select encode(e.hash, 'hex') as hash, e.tree, l.lines, l.amount
    from (
      select explanation, min(month) as month, count(*)::integer as lines, sum(amount)::bigint as amount
      from bill_line where bill_id = ${billId} and ${within(tx, 'bill_line.area', 'bill_line.partner_id')}
      group by explanation
    ) l join explanation e on e.hash = l.explanation
    order by l.month, l.lines desc, e.hash`.execute(tx.db);
  return rows;
}
