import type { Tx } from './transact.ts';

/**
 * Makes this connection plan everything anew; call it before a statement that writes very many rows.
 *
 * PostgreSQL keeps the plans of its foreign-key checks for as long as a connection lives, until the next `analyze`. One made
 * while a table held a few rows reads the whole table for every new row: thirty thousand bill lines took 45 s instead of 3.
 */
export async function forgetPlans(tx: Tx): Promise<void> {
  await tx.client.query('discard plans');
}
