import { daysInMonth } from '@payung/kernel';
import { nameText } from '../names/normalise.ts';
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
