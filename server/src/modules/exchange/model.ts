import type { Day, Month } from '@payung/kernel';
import type { Segment } from '#partners';
import type { Facts } from '#platform/refusal';

/** What may become of a row of a branch's file: rows in = matched + doubtful + unknown + refused + ignored. */
export const memberVerdicts = ['matched', 'doubtful', 'unknown', 'refused', 'ignored'] as const;
export type MemberVerdict = (typeof memberVerdicts)[number];

export type MemberCounts = Readonly<Record<'rowsIn' | MemberVerdict, number>>;

/** What of the doubtful rows of a file lies on the desk where they are decided. */
export interface MemberDesk {
  readonly open: number;
  readonly decided: number;
  /** Doubtful rows that nobody can decide any more: whom they name was forgotten, because the time to keep strangers is over. */
  readonly forgotten: number;
}

/** A branch's file of active members of a month. The latest of a branch and month stands. */
export interface MemberFile {
  readonly fileId: string;
  readonly branchId: string;
  readonly branchName: string;
  readonly month: Month;
  readonly fileName: string;
  readonly counts: MemberCounts;
  /** Null for those who do not see all areas of the branch: they see no row either. */
  readonly desk: MemberDesk | null;
  /** People whose cover it made, each once. */
  readonly people: number;
  /** Headings of columns that hold membership numbers (KPJ), of which nothing was kept. */
  readonly dropped: readonly string[];
  readonly madeBy: string;
  readonly recordedAt: string;
  /** When another file took its place; null while it stands. */
  readonly replacedAt: string | null;
}

/** One row as the user may see it: what the file says, masked, and what was found; never whom it was found to be. */
export interface MemberRow {
  readonly ordinal: number;
  readonly sheet: string;
  readonly row: number;
  readonly verdict: MemberVerdict;
  readonly reason: string;
  readonly field: string | null;
  readonly facts: Facts;
  /** As written, empty where the file had none; null of a row that names nobody, and of a stranger who was forgotten. */
  readonly name: string | null;
  readonly nikMasked: string | null;
  readonly segment: Segment | null;
  /** Number of the employer; null when the row names none. */
  readonly npp: string | null;
  readonly paidUntil: Month | null;
}

/** paid_here: paid here, not active at BPJS · stated_there: active at BPJS, not paid here. */
export const differenceSides = ['paid_here', 'stated_there'] as const;
export type DifferenceSide = (typeof differenceSides)[number];

/** A person whose month BPJS and we tell differently, in one segment. */
export interface Difference {
  readonly personId: string;
  readonly name: string;
  readonly birthDate: Day | null;
  readonly village: number;
  readonly villageName: string;
  readonly segment: Segment;
  readonly side: DifferenceSide;
  /** False when nobody here agreed on a membership: BPJS alone knows the person as its member. */
  readonly agreed: boolean;
  readonly partnerName: string;
  readonly fundName: string;
}

/** How many people of a village differ, each once per segment. */
export interface VillageDifference {
  readonly village: number;
  readonly villageName: string;
  readonly paidHere: number;
  readonly statedThere: number;
}

export type ImportState = 'received' | 'done' | 'failed';

/** A branch's file on its way in. What it makes is the member file of the same id. */
export interface MemberImport {
  readonly importId: string;
  readonly branchId: string;
  readonly branchName: string;
  readonly month: Month;
  readonly fileName: string;
  readonly digest: string;
  readonly state: ImportState;
  /** Why it could not be imported; null when it could. */
  readonly problem: { readonly code: string; readonly facts: Facts } | null;
  readonly madeBy: string;
  readonly recordedAt: string;
}
