import { sql } from 'kysely';
import type { Tx } from '#platform/context';
import type { BillState } from '../model.ts';

/** A standing bill that bills people of a roster. */
export interface RosterBill {
  readonly billId: string;
  /** Null when the bill is one of an office above, which the scope does not show. */
  readonly number: string | null;
  readonly state: BillState;
  /** Whole rupiah of the bill. */
  readonly amount: number;
  /** People of the roster on it. */
  readonly people: number;
  /** People on it whom other rosters enrolled; with any of them cancelling it concerns more than the roster. */
  readonly others: number;
  /** References of the payments that settle it, as the bank states them; empty while nothing is paid. */
  readonly payments: readonly string[];
}

/** The standing bills with a line for a membership that the roster opened, oldest first. */
export async function listOfRoster(
  tx: Tx,
  { rosterId, agreementId }: { readonly rosterId: string; readonly agreementId: string },
): Promise<RosterBill[]> {
  const { rows } = await sql<RosterBill>`
    with line as (
      select l.bill_id, count(distinct l.person_id)::integer as people, sum(l.amount) as amount
      from membership m join bill_line l on l.person_id = m.person_id and l.membership_id = m.membership_id
      where m.agreement_id = ${agreementId} and m.roster_id = ${rosterId} and not l.cancelled
      group by l.bill_id
    )
    select line.bill_id as "billId", b.number, coalesce(s.state, 'unpaid') as state,
      coalesce(b.amount, line.amount)::bigint as amount, line.people,
      (select count(distinct o.person_id)::integer from bill_line o
        join membership n on n.person_id = o.person_id and n.membership_id = o.membership_id
        where o.bill_id = line.bill_id and n.roster_id is distinct from ${rosterId}) as others,
      array(select distinct p.external_ref from allocation a join payment p on p.payment_id = a.payment_id
        where a.bill_id = line.bill_id order by p.external_ref) as payments
    from line left join bill b on b.bill_id = line.bill_id left join bill_state s on s.bill_id = line.bill_id
    order by line.bill_id`.execute(tx.db);
  return rows;
}
