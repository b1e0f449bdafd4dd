import { followFacts } from '#coverage';
import type { Job } from '#platform/jobs';
import { acceptRoster, checkRoster } from '#rosters';

/** Every kind of job. A new one adds its line here. */
export const jobs: readonly Job[] = [checkRoster, acceptRoster];

/** Makes the modules follow each other's facts, as ARCHITECTURE.md lists them. Once per process; again changes nothing. */
export function connectModules(): void {
  followFacts();
}
