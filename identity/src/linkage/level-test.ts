import { bitsIn } from '../bits.ts';
import { jaroWinklerOf } from '../names/jaro-winkler.ts';
import { NameList } from '../names/name-list.ts';
import { editsBetween } from './edits.ts';
import { APART } from './encode.ts';
import type { Dictionary } from './records.ts';
import type { ComparisonSpec, LevelSpec } from './spec.ts';
import { shareOfTokens, shareOfWeights, type TokenSets, tokenSetsOf, tokenWeights } from './token-sets.ts';
import { codesIn, textOf } from './values.ts';

/** Tests that a caller brings, by name, on prepared values. Symmetric. */
export type CustomTests = Readonly<Record<string, (a: string, b: string) => boolean>>;

/** Whether a level holds for the values of two codes, neither of them missing. */
export type LevelTest = (a: number, b: number) => boolean;

/**
 * The tests of a ladder. Those that measure the same thing (one similarity, two thresholds) measure a pair once.
 *
 * @throws RangeError if a custom test is not among `tests`
 */
export function levelTests(
  { levels, prepare }: Pick<ComparisonSpec, 'levels' | 'prepare'>,
  dictionary: Dictionary,
  tests: CustomTests,
): readonly LevelTest[] {
  const { units, starts } = dictionary;
  const start = (code: number) => starts[code] ?? 0;
  const mostEdits = Math.max(
    0,
    ...levels.map((level) => (level.test === 'damerauLevenshtein' ? level.most : 0)),
  );
  const leastSimilarity = Math.min(
    1,
    ...levels.map((level) => (level.test === 'nameSimilarity' ? level.least : 1)),
  );
  const leastAlike = Math.min(1, ...levels.map((level) => (level.test === 'jaroWinkler' ? level.least : 1)));
  const letters = lettersOf(dictionary);
  const similarity = oncePerPair((a, b) => {
    const startA = starts[a] ?? 0;
    const startB = starts[b] ?? 0;
    const endA = Math.min(starts[a + 1] ?? 0, startA + MOST_ALIKE);
    const endB = Math.min(starts[b + 1] ?? 0, startB + MOST_ALIKE);
    // The letters of a longer value say nothing of its beginning.
    const most =
      endA - startA + endB - startB < MOST_ALIKE
        ? mostAlike(
            letters[a] ?? 0,
            endA - startA,
            letters[b] ?? 0,
            endB - startB,
            units[startA] === units[startB],
          )
        : 1;
    return most < leastAlike ? 0 : jaroWinklerOf(units, startA, endA, startB, endB);
  });
  const edits = oncePerPair((a, b) => {
    // An edit gives a value one letter that it had not, and takes one from it, at most.
    const [ofA, ofB] = [letters[a] ?? 0, letters[b] ?? 0];
    if (bitsIn(ofA & ~ofB) > mostEdits || bitsIn(ofB & ~ofA) > mostEdits) return mostEdits + 1;
    const [startA, startB] = [starts[a] ?? 0, starts[b] ?? 0];
    return editsBetween(units, startA, starts[a + 1] ?? 0, startB, starts[b + 1] ?? 0, mostEdits);
  });
  const named = lazily(() => nameMeasure(dictionary, prepare === 'name', leastSimilarity));
  const shared = lazily(() => tokenMeasure(dictionary));
  const rare = lazily(() => rareTokenMeasure(dictionary));
  const days = lazily(() => perCode(dictionary, dayNumberOf));
  const numbers = lazily(() => perCode(dictionary, wholeNumberOf));
  const decimals = lazily(() => perCode(dictionary, numberOf));

  function testOf(level: LevelSpec): LevelTest {
    switch (level.test) {
      case 'exact':
        return (a, b) => a === b;
      case 'jaroWinkler':
        return (a, b) => similarity(a, b) >= level.least;
      case 'damerauLevenshtein':
        return (a, b) => edits(a, b) <= level.most;
      case 'nameSimilarity': {
        const measure = named();
        return (a, b) => measure(a, b) >= level.least;
      }
      case 'tokensShared': {
        const measure = shared();
        return (a, b) => measure(a, b) >= level.least;
      }
      case 'rareTokensShared': {
        const measure = rare();
        return (a, b) => measure(a, b) >= level.least;
      }
      case 'daysApart':
        return isNear(days(), level.most);
      case 'numberApart':
        return isNear(numbers(), level.most);
      case 'numberNear': {
        const read = decimals();
        return (a, b) => areNear(read[a] ?? Number.NaN, read[b] ?? Number.NaN, level.share);
      }
      case 'dayMonthSwapped':
        return (a, b) => areSwappedDays(units, start(a), start(b), start(a + 1), start(b + 1));
      case 'prefix':
        return (a, b) => startAlike(units, start(a), start(a + 1), start(b), start(b + 1), level.length);
      case 'swapped':
        return swappedTest(dictionary, level.least);
      case 'custom': {
        const test = Object.hasOwn(tests, level.name) ? tests[level.name] : undefined;
        if (test === undefined) throw new RangeError(`No test ${level.name} was brought`);
        return (a, b) => test(textOf(dictionary, a), textOf(dictionary, b));
      }
    }
  }
  return levels.map(testOf);
}

/** No less than the Jaro-Winkler similarity: letters that only one of both has are not in common. */
function mostAlike(
  lettersA: number,
  lengthA: number,
  lettersB: number,
  lengthB: number,
  beginAlike: boolean,
): number {
  const common = Math.min(lengthA - bitsIn(lettersA & ~lettersB), lengthB - bitsIn(lettersB & ~lettersA));
  const jaro = (common / lengthA + common / lengthB + 1) / 3;
  // Only a common beginning is worth more, at most that of four letters.
  return beginAlike ? jaro + 0.4 * (1 - jaro) : jaro;
}

/** Of each code a bit for each unit in its value, of which several share one. */
function lettersOf(dictionary: Dictionary): Int32Array {
  const known = letterSets.get(dictionary);
  if (known !== undefined) return known;
  const { units, starts } = dictionary;
  const sets = new Int32Array(codesIn(dictionary));
  for (let code = 0; code < sets.length; code++) {
    sets[code] = lettersIn(units, starts[code] ?? 0, starts[code + 1] ?? 0);
  }
  letterSets.set(dictionary, sets);
  return sets;
}

function lettersIn(units: Uint16Array, start: number, end: number): number {
  let set = 0;
  for (let at = start; at < end; at++) set |= 1 << ((units[at] ?? 0) & 31);
  return set;
}

function oncePerPair(measure: (a: number, b: number) => number): (a: number, b: number) => number {
  let lastA = -1;
  let lastB = -1;
  let last = 0;
  return (a, b) => {
    if (a !== lastA || b !== lastB) {
      last = measure(a, b);
      lastA = a;
      lastB = b;
    }
    return last;
  };
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** The time of Jaro-Winkler grows with the square of the length, and whole pages are found in cells. */
const MOST_ALIKE = 128;

/** What is found out of values once serves training and scoring, as long as the records are there. */
const nameLists = new WeakMap<Dictionary, NameList>();
const tokenSets = new WeakMap<Dictionary, TokenSets>();
const letterSets = new WeakMap<Dictionary, Int32Array>();

function nameMeasure(
  dictionary: Dictionary,
  isNormalised: boolean,
  least: number,
): (a: number, b: number) => number {
  const known = nameLists.get(dictionary);
  const names = known ?? new NameList(codesIn(dictionary), (code) => textOf(dictionary, code), isNormalised);
  nameLists.set(dictionary, names);
  return oncePerPair((a, b) => names.similarity(a, b, least));
}

function tokenMeasure(dictionary: Dictionary): (a: number, b: number) => number {
  const sets = tokensOf(dictionary);
  return oncePerPair((a, b) => shareOfTokens(sets, a, b));
}

function rareTokenMeasure(dictionary: Dictionary): (a: number, b: number) => number {
  const sets = tokensOf(dictionary);
  const weights = tokenWeights(sets, dictionary);
  return oncePerPair((a, b) => shareOfWeights(sets, weights, a, b));
}

function tokensOf(dictionary: Dictionary): TokenSets {
  const sets = tokenSets.get(dictionary) ?? tokenSetsOf(dictionary);
  tokenSets.set(dictionary, sets);
  return sets;
}

function perCode(dictionary: Dictionary, read: (value: string) => number): Float64Array {
  return Float64Array.from({ length: codesIn(dictionary) }, (_, code) => read(textOf(dictionary, code)));
}

/** False where either is NaN. */
function isNear(numbers: Float64Array, most: number): LevelTest {
  return (a, b) => Math.abs((numbers[a] ?? Number.NaN) - (numbers[b] ?? Number.NaN)) <= most;
}

function wholeNumberOf(value: string): number {
  return /^[+-]?\d+$/.test(value) ? Number(value) : Number.NaN;
}

/** A number as it is written anywhere: `1.234,50`, `1,234.5` and `Rp 12.50`; the last sign parts the decimals unless three figures follow. */
export function numberOf(value: string): number {
  const [, sign = '', written = ''] = /^\D*?(-?)(\d[\d.,' ]*)\D*$/.exec(value) ?? [];
  if (written === '') return Number.NaN;
  const [, whole = written, decimals = ''] = /^(.*)[.,](\d{1,2}|\d{4,})$/.exec(written.trim()) ?? [];
  return Number(`${sign}${whole.replace(/\D/g, '')}.${decimals}`);
}

/** False where either is NaN. */
function areNear(a: number, b: number, share: number): boolean {
  return Math.abs(a - b) <= share * Math.max(Math.abs(a), Math.abs(b));
}

/** Days since 1 March of year 0; NaN of what is no ISO date. Works for every year of four digits, unlike the kernel's days. */
function dayNumberOf(value: string): number {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return Number.NaN;
  const month = Number(value.slice(5, 7));
  const year = Number(value.slice(0, 4)) - (month > 2 ? 0 : 1);
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5);
  return year * 365 + leapDays + dayOfYear + Number(value.slice(8, 10));
}

/** Dates as `YYYY-MM-DD`: the same year, the month of the one the day of the other. */
function areSwappedDays(units: Uint16Array, a: number, b: number, endA: number, endB: number): boolean {
  if (endA - a !== 10 || endB - b !== 10) return false;
  for (let i = 0; i < 4; i++) if (units[a + i] !== units[b + i]) return false;
  for (let i = 5; i < 7; i++) {
    if (units[a + i] !== units[b + i + 3] || units[b + i] !== units[a + i + 3]) return false;
  }
  return true;
}

function startAlike(
  units: Uint16Array,
  startA: number,
  endA: number,
  startB: number,
  endB: number,
  length: number,
): boolean {
  if (endA - startA < length || endB - startB < length) return false;
  for (let i = 0; i < length; i++) if (units[startA + i] !== units[startB + i]) return false;
  return true;
}

/** The values of two columns, exchanged in one of both. */
function swappedTest(dictionary: Dictionary, least: number): LevelTest {
  const { units, starts } = dictionary;
  const middles = new Int32Array(codesIn(dictionary));
  const lettersBefore = new Int32Array(middles.length);
  const lettersBehind = new Int32Array(middles.length);
  for (let code = 1; code < middles.length; code++) {
    const start = starts[code] ?? 0;
    const end = starts[code + 1] ?? 0;
    let middle = start;
    while (middle < end && units[middle] !== APART) middle++;
    middles[code] = middle;
    lettersBefore[code] = lettersIn(units, start, middle);
    lettersBehind[code] = lettersIn(units, middle + 1, end);
  }
  /** What stands before in the one against what stands behind in the other. */
  const areAlike = (a: number, b: number): boolean => {
    const start = starts[a] ?? 0;
    const middle = middles[a] ?? 0;
    const otherMiddle = (middles[b] ?? 0) + 1;
    const end = starts[b + 1] ?? 0;
    const most = mostAlike(
      lettersBefore[a] ?? 0,
      middle - start,
      lettersBehind[b] ?? 0,
      Math.max(0, end - otherMiddle),
      units[start] === units[otherMiddle],
    );
    return !(most < least) && jaroWinklerOf(units, start, middle, otherMiddle, end) >= least;
  };
  return (a, b) => areAlike(a, b) && areAlike(b, a);
}
