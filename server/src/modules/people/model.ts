import type { Day } from '@payung/kernel';

/** A person as lists show them: nothing from the envelope but a masked NIK. */
export interface PersonSummary {
  readonly personId: string;
  readonly name: string;
  readonly sex: 'L' | 'P' | null;
  readonly birthDate: Day | null;
  readonly birthPrecision: 'day' | 'month' | 'year' | null;
  /** Village of residence, ten digits, and its name. */
  readonly area: number;
  readonly areaName: string;
  /** Synthetic: part of the shipped example. */
  readonly example: boolean;
  /** Null while not known to have died. */
  readonly diedOn: Day | null;
  /** Another record speaks for this one. */
  readonly merged: boolean;
}

/** Where a person lived, from `from` until before `until`; `until` null while it lasts. */
export interface Residence {
  readonly area: number;
  readonly areaName: string;
  readonly rt: string | null;
  readonly rw: string | null;
  readonly from: Day;
  readonly until: Day | null;
  readonly source: string;
}

/** What a person does for a living. */
export interface Work {
  readonly occupation: string;
  readonly occupationText: string;
  readonly from: Day;
  readonly until: Day | null;
}

/** A page of people; `next` is where the following page begins, null on the last. */
export interface PeoplePage {
  readonly people: readonly PersonSummary[];
  readonly next: string | null;
}
