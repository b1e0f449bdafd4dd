import type { Day } from '@payung/kernel';
import { type Scope, scopeHasArea } from '#platform/access';
import type { Facts } from '#platform/refusal';
import type { Verdict } from './judge/index.ts';

export const rosterStates = [
  'received',
  'checking',
  'checked',
  'accepting',
  'accepted',
  'undoing',
  'undone',
  'failed',
] as const;
export type RosterState = (typeof rosterStates)[number];
/** States in which a job works on the roster. */
export const movingStates: readonly RosterState[] = ['received', 'checking', 'accepting', 'undoing'];

/** What a list is for: its people become members under an agreement, or are recorded and brought up to date only. */
export const purposes = ['enrol', 'record'] as const;
export type Purpose = (typeof purposes)[number];

/** Chosen before the check: take the good rows, or nothing unless every person row is good. */
export const policies = ['good_rows', 'all_or_nothing'] as const;
export type Policy = (typeof policies)[number];

/** Rows in = new + known + doubtful + refused + ignored. */
export type Counts = Readonly<Record<'rowsIn' | Verdict, number>>;

/** People by village: those without a NIK, and all where the file itself has rows without one. Villages with none are left out. */
export interface Census {
  readonly withoutNik: Readonly<Record<string, number>>;
  readonly all: Readonly<Record<string, number>>;
}

/** What acceptance takes in: memberships, new people who are recorded without one, and known people whom a list that records names. */
export interface Taking {
  readonly enrolled: number;
  readonly recorded: number;
  readonly listed: number;
}

/** A list of workers that came in. */
export interface Roster {
  readonly rosterId: string;
  readonly purpose: Purpose;
  /** Null when the people are recorded only. */
  readonly agreementId: string | null;
  readonly partnerId: string;
  readonly partnerName: string;
  readonly area: number;
  readonly areaName: string;
  readonly fileId: string;
  readonly fileName: string;
  /** First day of the memberships; of a list that records, the day from which what it says holds. */
  readonly startsOn: Day;
  readonly policy: Policy;
  /** Percent of likeness from which a doubtful row is the person it resembles; null asks a human. */
  readonly sameFrom: number | null;
  /** Percent below which it is a new person; null asks a human. */
  readonly newBelow: number | null;
  readonly state: RosterState;
  /** Why the file as a whole could not be read; null when it could. */
  readonly problem: { readonly code: string; readonly facts: Facts } | null;
  /** What was recognised in the headings, sheet by sheet; null before the check. */
  readonly columns: unknown;
  readonly counts: Counts;
  /** Rows that acceptance enrols, or enrolled. */
  readonly enrolled: number;
  /** New people whom acceptance records, or recorded, without a membership: those without a NIK, and all of a list that records. */
  readonly recorded: number;
  /** Known people whom acceptance of a list that records confirms or brings up to date, or of whom one that enrols only fills in what is empty. */
  readonly listed: number;
  readonly census: Census;
  readonly example: boolean;
  readonly madeBy: string;
  readonly recordedAt: string;
  readonly checkedAt: string | null;
  readonly acceptedAt: string | null;
  /** Of a roster that is undone: who, when and why; null otherwise. */
  readonly undone: { readonly by: string; readonly at: string; readonly why: string } | null;
}

/** One row as the user may see it: `asTold`. */
export interface RosterRow {
  readonly ordinal: number;
  readonly sheet: string;
  readonly row: number;
  readonly verdict: Verdict;
  readonly reason: string;
  readonly field: string | null;
  readonly facts: Facts;
  readonly warnings: readonly { readonly code: string; readonly facts: Facts }[];
  readonly name: string | null;
  readonly nikMasked: string | null;
  readonly villageName: string | null;
  readonly enrol: boolean;
}

/**
 * The row as this scope may see it. Until when another fund pays somebody is told where their membership is in scope; elsewhere
 * only that one does, of which kind, and in which kabupaten. What is still empty of somebody who is no member is told where they
 * live in scope.
 */
export function asTold(row: RosterRow, scope: Scope): RosterRow {
  const warnings = row.warnings.flatMap((warning) => {
    if (warning.code !== 'updated.filled') return warning;
    const { area, ...facts } = warning.facts;
    return scopeHasArea(scope, Number(area)) ? { ...warning, facts } : [];
  });
  if (row.reason !== 'known.paidSince') return { ...row, warnings };
  const { area, through = null, ...rest } = row.facts;
  return scopeHasArea(scope, Number(area))
    ? { ...row, warnings, facts: { ...rest, through } }
    : { ...row, warnings, reason: 'known.coveredSince', facts: rest };
}
