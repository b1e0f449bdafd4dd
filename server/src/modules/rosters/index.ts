export {
  type Cell,
  type ClassifiedRow,
  cellText,
  FILE_LIMITS,
  FileProblem,
  parseBirth,
  parseSex,
  readInWorker,
  type SheetReading,
} from './file/index.ts';
export { type KnownPerson, verdicts } from './judge/index.ts';
export { type Policy, policies, type Roster } from './model.ts';
export { rosterReview } from './review-routes.ts';
export { rosters } from './routes.ts';
export { acceptRoster, requestAcceptance } from './service/accept.ts';
export { checkRoster } from './service/check.ts';
export { PeopleFinder } from './service/people-finder.ts';
export { purgeRosters } from './service/purge.ts';
export {
  generalTextOf,
  getRoster,
  getWorkbook,
  listRosterRows,
  listRosters,
  type ReasonCount,
  textOf,
} from './service/read.ts';
export { sendRoster } from './service/send.ts';
