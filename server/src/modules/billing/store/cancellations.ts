import type { Day } from '@payung/kernel';
import { sql } from 'kysely';
import { type Tx, within } from '#platform/context';
import type { Bill } from '../model.ts';

/** Records that a bill is cancelled; a trigger cancels its lines, and refuses when something was paid. */
export async function insertCancellation(
  tx: Tx,
  { bill, why, onDay }: { readonly bill: Bill; readonly why: string; readonly onDay: Day },
): Promise<void> {
  await tx.db
    .insertInto('bill_cancellation')
    .values({
      bill_id: bill.billId,
      why,
      on_day: onDay,
      made_by: tx.actor.id,
      partner_id: bill.partnerId,
      area: bill.area,
    })
    .execute();
}

/** Id of the bill with this number; undefined when the scope shows none. */
export async function findBillId(tx: Tx, number: string): Promise<string | undefined> {
  const row = await tx.db
    .selectFrom('bill')
    .select('bill_id')
    .where('number', '=', number)
    .where(within(tx, 'bill.area', 'bill.partner_id'))
    .executeTakeFirst();
  return row?.bill_id;
}

/** True while a standing bill of the agreement waits for money. */
export async function awaitsPayment(tx: Tx, agreementId: string): Promise<boolean> {
  const { rows } = await sql`
    select from bill b join bill_state s on s.bill_id = b.bill_id
    where b.agreement_id = ${agreementId} and s.open > 0 limit 1`.execute(tx.db);
  return rows.length > 0;
}
