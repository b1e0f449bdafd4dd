import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addRatios,
  divideRatios,
  multiplyRatios,
  percent,
  type Rate,
  type Rounding,
  ratio,
  ratioOf,
  roundRatio,
  rupiah,
  share,
} from './index.ts';

describe('a chain is rounded once', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    // case                                          chain                                                                       down   half up  up
    ['50 × 1 % × 50 % = 0.25',                      multiplyRatios(ratio(50), ratioOf(percent('1')), ratioOf(percent('50'))),      0,      0,     1],
    ['100 × 1 % × 50 % = 0.5 exactly',              multiplyRatios(ratio(100), ratioOf(percent('1')), ratioOf(percent('50'))),     0,      1,     1],
    ['1/3 + 1/3 + 1/3 = 1 exactly',                 addRatios(ratio(1, 3), ratio(1, 3), ratio(1, 3)),                              1,      1,     1],
    ['111 ÷ 1.11 = 100: a price without its tax',   divideRatios(ratio(111), addRatios(ratio(1), ratioOf(percent('11')))),       100,    100,   100],
    ['−1/2: half goes up, towards zero',            ratio(-1, 2),                                                                 -1,      0,     0],
    ['1/−2 is the same',                            ratio(1, -2),                                                                 -1,      0,     0],
    ['dividing by a negative keeps the sign right', divideRatios(ratio(3), ratio(-2)),                                            -2,     -1,    -1],
    ['the product of nothing is 1',                 multiplyRatios(),                                                              1,      1,     1],
    ['the sum of nothing is 0',                     addRatios(),                                                                   0,      0,     0],
  ] as const)('%s', (_, chain, down, halfUp, up) => {
    expect([roundRatio(chain, 'down'), roundRatio(chain, 'halfUp'), roundRatio(chain, 'up')]).toEqual([
      down,
      halfUp,
      up,
    ]);
  });

  test('one rate agrees with share, for every amount and rounding', () => {
    const rate = fc.integer({ min: 0, max: 1_000_000 }).map((parts) => parts as Rate);
    const rounding = fc.constantFrom<Rounding>('down', 'up', 'halfUp');
    fc.assert(
      fc.property(fc.maxSafeInteger().map(rupiah), rate, rounding, (amount, r, how) => {
        expect(roundRatio(multiplyRatios(ratio(amount), ratioOf(r)), how)).toBe(share(amount, r, how));
      }),
    );
  });
});

test.each([
  ['a denominator of 0', () => ratio(1, 0)],
  ['a fraction as numerator', () => ratio(0.5)],
  ['an unsafe denominator', () => ratio(1, 2 ** 53)],
  ['division by zero', () => divideRatios(ratio(1), ratio(0))],
  ['a result that is no safe amount', () => roundRatio(multiplyRatios(ratio(2 ** 52), ratio(2)), 'down')],
])('%s is refused', (_, act) => {
  expect(act).toThrow(RangeError);
});
