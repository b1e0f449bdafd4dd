import { searchArea, searchNewPeople } from '#duplicates';
import { importMembers } from '#exchange';
import type { Job } from '#platform/jobs';
import { acceptRoster, checkRoster, undoRoster } from '#rosters';

/** Everything that is worked on behind a request. */
export const jobs: readonly Job[] = [
  checkRoster,
  acceptRoster,
  undoRoster,
  searchArea,
  searchNewPeople,
  importMembers,
];
