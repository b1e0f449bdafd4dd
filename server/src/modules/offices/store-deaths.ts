import { sql } from 'kysely';
import type { Tx } from '#platform/context';

/** Brings the seats of these people in line with their day of death. */
export async function endHoldingsOfDead(
  tx: Tx,
  { people }: { readonly people: readonly string[] },
): Promise<void> {
  await sql`select end_holdings_of_dead(${people}::uuid[])`.execute(tx.db);
}
