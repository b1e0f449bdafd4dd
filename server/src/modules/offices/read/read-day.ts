import { addDays, type Day, dayFromParts, parseDay } from '@payung/kernel';
import { type Cell, cellText } from '#rosters';

const months = ['jan', 'feb', 'mar', 'apr', 'mei', 'jun', 'jul', 'agu', 'sep', 'okt', 'nov', 'des'];
const english: Readonly<Record<string, string>> = {
  may: 'mei',
  aug: 'agu',
  oct: 'okt',
  dec: 'des',
  ags: 'agu',
  nop: 'nov',
};

/** A day as lists write it: a date cell, 2026-01-31, 31-01-2026, 31/1/2026 or 31 Januari 2026; undefined when it is none. */
export function readDay(cell: Cell | undefined): Day | undefined {
  const text = cellText(cell).toLowerCase();
  const plain = parseDay(text);
  if (plain !== undefined) return plain;
  const [, day, month, year] = /^(\d{1,2})[\s./-]+(\d{1,2}|\p{L}+)[\s./-]+(\d{4})$/u.exec(text) ?? [];
  if (day === undefined || month === undefined || year === undefined) return undefined;
  return dayFromParts(Number(year), monthOf(month), Number(day));
}

function monthOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const short = text.slice(0, 3);
  return months.indexOf(english[short] ?? short) + 1;
}

/**
 * The last day of a term: a day, the end of `2021 – 2027`, or of `s.d. 2027`, then the last day of that year. Undefined when the
 * cell names none.
 */
export function readTermEnd(cell: Cell | undefined): Day | undefined {
  const day = readDay(cell);
  if (day !== undefined) return day;
  const text = cellText(cell);
  const last = readDay(text.split(/\s+(?:s\.?\s?\/?d\.?|sampai|hingga|-|–)\s+/i).at(-1));
  if (last !== undefined) return last;
  // Nothing but years: a day that does not exist is no reason to think of the last one of its year.
  const year = /^\D*(?:(?:19|20)\d{2}\D+)?((?:19|20)\d{2})\D*$/.exec(text)?.[1];
  if (year === undefined) return undefined;
  const next = dayFromParts(Number(year) + 1, 1, 1);
  return next === undefined ? undefined : addDays(next, -1);
}
