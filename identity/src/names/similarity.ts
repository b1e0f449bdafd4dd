import { jaroWinkler } from './jaro-winkler.ts';
import { type NormalisedName, normaliseName } from './normalise.ts';
import type { NameToken } from './token.ts';

const VARIANT = 0.97;
const JOINED = 0.98;
const ABBREVIATED = 0.85;
const TWO_LISTED = 0.79;
const INITIAL = 0.6;
const CALLED = 0.6;
const OTHER_SEX = 0.3;
/** Below this, two words are two names and count for little: unrelated names share half their letters by chance. */
const RELATED = 0.8;
const UNRELATED_FACTOR = 0.4;
/** Weight of agreeing words from which a further word on one side (a middle name, a clan) hardly matters. */
const ENOUGH_AGREED = 1.3;
const EXTRA_AFTER_ENOUGH = 0.12;
const EXTRA = 0.4;
/** Names of more words are compared by their first ones. */
const MOST_WORDS = 8;

/**
 * How likely two written names are one name, from 0 to 1, whatever the order of the words. Spellings and abbreviations of one
 * name count as nearly equal, an initial as little, a word that one side lacks against it; names of the other sex
 * (Fransiskus, Fransiska) as different. Symmetric; 1 for the same words; 0 if either has none.
 *
 * At 0.9 and above it may be taken for one person if something else agrees, below 0.7 it is someone else's name. That two
 * people bear one name is common: it never decides alone.
 */
export function nameSimilarity(a: string | NormalisedName, b: string | NormalisedName): number {
  const one = typeof a === 'string' ? normaliseName(a) : a;
  const other = typeof b === 'string' ? normaliseName(b) : b;
  if (one.text === '' || other.text === '') return 0;
  if (one.text === other.text) return 1;
  // Ties between alignments are broken by order, so the order must not depend on the caller.
  const [first, second] = one.text < other.text ? [one, other] : [other, one];
  const aligned = align(first.tokens.slice(0, MOST_WORDS), second.tokens.slice(0, MOST_WORDS));
  return Math.max(aligned, wholeNames(first, second));
}

/** "Naif Selan" and "Naifselan": the words run together. */
function wholeNames(a: NormalisedName, b: NormalisedName): number {
  if (a.tokens.length === b.tokens.length) return 0;
  const joined = (name: NormalisedName) => name.tokens.map((token) => token.canon).join('');
  return a.text.replaceAll(' ', '') === b.text.replaceAll(' ', '') || joined(a) === joined(b) ? JOINED : 0;
}

/** Pairs each word of the shorter name with one of the longer so that the agreement is greatest. */
function align(a: readonly NameToken[], b: readonly NameToken[]): number {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const pairs = short.map((token) => long.map((other) => pairOf(token, other)));
  const best = bestPairing(pairs, 0, 0);

  let agreement = 0;
  let weight = 0;
  let agreed = 0;
  best.chosen.forEach((column, row) => {
    const pair = pairs[row]?.[column];
    if (pair === undefined) return;
    agreement += pair.weight * pair.similarity;
    weight += pair.weight;
    if (pair.similarity >= ABBREVIATED) agreed += pair.weight;
  });
  const extra = agreed >= ENOUGH_AGREED ? EXTRA_AFTER_ENOUGH : EXTRA;
  long.forEach((token, column) => {
    if (!best.chosen.includes(column)) weight += token.weight * extra;
  });
  return agreement / weight;
}

interface Pair {
  readonly similarity: number;
  readonly weight: number;
}

function pairOf(a: NameToken, b: NameToken): Pair {
  const similarity = tokenSimilarity(a, b);
  return {
    similarity: similarity >= RELATED || isShortForm(a, b) ? similarity : similarity * UNRELATED_FACTOR,
    weight: Math.min(a.weight, b.weight),
  };
}

interface Pairing {
  readonly total: number;
  /** For each row from the first asked for, the column it is paired with. */
  readonly chosen: readonly number[];
}

/** Tries every pairing: names have few words. `taken` is a set of columns, one bit each. */
function bestPairing(pairs: readonly (readonly Pair[])[], row: number, taken: number): Pairing {
  const columns = pairs[row];
  if (columns === undefined) return { total: 0, chosen: [] };
  let best: Pairing = { total: -1, chosen: [] };
  columns.forEach((pair, column) => {
    if ((taken & (1 << column)) !== 0) return;
    const rest = bestPairing(pairs, row + 1, taken | (1 << column));
    const total = pair.similarity * pair.weight + rest.total;
    if (total > best.total) best = { total, chosen: [column, ...rest.chosen] };
  });
  return best;
}

/** How likely two words are one name, from 0 to 1. Symmetric. */
export function tokenSimilarity(a: NameToken, b: NameToken): number {
  if (a.spelling === b.spelling) return 1;
  if (a.kind === 'initial' || b.kind === 'initial') return startAlike(a, b) ? INITIAL : 0;
  if (a.canon === b.canon) return VARIANT;
  if (a.standsFor.has(b.canon) || b.standsFor.has(a.canon)) return ABBREVIATED;
  if (areOfOtherSex(a, b)) return OTHER_SEX;
  if (a.calls.has(b.canon) || b.calls.has(a.canon)) return CALLED;
  const alike = jaroWinkler(a.canon, b.canon);
  return a.listed && b.listed ? Math.min(alike, TWO_LISTED) : alike;
}

/** An initial, abbreviation or nickname of the other: weak, but not for being misspelt. */
function isShortForm(a: NameToken, b: NameToken): boolean {
  if (a.kind === 'initial' || b.kind === 'initial') return startAlike(a, b);
  return a.calls.has(b.canon) || b.calls.has(a.canon);
}

function startAlike(a: NameToken, b: NameToken): boolean {
  return a.spelling[0] === b.spelling[0] || a.canon[0] === b.canon[0];
}

function areOfOtherSex(a: NameToken, b: NameToken): boolean {
  if (a.sex !== undefined && b.sex !== undefined) return a.sex !== b.sex;
  return isMasculineOf(a.canon, b.canon) || isMasculineOf(b.canon, a.canon);
}

/** Emilianus of Emiliana, for names that are in no list. */
function isMasculineOf(masculine: string, feminine: string): boolean {
  return (
    masculine.endsWith('us') &&
    feminine.endsWith('a') &&
    masculine.length === feminine.length + 1 &&
    masculine.startsWith(feminine.slice(0, -1))
  );
}
