import type { Agreements } from './agreement.ts';

export type Verdict = 'same' | 'doubtful' | 'different';

/** Which rule decided. */
export type MatchRule =
  | 'match.nikAndName'
  | 'match.nikAndBirthDate'
  | 'match.nikTakenTwice'
  | 'match.nikOnly'
  | 'match.sexMistyped'
  | 'match.twins'
  | 'match.otherSex'
  | 'match.nikOneDigit'
  | 'match.otherMother'
  | 'match.twoNiks'
  | 'match.otherNik'
  | 'match.nameBirthDateMother'
  | 'match.nameAndBirthDate'
  | 'match.nearlyAll'
  | 'match.allButName'
  | 'match.nameAndVillage'
  | 'match.littleInCommon';

interface Rule {
  readonly code: MatchRule;
  readonly verdict: Verdict;
  readonly applies: (agreements: Agreements) => boolean;
}

/** A name typed with a slip or a word left out, beside a NIK that agrees. */
const NAME_BESIDE_NIK = 0.85;
/** Below it, beside a NIK that agrees, the name is clearly someone else's or was changed. */
const OTHER_NAME_BESIDE_NIK = 0.6;
/** Spelling variants of one and the same name, and no more. */
const IDENTICAL_NAME = 0.97;
/** One name of two or three agrees. */
const PART_OF_NAME = 0.5;

const sameNameAndBirthDate = (x: Agreements): boolean => x.name === 'same' && x.birthDate === 'same';
const twoNiks = (x: Agreements): boolean => x.nik === 'close' || x.nik === 'different';
/** An assumed birth date is shared by thousands, so it must not be alone. */
const birthDateCounts = (x: Agreements): boolean =>
  !x.birthDateAssumed || x.village === 'same' || x.mother === 'same';
const homeOrMotherAgrees = (x: Agreements): boolean => x.village === 'same' || x.mother === 'same';

/** The first that applies decides. */
export const RULES: readonly Rule[] = [
  // One NIK.
  {
    code: 'match.nikAndName',
    verdict: 'same',
    applies: (x) => x.nik === 'same' && x.nameSimilarity >= NAME_BESIDE_NIK,
  },
  {
    code: 'match.nikAndBirthDate',
    verdict: 'same',
    applies: (x) => x.nik === 'same' && x.birthDate === 'same' && x.nameSimilarity >= OTHER_NAME_BESIDE_NIK,
  },
  {
    // Copied from the row above, a family card's number, or typed over.
    code: 'match.nikTakenTwice',
    verdict: 'doubtful',
    applies: (x) => x.nik === 'same' && x.name === 'different' && x.birthDate !== 'same',
  },
  { code: 'match.nikOnly', verdict: 'doubtful', applies: (x) => x.nik === 'same' },

  // Man and woman.
  {
    // Two NIKs that each say so are no slip in the column for sex.
    code: 'match.sexMistyped',
    verdict: 'doubtful',
    applies: (x) =>
      x.sex === 'different' &&
      x.nik !== 'different' &&
      x.nameSimilarity >= IDENTICAL_NAME &&
      sameNameAndBirthDate(x),
  },
  {
    code: 'match.twins',
    verdict: 'different',
    applies: (x) =>
      x.sex === 'different' && x.birthDate === 'same' && (x.mother === 'same' || x.mother === 'close'),
  },
  { code: 'match.otherSex', verdict: 'different', applies: (x) => x.sex === 'different' },

  // Two NIKs.
  {
    // A typing error, or twins of one sex, whose serials follow one another: only a person can tell.
    code: 'match.nikOneDigit',
    verdict: 'doubtful',
    applies: (x) =>
      x.nik === 'close' &&
      x.name === 'same' &&
      x.birthDate !== 'different' &&
      (!x.nikNextInTurn || birthDateCounts(x)),
  },
  {
    code: 'match.otherMother',
    verdict: 'different',
    applies: (x) => sameNameAndBirthDate(x) && x.mother === 'different',
  },
  {
    code: 'match.twoNiks',
    verdict: 'doubtful',
    applies: (x) => twoNiks(x) && sameNameAndBirthDate(x) && birthDateCounts(x),
  },
  { code: 'match.otherNik', verdict: 'different', applies: twoNiks },

  // At least one without a NIK.
  {
    code: 'match.nameBirthDateMother',
    verdict: 'same',
    applies: (x) => sameNameAndBirthDate(x) && !x.birthDateAssumed && x.mother === 'same',
  },
  {
    code: 'match.nameAndBirthDate',
    verdict: 'doubtful',
    applies: (x) => sameNameAndBirthDate(x) && birthDateCounts(x),
  },
  {
    code: 'match.nearlyAll',
    verdict: 'doubtful',
    applies: (x) =>
      homeOrMotherAgrees(x) &&
      ((x.name === 'same' && x.birthDate === 'close') || (x.name === 'close' && x.birthDate === 'same')),
  },
  {
    // Written by one of his names; or twins of one sex who share a family name.
    code: 'match.allButName',
    verdict: 'doubtful',
    applies: (x) =>
      x.birthDate === 'same' &&
      !x.birthDateAssumed &&
      x.mother === 'same' &&
      x.village === 'same' &&
      x.nameSimilarity >= PART_OF_NAME,
  },
  {
    code: 'match.nameAndVillage',
    verdict: 'doubtful',
    applies: (x) => x.name === 'same' && x.birthDate === 'missing' && x.village === 'same',
  },
];
