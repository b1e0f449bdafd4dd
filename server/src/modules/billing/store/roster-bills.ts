import { sql } from 'kysely';
import type { Tx } from '#platform/context';
import type { BillState } from '../model.ts';

/** A bill that bills people of a roster. */
export interface RosterBill {
  readonly billId: string;
  readonly number: string;
  readonly state: BillState;
  /** References of the payments that settle it, as the bank states them; empty while nothing is paid. */
  readonly payments: readonly string[];
}

/** The bills with a line for a membership that the roster opened, oldest first. */
export async function listOfRoster(
  tx: Tx,
  { rosterId, agreementId }: { readonly rosterId: string; readonly agreementId: string },
): Promise<RosterBill[]> {
  const { rows } = await sql<RosterBill>`
    select b.bill_id as "billId", b.number, s.state,
      array(select distinct p.external_ref from allocation a join payment p on p.payment_id = a.payment_id
        where a.bill_id = b.bill_id order by p.external_ref) as payments
    from bill b join bill_state s on s.bill_id = b.bill_id
    where b.agreement_id = ${agreementId} and exists (
      select from bill_line l join membership m on m.person_id = l.person_id and m.membership_id = l.membership_id
      where l.bill_id = b.bill_id and m.roster_id = ${rosterId})
    order by b.bill_id`.execute(tx.db);
  return rows;
}
