import type { Tx } from '#platform/context';
import { lockBilling } from '../store/bills.ts';
import { listOfRoster, type RosterBill } from '../store/roster-bills.ts';

export type { RosterBill };

/**
 * The standing bills that bill people of a roster, oldest first, inside the caller's transaction.
 *
 * @param of `hold`: nobody bills the agreement until the transaction ends
 */
export async function billsOfRoster(
  tx: Tx,
  of: { readonly rosterId: string; readonly agreementId: string; readonly hold?: boolean },
): Promise<RosterBill[]> {
  if (of.hold === true) await lockBilling(tx, of.agreementId);
  return listOfRoster(tx, of);
}
