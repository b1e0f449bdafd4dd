import type { Tx } from '#platform/context';
import * as store from './store-named.ts';

/**
 * The NIKs of those of these people whom the scope shows, by person; somebody without one is left out. In the transaction of a
 * caller who masks them, or who records the reading.
 */
export async function numbersOf(tx: Tx, personIds: readonly string[]): Promise<Map<string, string>> {
  const envelopes = await store.listEnvelopes(tx, personIds);
  return new Map(
    envelopes.flatMap(({ person_id, sealed }) => {
      const { nik } = tx.platform.sealer.open(person_id, sealed);
      return nik === undefined ? [] : [[person_id, nik] as const];
    }),
  );
}

/** Lets a partner see these people, who become its members. */
export function letPartnerSee(tx: Tx, personIds: readonly string[], partnerId: string): Promise<void> {
  return store.addPartner(tx, personIds, partnerId);
}
