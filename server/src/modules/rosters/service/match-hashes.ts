import { type MatchPerson, matchKeys, type NormalisedName } from '@payung/identity';
import type { Sealer } from '#platform/seal';

/** Under which hashes a person is kept, and under which they are looked for. */
export interface MatchHashes {
  readonly kept: readonly bigint[];
  readonly sought: readonly bigint[];
}

/** How many words of a name are tried beside the village. */
const nameWords = 3;

/**
 * Hashes of a row's match keys. The NIK is not among them: it is found by its blind index, and its sixteen one-digit-off forms
 * would make four fifths of the keys to find what birth date and name find anyway (docs/decisions).
 *
 * People without a NIK are kept under village and words of the name as well, and everybody is looked for there: of some of them
 * nothing else is known.
 */
export function matchHashesOf(
  sealer: Sealer,
  person: MatchPerson & { readonly name: NormalisedName },
): MatchHashes {
  const keys = matchKeys({ ...person, nik: undefined });
  const words = person.name.tokens.filter(({ kind }) => kind !== 'initial').slice(0, nameWords);
  const near = words.map(({ sound }) => `near:${person.village}:${sound}`);
  const hashes = (texts: readonly string[]) => [...new Set(texts)].map((text) => sealer.matchHash(text));
  const sought = hashes([...keys, ...near]);
  return { sought, kept: person.nik === undefined ? sought : hashes(keys) };
}
