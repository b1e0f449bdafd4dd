export {
  type Cover,
  type Enrolment,
  type Evidence,
  type FundingFinding,
  type FundingFlag,
  fundingFindings,
  type Membership,
  type MembershipInMonth,
  type MonthState,
  monthState,
  type StandingCover,
} from './model.ts';
export { memberships } from './routes.ts';
export {
  addCoverForBill,
  coverElsewhere,
  listMemberships,
  openFromPrepared,
  type PersonMemberships,
} from './service.ts';
