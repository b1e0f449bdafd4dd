import { sql } from 'kysely';
import type { Tx } from '#platform/context';

/** Envelopes of those of these people whom the scope shows. */
export async function listEnvelopes(tx: Tx, personIds: readonly string[]) {
  return tx.db
    .selectFrom('person')
    .select(['person_id', 'sealed'])
    .where(sql<boolean>`person_id = any (${personIds}::uuid[])`)
    .execute();
}

/** Adds the partner to those who may see these people. */
export async function addPartner(tx: Tx, personIds: readonly string[], partnerId: string): Promise<void> {
  await sql`
    update person set partners = partners || ${partnerId}::uuid
    where person_id = any (${personIds}::uuid[]) and not partners @> array[${partnerId}::uuid]`.execute(
    tx.db,
  );
}
