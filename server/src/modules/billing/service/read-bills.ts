import { formatAreaCode } from '#areas';
import { type Context, read } from '#platform/context';
import { Refusal } from '#platform/refusal';
import type { TableFile } from '#platform/spreadsheet';
import type { Bill } from '../model.ts';
import * as store from '../store/bills.ts';
import * as lines from '../store/lines.ts';
import { type BillDecree, countByDecree } from '../store/listed-lines.ts';
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

/** All of them as a table. @throws Refusal auth.forbidden */
export function billsTable(ctx: Context): Promise<TableFile> {
  return read(ctx, 'billing.read', async (tx) => {
    const bills = await store.listBills(tx, { limit: 1_000_000 });
    return {
      name: 'tagihan',
      header: [
        'number',
        'agreement',
        'partner',
        'area_code',
        'area',
        'fund',
        'from',
        'to',
        'people',
        'amount',
        'paid',
        'open',
        'state',
        'issued_on',
        'due_on',
      ],
      rows: bills.map((one) => [
        one.number,
        one.agreementNumber,
        one.partnerName,
        formatAreaCode(one.area),
        one.areaName,
        one.fundName,
        one.from,
        one.to,
        one.people,
        one.amount,
        one.paid,
        one.open,
        one.state,
        one.issuedOn,
        one.dueOn,
      ]),
    };
  });
}

/** A bill with what it is made of, why, and what was paid on it. */
export interface BillFile {
  readonly bill: Bill;
  /** The decrees by which its people are members, by date. */
  readonly decrees: readonly BillDecree[];
  /** People on it who are members by no decree. */
  readonly withoutDecree: number;
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
      ...(await countByDecree(tx, billId)),
      villages: await lines.listVillageTotals(tx, billId),
      reasons: await lines.listReasons(tx, billId),
      payments: await listPaymentsOfBill(tx, billId),
    };
  });
}
