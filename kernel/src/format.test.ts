import { expect, test } from 'vitest';
import {
  day,
  formatCount,
  formatDay,
  formatMonth,
  formatRate,
  formatRupiah,
  month,
  percent,
  rupiah,
} from './index.ts';

test.each([
  [0, 'Rp 0'],
  [999, 'Rp 999'],
  [16_800, 'Rp 16.800'],
  [1_000_000, 'Rp 1.000.000'],
  [-201_600, '-Rp 201.600'],
  [Number.MAX_SAFE_INTEGER, 'Rp 9.007.199.254.740.991'],
])('%d rupiah is %s', (amount, text) => {
  expect(formatRupiah(rupiah(amount))).toBe(text);
});

test.each([
  [0, '0', '0'],
  [999, '999', '999'],
  [1_054_194, '1.054.194', '1,054,194'],
  [-1_000, '-1.000', '-1,000'],
])('%d is %s in Indonesian and %s in English', (count, id, en) => {
  expect(formatCount(count, 'id')).toBe(id);
  expect(formatCount(count, 'en')).toBe(en);
});

test('a fraction is not a count', () => {
  expect(() => formatCount(0.5, 'id')).toThrow(RangeError);
});

test.each([
  ['0.24', '0,24%', '0.24%'],
  ['50', '50%', '50%'],
  ['0.0001', '0,0001%', '0.0001%'],
])('%s per cent is %s in Indonesian and %s in English', (rate, id, en) => {
  expect(formatRate(percent(rate), 'id')).toBe(id);
  expect(formatRate(percent(rate), 'en')).toBe(en);
});

test.each([
  ['2026-08-17', '17 Agustus 2026', '17 August 2026'],
  ['2026-01-01', '1 Januari 2026', '1 January 2026'],
  ['2025-12-31', '31 Desember 2025', '31 December 2025'],
])('%s is %s in Indonesian and %s in English', (date, id, en) => {
  expect(formatDay(day(date), 'id')).toBe(id);
  expect(formatDay(day(date), 'en')).toBe(en);
});

test('each month has its own name', () => {
  const names = (language: 'id' | 'en') =>
    Array.from({ length: 12 }, (_, n) =>
      formatMonth(month(`2026-${String(n + 1).padStart(2, '0')}`), language).replace(' 2026', ''),
    ).join(' ');
  expect(names('id')).toBe(
    'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember',
  );
  expect(names('en')).toBe(
    'January February March April May June July August September October November December',
  );
});
