import { day, rupiah } from '@payung/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerRequest } from '../engine/run.ts';
import { homeCare } from './home-care.ts';
import { benefitJkkHomeCare } from './rule.ts';

const ask = (input: unknown) =>
  answerRequest(new Map([[benefitJkkHomeCare.id, benefitJkkHomeCare]]), benefitJkkHomeCare.id, input);
const monthly = (months: number, cost: number) => Array.from({ length: months }, () => cost);

// biome-ignore format: aligned table of cases
test.each([
  // case                                       date          costs                             counted       total
  ['one month',                                '2024-06-01', [1_500_000],                       1_500_000,    1_500_000],
  ['a month without a cost',                   '2024-06-01', [0],                                       0,            0],
  ['twelve months',                            '2024-06-01', monthly(12, 1_000_000),           12_000_000,   12_000_000],
  ['a thirteenth month is not paid',           '2024-06-01', monthly(13, 1_000_000),           12_000_000,   12_000_000],
  ['at the cap',                               '2024-06-01', [12_000_000, 8_000_000],          20_000_000,   20_000_000],
  ['above the cap',                            '2024-06-01', [12_000_000, 8_000_001],          20_000_001,   20_000_000],
  ['the first day of PP 82/2019',              '2019-12-02', [2_000_000],                       2_000_000,    2_000_000],
] as const)('%s', (_, date, costs, counted, total) => {
  expect(ask({ date, costs }).answer).toEqual({ eligible: true, counted, total });
});

test('never more than it cost or than the cap, and a further month or rupiah never lowers it', () => {
  const costs = fc.array(fc.integer({ min: 0, max: 5_000_000 }), { minLength: 1, maxLength: 15 });
  const paid = (list: readonly number[]) => {
    const date = day('2024-06-01');
    const { value } = homeCare({ date, from: date, costs: list.map(rupiah) });
    return value.eligible ? value : { counted: 0, total: 0 };
  };
  fc.assert(
    fc.property(costs, fc.nat({ max: 1_000_000 }), (list, more) => {
      const { counted, total } = paid(list);
      expect(counted).toBe(list.slice(0, 12).reduce((left, right) => left + right, 0));
      expect(total).toBe(Math.min(counted, 20_000_000));
      expect(paid([...list, more]).total).toBeGreaterThanOrEqual(total);
      expect(paid(list.map((cost) => cost + more)).total).toBeGreaterThanOrEqual(total);
    }),
  );
});

describe('before PP 82/2019', () => {
  test('home care was no benefit, and the finding says which law brought it', () => {
    const { answer, trace } = ask({ date: '2019-12-01', costs: [1_000_000], from: '2019-12-01' });
    expect(answer).toEqual({ eligible: false, because: ['jkk.homeCare.notYet'] });
    expect(trace?.parts).toMatchObject([
      { id: 'jkk.benefit.care_class' },
      {
        id: 'jkk.homeCare',
        applies: false,
        because: 'jkk.homeCare.notYet',
        citation: { law: 'PP 82/2019', article: 'Lampiran III' },
      },
    ]);
    expect(trace?.settled).toBe(true);
  });

  // biome-ignore format: aligned table of cases
  test.each([
    // case                                          date          from          costs                       otherwise
    ['over before the new law',                      '2019-01-01', '2019-10-01', [5, 5],                     undefined],
    ['the second month begins on 1 December',        '2019-01-01', '2019-11-01', [5, 7],                     undefined],
    ['the second month begins on 2 December',        '2019-01-01', '2019-11-02', [5, 7],                     7],
    ['begun under the new law',                      '2019-12-01', '2019-12-02', [5, 7],                     12],
    ['above the cap of the new law',                 '2019-12-01', '2020-01-01', [19_000_000, 2_000_000],    20_000_000],
    ['a thirteenth month',                           '2018-11-02', '2018-12-02', [...monthly(12, 5), 7],     undefined],
    ['the twelfth month',                            '2018-11-02', '2019-01-02', [...monthly(12, 5), 7],     5],
    ['later months cost nothing',                    '2019-12-01', '2019-12-02', [0, 0],                     undefined],
  ] as const)('the transition is open: %s', (_, date, from, costs, otherwise) => {
    const { answer, trace } = ask({ date, from, costs });
    expect(answer).toMatchObject({ eligible: false });
    const open = trace?.parts.filter((part) => part.kind === 'uncertainty');
    expect(open?.map((part) => part.otherwise)).toEqual(otherwise === undefined ? [] : [otherwise]);
    expect(trace?.settled).toBe(otherwise === undefined);
  });
});

test('the explanation names the cap and the time, and counts the months', () => {
  const { trace } = ask({ date: '2024-06-01', costs: monthly(13, 2_000_000) });
  expect(trace?.parts).toMatchObject([
    { id: 'jkk.benefit.care_class', value: 'I', confidence: 'quoted' },
    { id: 'jkk.benefit.homecare_cap', value: 20_000_000, confidence: 'quoted' },
    {
      id: 'jkk.benefit.homecare_months',
      value: 12,
      citation: { law: 'PP 82/2019', article: 'Lampiran III' },
    },
    { text: { en: 'Home care is paid for 12 of 13 months (at most 12): Rp 24.000.000' } },
    { text: { id: 'Perawatan di rumah: Rp 24.000.000, dibayar sampai batas Rp 20.000.000' } },
  ]);
  expect(trace?.settled).toBe(true);
  expect(JSON.parse(JSON.stringify(trace))).toEqual(trace);
});

test('before it was a benefit the explanation says so, with its article', () => {
  expect(ask({ date: '2019-12-01', costs: [1] }).trace?.parts).toContainEqual(
    expect.objectContaining({
      id: 'jkk.homeCare',
      applies: false,
      because: 'jkk.homeCare.notYet',
      citation: { law: 'PP 82/2019', article: 'Lampiran III' },
      confidence: 'quoted',
    }),
  );
});

const valid = { date: '2024-06-01', costs: [1] };

// biome-ignore format: aligned table of cases
test.each([
  // case                              input                                              code                 path
  ['no day',                           { costs: [1] },                                    'input.missing',     'date'],
  ['no costs',                         { date: '2024-06-01' },                            'input.missing',     'costs'],
  ['an empty list of costs',           { ...valid, costs: [] },                           'input.range',       'costs'],
  ['a cost as text',                   { ...valid, costs: [1, '1'] },                     'input.type',        'costs.1'],
  ['a cost below zero',                { ...valid, costs: [-1] },                         'input.range',       'costs.0'],
  ['no cost of a month',               { ...valid, costs: [null] },                       'input.type',        'costs.0'],
  ['costs beyond any payment',         { ...valid, costs: [10 ** 15, 1] },                'input.range',       'costs'],
  ['home care before the accident',    { ...valid, from: '2024-05-31' },                  'input.combination', 'from'],
  ['a first day that does not exist',  { ...valid, from: '2024-06-31' },                  'input.format',      'from'],
  ['the day before the programme',     { ...valid, date: '2015-06-30' },                  'date.outOfRange',   'date'],
  ['a month beyond the calendar',      { date: '2019-12-01', from: '2200-12-31', costs: [1, 1] }, 'date.outOfRange', 'from'],
  ['another field',                    { ...valid, months: 3 },                           'input.unknown',     'months'],
] as const)('invalid: %s', (_, input, code, path) => {
  expect(ask(input)).toMatchObject({ answer: { error: { code, path } } });
});
