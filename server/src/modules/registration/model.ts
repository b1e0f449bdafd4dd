import type { Day } from '@payung/kernel';
import type { Programme } from '#partners';
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

/** A member as the sheet needs them. */
export interface Member {
  readonly personId: string;
  readonly membershipId: string;
  readonly partnerId: string;
  readonly name: string;
  readonly sex: 'L' | 'P' | null;
  /** Null unless the whole day is known. */
  readonly birthDate: Day | null;
  readonly village: number;
  readonly villageName: string;
  readonly districtName: string;
  readonly regencyName: string;
  readonly rt: string | null;
  readonly rw: string | null;
  readonly occupation: string;
  readonly programmes: readonly Programme[];
  /** Of the agreement, whole rupiah a month; null for those who do not see it. */
  readonly income: number | null;
  readonly sealed: SealedRecord;
}

/** A member on a sheet that was made. */
export interface SentMember extends Member {
  /** Number of the line. */
  readonly ordinal: number;
  /** False since the list that enrolled them was undone: they were never members. */
  readonly stands: boolean;
}

/** A member who cannot go on the sheet yet, with what is missing. */
export interface Incomplete {
  readonly personId: string;
  readonly name: string;
  readonly villageName: string;
  readonly missing: readonly SheetField[];
}

/** What the sheet lacks of a member; empty when they can be sent. */
export function missingOf(member: Member): SheetField[] {
  const { sealed } = member;
  const has: Readonly<Record<SheetField, boolean>> = {
    nik: sealed.nik !== undefined,
    birth_date: member.birthDate !== null,
    sex: member.sex !== null,
    birth_place: sealed.birthPlace !== undefined,
    address: member.rt !== null || sealed.address !== undefined,
    mother: sealed.mother !== undefined,
    occupation: member.occupation !== '',
    work_place: sealed.workPlace !== undefined,
  };
  return sheetFields.filter((field) => !has[field]);
}

/** A sheet that was made, with how many of its people were answered. */
export interface Batch {
  readonly batchId: string;
  readonly area: number;
  readonly areaName: string;
  readonly people: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly madeBy: string;
  readonly recordedAt: string;
}

/** Somebody whom the branch rejected, and who was not sent again. */
export interface Rejection {
  readonly batchId: string;
  readonly ordinal: number;
  readonly personId: string;
  readonly name: string;
  readonly villageName: string;
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
