import type { Day } from '@payung/kernel';
import type { NikAreas } from './areas.ts';
import type { NikRepair } from './clean.ts';
import type { Nik, Sex } from './nik.ts';

/** Values that go into a message. Never the number itself: facts may reach a log. */
export type NikFacts = Readonly<Record<string, string | number>>;

/** Why a text is not a NIK. */
export type NikReason =
  | 'nik.missing' // blank, "-", "0", "belum ada", "proses": there is no number to read, which is not an error
  | 'nik.length' // { digits }
  | 'nik.scientific' // 5.3E+15: the digits are gone, only the source file has them
  | 'nik.lastDigitsLost' // a spreadsheet kept 15 digits and wrote 0 for the last
  | 'nik.zeros' // { zeros } at the end: a number filled up to length
  | 'nik.placeholder' // 1234567890123456, 9999999999999999
  | 'nik.province' // { provinceCode }
  | 'nik.date' // { dayOfMonth, month, year }: 31 February, day 72, a day yet to come
  | 'nik.serial' // 0000
  | 'nik.letters' // { letters, suggestion: 'yes' | 'no' }
  | 'nik.two'; // { count }

/** What a reader should know about a NIK that was read. Never a reason to reject it by itself. */
export type NikWarningCode =
  | 'nik.otherProvince' // { provinceCode }: normal for people who moved here
  | 'nik.regencyUnknown' // { regencyCode }
  | 'nik.districtRetired' // { districtCode }: registered before a split
  | 'nik.districtUnknown' // { districtCode }
  | 'nik.serialHigh' // { serial }
  | 'nik.centuryUncertain' // { year, otherYear }
  | 'nik.looksLikeKk' // { year }
  | 'nik.regencyBeforeSplit' // { regencyCode, residence }
  | 'nik.otherRegency' // { regencyCode, residence }
  | 'nik.birthDateDiffers' // { difference: 'swapped' | 'day' | 'month' | 'year' | 'several' }
  | 'nik.sexDiffers'; // { nik, given }

export interface NikWarning {
  readonly code: NikWarningCode;
  readonly facts: NikFacts;
}

/** A text that reads as a NIK, and what it says. */
export interface NikRead {
  readonly ok: true;
  readonly nik: Nik;
  /** Dates the six digits may mean, earliest first: one per century in which the day exists. Not empty. */
  readonly birthDates: readonly Day[];
  /** The likely one: the latest not after the reference day. Undefined without a reference day if there are two. */
  readonly birthDate: Day | undefined;
  readonly sex: Sex;
  /** Two digits, as the next ones without dots: `53`. */
  readonly provinceCode: string;
  /** Four digits: `5304`. Where the person was first registered, not where they live. */
  readonly regencyCode: string;
  /** Six digits: `530406`. */
  readonly districtCode: string;
  /** The last four digits, 1 to 9999. */
  readonly serial: number;
  /** Serial 9xxx, which registration never reaches: an invented person. */
  readonly synthetic: boolean;
  /** From 0 to 1: the product of the repairs' confidences. 1 means the writer certainly meant these digits. */
  readonly confidence: number;
  readonly repairs: readonly NikRepair[];
  readonly warnings: readonly NikWarning[];
}

export interface NikRefused {
  readonly ok: false;
  readonly reason: NikReason;
  readonly facts: NikFacts;
  /** Repairs made before giving up; for `nik.letters` with a suggestion, those that lead to it. */
  readonly repairs: readonly NikRepair[];
  /** With `nik.letters`: the number meant if each letter is the digit it resembles. To be confirmed by a person. */
  readonly suggestion?: Nik;
}

export type NikReading = NikRead | NikRefused;

export interface NikOptions {
  /** Nobody is born after it: it decides the century. Usually today. */
  readonly referenceDay?: Day;
  /** `suggest` (default) refuses O, I, l, S and B but says what they would mean; `repair` reads them as digits. */
  readonly lookAlikes?: 'suggest' | 'repair';
  /**
   * True if the cell held a number, or `lostLastDigits` says so of its column: a spreadsheet keeps 15 digits, so a last digit
   * 0 is then taken as lost. Default false.
   */
  readonly lossyColumn?: boolean;
  /** Default: Nusa Tenggara Timur. */
  readonly areas?: NikAreas;
}
