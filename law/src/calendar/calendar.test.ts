import { type Day, day, dayFromNumber, dayNumber, month, weekdayOf } from '@payung/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asKnownOn } from '../engine/belief.ts';
import { periodOn } from '../engine/parameter.ts';
import { explain, run } from '../rules.ts';
import { collectiveLeave } from './collective-leave.ts';
import { nationalHolidays } from './national-holidays.ts';

const daysOf = (parameter: typeof nationalHolidays, year: number) =>
  periodOn(parameter, day(`${year}-06-30`))?.value.map(({ on }) => on) ?? [];

describe('the lists', () => {
  // As announced: in 2021 two of 16 holidays fall on one day, 2024 has election days by Keppres, 2025 a later day of leave.
  // biome-ignore format: aligned table of cases
  test.each([
    // year   national  collective
    [2021,    15,        1],
    [2022,    16,        4],
    [2023,    16,       11],
    [2024,    17 + 2,   10],
    [2025,    17,       10 + 1],
    [2026,    17,        8],
  ])('%s has %s national holidays and %s days of collective leave', (year, national, collective) => {
    expect(daysOf(nationalHolidays, year)).toHaveLength(national);
    expect(daysOf(collectiveLeave, year)).toHaveLength(collective);
  });

  test.each([2021, 2022, 2023, 2024, 2025, 2026])(
    '%s: in order, in the year, leave only on free weekdays',
    (year) => {
      const national = daysOf(nationalHolidays, year);
      const collective = daysOf(collectiveLeave, year);
      for (const list of [national, collective]) {
        expect([...list].sort()).toEqual(list);
        expect(new Set(list).size).toBe(list.length);
        expect(list.every((on) => on.startsWith(`${year}-`))).toBe(true);
      }
      expect(collective.filter((on) => weekdayOf(on) > 5 || national.includes(on))).toEqual([]);
    },
  );

  test('end with 2026, and were not known before they were written down', () => {
    expect(nationalHolidays.publishedUntil).toBe('2027-01-01');
    const input = { segment: 'BPU', month: '2026-08', calendar: 'national' };
    const before = asKnownOn(day('2026-11-25'), () => explain('contribution.dueDate', input));
    expect(before).toMatchObject({ answer: { dueDate: '2026-08-17' }, trace: { settled: false } });
  });
});

describe('when a contribution is due', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    // case                                               segment  month      none          national
    ['a working day stays',                               'BPU',   '2026-09', '2026-09-15', '2026-09-15'],
    ['a Saturday, Sunday and Independence Day',           'BPU',   '2026-08', '2026-08-17', '2026-08-18'],
    ['a holiday on the 14th changes nothing',             'BPU',   '2026-05', '2026-05-15', '2026-05-15'],
    ['the weekend of Eid al-Adha 2024, and the Monday',   'BPU',   '2024-06', '2024-06-17', '2024-06-18'],
    ['the Prophet’s Birthday 2024 after the weekend',     'BPU',   '2024-09', '2024-09-16', '2024-09-17'],
    ['a Sunday before no holiday',                        'PU',    '2026-10', '2026-11-16', '2026-11-16'],
    ['a wage earner’s August is due in September',        'PU',    '2024-08', '2024-09-16', '2024-09-17'],
    ['a year without a list',                             'BPU',   '2027-01', '2027-01-15', '2027-01-15'],
    ['the year before the first list',                    'BPU',   '2020-12', '2020-12-15', '2020-12-15'],
  ])('%s', (_, segment, at, none, national) => {
    const ask = { segment, month: at };
    expect(run('contribution.dueDate', ask)).toEqual({ dueDate: none });
    expect(run('contribution.dueDate', { ...ask, calendar: 'none' })).toEqual({ dueDate: none });
    expect(run('contribution.dueDate', { ...ask, calendar: 'national' })).toEqual({ dueDate: national });
  });

  test('the caller’s holidays count besides', () => {
    const input = { segment: 'BPU', month: '2026-08', calendar: 'national', holidays: ['2026-08-18'] };
    expect(run('contribution.dueDate', input)).toEqual({ dueDate: '2026-08-19' });
  });

  test('the explanation names each holiday in the way, and its decree', () => {
    const { trace } = explain('contribution.dueDate', {
      segment: 'BPU',
      month: '2026-08',
      calendar: 'national',
    });
    expect(trace).toMatchObject({
      settled: true,
      parts: [
        { id: 'admin.due_day' },
        { id: 'admin.nominal_due', value: '2026-08-15' },
        {
          id: 'calendar.national_holiday',
          citation: { law: 'SKB 3 Menteri 1497/2025, 2/2025, 5/2025' },
          confidence: 'quoted',
          text: { id: '17 Agustus 2026 libur nasional: Proklamasi Kemerdekaan' },
        },
        { id: 'admin.next_working_day', value: '2026-08-18' },
      ],
    });
  });

  // biome-ignore format: aligned table of cases
  test.each([
    // case                                        month      settled  uncertainty                  otherwise
    ['no collective leave near',                   '2026-09', true,    undefined,                   undefined],
    ['collective leave on the day',                '2026-05', false,   'calendar.collective_leave', '2026-05-18'],
    ['collective leave after the holiday',         '2024-06', false,   'calendar.collective_leave', '2024-06-19'],
    ['the last month of the lists',                '2026-12', true,    undefined,                   undefined],
    ['the first month without one',                '2027-01', false,   'calendar.year_unknown',     null],
    ['the month before the first list',            '2020-12', false,   'calendar.year_unknown',     null],
    ['the first month of the lists, open for Covid alone', '2021-01', false, undefined,             undefined],
    ['the first one that is not',                  '2021-02', true,    undefined,                   undefined],
  ])('settled or not: %s', (_, at, settled, id, otherwise) => {
    const { trace } = explain('contribution.dueDate', { segment: 'BPU', month: at, calendar: 'national' });
    expect(trace?.settled).toBe(settled);
    const open = trace?.parts.filter((part) => part.kind === 'uncertainty') ?? [];
    const ofCalendar = open.filter((part) => part.id.startsWith('calendar.'));
    const expected = id === undefined ? [] : [[id, otherwise]];
    expect(ofCalendar.map((part) => [part.id, part.otherwise])).toEqual(expected);
  });

  test('a word that is no calendar is refused', () => {
    const input = { segment: 'BPU', month: '2026-08', calendar: 'islamic' };
    expect(run('contribution.dueDate', input)).toMatchObject({
      error: { code: 'input.range', path: 'calendar' },
    });
  });
});

describe('when a benefit is paid', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    // case                                        kind           event         none          national
    ['over Eid al-Fitr 2026, Nyepi before it',     'jht.payment', '2026-03-17', '2026-03-24', '2026-03-25'],
    ['three days in a week without a holiday',     'jkm.payment', '2026-09-07', '2026-09-10', '2026-09-10'],
    ['an election day named by Keppres',           'jkm.payment', '2024-11-26', '2024-11-29', '2024-12-02'],
    ['two holidays, one decided later',            'jkm.payment', '2021-08-10', '2021-08-13', '2021-08-16'],
    ['across the year, into one without a list',   'jkm.payment', '2026-12-30', '2027-01-04', '2027-01-04'],
  ])('%s', (_, kind, event, none, national) => {
    expect(run('claim.deadline', { kind, event })).toEqual({ deadline: none });
    expect(run('claim.deadline', { kind, event, calendar: 'national' })).toEqual({ deadline: national });
  });

  test('the decree of a single day is its own', () => {
    const { trace } = explain('claim.deadline', {
      kind: 'jkm.payment',
      event: '2024-11-26',
      calendar: 'national',
    });
    expect(trace?.parts).toMatchObject([
      { id: 'jkm.payment_days' },
      { id: 'calendar.national_holiday', citation: { law: 'Keppres 33/2024' } },
      { id: 'deadline.working_days', value: '2024-12-02' },
    ]);
  });

  test('what is not counted in working days is not moved, nor made uncertain', () => {
    const input = { kind: 'jkp.claim', event: '2026-08-17', calendar: 'national' };
    expect(explain('claim.deadline', input)).toMatchObject({
      answer: { deadline: '2027-02-17' },
      trace: { settled: true },
    });
  });
});

describe('properties', () => {
  const first = dayNumber(day('2021-01-01'));
  const days = fc.integer({ min: first, max: dayNumber(day('2026-11-30')) }).map(dayFromNumber);
  const payment = (event: Day, calendar: string) => {
    const answer = run('claim.deadline', { kind: 'jht.payment', event, calendar });
    return 'deadline' in answer ? String(answer.deadline) : '';
  };

  test('holidays never bring a deadline forward, nor let it lie on one', () => {
    fc.assert(
      fc.property(days, (event) => {
        const national = payment(event, 'national');
        expect(national >= payment(event, 'none')).toBe(true);
        expect(weekdayOf(day(national))).toBeLessThanOrEqual(5);
        expect(daysOf(nationalHolidays, Number(national.slice(0, 4)))).not.toContain(national);
      }),
    );
  });

  test('a later application is never paid earlier', () => {
    fc.assert(
      fc.property(days, days, (a, b) => {
        const [earlier, later] = a < b ? [a, b] : [b, a];
        expect(payment(earlier, 'national') <= payment(later, 'national')).toBe(true);
      }),
    );
  });

  test('a contribution month of the lists is due within the fourteen days after the 15th', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2021, max: 2026 }), fc.integer({ min: 1, max: 12 }), (year, number) => {
        const at = month(`${year}-${String(number).padStart(2, '0')}`);
        const answer = run('contribution.dueDate', { segment: 'BPU', month: at, calendar: 'national' });
        const due = 'dueDate' in answer ? String(answer.dueDate) : '';
        expect(due >= `${at}-15` && due <= `${at}-29`).toBe(true);
      }),
    );
  });
});
