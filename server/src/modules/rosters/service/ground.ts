import { type WantedMembership, wantedUnder } from '#memberships';
import { getAgreement } from '#partners';
import type { Tx } from '#platform/context';
import type { Roster } from '../model.ts';

/** On what a roster stands: the membership its agreement gives, or none of a list that records only. */
export interface Ground extends WantedMembership {
  /** Where its people live. */
  readonly area: number;
}

/** The ground of a roster. @throws Refusal agreements.notFound */
export async function groundOf(tx: Tx, roster: Roster): Promise<Ground> {
  const { area, partnerId, agreementId } = roster;
  if (agreementId === null) return { area, partnerId, segment: null, programmes: [], fundKind: null };
  const agreement = await getAgreement(tx, agreementId);
  return { area: agreement.area, ...wantedUnder(agreement) };
}
