import type { Day } from '@payung/kernel';
import { type Context, change, read, type Tx } from '#platform/context';
import { Refusal } from '#platform/refusal';
import { formatAreaCode, levelOf, parentOf } from './code.ts';
import { packagedAreas, shippedAreas, shippedBranches, shippedSplits } from './lists.ts';
import type { Area, BranchPlace, ListedArea, NamedSuccession } from './model.ts';
import { type VillageIndex, villageIndex } from './names/village-index.ts';
import * as store from './store.ts';

/** The province whose areas are shipped with Payung: Nusa Tenggara Timur. */
export const shippedProvince = 5_300_000_000;

/** An area between those above and those right below it. */
interface AreaPlace {
  readonly area: Area;
  /** From the province down; empty for a province. */
  readonly parents: readonly Area[];
  /** Empty for a village. */
  readonly children: readonly Area[];
}

/**
 * One area with its parents and children.
 *
 * @throws Refusal auth.forbidden, areas.notFound
 */
export async function getArea(ctx: Context, code: number): Promise<AreaPlace> {
  return read(ctx, 'reference.read', (tx) => areaPlace(tx, code));
}

/**
 * The same, for a caller with a transaction of its own.
 *
 * @throws Refusal areas.notFound
 */
export async function areaPlace(tx: Tx, code: number): Promise<AreaPlace> {
  const path: number[] = [];
  for (let at: number | undefined = code; at !== undefined; at = parentOf(at)) path.unshift(at);
  const found = await store.listByCode(tx, path);
  const area = found.at(-1);
  if (area?.code !== code) throw new Refusal('areas.notFound', { code: formatAreaCode(code) });
  return { area, parents: found.slice(0, -1), children: await store.listChildren(tx, code) };
}

/** The provinces that are loaded. */
export async function listProvinces(ctx: Context): Promise<Area[]> {
  return read(ctx, 'reference.read', store.listProvinces);
}

/** Splits that gave to, or took from, the areas of `[from, beyond)`. */
export async function listSuccessions(tx: Tx, from: number, beyond: number): Promise<NamedSuccession[]> {
  return store.listSuccessions(tx, from, beyond);
}

/** The offices of BPJS Ketenagakerjaan and where each serves on the day, by name; one that serves nowhere is left out. */
export async function listBranches(tx: Tx, on: Day): Promise<BranchPlace[]> {
  return store.listBranches(tx, on);
}

/**
 * One of them.
 *
 * @throws Refusal branches.notFound, naming those there are
 */
export async function branchPlace(tx: Tx, branchId: string, on: Day): Promise<BranchPlace> {
  const branches = await store.listBranches(tx, on);
  const found = branches.find((branch) => branch.branchId === branchId);
  if (found === undefined) {
    throw new Refusal('branches.notFound', { branch: branchId, known: branches.map((one) => one.branchId) });
  }
  return found;
}

/** The index of every loaded area, for looking villages up by what people wrote. Takes about 10 ms for a province. */
export async function loadVillageIndex(tx: Tx): Promise<VillageIndex> {
  return villageIndex(await store.listNames(tx), await store.listSuccessions(tx, 0, Number.MAX_SAFE_INTEGER));
}

/** How many rows loading changed; all zero when the list was loaded before. */
interface AreasLoaded {
  readonly inserted: number;
  readonly updated: number;
  readonly splits: number;
  readonly branches: number;
}

/**
 * Loads a province's areas: the shipped list for Nusa Tenggara Timur, with aliases, tiles, splits and BPJS offices; official
 * names only for any other. A second time it changes nothing but what the list has corrected.
 *
 * @throws Refusal auth.forbidden, areas.notFound when there is no province of that code
 */
export async function loadAreas(ctx: Context, province: number = shippedProvince): Promise<AreasLoaded> {
  const shipped = province === shippedProvince;
  const areas: ListedArea[] =
    levelOf(province) !== 'province' ? [] : shipped ? await shippedAreas() : await packagedAreas(province);
  if (areas.length === 0) throw new Refusal('areas.notFound', { code: formatAreaCode(province) });
  const splits = shipped ? await shippedSplits() : [];
  const branches = shipped ? await shippedBranches() : [];
  return change(ctx, 'reference.manage', async (tx) => {
    const loaded = {
      ...(await store.upsertAreas(tx, areas)),
      splits: await store.insertSuccessions(tx, splits),
      branches: await store.insertBranches(tx, branches),
    };
    await tx.record({ action: 'areas.loaded', area: province, facts: loaded });
    return loaded;
  });
}
