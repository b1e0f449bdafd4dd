import type { Day } from '@payung/kernel';
import { sql } from 'kysely';
import type { Tx } from '#platform/context';
import type { Level } from './code.ts';
import type {
  Area,
  AreaKind,
  AreaName,
  Branch,
  BranchPlace,
  ListedArea,
  NamedSuccession,
  Succession,
} from './model.ts';
import { nameKey } from './names/name-key.ts';

const columns = [
  'code',
  'beyond',
  'level',
  'kind',
  'name',
  'parent',
  'short_name',
  'capital',
  'island',
  'aliases',
  'tile_column',
  'tile_row',
] as const;

interface AreaRow {
  code: number;
  beyond: number;
  level: string;
  kind: string;
  name: string;
  parent: number | null;
  short_name: string | null;
  capital: string | null;
  island: string | null;
  aliases: string[];
  tile_column: number | null;
  tile_row: number | null;
}

function areaOf(row: AreaRow): Area {
  return {
    code: row.code,
    beyond: row.beyond,
    level: row.level as Level,
    kind: row.kind as AreaKind,
    name: row.name,
    parent: row.parent,
    shortName: row.short_name,
    capital: row.capital,
    island: row.island,
    aliases: row.aliases,
    tile:
      row.tile_column === null || row.tile_row === null
        ? null
        : { column: row.tile_column, row: row.tile_row },
  };
}

export async function listByCode(tx: Tx, codes: readonly number[]): Promise<Area[]> {
  if (codes.length === 0) return [];
  const rows = await tx.db
    .selectFrom('area')
    .select(columns)
    .where('code', 'in', codes)
    .orderBy('code')
    .execute();
  return rows.map(areaOf);
}

export async function listChildren(tx: Tx, parent: number): Promise<Area[]> {
  const rows = await tx.db
    .selectFrom('area')
    .select(columns)
    .where('parent', '=', parent)
    .orderBy('code')
    .execute();
  return rows.map(areaOf);
}

export async function listProvinces(tx: Tx): Promise<Area[]> {
  const rows = await tx.db
    .selectFrom('area')
    .select(columns)
    .where('parent', 'is', null)
    .orderBy('code')
    .execute();
  return rows.map(areaOf);
}

export async function listNames(tx: Tx): Promise<AreaName[]> {
  const rows = await tx.db
    .selectFrom('area')
    .select(['code', 'level', 'kind', 'name', 'short_name', 'aliases'])
    .orderBy('code')
    .execute();
  return rows.map((row) => ({
    code: row.code,
    level: row.level as Level,
    kind: row.kind as AreaKind,
    name: row.name,
    shortName: row.short_name,
    aliases: row.aliases,
  }));
}

export async function listSuccessions(tx: Tx, from: number, beyond: number): Promise<NamedSuccession[]> {
  const rows = await tx.db
    .selectFrom('area_succession')
    .innerJoin('area as source', 'source.code', 'from_area')
    .innerJoin('area as taker', 'taker.code', 'to_area')
    .selectAll('area_succession')
    .select(['source.name as from_name', 'taker.name as to_name'])
    .where((where) =>
      where.or([
        where.and([where('from_area', '>=', from), where('from_area', '<', beyond)]),
        where.and([where('to_area', '>=', from), where('to_area', '<', beyond)]),
      ]),
    )
    .orderBy('year')
    .execute();
  return rows.map((row) => ({
    from: row.from_area,
    fromName: row.from_name,
    to: row.to_area,
    toName: row.to_name,
    year: row.year,
    law: row.law,
    share: row.share === null ? null : Number(row.share),
    confidence: row.confidence,
  }));
}

/** Inserts areas that are new and updates those that differ. Returns how many of each; an unchanged list changes nothing. */
export async function upsertAreas(
  tx: Tx,
  areas: readonly ListedArea[],
): Promise<{ inserted: number; updated: number }> {
  const rows = areas.map((area) => ({
    code: area.code,
    beyond: area.beyond,
    level: area.level,
    kind: area.kind,
    name: area.name,
    name_key: nameKey(area.level, area.name),
    parent: area.parent,
    bps_code: area.bpsCode,
    short_name: area.shortName,
    capital: area.capital,
    island: area.island,
    aliases: area.aliases,
    tile_column: area.tile?.column ?? null,
    tile_row: area.tile?.row ?? null,
    source: area.source,
  }));
  // Parents come first: the foreign key is checked at the end of the statement, so one statement needs no order at all.
  const { rows: changed } = await sql<{ inserted: boolean }>`
    insert into area (code, beyond, level, kind, name, name_key, parent, bps_code, short_name, capital, island, aliases,
      tile_column, tile_row, source)
    select code, beyond, level, kind, name, name_key, parent, bps_code, short_name, capital, island, aliases,
      tile_column, tile_row, source
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as listed (code bigint, beyond bigint, level text, kind text,
      name text, name_key text, parent bigint, bps_code text, short_name text, capital text, island text, aliases text[],
      tile_column smallint, tile_row smallint, source text)
    on conflict (code) do update set name = excluded.name, name_key = excluded.name_key, kind = excluded.kind,
      bps_code = excluded.bps_code, short_name = excluded.short_name, capital = excluded.capital, island = excluded.island,
      aliases = excluded.aliases, tile_column = excluded.tile_column, tile_row = excluded.tile_row, source = excluded.source
    where (area.name, area.name_key, area.kind, area.bps_code, area.short_name, area.capital, area.island, area.aliases,
        area.tile_column, area.tile_row, area.source)
      is distinct from (excluded.name, excluded.name_key, excluded.kind, excluded.bps_code, excluded.short_name,
        excluded.capital, excluded.island, excluded.aliases, excluded.tile_column, excluded.tile_row, excluded.source)
    returning xmax = 0 as inserted`.execute(tx.db);
  const inserted = changed.filter((row) => row.inserted).length;
  return { inserted, updated: changed.length - inserted };
}

/** Returns how many were new. */
export async function insertSuccessions(tx: Tx, successions: readonly Succession[]): Promise<number> {
  if (successions.length === 0) return 0;
  const rows = await tx.db
    .insertInto('area_succession')
    .values(
      successions.map(({ from, to, year, law, share, confidence }) => ({
        from_area: from,
        to_area: to,
        year,
        law,
        share: share === null ? null : String(share),
        confidence,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('from_area')
    .execute();
  return rows.length;
}

export async function listBranches(tx: Tx, on: Day): Promise<BranchPlace[]> {
  const rows = await tx.db
    .selectFrom('branch')
    .innerJoin('branch_area', 'branch_area.branch_id', 'branch.branch_id')
    .where(sql<boolean>`branch_area.during @> ${on}::date`)
    .select([
      'branch.branch_id',
      'branch.name',
      sql<number[]>`array_agg(branch_area.area order by branch_area.area)`.as('areas'),
    ])
    .groupBy(['branch.branch_id', 'branch.name'])
    .orderBy('branch.name')
    .execute();
  return rows.map((row) => ({ branchId: row.branch_id, name: row.name, areas: row.areas.map(Number) }));
}

/** Offices and the kabupaten they serve, since a day not known. Returns how many offices were new. */
export async function insertBranches(tx: Tx, branches: readonly Branch[]): Promise<number> {
  if (branches.length === 0) return 0;
  const rows = await tx.db
    .insertInto('branch')
    .values(branches.map(({ branchId, name, source }) => ({ branch_id: branchId, name, source })))
    .onConflict((conflict) => conflict.doNothing())
    .returning('branch_id')
    .execute();
  await tx.db
    .insertInto('branch_area')
    .values(
      branches.flatMap(({ branchId, areas, confidence }) =>
        areas.map((area) => ({ branch_id: branchId, area, during: '(,)', confidence })),
      ),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return rows.length;
}
