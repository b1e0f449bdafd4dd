/// <reference lib="esnext.temporal" />
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addMonthsTo,
  day,
  firstDay,
  lastDay,
  month,
  monthFromIndex,
  monthIndex,
  monthOf,
  monthsBetween,
  monthsThrough,
  parseMonth,
} from './index.ts';

const indexes = fc.integer({ min: 1900 * 12 + 1, max: 2200 * 12 + 12 });
const months = indexes.map(monthFromIndex);

test.each(['1900-01', '2026-11', '2200-12'])('%s is a month', (text) => {
  expect(parseMonth(text)).toBe(text);
});

test.each([
  '1899-12',
  '2201-01',
  '2026-00',
  '2026-13',
  '2026-1',
  '2026-11-01',
  '2026/11',
  '11-2026',
  '2026-11\n',
  '',
])('"%s" is not a month', (text) => {
  expect(parseMonth(text)).toBeUndefined();
  expect(() => month(text)).toThrow(RangeError);
});

test.each([
  ['2026-01', 24_313],
  ['2026-12', 24_324],
  ['1900-01', 22_801],
  ['2200-12', 26_412],
])('%s has the index %d, and back', (text, index) => {
  expect(monthIndex(month(text))).toBe(index);
  expect(monthFromIndex(index)).toBe(text);
});

test.each([22_800, 26_413, 24_313.5])('there is no month with the index %d', (index) => {
  expect(() => monthFromIndex(index)).toThrow(RangeError);
});

test('adding, distance and the first and last day agree with Temporal', () => {
  fc.assert(
    fc.property(months, months, (a, b) => {
      const [from, to] = [Temporal.PlainYearMonth.from(a), Temporal.PlainYearMonth.from(b)];
      const distance = from.until(to, { largestUnit: 'months' }).months;
      expect(monthsBetween(a, b)).toBe(distance);
      expect(addMonthsTo(a, distance)).toBe(b);
      expect(firstDay(a)).toBe(from.toPlainDate({ day: 1 }).toString());
      expect(lastDay(a)).toBe(from.toPlainDate({ day: from.daysInMonth }).toString());
      expect(a < b).toBe(Temporal.PlainYearMonth.compare(from, to) < 0);
    }),
  );
});

test('a day belongs to the month whose first and last day enclose it', () => {
  expect(monthOf(day('2026-11-30'))).toBe('2026-11');
  expect(monthOf(day('2026-12-01'))).toBe('2026-12');
});

test.each([
  ['2026-11', '2027-02', ['2026-11', '2026-12', '2027-01', '2027-02']],
  ['2026-11', '2026-11', ['2026-11']],
  ['2026-11', '2026-10', []],
])('the months from %s through %s', (first, last, all) => {
  expect(monthsThrough(month(first), month(last))).toEqual(all);
});
