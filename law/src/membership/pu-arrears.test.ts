import { day, dayFromNumber, dayNumber, month, rupiah } from '@payung/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerRequest } from '../engine/run.ts';
import { type ArrearsProgramme, puArrears } from './pu-arrears.ts';
import { membershipPuArrears } from './pu-arrears-rule.ts';

const RULE = 'membership.puArrears';
const ask = (input: object) => answerRequest(new Map([[RULE, membershipPuArrears]]), RULE, input);

describe('who pays first', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    // case                                    programme  date          months  bankrupt  first       tolerated  settled
    ['JKK, nothing owed',                     'JKK',     '2026-05-04', 0,      false,    'bpjs',     3,         true],
    ['JKK, three months',                     'JKK',     '2026-05-04', 3,      false,    'bpjs',     3,         true],
    ['JKK, four months: article not read',    'JKK',     '2026-05-04', 4,      false,    'employer', 3,         false],
    ['JKM from its first day',                'JKM',     '2015-07-01', 4,      false,    'employer', 3,         false],
    ['JKP before PP 6/2025: not read',        'JKP',     '2025-02-06', 4,      false,    'employer', 3,         false],
    ['JKP, three months',                     'JKP',     '2025-02-07', 3,      false,    'bpjs',     3,         true],
    ['JKP, four months: read',                'JKP',     '2025-02-07', 4,      false,    'employer', 3,         true],
    ['JKP, bankrupt, six months',             'JKP',     '2025-02-07', 6,      true,     'bpjs',     6,         true],
    ['JKP, bankrupt, seven months',           'JKP',     '2025-02-07', 7,      true,     'employer', 6,         true],
    ['JKP, bankrupt before PP 6/2025',        'JKP',     '2025-02-06', 4,      true,     'employer', 3,         false],
    ['bankruptcy says nothing of JKM',        'JKM',     '2026-05-04', 4,      true,     'employer', 3,         false],
    ['JHT whatever is owed',                  'JHT',     '2022-04-26', 60,     false,    'bpjs',     null,      true],
    ['JHT before Permenaker 4/2022',          'JHT',     '2022-04-25', 1,      false,    'bpjs',     null,      false],
  ] as const)('%s', (_, programme, date, monthsUnpaid, bankrupt, paidFirstBy, toleratedMonths, settled) => {
    const { answer, trace } = ask({ programme, date, monthsUnpaid, bankrupt });
    expect(answer).toMatchObject({
      paidFirstBy,
      toleratedMonths,
      mustSettle: monthsUnpaid === 0 ? [] : ['contributions', 'fines'],
      reimbursable: paidFirstBy === 'employer',
    });
    expect(trace?.settled).toBe(settled);
  });

  test('the terms of reimbursement are known for JKP under PP 6/2025 only', () => {
    const owing = { date: '2026-05-04', monthsUnpaid: 4 };
    expect(ask({ programme: 'JKP', ...owing }).answer).toMatchObject({
      reimbursement: { claimMonths: 3, workingDays: 7 },
    });
    expect(ask({ programme: 'JKP', ...owing, date: '2025-02-06' }).answer).not.toHaveProperty(
      'reimbursement',
    );
    expect(ask({ programme: 'JKK', ...owing }).answer).not.toHaveProperty('reimbursement');
  });
});

test('a century of arrears is still answered', () => {
  const { answer } = ask({ programme: 'JKK', date: '2026-05-04', monthsUnpaid: 1200 });
  expect(answer).toMatchObject({ monthsUnpaid: 1200, paidFirstBy: 'employer' });
});

describe('months unpaid, counted from the last one paid', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    // case                                        last paid  date          unpaid
    ['paid in advance',                           '2026-06', '2026-05-04', 0],
    ['the last month is paid before its due day', '2026-04', '2026-05-04', 0],
    ['on the due day of the first month unpaid',  '2026-03', '2026-05-15', 0],
    ['the day after',                             '2026-03', '2026-05-16', 1],
    ['a due day on a Saturday is Monday',         '2026-06', '2026-08-17', 0],
    ['and the day after that Monday',             '2026-06', '2026-08-18', 1],
    ['across the year end',                       '2025-10', '2026-02-17', 3],
    ['three months, on the last day of them',     '2025-12', '2026-05-15', 3],
    ['the fourth is due',                         '2025-12', '2026-05-16', 4],
    ['never paid since the beginning',            '2015-06', '2015-08-19', 1],
  ] as const)('%s', (_, lastPaid, date, monthsUnpaid) => {
    expect(ask({ programme: 'JKK', date, lastPaid }).answer).toMatchObject({ monthsUnpaid });
  });
});

describe('what must be settled', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    // case                                   contribution  months  contributions  fine
    ['one month',                             1_000_000,    1,      1_000_000,      20_000],
    ['2 % × (1 + 2 + 3 + 4) = 20 %',          1_000_000,    4,      4_000_000,     200_000],
    ['half a rupiah of the sum goes up',             25,    1,             25,           1],
    ['rounded once, not by month',                   24,    2,             48,           1],
  ] as const)('%s', (_, contribution, monthsUnpaid, contributions, fine) => {
    expect(ask({ programme: 'JKK', date: '2026-05-04', monthsUnpaid, contribution }).answer).toMatchObject({
      settlement: { contributions, fine, total: contributions + fine },
    });
  });

  test('nothing without a contribution, or if nothing is owed', () => {
    const asked = { programme: 'JKK', date: '2026-05-04' };
    expect(ask({ ...asked, monthsUnpaid: 4 }).answer).not.toHaveProperty('settlement');
    expect(ask({ ...asked, monthsUnpaid: 0, contribution: 1 }).answer).not.toHaveProperty('settlement');
  });
});

test('the explanation names the limit, the fine and the other reading', () => {
  const { trace } = ask({ programme: 'JKM', date: '2026-05-04', monthsUnpaid: 4, contribution: 100_000 });
  expect(trace?.parts).toMatchObject([
    { id: 'membership.unpaid_months', value: 4 },
    { id: 'membership.pu_arrears_months', value: 3, confidence: 'known' },
    { id: 'membership.pu_arrears_tolerated', applies: false, because: 'beyond' },
    { id: 'membership.late_months', value: 10, confidence: 'convention' },
    { rule: 'penalty.late', value: { penalty: 20_000 } },
    { id: 'membership.settlement', value: 420_000 },
    {
      id: 'membership.pu_arrears',
      changesResult: true,
      otherwise: { paidFirstBy: 'bpjs', reimbursable: false, settlement: { total: 420_000 } },
    },
  ]);
  const jkp = ask({ programme: 'JKP', date: '2026-05-04', monthsUnpaid: 4 }).trace;
  expect(jkp?.citation).toEqual({ law: 'PP 6/2025', article: 'Pasal 39 ayat (1)–(3)' });
});

// biome-ignore format: aligned table of cases
test.each([
  // case                            input                                                                              code                 path
  ['before JKK',                     { programme: 'JKK', date: '2015-06-30', monthsUnpaid: 1 },                         'date.outOfRange',   'date'],
  ['before JHT',                     { programme: 'JHT', date: '2015-06-30', monthsUnpaid: 1 },                         'date.outOfRange',   'date'],
  ['before JKP',                     { programme: 'JKP', date: '2021-02-01', monthsUnpaid: 1 },                         'date.outOfRange',   'date'],
  ['paid before the programme',      { programme: 'JKK', date: '2026-05-04', lastPaid: '2015-05' },                     'date.outOfRange',   'lastPaid'],
  ['neither',                        { programme: 'JKK', date: '2026-05-04' },                                          'input.missing',     'monthsUnpaid'],
  ['both',                           { programme: 'JKK', date: '2026-05-04', lastPaid: '2026-01', monthsUnpaid: 1 },    'input.combination', 'lastPaid'],
  ['a century and a month',          { programme: 'JKK', date: '2026-05-04', monthsUnpaid: 1201 },                      'input.range',       'monthsUnpaid'],
  ['more than is an amount',         { programme: 'JKK', date: '2026-05-04', monthsUnpaid: 4, contribution: 2e14 },     'input.range',       'contribution'],
  ['JP, of which nothing was found', { programme: 'JP', date: '2026-05-04', monthsUnpaid: 1 },                          'input.range',       'programme'],
])('%s', (_, input, code, path) => {
  expect(ask(input).answer).toMatchObject({ error: { code, path } });
});

describe('properties', () => {
  const programme = fc.constantFrom<ArrearsProgramme[]>('JKK', 'JKM', 'JHT', 'JKP');
  const date = fc
    .integer({ min: dayNumber(day('2021-02-02')), max: dayNumber(day('2100-01-01')) })
    .map(dayFromNumber);
  const count = fc.nat({ max: 60 });

  test('one month more never owes less, and never moves the payment from the employer back to BPJS', () => {
    fc.assert(
      fc.property(programme, date, count, fc.nat({ max: 10_000_000 }), (asked, on, months, amount) => {
        const at = (unpaid: number) =>
          puArrears({
            programme: asked,
            date: on,
            unpaid: { months: unpaid },
            contribution: rupiah(amount),
            isBankrupt: false,
          }).value;
        const [fewer, more] = [at(months), at(months + 1)];
        expect(more.settlement?.total).toBeGreaterThanOrEqual(fewer.settlement?.total ?? 0);
        expect(fewer.paidFirstBy === 'employer' && more.paidFirstBy === 'bpjs').toBe(false);
      }),
    );
  });

  test('a later day never counts fewer months', () => {
    fc.assert(
      fc.property(date, fc.nat({ max: 60 }), (on, later) => {
        const at = (asked: typeof on) =>
          puArrears({
            programme: 'JKK',
            date: asked,
            unpaid: { lastPaid: month('2020-12') },
            isBankrupt: false,
          }).value.monthsUnpaid;
        expect(at(dayFromNumber(dayNumber(on) + later))).toBeGreaterThanOrEqual(at(on));
      }),
    );
  });
});
