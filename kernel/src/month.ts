import type { Brand } from './brand.ts';
import { type Day, daysInMonth, YEARS } from './day.ts';

/** A calendar month `YYYY-MM` in the years 1900 to 2200. Months order with `<` and `>`, also in a database. */
export type Month = Brand<string, 'Month'>;

const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/;

/** Reads `YYYY-MM`; undefined if the text has another form, there is no such month or the year is out of range. */
export function parseMonth(text: string): Month | undefined {
  const match = MONTH.exec(text);
  if (match === null) return undefined;
  const year = Number(match[1]);
  return year < YEARS.first || year > YEARS.last ? undefined : (text as Month);
}

/**
 * A month from text that is known to be one.
 *
 * @throws RangeError where `parseMonth` answers undefined
 */
export function month(text: string): Month {
  const parsed = parseMonth(text);
  if (parsed === undefined) {
    throw new RangeError(`not a month between ${YEARS.first} and ${YEARS.last}: ${text}`);
  }
  return parsed;
}

/** The month of a day. */
export function monthOf(date: Day): Month {
  return date.slice(0, 7) as Month;
}

/** The month as one integer, `year × 12 + month` with January 1: for columns, ranges and differences. */
export function monthIndex(at: Month): number {
  return Number(at.slice(0, 4)) * 12 + Number(at.slice(5, 7));
}

/**
 * The month with this index (see `monthIndex`).
 *
 * @throws RangeError if it is not a whole number or lies outside the years of a `Month`
 */
export function monthFromIndex(index: number): Month {
  const year = Math.floor((index - 1) / 12);
  return month(`${year}-${String(index - year * 12).padStart(2, '0')}`);
}

/**
 * The month `count` months later, or earlier if negative.
 *
 * @throws RangeError if it lies outside the years of a `Month`
 */
export function addMonthsTo(at: Month, count: number): Month {
  return monthFromIndex(monthIndex(at) + count);
}

/** Months from the first to the second: 1 from January to February, negative backwards. */
export function monthsBetween(from: Month, to: Month): number {
  return monthIndex(to) - monthIndex(from);
}

/** Every month from the first to the last, both included; none if the last is before the first. */
export function monthsThrough(first: Month, last: Month): Month[] {
  const from = monthIndex(first);
  return Array.from({ length: Math.max(0, monthIndex(last) - from + 1) }, (_, n) => monthFromIndex(from + n));
}

/** The first day of a month. */
export function firstDay(at: Month): Day {
  return `${at}-01` as Day;
}

/** The last day of a month, which still belongs to it. */
export function lastDay(at: Month): Day {
  return `${at}-${daysInMonth(Number(at.slice(0, 4)), Number(at.slice(5, 7)))}` as Day;
}
