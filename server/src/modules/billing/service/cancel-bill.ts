import { type Rupiah, rupiah } from '@payung/kernel';
import { post } from '#ledger';
import { takeBackStage } from '#partners';
import { type Context, change, read, type Tx } from '#platform/context';
import { holdsNik } from '#platform/log';
import { Refusal } from '#platform/refusal';
import { type Bill, monthsText } from '../model.ts';
import * as bills from '../store/bills.ts';
import * as store from '../store/cancellations.ts';
import { listPaymentsOfBill, lockBills } from '../store/payments.ts';

/** A bill just cancelled: what nobody owes any more. */
export interface BillCancelled {
  readonly billId: string;
  readonly number: string;
  readonly people: number;
  readonly amount: Rupiah;
}

/** Id of the bill with this number. @throws Refusal auth.forbidden, billing.notFound */
export function getBillId(ctx: Context, number: string): Promise<string> {
  return read(ctx, 'billing.read', async (tx) => {
    const billId = await store.findBillId(tx, number);
    if (billId === undefined) throw new Refusal('billing.notFound');
    return billId;
  });
}

/**
 * Cancels a bill on which nothing was paid, with a reason: it stays readable, the ledger is booked back, its months may be
 * billed again, and money that still comes for it settles nothing.
 *
 * @throws Refusal auth.forbidden, billing.notFound, billing.cancelledAlready, billing.paidAlready,
 *   request.invalid when the reason holds a NIK
 */
export function cancelBill(ctx: Context, billId: string, why: string): Promise<BillCancelled> {
  if (holdsNik(why)) throw new Refusal('request.invalid', { path: 'why', problem: 'holdsNik' });
  return change(ctx, 'billing.cancel', (tx) => cancel(tx, billId, why));
}

/** The same inside the caller's transaction. */
export async function cancel(tx: Tx, billId: string, why: string): Promise<BillCancelled> {
  const found = await bills.findBill(tx, billId);
  if (found === undefined) throw new Refusal('billing.notFound');
  await bills.lockBilling(tx, found.agreementId);
  await lockBills(tx, [found.number]);
  // What was read before the locks may have been paid or cancelled meanwhile.
  const bill = (await bills.findBill(tx, billId)) ?? found;
  await requireUnpaid(tx, bill);

  const { number, people, amount, area, fundId, partnerId, agreementId } = bill;
  const onDay = tx.platform.clock.today();
  await store.insertCancellation(tx, { bill, why, onDay });
  await post(tx, {
    kind: 'reversal',
    causeId: billId,
    onDay,
    partnerId,
    area,
    postings: [
      { account: 'contributions', fundId, billId, amount },
      { account: 'receivable', fundId, billId, amount: rupiah(-amount) },
    ],
  });
  if (!(await store.awaitsPayment(tx, agreementId))) {
    await takeBackStage(tx, agreementId, 'awaiting_payment', onDay);
  }
  await tx.record({
    action: 'bills.cancelled',
    subjectKind: 'bill',
    subjectId: billId,
    area,
    facts: { number, months: monthsText(bill.from, bill.to), people, amount, why },
  });
  return { billId, number, people, amount };
}

async function requireUnpaid(tx: Tx, bill: Bill): Promise<void> {
  const { number, state } = bill;
  if (state === 'cancelled') throw new Refusal('billing.cancelledAlready', { number });
  if (state === 'unpaid') return;
  const payments = await listPaymentsOfBill(tx, bill.billId);
  throw new Refusal('billing.paidAlready', {
    number,
    paid: bill.paid,
    days: [...new Set(payments.map(({ paidOn }) => paidOn))],
  });
}
