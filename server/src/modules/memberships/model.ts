import type { Day, Month } from '@payung/kernel';
import { bpuStanding } from '@payung/law';
import { type FundKind, type Group, type Programme, payerOf, type Segment } from '#partners';

/** ledger: paid here · bpjs_file: stated by the BPJS file of the month · law: relief without payment. */
export type Evidence = 'ledger' | 'bpjs_file' | 'law';

/** Whether a person is protected in a month, and by what: money, the patience of the law, or nothing. */
type MonthState = 'paid' | 'tolerated' | 'none';

/**
 * The state of one month of a BPU membership.
 *
 * `paid` when a payment (here, or as BPJS states) covers it; `tolerated` in the first, second and third unpaid month after
 * a paid one, and where the law itself gives relief; `none` from the fourth, and when nothing was ever paid.
 *
 * @param evidence what covers the month; empty when nothing does
 * @param lastPaid the latest paid month before it; undefined when there is none
 * @law the rule `membership.bpuStatus`: up to three consecutive unpaid months the member stays one, and settles them
 */
export function monthState(
  at: Month,
  evidence: readonly Evidence[],
  lastPaid: Month | undefined,
): MonthState {
  if (evidence.includes('ledger') || evidence.includes('bpjs_file')) return 'paid';
  if (evidence.includes('law')) return 'tolerated';
  if (lastPaid === undefined) return 'none';
  return bpuStanding(lastPaid, at)?.status === 'arrears' ? 'tolerated' : 'none';
}

/** The terms under which a list of people becomes members: those of their agreement. */
export interface Enrolment {
  readonly rosterId: string;
  readonly agreementId: string;
  readonly partnerId: string;
  readonly segment: Segment;
  readonly group: Group;
  readonly sector: 'transport' | 'other';
  readonly programmes: readonly Programme[];
  readonly fundId: string;
  /** Declared monthly income agreed for everybody on the list, whole rupiah. */
  readonly income: number;
  readonly from: Day;
  /** First day that is no longer membership; null while open-ended. */
  readonly until: Day | null;
}

/** Months that are covered, both included. */
export interface Cover {
  readonly from: Month;
  readonly to: Month;
  readonly programmes: readonly Programme[];
  readonly evidence: Evidence;
  /** The bill whose payment made the cover; null for other evidence. */
  readonly billId: string | null;
}

export interface Membership {
  readonly membershipId: string;
  readonly partnerId: string;
  readonly partnerName: string;
  /** Null when only a BPJS file states the membership. */
  readonly agreementId: string | null;
  readonly segment: Segment;
  readonly group: Group;
  readonly programmes: readonly Programme[];
  readonly fundId: string;
  readonly fundName: string;
  readonly fundKind: FundKind;
  readonly from: Day;
  /** Null while open-ended. */
  readonly until: Day | null;
  /** Latest first; what was taken back is left out. */
  readonly cover: readonly Cover[];
}

/** A membership with the state of one month. */
export interface MembershipInMonth extends Membership {
  readonly state: MonthState;
  /** Latest paid month, also after the one asked about; null when nothing was ever paid. */
  readonly paidThrough: Month | null;
}

/** What of a membership decides what it is beside another of the same person. */
export interface Protection {
  /** Null of somebody who is recorded only. */
  readonly segment: Segment | null;
  readonly programmes: readonly Programme[];
  /** Kind of the purse that pays; null of somebody who is recorded only. */
  readonly fundKind: FundKind | null;
}

/**
 * two_employers: two wages at once, lawful: each pays on its own. two_funds: two purses for the same protection. fund_beside_wage:
 * likewise, one of them a wage and the other BPU that a fund pays: the law as read does not settle whether both may run at once.
 */
type FundingFlag = 'two_employers' | 'two_funds' | 'fund_beside_wage';

/** What a membership is beside another of the same person; null for nothing to look at: other programmes, or BPU of their own money beside a wage. */
export function paysBeside(one: Protection, other: Protection): FundingFlag | null {
  const both = [one, other];
  if (both.every(({ segment }) => segment === 'PU')) return 'two_employers';
  if (!one.programmes.some((programme) => other.programmes.includes(programme))) return null;
  const bpu = both.find(({ segment }) => segment === 'BPU');
  if (bpu === undefined || !both.some(({ segment }) => segment === 'PU')) return 'two_funds';
  return bpu.fundKind !== null && payerOf(bpu.fundKind).payer === 'self' ? null : 'fund_beside_wage';
}

/** Two memberships of one person at the same time that somebody should look at. */
export interface FundingFinding {
  readonly flag: FundingFlag;
  readonly membershipIds: readonly [string, string];
}

/** Memberships of one person that run at the same time and are paid from different purses, or through two employers. */
export function fundingFindings(
  memberships: readonly Pick<
    Membership,
    'membershipId' | 'partnerId' | 'segment' | 'programmes' | 'fundId' | 'fundKind' | 'from' | 'until'
  >[],
): FundingFinding[] {
  return memberships.flatMap((one, n) =>
    memberships.slice(n + 1).flatMap((other): FundingFinding[] => {
      const together =
        (other.until === null || one.from < other.until) && (one.until === null || other.from < one.until);
      if (!together) return [];
      const membershipIds = [one.membershipId, other.membershipId] as const;
      const flag = paysBeside(one, other);
      // Through one partner it is one employer, and one purse pays once: under two records that were merged.
      const isOne =
        (flag === 'two_employers' && one.partnerId === other.partnerId) ||
        (flag === 'two_funds' && one.fundId === other.fundId);
      return flag === null || isOne ? [] : [{ flag, membershipIds }];
    }),
  );
}

/** A membership somebody already has, anywhere: what a check of a roster may know. How much a user is told is decided there. */
export interface StandingCover {
  readonly personId: string;
  readonly membershipId: string;
  readonly partnerId: string;
  readonly segment: Segment;
  readonly programmes: readonly Programme[];
  readonly fundId: string;
  readonly fundKind: FundKind;
  /** Village where the person was enrolled. */
  readonly area: number;
  readonly from: Day;
  readonly until: Day | null;
  /** State of the month asked about. */
  readonly state: MonthState;
  readonly paidThrough: Month | null;
}
