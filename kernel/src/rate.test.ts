import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { percent, percentText, type Rate, type Rounding, rupiah, share } from './index.ts';

describe('percent', () => {
  test.each([
    ['0', 0],
    ['0.24', 2_400],
    ['1.57', 15_700],
    ['0.0001', 1],
    ['2', 20_000],
    ['2.50', 25_000],
    ['100000', 1_000_000_000],
  ])('%s %% is %d parts per million', (text, parts) => {
    expect(percent(text)).toBe(parts);
  });

  test.each(['', '-1', '+1', '0,24', '.5', '1.', '0.00001', '100000.0001', '1e2', ' 1', '1 %'])(
    '"%s" is refused',
    (text) => {
      expect(() => percent(text)).toThrow(RangeError);
    },
  );

  test('percentText is its inverse', () => {
    fc.assert(
      fc.property(rates, (rate) => {
        expect(percent(percentText(rate))).toBe(rate);
        expect(percentText(rate)).not.toMatch(/\.$|\.\d*0$/);
      }),
    );
  });
});

describe('share', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    // case                                        amount      rate     rounding  result
    ['exact in any rounding',                    2_950_000,   '1',      'up',     29_500],
    ['half a rupiah goes up',                           50,   '1',      'halfUp',      1],
    ['just below half goes down',                       49,   '1',      'halfUp',      0],
    ['down drops the fraction',                         99,   '1',      'down',        0],
    ['up counts any fraction',                           1,   '0.0001', 'up',          1],
    ['a negative half goes up, towards zero',          -50,   '1',      'halfUp',      0],
    ['below a negative half goes down',                -51,   '1',      'halfUp',     -1],
    ['down is the lower number',                        -1,   '1',      'down',       -1],
    ['up is the higher number',                        -99,   '1',      'up',          0],
  ] as const)('%s', (_, amount, rate, rounding, result) => {
    expect(share(rupiah(amount), percent(rate), rounding)).toBe(result);
  });

  test('equals BigInt arithmetic for every safe amount, or refuses what is not a safe amount', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger().map(rupiah), rates, roundings, (amount, rate, rounding) => {
        const exact = oracle(BigInt(amount), BigInt(rate), rounding);
        if (exact > Number.MAX_SAFE_INTEGER || exact < Number.MIN_SAFE_INTEGER) {
          expect(() => share(amount, rate, rounding)).toThrow(RangeError);
        } else {
          expect(share(amount, rate, rounding)).toBe(Number(exact));
        }
      }),
      { numRuns: 20_000 },
    );
  });

  test('equals BigInt arithmetic at the halves, where a rounding error would show', () => {
    // rate 500,000 ppm × odd amounts is always exactly a half.
    fc.assert(
      fc.property(fc.integer({ min: -(2 ** 51), max: 2 ** 51 }), roundings, (half, rounding) => {
        const amount = half * 2 + 1;
        expect(share(rupiah(amount), percent('50'), rounding)).toBe(
          Number(oracle(BigInt(amount), 500_000n, rounding)),
        );
      }),
    );
  });
});

const rates = fc
  .oneof(fc.integer({ min: 0, max: 1_000_000 }), fc.integer({ min: 0, max: 1_000_000_000 }))
  .map((parts) => parts as Rate);

const roundings = fc.constantFrom<Rounding>('down', 'up', 'halfUp');

function oracle(amount: bigint, rate: bigint, rounding: Rounding): bigint {
  const product = amount * rate;
  const floor = (n: bigint) => (n - (((n % 1_000_000n) + 1_000_000n) % 1_000_000n)) / 1_000_000n;
  if (rounding === 'down') return floor(product);
  if (rounding === 'up') return floor(product + 999_999n);
  return floor(product + 500_000n);
}
