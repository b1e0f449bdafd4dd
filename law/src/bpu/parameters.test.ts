import { month, rupiah } from '@payung/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bpuBand, bpuParameters, periodOn } from '../index.ts';
import { covidCharge, otherSectorCharge, transportCharge } from './parameters.ts';

// The printed table (PP 44/2015 Lampiran II; PP 46/2015 Lampiran), in thousands of rupiah.
// biome-ignore format: aligned table of cases
const printed: readonly (readonly [band: number, from: number, to: number | undefined, base: number])[] = [
  [1,      0,  1_099,  1_000], [12,  3_700,  4_199,  3_950], [23, 10_200, 11_199,    10_700],
  [2,  1_100,  1_299,  1_200], [13,  4_200,  4_699,  4_450], [24, 11_200, 12_199,    11_700],
  [3,  1_300,  1_499,  1_400], [14,  4_700,  5_199,  4_950], [25, 12_200, 13_199,    12_700],
  [4,  1_500,  1_699,  1_600], [15,  5_200,  5_699,  5_450], [26, 13_200, 14_199,    13_700],
  [5,  1_700,  1_899,  1_800], [16,  5_700,  6_199,  5_950], [27, 14_200, 15_199,    14_700],
  [6,  1_900,  2_099,  2_000], [17,  6_200,  6_699,  6_450], [28, 15_200, 16_199,    15_700],
  [7,  2_100,  2_299,  2_200], [18,  6_700,  7_199,  6_950], [29, 16_200, 17_199,    16_700],
  [8,  2_300,  2_499,  2_400], [19,  7_200,  7_699,  7_450], [30, 17_200, 18_199,    17_700],
  [9,  2_500,  2_699,  2_600], [20,  7_700,  8_199,  7_950], [31, 18_200, 19_199,    18_700],
  [10, 2_700,  3_199,  2_950], [21,  8_200,  9_199,  8_700], [32, 19_200, 20_199,    19_700],
  [11, 3_200,  3_699,  3_450], [22,  9_200, 10_199,  9_700], [33, 20_200, undefined, 20_700],
];

const june = month('2025-06');

describe('income bands', () => {
  test('the printed table has 33 rows', () => {
    expect(printed.map(([band]) => band).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 33 }, (_, n) => n + 1),
    );
  });

  test.each(printed)('band %d, from %d to %s thousand, base %d thousand', (band, from, to, base) => {
    const expected = { band, base: base * 1_000 };
    expect(bpuBand(rupiah(from * 1_000), june)).toMatchObject(expected);
    if (to === undefined) {
      expect(bpuBand(rupiah(Number.MAX_SAFE_INTEGER), june)).toMatchObject({ ...expected, below: null });
    } else {
      expect(bpuBand(rupiah(to * 1_000), june)).toMatchObject(expected);
      // The Rp 999 that the table leaves open belong to the lower row.
      expect(bpuBand(rupiah(to * 1_000 + 999), june)).toMatchObject(expected);
      expect(bpuBand(rupiah(to * 1_000 + 1_000), june)).toMatchObject({ band: band + 1 });
    }
  });

  test('an income lies in its band, and the base does too except in the open top band', () => {
    fc.assert(
      fc.property(fc.nat({ max: 30_000_000 }).map(rupiah), (income) => {
        const { from, below, base } = bpuBand(income, june);
        expect(from <= income && (below === null || income < below)).toBe(true);
        expect(from < base && (below === null || base < below)).toBe(true);
      }),
    );
  });

  test('a negative income has no band, and before July 2015 there are none', () => {
    expect(() => bpuBand(rupiah(-1), june)).toThrow(
      expect.objectContaining({ code: 'input.range', path: 'income' }),
    );
    expect(() => bpuBand(rupiah(0), month('2015-06'))).toThrow(
      expect.objectContaining({ code: 'date.outOfRange', path: 'month' }),
    );
    expect(bpuBand(rupiah(0), month('2015-07')).band).toBe(1);
  });
});

describe('dates', () => {
  test('every change is on the first of a month, so that a month has one law', () => {
    const changes = bpuParameters.flatMap(({ periods }) =>
      periods.flatMap(({ during }) => [during.from, during.until]),
    );
    const inside = changes.filter((change) => change !== undefined && !change.endsWith('-01'));
    expect(changes).toHaveLength(14);
    expect(inside).toEqual([]);
  });

  test('the Covid relief shares no day with PP 50/2025', () => {
    for (const relief of [transportCharge, otherSectorCharge]) {
      for (const { during } of relief.periods) expect(periodOn(covidCharge, during.from)).toBeUndefined();
      for (const { during } of covidCharge.periods) expect(periodOn(relief, during.from)).toBeUndefined();
    }
  });

  test('each value names its regulation, and what is read or heard names its page', () => {
    for (const { periods } of bpuParameters) {
      for (const { source } of periods) {
        expect(source.law).toMatch(/^PP \d+\/\d{4}$/);
        expect(source.page !== undefined).toBe(source.confidence !== 'known');
      }
    }
  });
});
