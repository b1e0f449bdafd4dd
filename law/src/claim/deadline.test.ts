import { day, dayFromNumber, dayNumber, weekdayOf } from '@payung/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerRequest } from '../engine/run.ts';
import { claimDeadline } from './deadline.ts';
import { claimDeadlineRule } from './rule.ts';

const RULE = 'claim.deadline';
const ask = (input: unknown) => answerRequest(new Map([[RULE, claimDeadlineRule]]), RULE, input);
const answer = (input: unknown) => ask(input).answer;

// biome-ignore format: aligned table of cases
test.each([
  // case                                     kind           event               deadline
  ['the first day of JKK',                   'jkk.claim',   '2015-07-01',       '2017-07-01'],
  ['the last day of two years',              'jkk.claim',   '2019-12-01',       '2021-12-01'],
  ['the first day of five years',            'jkk.claim',   '2019-12-02',       '2024-12-02'],
  ['the first day of JKP',                   'jkp.claim',   '2021-02-02',       '2021-05-02'],
  ['the last day of three months',           'jkp.claim',   '2025-02-06',       '2025-05-06'],
  ['the first day of six months',            'jkp.claim',   '2025-02-07',       '2025-08-07'],
  ['six months into a shorter month',        'jkp.claim',   '2025-08-31',       '2026-02-28'],
  ['a report over a weekend',                'jkk.report',  '2026-05-01T23:59', '2026-05-03T23:59'],
  ['JKK over a weekend: Mon to Wed',          'jkk.payment', '2026-05-04',       '2026-05-13'],
  ['JKM within a week: Mon to Thu',          'jkm.payment', '2026-05-04',       '2026-05-07'],
  ['JKM from a Saturday: Mon, Tue, Wed',     'jkm.payment', '2026-05-09',       '2026-05-13'],
  ['JHT over a weekend: Thu to Thu',         'jht.payment', '2026-05-07',       '2026-05-14'],
])('%s', (_, kind, event, deadline) => {
  expect(answer({ kind, event })).toEqual({ deadline });
});

test('holidays are no working days, on a weekend they change nothing', () => {
  const monday = { kind: 'jkm.payment', event: '2026-05-04' };
  expect(answer({ ...monday, holidays: ['2026-05-06'] })).toEqual({ deadline: '2026-05-08' });
  expect(answer({ ...monday, holidays: ['2026-05-09'] })).toEqual({ deadline: '2026-05-07' });
});

// biome-ignore format: aligned table of cases
test.each([
  ['a minute late',     { kind: 'jkk.report', event: '2026-05-04T09:30', made: '2026-05-06T09:31' }, false],
  ['on the last day',   { kind: 'jkp.claim', event: '2025-02-07', made: '2025-08-07' },              true],
  ['a day late',        { kind: 'jkp.claim', event: '2025-02-07', made: '2025-08-08' },              false],
])('%s', (_, input, inTime) => {
  expect(answer(input)).toMatchObject({ inTime });
});

// biome-ignore format: aligned table of cases
test.each([
  ['before JKK',                   { kind: 'jkk.claim', event: '2015-06-30' },                               'date.outOfRange', 'event'],
  ['before JKP',                   { kind: 'jkp.claim', event: '2021-02-01' },                               'date.outOfRange', 'event'],
  ['beyond the calendar',          { kind: 'jkk.claim', event: '2199-01-01' },                               'date.outOfRange', 'event'],
  ['a report without a time',      { kind: 'jkk.report', event: '2026-05-04' },                              'input.format',    'event'],
  ['an hour that is none',         { kind: 'jkk.report', event: '2026-05-04T24:00' },                        'input.format',    'event'],
  ['a report made without a time', { kind: 'jkk.report', event: '2026-05-04T09:30', made: '2026-05-04' },    'input.format',    'made'],
  ['a claim with a time',          { kind: 'jkk.claim', event: '2026-05-04T09:30' },                         'input.format',    'event'],
  ['a holiday that is no day',     { kind: 'jkm.payment', event: '2026-05-04', holidays: ['2026-02-30'] },   'input.format',    'holidays.0'],
  ['no event',                     { kind: 'jkm.payment' },                                                  'input.missing',   'event'],
  ['an unknown kind',              { kind: 'jp.claim', event: '2026-05-04' },                                'input.range',     'kind'],
])('%s', (_, input, code, path) => {
  expect(answer(input)).toMatchObject({ error: { code, path } });
});

describe('properties', () => {
  const event = fc
    .integer({ min: dayNumber(day('2021-02-02')), max: dayNumber(day('2100-01-01')) })
    .map(dayFromNumber);

  test('a payment is due on a working day that is no holiday, and a later event is never due earlier', () => {
    fc.assert(
      fc.property(event, event, fc.array(event, { maxLength: 5 }), (a, b, holidays) => {
        const due = (on: typeof a) =>
          claimDeadline({ kind: 'jht.payment', event: on, holidays }).value.deadline;
        expect(weekdayOf(day(due(a)))).toBeLessThanOrEqual(5);
        expect(holidays).not.toContain(due(a));
        expect(due(a) <= due(b)).toBe(a <= b || due(a) === due(b));
      }),
    );
  });
});

describe('explanation', () => {
  test('names the years with their article', () => {
    expect(ask({ kind: 'jkk.claim', event: '2020-01-10' }).trace).toMatchObject({
      settled: true,
      parts: [
        { id: 'jkk.claim_expiry_years', value: 5, citation: { law: 'PP 82/2019', article: 'Pasal 26' } },
      ],
    });
  });

  // biome-ignore format: aligned table of cases
  test.each([
    // kind           event               law                                                          article
    ['jkk.claim',    '2026-05-04',       'PP 44/2015',                                                'Pasal 26'],
    ['jkp.claim',    '2026-05-04',       'PP 37/2021',                                                'Pasal 40'],
    ['jkk.report',   '2026-05-04T09:30', 'PP 44/2015; Permenaker 5/2021 jo. Permenaker 1/2025',       undefined],
    ['jkk.payment',  '2026-05-04',       'PP 44/2015',                                                'Pasal 37 ayat (2)'],
    ['jkm.payment',  '2026-05-04',       'UU 40/2004',                                                'Pasal 45 ayat (2)'],
    ['jht.payment',  '2026-05-04',       'Permenaker 4/2022',                                         undefined],
  ] as const)('%s rests on its article', (kind, event, law, article) => {
    expect(ask({ kind, event }).trace?.citation).toEqual({ law, ...(article !== undefined && { article }) });
  });

  test('a late report names the law, whose content only was read', () => {
    const late = ask({ kind: 'jkk.report', event: '2026-05-04T09:30', made: '2026-05-06T09:31' }).trace;
    expect(late?.parts).toContainEqual(
      expect.objectContaining({
        id: 'deadline.late_report',
        applies: true,
        citation: { law: 'Permenaker 5/2021 jo. Permenaker 1/2025' },
        confidence: 'quoted',
      }),
    );
  });

  test.each([
    ['jkk.claim', '2019-12-01', 'PP 82/2019'],
    ['jkp.claim', '2025-02-06', 'PP 6/2025'],
  ])('%s of %s: the other reading is that of %s', (kind, event, law) => {
    const open = ask({ kind, event }).trace?.parts.find((part) => part.kind === 'uncertainty');
    expect(open?.text.en).toContain(`when ${law} took effect`);
  });

  // biome-ignore format: aligned table of cases
  test.each([
    // case                                       event               made                said   other
    ['late before Permenaker 1/2025',            '2025-02-23T09:00', '2025-02-25T09:01', false, undefined],
    ['late, perhaps before',                     '2025-02-24T09:00', '2025-02-26T09:01', false, 'falls on the employer'],
    ['late, the last day without',               '2025-02-28T09:00', '2025-03-02T09:01', false, 'falls on the employer'],
    ['in time since',                            '2025-03-01T09:00', '2025-03-03T09:00', false, undefined],
    ['late since: it falls on the employer',     '2025-03-01T09:00', '2025-03-03T09:01', true,  'BPJS still pays'],
    ['late, perhaps since',                      '2025-03-31T09:00', '2025-04-02T09:01', true,  'BPJS still pays'],
    ['late, certainly since',                    '2025-04-01T09:00', '2025-04-03T09:01', true,  undefined],
  ])('a report %s', (_, event, made, said, other) => {
    const { trace } = ask({ kind: 'jkk.report', event, made });
    const found = trace?.parts.filter((part) => part.kind === 'finding').map(({ id }) => id);
    expect(found).toEqual(said ? ['deadline.late_report'] : []);
    const open = trace?.parts.filter((part) => part.kind === 'uncertainty').map(({ text }) => text.en);
    expect(open).toEqual(other === undefined ? [] : [expect.stringContaining(other)]);
  });

  // biome-ignore format: aligned table of cases
  test.each([
    // case                                           kind         event         otherwise
    ['two years over the day before',                'jkk.claim', '2017-12-01', undefined],
    ['two years over on the first day of five',      'jkk.claim', '2017-12-02', '2022-12-02'],
    ['the last accident under two years',            'jkk.claim', '2019-12-01', '2024-12-01'],
    ['three months over the day before',             'jkp.claim', '2024-11-06', undefined],
    ['three months over on the first day of six',    'jkp.claim', '2024-11-07', '2025-05-07'],
  ])('%s', (_, kind, event, otherwise) => {
    const { trace } = ask({ kind, event });
    const open = trace?.parts.filter((part) => part.kind === 'uncertainty').map((part) => part.otherwise);
    expect(open).toEqual(otherwise === undefined ? [] : [otherwise]);
    expect(trace?.settled).toBe(otherwise === undefined);
  });
});
