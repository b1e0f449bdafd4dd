import type { Tx } from '#platform/context';
import { publish } from '#platform/facts';
import { takeBackFilled } from './fillings.ts';
import { lockMerges } from './store-merges.ts';
import { holdPeople, undoPeople } from './store-undoing.ts';

export { countMade, forgetCompletions } from './store-undoing.ts';

/** What undoing a roster took back of people. */
export interface PeopleTakenBack {
  /** People whom nobody sees or finds any more. */
  readonly withdrawn: number;
  /** People it made who stay, because something else speaks of them. */
  readonly kept: number;
  /** People without a NIK whom it completed, and who are again as they were. */
  readonly restored: number;
  /** Residences and kinds of work that it said of people known before. */
  readonly changed: number;
  /** Envelopes of people known before out of which what it filled in was taken again. */
  readonly emptied: number;
}

/**
 * Takes back what an accepted roster made of people. Those of whom nothing else speaks are withdrawn, those it completed are put
 * back, and what it said of others never began; what it filled in of them is empty again, unless it was changed since. Tells who lives
 * again where they did before.
 */
export async function undoFromRoster(tx: Tx, rosterId: string): Promise<PeopleTakenBack> {
  // Whoever would merge them or give them a seat at this moment waits, and then does not find them; what came first is a tie.
  await lockMerges(tx);
  await holdPeople(tx, rosterId);
  const emptied = await takeBackFilled(tx, rosterId);
  const { moved, ...taken } = await undoPeople(tx, rosterId);
  if (moved.length > 0) await publish(tx, 'person.moved', { people: moved });
  return { ...taken, emptied };
}
