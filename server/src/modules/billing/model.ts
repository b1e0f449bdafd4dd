import { type Day, type Month, monthIndex, type Rupiah, rupiah, sum } from '@payung/kernel';

/** unpaid: nothing came in · partial: less than the amount · paid: all of it · cancelled: owed no more, before anything came in. */
export const billStates = ['unpaid', 'partial', 'paid', 'cancelled'] as const;
export type BillState = (typeof billStates)[number];

/** That a bill is owed no more. */
export interface Cancellation {
  /** Account id, or `terminal:NAME`. */
  readonly by: string;
  readonly at: string;
  readonly why: string;
}

/** A bill as lists show it. */
export interface Bill {
  readonly billId: string;
  /** Printed on the bill and quoted in the transfer, such as B-5304-202611-0001. */
  readonly number: string;
  readonly agreementId: string;
  readonly agreementNumber: string;
  readonly partnerId: string;
  readonly partnerName: string;
  readonly fundId: string;
  readonly fundName: string;
  readonly area: number;
  readonly areaName: string;
  /** First and last month billed, both included. */
  readonly from: Month;
  readonly to: Month;
  /** Distinct people on the bill. */
  readonly people: number;
  readonly amount: Rupiah;
  readonly paid: Rupiah;
  readonly open: Rupiah;
  readonly state: BillState;
  readonly issuedOn: Day;
  readonly dueOn: Day;
  /** Null while it stands. */
  readonly cancelled: Cancellation | null;
}

/**
 * Beginning of the numbers of the bills of an area from a month on: its kabupaten (or province) and the month,
 * such as B-5304-202611.
 */
export function billPrefix(area: number, month: Month): string {
  return `B-${Math.floor(area / 1_000_000)}-${month.replace('-', '')}`;
}

/** The whole number; four digits of running number, more when there are more bills than that. */
export function billNumber(prefix: string, running: number): string {
  return `${prefix}-${String(running).padStart(4, '0')}`;
}

/** `2026-11`, or `2026-11 – 2027-01` for several months. */
export function monthsText(from: Month, to: Month): string {
  return from === to ? from : `${from} – ${to}`;
}

/** How many months one bill may span: a fund is the budget of one year. */
export const LONGEST_BILL = 12;

/** Months from the first to the last, both included, as a half-open range of month indexes. */
export function monthRange(from: Month, to: Month): readonly [first: number, beyond: number] {
  return [monthIndex(from), monthIndex(to) + 1];
}

/** What became of a row of a statement. */
export const verdicts = [
  'settled',
  'partial',
  'excess',
  'unknown',
  'repeated',
  'refused',
  'ignored',
] as const;
export type Verdict = (typeof verdicts)[number];

/** Money that came in, and the bill it names; undefined when it names none, several, or one we do not know. */
export interface Incoming {
  readonly amount: Rupiah;
  readonly billId: string | undefined;
}

/** Where the money of one payment goes. */
export interface Share {
  /** Undefined: to the unallocated account. */
  readonly billId: string | undefined;
  readonly amount: Rupiah;
}

export interface Settlement {
  readonly verdict: 'settled' | 'partial' | 'excess' | 'unknown';
  /** One or two shares, which add up to the payment. */
  readonly shares: readonly Share[];
  /** Still owed on the bill afterwards; 0 when it is paid, or when no bill is concerned. */
  readonly stillOpen: Rupiah;
  /** What the bill did not need; 0 when nothing is left over. */
  readonly excess: Rupiah;
}

/**
 * Settles bills with payments, in their order: each pays what is still open on its bill, and the rest, or all of it when its
 * bill is not known or already paid, goes to the unallocated account. Nothing is lost and no bill is overpaid.
 *
 * @param open what is still owed, by bill id; a bill that is paid has 0
 */
export function settle(payments: readonly Incoming[], open: ReadonlyMap<string, Rupiah>): Settlement[] {
  const owed = new Map(open);
  return payments.map(({ amount, billId }): Settlement => {
    const before = billId === undefined ? undefined : owed.get(billId);
    if (billId === undefined || before === undefined)
      return {
        verdict: 'unknown',
        shares: [{ billId: undefined, amount }],
        stillOpen: rupiah(0),
        excess: amount,
      };
    const paid = rupiah(Math.min(amount, before));
    const excess = rupiah(amount - paid);
    const stillOpen = rupiah(before - paid);
    owed.set(billId, stillOpen);
    return {
      verdict: excess > 0 ? 'excess' : stillOpen > 0 ? 'partial' : 'settled',
      shares: [
        ...(paid > 0 ? [{ billId, amount: paid }] : []),
        ...(excess > 0 ? [{ billId: undefined, amount: excess }] : []),
      ],
      stillOpen,
      excess,
    };
  });
}

/** The sum of the shares that settle bills. */
export function settledBy({ shares }: Settlement): Rupiah {
  return sum(shares.flatMap((share) => (share.billId === undefined ? [] : [share.amount])));
}
