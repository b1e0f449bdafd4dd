import { day, rupiah } from '@payung/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerRequest } from '../engine/run.ts';
import { benefitJkkStmb } from './rule.ts';
import { temporaryIncapacity } from './stmb.ts';

const absent = (date: string, wage: number, months: number, days: number) =>
  temporaryIncapacity({ date: day(date), wage: rupiah(wage), months, days });

// biome-ignore format: aligned table of cases
test.each([
  // case                                             date          wage        months  days  total
  ['one day is a thirtieth',                         '2024-06-01', 3_000_000,   0,      1,       100_000],
  ['thirty days are a month',                        '2024-06-01', 3_000_000,   0,     30,     3_000_000],
  ['old law, a day of month 6 in full',              '2019-12-01', 3_000_000,   5,      1,    15_100_000],
  ['old law, a day of month 7 at 75 %',              '2019-12-01', 3_000_000,   6,      1,    18_075_000],
  ['old law, a day of month 12 at 75 %',             '2019-12-01', 3_000_000,  11,      1,    29_325_000],
  ['old law, a day of month 13 at 50 %',             '2019-12-01', 3_000_000,  12,      1,    31_550_000],
  ['PP 82/2019, a day of month 7 in full',           '2019-12-02', 3_000_000,   6,      1,    18_100_000],
  ['PP 82/2019, a day of month 12 in full',          '2019-12-02', 3_000_000,  11,      1,    33_100_000],
  ['PP 82/2019, a day of month 13 at 50 %',          '2019-12-02', 3_000_000,  12,      1,    36_050_000],
  ['PP 82/2019, a day of month 15 at 50 %',          '2019-12-02', 3_000_000,  14,      1,    39_050_000],
  ['months and days are rounded once: 12.5 + 0.25',  '2024-06-01',         1,  13,     15,            13],
  ['half a rupiah of days goes up',                  '2024-06-01',         1,   0,     15,             1],
  ['less than half is dropped',                      '2024-06-01',         1,   0,     14,             0],
] as const)('%s', (_, date, wage, months, days, total) => {
  expect(absent(date, wage, months, days).value).toEqual({ eligible: true, base: wage, total });
});

test('days grow from one month to the next: none is the month before, thirty the month after', () => {
  const wage = fc.integer({ min: 1, max: 100_000_000 });
  const months = fc.integer({ min: 1, max: 30 });
  const days = fc.integer({ min: 0, max: 29 });
  const date = fc.constantFrom('2019-12-01', '2019-12-02');
  fc.assert(
    fc.property(wage, months, days, date, (earned, whole, part, on) => {
      const total = (count: number, rest: number) => absent(on, earned, count, rest).value.total;
      expect(total(whole, part)).toBeGreaterThanOrEqual(total(whole, 0));
      expect(total(whole, part)).toBeLessThanOrEqual(total(whole, part + 1));
      expect(total(whole, 30)).toBe(total(whole + 1, 0));
    }),
  );
});

describe('the explanation', () => {
  test('names the practice, without an article, and the other reading', () => {
    const { trace } = absent('2024-06-01', 3_000_000, 7, 10);
    expect(trace.parts).toMatchObject([
      { id: 'base' },
      { id: 'jkk.benefit.stmb' },
      {
        id: 'jkk.benefit.stmb_month_days',
        value: 30,
        citation: { law: 'PP 44/2015' },
        confidence: 'convention',
      },
      {
        id: 'jkk.stmb',
        value: 22_000_000,
        text: { id: 'STMB = Rp 3.000.000 × (6 × 100% + 1 × 100% + 10/30 × 100%)' },
      },
      { id: 'jkk.stmb_days', changesResult: true, otherwise: 21_000_000 },
    ]);
    expect(trace.parts[2]).not.toHaveProperty('citation.article');
  });

  test.each([
    [0, '10/30 × 100%'],
    [5, '5 × 100% + 10/30 × 100%'],
    [6, '6 × 100% + 10/30 × 75%'],
    [12, '6 × 100% + 6 × 75% + 10/30 × 50%'],
  ])('days follow the share of month %d + 1', (months, terms) => {
    const step = absent('2015-07-01', 1_000_000, months, 10).trace.parts[3];
    expect(step?.text.en).toBe(`Temporary incapacity = Rp 1.000.000 × (${terms})`);
  });

  // biome-ignore format: aligned table of cases
  test.each([
    // case                                                 date          wage       months  days  open                          settled
    ['whole months are settled',                            '2024-06-01', 3_000_000, 1,      0,    [],                           true],
    ['days are not',                                        '2024-06-01', 3_000_000, 1,      1,    [3_000_000],                  false],
    ['days that round to nothing change nothing',           '2024-06-01',         1, 1,     14,    [1],                          true],
    ['days that round to a rupiah do',                      '2024-06-01',         1, 1,     15,    [1],                          false],
    ['across PP 82/2019: month 7 begins on 2 December',     '2019-06-02', 3_000_000, 6,      1,    [18_000_000, 18_100_000],     false],
    ['the day before: month 7 begins on 1 December',        '2019-06-01', 3_000_000, 6,      1,    [18_000_000],                 false],
  ] as const)('%s', (_, date, wage, months, days, open, settled) => {
    const { trace } = absent(date, wage, months, days);
    const found = trace.parts.filter((part) => part.kind === 'uncertainty');
    expect(found.map(({ otherwise }) => otherwise)).toEqual(open);
    expect(trace.settled).toBe(settled);
  });
});

const accident = { date: '2024-06-01', wage: 3_000_000 };
const ask = (input: unknown) =>
  answerRequest(new Map([[benefitJkkStmb.id, benefitJkkStmb]]), benefitJkkStmb.id, input).answer;

// biome-ignore format: aligned table of cases
test.each([
  // case                               input                                         code               path      accepted
  ['neither months nor days',           { ...accident, months: 0, days: 0 },          'input.range',     'months', 'a whole number, at least 1'],
  ['days without months',               { ...accident, days: 1 },                     'input.missing',   'months', 'a whole number, at least 0'],
  ['a month of days',                   { ...accident, months: 1, days: 31 },         'input.range',     'days',   'a whole number, 0 to 30'],
  ['days below zero',                   { ...accident, months: 1, days: -1 },         'input.range',     'days',   'a whole number, 0 to 30'],
  ['half a day',                        { ...accident, months: 1, days: 0.5 },        'input.type',      'days',   'a whole number, 0 to 30'],
  ['days as text',                      { ...accident, months: 1, days: '1' },        'input.type',      'days',   'a whole number, 0 to 30'],
] as const)('invalid: %s', (_, input, code, path, en) => {
  expect(ask(input)).toMatchObject({ error: { code, path, accepted: { en } } });
});

test('no days is the same as days 0, and months may be 0 beside days', () => {
  expect(ask({ ...accident, months: 1 })).toEqual(ask({ ...accident, months: 1, days: 0 }));
  expect(ask({ ...accident, months: 0, days: 1 })).toMatchObject({ total: 100_000 });
});
