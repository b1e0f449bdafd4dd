import { rupiah } from '@payung/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerRequest } from '../engine/run.ts';
import { lateCompensation } from './late-compensation.ts';
import { claimLateCompensation } from './rule.ts';

const owed = (benefit: number, daysLate: number) =>
  lateCompensation({ benefit: rupiah(benefit), daysLate }).value.compensation;

describe('1 % of the benefit for each day', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    // case                                benefit      days  compensation
    ['in time',                            42_000_000,  0,             0],
    ['one day',                            42_000_000,  1,       420_000],
    ['no maximum is known: 101 days',      42_000_000,  101,  42_420_000],
    ['half a rupiah goes up',                      50,  1,             1],
    ['less than half is dropped',                  49,  1,             0],
    ['rounded once, not by day',                   49,  3,             1],
  ] as const)('%s', (_, benefit, days, compensation) => {
    expect(owed(benefit, days)).toBe(compensation);
  });

  test('is never negative and grows with benefit and days', () => {
    const amount = fc.integer({ min: 0, max: 1_000_000_000 });
    const days = fc.integer({ min: 0, max: 1_000 });
    fc.assert(
      fc.property(amount, days, (benefit, late) => {
        expect(owed(benefit, late)).toBeGreaterThanOrEqual(0);
        expect(owed(benefit, late + 1)).toBeGreaterThanOrEqual(owed(benefit, late));
        expect(owed(benefit + 1, late)).toBeGreaterThanOrEqual(owed(benefit, late));
      }),
    );
  });
});

test('the explanation names the article, and leaves base and days open once something is owed', () => {
  const late = lateCompensation({ benefit: rupiah(10_000_000), daysLate: 1 }).trace;
  expect(late.parts).toMatchObject([
    { id: 'jkm.late_compensation.rate', value: 10_000, citation: { article: 'Pasal 79 ayat (3)' } },
    {
      id: 'jkm.late_compensation',
      rounding: 'halfUp',
      text: { en: 'Rp 10.000.000 × 1% × 1 day = Rp 100.000' },
    },
    { id: 'jkm.late_compensation_base', changesResult: true, otherwise: null },
  ]);
  expect(late.settled).toBe(false);
  expect(late.citation).toEqual({
    law: 'Permenaker 5/2021 jo. Permenaker 1/2025',
    article: 'Pasal 79 ayat (3)',
  });
  expect(lateCompensation({ benefit: rupiah(50), daysLate: 1 }).trace.settled).toBe(false);
  expect(lateCompensation({ benefit: rupiah(10_000_000), daysLate: 0 }).trace.settled).toBe(true);
});

// biome-ignore format: aligned table of cases
test.each([
  // case                          input                                        code             path
  ['no benefit',                   { daysLate: 1 },                             'input.missing', 'benefit'],
  ['no days',                      { benefit: 1 },                              'input.missing', 'daysLate'],
  ['days with a fraction',         { benefit: 1, daysLate: 0.5 },               'input.type',    'daysLate'],
  ['a benefit below zero',         { benefit: -1, daysLate: 1 },                'input.range',   'benefit'],
  ['more than can be paid',        { benefit: 10 ** 15, daysLate: 101 },        'input.range',   'daysLate'],
  ['another field',                { benefit: 1, daysLate: 1, date: '2026-01-01' }, 'input.unknown', 'date'],
] as const)('invalid: %s', (_, input, code, path) => {
  const rules = new Map([[claimLateCompensation.id, claimLateCompensation]]);
  const answer = answerRequest(rules, 'claim.lateCompensation', input);
  expect(answer).toMatchObject({ answer: { error: { code, path } } });
});
