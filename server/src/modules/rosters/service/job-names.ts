/** Names under which the jobs of a roster are queued. */
export const checkRosterJob = 'rosters.check';
export const acceptRosterJob = 'rosters.accept';
export const undoRosterJob = 'rosters.undo';
