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

/** Ids of who became a member, and of who is known to have died and did not. */
export interface Opened {
  readonly opened: readonly string[];
  readonly dead: readonly string[];
}

/**
 * Opens a membership, with its income class, for people who are already in the base, in one statement. Left out are the dead, even
 * when the death is recorded at the same moment, and whoever is a member through the same partner and segment on one of those days.
 *
 * Somebody enrolled elsewhere at the same moment ends it all in a violation of `membership_no_overlap`: nothing is opened.
 */
export function openNamed(tx: Tx, terms: NamedEnrolment, people: readonly Named[]): Promise<Opened> {
  return people.length === 0
    ? Promise.resolve({ opened: [], dead: [] })
    : store.insertNamed(tx, terms, people);
}
