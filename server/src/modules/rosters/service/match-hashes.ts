import { type MatchPerson, matchKeys, type NormalisedName } from '@payung/identity';
import type { Sealer } from '#platform/seal';

/** Under what a person is kept and looked for. */
export interface MatchTexts {
  readonly kept: readonly string[];
  readonly sought: readonly string[];
}

/** Under which hashes a person is kept, and under which they are looked for. */
export interface MatchHashes {
  readonly kept: readonly bigint[];
  readonly sought: readonly bigint[];
}

/** How many words of a name are tried beside the village. */
const nameWords = 3;

/**
 * A row's match keys, in clear: for memory only. The NIK is not among them: it is found by its blind index, and its sixteen
 * one-digit-off forms would make four fifths of the keys to find what birth date and name find anyway (docs/decisions).
 *
 * People without a NIK are kept under village and words of the name as well, and everybody is looked for there: of some of them
 * nothing else is known.
 */
export function matchTextsOf(person: MatchPerson & { readonly name: NormalisedName }): MatchTexts {
  const keys = matchKeys({ ...person, nik: undefined });
  return {
    kept: person.nik === undefined ? [...keys, ...nearKeys(person)] : keys,
    // Most rows are found by their number, and nobody is looked for.
    get sought() {
      return [...keys, ...nearKeys(person)];
    },
  };
}

function nearKeys({ village, name }: MatchPerson & { readonly name: NormalisedName }): string[] {
  return [...nearWordsOf(name)].map((sound) => `near:${village}:${sound}`);
}

/** Sounds of the words of a name that are looked for beside the village. */
export function nearWordsOf(name: NormalisedName): ReadonlySet<string> {
  const words = name.tokens.filter(({ kind }) => kind !== 'initial').slice(0, nameWords);
  return new Set(words.map(({ sound }) => sound));
}

/** Hashes of match keys, as the base keeps them. */
export function matchHashes(sealer: Sealer, texts: readonly string[]): bigint[] {
  return texts.map((text) => sealer.matchHash(text));
}

/** Hashes of a person's match keys; see `matchTextsOf`. */
export function matchHashesOf(
  sealer: Sealer,
  person: MatchPerson & { readonly name: NormalisedName },
): MatchHashes {
  const { kept, sought } = matchTextsOf(person);
  return { kept: matchHashes(sealer, kept), sought: matchHashes(sealer, sought) };
}
