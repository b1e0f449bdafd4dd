import { daysInMonth } from '@payung/kernel';
import { nameText } from '../names/normalise.ts';
import { plainName } from '../names/plain-name.ts';
import type { Preparation } from './spec.ts';

/** Turns a value as written into the one that is compared; empty if it is missing. Doing it twice changes nothing. */
export function preparation(prepare: Preparation): (value: string) => string {
  return PREPARATIONS[prepare];
}

const PREPARATIONS: Readonly<Record<Preparation, (value: string) => string>> = {
  text: foldText,
  name: nameText,
  digits: (value) => value.replace(/\D+/g, ''),
  date: isoDate,
  exact: (value) => (value.trim() === '' ? '' : value),
};

/** Most values are folded already, and looking is cheaper than folding. */
const FOLDED = /^[a-z\d]+(?: [a-z\d]+)*$/;

function foldText(value: string): string {
  if (FOLDED.test(value)) return value;
  return value
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

const YEAR_FIRST = /^\s*(\d{4})([-/.]?)(\d{2})\2(\d{2})\s*$/;
const DAY_FIRST = /^\s*(\d{1,2})([-/.])(\d{1,2})\2(\d{4})\s*$/;

function isoDate(value: string): string {
  const yearFirst = YEAR_FIRST.exec(value);
  if (yearFirst !== null) return isoDateOf(yearFirst[1], yearFirst[3], yearFirst[4]);
  const dayFirst = DAY_FIRST.exec(value);
  return dayFirst === null ? '' : isoDateOf(dayFirst[4], dayFirst[3], dayFirst[1]);
}

function isoDateOf(year = '', month = '', day = ''): string {
  const exists =
    Number(month) >= 1 &&
    Number(month) <= 12 &&
    Number(day) >= 1 &&
    Number(day) <= daysInMonth(Number(year), Number(month));
  return exists ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : '';
}

/**
 * Prepares a value that lies in UTF-16 units from `start` to before `end` into other units, of which as many must be there;
 * returns how many were written. Most values are plain, and are prepared so without making texts of them; -1 for one that is
 * not.
 */
export type PlainPreparation = (units: Uint16Array, start: number, end: number, into: Uint16Array) => number;

export function plainPreparation(prepare: Preparation): PlainPreparation {
  return PLAIN_PREPARATIONS[prepare];
}

const PLAIN_PREPARATIONS: Readonly<Record<Preparation, PlainPreparation>> = {
  text: plainText,
  name: plainName,
  digits: digitsOnly,
  date: () => -1,
  exact: () => -1,
};

const [BLANK, LAST_ASCII] = [0x20, 0x7e];

function plainText(units: Uint16Array, start: number, end: number, into: Uint16Array): number {
  let length = 0;
  let isGap = false;
  for (let at = start; at < end; at++) {
    const unit = units[at] ?? 0;
    if (unit < BLANK || unit > LAST_ASCII) return -1;
    if (unit === BLANK) {
      isGap = length > 0;
      continue;
    }
    if (isGap) into[length++] = BLANK;
    isGap = false;
    into[length++] = unit >= 0x41 && unit <= 0x5a ? unit + 0x20 : unit;
  }
  return length;
}

function digitsOnly(units: Uint16Array, start: number, end: number, into: Uint16Array): number {
  let length = 0;
  for (let at = start; at < end; at++) {
    const unit = units[at] ?? 0;
    if (unit >= 0x30 && unit <= 0x39) into[length++] = unit;
  }
  return length;
}
