import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerRequest } from '../engine/run.ts';
import { coverageRatio, coverageRatioRule } from './ratio.ts';

const answer = (input: unknown) =>
  answerRequest(new Map([['coverage.ratio', coverageRatioRule]]), 'coverage.ratio', input).answer;

// biome-ignore format: aligned table of cases
test.each([
  // case                                active      workers    percent
  ['nobody',                                   0,          1,     '0.00'],
  ['just under half a hundredth: 0.00499…',    1,     20_001,     '0.00'],
  ['half a hundredth',                         1,     20_000,     '0.01'],
  ['below ten per cent keeps its zero',        1,         20,     '5.00'],
  ['Bali, March 2025',                   935_079,  1_873_899,    '49.90'],
  ['everybody',                                7,          7,   '100.00'],
  ['more members than workers',                3,          2,   '150.00'],
  ['the most that is answered',  100_000_000_000,          1,   '10000000000000.00'],
])('%s', (_, active, workers, percent) => {
  expect(answer({ active, workers })).toEqual({ percent });
});

// biome-ignore format: aligned table of cases
test.each([
  // case                    input                                  code             path
  ['no workers field',       { active: 1 },                         'input.missing', 'workers'],
  ['a share of a member',    { active: 0.5, workers: 1 },           'input.type',    'active'],
  ['fewer than none',        { active: -1, workers: 1 },            'input.range',   'active'],
  ['one more than that',     { active: 10 ** 11 + 1, workers: 1 },  'input.range',   'active'],
  ['nobody to be covered',   { active: 0, workers: 0 },             'input.range',   'workers'],
])('%s', (_, input, code, path) => {
  expect(answer(input)).toMatchObject({ error: { code, path } });
});

describe('properties', () => {
  const count = fc.integer({ min: 1, max: 300_000_000 });

  test('always two decimals, and within half a hundredth of the exact share', () => {
    fc.assert(
      fc.property(count, count, (active, workers) => {
        const { percent } = coverageRatio(active, workers).value;
        expect(percent).toMatch(/^\d+\.\d\d$/);
        const hundredths = BigInt(percent.replace('.', ''));
        const error = 2n * (hundredths * BigInt(workers) - BigInt(active) * 10_000n);
        expect(error <= BigInt(workers) && -error < BigInt(workers)).toBe(true);
      }),
    );
  });

  test('the explanation says that no official formula was found', () => {
    expect(coverageRatio(1, 800).trace.parts).toMatchObject([
      { kind: 'step', value: '0.13', confidence: 'convention', rounding: 'halfUp' },
      { kind: 'uncertainty', id: 'coverage.formula', changesResult: false, otherwise: '0.13' },
    ]);
  });
});
