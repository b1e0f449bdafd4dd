import { subscribe } from '#platform/facts';
import { endHoldingsOfDead } from '../store-deaths.ts';

/** Lets the seats of somebody who died be vacant from the day after, and theirs again when the death is withdrawn. */
export function vacateWithDeaths(): void {
  subscribe('death.changed', endHoldingsOfDead);
}
