import type { Tx } from '#platform/context';
import { Refusal } from '#platform/refusal';
import type { SealedRecord } from '#platform/seal';
import { findEnvelope } from './store.ts';
import { replaceEnvelope } from './store-details.ts';

/** What a branch asks of somebody beside who they are, and the envelope keeps. */
export type Details = Readonly<
  Pick<
    SealedRecord,
    'birthPlace' | 'mother' | 'phone' | 'email' | 'address' | 'postalCode' | 'workPlace' | 'workHours'
  >
>;

/**
 * Adds to, or replaces in, the envelope of a person what is said now. Returns the person's village.
 *
 * @throws Refusal people.notFound
 */
export async function addDetails(tx: Tx, personId: string, details: Details): Promise<number> {
  const found = await findEnvelope(tx, personId);
  if (found === undefined) throw new Refusal('people.notFound');
  const { sealer } = tx.platform;
  const after = sealer.seal(personId, { ...sealer.open(personId, found.sealed), ...details });
  // Somebody else may have changed the envelope since it was read; then nothing of theirs is lost, and this is tried again by hand.
  if (!(await replaceEnvelope(tx, personId, found.sealed, after))) throw new Refusal('people.notFound');
  return found.area;
}
