import type { Month } from '@payung/kernel';
import { type Bill, getBill, importStatement, listBills, runBilling } from '#billing';
import type { Context } from '#platform/context';
import { bankStatement } from './statement.ts';

/** The receiving account of the example. */
const account = 'Bank NTT (contoh) 001-01-000053-4';

/** The bill of an agreement: the first one there is, else one for these months made now. */
export async function ensureBill(
  ctx: Context,
  agreementId: string,
  months: { readonly from: Month; readonly to: Month },
): Promise<Bill> {
  const [known] = (await listBills(ctx, { agreementId })).bills;
  if (known !== undefined) return known;
  const { billId } = await runBilling(ctx, { agreementId, ...months });
  return (await getBill(ctx, billId)).bill;
}

/** Pays a bill by importing the statement on which the transfer came in. A bill that is paid stays as it is. */
export async function ensurePaid(ctx: Context, bill: Bill, purpose: string): Promise<Bill> {
  if (bill.state === 'paid') return bill;
  const paidOn = ctx.platform.clock.today();
  const statement = bankStatement({ billNumber: bill.number, amount: bill.open, paidOn, purpose });
  await importStatement(ctx, { ...statement, account });
  return (await getBill(ctx, bill.billId)).bill;
}
