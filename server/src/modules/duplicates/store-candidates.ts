import type { ClearPerson } from '@payung/identity';
import { day } from '@payung/kernel';
import { type RawBuilder, sql } from 'kysely';
import type { AreaRange } from '#platform/access';
import { fetchInBatches, type Tx } from '#platform/context';

/** Whose likely duplicates are looked for: the people of an area, or those whom an accepted roster brought. */
export type Sought = { readonly area: AreaRange } | { readonly rosterId: string };

/** Somebody as the clear columns tell, under the record that speaks for them. */
export interface ClearRecord extends Omit<ClearPerson, 'name'> {
  readonly personId: string;
  readonly name: string;
  /** Whether somebody else claims the same NIK, too. */
  readonly disputed: boolean;
}

/** A record of a village. One that was merged is met under its own name, and told as who speaks for it. */
export interface VillageRecord {
  readonly village: number;
  readonly name: string;
  readonly numbered: boolean;
  readonly isSought: boolean;
  readonly speaker: ClearRecord;
}

export type ClearPair = readonly [ClearRecord, ClearRecord];

/** A key shared by more people than this tells nobody apart and is not followed. */
export const largestBlock = 50;

/** One of the parts in which a search goes through the base, by the keys and by the villages: each is a transaction. */
export interface Part {
  readonly index: number;
  readonly of: number;
}

/** In how many parts a search goes through the base, so that none has many more keys than this. */
export async function countParts(matchTx: Tx, keysAtOnce: number): Promise<number> {
  const { rows } = await sql<{ parts: number }>`
    select greatest(1, ceil(count(*)::numeric / ${keysAtOnce}::integer))::integer as parts from match_key`.execute(
    matchTx.db,
  );
  return rows[0]?.parts ?? 1;
}

/** Keys are evenly spread over their 64 bits. */
function keysOf({ index, of }: Part): RawBuilder<unknown> {
  const from = (at: number) => (2n ** 64n * BigInt(at)) / BigInt(of) - 2n ** 63n;
  return sql`select hash, person_id from match_key
    where hash between ${String(from(index))}::bigint and ${String(from(index + 1) - 1n)}::bigint`;
}

const inArea = (column: string, [from, beyond]: AreaRange) =>
  sql`(${sql.ref(column)} >= ${from}::bigint and ${sql.ref(column)} < ${beyond}::bigint)`;

/** Of a record p, merged into s or not: whether somebody sought has it. */
function isSought(sought: Sought): RawBuilder<unknown> {
  return 'area' in sought
    ? sql`coalesce(${inArea('p.area', sought.area)} or ${inArea('s.area', sought.area)}, false)`
    : sql`coalesce(p.person_id in (select person_id from mine) or s.person_id in (select person_id from mine), false)`;
}

/**
 * Who speaks for a merged record, read first, since under a row-level policy a function of ours keeps a join from its index; then the
 * records of the villages of the part where somebody sought has one.
 */
function base(sought: Sought, { index, of }: Part): RawBuilder<unknown> {
  const [mine, areas] =
    'area' in sought
      ? [
          sql`select null::uuid as person_id where false`,
          sql`select code from area where ${inArea('code', sought.area)} union
            select p.area from spoken k join person p using (person_id) join person s on s.person_id = k.speaker_id
            where ${inArea('s.area', sought.area)}`,
        ]
      : [
          sql`select person_id from roster_row where roster_id = ${sought.rosterId} and verdict = 'new' and person_id is not null`,
          sql`select p.area from mine join person p using (person_id) union
            select p.area from spoken k join person p using (person_id) where k.speaker_id in (select person_id from mine)`,
        ];
  return sql`
    spoken as materialized (
      select person_id, canonical_person(canonical_id) as speaker_id from person_alias where undone_at is null
    ), mine as materialized (${mine}), village as materialized (
      select code from (${areas}) wanted (code)
      where code in (
        select code from (select code, ntile(${of}::integer) over (order by code) - 1 as part from area where level = 'village') parts
        where part = ${index}::integer)
    ), here as materialized (
      select p.area, p.name, p.name_key, p.numbered, coalesce(k.speaker_id, p.person_id) as speaker_id,
        ${isSought(sought)} as is_sought
      from person p left join spoken k using (person_id) left join person s on s.person_id = k.speaker_id
      where p.area in (select code from village)
    )`;
}

const columns = (table: string, prefix: string) =>
  sql.join(
    ['person_id', 'name', 'sex', 'birth_date', 'birth_precision', 'area', 'numbered'].map(
      (column) => sql`${sql.ref(`${table}.${column}`)} as ${sql.ref(`${prefix}${column}`)}`,
    ),
  );

const disputed = (table: string) =>
  sql`exists (select from identifier i where i.person_id = ${sql.ref(`${table}.person_id`)} and i.state = 'disputed')`;

interface Columns {
  person_id: string;
  name: string;
  sex: 'L' | 'P' | null;
  birth_date: string | null;
  birth_precision: 'day' | 'month' | 'year' | null;
  area: number;
  numbered: boolean;
  disputed: boolean;
}

type PairColumns = { readonly [Name in keyof Columns as `${'a_' | 'b_'}${Name}`]: Columns[Name] };

function recordOf(row: Columns): ClearRecord {
  return {
    personId: row.person_id,
    name: row.name,
    sex: row.sex ?? undefined,
    birthDate: row.birth_date === null ? undefined : day(row.birth_date),
    birthPrecision: row.birth_precision ?? undefined,
    village: row.area,
    numbered: row.numbered,
    disputed: row.disputed,
  };
}

function pairOf(row: PairColumns): ClearPair {
  const side = (prefix: 'a_' | 'b_'): ClearRecord =>
    recordOf({
      person_id: row[`${prefix}person_id`],
      name: row[`${prefix}name`],
      sex: row[`${prefix}sex`],
      birth_date: row[`${prefix}birth_date`],
      birth_precision: row[`${prefix}birth_precision`],
      area: row[`${prefix}area`],
      numbered: row[`${prefix}numbered`],
      disputed: row[`${prefix}disputed`],
    });
  return [side('a_'), side('b_')];
}

/**
 * Living people of whom one is sought and who share a match key of the part, or a name in a village of it; each pair once, batch by
 * batch. The database puts them together from the keys they are kept under: no envelope is opened for it. Only the matching role can
 * ask.
 *
 * @param under keys of those sought, where they are few: without them all keys of the part are read through to find theirs
 */
export async function* streamSharing(
  matchTx: Tx,
  sought: Sought,
  part: Part,
  under?: readonly bigint[],
): AsyncGenerator<ClearPair[]> {
  const keys =
    under === undefined
      ? keysOf(part)
      : sql`select hash, person_id from match_key where hash in (select unnest(${`{${under.join(',')}}`}::bigint[]))`;
  const query = sql`
    with ${base(sought, part)}, key as materialized (
      select m.hash, coalesce(k.speaker_id, p.person_id) as speaker_id, ${isSought(sought)} as is_sought
      from (${keys}) m join person p using (person_id)
        left join spoken k using (person_id) left join person s on s.person_id = k.speaker_id
    ), block as (
      select array_agg(speaker_id) as people, array_agg(is_sought) as sought from key
      group by hash having bool_or(is_sought) and count(*) between 2 and ${largestBlock}::integer
      union all
      -- Whoever moved is kept under keys of the village before: in the new one the name itself is the key.
      select array_agg(speaker_id), array_agg(is_sought) from here
      group by area, name_key having bool_or(is_sought) and count(*) between 2 and ${largestBlock}::integer
    ), met as (
      select distinct least(a.id, b.id) as a_id, greatest(a.id, b.id) as b_id
      from block cross join lateral unnest(people, sought) with ordinality a (id, is_sought, place)
        cross join lateral unnest(people, sought) with ordinality b (id, is_sought, place)
      where a.place < b.place and a.id <> b.id and (a.is_sought or b.is_sought)
    )
    select ${columns('a', 'a_')}, ${disputed('a')} as a_disputed, ${columns('b', 'b_')}, ${disputed('b')} as b_disputed
    from met join person a on a.person_id = met.a_id join person b on b.person_id = met.b_id
    where a.died_on is null and b.died_on is null`;
  for await (const rows of fetchInBatches<PairColumns>(matchTx, query)) yield rows.map(pairOf);
}

/**
 * The records of each village of the part where somebody sought lives and somebody without a NIK does, village by village; of the
 * living only. One that was merged counts where it was recorded. Only the matching role can ask.
 */
export async function* streamVillages(
  matchTx: Tx,
  sought: Sought,
  part: Part,
): AsyncGenerator<VillageRecord[]> {
  const query = sql`
    with ${base(sought, part)}
    select here.area as village, here.name as met_name, here.numbered as met_numbered, here.is_sought, ${columns('s', '')},
      ${disputed('s')} as disputed
    from here join person s on s.person_id = here.speaker_id
    where s.died_on is null and here.area in (select area from here where is_sought)
      and here.area in (select area from here where not numbered)
    order by here.area`;
  interface Met extends Columns {
    village: number;
    met_name: string;
    met_numbered: boolean;
    is_sought: boolean;
  }
  let village: VillageRecord[] = [];
  for await (const rows of fetchInBatches<Met>(matchTx, query)) {
    for (const row of rows) {
      if (village.length > 0 && village[0]?.village !== row.village) {
        yield village;
        village = [];
      }
      village.push({
        village: row.village,
        name: row.met_name,
        numbered: row.met_numbered,
        isSought: row.is_sought,
        speaker: recordOf(row),
      });
    }
  }
  if (village.length > 0) yield village;
}
