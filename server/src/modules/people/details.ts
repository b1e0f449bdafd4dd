import type { Tx } from '#platform/context';
import { Refusal } from '#platform/refusal';
import { envelopeHolds, type SealedRecord } from '#platform/seal';
import { findEnvelope } from './store.ts';
import { replaceEnvelopes } from './store-details.ts';

/** What a branch asks of somebody beside who they are, and the envelope keeps. */
export type Details = Readonly<
  Pick<
    SealedRecord,
    'birthPlace' | 'mother' | 'phone' | 'email' | 'address' | 'postalCode' | 'workPlace' | 'workHours'
  >
>;

/**
 * What is held of somebody, as bits: of the envelope what it tells without being opened, and what lies in clear beside it. Of what a
 * list may fill in, email, postal code, family card, working hours and income have none: they are filled in with the others.
 */
export const heldBits = { ...envelopeHolds.bits, rt: 256, rw: 512, occupation: 1024 } as const;

/** The bits of what lies in clear. */
export const clearBits = heldBits.rt | heldBits.rw | heldBits.occupation;

/** What a list may fill in of an envelope. Above all not the number: that says who somebody is. */
const fillable = [
  'birthPlace',
  'mother',
  'phone',
  'kk',
  'address',
  'postalCode',
  'email',
  'workPlace',
  'workHours',
  'marital',
  'income',
] as const satisfies readonly (keyof SealedRecord)[];

/** Street and postal code lie below a village: of somebody who lives in another one they say nothing. */
const belowVillage: ReadonlySet<string> = new Set(['address', 'postalCode']);

/**
 * What is said of somebody and not recorded yet; empty when nothing is.
 *
 * @param sameVillage whether it is said of the village they live in
 */
export function lackingOf(recorded: SealedRecord, said: SealedRecord, sameVillage: boolean): SealedRecord {
  const isEmpty = (value: unknown) => value === undefined || value === '';
  return Object.fromEntries(
    fillable
      .filter((field) => isEmpty(recorded[field]) && !isEmpty(said[field]))
      .filter((field) => sameVillage || !belowVillage.has(field))
      .map((field) => [field, said[field]]),
  );
}

/** What is recorded, without those fields that a list filled in and that still stand as it said them. */
export function withoutFilled(
  recorded: SealedRecord,
  said: SealedRecord,
  filled: readonly string[],
): SealedRecord {
  const before = new Map<string, unknown>(Object.entries(said));
  const stands = (field: string, value: unknown) => filled.includes(field) && before.get(field) === value;
  return Object.fromEntries(Object.entries(recorded).filter(([field, value]) => !stands(field, value)));
}

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
  const replaced = await replaceEnvelopes(tx, [{ personId, before: found.sealed, after }]);
  // Somebody else may have changed the envelope since it was read; then nothing of theirs is lost, and this is tried again by hand.
  if (replaced === 0) throw new Refusal('people.notFound');
  return found.area;
}
