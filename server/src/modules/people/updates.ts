import type { Day } from '@payung/kernel';
import type { Tx } from '#platform/context';
import { publish } from '#platform/facts';
import { listMoving, updatePrepared } from './store-updates.ts';

/**
 * Brings the known people of an accepted roster up to date with what it says of residence and work from a day on: what it says
 * otherwise ends on that day and is kept. Tells the others who moved to another village.
 */
export async function updateFromPrepared(tx: Tx, rosterId: string, from: Day): Promise<void> {
  const people = await listMoving(tx, rosterId, from);
  await updatePrepared(tx, rosterId, from);
  if (people.length > 0) await publish(tx, 'person.moved', { people });
}
