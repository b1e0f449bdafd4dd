import type { Day } from '@payung/kernel';
import type { NormalisedName } from '../names/normalise.ts';
import type { Nik, Sex } from '../nik/nik.ts';

/** What matching may know of a person. Leave out what is not known: nothing stands in for a missing NIK. */
export interface MatchPerson {
  /** A NIK that was read; never a placeholder. */
  readonly nik?: Nik | undefined;
  /** Normalise once when one person meets many. */
  readonly name: string | NormalisedName;
  readonly birthDate?: Day | undefined;
  /** How much of the birth date is known; the rest of it is then ignored. Default: the day. */
  readonly birthPrecision?: 'day' | 'month' | 'year' | undefined;
  readonly sex?: Sex | undefined;
  /** The mother's name. */
  readonly mother?: string | NormalisedName | undefined;
  /** Village of residence, the ten digits of its code. */
  readonly village?: string | number | undefined;
}
