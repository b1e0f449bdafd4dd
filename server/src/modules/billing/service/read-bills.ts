import { type Context, read } from '#platform/context';
import { Refusal } from '#platform/refusal';
import type { Bill } from '../model.ts';
import * as store from '../store/bills.ts';
import * as lines from '../store/lines.ts';
import { listPaymentsOfBill, type PaymentShare } from '../store/payments.ts';

const PAGE = 100;

/** A page of bills; `next` is where the following page begins, null on the last. */
export interface BillPage {
  readonly bills: readonly Bill[];
  readonly next: string | null;
}

/** Bills in the caller's scope, newest first. @throws Refusal auth.forbidden */
export function listBills(
  ctx: Context,
  filter: { agreementId?: string | undefined; after?: string | undefined } = {},
): Promise<BillPage> {
  return read(ctx, 'billing.read', async (tx) => {
    const found = await store.listBills(tx, { ...filter, limit: PAGE + 1 });
    const bills = found.slice(0, PAGE);
    return { bills, next: found.length > PAGE ? (bills.at(-1)?.billId ?? null) : null };
  });
}

/** A bill with what it is made of, why, and what was paid on it. */
export interface BillFile {
  readonly bill: Bill;
  readonly villages: readonly lines.VillageTotal[];
  readonly reasons: readonly lines.LineReason[];
  readonly payments: readonly PaymentShare[];
}

/** @throws Refusal auth.forbidden, billing.notFound */
export function getBill(ctx: Context, billId: string): Promise<BillFile> {
  return read(ctx, 'billing.read', async (tx) => {
    const bill = await store.findBill(tx, billId);
    if (bill === undefined) throw new Refusal('billing.notFound');
    return {
      bill,
      villages: await lines.listVillageTotals(tx, billId),
      reasons: await lines.listReasons(tx, billId),
      payments: await listPaymentsOfBill(tx, billId),
    };
  });
}
