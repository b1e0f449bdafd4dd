import type { Day } from '@payung/kernel';
import { parentOf } from '#areas';
import type { Programme } from '#partners';
import { subtree } from '#platform/access';
import type { SealedRecord } from '#platform/seal';

/** What the branch's sheet asks for and may be missing. */
export const sheetFields = [
  'nik',
  'birth_date',
  'sex',
  'birth_place',
  'address',
  'mother',
  'occupation',
  'work_place',
] as const;
export type SheetField = (typeof sheetFields)[number];

/**
 * What stands on a sheet as the place of work of whoever stated none: their village, the seat of the partner, or nothing; without
 * one they are not on it then. The sheet says beside each that it is not stated.
 */
export const workPlaces = ['residence', 'partner', 'none'] as const;
export type WorkPlace = (typeof workPlaces)[number];

/** Who is asked for. */
export interface Wanted {
  /** First day of the membership from which on; left out, all. */
  readonly since?: Day | undefined;
  /** Of this roster only. */
  readonly rosterId?: string | undefined;
  /** Who live in this area. */
  readonly area?: number | undefined;
  /** Left out: `residence`. */
  readonly workPlace?: WorkPlace | undefined;
}

/** A line of a sheet: a person, through however many funds, as they are known now. */
export interface SheetLine {
  /** Number of the line. */
  readonly ordinal: number;
  /** Number of the line that stands for the person: another one where records on two lines were merged since the sheet was made. */
  readonly line: number;
  /** False since all lists that enrolled them were undone: they were never members. */
  readonly stands: boolean;
  readonly name: string;
  readonly sex: 'L' | 'P' | null;
  /** Null unless the whole day is known. */
  readonly birthDate: Day | null;
  readonly villageName: string;
  readonly villageKind: 'desa' | 'kelurahan';
  readonly districtName: string;
  readonly regencyName: string;
  readonly rt: string | null;
  readonly rw: string | null;
  readonly occupation: string;
  readonly programmes: readonly Programme[];
  readonly partnerName: string;
  /** Name of the area in which the partner has its seat. */
  readonly partnerSeat: string;
  /** Of the agreement, whole rupiah a month; null for those who do not see it. */
  readonly income: number | null;
  readonly sealed: SealedRecord;
}

/** Somebody who waits to be registered. */
export interface Waiting {
  readonly personId: string;
  readonly name: string;
  readonly villageName: string;
}

/** A member who cannot go on the sheet yet, with what is missing. */
export interface Incomplete extends Waiting {
  readonly missing: readonly SheetField[];
}

/** A member who goes on the sheet with a place of work that nobody stated. */
export interface Presumed extends Waiting {
  readonly workPlace: string;
}

/** How registration stands before the next sheet, counted without opening an envelope. */
export interface Readiness {
  /** Lines the next sheet would have: people, each once for the same programmes. */
  readonly ready: number;
  /** Those of them whose place of work is not stated: how many, and the first 200. */
  readonly presumedTotal: number;
  readonly presumed: readonly Presumed[];
  /** People of whom something is missing: how many, how many lack each field (the commonest first), and the first 200. */
  readonly incompleteTotal: number;
  readonly lacking: readonly { readonly field: SheetField; readonly people: number }[];
  readonly incomplete: readonly Incomplete[];
}

/** A sheet that was made, with how many of its lines were answered. */
export interface Batch {
  readonly batchId: string;
  readonly area: number;
  readonly areaName: string;
  readonly people: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly workPlace: WorkPlace;
  readonly madeBy: string;
  readonly recordedAt: string;
}

/** Somebody whom the branch rejected, and who was not sent again. */
export interface Rejection extends Waiting {
  readonly batchId: string;
  readonly ordinal: number;
  readonly reason: RejectReason;
  /** As the branch wrote them; null when it wrote none. */
  readonly code: string | null;
  readonly words: string | null;
  /** True when somebody mended the cause: they go on the next sheet. */
  readonly corrected: boolean;
}

/** What rejections come to; each has a remedy in the catalogues. */
export const rejectReasons = [
  'registration.nikUnknown',
  'registration.nameDiffers',
  'registration.birthDiffers',
  'registration.activeElsewhere',
  'registration.tooOld',
  'registration.dead',
  'registration.incomplete',
  'registration.other',
] as const;
export type RejectReason = (typeof rejectReasons)[number];

/** Where somebody lives and who enrolled them, in so far as a place of work is presumed from it. */
export type Whereabouts = Pick<SheetLine, 'villageKind' | 'villageName' | 'partnerName' | 'partnerSeat'>;

/** What stands for a place of work that nobody stated; empty for `none`. */
export function presumedWorkPlace(workPlace: WorkPlace, of: Whereabouts): string {
  if (workPlace === 'none') return '';
  if (workPlace === 'partner') return `${of.partnerName}, ${of.partnerSeat}`;
  return `${of.villageKind === 'desa' ? 'Desa' : 'Kelurahan'} ${of.villageName}`;
}

/** The columns of the work list that are filled in, and where each goes in the envelope. */
export const fillable = [
  ['birth_place', 'birthPlace'],
  ['address', 'address'],
  ['mother', 'mother'],
  ['work_place', 'workPlace'],
] as const satisfies readonly (readonly [SheetField, keyof SealedRecord])[];

/** Heading of the work list over the code by which a person is found again. */
export const personCode = 'Kode Orang';

/** The smallest area that holds all of these villages; 0 for none. */
export function smallestArea(villages: readonly number[]): number {
  let area = villages[0] ?? 0;
  for (;;) {
    const [from, beyond] = subtree(area);
    const parent = parentOf(area);
    if (parent === undefined || villages.every((one) => from <= one && one < beyond)) return area;
    area = parent;
  }
}
