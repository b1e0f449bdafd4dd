import { day, rupiah } from '@payung/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerRequest } from '../engine/run.ts';
import { jkkDeath } from './death.ts';
import { benefitJkkDeath } from './rule.ts';

const death = (date: string, wage: number) => jkkDeath({ date: day(date), wage: rupiah(wage) });

describe('60 % × 80 × base, at least the JKM death grant', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    // case                                        date          wage        santunan     berkala      funeral
    ['first day of the programme',                '2015-07-01',    300_000,  16_200_000,  4_800_000,   3_000_000],
    ['last day of the old law: the floor',        '2019-12-01',    337_499,  16_200_000,  4_800_000,   3_000_000],
    ['old law: exactly the floor',                '2019-12-01',    337_500,  16_200_000,  4_800_000,   3_000_000],
    ['old law: just above the floor',             '2019-12-01',    337_501,  16_200_048,  4_800_000,   3_000_000],
    ['first day of PP 82/2019: the floor',        '2019-12-02',    416_666,  20_000_000, 12_000_000,  10_000_000],
    ['PP 82/2019: just above the floor',          '2019-12-02',    416_667,  20_000_016, 12_000_000,  10_000_000],
    ['a wage has no cap',                         '2026-05-01', 30_000_000, 1_440_000_000, 12_000_000, 10_000_000],
  ] as const)('%s', (_, date, wage, santunan, berkala, funeral) => {
    const total = santunan + berkala + funeral;
    expect(death(date, wage).value).toEqual({ eligible: true, base: wage, santunan, berkala, funeral, total });
  });

  test('parts sum to the total and a higher wage never lowers it', () => {
    const wage = fc.integer({ min: 1, max: 100_000_000 });
    fc.assert(
      fc.property(wage, wage, fc.constantFrom('2019-12-01', '2019-12-02'), (a, b, date) => {
        const lower = death(date, Math.min(a, b)).value;
        const { santunan, berkala, funeral, total } = death(date, Math.max(a, b)).value;
        expect(santunan + berkala + funeral).toBe(total);
        expect(total).toBeGreaterThanOrEqual(lower.total);
        expect(lower.santunan).toBeGreaterThan(0);
      }),
    );
  });
});

test('the explanation names every parameter with value, article and confidence', () => {
  const { trace } = jkkDeath({ date: day('2019-12-01'), bpuIncome: rupiah(0) });
  const read = trace.parts.filter((part) => part.kind === 'parameter');
  // biome-ignore format: aligned table of cases
  expect(read.slice(1).map(({ id, value, citation, confidence }) => [id, value, citation.law, citation.article, confidence])).toEqual([
    ['jkk.benefit.multiplier_months',          80, 'PP 44/2015', 'Lampiran III', 'quoted'],
    ['jkk.benefit.death_pct',             600_000, 'PP 44/2015', 'Lampiran III', 'known'],
    ['jkm.benefit.santunan_kematian',  16_200_000, 'PP 44/2015', 'Pasal 34',     'quoted'],
    ['jkk.benefit.berkala',             4_800_000, 'PP 44/2015', 'Lampiran III', 'known'],
    ['jkk.benefit.funeral',             3_000_000, 'PP 44/2015', 'Lampiran III', 'known'],
  ]);
  expect(read[0]).toMatchObject({ id: 'bpu.income_bands', value: { band: 1, base: 1_000_000 } });
  const steps = trace.parts.filter((part) => part.kind === 'step').map(({ text }) => text.id);
  expect(steps).toEqual([
    'Santunan menurut upah = 60% × 80 × Rp 1.000.000',
    'Tidak kurang dari santunan kematian JKM Rp 16.200.000',
  ]);
  expect(JSON.parse(JSON.stringify(trace))).toEqual(trace);
});

test('the explanation says how it was rounded and where it stands; a grant that just reaches the floor is not raised', () => {
  const { trace } = death('2019-12-01', 337_500);
  expect(trace.citation).toEqual({ law: 'PP 44/2015', article: 'Lampiran III' });
  expect(trace.parts).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ id: 'jkk.death.by_wage', value: 16_200_000, rounding: 'halfUp' }),
      expect.objectContaining({
        id: 'jkk.death.santunan',
        text: expect.objectContaining({ en: 'Not below the JKM death grant of Rp 16.200.000' }),
      }),
    ]),
  );
});

test('the explanation says when the floor was paid', () => {
  expect(death('2019-12-02', 300_000).trace.parts).toMatchObject(
    expect.arrayContaining([
      expect.objectContaining({
        id: 'jkk.death.santunan',
        text: expect.objectContaining({ en: 'Raised to the JKM death grant of Rp 20.000.000' }),
      }),
    ]),
  );
});

// biome-ignore format: aligned table of cases
test.each([
  // case                            input                                                  code                 path
  ['no day',                         { wage: 1 },                                           'input.missing',     'date'],
  ['a month',                        { wage: 1, date: '2024-06' },                          'input.format',      'date'],
  ['the day before the programme',   { wage: 1, date: '2015-06-30' },                       'date.outOfRange',   'date'],
  ['neither wage nor income',        { date: '2024-06-01' },                                'input.missing',     'wage'],
  ['both wage and income',           { date: '2024-06-01', wage: 1, bpuIncome: 1 },         'input.combination', 'bpuIncome'],
  ['more than can be paid',          { date: '2024-06-01', wage: 10 ** 15 },                'input.range',       'wage'],
  ['another field',                  { date: '2024-06-01', wage: 1, segment: 'PU' },        'input.unknown',     'segment'],
] as const)('invalid: %s', (_, input, code, path) => {
  const rules = new Map([[benefitJkkDeath.id, benefitJkkDeath]]);
  expect(answerRequest(rules, benefitJkkDeath.id, input)).toMatchObject({ answer: { error: { code, path } } });
});
