import type { Day, Month, Rupiah } from '@payung/kernel';
import type { CriterionCode, PersonFact, Text, VulnerableCriteria, WelfareRegister } from '@payung/law';
import type { FundKind } from '#partners';

/** The steps of a proposal (usulan), in their order. From `decided` and `verified` it may go back to the draft, with a reason. */
export const proposalStates = ['draft', 'decided', 'verified', 'decreed', 'enrolled'] as const;
export type ProposalState = (typeof proposalStates)[number];

export const confidences = ['quoted', 'secondary', 'known'] as const;
export type Confidence = (typeof confidences)[number];

export const registers = ['P3KE', 'DTSEN', 'DTKS'] as const satisfies readonly WelfareRegister[];

/** A version of what an area has decided: who is a vulnerable worker there. */
export interface Rule {
  readonly ruleId: string;
  readonly area: number;
  readonly areaName: string;
  /** As cited, such as Perbup Belu 12/2026. */
  readonly law: string;
  readonly article: string | null;
  readonly version: number;
  readonly confidence: Confidence;
  readonly criteria: VulnerableCriteria;
  readonly from: Day;
  /** Null while it has no end. */
  readonly until: Day | null;
  readonly madeBy: string;
  readonly recordedAt: string;
  /** Null while the version stands. */
  readonly replacedAt: string | null;
}

/** What somebody found of a person; null for what is not known. */
export interface Findings {
  readonly hasEmployer: boolean | null;
  readonly hasRoutineIncome: boolean | null;
  /** On which side of the rule's limit the income lies; the income itself is nobody's business here. */
  readonly lowIncome: boolean | null;
  readonly register: WelfareRegister | null;
  readonly decile: number | null;
}

/** Nothing is known yet. */
export const noFindings: Findings = {
  hasEmployer: null,
  hasRoutineIncome: null,
  lowIncome: null,
  register: null,
  decile: null,
};

/** What stands against somebody, whatever the criteria say. */
export const obstacles = [
  'selection.dead',
  'selection.withoutNik',
  'selection.disputed',
  'selection.birthUnknown',
  'selection.tooYoung',
  'selection.notWorker',
  'selection.alreadyMember',
  'selection.elsewhere',
  'selection.otherList',
] as const;
export type Obstacle = (typeof obstacles)[number];

/** A reason against somebody: ours, or a criterion of the rule or of BPU that is not met. */
export interface Reason {
  readonly code: Obstacle | CriterionCode | 'bpu.age';
  /** For `selection.elsewhere`: the kind of fund, and whether that cover is active or agreed. Never where, never through whom. */
  readonly fund?: FundKind;
  readonly state?: 'active' | 'agreed';
  /** For a criterion of the rule: what it asks and how it stands, in the words of the law package. */
  readonly text?: Text;
}

/** Somebody who lives in the village, with what speaks for and against a place. */
export interface Candidate {
  readonly personId: string;
  readonly name: string;
  readonly sex: 'L' | 'P' | null;
  readonly birthDate: Day | null;
  /** Completed years on the day the places begin; null when the birth date is not known. */
  readonly age: number | null;
  readonly rt: string | null;
  readonly rw: string | null;
  readonly occupation: string;
  readonly findings: Findings;
  /** eligible: may be put on the list · open: facts are missing · excluded: not, for these reasons. */
  readonly verdict: 'eligible' | 'open' | 'excluded';
  readonly reasons: readonly Reason[];
  /** Facts the rule asks that nobody has found out yet. */
  readonly missing: readonly PersonFact[];
  /** Criteria that are met. */
  readonly score: number;
}

/** Somebody on the list. */
export interface Entry {
  readonly personId: string;
  readonly name: string;
  readonly birthDate: Day | null;
  readonly rt: string | null;
  readonly rw: string | null;
  readonly occupation: string;
  /** Rank given by the meeting, from 1. */
  readonly place: number;
  readonly score: number;
  readonly decile: number | null;
  /** Null while unchecked. */
  readonly checkedBy: string | null;
  /** Why the person was struck; null while on the list. */
  readonly struck: string | null;
  /** What became of it at enrolment: `enrolled`, or why not. Null before, and for substitutes. */
  readonly outcome: string | null;
}

/** in: fills one of the places · substitute: moves up when somebody is struck · struck. */
export type Standing = 'in' | 'substitute' | 'struck';

/** What the meeting of the village (musdes) was and decided. */
export interface Meeting {
  readonly metOn: Day;
  readonly place: string;
  readonly ledBy: string;
  readonly attendance: number;
  readonly minutes: string;
}

/** A usulan: whom a village proposes for the places an agreement pays. */
export interface Proposal {
  readonly proposalId: string;
  readonly area: number;
  readonly areaName: string;
  readonly areaKind: 'desa' | 'kelurahan';
  readonly districtName: string | null;
  readonly agreementId: string;
  readonly agreementNumber: string;
  readonly partnerId: string;
  readonly partnerName: string;
  readonly fundName: string;
  /** Null: by the criterion that is proposed where there is no local rule. */
  readonly ruleId: string | null;
  /** First and last month to be paid, both included. */
  readonly from: Month;
  readonly to: Month;
  /** Places. */
  readonly quota: number;
  readonly state: ProposalState;
  readonly meeting: Meeting | null;
  /** The Berita Acara; null before the meeting. */
  readonly minutesId: string | null;
  readonly minutesNumber: string | null;
  /** Filled by the decree; null before. */
  readonly decreeId: string | null;
  readonly decreeNumber: string | null;
  /** People on the list who are not struck. */
  readonly listed: number;
  /** Memberships opened; null before. */
  readonly enrolled: number | null;
  readonly makers: readonly string[];
  readonly verifiedBy: string | null;
  readonly recordedAt: string;
  readonly example: boolean;
}

/** A step of a proposal. */
export interface ProposalStep {
  readonly state: ProposalState;
  readonly note: string | null;
  readonly madeBy: string;
  readonly recordedAt: string;
}

/** What the places cost, by the law. */
export interface Cost {
  /** For one person in the first month. */
  readonly monthly: Rupiah;
  readonly months: number;
  /** For one person over all months. */
  readonly perPerson: Rupiah;
  readonly total: Rupiah;
  /** False while an open question of law would change it. */
  readonly settled: boolean;
}

/** A line of the annex of a decree, as it stood on its day. */
export interface AnnexLine {
  /** Number in the annex, from 1. */
  readonly place: number;
  readonly personId: string;
  readonly name: string;
  readonly nikMasked: string;
  readonly sex: 'L' | 'P' | null;
  readonly birthDate: Day | null;
  readonly villageName: string;
  readonly rt: string | null;
  readonly rw: string | null;
  readonly occupation: string;
}

/**
 * Candidates in the order proposed to the meeting: those who may be on the list first, by criteria met, then the lower decile
 * (unknown last), then the older, then by name.
 */
export function byScore(candidates: readonly Candidate[]): Candidate[] {
  const order = { eligible: 0, open: 1, excluded: 2 } as const;
  const decile = ({ findings }: Candidate) => findings.decile ?? 11;
  return [...candidates].sort(
    (a, b) =>
      order[a.verdict] - order[b.verdict] ||
      b.score - a.score ||
      decile(a) - decile(b) ||
      (b.age ?? -1) - (a.age ?? -1) ||
      (a.name < b.name ? -1 : a.name > b.name ? 1 : 0) ||
      (a.personId < b.personId ? -1 : 1),
  );
}

/** Who of a list fills a place and who is a substitute: the first `quota` by rank who are not struck. */
export function standings(
  entries: readonly Pick<Entry, 'personId' | 'place' | 'struck'>[],
  quota: number,
): Map<string, Standing> {
  let filled = 0;
  return new Map(
    [...entries]
      .sort((a, b) => a.place - b.place)
      .map(({ personId, struck }) => {
        if (struck !== null) return [personId, 'struck'];
        filled += 1;
        return [personId, filled <= quota ? 'in' : 'substitute'];
      }),
  );
}
