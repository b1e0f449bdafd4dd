import { Alignment, MOST_WORDS } from './alignment.ts';
import { jaroWinkler } from './jaro-winkler.ts';
import { type NormalisedName, normaliseName } from './normalise.ts';
import type { NameToken } from './token.ts';

const VARIANT = 0.97;
/** Two names of the same letters, whose words run together in one of them. */
export const JOINED = 0.98;
const ABBREVIATED = 0.85;
const TWO_LISTED = 0.79;
const INITIAL = 0.6;
const CALLED = 0.6;
const OTHER_SEX = 0.3;
/** Below this, two words are two names and count for little: unrelated names share half their letters by chance. */
export const RELATED = 0.8;
export const UNRELATED_FACTOR = 0.4;
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
  short.forEach((token, row) => {
    long.forEach((other, column) => {
      const at = row * MOST_WORDS + column;
      alignment.similarities[at] = pairSimilarity(token, other);
      alignment.weights[at] = Math.min(token.weight, other.weight);
    });
  });
  long.forEach((token, column) => {
    alignment.columnWeights[column] = token.weight;
  });
  return alignment.similarity(short.length, long.length);
}

const alignment = new Alignment();

/** How likely two words of two names are one, less for two names that are merely alike. From 0 to 1, symmetric. */
export function pairSimilarity(a: NameToken, b: NameToken): number {
  const similarity = tokenSimilarity(a, b);
  return similarity >= RELATED || isShortForm(a, b) ? similarity : similarity * UNRELATED_FACTOR;
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
