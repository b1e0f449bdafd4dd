export {
  type Cell,
  type ClassifiedRow,
  cellText,
  columnsOfTemplate,
  FILE_LIMITS,
  type Field,
  FileProblem,
  isMappable,
  type MappedColumn,
  parseBirth,
  parseSex,
  readInWorker,
  recommendedHeader,
  type SheetReading,
  type TemplateKind,
  templateKinds,
} from './file/index.ts';
export { ageLimits, type KeptItem, type KnownPerson, nameOf, verdicts } from './judge/index.ts';
export { lookIntoRoster, type RosterLook } from './mapping/look.ts';
export type { Mapping } from './mapping/model.ts';
export { rosterMapping } from './mapping/routes.ts';
export { changeMapping, endMapping, listMappings, type MappingInput, mapRoster } from './mapping/save.ts';
export { type Policy, type Purpose, policies, purposes, type Roster } from './model.ts';
export { decidedRow, oneRow, reviewPage, rowDecision, shownReviewRow } from './review-desk.ts';
export { rosterReview } from './review-routes.ts';
export { rosters } from './routes.ts';
export { acceptRoster, requestAcceptance } from './service/accept.ts';
export { checkRoster } from './service/check.ts';
export type { DecisionInput } from './service/decide.ts';
export { matchHashesOf, nearWordsOf } from './service/match-hashes.ts';
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
export type { Candidate, ReviewProgress, ReviewRow } from './service/review.ts';
export { rowKeyOf } from './service/row-key.ts';
export { type RosterInput, sendRoster } from './service/send.ts';
export { getTemplate } from './service/template.ts';
export { previewUndo, requestUndo, type UndoPreview, undoRoster } from './service/undo.ts';
export { type Choice, listRemembered, type Remembered } from './store/decisions.ts';
export { rosterTemplates } from './template-routes.ts';
