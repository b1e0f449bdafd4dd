import { type Day, partsOf } from '@payung/kernel';
import { type NormalisedName, normaliseName } from '../names/normalise.ts';
import { nameSimilarity, tokenSimilarity } from '../names/similarity.ts';
import { sexOfNik } from '../nik/nik.ts';
import type { MatchPerson } from './person.ts';

/** How far two people agree in one field; `missing` if either does not have it. */
export type Agreement = 'same' | 'close' | 'different' | 'missing';

/** Everything the rules look at. */
export interface Agreements {
  /** `close`: the same but for one digit mistyped, moved or swapped. */
  readonly nik: Agreement;
  /**
   * The NIKs are `close`, and only by their serials, beside one birth date. Area, date and sex are in the NIK, and serials are given
   * in turn: two people born on one day in one district look so too, so that this says hardly more than the birth date does.
   */
  readonly nikNextInTurn: boolean;
  readonly name: Agreement;
  /** `nameSimilarity`; 0 if a name is missing. */
  readonly nameSimilarity: number;
  /** `close`: one of day, month and year differs, day and month are swapped, or no more is known than what is equal. */
  readonly birthDate: Agreement;
  /** The common birth date is one written where nobody knows it: 1 January, 1 July, 31 December. */
  readonly birthDateAssumed: boolean;
  readonly sex: Agreement;
  readonly mother: Agreement;
  /** `close`: the same district. */
  readonly village: Agreement;
}

/** From here on two written names are one. */
export const SAME_NAME = 0.9;
/** Below it they are two. */
export const CLOSE_NAME = 0.7;

export function agreementsOf(a: MatchPerson, b: MatchPerson): Agreements {
  const nameA = normalised(a.name);
  const nameB = normalised(b.name);
  const similarity = nameSimilarity(nameA, nameB);
  const nik = nikAgreement(a.nik, b.nik);
  const birthDate = birthDateAgreement(a, b);
  return {
    nik,
    nikNextInTurn:
      nik === 'close' && birthDate === 'same' && a.nik?.slice(0, SERIAL_AT) === b.nik?.slice(0, SERIAL_AT),
    name: nameAgreement(nameA, nameB, similarity),
    nameSimilarity: similarity,
    birthDate,
    birthDateAssumed:
      a.birthDate !== undefined && a.birthDate === b.birthDate && ASSUMED_DAYS.has(a.birthDate.slice(5)),
    sex: sexAgreement(a, b),
    mother: motherAgreement(a.mother, b.mother),
    village: villageAgreement(a.village, b.village),
  };
}

/** Six digits of area, six of birth date and sex; then the serial. */
const SERIAL_AT = 12;

const ASSUMED_DAYS: ReadonlySet<string> = new Set(['01-01', '07-01', '12-31']);

function normalised(name: string | NormalisedName): NormalisedName {
  return typeof name === 'string' ? normaliseName(name) : name;
}

function nikAgreement(a: string | undefined, b: string | undefined): Agreement {
  if (a === undefined || b === undefined) return 'missing';
  if (a === b) return 'same';
  return isOneDigitApart(a, b) ? 'close' : 'different';
}

/**
 * Whether two different texts of one length become equal when each loses one character: one was replaced, two neighbours were
 * swapped, or one was left out here and added there. Exactly then do they share a `nik-1:` key.
 */
export function isOneDigitApart(a: string, b: string): boolean {
  if (a.length !== b.length || a === b) return false;
  let first = 0;
  while (a[first] === b[first]) first++;
  let last = a.length - 1;
  while (a[last] === b[last]) last--;
  return (
    a.slice(first + 1, last + 1) === b.slice(first, last) ||
    b.slice(first + 1, last + 1) === a.slice(first, last)
  );
}

/** Names that tell nobody apart (Maria, Siti) are at most close. */
function nameAgreement(a: NormalisedName, b: NormalisedName, similarity: number): Agreement {
  if (a.text === '' || b.text === '') return 'missing';
  if (similarity < CLOSE_NAME) return 'different';
  return similarity >= SAME_NAME && isTelling(a) && isTelling(b) ? 'same' : 'close';
}

function isTelling(name: NormalisedName): boolean {
  return name.tokens.some((token) => token.weight >= 1);
}

function birthDateAgreement(a: MatchPerson, b: MatchPerson): Agreement {
  if (a.birthDate === undefined || b.birthDate === undefined) return 'missing';
  const precisions = [a.birthPrecision ?? 'day', b.birthPrecision ?? 'day'];
  if (precisions.includes('year')) return closeIfEqual(a.birthDate, b.birthDate, 4);
  if (precisions.includes('month')) return closeIfEqual(a.birthDate, b.birthDate, 7);
  if (a.birthDate === b.birthDate) return 'same';
  return isSlipOf(a.birthDate, b.birthDate) ? 'close' : 'different';
}

function closeIfEqual(a: Day, b: Day, characters: number): Agreement {
  return a.slice(0, characters) === b.slice(0, characters) ? 'close' : 'different';
}

function isSlipOf(a: Day, b: Day): boolean {
  const one = partsOf(a);
  const other = partsOf(b);
  const differing =
    Number(one.year !== other.year) +
    Number(one.month !== other.month) +
    Number(one.dayOfMonth !== other.dayOfMonth);
  const swapped = one.year === other.year && one.month === other.dayOfMonth && one.dayOfMonth === other.month;
  return differing === 1 || swapped;
}

function sexAgreement(a: MatchPerson, b: MatchPerson): Agreement {
  const one = a.sex ?? (a.nik === undefined ? undefined : sexOfNik(a.nik));
  const other = b.sex ?? (b.nik === undefined ? undefined : sexOfNik(b.nik));
  if (one === undefined || other === undefined) return 'missing';
  return one === other ? 'same' : 'different';
}

/** A mother is often named by one word in one list and in full in another. */
function motherAgreement(a: MatchPerson['mother'], b: MatchPerson['mother']): Agreement {
  if (a === undefined || b === undefined) return 'missing';
  const one = normalised(a);
  const other = normalised(b);
  const agreement = nameAgreement(one, other, nameSimilarity(one, other));
  if (agreement !== 'different' || Math.min(one.tokens.length, other.tokens.length) > 1) return agreement;
  const shared = one.tokens.some((token) =>
    other.tokens.some((candidate) => tokenSimilarity(token, candidate) >= SAME_NAME),
  );
  return shared ? 'close' : 'different';
}

function villageAgreement(a: MatchPerson['village'], b: MatchPerson['village']): Agreement {
  if (a === undefined || b === undefined) return 'missing';
  const one = String(a);
  const other = String(b);
  if (one === other) return 'same';
  return one.slice(0, 6) === other.slice(0, 6) ? 'close' : 'different';
}
