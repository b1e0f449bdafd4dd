import { formatCount } from '@payung/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countTyped, moneyKept, moneyText, moneyTyped, percentTyped } from './money.ts';

describe('money as it is typed', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    // typed                 is
    ['1500000',              1_500_000],
    ['1.500.000',            1_500_000],
    ['Rp 1.500.000',         1_500_000],
    ['Rp1.500.000,00',       1_500_000],
    ['rp. 1.500.000',        1_500_000],
    ['1,500,000',            1_500_000],
    ['1.500.000,-',          1_500_000],
    ['  750.000 ',             750_000],
    ['1,5 juta',             1_500_000],
    ['1.5 jt',               1_500_000],
    ['750 ribu',               750_000],
    ['750rb',                  750_000],
    ['1,25 miliar',      1_250_000_000],
    ['0',                            0],
    ['-500.000',              -500_000],
    ['Rp -500.000',           -500_000],
    ['',                     undefined],
    ['   ',                  undefined],
    ['1.5',                      '1.5'],
    ['1.50.000',            '1.50.000'],
    ['1.500,000',          '1.500,000'],
    ['1.500 juta',        '1.500 juta'],
    ['1,23456789 juta', '1,23456789 juta'],
    ['2 ekor kambing', '2 ekor kambing'],
    ['99999999999999999', '99999999999999999'],
  ] as const)('%s', (typed, amount) => {
    expect(moneyTyped(typed)).toBe(amount);
  });

  test('every amount is read back as it is written, in either grouping and with Rp', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (amount) => {
        expect(moneyTyped(formatCount(amount, 'id'))).toBe(amount);
        expect(moneyTyped(`Rp ${formatCount(amount, 'en')}`)).toBe(amount);
        expect(moneyTyped(moneyKept(moneyText(String(amount))))).toBe(amount);
      }),
    );
  });

  test('what is no amount stays as it was typed', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        if (typeof moneyTyped(typed) === 'number') return;
        expect(moneyText(typed)).toBe(typed);
        expect(moneyKept(typed)).toBe(typed.trim());
      }),
    );
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['36',   36],
    [' 6 ',   6],
    ['-1',   -1],
    ['3,5', '3,5'],
    ['',    undefined],
  ] as const)('a count: %s', (typed, count) => {
    expect(countTyped(typed)).toBe(count);
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['11',    '11'],
    ['11 %',  '11'],
    ['1,57',  '1.57'],
    ['1.57',  '1.57'],
    ['a',     'a'],
    ['',      undefined],
  ] as const)('a percentage: %s', (typed, rate) => {
    expect(percentTyped(typed)).toBe(rate);
  });
});
