import type { Tx } from '#platform/context';
import type { Enrolment } from './model.ts';
import * as store from './store-named.ts';

/** Whom to open a membership for, and their number in the annex of the decree; absent where no annex names them. */
export interface Named {
  readonly personId: string;
  readonly area: number;
  readonly annexPlace?: number;
}

/** The terms under which people in the base become members; null where no decree of an agreement names them. */
export type NamedEnrolment = Omit<Enrolment, 'rosterId'> & { readonly decreeId: string | null };

/**
 * Opens a membership, with its income class, for people who are already in the base, in one statement. Whoever is a member
 * through the same partner and segment on one of those days is left out; returns the ids of the others.
 *
 * Somebody enrolled elsewhere at the same moment ends it all in a violation of `membership_no_overlap`: nothing is opened.
 */
export function openNamed(tx: Tx, terms: NamedEnrolment, people: readonly Named[]): Promise<string[]> {
  return people.length === 0 ? Promise.resolve([]) : store.insertNamed(tx, terms, people);
}
