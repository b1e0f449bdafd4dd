export { type Enrolment, type Evidence, fundingFindings, monthState, type StandingCover } from './model.ts';
export { memberships } from './routes.ts';
export { addCoverForBill, coverElsewhere, listMemberships, openFromPrepared } from './service.ts';
export {
  type MembershipInForce,
  membershipsInForce,
  replaceStatedCover,
  type StatedMember,
} from './stated.ts';
