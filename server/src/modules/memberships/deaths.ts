import { subscribe } from '#platform/facts';
import { endMembershipsOfDead } from './store-deaths.ts';

/** Lets memberships end with the day somebody died, wherever they are, and go on when the death is withdrawn. */
export function endWithDeaths(): void {
  subscribe('death.changed', endMembershipsOfDead);
}
