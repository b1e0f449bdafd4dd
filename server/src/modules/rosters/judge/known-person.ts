import type { MatchPerson } from '@payung/identity';
import type { Day } from '@payung/kernel';

/** A person of the base whom a row may mean, as the matching role sees them. */
export interface KnownPerson extends MatchPerson {
  readonly personId: string;
  readonly village: number;
  readonly dead: boolean;
  /** The envelope of somebody without a NIK, to be completed when one is known; null for all others. */
  readonly envelope: Buffer | null;
  /** What is recorded of them, as `heldBits`; what nobody looked for counts as held. */
  readonly holds: number;
  /** The number is claimed by several people; a human decides. */
  readonly disputed: boolean;
}

/** What the base says of a person's protection now. */
export interface Standing {
  /** A membership under the very agreement of the roster is open. */
  readonly member: boolean;
  /** Who pays for them already, and as much as may be told of it: an employer beside this one is lawful, a fund is not. Null for nobody. */
  readonly elsewhere: {
    readonly code: 'known.otherFund' | 'known.fundBesideWage' | 'known.otherEmployer';
    readonly facts: { readonly fund: string; readonly regency: string };
  } | null;
  /** Where they live and what they do; null where a list enrols, and does not ask. */
  readonly now: ListedPerson | null;
}

/** Where somebody known lives now, and what they do. */
export interface ListedPerson {
  readonly village: number;
  readonly rt: string | null;
  readonly rw: string | null;
  /** When that residence began; null when none is recorded. */
  readonly placeSince: Day | null;
  /** Kinds of work now, the latest first. */
  readonly work: readonly { readonly occupation: string; readonly text: string }[];
  /** When the latest of them began; null when there is none. */
  readonly workSince: Day | null;
}
