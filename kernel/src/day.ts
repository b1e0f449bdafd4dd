import type { Brand } from './brand.ts';

/**
 * A civil date `YYYY-MM-DD` that exists, in the years 1900 to 2200. Days order with `<` and `>`, also in a database.
 * It has no time and no zone: which day it is now is known elsewhere.
 */
export type Day = Brand<string, 'Day'>;

/** The earliest and latest year of a `Day` or `Month`: every living person's birth, every projection we make. */
export const YEARS = { first: 1900, last: 2200 } as const;

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Reads `YYYY-MM-DD`; undefined if the text has another form, the date does not exist or the year is out of range. */
export function parseDay(text: string): Day | undefined {
  const match = DAY.exec(text);
  if (match === null) return undefined;
  return dayFromParts(Number(match[1]), Number(match[2]), Number(match[3]));
}

/**
 * A day from text that is known to be one.
 *
 * @throws RangeError where `parseDay` answers undefined
 */
export function day(text: string): Day {
  return known(parseDay(text), text);
}

/** The day of a year, month (1–12) and day of the month; undefined if there is none or the year is out of range. */
export function dayFromParts(year: number, month: number, dayOfMonth: number): Day | undefined {
  if (!Number.isInteger(year) || year < YEARS.first || year > YEARS.last) return undefined;
  if (!Number.isInteger(month) || month < 1 || month > 12) return undefined;
  if (!Number.isInteger(dayOfMonth) || dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month))
    return undefined;
  return `${year}-${twoDigits(month)}-${twoDigits(dayOfMonth)}` as Day;
}

/** Year, month (1–12) and day of the month. */
export function partsOf(date: Day): { year: number; month: number; dayOfMonth: number } {
  return {
    year: Number(date.slice(0, 4)),
    month: Number(date.slice(5, 7)),
    dayOfMonth: Number(date.slice(8, 10)),
  };
}

/** Number of days in a month (1–12) of the Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)) return 29;
  return LENGTHS[month - 1] ?? 0;
}

/**
 * The day `count` days later, or earlier if negative.
 *
 * @throws RangeError if it lies outside the years of a `Day`
 */
export function addDays(date: Day, count: number): Day {
  return dayFromNumber(dayNumber(date) + count);
}

/**
 * The same day `count` months later, or earlier if negative; the last day of a shorter month (31 January + 1 = 28 February).
 *
 * @throws RangeError if it lies outside the years of a `Day`
 */
export function addMonths(date: Day, count: number): Day {
  const { year, month, dayOfMonth } = partsOf(date);
  const months = year * 12 + (month - 1) + count;
  const toYear = Math.floor(months / 12);
  const toMonth = months - toYear * 12 + 1;
  const clamped = Math.min(dayOfMonth, daysInMonth(toYear, toMonth));
  return known(dayFromParts(toYear, toMonth, clamped), `${date} + ${count} months`);
}

/**
 * The same day `count` years later, or earlier if negative; 29 February becomes the 28th in a common year.
 *
 * @throws RangeError if it lies outside the years of a `Day`
 */
export function addYears(date: Day, count: number): Day {
  return addMonths(date, count * 12);
}

/** Days from the first date to the second: 1 from today to tomorrow, negative backwards. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/**
 * Age in completed years; it changes on the birthday itself (28 February in a common year for one born on the 29th).
 * Negative before birth: the caller decides whether that is an error in the data.
 */
export function ageOn(birth: Day, on: Day): number {
  const born = partsOf(birth);
  const then = partsOf(on);
  const birthday = Math.min(born.dayOfMonth, daysInMonth(then.year, born.month));
  const reached = then.month > born.month || (then.month === born.month && then.dayOfMonth >= birthday);
  return then.year - born.year - (reached ? 0 : 1);
}

/** Day of the week, Monday 1 to Sunday 7. */
export function weekdayOf(date: Day): number {
  // Day 0 was a Thursday.
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

/** Days since 1970-01-01, negative before: a day as a number, for columns of many days. */
export function dayNumber(date: Day): number {
  // Years counted from March put the leap day last, so that month lengths repeat every five months (153 days).
  const { year, month, dayOfMonth } = partsOf(date);
  const marchYear = month > 2 ? year : year - 1;
  const marchMonth = month > 2 ? month - 3 : month + 9;
  const dayOfYear = Math.floor((153 * marchMonth + 2) / 5) + dayOfMonth - 1;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return marchYear * 365 + leapDays + dayOfYear - EPOCH;
}

/**
 * The day with this number (see `dayNumber`).
 *
 * @throws RangeError if it is not a whole number or lies outside the years of a `Day`
 */
export function dayFromNumber(number: number): Day {
  const count = number + EPOCH;
  const era = Math.floor(count / DAYS_PER_400_YEARS);
  const dayOfEra = count - era * DAYS_PER_400_YEARS;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1_460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / (DAYS_PER_400_YEARS - 1))) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0);
  return known(dayFromParts(year, month, dayOfMonth), `day ${number}`);
}

// Days from 0000-03-01 to 1970-01-01.
const EPOCH = 719_468;
const DAYS_PER_400_YEARS = 146_097;

function known(date: Day | undefined, described: string): Day {
  if (date === undefined)
    throw new RangeError(`not a day between ${YEARS.first} and ${YEARS.last}: ${described}`);
  return date;
}

function twoDigits(number: number): string {
  return number < 10 ? `0${number}` : String(number);
}
