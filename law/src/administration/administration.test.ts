import { type Day, day, month, monthFromIndex, monthIndex, rupiah, weekdayOf } from '@payung/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asKnownOn } from '../engine/belief.ts';
import { explain, run } from '../rules.ts';
import { contributionDueDate } from './due-date.ts';
import { latePenalty } from './late-penalty.ts';

describe('due date', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    // case                                     segment  month      holidays                        due
    ['PU: the following month',                 'PU',    '2026-09', [],                             '2026-10-15'],
    ['PU: across the year end',                 'PU',    '2026-12', [],                             '2027-01-15'],
    ['PU: a Sunday moves to Monday',            'PU',    '2026-01', [],                             '2026-02-16'],
    ['BPU: the month itself',                   'BPU',   '2026-09', [],                             '2026-09-15'],
    ['BPU: a Saturday moves to Monday',         'BPU',   '2026-08', [],                             '2026-08-17'],
    ['… and past a holiday on it',              'BPU',   '2026-08', ['2026-08-17'],                 '2026-08-18'],
    ['a holiday on the 15th',                   'BPU',   '2026-09', ['2026-09-15'],                 '2026-09-16'],
    ['a holiday on the 14th changes nothing',   'BPU',   '2026-09', ['2026-09-14'],                 '2026-09-15'],
    ['holidays up to a weekend, in any order',  'BPU',   '2026-10', ['2026-10-16', '2026-10-15'],   '2026-10-19'],
    ['first month of the programmes',           'BPU',   '2015-07', [],                             '2015-07-15'],
    ['PU: the month before the Covid relief',   'PU',    '2020-07', [],                             '2020-08-17'],
    ['… its first month: the 30th',             'PU',    '2020-08', [],                             '2020-09-30'],
    ['… a Saturday moves to the day before',    'PU',    '2020-12', [],                             '2021-01-29'],
    ['… and back past a holiday',               'PU',    '2020-12', ['2021-01-29'],                 '2021-01-28'],
    ['… its last month has no 30th after it',   'PU',    '2021-01', [],                             '2021-02-26'],
    ['… the month after it',                    'PU',    '2021-02', [],                             '2021-03-15'],
    ['BPU keep the 15th under the relief',      'BPU',   '2020-08', [],                             '2020-08-17'],
  ] as const)('%s', (_, segment, at, holidays, due) => {
    expect(contributionDueDate(segment, month(at), holidays.map(day)).value.dueDate).toBe(due);
  });

  test('is a working day, on or after the 15th and within the days that are off', () => {
    const months = fc.integer({ min: monthIndex(month('2015-07')), max: monthIndex(month('2100-12')) });
    fc.assert(
      fc.property(months.map(monthFromIndex), fc.boolean(), (at, isOff) => {
        const fifteenth: Day = day(`${at}-15`);
        const { dueDate } = contributionDueDate('BPU', at, isOff ? [fifteenth] : []).value;
        expect(weekdayOf(dueDate)).toBeLessThanOrEqual(5);
        expect(dueDate >= fifteenth && dueDate <= day(`${at}-18`)).toBe(true);
        expect(isOff && dueDate === fifteenth).toBe(false);
      }),
    );
  });

  // biome-ignore format: aligned table of cases
  test.each([
    // case                                  segment  month      open
    ['PU before the Covid relief',           'PU',    '2020-07', []],
    ['PU under it',                          'PU',    '2020-08', []],
    ['PU in the month without a 30th',       'PU',    '2021-01', ['2021-03-01']],
    ['PU after it',                          'PU',    '2021-02', []],
    ['BPU before the Covid relief',          'BPU',   '2020-07', []],
    ['BPU in its first month',               'BPU',   '2020-08', ['2020-09-30']],
    ['BPU when the 30th is a Saturday',      'BPU',   '2020-12', ['2021-01-29']],
    ['BPU in its last month',                'BPU',   '2021-01', ['2021-02-26']],
    ['BPU after it',                         'BPU',   '2021-02', []],
  ] as const)('open: %s', (_, segment, at, open) => {
    const { trace } = contributionDueDate(segment, month(at));
    const found = trace.parts.filter((part) => part.kind === 'uncertainty');
    expect(found.map(({ id, otherwise }) => [id, otherwise])).toEqual(
      open.map((otherwise) => ['admin.covid_due_day', otherwise]),
    );
    expect(trace.settled).toBe(open.length === 0);
  });

  test('the Covid relief is explained with its article, and was not known from the beginning', () => {
    const { trace } = contributionDueDate('PU', month('2020-12'));
    const law = { law: 'PP 49/2020', article: 'Pasal 4' };
    expect(trace).toMatchObject({ citation: law });
    expect(trace.parts).toMatchObject([
      { id: 'admin.due_day.covid', value: 30, citation: law, confidence: 'quoted', known: '2026-11-26' },
      { id: 'admin.nominal_due', value: '2021-01-30' },
      { id: 'admin.next_working_day', value: '2021-01-29' },
    ]);
    const before = asKnownOn(day('2026-11-25'), () => contributionDueDate('PU', month('2020-12')));
    expect(before.value.dueDate).toBe('2021-01-15');
  });

  test('the explanation names the day of the law and the move', () => {
    const { trace } = contributionDueDate('BPU', month('2026-08'), []);
    expect(trace.parts).toMatchObject([
      { id: 'admin.due_day', value: 15, citation: { law: 'PP 44/2015' } },
      { id: 'admin.nominal_due', value: '2026-08-15' },
      { id: 'admin.next_working_day', value: '2026-08-17' },
    ]);
  });

  // biome-ignore format: aligned table of cases
  test.each([
    // case                      input                                                    code               path
    ['before the programmes',    { segment: 'PU', month: '2015-06' },                     'date.outOfRange', 'month'],
    ['the last month of time',   { segment: 'PU', month: '2200-12' },                     'date.outOfRange', 'month'],
    ['no segment',               { month: '2026-01' },                                    'input.missing',   'segment'],
    ['a segment without a day',  { segment: 'PMI', month: '2026-01' },                    'input.range',     'segment'],
    ['holidays as text',         { segment: 'PU', month: '2026-01', holidays: '2026-01-01' }, 'input.type',  'holidays'],
    ['a holiday that is no day', { segment: 'PU', month: '2026-01', holidays: ['2026-02-30'] }, 'input.format', 'holidays.0'],
  ])('%s', (_, input, code, path) => {
    expect(explain('contribution.dueDate', input)).toMatchObject({ answer: { error: { code, path } } });
  });
});

describe('late penalty', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    // case                         segment  contribution  months  rate  penalty
    ['paid in time',                'PU',    1_000_000,     0,     '2',       0],
    ['one month',                   'PU',    1_000_000,     1,     '2',  20_000],
    ['simple, not compound',        'PU',    1_000_000,    12,     '2', 240_000],
    ['0.5 rupiah goes up',          'PU',           25,     1,     '2',       1],
    ['0.48 rupiah goes down',       'PU',           24,     1,     '2',       0],
    ['BPU pay none',                'BPU',      16_800,    12,     '0',       0],
  ] as const)('%s', (_, segment, contribution, monthsLate, ratePercent, penalty) => {
    expect(run('penalty.late', { segment, contribution, monthsLate })).toEqual({ ratePercent, penalty });
  });

  test('a fine of wage earners may be another at 0.5 %; none on BPU or in time', () => {
    const { trace } = latePenalty('PU', rupiah(1_000_000), 2);
    expect(trace.settled).toBe(false);
    expect(trace.parts.at(-1)).toMatchObject({
      id: 'admin.penalty_rate',
      otherwise: 10_000,
      text: { en: expect.stringContaining('contributions of August 2020 to January 2021 the fine was 0.5%') },
    });
    expect(trace.parts[0]).toMatchObject({
      value: 20_000,
      citation: { law: 'PP 44/2015', article: 'Pasal 22' },
    });
    expect(latePenalty('PU', rupiah(1_000_000), 0).trace.settled).toBe(true);
    expect(latePenalty('BPU', rupiah(1_000_000), 2).trace.settled).toBe(true);
  });

  test('a later payment never owes less', () => {
    const counts = fc.nat({ max: 600 });
    fc.assert(
      fc.property(fc.nat({ max: 1_000_000_000 }).map(rupiah), counts, counts, (amount, months, more) => {
        const at = (n: number) => latePenalty('PU', amount, n).value.penalty;
        expect(at(months + more)).toBeGreaterThanOrEqual(at(months));
      }),
    );
  });

  // biome-ignore format: aligned table of cases
  test.each([
    // case                      input                                              code             path
    ['no contribution',          { monthsLate: 1 },                                 'input.missing', 'contribution'],
    ['months below zero',        { contribution: 1, monthsLate: -1 },               'input.range',   'monthsLate'],
    ['more months than amounts', { contribution: 2 ** 52, monthsLate: 2 ** 52 },    'input.range',   'monthsLate'],
  ])('%s', (_, input, code, path) => {
    expect(explain('penalty.late', input)).toMatchObject({ answer: { error: { code, path } } });
  });
});
