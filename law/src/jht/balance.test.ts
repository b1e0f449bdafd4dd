import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jhtRate } from '../bpu/parameters.ts';
import { answerRequest } from '../engine/run.ts';
import { jhtEmployerRate, jhtWorkerRate } from '../pu/parameters.ts';
import { benefitJhtBalance } from './rule.ts';

const ask = (input: unknown) =>
  answerRequest(new Map([['benefit.jht.balance', benefitJhtBalance]]), 'benefit.jht.balance', input);
const answer = (input: unknown) => ask(input).answer;

// biome-ignore format: aligned table of cases
test.each([
  // case                                          input                                          contributions  development    balance
  ['nothing at all',                              {},                                                       0,          0,          0],
  ['no months: the wage is of no effect',         { wage: 5_000_000 },                                      0,          0,          0],
  ['a wage above the JP cap counts in full',      { wage: 20_000_000, months: 1 },                  1_140_000,          0,  1_140_000],
  ['each share is rounded: 0.5 + 0.925',          { wage: 25, months: 1 },                                  2,          0,          2],
  ['BPU, the last rupiah of band 1',              { bpuIncome: 1_099_999, months: 12 },               240_000,          0,    240_000],
  ['BPU, the first of band 2',                    { bpuIncome: 1_100_000, months: 12 },               288_000,          0,    288_000],
  ['half a rupiah of return goes up: 50 × 1 %',   { opening: 50, returnPercent: '1' },                      0,          1,         51],
  ['a return as an amount',                       { opening: 100, development: 7 },                         0,          7,        107],
])('%s', (_, input, contributions, development, balance) => {
  expect(answer(input)).toEqual({ contributions, development, balance });
});

// biome-ignore format: aligned table of cases
test.each([
  ['months without earnings',      { months: 1 },                                           'input.missing',     'wage'],
  ['both kinds of earnings',       { months: 1, wage: 1, bpuIncome: 1 },                    'input.combination', 'bpuIncome'],
  ['both kinds of return',         { development: 1, returnPercent: '1' },                  'input.combination', 'returnPercent'],
  ['a return as a number',         { opening: 1, returnPercent: 5.5 },                      'input.type',        'returnPercent'],
  ['a balance too large',          { opening: 10 ** 15 + 1 },                               'input.range',       'opening'],
  ['a return too large',           { development: 10 ** 15 + 1 },                           'input.range',       'development'],
  ['no wage, though no month',     { months: 0, wage: 0 },                                  'input.range',       'wage'],
  ['months too many',              { wage: 1_000_000_000, months: 2 ** 53 - 1 },            'input.range',       'months'],
])('%s', (_, input, code, path) => {
  expect(answer(input)).toMatchObject({ error: { code, path } });
});

test('the largest balance and the largest return are answered', () => {
  expect(answer({ opening: 10 ** 15, development: 10 ** 15 })).toMatchObject({ balance: 2 * 10 ** 15 });
});

describe('properties', () => {
  test('the parts sum to the balance, and the contributions are those of one month, times the months', () => {
    const amount = fc.nat({ max: 1_000_000_000 });
    fc.assert(
      fc.property(amount, fc.nat({ max: 600 }), amount, amount, (opening, months, development, wage) => {
        const earned = { wage: wage + 1 };
        const { value } = benefitJhtBalance.answer({ opening, months, development, ...earned });
        const one = benefitJhtBalance.answer({ months: 1, ...earned }).value;
        expect(value.contributions).toBe(months * Number(one.contributions));
        expect(value.balance).toBe(opening + Number(value.contributions) + development);
      }),
    );
  });

  test('one law holds for every day, as a request without a day supposes', () => {
    for (const { periods } of [jhtRate, jhtWorkerRate, jhtEmployerRate]) {
      expect(periods.map(({ during }) => during)).toEqual([{ from: '2015-07-01', until: undefined }]);
    }
  });
});

test('a return is our convention, rounded to the rupiah', () => {
  expect(ask({ opening: 1_000, returnPercent: '5.05' }).trace?.parts).toContainEqual(
    expect.objectContaining({ value: 51, confidence: 'convention', rounding: 'halfUp' }),
  );
});

test('the explanation names both shares with their article', () => {
  expect(ask({ wage: 5_000_000, months: 24 }).trace?.parts).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ id: 'pu.jht.worker_rate', value: 20_000 }),
      expect.objectContaining({ id: 'pu.jht.employer_rate', value: 37_000 }),
      expect.objectContaining({ id: 'jht.contributions', value: 6_840_000, rounding: 'halfUp' }),
    ]),
  );
});
