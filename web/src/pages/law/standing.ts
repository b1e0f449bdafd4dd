import type { Day } from '@payung/kernel';
import type { Regulation } from '@payung/law';

/** Whether a regulation holds on a day; unknown where its first day is not established. */
export function standingOn(
  { from, until }: Pick<Regulation, 'from' | 'until'>,
  on: Day,
): 'inForce' | 'ended' | 'notYet' | 'unknown' {
  if (until !== null && until <= on) return 'ended';
  if (from === null) return 'unknown';
  return from > on ? 'notYet' : 'inForce';
}
