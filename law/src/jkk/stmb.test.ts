import { day, rupiah } from '@payung/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerRequest } from '../engine/run.ts';
import { benefitJkkStmb } from './rule.ts';
import { temporaryIncapacity } from './stmb.ts';

const absent = (date: string, wage: number, months: number, days = 0) =>
  temporaryIncapacity({ date: day(date), wage: rupiah(wage), months, days });

// biome-ignore format: aligned table of cases
test.each([
  // case                                          date          wage        months  total
  ['old law, month 6 is paid in full',            '2019-12-01', 3_000_000,   6,     18_000_000],
  ['old law, month 7 at 75 %',                    '2019-12-01', 3_000_000,   7,     20_250_000],
  ['old law, month 12 at 75 %',                   '2019-12-01', 3_000_000,  12,     31_500_000],
  ['old law, month 13 at 50 %',                   '2019-12-01', 3_000_000,  13,     33_000_000],
  ['PP 82/2019, one month',                       '2019-12-02', 3_000_000,   1,      3_000_000],
  ['PP 82/2019, month 7 is paid in full',         '2019-12-02', 3_000_000,   7,     21_000_000],
  ['PP 82/2019, month 12 is paid in full',        '2019-12-02', 3_000_000,  12,     36_000_000],
  ['PP 82/2019, month 13 at 50 %',                '2019-12-02', 3_000_000,  13,     37_500_000],
  ['PP 82/2019, month 14 at 50 %',                '2019-12-02', 3_000_000,  14,     39_000_000],
  ['half a rupiah goes up',                       '2024-06-01',         1,  13,             13],
  ['rounded once: 12 + 2 × 0.5',                  '2024-06-01',         1,  14,             13],
  ['old law, a quarter is dropped: 6 + 3 × 0.75', '2015-07-01',         1,   9,              8],
] as const)('%s', (_, date, wage, months, total) => {
  expect(absent(date, wage, months).value).toEqual({ eligible: true, base: wage, total });
});

test('is never more than the full wage, never negative, and grows with wage and months', () => {
  const wage = fc.integer({ min: 1, max: 100_000_000 });
  const months = fc.integer({ min: 1, max: 60 });
  fc.assert(
    fc.property(wage, months, fc.constantFrom('2019-12-01', '2019-12-02'), (earned, count, date) => {
      const { total } = absent(date, earned, count).value;
      expect(total).toBeGreaterThan(0);
      expect(total).toBeLessThanOrEqual(earned * count);
      expect(absent(date, earned, count + 1).value.total).toBeGreaterThanOrEqual(total);
      expect(absent(date, earned + 1, count).value.total).toBeGreaterThanOrEqual(total);
    }),
  );
});

describe('the explanation', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    // case        date          shares                                                 law           confidence
    ['old law',    '2019-12-01', { first6: 1e6, next6: 750_000, later: 500_000 },      'PP 44/2015', 'known'],
    ['PP 82/2019', '2019-12-02', { first6: 1e6, next6: 1e6, later: 500_000 },          'PP 82/2019', 'quoted'],
  ] as const)('names the shares, %s', (_, date, value, law, confidence) => {
    const citation = { law, article: 'Lampiran III' };
    expect(absent(date, 3_000_000, 1).trace.citation).toEqual({ law: 'PP 44/2015', article: 'Lampiran III' });
    expect(absent(date, 3_000_000, 1).trace.parts).toMatchObject([
      { id: 'base' },
      { id: 'jkk.benefit.stmb', value, citation, confidence },
      { id: 'jkk.stmb', value: 3_000_000, rounding: 'halfUp' },
    ]);
  });

  test.each([
    [1, '1 × 100%'],
    [7, '6 × 100% + 1 × 75%'],
    [14, '6 × 100% + 6 × 75% + 2 × 50%'],
  ])('shows the arithmetic of %d months', (months, terms) => {
    const step = absent('2015-07-01', 1_000_000, months).trace.parts[2];
    expect(step?.text.en).toBe(`Temporary incapacity = Rp 1.000.000 × (${terms})`);
  });

  // biome-ignore format: aligned table of cases
  test.each([
    // case                                              date          months  otherwise
    ['six months are paid in full under both laws',      '2019-12-01',  6,     undefined],
    ['a seventh month that began under the new law',     '2019-12-01',  7,     21_000_000],
    ['its first day: month 7 begins on 2 December',      '2019-06-02',  7,     21_000_000],
    ['the day before: month 7 begins on 1 December',     '2019-06-01',  7,     undefined],
    ['only the later of two months',                     '2019-06-01',  8,     23_250_000],
    ['over before the new law',                          '2018-01-01', 14,     undefined],
    ['an accident under the new law',                    '2019-12-02', 14,     undefined],
  ] as const)('an incapacity across PP 82/2019 is open: %s', (_, date, months, otherwise) => {
    const { trace } = absent(date, 3_000_000, months);
    const open = trace.parts.filter((part) => part.kind === 'uncertainty');
    expect(open.map((part) => part.otherwise)).toEqual(otherwise === undefined ? [] : [otherwise]);
    expect(trace.settled).toBe(otherwise === undefined);
  });
});

// biome-ignore format: aligned table of cases
test.each([
  // case                            input                                                        code                path
  ['no months',                      { date: '2024-06-01', wage: 1 },                             'input.missing',    'months'],
  ['zero months',                    { date: '2024-06-01', wage: 1, months: 0 },                  'input.range',      'months'],
  ['half a month',                   { date: '2024-06-01', wage: 1, months: 0.5 },                'input.type',       'months'],
  ['more months than can be paid',   { date: '2024-06-01', bpuIncome: 0, months: 10 ** 12 },      'input.range',      'months'],
  ['a wage that cannot be paid',     { date: '2024-06-01', wage: 2 * 10 ** 15, months: 1 },       'input.range',      'wage'],
  ['the day before the programme',   { date: '2015-06-30', wage: 1, months: 1 },                  'date.outOfRange',  'date'],
  ['a day that does not exist',        { date: '2024-02-30', wage: 1, months: 1 },                  'input.format',     'date'],
] as const)('invalid: %s', (_, input, code, path) => {
  const rules = new Map([[benefitJkkStmb.id, benefitJkkStmb]]);
  expect(answerRequest(rules, benefitJkkStmb.id, input)).toMatchObject({ answer: { error: { code, path } } });
});
