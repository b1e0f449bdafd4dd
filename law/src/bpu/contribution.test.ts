import {
  type Month,
  month,
  monthFromIndex,
  monthIndex,
  percent,
  type Rupiah,
  rupiah,
  sum,
} from '@payung/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type BpuProgramme,
  bpuAmounts,
  bpuBand,
  bpuContribution,
  bpuContributionOverMonths,
  bpuTerms,
  type Payer,
  type Sector,
} from '../index.ts';

const withoutJht: readonly BpuProgramme[] = ['JKK', 'JKM'];
const all: readonly BpuProgramme[] = ['JKK', 'JKM', 'JHT'];

describe('one month, lowest band', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    // case                                               month      sector       payer         total
    ['first month of the programme',                     '2015-07', 'other',     'self',        16_800],
    ['month before the Covid relief',                    '2020-07', 'other',     'self',        16_800],
    ['first Covid month: 100 + 68',                      '2020-08', 'other',     'self',           168],
    ['last Covid month',                                 '2021-01', 'other',     'self',           168],
    ['month after the Covid relief',                     '2021-02', 'other',     'self',        16_800],
    ['Covid relief knows no sector',                     '2020-08', 'transport', 'self',           168],
    ['transport: month before PP 50/2025',               '2025-12', 'transport', 'self',        16_800],
    ['transport: first month',                           '2026-01', 'transport', 'self',         8_400],
    ['transport: last month',                            '2027-03', 'transport', 'self',         8_400],
    ['transport: month after',                           '2027-04', 'transport', 'self',        16_800],
    ['other sectors: month before PP 50/2025',           '2026-03', 'other',     'self',        16_800],
    ['other sectors: first month',                       '2026-04', 'other',     'self',         8_400],
    ['other sectors: last month',                        '2026-12', 'other',     'self',         8_400],
    ['other sectors: month after',                       '2027-01', 'other',     'self',        16_800],
    ['a private sponsor has the relief',                 '2026-04', 'other',     'other',        8_400],
    ['a private sponsor of a driver too',                '2026-01', 'transport', 'other',        8_400],
    ['government has none, other sectors, first month',  '2026-04', 'other',     'government',  16_800],
    ['government has none, other sectors, last month',   '2026-12', 'other',     'government',  16_800],
    ['government has none, transport, first month',      '2026-01', 'transport', 'government',  16_800],
    ['government has none, transport, last month',       '2027-03', 'transport', 'government',  16_800],
  ] as const)('%s: %s %s %s pays %d', (_, at, sector, payer, total) => {
    const input = { income: rupiah(1_000_000), month: month(at), sector, payer, programmes: withoutJht };
    expect(bpuContribution(input).value.total).toBe(total);
  });
});

describe('programmes and bases', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    // case                                      income       month      JKK      JKM    JHT      total
    ['no relief: 10,000 + 6,800 + 20,000',      1_000_000,   '2025-06',  10_000,  6_800,  20_000,  36_800],
    ['relief leaves JHT alone',                 1_000_000,   '2026-05',   5_000,  3_400,  20_000,  28_400],
    ['Covid relief leaves JHT alone',           1_000_000,   '2020-08',     100,     68,  20_000,  20_168],
    ['a base with odd thousands, halved',       2_700_000,   '2026-05',  14_750,  3_400,  59_000,  77_150],
    ['the top band caps',                     500_000_000,   '2025-06', 207_000,  6_800, 414_000, 627_800],
  ] as const)('%s', (_, income, at, JKK, JKM, JHT, total) => {
    const input = { income: rupiah(income), month: month(at), sector: 'other', payer: 'self' } as const;
    expect(bpuContribution({ ...input, programmes: all }).value).toMatchObject({ JKK, JKM, JHT, total });
    const pair = bpuContribution({ ...input, programmes: withoutJht }).value;
    expect(pair).toMatchObject({ JKK, JKM, total: total - JHT });
    expect('JHT' in pair).toBe(false);
  });

  test.each([[['JKK']], [['JKM', 'JHT']], [[]]] as const)('%j is no pair of JKK and JKM', (programmes) => {
    const input = { income: rupiah(0), month: month('2025-06'), sector: 'other', payer: 'self' } as const;
    expect(() => bpuContribution({ ...input, programmes })).toThrow(
      expect.objectContaining({ code: 'input.combination', path: 'programmes' }),
    );
  });
});

describe('the formula alone', () => {
  const terms = { jkkRate: percent('1'), jkmAmount: rupiah(6_800), charged: percent('50') };

  // biome-ignore format: aligned table of cases
  test.each([
    // case                                              base  JKK
    ['0.5 rupiah after both factors goes up',             100,   1],
    ['0.495 goes down: 1 % alone would have made it 1',    99,   0],
    ['1.5 goes up',                                       300,   2],
  ])('JKK is rounded once: %s', (_, base, JKK) => {
    expect(bpuAmounts(rupiah(base), terms)).toMatchObject({ JKK });
  });

  test('the total adds the rounded amounts', () => {
    // 0.5 → 1, 3.5 → 4
    expect(bpuAmounts(rupiah(100), { ...terms, jkmAmount: rupiah(7) })).toEqual({ JKK: 1, JKM: 4, total: 5 });
  });
});

describe('for any member and month', () => {
  const sector = fc.constantFrom<Sector>('transport', 'other');
  const payer = fc.constantFrom<Payer>('self', 'government', 'other');
  const months = fc
    .integer({ min: monthIndex(month('2015-07')), max: monthIndex(month('2028-12')) })
    .map(monthFromIndex);
  const incomes = fc.nat({ max: 30_000_000 }).map(rupiah);
  const member = fc.record({ month: months, sector, payer, programmes: fc.constantFrom(withoutJht, all) });
  const total = (income: Rupiah, conditions: { month: Month; sector: Sector; payer: Payer }) =>
    bpuContribution({ income, programmes: all, ...conditions }).value.total;

  test('the parts sum to the total', () => {
    fc.assert(
      fc.property(member, incomes, (conditions, income) => {
        const { JKK, JKM, JHT, total } = bpuContribution({ income, ...conditions }).value;
        expect(sum([JKK, JKM, JHT ?? rupiah(0)])).toBe(total);
      }),
    );
  });

  test('a relief never raises what is paid: government, which has no PP 50/2025 relief, never pays less', () => {
    fc.assert(
      fc.property(member, incomes, (conditions, income) => {
        const { JKK, JKM } = bpuContribution({ income, ...conditions }).value;
        const full = bpuContribution({ income, ...conditions, payer: 'government' }).value;
        const unrelieved = bpuContribution({ income, ...conditions, month: month('2025-06') }).value;
        expect(JKK <= full.JKK && JKM <= full.JKM).toBe(true);
        expect(JKK <= unrelieved.JKK && JKM <= unrelieved.JKM).toBe(true);
      }),
    );
  });

  test('a higher income never pays less', () => {
    fc.assert(
      fc.property(member, incomes, incomes, (conditions, a, b) => {
        const [low, high] = a <= b ? [a, b] : [b, a];
        expect(total(low, conditions)).toBeLessThanOrEqual(total(high, conditions));
      }),
    );
  });

  test('months together are the sum of the months', () => {
    const length = fc.integer({ min: 1, max: 15 });
    fc.assert(
      fc.property(member, incomes, length, ({ month: from, ...conditions }, income, count) => {
        const each = Array.from({ length: count }, (_, n) => monthFromIndex(monthIndex(from) + n));
        const to = each.at(-1) ?? from;
        const together = bpuContributionOverMonths({ income, ...conditions, months: { from, to } }).value;
        const single = each.map((at) => bpuContribution({ income, ...conditions, month: at }).value);
        expect(together).toEqual({
          band: single[0]?.band,
          base: single[0]?.base,
          monthsCount: count,
          JKK: sum(single.map(({ JKK }) => JKK)),
          JKM: sum(single.map(({ JKM }) => JKM)),
          ...(conditions.programmes === all && { JHT: sum(single.map(({ JHT }) => JHT ?? rupiah(0))) }),
          total: sum(single.map(({ total }) => total)),
        });
      }),
    );
  });

  test('a bill that reads the terms once agrees with the explained contribution', () => {
    fc.assert(
      fc.property(member, incomes, (conditions, income) => {
        const { base } = bpuBand(income, conditions.month);
        expect(bpuContribution({ income, ...conditions }).value).toMatchObject(
          bpuAmounts(base, bpuTerms(conditions)),
        );
      }),
    );
  });
});
