import type { Day, Rupiah } from '@payung/kernel';
import type { Source } from '../engine/parameter.ts';

/** Registers of poor households that regions draw on. */
export type WelfareRegister = 'P3KE' | 'DTSEN' | 'DTKS';

/** What makes a worker a vulnerable one (pekerja rentan) in a region: all that is asked must hold, what is absent is not asked. */
export type VulnerableCriteria = {
  /** Completed years, at least. */
  readonly minAge?: number;
  /** Completed years, at most: 64 for "below 65". */
  readonly maxAge?: number;
  /** Works without an employer's protection: informal or on one's own account. */
  readonly withoutEmployer?: boolean;
  /** Has no routine income and no fixed job. */
  readonly withoutRoutineIncome?: boolean;
  /** Monthly income strictly below this amount. */
  readonly incomeBelow?: Rupiah;
  /** Listed in one of these registers. */
  readonly registers?: readonly WelfareRegister[];
  /** Listed there in this decile or a lower one, 1 to 10; in any register if `registers` names none. */
  readonly maxDecile?: number;
  /** Occupations that count, in the caller's own words or codes. */
  readonly occupations?: readonly string[];
  /** Occupations that do not. */
  readonly excludedOccupations?: readonly string[];
  /** Lives in the area of the rule. */
  readonly resident?: boolean;
};

/** The village bodies: its head and officials, its council (BPD), and the community institutions (LKD). */
export type VillageBody = VillageOfficial | VillageInstitution;

/** Paid with the fixed income of the village budget (siltap). */
export type VillageOfficial = 'kepalaDesa' | 'perangkatDesa';

/** Paid with an allowance or not at all; their segment is for the region to choose. */
export type VillageInstitution = 'BPD' | 'RT' | 'RW' | 'LPM' | 'PKK' | 'posyandu' | 'karangTaruna';

/** How a region enrols a village body; `base` is the wage or declared income agreed for everybody, if it fixes one. */
export type BodyEnrolment =
  | { readonly body: VillageOfficial; readonly segment: 'PU'; readonly base?: Rupiah }
  | { readonly body: VillageInstitution; readonly segment: 'PU' | 'BPU'; readonly base?: Rupiah };

/**
 * What a region has decided by Perda, Perbup or SK. The library knows no such rule: it is data of the caller, who vouches
 * for its source.
 */
export type LocalRule = {
  readonly source: Source;
  /** Kemendagri code of the region, dotted or ten digits. */
  readonly area: string;
  readonly from: Day;
  /** The first day on which it is no longer in force; absent while it has no end. */
  readonly until?: Day;
  /** Absent if the rule does not say who is vulnerable. */
  readonly vulnerable?: VulnerableCriteria;
  readonly bodies?: readonly BodyEnrolment[];
};

/** Whether the rule is in force on the day. */
export function isInForce({ from, until }: LocalRule, on: Day): boolean {
  return from <= on && (until === undefined || on < until);
}
