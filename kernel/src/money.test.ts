import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { greater, lesser, type Rupiah, rupiah, sum } from './index.ts';

describe('rupiah', () => {
  test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, -(2 ** 53)])(
    '%d is not an amount',
    (amount) => {
      expect(() => rupiah(amount)).toThrow(RangeError);
    },
  );

  test.each([0, 1, -16_800, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER])(
    '%d is an amount',
    (amount) => {
      expect(rupiah(amount)).toBe(amount);
    },
  );

  test('minus zero becomes zero', () => {
    expect(Object.is(rupiah(-0), 0)).toBe(true);
  });
});

describe('sum', () => {
  test('nothing is Rp 0', () => {
    expect(sum([])).toBe(0);
  });

  test('takes any iterable, corrections included', () => {
    expect(sum(new Set([rupiah(10_000), rupiah(6_800), rupiah(-800)]))).toBe(16_000);
  });

  test('a partial sum outside the safe range is refused, even when later amounts would bring it back', () => {
    const most = rupiah(Number.MAX_SAFE_INTEGER);
    expect(() => sum([most, rupiah(2), rupiah(-2)])).toThrow(RangeError);
  });
});

test('lesser and greater are one of the two, in order', () => {
  const amount = fc.maxSafeInteger().map(rupiah);
  fc.assert(
    fc.property(amount, amount, (a: Rupiah, b: Rupiah) => {
      expect([lesser(a, b), greater(a, b)]).toEqual([a, b].sort((x, y) => x - y));
    }),
  );
});
