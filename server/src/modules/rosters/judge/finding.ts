import type { RowReason } from '#platform/messages';
import type { Facts } from '#platform/refusal';
import type { Question } from './question.ts';

/** Something found in a row: what, in which column, and what its message needs. */
export interface Finding {
  readonly code: RowReason;
  /** The field concerned; null when it is the row as a whole. */
  readonly field: string | null;
  readonly facts: Facts;
}

/** What may become of a row, in the order of the equation: rows in = new + known + doubtful + refused + ignored. */
export const verdicts = ['new', 'known', 'doubtful', 'refused', 'ignored'] as const;
export type Verdict = (typeof verdicts)[number];

/** What is decided of one row. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly because: Finding;
  /** Other things to look at; they do not stand in the way. */
  readonly warnings: readonly Finding[];
  /** The person: proposed for new, found for known; undefined otherwise. */
  readonly personId: string | undefined;
  /** True when accepting the roster opens a membership for this row. */
  readonly enrol: boolean;
  /** True when accepting the list confirms or brings up to date somebody known, or fills in what is empty, without enrolling them. */
  readonly listed?: boolean;
  /** True when accepting the roster fills in something that is still empty of somebody known. */
  readonly fills?: boolean;
  /** Somebody known without a NIK, whose record the row completes. */
  readonly completes?: { readonly personId: string; readonly envelope: Buffer };
  /** What a human is asked; only of a doubtful row. */
  readonly question?: Question;
}
