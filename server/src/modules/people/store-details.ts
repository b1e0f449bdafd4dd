import type { Tx } from '#platform/context';

/** Replaces an envelope that still is the one that was read. False when it is not. */
export async function replaceEnvelope(
  tx: Tx,
  personId: string,
  before: Buffer,
  after: Buffer,
): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('person')
    .set({ sealed: after })
    .where('person_id', '=', personId)
    .where('sealed', '=', before)
    .executeTakeFirst();
  return Number(numUpdatedRows) === 1;
}
