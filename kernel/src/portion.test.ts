import fc from 'fast-check';
import { expect, test } from 'vitest';
import { multiplyRatios, percent, portion, productOf, ratio, ratioOf, roundRatio } from './index.ts';

// biome-ignore format: aligned table of cases
test.each([
  // case                                       amount                     numerator    denominator  result
  ['nothing',                                  0,                         3,            2_500,       0],
  ['just under half',                          416,                       3,            2_500,       0],
  ['exactly half goes up',                     1_250,                     1,            2_500,       1],
  ['exactly half of a negative goes up too',  -1_250,                     1,            2_500,       0],
  ['more than half of a negative',            -1_251,                     1,            2_500,      -1],
  ['the last product that is still a number',  9_007_199_254,             1,            1_000_000,   9_007],
  ['beyond it, exact all the same',            9_007_199_254_740_991,     999_999,      1_000_000,   9_007_190_247_541_736],
  ['the largest amount in full',               Number.MAX_SAFE_INTEGER,   1,            1,           Number.MAX_SAFE_INTEGER],
] as const)('%s', (_, amount, numerator, denominator, result) => {
  expect(portion(amount, numerator, denominator)).toBe(result);
});

test('agrees with exact fractions, whatever the size', () => {
  const amount = fc.oneof(
    fc.integer({ min: -20_000_000_000, max: 20_000_000_000 }),
    fc.maxSafeInteger(),
    // Around the border between numbers and BigInt for the fraction below.
    fc.integer({ min: -1_000, max: 1_000 }).map((n) => 4_503_599_627 + n),
  );
  const part = fc.integer({ min: 0, max: 1_000_000 });
  fc.assert(
    fc.property(amount, part, (whole, numerator) => {
      const exact = roundRatio(multiplyRatios(ratio(whole), ratio(numerator, 1_000_000)), 'halfUp');
      expect(portion(whole, numerator, 1_000_000)).toBe(exact);
    }),
    { numRuns: 2_000 },
  );
});

test('a product of rates is exact and reduced', () => {
  expect(productOf()).toEqual({ numerator: 1, denominator: 1 });
  expect(productOf(percent('0.24'), percent('50'))).toEqual({ numerator: 3, denominator: 2_500 });
  expect(productOf(percent('0'), percent('50'))).toEqual({ numerator: 0, denominator: 1 });
  const rate = fc.integer({ min: 0, max: 1_000_000 }).map((n) => percent((n / 10_000).toFixed(4)));
  fc.assert(
    fc.property(rate, rate, (a, b) => {
      const { numerator, denominator } = productOf(a, b);
      const exact = multiplyRatios(ratioOf(a), ratioOf(b));
      expect(BigInt(numerator) * exact.denominator).toBe(exact.numerator * BigInt(denominator));
    }),
  );
});

test('a product too fine for safe integers is refused', () => {
  const fine = percent('0.0001');
  expect(() => productOf(fine, fine, fine)).toThrow(RangeError);
});
