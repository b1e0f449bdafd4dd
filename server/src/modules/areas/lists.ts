import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { beyondOf, levelOf, parentOf, parseAreaCode } from './code.ts';
import type { AreaKind, Branch, ListedArea, NamedBranch, Succession } from './model.ts';

const dataDirectory = join(import.meta.dirname, '../../../../data');
const code = z.string().transform((text, check) => {
  const parsed = parseAreaCode(text);
  if (parsed !== undefined) return parsed;
  check.addIssue({ code: 'custom', message: `not an area code: ${text}` });
  return z.NEVER;
});

const AreasFile = z.object({
  meta: z.object({ source: z.string(), licence: z.string() }),
  province: z.object({ code, bps_code: z.string(), name: z.string() }),
  regencies: z.array(
    z.object({
      code,
      bps_code: z.string(),
      name: z.string(),
      short: z.string(),
      type: z.enum(['kabupaten', 'kota']),
      capital: z.string(),
      island: z.string(),
      aliases: z.array(z.string()),
    }),
  ),
  districts: z.array(z.tuple([code, z.string()])),
  villages: z.array(z.tuple([code, z.string(), z.enum(['D', 'K'])])),
});
const TilesFile = z.object({ tiles: z.record(z.string(), z.tuple([z.int(), z.int()])) });
const SplitsFile = z.object({
  splits: z.array(z.object({ from: code, to: code, year: z.int(), law: z.string(), confidence: z.string() })),
});
const BranchesFile = z.object({
  branches: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      areas: z.array(code),
      confidence: z.string(),
      source: z.string(),
    }),
  ),
});

async function shipped<T>(file: string, schema: z.ZodType<T>): Promise<T> {
  return schema.parse(JSON.parse(await readFile(join(dataDirectory, file), 'utf8')));
}

/** The areas of Nusa Tenggara Timur as shipped: 1 province, 22 kabupaten/kota, 315 kecamatan, 3,442 villages. */
export async function shippedAreas(): Promise<ListedArea[]> {
  const file = await shipped('areas-ntt.json', AreasFile);
  const { tiles } = await shipped('tiles-ntt.json', TilesFile);
  const tileOf = new Map(Object.entries(tiles).map(([text, place]) => [parseAreaCode(text), place]));
  const source = `${file.meta.source}; ${file.meta.licence}`;
  const province = listed(file.province.code, 'provinsi', file.province.name, source);
  return [
    { ...province, bpsCode: file.province.bps_code },
    ...file.regencies.map((regency): ListedArea => {
      const tile = tileOf.get(regency.code);
      return {
        ...listed(regency.code, regency.type, regency.name, source),
        bpsCode: regency.bps_code,
        shortName: regency.short,
        capital: regency.capital,
        island: regency.island,
        aliases: regency.aliases,
        tile: tile === undefined ? null : { column: tile[0], row: tile[1] },
      };
    }),
    ...file.districts.map(([at, name]) => listed(at, 'kecamatan', name, source)),
    ...file.villages.map(([at, name, kind]) => listed(at, kind === 'D' ? 'desa' : 'kelurahan', name, source)),
  ];
}

/** The shipped villages, each with the name of its kecamatan. */
export async function shippedVillages(): Promise<{ code: number; name: string; district: string }[]> {
  const areas = await shippedAreas();
  const names = new Map(areas.map(({ code: at, name }) => [at, name]));
  return areas
    .filter(({ kind }) => kind === 'desa' || kind === 'kelurahan')
    .map(({ code: at, name }) => ({ code: at, name, district: names.get(at - (at % 10_000)) ?? '' }));
}

/** The splits among the shipped kabupaten. */
export async function shippedSplits(): Promise<Succession[]> {
  const { splits } = await shipped('splits-ntt.json', SplitsFile);
  return splits.map((split) => ({ ...split, share: null }));
}

/** The BPJS offices of the shipped province. */
export async function shippedBranches(): Promise<Branch[]> {
  const { branches } = await shipped('branches-ntt.json', BranchesFile);
  return branches.map(({ id, ...branch }) => ({ branchId: id, ...branch }));
}

/** The same, with the names of the kabupaten; read from the files alone, so that anybody may be told without asking the database. */
export async function shippedBranchNames(): Promise<NamedBranch[]> {
  const [branches, areas] = await Promise.all([shippedBranches(), shippedAreas()]);
  const names = new Map(areas.map(({ code: at, name }) => [at, name]));
  return branches.map(({ name, areas: served, confidence }) => ({
    name,
    confidence,
    areas: served.map((at) => ({ code: at, name: names.get(at) ?? '' })),
  }));
}

/**
 * The areas of any province, from the npm package `idn-area-data`, with official names only: no aliases, tiles or BPS codes.
 * Empty when there is no province of that code.
 */
export async function packagedAreas(province: number): Promise<ListedArea[]> {
  // Loaded only here: its lists of 84,000 villages are read whole.
  const { getProvinces, getRegencies, getDistricts, getVillages } = await import('idn-area-data');
  const prefix = String(province).slice(0, 2);
  const source = 'npm idn-area-data 4.0.1 (data ODbL-1.0); ODbL-1.0';
  const within = (row: { code: string }) => row.code.startsWith(prefix);
  const areas = (rows: readonly { code: string; name: string }[], kindOf: (row: Named) => AreaKind) =>
    rows.filter(within).flatMap((row) => {
      const at = parseAreaCode(row.code);
      return at === undefined ? [] : [listed(at, kindOf(row), straight(row.name), source)];
    });
  return [
    ...areas(await getProvinces(), () => 'provinsi'),
    ...areas(await getRegencies(), ({ name }) => (/^kota /i.test(name) ? 'kota' : 'kabupaten')),
    ...areas(await getDistricts(), () => 'kecamatan'),
    // The fourth part of a village's code begins with 2 for a desa (Papua also has 3, kampung adat) and with 1 for a kelurahan.
    ...areas(await getVillages(), (row) => (row.code.at(9) === '1' ? 'kelurahan' : 'desa')),
  ];
}

type Named = { code: string; name: string };

/** The package has curly apostrophes and double quotes where names have an apostrophe. */
function straight(name: string): string {
  return name.replace(/["’‘`]/g, "'").trim();
}

function listed(at: number, kind: AreaKind, name: string, source: string): ListedArea {
  return {
    code: at,
    beyond: beyondOf(at),
    level: levelOf(at),
    kind,
    name,
    parent: parentOf(at) ?? null,
    bpsCode: null,
    shortName: null,
    capital: null,
    island: null,
    aliases: [],
    tile: null,
    source,
  };
}
