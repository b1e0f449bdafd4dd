import { soundOf } from '../names/fold.ts';
import { type NormalisedName, normaliseName } from '../names/normalise.ts';
import type { NameToken } from '../names/token.ts';
import type { MatchPerson } from './person.ts';

/** How many words of a name are tried with the birth date. */
const NAME_WORDS = 3;

/** What `matchKeys` needs: also the digits of a NIK that was refused only for its length. */
export interface KeyedPerson extends MatchPerson {
  /** 15 or 17 digits in place of a NIK: one digit was left out or typed twice, and the keys still find the person. */
  readonly nikDigits?: string | undefined;
}

/**
 * The keys under which a person is looked for: two records of one person nearly always share one, two people seldom do. Each
 * begins with its kind:
 *
 * - `nik:` the NIK
 * - `nik-1:` the NIK without one of its digits, each in turn: shared after one digit was mistyped, left out, added or swapped
 *   with its neighbour
 * - `born:` birth date and the sound of a word of the name, for up to three words, so that order and missing words do not matter
 * - `mother:` sound of the mother's whole name and birth year
 * - `village:` village, sound of the first word of the name and birth year
 *
 * They hold personal data in the clear: hash them with a key before they are kept. Without repetition, in a fixed order.
 */
export function matchKeys(person: KeyedPerson): readonly string[] {
  const keys: string[] = [...nikKeys(person.nik ?? person.nikDigits)];
  const { birthDate } = person;
  if (birthDate === undefined) return unique(keys);
  const year = birthDate.slice(0, 4);
  const name = normalised(person.name);
  if ((person.birthPrecision ?? 'day') === 'day') {
    for (const token of tellingTokens(name).slice(0, NAME_WORDS)) {
      for (const sound of soundsOf(token)) keys.push(`born:${birthDate}:${sound}`);
    }
  }
  if (person.mother !== undefined) {
    const sounds = tellingTokens(normalised(person.mother)).map((token) => token.sound);
    if (sounds.length > 0) keys.push(`mother:${sounds.sort().join('+')}:${year}`);
  }
  const first = name.tokens.find((token) => token.kind !== 'initial');
  if (person.village !== undefined && first !== undefined) {
    for (const sound of soundsOf(first)) keys.push(`village:${person.village}:${sound}:${year}`);
  }
  return unique(keys);
}

/** In the order of their first place: there are seldom more than a handful. */
function unique(keys: readonly string[]): readonly string[] {
  return keys.filter((key, at) => keys.indexOf(key) === at);
}

function* nikKeys(digits: string | undefined): Iterable<string> {
  if (digits === undefined) return;
  if (digits.length === 15) yield `nik-1:${digits}`;
  if (digits.length === 16) {
    yield `nik:${digits}`;
    for (const shorter of withoutOneDigit(digits)) yield `nik-1:${shorter}`;
  }
  if (digits.length === 17) {
    for (const shorter of withoutOneDigit(digits)) yield `nik:${shorter}`;
  }
}

function* withoutOneDigit(digits: string): Iterable<string> {
  for (let i = 0; i < digits.length; i++) yield digits.slice(0, i) + digits.slice(i + 1);
}

/** The words that tell people apart; all words if none does (Maria alone). Initials never. */
function tellingTokens({ tokens }: NormalisedName): readonly NameToken[] {
  if (tokens.every(isTelling)) return tokens;
  const telling = tokens.filter(isTelling);
  return telling.length > 0 ? telling : tokens.filter(({ kind }) => kind !== 'initial');
}

function isTelling({ kind, weight }: NameToken): boolean {
  return kind !== 'initial' && (kind === 'abbreviation' || weight >= 1);
}

/** An abbreviation sounds like each name it may stand for. */
function soundsOf(token: NameToken): readonly string[] {
  return token.kind === 'abbreviation' ? [...token.standsFor].map(soundOf) : [token.sound];
}

function normalised(name: string | NormalisedName): NormalisedName {
  return typeof name === 'string' ? normaliseName(name) : name;
}
