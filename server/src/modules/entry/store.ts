import type { Tx } from '#platform/context';

/** Whom the row of a roster was found, or made, to be; undefined while it is nobody. */
export async function findPersonOf(tx: Tx, rosterId: string, ordinal: number): Promise<string | undefined> {
  const row = await tx.db
    .selectFrom('roster_row')
    .select('person_id')
    .where('roster_id', '=', rosterId)
    .where('ordinal', '=', ordinal)
    .executeTakeFirst();
  return row?.person_id ?? undefined;
}
