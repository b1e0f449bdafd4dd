import { describe, expect, test } from 'vitest';
import { explain, rules, run } from '../index.ts';

const valid = { income: 1_000_000, month: '2025-06' };

describe('answers', () => {
  test('the defaults: other sector, own payment, JKK and JKM', () => {
    expect(run('contribution.bpu', { income: 1_000_000, month: '2026-05' })).toEqual({
      band: 1,
      base: 1_000_000,
      monthsCount: 1,
      JKK: 5_000,
      JKM: 3_400,
      total: 8_400,
    });
  });

  // biome-ignore format: aligned table of cases
  test.each([
    // case                                         input                                                                       total
    ['a year of a driver: three months stay full',  { months: { from: '2025-10', to: '2026-09' }, sector: 'transport' },        3 * 16_800 + 9 * 8_400],
    ['2026, own payment, other sectors',            { months: { from: '2026-01', to: '2026-12' } },                             3 * 16_800 + 9 * 8_400],
    ['2026, own payment, transport',                { months: { from: '2026-01', to: '2026-12' }, sector: 'transport' },        12 * 8_400],
    ['2026, paid by government',                    { months: { from: '2026-01', to: '2026-12' }, payer: 'government' },        12 * 16_800],
    ['across the Covid months',                     { months: { from: '2020-07', to: '2021-02' } },                             2 * 16_800 + 6 * 168],
    ['the order of programmes does not matter',     { month: '2025-06', programmes: ['JHT', 'JKM', 'JKK'] },                    36_800],
  ])('%s', (_, input, total) => {
    expect(run('contribution.bpu', { income: 1_000_000, ...input })).toMatchObject({ total });
  });

  test('the explanation comes with the answer and repeats its values', () => {
    const { answer, trace } = explain('contribution.bpu', valid);
    expect(answer).toMatchObject({ total: 16_800 });
    expect(trace).toMatchObject({ rule: 'contribution.bpu', on: '2025-06-01', value: { total: 16_800 } });
  });

  test('every rule is found under its own id', () => {
    expect(rules.get('contribution.bpu')?.id).toBe('contribution.bpu');
    expect([...rules].filter(([id, rule]) => id !== rule.id)).toEqual([]);
  });
});

describe('invalid requests', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    // case                               input                                                                    code                  path
    ['no object',                         'income',                                                                'input.type',         ''],
    ['null',                              null,                                                                    'input.type',         ''],
    ['a list',                            [valid],                                                                 'input.type',         ''],
    ['an unknown field',                  { ...valid, wage: 1 },                                                   'input.unknown',      'wage'],
    ['no income',                         { month: '2025-06' },                                                    'input.missing',      'income'],
    ['an undefined income',               { ...valid, income: undefined },                                         'input.missing',      'income'],
    ['income null',                       { ...valid, income: null },                                              'input.type',         'income'],
    ['income as text',                    { ...valid, income: '1000000' },                                         'input.type',         'income'],
    ['income with a fraction',            { ...valid, income: 0.5 },                                               'input.type',         'income'],
    ['income below zero',                 { ...valid, income: -1 },                                                'input.range',        'income'],
    ['income of 2⁵³',                     { ...valid, income: 2 ** 53 },                                           'input.range',        'income'],
    ['neither month nor months',          { income: 1 },                                                           'input.missing',      'month'],
    ['both month and months',             { ...valid, months: { from: '2025-06', to: '2025-07' } },                'input.combination',  'months'],
    ['month as a number',                 { ...valid, month: 202506 },                                             'input.type',         'month'],
    ['month 13',                          { ...valid, month: '2025-13' },                                          'input.format',       'month'],
    ['a day instead of a month',          { ...valid, month: '2025-06-01' },                                       'input.format',       'month'],
    ['the month before the programme',    { ...valid, month: '2015-06' },                                          'date.outOfRange',    'month'],
    ['a month of the 19th century',       { ...valid, month: '1899-12' },                                          'date.outOfRange',    'month'],
    ['months that begin too early',       { income: 1, months: { from: '2015-06', to: '2015-07' } },               'date.outOfRange',    'months.from'],
    ['months without an end',             { income: 1, months: { from: '2025-06' } },                              'input.missing',      'months.to'],
    ['months with another field',         { income: 1, months: { from: '2025-06', to: '2025-06', step: 1 } },      'input.unknown',      'months.step'],
    ['months as text',                    { income: 1, months: '2025-06' },                                        'input.type',         'months'],
    ['an end that is no month',           { income: 1, months: { from: '2025-06', to: '2025-6' } },                'input.format',       'months.to'],
    ['an end before the beginning',       { income: 1, months: { from: '2025-06', to: '2025-05' } },               'input.combination',  'months.to'],
    ['a sector outside the list',         { ...valid, sector: 'fishing' },                                         'input.range',        'sector'],
    ['a payer that is no word',           { ...valid, payer: 1 },                                                  'input.type',         'payer'],
    ['programmes as text',                { ...valid, programmes: 'JKK' },                                         'input.type',         'programmes'],
    ['a programme BPU does not have',     { ...valid, programmes: ['JKK', 'JKM', 'JP'] },                          'input.range',        'programmes.2'],
    ['a programme that is no word',       { ...valid, programmes: [1] },                                           'input.type',         'programmes.0'],
    ['JKM without JKK',                   { ...valid, programmes: ['JKM', 'JHT'] },                                'input.combination',  'programmes'],
    ['JKK without JKM, over months',      { income: 1, months: { from: '2025-06', to: '2025-06' }, programmes: ['JKK'] }, 'input.combination', 'programmes'],
    ['no programme',                      { ...valid, programmes: [] },                                            'input.combination',  'programmes'],
    ['a programme named twice',           { ...valid, programmes: ['JKK', 'JKM', 'JKM'] },                         'input.combination',  'programmes'],
  ] as const)('%s', (_, input, code, path) => {
    expect(explain('contribution.bpu', input)).toMatchObject({ answer: { error: { code, path } } });
  });

  test('a rule that does not exist', () => {
    expect(run('contribution.bpx', valid)).toMatchObject({ error: { code: 'rule.unknown', path: 'rule' } });
    expect(run('toString', valid)).toMatchObject({ error: { code: 'rule.unknown', path: 'rule' } });
  });

  test('the first month of the programme is answered', () => {
    expect(run('contribution.bpu', { ...valid, month: '2015-07' })).toMatchObject({ total: 16_800 });
  });
});
