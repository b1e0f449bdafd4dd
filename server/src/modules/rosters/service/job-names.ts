/** Names under which the two jobs of a roster are queued. */
export const checkRosterJob = 'rosters.check';
export const acceptRosterJob = 'rosters.accept';
