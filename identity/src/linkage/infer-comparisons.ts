import type { ColumnKind, ColumnProfile } from './infer-columns.ts';
import { dividing, ownName } from './infer-own.ts';
import { preparation } from './prepare.ts';
import type { ComparisonSpec, LevelSpec, Preparation } from './spec.ts';

/** How a kind of column is prepared and compared. */
const ladders: Readonly<
  Record<ColumnKind, { readonly prepare: Preparation; readonly levels: readonly LevelSpec[] }>
> = {
  digits: {
    prepare: 'digits',
    levels: [
      { test: 'exact' },
      { test: 'damerauLevenshtein', most: 1 },
      { test: 'damerauLevenshtein', most: 2 },
    ],
  },
  date: {
    prepare: 'date',
    levels: [
      { test: 'exact' },
      { test: 'damerauLevenshtein', most: 1 },
      { test: 'dayMonthSwapped' },
      { test: 'daysApart', most: 62 },
      { test: 'prefix', length: 4 },
      { test: 'damerauLevenshtein', most: 2 },
    ],
  },
  name: {
    prepare: 'name',
    levels: [
      { test: 'exact' },
      // The same words in another order.
      { test: 'tokensShared', least: 0.99 },
      { test: 'nameSimilarity', least: 0.9 },
      { test: 'nameSimilarity', least: 0.8 },
      { test: 'tokensShared', least: 0.5 },
      { test: 'nameSimilarity', least: 0.65 },
    ],
  },
  namePart: {
    prepare: 'text',
    levels: [
      { test: 'exact' },
      { test: 'damerauLevenshtein', most: 1 },
      { test: 'jaroWinkler', least: 0.9 },
      { test: 'jaroWinkler', least: 0.8 },
    ],
  },
  postcode: {
    prepare: 'text',
    levels: [{ test: 'exact' }, { test: 'damerauLevenshtein', most: 1 }, { test: 'prefix', length: 2 }],
  },
  text: {
    prepare: 'text',
    levels: [
      { test: 'exact' },
      { test: 'damerauLevenshtein', most: 1 },
      { test: 'jaroWinkler', least: 0.9 },
      { test: 'tokensShared', least: 0.5 },
    ],
  },
  number: { prepare: 'text', levels: [{ test: 'exact' }, { test: 'damerauLevenshtein', most: 1 }] },
  // Prices and measures are rounded, and change.
  amount: {
    prepare: 'text',
    levels: [{ test: 'exact' }, { test: 'numberNear', share: 0.02 }, { test: 'numberNear', share: 0.2 }],
  },
  category: { prepare: 'text', levels: [{ test: 'exact' }] },
};

/** A number of fewer characters is another one with any character wrong. */
const misspelt = 1.5;
/** Values of so many words are told apart by the rare ones. */
const manyWords = 3;
const ofManyWords: readonly LevelSpec[] = [
  { test: 'exact' },
  { test: 'damerauLevenshtein', most: 2 },
  { test: 'rareTokensShared', least: 0.8 },
  { test: 'rareTokensShared', least: 0.6 },
  { test: 'jaroWinkler', least: 0.92 },
  { test: 'rareTokensShared', least: 0.4 },
  { test: 'tokensShared', least: 0.5 },
];

/** A category is abbreviated or misspelt only if it is long enough to be recognised with a character wrong. */
const recognisable = 3;
/** A postcode so long names a place within a place within a place. */
const nested = 6;

/**
 * One comparison for each column that says something of its own, and one for each two columns whose values may stand
 * exchanged.
 */
export function inferComparisons(profiles: readonly ColumnProfile[]): ComparisonSpec[] {
  const kept = withoutRepetitions(profiles);
  const single = kept.map(
    (profile): ComparisonSpec => ({
      name: profile.column,
      columns: [profile.column],
      prepare: ladders[profile.kind].prepare,
      levels: holdsDate(profile, kept) ? [{ test: 'exact' }] : levelsOf(profile),
      termFrequency: !isOftenAnother(profile, kept),
      ...(profile === ownName(kept) ? { own: true } : {}),
      ...dividing(profile, kept),
    }),
  );
  const exchanged = exchangeable(kept).map(
    ([one, other]): ComparisonSpec => ({
      name: `${one} <> ${other}`,
      columns: [one, other],
      prepare: 'text',
      levels: [{ test: 'swapped', least: 0.9 }],
    }),
  );
  return [...single, ...exchanged];
}

/** Whether a column holds texts of which the rare words tell more than the beginning. */
export function isOfManyWords({ kind, words }: ColumnProfile): boolean {
  return kind === 'text' && words >= manyWords;
}

function levelsOf(profile: ColumnProfile): readonly LevelSpec[] {
  const { kind, length } = profile;
  const { levels } = ladders[kind];
  if (isOfManyWords(profile)) return ofManyWords;
  if (kind === 'number' && length < misspelt) return [{ test: 'exact' }];
  if (kind === 'category' && length >= recognisable) {
    return [...levels, { test: 'damerauLevenshtein', most: 1 }];
  }
  if (kind === 'postcode' && length >= nested) {
    const [exact, slip, ...wider] = levels;
    const narrower: readonly LevelSpec[] = [
      { test: 'prefix', length: 5 },
      { test: 'prefix', length: 4 },
    ];
    return [exact, slip, ...narrower, ...wider].filter((level) => level !== undefined);
  }
  return levels;
}

/**
 * Whether a number has a date of another column in it, as a NIK has that of birth (a woman's with 40 added to the day). People
 * of one date then have numbers that are nearly the same, so that a slip in one is no evidence beside the date.
 */
function holdsDate({ kind, values }: ColumnProfile, all: readonly ColumnProfile[]): boolean {
  if (kind !== 'digits') return false;
  const isoDate = preparation('date');
  return all.some((date) => {
    if (date.kind !== 'date') return false;
    let [both, held] = [0, 0];
    for (const [n, value] of values.entries()) {
      const [year = '', month = '', day = ''] = isoDate(date.values[n] ?? '').split('-');
      if (value === '' || day === '') continue;
      const digits = value.replace(/\D/g, '');
      const short = year.slice(2);
      both += 1;
      const forms = [
        `${day}${month}${short}`,
        `${Number(day) + 40}${month}${short}`,
        `${short}${month}${day}`,
      ];
      if (forms.some((form) => digits.includes(form))) held += 1;
      else if (both - held > 0.3 * values.length) return false;
    }
    return held >= 0.7 * both && both > 0;
  });
}

/**
 * Whether another column often holds the same value, as a place of birth and a village do: who agrees on a rare one of the
 * one then agrees on that of the other, which is no second wonder.
 */
function isOftenAnother(profile: ColumnProfile, all: readonly ColumnProfile[]): boolean {
  return all.some((other) => {
    if (other === profile || other.distinct < profile.distinct || !isPlaceLike(other)) return false;
    const same = profile.values.filter((value, n) => value !== '' && value === other.values[n]).length;
    return isPlaceLike(profile) && same >= 0.1 * profile.values.length;
  });
}

/** Columns that are mistaken for each other: the parts of a name, and the lines of an address. */
function exchangeable(profiles: readonly ColumnProfile[]): (readonly [string, string])[] {
  const stem = ({ column }: ColumnProfile) => column.replace(/[\d_ ]+$/, '').toLowerCase();
  return profiles.flatMap((one, n) =>
    profiles.slice(n + 1).flatMap((other) => {
      if (one.kind !== other.kind) return [];
      const alike = one.kind === 'namePart' || (one.kind === 'text' && stem(one) === stem(other));
      return alike ? [[one.column, other.column] as const] : [];
    }),
  );
}

/**
 * Without columns that repeat others: what is written in two columns is no evidence twice. Of a name and its parts the whole
 * stays, as words get lost and change their places; of anything else the parts.
 */
function withoutRepetitions(profiles: readonly ColumnProfile[]): readonly ColumnProfile[] {
  const composed = profiles
    .map((whole) => ({ whole, parts: partsOf(whole, profiles) }))
    .filter(({ parts }) => parts.length >= 2);
  const [longest] = composed
    .filter(({ whole }) => whole.kind === 'name')
    .toSorted((a, b) => b.whole.length - a.whole.length);
  const left = profiles.filter(
    (profile) =>
      profile === longest?.whole ||
      !(composed.some(({ whole }) => whole === profile) || longest?.parts.includes(profile)),
  );
  return left.filter((profile) => !isImplied(profile, left));
}

/** The columns that are written in this one again. */
export function partsOf(whole: ColumnProfile, profiles: readonly ColumnProfile[]): readonly ColumnProfile[] {
  if (whole.kind !== 'name' && whole.kind !== 'text') return [];
  return profiles.filter((part) => {
    if (part === whole || part.length >= whole.length) return false;
    let [both, written] = [0, 0];
    for (const [n, value] of whole.values.entries()) {
      const piece = part.values[n] ?? '';
      if (value === '' || piece === '') continue;
      both += 1;
      if (value.includes(piece)) written += 1;
      else if (both - written > 0.1 * whole.values.length) return false;
    }
    return both > 0 && written / both >= 0.9;
  });
}

/** Whether another, finer column decides this one: a village its kecamatan. */
function isImplied(coarse: ColumnProfile, profiles: readonly ColumnProfile[]): boolean {
  if (!isPlaceLike(coarse)) return false;
  return profiles.some(
    (fine) =>
      fine !== coarse && isPlaceLike(fine) && fine.distinct > coarse.distinct && decides(fine, coarse),
  );
}

function isPlaceLike({ kind }: ColumnProfile): boolean {
  return kind === 'text' || kind === 'category' || kind === 'postcode';
}

/** Groups smaller than this may be the records of one person, which agree on everything. */
const surelySeveral = 6;

function decides(fine: ColumnProfile, coarse: ColumnProfile): boolean {
  const groups = new Map<string, Map<string, number>>();
  let rows = 0;
  for (const [n, value] of fine.values.entries()) {
    const other = coarse.values[n] ?? '';
    if (value === '' || other === '') continue;
    rows += 1;
    const counts = groups.get(value) ?? new Map<string, number>();
    counts.set(other, (counts.get(other) ?? 0) + 1);
    groups.set(value, counts);
  }
  const all = new Map<string, number>();
  let [grouped, alike] = [0, 0];
  for (const counts of groups.values()) {
    const size = sumOf(counts);
    if (size < surelySeveral) continue;
    grouped += size;
    alike += Math.max(...counts.values());
    for (const [other, count] of counts) all.set(other, (all.get(other) ?? 0) + count);
  }
  // What is almost always the same is no wonder within a group.
  const anyway = Math.max(0, ...all.values());
  return grouped >= 0.3 * rows && alike - anyway >= 0.8 * (grouped - anyway);
}

function sumOf(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}
