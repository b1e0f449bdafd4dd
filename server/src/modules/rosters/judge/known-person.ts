import type { MatchPerson } from '@payung/identity';

/** A person of the base whom a row may mean, as the matching role sees them. */
export interface KnownPerson extends MatchPerson {
  readonly personId: string;
  readonly village: number;
  readonly dead: boolean;
  /** The envelope of somebody without a NIK, to be completed when one is known; null for all others. */
  readonly envelope: Buffer | null;
  /** The number is claimed by several people; a human decides. */
  readonly disputed: boolean;
}

/** What the base says of a person's protection now. */
export interface Standing {
  /** A membership under the very agreement of the roster is open. */
  readonly member: boolean;
  /** Covered, or about to be, from another fund: what may be told of it. Null when not. */
  readonly elsewhere: {
    readonly fundKind: string;
    readonly regency: string;
  } | null;
}
