export {
  type AfterDeath,
  listToldDeaths,
  monthsAfterDeath,
  type ToldDeath,
  toldDeathsTable,
} from './after-death.ts';
export { type ClassCount, classesTable, countClasses } from './classes.ts';
export {
  type CompleteList,
  listPresumedLeavers,
  type PresumedLeavers,
  recordStays,
  stateComplete,
  withdrawComplete,
} from './complete-list.ts';
export { memberDeaths } from './death-routes.ts';
export { endWithDeaths } from './deaths.ts';
export {
  endMemberships,
  type LeavingReason,
  type Left,
  leavingReasons,
  type MembershipKey,
  recordLeavers,
  undoLeaving,
} from './leaving.ts';
export { leavings } from './leaving-routes.ts';
export { partnerLists } from './list-routes.ts';
export {
  type Enrolment,
  type Evidence,
  fundingFindings,
  monthState,
  paysBeside,
  type StandingCover,
} from './model.ts';
export { openNamed } from './named.ts';
export {
  type ListChange,
  type ListChanges,
  listPartnerChanges,
  listPartnerMembers,
  type PartnerList,
  partnerChangesTable,
  partnerListTable,
} from './partner-list.ts';
export {
  isWanted,
  type OtherPayer,
  payersElsewhere,
  payingElsewhere,
  type WantedMembership,
  wantedUnder,
} from './payers.ts';
export { memberships } from './routes.ts';
export { addCoverForBill, coverElsewhere, listMemberships, openFromPrepared } from './service.ts';
export {
  type MembershipInForce,
  membershipsInForce,
  replaceStatedCover,
  restateCover,
  type StatedMember,
  statedOf,
} from './stated.ts';
export { countCoveredOf, endAsNeverBegun } from './store-undoing.ts';
