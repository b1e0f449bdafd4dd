import { type Day, type Rupiah, rupiah, sum } from '@payung/kernel';

/**
 * receivable: billed, not yet paid · contributions: owed to the programmes · bank: money received ·
 * unallocated: money received that settles no bill.
 */
export const accounts = ['receivable', 'contributions', 'bank', 'unallocated'] as const;
export type Account = (typeof accounts)[number];

/** A line of a journal: debit positive, credit negative; never zero. */
export interface Posting {
  readonly account: Account;
  /** Null for money whose fund is not known. */
  readonly fundId: string | null;
  /** Null when no bill is concerned. */
  readonly billId: string | null;
  readonly amount: Rupiah;
}

/** One event to book, with its cause. A cause is booked once per kind. */
export interface Entry {
  readonly kind: 'bill' | 'payment' | 'reversal';
  readonly causeId: string;
  /** Day of the event in the books. */
  readonly onDay: Day;
  /** Null while the payer is unknown. */
  readonly partnerId: string | null;
  readonly area: number;
  readonly postings: readonly Posting[];
}

/** What stands on an account for a fund; `fundId` null where the fund is not known. */
export interface Balance {
  readonly account: Account;
  readonly fundId: string | null;
  readonly amount: Rupiah;
}

/** Every balance in the caller's scope, and their sum: zero, or the books are wrong. */
export interface TrialBalance {
  readonly balances: readonly Balance[];
  readonly total: Rupiah;
}

/** @throws RangeError when the postings of an entry are none, hold a zero, or do not sum to zero: a mistake of the caller */
export function requireBalanced(entry: Entry): void {
  const amounts = entry.postings.map(({ amount }) => amount);
  if (amounts.length === 0 || amounts.includes(rupiah(0)) || sum(amounts) !== 0)
    throw new RangeError(`${entry.kind} ${entry.causeId}: postings must be there, not zero, and sum to zero`);
}
