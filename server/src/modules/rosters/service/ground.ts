import { getAgreement, type Segment } from '#partners';
import type { Tx } from '#platform/context';
import type { Roster } from '../model.ts';

/** On what a roster stands: the terms of its agreement, or of a list that records only. */
export interface Ground {
  /** Where its people live. */
  readonly area: number;
  readonly partnerId: string;
  /** In which they would become members; null when they are recorded only. */
  readonly segment: Segment | null;
}

/** The ground of a roster. @throws Refusal agreements.notFound */
export async function groundOf(tx: Tx, roster: Roster): Promise<Ground> {
  const { area, partnerId, agreementId } = roster;
  return agreementId === null ? { area, partnerId, segment: null } : getAgreement(tx, agreementId);
}
