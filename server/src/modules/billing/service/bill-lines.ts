import { formatAreaCode } from '#areas';
import { type Context, read, readInBatches, type Tx } from '#platform/context';
import { Refusal } from '#platform/refusal';
import type { TableStream } from '#platform/spreadsheet';
import type { Bill } from '../model.ts';
import { findBill } from '../store/bills.ts';
import * as store from '../store/listed-lines.ts';

const PAGE = 100;

/** A page of the lines of a bill; `next` is where the following one begins, null on the last. */
export interface BillLinePage {
  readonly lines: readonly store.BillLine[];
  readonly next: string | null;
}

/** Whom a bill asks for, by name, with the decree each rests on. @throws Refusal auth.forbidden, billing.notFound */
export function listBillLines(ctx: Context, billId: string, after?: string): Promise<BillLinePage> {
  return read(ctx, 'billing.lines', async (tx) => {
    await billIn(tx, billId);
    return store.listLines(tx, billId, after, PAGE);
  });
}

/** All of them as a table; no number of anybody. @throws Refusal auth.forbidden, billing.notFound */
export async function billLinesTable(ctx: Context, billId: string): Promise<TableStream> {
  const { bill, count } = await read(ctx, 'billing.lines', async (tx) => ({
    bill: await billIn(tx, billId),
    count: await store.countLines(tx, billId),
  }));
  return {
    name: `tagihan-${bill.number}`,
    header: [
      'bill',
      'month',
      'name',
      'village_code',
      'village',
      'jkk',
      'jkm',
      'jht',
      'amount',
      'decree',
      'decree_date',
      'annex_number',
    ],
    count,
    countLabel: 'rows',
    rows: readInBatches(ctx, 'billing.lines', async function* (tx) {
      for await (const lines of store.streamLines(tx, billId)) {
        yield lines.map((one) => [
          bill.number,
          one.month,
          one.name,
          formatAreaCode(one.village),
          one.villageName,
          one.jkk,
          one.jkm,
          one.jht,
          one.amount,
          one.decree?.number ?? null,
          one.decree?.signedOn ?? null,
          one.annexPlace,
        ]);
      }
    }),
  };
}

async function billIn(tx: Tx, billId: string): Promise<Bill> {
  const bill = await findBill(tx, billId);
  if (bill === undefined) throw new Refusal('billing.notFound');
  return bill;
}
