import { describe, expect, test } from 'vitest';
import { explain, run } from '../rules.ts';

const valid = { wage: 10_000_000, month: '2024-06', riskClass: 1 };

test('the defaults: JKK, JKM, JHT and JP in full', () => {
  expect(run('contribution.pu', valid)).toEqual({
    month: '2024-06',
    JKK: 24_000,
    JKM: 30_000,
    JHT: { worker: 200_000, employer: 370_000 },
    JP: { base: 10_000_000, worker: 100_000, employer: 200_000 },
    workerTotal: 300_000,
    employerTotal: 624_000,
    total: 924_000,
  });
});

describe('invalid requests', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    // case                             input                                              code                     path
    ['no wage',                         { month: '2024-06', riskClass: 1 },                'input.missing',         'wage'],
    ['a wage of 0',                     { ...valid, wage: 0 },                             'input.range',           'wage'],
    ['a wage with a fraction',          { ...valid, wage: 0.5 },                           'input.type',            'wage'],
    ['no month',                        { wage: 1, riskClass: 1 },                         'input.missing',         'month'],
    ['an unknown field',                { ...valid, income: 1 },                           'input.unknown',         'income'],
    ['JKK without a risk class',        { wage: 1, month: '2024-06' },                     'input.missing',         'riskClass'],
    ['risk class 0',                    { ...valid, riskClass: 0 },                        'input.range',           'riskClass'],
    ['risk class 6',                    { ...valid, riskClass: 6 },                        'input.range',           'riskClass'],
    ['a risk class as text',            { ...valid, riskClass: 'I' },                      'input.type',            'riskClass'],
    ['no programme',                    { ...valid, programmes: [] },                      'input.missing',         'programmes'],
    ['an unknown programme',            { ...valid, programmes: ['JKN'] },                 'input.range',           'programmes.0'],
    ['a flag as text',                  { ...valid, labourIntensive: 'yes' },              'input.type',            'labourIntensive'],
    ['the month before the programmes', { ...valid, month: '2015-06' },                    'date.outOfRange',       'month'],
    ['a JP cap not announced yet',      { ...valid, month: '2027-03' },                    'parameter.unpublished', 'month'],
    ['JKP before it began',             { ...valid, month: '2021-01', programmes: ['JKP'] }, 'date.outOfRange',     'month'],
  ])('%s', (_, input, code, path) => {
    expect(explain('contribution.pu', input)).toMatchObject({ answer: { error: { code, path } } });
  });
});

test('without JKK no risk class is needed', () => {
  expect(run('contribution.pu', { wage: 1_000_000, month: '2024-06', programmes: ['JKM'] })).toEqual({
    month: '2024-06',
    JKM: 3_000,
    workerTotal: 0,
    employerTotal: 3_000,
    total: 3_000,
  });
});
