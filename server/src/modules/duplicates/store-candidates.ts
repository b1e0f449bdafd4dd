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

/** Somebody of a village. */
export type VillageRecord = ClearRecord & { readonly isSought: boolean };

export type ClearPair = readonly [ClearRecord, ClearRecord];

/** A key shared by more people than this tells nobody apart and is not followed. */
export const largestBlock = 50;

function idsOf(sought: Sought): RawBuilder<unknown> {
  return 'area' in sought
    ? sql`select person_id from person where area >= ${sought.area[0]}::bigint and area < ${sought.area[1]}::bigint`
    : sql`select person_id from roster_row where roster_id = ${sought.rosterId} and verdict = 'new' and person_id is not null`;
}

/** Who speaks for a merged record; read first, since under a row-level policy a function of ours keeps a join from its index. */
const spoken = sql`spoken as materialized (
  select person_id, canonical_person(canonical_id) as speaker_id from person_alias where undone_at is null)`;

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
 * Living people who share a match key with one of those sought, each pair once, batch by batch; `total` says how many there are.
 * The database puts them together from the keys they are kept under: no envelope is opened for it. Only the matching role can ask.
 *
 * @param under keys of those sought, where they are few: without them all keys of the base are read through to find theirs
 */
export async function* streamSharingKeys(
  matchTx: Tx,
  sought: Sought,
  under?: readonly bigint[],
): AsyncGenerator<{ pairs: ClearPair[]; total: number }> {
  const keys =
    under === undefined
      ? sql`select m.hash from match_key m join mine on mine.person_id = m.person_id`
      : sql`select unnest(${`{${under.join(',')}}`}::bigint[])`;
  const query = sql`
    with mine as materialized (${idsOf(sought)}), ${spoken}, block as (
      select array_agg(k.person_id) as people from match_key k where k.hash in (${keys})
      group by k.hash having count(*) between 2 and ${largestBlock}::integer
      union all
      -- Whoever moved is kept under keys of the village before: in the new one the name itself is the key.
      select array_agg(p.person_id) from person p
      where (p.area, p.name_key) in (select m.area, m.name_key from person m join mine on mine.person_id = m.person_id)
      group by p.area, p.name_key having count(*) between 2 and ${largestBlock}::integer
    ), met as (
      select distinct least(coalesce(sa.speaker_id, a.id), coalesce(sb.speaker_id, b.id)) as a_id,
        greatest(coalesce(sa.speaker_id, a.id), coalesce(sb.speaker_id, b.id)) as b_id
      from block cross join lateral unnest(people) a (id) cross join lateral unnest(people) b (id)
      left join spoken sa on sa.person_id = a.id left join spoken sb on sb.person_id = b.id
      where a.id < b.id and (a.id in (select person_id from mine) or b.id in (select person_id from mine))
    )
    select ${columns('a', 'a_')}, ${disputed('a')} as a_disputed, ${columns('b', 'b_')}, ${disputed('b')} as b_disputed,
      (count(*) over ())::integer as total
    from met join person a on a.person_id = met.a_id join person b on b.person_id = met.b_id
    where met.a_id <> met.b_id and a.died_on is null and b.died_on is null`;
  for await (const rows of fetchInBatches<PairColumns & { total: number }>(matchTx, query)) {
    yield { pairs: rows.map(pairOf), total: rows[0]?.total ?? 0 };
  }
}

/**
 * The living of each village where somebody sought lives and somebody without a NIK does, village by village, and whether they are
 * among those sought. Only the matching role can ask.
 */
export async function* streamVillages(matchTx: Tx, sought: Sought): AsyncGenerator<VillageRecord[]> {
  const inArea =
    'area' in sought
      ? sql`p.area >= ${sought.area[0]}::bigint and p.area < ${sought.area[1]}::bigint`
      : sql`p.area in (select area from person join mine using (person_id))`;
  const query = sql`
    with mine as materialized (${idsOf(sought)})
    select ${columns('p', '')}, ${disputed('p')} as disputed, p.person_id in (select person_id from mine) as is_sought
    from person p
    where ${inArea} and p.area in (select area from person where not numbered) and p.died_on is null
      and not exists (select from person_alias a where a.person_id = p.person_id and a.undone_at is null)
    order by p.area`;
  let village: VillageRecord[] = [];
  for await (const rows of fetchInBatches<Columns & { is_sought: boolean }>(matchTx, query)) {
    for (const row of rows) {
      if (village.length > 0 && village[0]?.village !== row.area) {
        yield village;
        village = [];
      }
      village.push({ ...recordOf(row), isSought: row.is_sought });
    }
  }
  if (village.length > 0) yield village;
}
