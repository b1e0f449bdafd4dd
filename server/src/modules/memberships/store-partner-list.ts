import { day, firstDay, monthFromIndex, monthIndex } from '@payung/kernel';
import { sql } from 'kysely';
import type { Group, Segment } from '#partners';
import { fetchInBatches, type Tx } from '#platform/context';
import type {
  ChangesWanted,
  ListChange,
  ListedMember,
  PartnerListWanted,
  PaymentState,
} from './partner-list.ts';

/** What the list needs beyond what was asked: the earliest last paid month after which the month is tolerated, as an index. */
type Query = PartnerListWanted & { readonly toleratedFrom: number };

/** Memberships agreed with the partner and in force on any day of the month, each with the state of its payment. */
function listed({ partnerId, month, toleratedFrom }: Query) {
  const index = monthIndex(month);
  return sql`
    select m.person_id, m.membership_id, m.segment, m.grp, m.area, m.during, a.number, c.paid_through,
      case when c.paid then 'paid'
        when c.relieved or c.last_before is null or c.last_before >= ${toleratedFrom} then 'unpaid' else 'lapsed' end as state
    from agreement a
    join membership m on m.agreement_id = a.agreement_id
    cross join lateral (
      select
        coalesce(bool_or(evidence <> 'law' and months @> ${index}::integer), false) as paid,
        coalesce(bool_or(evidence = 'law' and months @> ${index}::integer), false) as relieved,
        max(least(upper(months) - 1, ${index - 1}::integer))
          filter (where evidence <> 'law' and lower(months) < ${index}::integer) as last_before,
        max(upper(months) - 1) filter (where evidence <> 'law') as paid_through
      from cover
      where cover.person_id = m.person_id and cover.membership_id = m.membership_id and closed_at is null
    ) c
    where a.partner_id = ${partnerId}
      and m.during && daterange(${firstDay(month)}::date, (${firstDay(month)}::date + interval '1 month')::date)`;
}

/** How many are in which state. */
export async function countMembers(tx: Tx, query: Query): Promise<Record<PaymentState, number>> {
  const { rows } = await sql<{ state: PaymentState; count: number }>`
    select state, count(*)::integer as count from (${listed(query)}) m group by state`.execute(tx.db);
  return {
    paid: 0,
    unpaid: 0,
    lapsed: 0,
    ...Object.fromEntries(rows.map(({ state, count }) => [state, count])),
  };
}

interface MemberRow {
  person_id: string;
  membership_id: string;
  name: string | null;
  name_key: string;
  birth_date: string | null;
  area: number;
  village_name: string;
  segment: string;
  grp: string;
  number: string;
  from: string;
  until: string | null;
  state: PaymentState;
  paid_through: number | null;
}

/** Members with what is shown of them. */
function shown(query: Query) {
  return sql`
      select m.person_id, m.membership_id, p.name, coalesce(p.name_key, '') as name_key, p.birth_date, m.area,
        village.name as village_name, m.segment, m.grp, m.number, lower(m.during) as "from", upper(m.during) as until, m.state,
        m.paid_through
      from (${listed(query)}) m
      join area village on village.code = m.area
      left join person p on p.person_id = m.person_id
      where ${query.state === undefined ? sql`true` : sql`m.state = ${query.state}`}`;
}

/** The whole list by name, batch by batch. */
export async function* streamMembers(tx: Tx, query: Query): AsyncGenerator<ListedMember[]> {
  const all = sql`select * from (${shown(query)}) found order by name_key, membership_id`;
  for await (const rows of fetchInBatches<MemberRow>(tx, all)) yield rows.map(memberOf);
}

/** A page of the list by name; `next` is where the following one begins. */
export async function listMembers(
  tx: Tx,
  query: Query,
  limit: number,
): Promise<{ members: ListedMember[]; next: string | null }> {
  const at = query.after?.lastIndexOf('|') ?? -1;
  const after = query.after === undefined ? undefined : [query.after.slice(0, at), query.after.slice(at + 1)];
  const { rows } = await sql<MemberRow>`
    select * from (${shown(query)}) found
    where ${after === undefined ? sql`true` : sql`(name_key, membership_id) > (${after[0]}, ${after[1]}::uuid)`}
    order by name_key, membership_id limit ${limit + 1}`.execute(tx.db);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    members: page.map(memberOf),
    next: rows.length > limit && last !== undefined ? `${last.name_key}|${last.membership_id}` : null,
  };
}

function memberOf(row: MemberRow): ListedMember {
  return {
    personId: row.person_id,
    membershipId: row.membership_id,
    name: row.name,
    birthDate: row.birth_date === null ? null : day(row.birth_date),
    village: row.area,
    villageName: row.village_name,
    segment: row.segment as Segment,
    group: row.grp as Group,
    agreementNumber: row.number,
    from: day(row.from),
    until: row.until === null ? null : day(row.until),
    state: row.state,
    paidThrough: row.paid_through === null ? null : monthFromIndex(row.paid_through),
  };
}

/** Who entered and who left in the span; somebody who did both is there twice. */
function changes({ partnerId, from, to }: ChangesWanted) {
  return sql`
    select x.*, p.name, village.name as village_name
    from (
      select 'entered' as kind, lower(m.during) as on_day, m.person_id, m.membership_id, m.area, m.grp, a.number,
        null::text as reason, r.file_name as note, null::text as recorded_by, false as undoable
      from agreement a join membership m on m.agreement_id = a.agreement_id
      left join roster r on r.roster_id = m.roster_id
      where a.partner_id = ${partnerId} and lower(m.during) between ${from}::date and ${to}::date
      union all
      select 'left', upper(m.during) - 1, m.person_id, m.membership_id, m.area, m.grp, a.number,
        coalesce(e.reason, 'agreement_ended'), e.note, e.made_by, e.end_id is not null and e.from_before is null
      from agreement a join membership m on m.agreement_id = a.agreement_id
      left join membership_end e on e.person_id = m.person_id and e.membership_id = m.membership_id and e.undone_at is null
      where a.partner_id = ${partnerId} and upper(m.during) - 1 between ${from}::date and ${to}::date
    ) x
    join area village on village.code = x.area
    left join person p on p.person_id = x.person_id`;
}

/** How many entered and left. */
export async function countChanges(
  tx: Tx,
  wanted: ChangesWanted,
): Promise<{ entered: number; left: number }> {
  const { rows } = await sql<{ entered: number; left: number }>`
    select count(*) filter (where kind = 'entered')::integer as entered, count(*) filter (where kind = 'left')::integer as "left"
    from (${changes(wanted)}) found`.execute(tx.db);
  return rows[0] ?? { entered: 0, left: 0 };
}

interface ChangeRow {
  kind: ListChange['kind'];
  on_day: string;
  person_id: string;
  membership_id: string;
  name: string | null;
  area: number;
  village_name: string;
  grp: string;
  number: string;
  reason: ListChange['reason'];
  note: string | null;
  recorded_by: string | null;
  undoable: boolean;
}

function inOrder(wanted: ChangesWanted) {
  return sql`select * from (${changes(wanted)}) found order by on_day, kind, name, membership_id`;
}

/** The changes by day, then name. */
export async function listChanges(tx: Tx, wanted: ChangesWanted, limit: number): Promise<ListChange[]> {
  const { rows } = await sql<ChangeRow>`${inOrder(wanted)} limit ${limit}`.execute(tx.db);
  return rows.map(changeOf);
}

/** All of them in the same order, batch by batch. */
export async function* streamChanges(tx: Tx, wanted: ChangesWanted): AsyncGenerator<ListChange[]> {
  for await (const rows of fetchInBatches<ChangeRow>(tx, inOrder(wanted))) yield rows.map(changeOf);
}

function changeOf(row: ChangeRow): ListChange {
  return {
    kind: row.kind,
    on: day(row.on_day),
    personId: row.person_id,
    membershipId: row.membership_id,
    name: row.name,
    village: row.area,
    villageName: row.village_name,
    group: row.grp as Group,
    agreementNumber: row.number,
    reason: row.reason,
    note: row.note,
    recordedBy: row.recorded_by,
    undoable: row.undoable,
  };
}
