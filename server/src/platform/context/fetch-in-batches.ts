import { type RawBuilder, sql } from 'kysely';
import type { Tx } from './transact.ts';

/** Rows fetched at once. */
const size = 5_000;

/** Rows of a query from a cursor, so that no more than a batch is in memory. One query at a time in a transaction. */
export async function* fetchInBatches<Row>(tx: Tx, query: RawBuilder<unknown>): AsyncGenerator<Row[]> {
  await sql`declare fetching no scroll cursor for ${query}`.execute(tx.db);
  for (;;) {
    const { rows } = await sql<Row>`fetch forward ${sql.lit(size)} from fetching`.execute(tx.db);
    if (rows.length > 0) yield rows;
    if (rows.length < size) break;
  }
  await sql`close fetching`.execute(tx.db);
}
