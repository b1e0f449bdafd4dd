import { type Day, day } from '@payung/kernel';

/** The day on which the law was first written down here: nothing is known as of an earlier day. */
export const FIRST_KNOWN: Day = day('2026-11-20');

// Set only while `asKnownOn` runs, which is synchronous: two answers never see each other's day.
let known: Day | undefined;

/** The day whose knowledge is used now; undefined for everything known. */
export function belief(): Day | undefined {
  return known;
}

/**
 * Does the work with what was known of the law on that day: corrections that came later are not seen. For reading an old
 * decision again as it was made.
 *
 * @param work must not return a promise: what it awaits would see everything known again
 * @throws RangeError if the day is before anything was written down (`FIRST_KNOWN`)
 */
export function asKnownOn<T>(on: Day, work: () => T): T {
  if (on < FIRST_KNOWN) throw new RangeError(`nothing of the law was written down before ${FIRST_KNOWN}`);
  const before = known;
  known = on;
  try {
    return work();
  } finally {
    known = before;
  }
}
