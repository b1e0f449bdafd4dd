import type { Day } from '@payung/kernel';
import type { Agreement } from '#partners';
import type { Tx } from '#platform/context';
import { newId } from '#platform/ids';
import * as store from './store-open-one.ts';

/**
 * Opens the membership of one known person under an agreement, with its income class; ends with the agreement. The caller sees to
 * it that the person has an undisputed NIK and that the partner may see them. Returns its id.
 *
 * A person who is already a member through the same partner and segment ends it in a violation of `membership_no_overlap`.
 */
export async function openMembership(
  tx: Tx,
  agreement: Agreement,
  member: { readonly personId: string; readonly area: number; readonly from: Day },
): Promise<string> {
  const membershipId = newId();
  await store.insertOne(tx, agreement, { ...member, membershipId });
  return membershipId;
}
