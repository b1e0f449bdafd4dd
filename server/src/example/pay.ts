import type { Month } from '@payung/kernel';
import { type Bill, getBill, importStatement, listBills, runBilling } from '#billing';
import { subtree } from '#platform/access';
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
  const known = (await listBills(ctx, { agreementId })).bills.find(({ cancelled }) => cancelled === null);
  if (known !== undefined) return known;
  const { billId } = await runBilling(ctx, { agreementId, ...months });
  return (await getBill(ctx, billId)).bill;
}

/** Pays a bill by importing the statement on which the transfer came in. A bill that is paid stays as it is. */
export async function ensurePaid(ctx: Context, bill: Bill, purpose: string): Promise<Bill> {
  if (bill.state === 'paid') return bill;
  const paidOn = ctx.platform.clock.today();
  const statement = bankStatement({ billNumber: bill.number, amount: bill.open, paidOn, purpose });
  await importStatement(atWorkIn(ctx, bill.area), { ...statement, account });
  return (await getBill(ctx, bill.billId)).bill;
}

/**
 * The same person, at work for one area: a statement belongs to the office of whoever imports it, and the finance officer of
 * Belu would not see that of the province.
 */
function atWorkIn(ctx: Context, area: number): Context {
  const { actor } = ctx;
  return {
    ...ctx,
    actor: {
      ...actor,
      scopeFor(permission, today) {
        const scope = actor.scopeFor(permission, today);
        return scope === undefined ? undefined : { ...scope, areas: [subtree(area)] };
      },
    },
  };
}
