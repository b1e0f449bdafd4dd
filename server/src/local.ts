/** The door for programs on the machine itself, such as `payung …`: the same use cases, without HTTP. */
export { formatAreaCode, loadAreas, parseAreaCode, shippedProvince } from '#areas';
export { checkAudit, closeAuditHead } from '#audit';
export {
  type BillCancelled,
  type BillFile,
  type BillIssued,
  billLinesTable,
  cancelBill,
  getBill,
  getBillId,
  getStatement,
  importStatement,
  runBilling,
  type StatementFile,
  type StatementImported,
} from '#billing';
export {
  type Coverage,
  coverageCsv,
  coverageOf,
  type Dimension,
  dimensions,
  type Figure,
  loadFigures,
  type Percentage,
} from '#coverage';
export { type DuplicateList, duplicatesTable, listDuplicates, searchDuplicates } from '#duplicates';
export { type Entry, type EntryFor, getEntry, type PersonInput, registerPerson, textOfEntry } from '#entry';
export {
  type Differences,
  differencesCsv,
  differencesOf,
  exportMembers,
  getImport,
  type MemberFile,
  sendMembers,
} from '#exchange';
export { type DoubleFunding, doubleFunding, doubleFundingCsv } from '#funding';
export {
  classesTable,
  listPresumedLeavers,
  listToldDeaths,
  monthsAfterDeath,
  partnerChangesTable,
  partnerListTable,
  type ToldDeath,
  toldDeathsTable,
} from '#memberships';
export { type AreaSeats, areaSeats, officialsTable, takeHolders } from '#offices';
export {
  createAgreement,
  createFund,
  createPartner,
  getAgreementByNumber,
  listAgreements,
  listPartners,
} from '#partners';
export {
  type DeathEvidence,
  type Dispute,
  deathEvidence,
  disputesTable,
  listDisputes,
  mergePeople,
  recordDeath,
  settleDispute,
  undoMerge,
  withdrawDeath,
} from '#people';
export { type Permission, type Role, roles } from '#platform/access';
export { type AuditFinding, formatHead, type NotedHead, parseHead } from '#platform/audit';
export type { Context } from '#platform/context';
export { asRefusal, chooseDataDirectory } from '#platform/database';
export { type Progress, startJobs, watchProgress } from '#platform/jobs';
export { createLogger } from '#platform/log';
export { type Language, say, type WordKind, wordOf } from '#platform/messages';
export { OperatorProblem } from '#platform/problem';
export { Refusal } from '#platform/refusal';
export { resealAll } from '#platform/reseal';
export {
  auditPublicKeyPem,
  createKeyFile,
  KeyringError,
  loadKeyring,
  rotateSealingKey,
  SealError,
} from '#platform/seal';
export { actorForUser } from '#platform/session';
export { csvOf, streamResponse, type TableFile, type TableStream, xlsxOf } from '#platform/spreadsheet';
export {
  answerBatch,
  completeMembers,
  getRegistration,
  makeBatch,
  takeSheet,
  type WorkPlace,
  workList,
  workPlaces,
} from '#registration';
export {
  changeMapping,
  endMapping,
  generalTextOf,
  getRoster,
  getTemplate,
  getWorkbook,
  isMappable,
  listMappings,
  listRosters,
  lookIntoRoster,
  type MappedColumn,
  mapRoster,
  policies,
  previewUndo,
  type ReasonCount,
  type Roster,
  type RosterInput,
  requestAcceptance,
  requestUndo,
  sendRoster,
  templateKinds,
  textOf,
} from '#rosters';
export { seekersTable } from '#seekers';
export {
  documentFile,
  documentFormats,
  getProposal,
  listProposals,
  type Proposal,
  type ProposalFile,
  stateWords,
} from '#selection';
export {
  createUser,
  disableSecondFactor,
  endGrant,
  grantRole,
  listUsers,
  type NewGrant,
  resetPassword,
  type User,
} from '#users';
export {
  errorLevels,
  exampleAccounts,
  examplePassword,
  generateList,
  loadProvince,
  runExample,
} from './example/index.ts';
export { jobs } from './jobs.ts';
export {
  backupRegister,
  type LocalPlatform,
  restoreRegister,
  ServeProblem,
  type Serving,
  serve,
  startPlatform,
  terminalContext,
  untilStopped,
} from './serve/index.ts';
