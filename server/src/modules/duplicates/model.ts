import type { Pair } from '#people';

/** What a human says of a pair: one person, two people, or nothing yet. */
export const choices = ['same', 'different', 'later'] as const;
export type Choice = (typeof choices)[number];

/** Two records that may be one person, side by side. */
export type DuplicatePair = Omit<Pair, 'merged'> & {
  /** What was decided; null while open. */
  readonly decision: {
    readonly choice: Choice;
    readonly why: string | null;
    readonly by: string;
    readonly at: string;
  } | null;
};

/** How far the list is, in the caller's scope. */
export interface DuplicateProgress {
  /** Pairs nobody has decided; those left for later are not among them. */
  readonly open: number;
  readonly later: number;
  /** Open pairs with one record in scope and the other outside: an officer responsible for both decides them. */
  readonly elsewhere: number;
}

/** A pair as the job finds it; `firstId` is the smaller id. */
export interface FoundPair {
  readonly firstId: string;
  readonly secondId: string;
  readonly firstArea: number;
  readonly secondArea: number;
  readonly firstKey: Buffer;
  readonly secondKey: Buffer;
  readonly verdict: 'same' | 'doubtful';
  readonly rule: string;
  /** Percent. */
  readonly score: number;
}
