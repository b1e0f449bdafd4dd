import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerRequest } from '../engine/run.ts';
import { benefitJhtWithdrawal } from './rule.ts';

type Example = { id: string; title: string; input: unknown; expected: Record<string, unknown> };

const examples: Example[] = JSON.parse(
  readFileSync(new URL('./withdrawal.examples.json', import.meta.url), 'utf8'),
);
const RULE = 'benefit.jht.withdrawal';
const ask = (input: unknown) => answerRequest(new Map([[RULE, benefitJhtWithdrawal]]), RULE, input);
const answer = (input: unknown) => ask(input).answer;

const part = { reason: 'partial', balance: 80_000_000, membershipMonths: 120, purpose: 'other' };
const left = { reason: 'resignation', balance: 30_000_000, date: '2026-03-10', asOf: '2026-04-10' };

test.each(examples.map((example) => [example.id, example.title, example] as const))(
  '%s %s',
  (_, __, { input, expected }) => {
    expect(answer(input)).toMatchObject(expected);
  },
);

describe('the whole balance', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    // case                                  input                                                              earliest
    ['dismissed, a month later',            { ...left, reason: 'termination' },                                '2026-04-10'],
    ['fixed term ended, a month later',     { ...left, reason: 'pkwtEnd' },                                    '2026-04-10'],
    ['BPU stops, the same day',             { ...left, reason: 'bpuStops', asOf: '2026-03-10' },               '2026-03-10'],
    ['left Indonesia, the same day',        { ...left, reason: 'leavingIndonesia', asOf: '2026-03-10' },       '2026-03-10'],
    ['died, the same day',                  { ...left, reason: 'death', asOf: '2026-03-10' },                  '2026-03-10'],
    ['disabled, the 1st of the next month', { ...left, reason: 'totalDisability', asOf: '2026-04-01' },        '2026-04-01'],
    ['new contributions after a death',     { ...left, reason: 'death', stillContributing: true },             '2026-03-10'],
    ['the first day of the programme',      { ...left, date: '2015-07-01' },                                   '2015-08-01'],
  ])('%s', (_, input, earliest) => {
    expect(answer(input)).toEqual({ eligible: true, earliest, payable: 30_000_000 });
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['disabled, the last day of the month', { ...left, reason: 'totalDisability', asOf: '2026-03-31' },        ['jht.waiting'], '2026-04-01'],
    ['before the event',                    { ...left, reason: 'bpuStops', asOf: '2026-03-09' },               ['jht.waiting'], '2026-03-10'],
    ['BPU contributes again',               { ...left, reason: 'bpuStops', stillContributing: true },          ['jht.stillContributing'], '2026-03-10'],
    ['too early and contributing again',    { ...left, asOf: '2026-04-09', stillContributing: true },          ['jht.waiting', 'jht.stillContributing'], '2026-04-10'],
  ])('%s', (_, input, because, earliest) => {
    expect(answer(input)).toEqual({ eligible: false, because, earliest, payable: 0 });
  });
});

describe('a part', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    ['10 % at 120 months',              part,                                                      { eligible: true, payable: 8_000_000 }],
    ['30 % for a house',                { ...part, purpose: 'housing' },                           { eligible: true, payable: 24_000_000 }],
    ['half a rupiah goes up: 0.5',      { ...part, balance: 5 },                                   { eligible: true, payable: 1 }],
    ['a second time',                   { ...part, previousPartial: true },                        { eligible: false, because: ['jht.partial.once'], payable: 0 }],
    ['119 months and a second time',    { ...part, membershipMonths: 119, previousPartial: true }, { eligible: false, because: ['jht.partial.membership', 'jht.partial.once'], payable: 0 }],
  ])('%s', (_, input, expected) => {
    expect(answer(input)).toEqual(expected);
  });

  test('never more than the balance, and a house never less than another purpose', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (balance) => {
        const paid = (purpose: string) =>
          Number(benefitJhtWithdrawal.answer({ ...part, balance, purpose }).value.payable);
        expect(paid('other') <= paid('housing') && paid('housing') <= balance).toBe(true);
      }),
    );
  });
});

describe('invalid requests', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    ['a day before the programme',  { ...left, date: '2015-06-30' },                                                  'date.outOfRange', 'date'],
    ['no asOf',                     { ...left, asOf: undefined },                                                     'input.missing',   'asOf'],
    ['no date',                     { ...left, date: undefined },                                                     'input.missing',   'date'],
    ['no birth date',               { reason: 'age56', balance: 1, asOf: '2026-01-01' },                              'input.missing',   'birthDate'],
    ['born too late',               { reason: 'age56', balance: 1, asOf: '2026-01-01', birthDate: '2150-01-01' },     'date.outOfRange', 'birthDate'],
    ['no purpose',                  { ...part, purpose: undefined },                                                  'input.missing',   'purpose'],
    ['the wait beyond the calendar', { ...left, date: '2200-12-10' },                                                 'date.outOfRange', 'date'],
    ['an unknown reason',           { ...left, reason: 'wish' },                                                      'input.range',     'reason'],
  ])('%s', (_, input, code, path) => {
    expect(answer(input)).toMatchObject({ error: { code, path } });
  });
});

test('the explanation: articles, and the wait after a fixed term as open', () => {
  expect(ask(part).trace?.parts[0]).toMatchObject({
    id: 'jht.partial.membership_months',
    value: 120,
    citation: { law: 'PP 46/2015', article: 'Pasal 22 ayat (4)' },
  });
  expect(ask(left).trace).toMatchObject({ settled: true });
  const { trace } = ask({ ...left, reason: 'pkwtEnd', asOf: '2026-03-20' });
  expect(trace).toMatchObject({ settled: false });
  expect(trace?.parts).toContainEqual(
    expect.objectContaining({
      id: 'jht.pkwt_wait',
      otherwise: { earliest: '2026-03-10', payable: 30_000_000 },
    }),
  );
});
