import { sql } from 'kysely';
import type { Level } from '#areas';
import type { Tx } from '#platform/context';
import type { FactPayloads } from '#platform/facts';
import type { Counts, Dimension, Registered } from '../model.ts';

/** What changed, in the terms of count_cover_change; absent parts did not change. */
interface CountChange {
  readonly people: readonly string[];
  readonly added?: readonly string[];
  readonly closed?: readonly string[];
  readonly merged?: readonly string[];
  readonly unmerged?: readonly string[];
  readonly moved?: FactPayloads['person.moved']['people'];
}

/** Appends what the change did to the count: state before with a minus, state now with a plus. Returns the rows appended. */
export async function appendDeltas(tx: Tx, change: CountChange): Promise<number> {
  const { rows } = await tx.client.query<{ appended: number }>(
    'select payung.count_cover_change($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::jsonb) as appended',
    [
      change.people,
      change.added ?? [],
      change.closed ?? [],
      change.merged ?? [],
      change.unmerged ?? [],
      JSON.stringify(
        Object.fromEntries((change.moved ?? []).map((person) => [person.personId, person.residences])),
      ),
    ],
  );
  return rows[0]?.appended ?? 0;
}

/** Both persons of each of these merges. */
export async function listMergedPeople(tx: Tx, aliasIds: readonly string[]): Promise<string[]> {
  if (aliasIds.length === 0) return [];
  const rows = await tx.db
    .selectFrom('person_alias')
    .select(['person_id', 'canonical_id'])
    .where('alias_id', 'in', aliasIds)
    .execute();
  return rows.flatMap((row) => [row.person_id, row.canonical_id]);
}

const sums = sql`sum(people)::integer as people, sum(stated)::integer as stated, sum(jkk)::integer as jkk, sum(jkm)::integer as jkm,
  sum(jht)::integer as jht, sum(jp)::integer as jp, sum(jkp)::integer as jkp`;
const added = sql`people = counted.people + excluded.people, stated = counted.stated + excluded.stated, jkk = counted.jkk + excluded.jkk,
  jkm = counted.jkm + excluded.jkm, jht = counted.jht + excluded.jht, jp = counted.jp + excluded.jp,
  jkp = counted.jkp + excluded.jkp`;

/**
 * Moves all deltas into cells and roll-ups, in one statement: whoever reads sees each of them either here or there.
 * Deltas that other transactions append meanwhile wait for the next time. Returns how many were moved.
 */
export async function foldDeltas(tx: Tx): Promise<number> {
  // Two at once would wait for each other's cells in different orders.
  await sql`select pg_advisory_xact_lock(7462)`.execute(tx.db);
  const { rows } = await sql<{ moved: number }>`
    with taken as (
      delete from cover_delta returning *
    ), summed as (
      select area, month, segment, grp, fund_id, ${sums} from taken
      group by area, month, segment, grp, fund_id
      having sum(people) <> 0 or sum(stated) <> 0 or sum(jkk) <> 0 or sum(jkm) <> 0 or sum(jht) <> 0 or sum(jp) <> 0 or sum(jkp) <> 0
    ), cells as (
      insert into cover_cell as counted (area, month, segment, grp, fund_id, people, stated, jkk, jkm, jht, jp, jkp)
      select * from summed
      on conflict (month, area, segment, grp, fund_id) do update set ${added}
    ), rollups as (
      insert into cover_rollup as counted (area, month, segment, grp, fund_id, people, stated, jkk, jkm, jht, jp, jkp)
      select area - area % width, month, segment, grp, fund_id, ${sums}
      from summed cross join (values (10000), (1000000), (100000000)) level (width)
      group by area - area % width, month, segment, grp, fund_id
      on conflict (month, area, segment, grp, fund_id) do update set ${added}
    )
    select count(*) as moved from taken`.execute(tx.db);
  return rows[0]?.moved ?? 0;
}

/** True when some deltas wait to be folded. */
export async function hasDeltas(tx: Tx): Promise<boolean> {
  return (await tx.db.selectFrom('cover_delta').select('delta_id').limit(1).executeTakeFirst()) !== undefined;
}

/** The area counted: its code, first code after it, and its level. */
interface CountedArea {
  readonly code: number;
  readonly beyond: number;
  readonly level: Level;
}

/** Rows of the count for the area itself: cells for a village, roll-ups above, and what is not folded yet. */
function ownRows(area: CountedArea, month: number) {
  const folded = area.level === 'village' ? sql.table('cover_cell') : sql.table('cover_rollup');
  return sql`(
    select segment, grp, fund_id, people, stated, jkk, jkm, jht, jp, jkp from ${folded} where month = ${month} and area = ${area.code}
    union all
    select segment, grp, fund_id, people, stated, jkk, jkm, jht, jp, jkp from cover_delta
    where month = ${month} and area >= ${area.code} and area < ${area.beyond}
  ) counted`;
}

/** The area's total. */
export async function countArea(tx: Tx, area: CountedArea, month: number): Promise<Counts> {
  const { rows } = await sql<Counts>`
    select coalesce(sum(people), 0)::integer as people, coalesce(sum(stated), 0)::integer as stated, coalesce(sum(jkk), 0)::integer as jkk,
      coalesce(sum(jkm), 0)::integer as jkm, coalesce(sum(jht), 0)::integer as jht,
      coalesce(sum(jp), 0)::integer as jp, coalesce(sum(jkp), 0)::integer as jkp
    from ${ownRows(area, month)}`.execute(tx.db);
  const [counts] = rows;
  if (counts === undefined) throw new Error('an aggregate without groups has one row');
  return counts;
}

const widths = { province: 1_000_000, regency: 10_000, district: 1, village: 1 } as const;

/** The total of each area right below `area`, by code; an area with nobody is absent, and those out of scope are too. */
export async function countChildren(tx: Tx, area: CountedArea, month: number): Promise<Map<number, Counts>> {
  if (area.level === 'village') return new Map();
  const folded = area.level === 'district' ? sql.table('cover_cell') : sql.table('cover_rollup');
  const width = widths[area.level];
  const { rows } = await sql<Counts & { child: number }>`
    select child, ${sums} from (
      select area as child, people, stated, jkk, jkm, jht, jp, jkp from ${folded}
      where month = ${month} and area in (select code from area where parent = ${area.code})
      union all
      select area - area % ${width}::bigint, people, stated, jkk, jkm, jht, jp, jkp from cover_delta
      where month = ${month} and area >= ${area.code} and area < ${area.beyond}
    ) counted
    group by child`.execute(tx.db);
  return new Map(rows.map(({ child, ...counts }) => [child, counts]));
}

/** The area's count by segment, group or fund, those with somebody only; the largest first. */
export async function countBy(
  tx: Tx,
  area: CountedArea,
  month: number,
  by: Exclude<Dimension, 'area'>,
): Promise<{ key: string; label: string; counts: Counts }[]> {
  const key = { segment: sql`segment`, group: sql`grp`, fund: sql`fund_id::text` }[by];
  const label = by === 'fund' ? sql`coalesce(fund.name, counted.key)` : sql`counted.key`;
  const { rows } = await sql<Counts & { key: string; label: string }>`
    select counted.key, ${label} as label, people, stated, jkk, jkm, jht, jp, jkp
    from (select ${key} as key, ${sums} from ${ownRows(area, month)} group by 1) counted
      left join fund on fund.fund_id::text = counted.key
    where people <> 0 order by people desc, counted.key`.execute(tx.db);
  return rows.map(({ key: found, label: named, ...counts }) => ({ key: found, label: named, counts }));
}

/** People with a membership in the month who live in the area, and how many of them nobody paid for. */
export async function countRegistered(tx: Tx, area: CountedArea, month: number): Promise<Registered> {
  const { rows } = await sql<Registered>`
    select registered, unpaid, tolerated from registered_people(${area.code}, ${area.beyond}, ${month})`.execute(
    tx.db,
  );
  const [registered] = rows;
  if (registered === undefined) throw new Error('an aggregate without groups has one row');
  return registered;
}
