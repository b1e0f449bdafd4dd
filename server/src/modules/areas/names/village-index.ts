import type { AreaRange } from '#platform/access';
import { beyondOf, parentOf, parseAreaCode } from '../code.ts';
import type { AreaName, Succession } from '../model.ts';
import { bitCount, letterBits, typingDistance } from './distance.ts';
import { nameKey, regencyKindIn, villageKindIn, wholeKey } from './name-key.ts';

/** A place as somebody wrote it. Absent parts are undefined; blank parts count as absent. */
interface WrittenPlace {
  readonly village: string;
  readonly district?: string | undefined;
  readonly regency?: string | undefined;
}

/** A village that may be meant, with the kecamatan and kabupaten that tell it from others of its name. */
interface VillageCandidate {
  readonly code: number;
  readonly name: string;
  readonly kind: 'desa' | 'kelurahan';
  readonly district: string;
  readonly regency: string;
}

/**
 * What was found.
 * - `one`: `unread` lists the parts whose text is no place we know; the village is sure without them.
 * - `several`: the text fits each of `candidates`, and only the user can choose.
 * - `none`: `nearest` are the most similar names where the text points (at most three, best first); `elsewhere` are places
 *   that fit but lie outside the ranges asked for.
 */
type VillageFinding =
  | {
      readonly found: 'one';
      readonly village: VillageCandidate;
      readonly unread: readonly ('district' | 'regency')[];
    }
  | { readonly found: 'several'; readonly candidates: readonly VillageCandidate[] }
  | {
      readonly found: 'none';
      readonly nearest: readonly VillageCandidate[];
      readonly elsewhere: readonly VillageCandidate[];
    };

interface Village extends VillageCandidate {
  readonly keys: readonly string[];
  readonly bits: readonly number[];
}

/** Names of all areas, ready to be looked up. Built once, by `villageIndex`. */
export interface VillageIndex {
  readonly villages: readonly Village[];
  readonly byCode: ReadonlyMap<number, Village>;
  readonly byKey: ReadonlyMap<string, readonly Village[]>;
  readonly districts: ReadonlyMap<string, readonly number[]>;
  readonly regencies: RegencyNames;
  /** Answers given before, by what was written: a roster says the same few hundred places a million times. */
  readonly memory: Map<string, VillageFinding>;
}

interface RegencyNames {
  /** By the whole text, kind included: `kabkupang`, `tts`. */
  readonly whole: ReadonlyMap<string, readonly number[]>;
  /** By the name alone: `kupang` is a kabupaten and a kota. */
  readonly bare: ReadonlyMap<string, readonly { code: number; kind: string }[]>;
  /** What was split off from each: lists go on saying Belu for what is Malaka now. */
  readonly heirs: ReadonlyMap<number, readonly number[]>;
}

/** Places remembered before the memory starts anew; it bounds what a hostile file can make us keep. */
const memoryLimit = 50_000;

/** Builds the index from all areas of the provinces concerned, in any order, and the splits among their kabupaten. */
export function villageIndex(
  areas: readonly AreaName[],
  splits: readonly Pick<Succession, 'from' | 'to'>[] = [],
): VillageIndex {
  const nameOf = new Map(areas.map((area) => [area.code, area.name]));
  const parentName = (code: number | undefined) => (code === undefined ? '' : (nameOf.get(code) ?? ''));
  const villages: Village[] = [];
  const byKey = new Map<string, Village[]>();
  const districts = new Map<string, number[]>();
  const whole = new Map<string, number[]>();
  const bare = new Map<string, { code: number; kind: string }[]>();
  for (const area of areas) {
    const names = [area.name, ...area.aliases, ...(area.shortName === null ? [] : [area.shortName])];
    if (area.level === 'village') {
      const district = parentOf(area.code);
      const keys = unique(names.map((name) => nameKey('village', name)));
      const village: Village = {
        code: area.code,
        name: area.name,
        kind: area.kind === 'kelurahan' ? 'kelurahan' : 'desa',
        district: parentName(district),
        regency: parentName(district === undefined ? undefined : parentOf(district)),
        keys,
        bits: keys.map(letterBits),
      };
      villages.push(village);
      for (const key of keys) add(byKey, key, village);
    } else if (area.level === 'district') {
      for (const key of unique(names.map((name) => nameKey('district', name))))
        add(districts, key, area.code);
    } else if (area.level === 'regency') {
      for (const key of unique(names.map(wholeKey))) add(whole, key, area.code);
      add(bare, nameKey('regency', area.name), { code: area.code, kind: area.kind });
    }
  }
  // A name that is also a kabupaten's and a kota's own ("Kupang") is no sign of either.
  for (const [key, owners] of bare) if (owners.length > 1) whole.delete(key);
  const byCode = new Map(villages.map((village) => [village.code, village]));
  const heirs = new Map<number, number[]>();
  for (const { from, to } of splits) add(heirs, from, to);
  return { villages, byCode, byKey, districts, regencies: { whole, bare, heirs }, memory: new Map() };
}

/**
 * Finds the village that is meant by what was written, inside `within`. A name alone is enough only where it occurs once;
 * a kind ("Desa", "Kel.") decides between a desa and a kelurahan of one name; a kecamatan written in the column of the
 * kabupaten, or the other way round, is understood. Never guesses: a misspelled village is not found, its likeliest
 * readings are `nearest`.
 */
export function resolveVillage(
  index: VillageIndex,
  written: WrittenPlace,
  within: readonly AreaRange[],
): VillageFinding {
  const key = JSON.stringify([written.village, written.district ?? '', written.regency ?? '', within]);
  const known = index.memory.get(key);
  if (known !== undefined) return known;
  const finding = findVillage(index, written, within);
  if (index.memory.size >= memoryLimit) index.memory.clear();
  index.memory.set(key, finding);
  return finding;
}

function findVillage(
  index: VillageIndex,
  written: WrittenPlace,
  within: readonly AreaRange[],
): VillageFinding {
  const code = parseAreaCode(written.village);
  const named =
    code === undefined ? index.byKey.get(nameKey('village', written.village)) : [index.byCode.get(code)];
  const all = (named ?? []).filter((village) => village !== undefined);
  const asWritten = placesOf(index, written);
  const fits = ({ code: at }: Village, places: Places) => places.ranges.every((allowed) => isIn(allowed, at));
  // A kabupaten is first itself; what was split off from it is looked at only where nothing there fits.
  const places = all.some((village) => fits(village, asWritten)) ? asWritten : placesOf(index, written, true);
  const { ranges, unread } = places;
  const fitting = all.filter((village) => fits(village, places));
  const inside = byKind(
    fitting.filter((village) => isIn(within, village.code)),
    written.village,
  );
  const [first] = inside;
  if (first !== undefined && inside.length === 1) return { found: 'one', village: candidate(first), unread };
  if (inside.length > 1) return { found: 'several', candidates: inside.map(candidate) };
  const sameName = all.filter((village) => isIn(within, village.code));
  const near = nearestTo(index, written.village, [within, ...ranges]);
  return {
    found: 'none',
    nearest: unique([...sameName, ...near])
      .slice(0, 3)
      .map(candidate),
    elsewhere: fitting.slice(0, 3).map(candidate),
  };
}

interface Places {
  readonly ranges: readonly (readonly AreaRange[])[];
  readonly unread: readonly ('district' | 'regency')[];
}

/**
 * What kecamatan and kabupaten say, as ranges that the village must lie in, and the parts that say nothing we know. With `heirs` a
 * kabupaten is also whatever was split off from it.
 */
function placesOf(index: VillageIndex, written: WrittenPlace, heirs = false): Places {
  const ranges: (readonly AreaRange[])[] = [];
  const unread: ('district' | 'regency')[] = [];
  for (const part of ['district', 'regency'] as const) {
    const text = written[part]?.trim() ?? '';
    if (text === '') continue;
    const asDistrict = index.districts.get(nameKey('district', text));
    const asRegency = regenciesOf(index.regencies, text);
    // Each column is read as its own level first; people swap them.
    const codes = part === 'district' ? (asDistrict ?? asRegency) : (asRegency ?? asDistrict);
    if (codes === undefined) unread.push(part);
    else {
      const meant = heirs ? codes.flatMap((code) => [code, ...heirsOf(index.regencies, code)]) : codes;
      ranges.push(meant.map((code): AreaRange => [code, beyondOf(code)]));
    }
  }
  return { ranges, unread };
}

/** What was split off from a kabupaten, and from that again: Kupang, Rote Ndao, Sabu Raijua. */
function heirsOf(names: RegencyNames, code: number): readonly number[] {
  return (names.heirs.get(code) ?? []).flatMap((heir) => [heir, ...heirsOf(names, heir)]);
}

function regenciesOf(names: RegencyNames, text: string): readonly number[] | undefined {
  const exact = names.whole.get(wholeKey(text));
  if (exact !== undefined) return exact;
  const bare = names.bare.get(nameKey('regency', text));
  const kind = regencyKindIn(text);
  const ofKind = bare?.filter((regency) => kind === undefined || regency.kind === kind);
  return ofKind === undefined || ofKind.length === 0 ? undefined : ofKind.map((regency) => regency.code);
}

/** Keeps the kind that was written when there is one of it; people also write "Desa" before a kelurahan. */
function byKind(villages: readonly Village[], text: string): readonly Village[] {
  const kind = villageKindIn(text);
  const ofKind = villages.filter((village) => village.kind === kind);
  return ofKind.length === 0 ? villages : ofKind;
}

/** The villages in all of `ranges` whose names are within a few typing mistakes, best first. */
function nearestTo(index: VillageIndex, text: string, ranges: readonly (readonly AreaRange[])[]): Village[] {
  const key = nameKey('village', text);
  const bits = letterBits(key);
  // One mistake in a name of four letters makes another name; in ten letters three are still the same word.
  const limit = Math.max(1, Math.floor(key.length / 3));
  const scored = index.villages.flatMap((village) => {
    if (!ranges.every((allowed) => isIn(allowed, village.code))) return [];
    const distances = village.keys.map((other, at) =>
      bitCount(bits ^ (village.bits[at] ?? 0)) > 2 * limit ? limit + 1 : typingDistance(key, other, limit),
    );
    const distance = Math.min(...distances);
    return distance > limit ? [] : [{ village, distance }];
  });
  scored.sort((a, b) => a.distance - b.distance || a.village.code - b.village.code);
  return scored.slice(0, 3).map(({ village }) => village);
}

function isIn(ranges: readonly AreaRange[], code: number): boolean {
  return ranges.some(([from, beyond]) => from <= code && code < beyond);
}

function candidate({ code, name, kind, district, regency }: Village): VillageCandidate {
  return { code, name, kind, district, regency };
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}

function add<K, T>(map: Map<K, T[]>, key: K, value: T): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}
