/// <reference lib="esnext.temporal" />
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  addYears,
  ageOn,
  type Day,
  day,
  dayFromNumber,
  dayFromParts,
  dayNumber,
  daysBetween,
  parseDay,
  partsOf,
  weekdayOf,
} from './index.ts';

const FIRST = Temporal.PlainDate.from('1900-01-01');
const LENGTH = FIRST.until('2200-12-31', { largestUnit: 'days' }).days;
const days = fc.integer({ min: 0, max: LENGTH }).map((n) => day(FIRST.add({ days: n }).toString()));
const plain = (date: Day) => Temporal.PlainDate.from(date);

/** What Temporal answers, or undefined where the result is outside the years of a Day. */
function expected(date: Temporal.PlainDate): string | undefined {
  return date.year >= 1900 && date.year <= 2200 ? date.toString() : undefined;
}

function orUndefined(act: () => Day): Day | undefined {
  try {
    return act();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

describe('reading', () => {
  test.each(['1900-01-01', '2200-12-31', '2024-02-29', '2000-02-29', '2026-04-30'])('%s is a day', (text) => {
    expect(parseDay(text)).toBe(text);
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['before the first year',     '1899-12-31'],
    ['after the last year',       '2201-01-01'],
    ['29 February, common year',  '2026-02-29'],
    ['29 February 2100',          '2100-02-29'],
    ['31 April',                  '2026-04-31'],
    ['month 0',                   '2026-00-10'],
    ['month 13',                  '2026-13-01'],
    ['day 0',                     '2026-01-00'],
    ['one digit',                 '2026-1-1'],
    ['a time behind it',          '2026-01-01T00:00'],
    ['a space before it',         ' 2026-01-01'],
    ['a line end behind it',      '2026-01-01\n'],
    ['other digits',              '٢٠٢٦-٠١-٠١'],
    ['nothing',                   ''],
  ])('%s is not a day', (_, text) => {
    expect(parseDay(text)).toBeUndefined();
    expect(() => day(text)).toThrow(RangeError);
  });

  test('parts and numbers lead back to the same day', () => {
    fc.assert(
      fc.property(days, (date) => {
        const { year, month, dayOfMonth } = partsOf(date);
        expect(dayFromParts(year, month, dayOfMonth)).toBe(date);
        expect(dayFromNumber(dayNumber(date))).toBe(date);
      }),
    );
  });

  test('parts that are not whole numbers are no day', () => {
    expect(dayFromParts(2026, 1.5, 1)).toBeUndefined();
    expect(dayFromParts(2026, 1, 1.5)).toBeUndefined();
    expect(dayFromParts(2026.5, 1, 1)).toBeUndefined();
  });

  test('every day from 1900 to 2200 follows the one before it', () => {
    let date = FIRST;
    const first = dayNumber(day('1900-01-01'));
    for (let n = 0; n <= LENGTH; n++, date = date.add({ days: 1 })) {
      if (dayFromNumber(first + n) !== date.toString())
        expect(dayFromNumber(first + n)).toBe(date.toString());
    }
    expect(() => dayFromNumber(first - 1)).toThrow(RangeError);
    expect(() => dayFromNumber(first + LENGTH + 1)).toThrow(RangeError);
    expect(dayNumber(day('1970-01-01'))).toBe(0);
  });
});

describe('arithmetic agrees with Temporal', () => {
  test('days', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -200_000, max: 200_000 }), (date, n) => {
        expect(orUndefined(() => addDays(date, n))).toBe(expected(plain(date).add({ days: n })));
      }),
    );
  });

  test('months, clamped to the last day', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -4_000, max: 4_000 }), (date, n) => {
        expect(orUndefined(() => addMonths(date, n))).toBe(expected(plain(date).add({ months: n })));
      }),
    );
  });

  test('years, clamped to 28 February', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -300, max: 300 }), (date, n) => {
        expect(orUndefined(() => addYears(date, n))).toBe(expected(plain(date).add({ years: n })));
      }),
    );
  });

  test('distance and day of the week', () => {
    fc.assert(
      fc.property(days, days, (a, b) => {
        expect(daysBetween(a, b)).toBe(plain(a).until(plain(b), { largestUnit: 'days' }).days);
        expect(weekdayOf(a)).toBe(plain(a).dayOfWeek);
      }),
    );
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['2026-01-31',   1, '2026-02-28'],
    ['2024-01-31',   1, '2024-02-29'],
    ['2026-03-31',  -1, '2026-02-28'],
    ['2026-12-31',   2, '2027-02-28'],
    ['2024-02-29',  12, '2025-02-28'],
    ['2024-02-29', -48, '2020-02-29'],
  ])('%s and %d months is %s', (date, months, result) => {
    expect(addMonths(day(date), months)).toBe(result);
  });

  test('a count that is not whole is refused', () => {
    expect(() => addDays(day('2026-01-01'), 0.5)).toThrow(RangeError);
    expect(() => addMonths(day('2026-01-01'), 0.5)).toThrow(RangeError);
  });
});

describe('age', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    // case                                     birth         on            age
    ['the day before the birthday',            '1961-11-20', '2026-11-19',  64],
    ['the birthday itself',                    '1961-11-20', '2026-11-20',  65],
    ['the day of birth',                       '2026-11-20', '2026-11-20',   0],
    ['the day before birth is negative',       '2026-11-20', '2026-11-19',  -1],
    ['born 29 February: 27th, common year',    '2000-02-29', '2001-02-27',   0],
    ['born 29 February: 28th, common year',    '2000-02-29', '2001-02-28',   1],
    ['born 29 February: 28th, leap year',      '2000-02-29', '2004-02-28',   3],
    ['born 29 February: 29th, leap year',      '2000-02-29', '2004-02-29',   4],
  ])('%s', (_, birth, on, age) => {
    expect(ageOn(day(birth), day(on))).toBe(age);
  });

  test('is the largest number of years that, added to the birth, does not pass the day', () => {
    fc.assert(
      fc.property(days, days, (birth, on) => {
        const age = ageOn(birth, on);
        const at = (years: number) => Temporal.PlainDate.compare(plain(birth).add({ years }), plain(on));
        expect(at(age)).toBeLessThanOrEqual(0);
        expect(at(age + 1)).toBe(1);
      }),
    );
  });
});
