import { day, dayFromNumber, dayNumber } from '@payung/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerRequest } from '../engine/run.ts';
import { claimDeadline } from './deadline.ts';
import { claimServiceDays, serviceDays } from './service-days.ts';

const RULE = 'claim.serviceDays';
const KINDS = { JKK: 'jkk.payment', JKM: 'jkm.payment', JHT: 'jht.payment' } as const;
const ask = (input: unknown) => answerRequest(new Map([[RULE, claimServiceDays]]), RULE, input);

// biome-ignore format: aligned table of cases
test.each([
  // case                                     programme      date          days  counted from           late  settled
  ['JKK from its first day',                 'JKK',         '2015-07-01', 7,    'completeApplication', '1',  true],
  ['JKM from its first day',                 'JKM',         '2015-07-01', 3,    'completeApplication', '1',  true],
  ['JKM under Permenaker 1/2025',            'JKM',         '2025-03-01', 3,    'completeApplication', '1',  true],
  ['JHT before Permenaker 4/2022: assumed',  'JHT',         '2022-04-25', 5,    'completeApplication', null, false],
  ['JHT under Permenaker 4/2022',            'JHT',         '2022-04-26', 5,    'completeApplication', null, true],
  ['JP: a promise of service',               'JP',          '2026-05-04', 15,   'approval',            null, false],
  ['JKP from its first day: known only',     'JKP',         '2021-02-02', 3,    'completeApplication', null, false],
  ['scholarships: not established',          'scholarship', '2026-05-04', null, null,                  null, false],
] as const)('%s', (_, programme, date, workingDays, countedFrom, lateRatePercent, settled) => {
  const { answer, trace } = ask({ programme, date });
  expect(answer).toEqual({ workingDays, countedFrom, lateRatePercent });
  expect(trace?.settled).toBe(settled);
});

// biome-ignore format: aligned table of cases
test.each([
  ['before JKK',              { programme: 'JKK', date: '2015-06-30' },                   'date.outOfRange', 'date'],
  ['before scholarships',     { programme: 'scholarship', date: '2015-06-30' },           'date.outOfRange', 'date'],
  ['before JKP',              { programme: 'JKP', date: '2021-02-01' },                   'date.outOfRange', 'date'],
  ['another programme',       { programme: 'JKN', date: '2026-05-04' },                   'input.range',     'programme'],
  ['another ground',          { programme: 'JKK', date: '2026-05-04', ground: 'care' },   'input.range',     'ground'],
  ['no day',                  { programme: 'JKK' },                                       'input.missing',   'date'],
])('%s', (_, input, code, path) => {
  expect(ask(input).answer).toMatchObject({ error: { code, path } });
});

describe('explanation', () => {
  test('names days and cost with their articles', () => {
    expect(ask({ programme: 'JKK', date: '2026-05-04' }).trace).toMatchObject({
      citation: { law: 'PP 44/2015', article: 'Pasal 37 ayat (2)' },
      parts: [
        { id: 'jkk.payment_days', value: 7, confidence: 'quoted' },
        { id: 'jkk.late_compensation.rate', value: 10_000, citation: { article: 'Pasal 37 ayat (3)' } },
      ],
    });
    expect(ask({ programme: 'JKM', date: '2025-02-28' }).trace?.parts).toMatchObject([
      { id: 'jkm.payment_days', value: 3, citation: { article: 'Pasal 40 ayat (3)' } },
      { id: 'jkm.late_compensation.rate', citation: { law: 'PP 44/2015', article: 'Pasal 40 ayat (4)' } },
    ]);
  });

  test('heirs of a work accident: seven days, or three as JKM', () => {
    const { answer, trace } = ask({ programme: 'JKK', date: '2026-05-04', ground: 'death' });
    expect(answer).toMatchObject({ workingDays: 7 });
    expect(trace).toMatchObject({ settled: false });
    expect(trace?.parts.at(-1)).toMatchObject({ id: 'service.jkk_death', otherwise: { workingDays: 3 } });
  });

  test('a number that was not read is otherwise none', () => {
    const jp = ask({ programme: 'JP', date: '2026-05-04' });
    expect(jp.trace?.parts).toMatchObject([
      { id: 'jp.payment_days', confidence: 'secondary' },
      { id: 'service.days_not_read', otherwise: { workingDays: null, countedFrom: null } },
      { id: 'service.late', applies: false, because: 'notFound' },
    ]);
  });
});

test('the date of claim.deadline is never before that many days have passed', () => {
  const date = fc
    .integer({ min: dayNumber(day('2015-07-01')), max: dayNumber(day('2100-01-01')) })
    .map(dayFromNumber);
  fc.assert(
    fc.property(fc.constantFrom('JKK', 'JKM', 'JHT'), date, (programme, event) => {
      const { workingDays } = serviceDays({ programme, date: event, ground: 'recovery' }).value;
      const kind = KINDS[programme];
      const { deadline } = claimDeadline({ kind, event, holidays: [] }).value;
      const passed = dayNumber(day(deadline)) - dayNumber(event);
      expect(passed).toBeGreaterThanOrEqual(workingDays ?? Number.NaN);
      // Up to seven working days meet two weekends at most.
      expect(passed).toBeLessThanOrEqual((workingDays ?? Number.NaN) + 4);
    }),
  );
});
