import { type Day, day, type Month, monthFromIndex } from '@payung/kernel';
import { sql } from 'kysely';
import { fetchInBatches, type Tx, within } from '#platform/context';

/** A decree that names people of a bill. */
export interface BillDecree {
  readonly decreeId: string;
  readonly number: string;
  readonly signedOn: Day;
  /** People of the bill who are members by it. */
  readonly people: number;
}

/** The decrees by which people of a bill are members, by date, and how many are by none. */
export async function countByDecree(
  tx: Tx,
  billId: string,
): Promise<{ decrees: BillDecree[]; withoutDecree: number }> {
  const { rows } = await sql<{ decreeId: string | null; number: string; signedOn: string; people: number }>`
    select m.decree_id as "decreeId", d.number, d.signed_on as "signedOn", m.people
    from (
      select m.decree_id, count(distinct l.person_id)::integer as people
      from bill_line l join membership m on m.person_id = l.person_id and m.membership_id = l.membership_id
      where l.bill_id = ${billId} and ${within(tx, 'l.area', 'l.partner_id')}
      group by m.decree_id
    ) m left join decree d on d.decree_id = m.decree_id
    order by d.signed_on, d.number`.execute(tx.db);
  const decrees = rows.flatMap(({ decreeId, signedOn, ...row }) =>
    decreeId === null ? [] : [{ ...row, decreeId, signedOn: day(signedOn) }],
  );
  return { decrees, withoutDecree: rows.find(({ decreeId }) => decreeId === null)?.people ?? 0 };
}

/** What a bill asks for one member and month. */
export interface BillLine {
  readonly personId: string;
  readonly membershipId: string;
  readonly month: Month;
  /** Null when the person has since moved to where the caller may not look. */
  readonly name: string | null;
  /** Where the person lived when billed. */
  readonly village: number;
  readonly villageName: string;
  readonly jkk: number;
  readonly jkm: number;
  readonly jht: number;
  readonly amount: number;
  /** The decree that names the person; null when they were enrolled otherwise. */
  readonly decree: { readonly decreeId: string; readonly number: string; readonly signedOn: Day } | null;
  /** Number in its annex; null without an annex by name. */
  readonly annexPlace: number | null;
}

interface LineRow {
  person_id: string;
  membership_id: string;
  month: number;
  name: string | null;
  name_key: string;
  area: number;
  village_name: string;
  jkk: number;
  jkm: number;
  jht: number;
  amount: number;
  decree_id: string | null;
  annex_place: number | null;
  number: string | null;
  signed_on: string | null;
}

function linesOf(tx: Tx, billId: string) {
  return sql`
    select l.person_id, l.membership_id, l.month, p.name, coalesce(p.name_key, '') as name_key, l.area,
      village.name as village_name, l.jkk, l.jkm, l.jht, l.amount, m.decree_id, m.annex_place, d.number, d.signed_on
    from bill_line l
    join area village on village.code = l.area
    left join person p on p.person_id = l.person_id
    left join membership m on m.person_id = l.person_id and m.membership_id = l.membership_id
    left join decree d on d.decree_id = m.decree_id
    where l.bill_id = ${billId} and ${within(tx, 'l.area', 'l.partner_id')}`;
}

const byName = sql`order by name_key, membership_id, month`;

/** A page of the lines by name; `next` is where the following one begins. */
export async function listLines(
  tx: Tx,
  billId: string,
  after: string | undefined,
  limit: number,
): Promise<{ lines: BillLine[]; next: string | null }> {
  const [name = '', membership = '', month = ''] = after?.split('|') ?? [];
  const from =
    after === undefined
      ? sql`true`
      : sql`(name_key, membership_id, month) > (${name}, ${membership}::uuid, ${month}::integer)`;
  const { rows } = await sql<LineRow>`
    select * from (${linesOf(tx, billId)}) line where ${from} ${byName} limit ${limit + 1}`.execute(tx.db);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    lines: page.map(lineOf),
    next:
      rows.length > limit && last !== undefined
        ? `${last.name_key}|${last.membership_id}|${last.month}`
        : null,
  };
}

/** All of them in the same order, batch by batch. */
export async function* streamLines(tx: Tx, billId: string): AsyncGenerator<BillLine[]> {
  const all = sql`select * from (${linesOf(tx, billId)}) line ${byName}`;
  for await (const rows of fetchInBatches<LineRow>(tx, all)) yield rows.map(lineOf);
}

/** How many lines of a bill the scope shows. */
export async function countLines(tx: Tx, billId: string): Promise<number> {
  const { rows } = await sql<{ lines: number }>`
    select count(*)::integer as lines from bill_line l
    where l.bill_id = ${billId} and ${within(tx, 'l.area', 'l.partner_id')}`.execute(tx.db);
  return rows[0]?.lines ?? 0;
}

function lineOf(row: LineRow): BillLine {
  return {
    personId: row.person_id,
    membershipId: row.membership_id,
    month: monthFromIndex(row.month),
    name: row.name,
    village: row.area,
    villageName: row.village_name,
    jkk: row.jkk,
    jkm: row.jkm,
    jht: row.jht,
    amount: row.amount,
    decree:
      row.decree_id === null || row.number === null || row.signed_on === null
        ? null
        : { decreeId: row.decree_id, number: row.number, signedOn: day(row.signed_on) },
    annexPlace: row.annex_place,
  };
}
