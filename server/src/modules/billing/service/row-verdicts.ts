import type { Tx } from '#platform/context';
import type { MessageCode } from '#platform/messages';
import type { Facts } from '#platform/refusal';
import { type Settlement, settledBy, type Verdict, verdicts } from '../model.ts';
import type { OtherRow, PaymentRow } from '../statement/read.ts';
import { findByReference, type NewPayment, type PayableBill } from '../store/payments.ts';
import type { Office, RowVerdict, Statement } from '../store/statements.ts';

/** A row of the statement with the payment it becomes, unless that is known already, and the one bill it names. */
export interface Taken {
  readonly row: PaymentRow;
  readonly payment: NewPayment;
  readonly bill: PayableBill | undefined;
}

/** The same with where its money went. */
export type Settled = Taken & { readonly settlement: Settlement };

/** A row that is no payment keeps its reason. */
export function verdictOfOther(row: OtherRow, { area, partnerId }: Office): RowVerdict {
  const { kind: verdict, reason, facts } = row;
  return { row: row.row, verdict, reason, facts, paymentId: null, area, partnerId };
}

/** What a payment did. */
export function verdictOfTaken({ row, payment, bill, settlement }: Settled): RowVerdict {
  const { paymentId, area, partnerId } = payment;
  const { verdict } = settlement;
  const { reason, facts } = reasonOf(row, bill, settlement);
  return { row: row.row, verdict, reason, facts, paymentId, area, partnerId };
}

function reasonOf(
  row: PaymentRow,
  bill: PayableBill | undefined,
  settlement: Settlement,
): { reason: MessageCode | null; facts: Facts } {
  const { excess, stillOpen: open } = settlement;
  if (bill === undefined) {
    if (row.billNumbers.length === 0) return { reason: 'statement.noBillNumber', facts: {} };
    if (row.billNumbers.length > 1)
      return { reason: 'statement.severalBills', facts: { numbers: row.billNumbers } };
    return { reason: 'statement.unknownBill', facts: { number: row.billNumbers[0] ?? '' } };
  }
  const { number } = bill;
  if (settlement.verdict === 'settled') return { reason: null, facts: { number } };
  if (settlement.verdict === 'partial') return { reason: 'statement.partial', facts: { number, open } };
  if (bill.cancelled) return { reason: 'statement.billCancelled', facts: { number, excess } };
  const already = settledBy(settlement) === 0;
  return { reason: already ? 'statement.alreadyPaid' : 'statement.excess', facts: { number, excess } };
}

/**
 * Rows whose reference is known: the same payment again, or, when day or amount differ, two payments under one reference,
 * which a human must look at, because taking it would double money and dropping it would lose some.
 */
export async function verdictsOfKnown(
  tx: Tx,
  { account, area, partnerId }: Statement,
  known: readonly Taken[],
): Promise<RowVerdict[]> {
  const earlier = await findByReference(
    tx,
    account,
    known.map(({ payment }) => payment.externalRef),
  );
  return known.map(({ row }) => {
    const other = earlier.get(row.externalRef);
    const same = other === undefined || (other.amount === row.amount && other.paidOn === row.paidOn);
    return {
      row: row.row,
      verdict: same ? 'repeated' : 'refused',
      reason: same ? 'statement.repeated' : 'statement.referenceUsed',
      facts: same || other === undefined ? {} : { amount: other.amount, day: other.paidOn },
      paymentId: null,
      area,
      partnerId,
    };
  });
}

/** How many rows got each verdict. */
export function countVerdicts(rows: readonly { readonly verdict: Verdict }[]): Record<Verdict, number> {
  const counts = Object.fromEntries(verdicts.map((verdict) => [verdict, 0])) as Record<Verdict, number>;
  for (const { verdict } of rows) counts[verdict] += 1;
  return counts;
}
