import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerRequest } from '../engine/run.ts';
import { benefitJhtWithdrawal } from './rule.ts';

const RULE = 'benefit.jht.withdrawal';
const ask = (input: unknown) => answerRequest(new Map([[RULE, benefitJhtWithdrawal]]), RULE, input);
const answer = (input: unknown) => ask(input).answer;

const part = { reason: 'partial', balance: 80_000_000, membershipMonths: 120, purpose: 'other' };
const left = { reason: 'resignation', balance: 30_000_000, date: '2026-03-10', asOf: '2026-04-10' };

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
    ['the last day of the wait by convention', { ...left, date: '2015-08-31' },                                '2015-09-30'],
    ['the first day of Permenaker 19/2015', { ...left, date: '2015-09-01' },                                   '2015-10-01'],
    ['its last day',                        { ...left, date: '2022-04-25' },                                   '2022-05-25'],
    ['the first day of Permenaker 4/2022',  { ...left, date: '2022-04-26' },                                   '2022-05-26'],
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

describe('at 56', () => {
  const born = { reason: 'age56', balance: 30_000_000, birthDate: '1970-03-10' };

  // biome-ignore format: aligned table of cases
  test.each([
    // case                             input                                                                 answer
    ['the day before the birthday',    { ...born, asOf: '2026-03-09' },                                      { eligible: false, because: ['jht.age'], earliest: '2026-03-10', payable: 0 }],
    ['the birthday',                   { ...born, asOf: '2026-03-10' },                                      { eligible: true, earliest: '2026-03-10', payable: 30_000_000 }],
    ['born on 29 February',            { ...born, birthDate: '1968-02-29', asOf: '2024-02-29' },             { eligible: true, earliest: '2024-02-29', payable: 30_000_000 }],
    ['the first day of the programme', { ...born, birthDate: '1950-01-01', asOf: '2015-07-01' },             { eligible: true, earliest: '2006-01-01', payable: 30_000_000 }],
  ])('%s', (_, input, expected) => {
    expect(answer(input)).toEqual(expected);
  });

  test('not before the programme', () => {
    const input = { ...born, birthDate: '1950-01-01', asOf: '2015-06-30' };
    expect(answer(input)).toMatchObject({ error: { code: 'date.outOfRange', path: 'asOf' } });
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

// biome-ignore format: aligned table of cases
test.each([
  // case                                        change                                                  payable without the wait
  ['the day before the term ended',              { asOf: '2026-03-09' },                                          0],
  ['the day it ended',                           { asOf: '2026-03-10' },                                 30_000_000],
  ['contributing again',                         { asOf: '2026-03-10', stillContributing: true },                 0],
  ['contributing again, before',                 { asOf: '2026-03-09', stillContributing: true },                 0],
])('the wait after a fixed term is open: %s', (_, change, payable) => {
  const { trace } = ask({ ...left, reason: 'pkwtEnd', ...change });
  expect(trace?.parts).toContainEqual(
    expect.objectContaining({ id: 'jht.pkwt_wait', otherwise: { earliest: '2026-03-10', payable } }),
  );
});

test('the explanation: each condition with its article, and how a part was rounded', () => {
  const refused = ask({ ...part, membershipMonths: 119, previousPartial: true }).trace;
  const again = ask({ ...left, stillContributing: true }).trace;
  const young = ask({ reason: 'age56', balance: 1, birthDate: '1990-01-01', asOf: '2026-01-01' }).trace;
  const findings = [refused, again, young].flatMap(
    (trace) => trace?.parts.filter((found) => found.kind === 'finding') ?? [],
  );
  // biome-ignore format: aligned table of cases
  expect(findings.map(({ id, applies, citation, confidence }) => [id, applies, citation.law, citation.article, confidence])).toEqual([
    ['jht.partial.membership',  false,  'PP 46/2015',        'Pasal 22 ayat (4)–(6)',  'quoted'],
    ['jht.partial.once',        false,  'PP 46/2015',        'Pasal 22 ayat (4)–(6)',  'quoted'],
    ['jht.waiting',             true,   'Permenaker 4/2022', undefined,                'quoted'],
    ['jht.stillContributing',   false,  'Permenaker 4/2022', undefined,                'quoted'],
    ['jht.age',                 false,  'PP 46/2015',        'Pasal 22 ayat (1)',      'quoted'],
  ]);
  expect(ask({ ...left, reason: 'totalDisability' }).trace?.parts).toContainEqual(
    expect.objectContaining({
      id: 'jht.disability_from',
      value: '2026-04-01',
      citation: { law: 'PP 46/2015', article: 'Pasal 26' },
      confidence: 'known',
    }),
  );
  expect(ask(part).trace?.parts).toContainEqual(
    expect.objectContaining({ id: 'jht.partial', value: 8_000_000, rounding: 'halfUp' }),
  );
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
