import { rupiah } from '@payung/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerRequest } from '../engine/run.ts';
import { benefitJkp } from './rule.ts';

const ask = (input: unknown) => answerRequest(new Map([['benefit.jkp', benefitJkp]]), 'benefit.jkp', input);
const answer = (input: unknown) => ask(input).answer;

const before = {
  terminationDate: '2025-02-06',
  wage: 4_000_000,
  contributionMonths24: 12,
  consecutiveMonths: 6,
};
const after = { terminationDate: '2025-02-07', wage: 4_000_000, contributionMonths24: 12 };

describe('amounts', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    // case                               input                                                        base       total
    ['the last day at 45 and 25 %',      before,                                                      4_000_000,  8_400_000],
    ['the first day at 60 %',            after,                                                       4_000_000, 14_400_000],
    ['the first day of the programme',   { ...before, terminationDate: '2021-02-02' },                4_000_000,  8_400_000],
    ['a wage at the cap',                { ...after, wage: 5_000_000 },                               5_000_000, 18_000_000],
    ['a wage above the cap',             { ...after, wage: 5_000_001 },                               5_000_000, 18_000_000],
    ['half a rupiah goes up: 0.5 a month', { ...before, wage: 10, monthsPaid: 1 },                           10,          5],
    ['new work after the third month',   { ...before, monthsPaid: 3 },                                4_000_000,  5_400_000],
    ['new work at once',                 { ...after, monthsPaid: 0 },                                 4_000_000,          0],
  ] as const)('%s', (_, input, base, total) => {
    expect(answer(input)).toMatchObject({ eligible: true, base, total });
  });

  test('the parts sum to the total, a higher wage never pays less, and no month pays above 60 % of the cap', () => {
    const wage = fc.integer({ min: 1, max: 20_000_000 });
    const date = fc.constantFrom('2025-02-06', '2025-02-07');
    fc.assert(
      fc.property(wage, wage, date, (a, b, terminationDate) => {
        const at = (amount: number) => {
          const value = benefitJkp.answer({ ...before, terminationDate, wage: amount }).value;
          const monthly = value.monthly;
          if (!Array.isArray(monthly)) throw new TypeError('no months');
          expect(monthly.reduce((total: number, month: number) => total + month, 0)).toBe(value.total);
          expect(Math.max(...monthly)).toBeLessThanOrEqual(3_000_000);
          return Number(value.total);
        };
        expect(at(Math.min(a, b))).toBeLessThanOrEqual(at(Math.max(a, b)));
      }),
    );
  });
});

describe('conditions', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    // case                            input                                                              because
    ['11 months',                     { ...after, contributionMonths24: 11 },                            ['jkp.contributionMonths']],
    ['5 consecutive, old law',        { ...before, consecutiveMonths: 5 },                               ['jkp.consecutiveMonths']],
    ['registered at 54',              { ...after, ageAtRegistration: 54 },                               ['jkp.age']],
    ['a fourth time',                 { ...after, timesReceived: 3 },                                    ['jkp.maxTimes']],
    ['a day late, old law',           { ...before, claimDate: '2025-05-07' },                            ['jkp.claimWindow']],
    ['a day late, new law',           { ...after, claimDate: '2025-08-08' },                             ['jkp.claimWindow']],
    ['resigned',                      { ...after, reason: 'resignation' },                               ['jkp.reason']],
    ['retired',                       { ...after, reason: 'retirement' },                                ['jkp.reason']],
    ['disabled',                      { ...after, reason: 'totalDisability' },                           ['jkp.reason']],
    ['died',                          { ...after, reason: 'death' },                                     ['jkp.reason']],
    ['everything, in the given order', { ...before, reason: 'death', contributionMonths24: 0, consecutiveMonths: 0, ageAtRegistration: 60, timesReceived: 4, claimDate: '2026-01-01' },
      ['jkp.reason', 'jkp.contributionMonths', 'jkp.consecutiveMonths', 'jkp.age', 'jkp.maxTimes', 'jkp.claimWindow']],
  ])('%s', (_, input, because) => {
    expect(answer(input)).toEqual({ eligible: false, because, base: 4_000_000, monthly: [], total: 0 });
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['registered at 53',              { ...after, ageAtRegistration: 53 }],
    ['a third time',                  { ...after, timesReceived: 2 }],
    ['on the last day, old law',      { ...before, claimDate: '2025-05-06' }],
    ['on the last day, new law',      { ...after, claimDate: '2025-08-07' }],
    ['3 consecutive, new law',        { ...after, consecutiveMonths: 3 }],
  ])('%s: granted', (_, input) => {
    expect(answer(input)).toMatchObject({ eligible: true });
  });
});

describe('invalid requests', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    ['before the programme',            { ...before, terminationDate: '2021-02-01' },       'date.outOfRange', 'terminationDate'],
    ['no consecutive months, old law',  { ...after, terminationDate: '2025-02-06' },        'input.missing',   'consecutiveMonths'],
    ['25 of 24 months',                 { ...after, contributionMonths24: 25 },             'input.range',     'contributionMonths24'],
    ['seven months',                    { ...after, monthsPaid: 7 },                        'input.range',     'monthsPaid'],
    ['no wage at all',                  { ...after, wage: 0 },                              'input.range',     'wage'],
    ['an unknown reason',               { ...after, reason: 'strike' },                     'input.range',     'reason'],
    ['a window beyond the calendar',    { ...after, terminationDate: '2200-08-01', claimDate: '2200-08-01' }, 'date.outOfRange', 'terminationDate'],
    ['30 February',                     { ...after, claimDate: '2025-02-30' },              'input.format',    'claimDate'],
  ])('%s', (_, input, code, path) => {
    expect(answer(input)).toMatchObject({ error: { code, path } });
  });
});

describe('explanation', () => {
  test('names the rates and the window with their articles', () => {
    expect(ask({ ...after, claimDate: '2025-08-07' }).trace?.parts).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          id: 'jkp.cash_rates',
          citation: { law: 'PP 6/2025', article: 'Pasal 21 ayat (1)' },
          from: '2025-02-07',
        }),
        expect.objectContaining({
          id: 'jkp.claim_window_months',
          value: 6,
          citation: { law: 'PP 6/2025', article: 'Pasal 40' },
        }),
        expect.objectContaining({ kind: 'finding', id: 'jkp.claimWindow', applies: true, because: 'met' }),
      ]),
    );
  });

  test('of a refusal names the article of each condition, and how sure it is', () => {
    const { trace } = ask({ ...before, reason: 'death', ageAtRegistration: 54, claimDate: '2025-05-07' });
    const findings = trace?.parts.filter((part) => part.kind === 'finding') ?? [];
    // biome-ignore format: aligned table of cases
    expect(findings.map(({ id, applies, citation, confidence }) => [id, applies, citation.law, citation.article, confidence])).toEqual([
      ['jkp.reason',              false,  'PP 37/2021',  'Pasal 20',           'inferred'],
      ['jkp.contributionMonths',  true,   'PP 37/2021',  'Pasal 19 ayat (3)',  'secondary'],
      ['jkp.consecutiveMonths',   true,   'PP 37/2021',  'Pasal 19 ayat (3)',  'secondary'],
      ['jkp.age',                 false,  'PP 37/2021',  'Pasal 4',            'secondary'],
      ['jkp.maxTimes',            true,   'PP 37/2021',  'Pasal 24',           'quoted'],
      ['jkp.claimWindow',         false,  'PP 37/2021',  'Pasal 40',           'quoted'],
    ]);
    expect(trace?.citation).toEqual({ law: 'PP 37/2021', article: 'Pasal 21' });
  });

  test('says how the months were rounded, and that none is paid', () => {
    expect(ask({ ...after, monthsPaid: 0 }).trace?.parts).toContainEqual(
      expect.objectContaining({
        id: 'jkp.cash',
        text: { id: 'Uang tunai: tidak ada bulan', en: 'Cash: no month' },
        citation: { law: 'PP 6/2025', article: 'Pasal 21 ayat (1)' },
        rounding: 'halfUp',
      }),
    );
  });

  // biome-ignore format: aligned table of cases
  test.each([
    // case                                                        input                                                            open
    ['the last day whose claim and six payments end before it',    { ...before, terminationDate: '2024-05-06' },                    []],
    ['the first day that may reach it',                            { ...before, terminationDate: '2024-05-07' },                    ['jkp.transition']],
    ['a claim whose payments end the day before',                  { ...before, terminationDate: '2024-06-01', claimDate: '2024-08-06' },  []],
    ['a claim whose payments end on its day',                      { ...before, terminationDate: '2024-06-01', claimDate: '2024-08-07' },  ['jkp.transition']],
    ['a first time, all conditions of either reading met',         { ...after, consecutiveMonths: 6 },                              ['jkp.consecutive_months']],
    ['refused: the new law leaves nothing open',                   { ...after, contributionMonths24: 11 },                          []],
    ['refused after a first benefit',                              { ...after, contributionMonths24: 11, timesReceived: 1 },        []],
  ] as const)('of PP 6/2025: %s', (_, input, open) => {
    const found = ask(input).trace?.parts.filter((part) => part.kind === 'uncertainty') ?? [];
    expect(found.map(({ id }) => id)).toEqual(open);
  });

  // biome-ignore format: aligned table of cases
  test.each([
    // case                                             input                                                          open                      changes  otherwise
    ['5 consecutive months: refused under the other',   { ...after, consecutiveMonths: 5 },                            'jkp.consecutive_months', true,    { eligible: false, total: 0 }],
    ['6 consecutive months: granted under either',      { ...after, consecutiveMonths: 6 },                            'jkp.consecutive_months', false,   { eligible: true }],
    ['23 months of 24 may have a gap',                  { ...after, contributionMonths24: 23 },                        'jkp.consecutive_months', true,    { eligible: false, total: 0 }],
    ['a second time: perhaps too early',                { ...after, timesReceived: 1 },                                'jkp.five_years',         true,    { eligible: false, total: 0 }],
    ['refused under either law',                        { ...before, contributionMonths24: 11 },                       'jkp.transition',         false,   { eligible: false, total: 0 }],
    ['nothing is paid under either law',                { ...before, monthsPaid: 0 },                                  'jkp.transition',         false,   { eligible: true, total: 0 }],
    ['too few consecutive months for the old law only', { ...before, consecutiveMonths: 5 },                           'jkp.transition',         true,    { eligible: true, total: 14_400_000 }],
  ] as const)('%s', (_, input, id, changesResult, otherwise) => {
    const found = ask(input).trace?.parts.find((part) => part.kind === 'uncertainty' && part.id === id);
    expect(found).toMatchObject({ changesResult, otherwise });
  });

  // biome-ignore format: aligned table of cases
  test.each([
    // case                                     input                                               open                       changes
    ['payments that reach PP 6/2025',          { ...before, claimDate: '2025-02-06' },             'jkp.transition',          true],
    ['perhaps too few consecutive months',     after,                                              'jkp.consecutive_months',  true],
    ['enough consecutive months',              { ...after, consecutiveMonths: 6 },                 'jkp.consecutive_months',  false],
    ['contributions in all 24 months',         { ...after, contributionMonths24: 24 },             'jkp.consecutive_months',  false],
    ['a second time',                          { ...after, timesReceived: 1 },                     'jkp.five_years',          true],
  ])('%s', (_, input, id, changesResult) => {
    expect(ask(input).trace?.parts).toContainEqual(
      expect.objectContaining({ kind: 'uncertainty', id, changesResult }),
    );
  });

  test('a dismissal long over by 2025 is settled; the other reading of an open one has its amount', () => {
    expect(ask({ ...before, terminationDate: '2022-06-10' }).trace).toMatchObject({ settled: true });
    const open = ask(before).trace?.parts.find((part) => 'id' in part && part.id === 'jkp.transition');
    expect(open).toMatchObject({ otherwise: { total: rupiah(14_400_000) } });
  });
});
