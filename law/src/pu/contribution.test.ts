import { type Month, month, monthFromIndex, monthIndex, rupiah } from '@payung/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type PuProgramme, puContribution } from './contribution.ts';
import type { RiskClass } from './parameters.ts';

const all: readonly PuProgramme[] = ['JKK', 'JKM', 'JHT', 'JP'];
const injury: readonly PuProgramme[] = ['JKK', 'JKM'];

describe('JKK by risk class', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    // class  in full   halved
    [1,        24_000,  12_000],
    [2,        54_000,  27_000],
    [3,        89_000,  44_500],
    [4,       127_000,  63_500],
    [5,       174_000,  87_000],
  ] as const)('class %d of Rp 10,000,000: %d, labour-intensive %d', (riskClass, full, halved) => {
    const at = (labourIntensive: boolean) =>
      puContribution({
        wage: rupiah(10_000_000),
        month: month('2025-06'),
        riskClass,
        programmes: ['JKK'],
        labourIntensive,
      }).value.JKK;
    expect([at(false), at(true)]).toEqual([full, halved]);
  });
});

describe('reliefs of JKK and JKM, class 3, Rp 10,000,000', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    // case                                              month      intensive  settled  JKK      JKM
    ['first month of the programmes',                   '2015-07',  false,     true,    89_000,  30_000],
    ['month before the Covid relief',                   '2020-07',  false,     true,    89_000,  30_000],
    ['first Covid month: 1 %',                          '2020-08',  false,     true,       890,     300],
    ['last Covid month',                                '2021-01',  false,     true,       890,     300],
    ['month after the Covid relief',                    '2021-02',  false,     true,    89_000,  30_000],
    ['first Covid month, in arrears',                   '2020-08',  false,     false,   89_000,  30_000],
    ['last Covid month, in arrears',                    '2021-01',  false,     false,   89_000,  30_000],
    ['labour-intensive: month before PP 7/2025',        '2025-01',  true,      true,    89_000,  30_000],
    ['labour-intensive: first month, JKM in full',      '2025-02',  true,      true,    44_500,  30_000],
    ['labour-intensive: last month of PP 7/2025',       '2025-07',  true,      true,    44_500,  30_000],
    ['labour-intensive: first month of PP 36/2025',     '2025-08',  true,      true,    44_500,  30_000],
    ['labour-intensive: last month',                    '2026-01',  true,      true,    44_500,  30_000],
    ['labour-intensive: month after',                   '2026-02',  true,      true,    89_000,  30_000],
    ['another employer: first month',                   '2025-02',  false,     true,    89_000,  30_000],
    ['another employer: last month',                    '2026-01',  false,     true,    89_000,  30_000],
    ['arrears of 2020 do not matter to PP 7/2025',      '2025-02',  true,      false,   44_500,  30_000],
    ['labour-intensive knows no Covid relief of its own', '2020-08', true,     true,       890,     300],
  ] as const)('%s', (_, at, labourIntensive, arrearsFree, JKK, JKM) => {
    const input = { wage: rupiah(10_000_000), month: month(at), riskClass: 3, programmes: injury } as const;
    expect(puContribution({ ...input, labourIntensive, arrearsFree }).value).toMatchObject({
      JKK,
      JKM,
      workerTotal: 0,
      employerTotal: JKK + JKM,
      total: JKK + JKM,
    });
  });
});

describe('JP counts the wage up to the cap of the month', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    // month before  cap          first month  cap
    ['2016-02',      7_000_000,   '2016-03',   7_335_300],
    ['2017-02',      7_335_300,   '2017-03',   7_703_500],
    ['2018-02',      7_703_500,   '2018-03',   8_094_000],
    ['2019-02',      8_094_000,   '2019-03',   8_512_400],
    ['2020-02',      8_512_400,   '2020-03',   8_939_700],
    ['2021-02',      8_939_700,   '2021-03',   8_754_600],
    ['2022-02',      8_754_600,   '2022-03',   9_077_600],
    ['2023-02',      9_077_600,   '2023-03',   9_559_600],
    ['2024-02',      9_559_600,   '2024-03',  10_042_300],
    ['2025-02',     10_042_300,   '2025-03',  10_547_400],
    ['2026-02',     10_547_400,   '2026-03',  11_086_300],
  ] as const)('%s: %d, %s: %d', (before, earlier, first, later) => {
    expect(pension(20_000_000, before).base).toBe(earlier);
    expect(pension(20_000_000, first).base).toBe(later);
  });

  // biome-ignore format: aligned table of cases
  test.each([
    // case                    wage         base         worker    employer
    ['one rupiah below',       11_086_299,  11_086_299,  110_863,  221_726],
    ['at the cap',             11_086_300,  11_086_300,  110_863,  221_726],
    ['one rupiah above',       11_086_301,  11_086_300,  110_863,  221_726],
    ['0.5 rupiah goes up',             50,          50,        1,        1],
    ['0.49 rupiah goes down',          49,          49,        0,        1],
  ])('%s', (_, wage, base, worker, employer) => {
    expect(pension(wage, '2026-03')).toEqual({ base, worker, employer });
  });

  test('the last announced cap ends with February 2027; without JP the month can be answered', () => {
    expect(pension(20_000_000, '2027-02').base).toBe(11_086_300);
    expect(() => pension(20_000_000, '2027-03')).toThrow(
      expect.objectContaining({ code: 'parameter.unpublished', path: 'month' }),
    );
    const { value } = puContribution({ wage: rupiah(1), month: month('2027-03'), programmes: ['JHT'] });
    expect(value.JHT).toEqual({ worker: 0, employer: 0 });
  });

  function pension(wage: number, at: string) {
    const { value } = puContribution({ wage: rupiah(wage), month: month(at), programmes: ['JP'] });
    if (value.JP === undefined) throw new Error('JP was asked');
    return value.JP;
  }
});

describe('JKP is financed out of JKK, JKM and the state budget', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    // case                                  month      wage        base       total   government  JKK    JKM
    ['first month',                         '2021-02',  4_000_000, 4_000_000, 18_400,  8_800,     5_600, 4_000],
    ['last month of 0.46 %',                '2025-01',  4_000_000, 4_000_000, 18_400,  8_800,     5_600, 4_000],
    ['month of the change counts as new',   '2025-02',  4_000_000, 4_000_000, 14_400,  8_800,     5_600,     0],
    ['first whole month of 0.36 %',         '2025-03',  4_000_000, 4_000_000, 14_400,  8_800,     5_600,     0],
    ['at the cap',                          '2025-03',  5_000_000, 5_000_000, 18_000, 11_000,     7_000,     0],
    ['above the cap',                       '2025-03',  5_000_001, 5_000_000, 18_000, 11_000,     7_000,     0],
    ['the total adds rounded parts',        '2024-01',        250,       250,      2,      1,         0,     0],
  ] as const)('%s', (name, at, wage, base, total, government, fromJKK, fromJKM) => {
    const { value } = puContribution({ wage: rupiah(wage), month: month(at), programmes: ['JKP'] });
    const expected = name.startsWith('the total') ? government + fromJKK + fromJKM : total;
    expect(value).toEqual({
      month: at,
      JKP: { base, total: expected, government, fromJKK, fromJKM },
      workerTotal: 0,
      employerTotal: 0,
      total: 0,
    });
  });

  test('before February 2021 there is none', () => {
    expect(() => puContribution({ wage: rupiah(1), month: month('2021-01'), programmes: ['JKP'] })).toThrow(
      expect.objectContaining({ code: 'date.outOfRange', path: 'month' }),
    );
  });
});

describe('for any worker and month', () => {
  const months = fc
    .integer({ min: monthIndex(month('2015-07')), max: monthIndex(month('2027-02')) })
    .map(monthFromIndex);
  const classes = fc.constantFrom<RiskClass>(1, 2, 3, 4, 5);
  const wages = fc.integer({ min: 1, max: 50_000_000 });
  const at = (wage: number, when: Month, riskClass: RiskClass, labourIntensive = false) =>
    puContribution({ wage: rupiah(wage), month: when, riskClass, programmes: all, labourIntensive }).value;

  test('the lines sum to the totals', () => {
    fc.assert(
      fc.property(wages, months, classes, fc.boolean(), (wage, when, riskClass, labourIntensive) => {
        const { JKK = 0, JKM = 0, JHT, JP, ...totals } = at(wage, when, riskClass, labourIntensive);
        const worker = (JHT?.worker ?? 0) + (JP?.worker ?? 0);
        const employer = JKK + JKM + (JHT?.employer ?? 0) + (JP?.employer ?? 0);
        expect(totals).toEqual({
          month: when,
          workerTotal: worker,
          employerTotal: employer,
          total: worker + employer,
        });
      }),
    );
  });

  test('a higher wage or a higher risk never pays less, and a relief never more', () => {
    fc.assert(
      fc.property(wages, fc.nat({ max: 5_000_000 }), months, classes, (wage, more, when, riskClass) => {
        const { total } = at(wage, when, riskClass);
        expect(at(wage + more, when, riskClass).total).toBeGreaterThanOrEqual(total);
        expect(at(wage, when, 5).total).toBeGreaterThanOrEqual(total);
        expect(at(wage, when, riskClass, true).total).toBeLessThanOrEqual(total);
      }),
    );
  });

  test('asking for JKP changes nothing on the bill', () => {
    fc.assert(
      fc.property(wages, months, classes, (wage, when, riskClass) => {
        fc.pre(when >= '2021-02');
        const input = { wage: rupiah(wage), month: when, riskClass };
        const { JKP, ...bill } = puContribution({ ...input, programmes: [...all, 'JKP'] }).value;
        expect(bill).toEqual(at(wage, when, riskClass));
        expect(JKP?.base).toBeLessThanOrEqual(5_000_000);
      }),
    );
  });
});
