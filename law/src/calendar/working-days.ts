import { type Day, weekdayOf } from '@payung/kernel';
import type { Explanation } from '../engine/explain.ts';
import { basisOf, type Parameter, periodOn, type Source } from '../engine/parameter.ts';
import { collectiveLeave } from './collective-leave.ts';
import type { Holiday } from './holiday.ts';
import { nationalHolidays } from './national-holidays.ts';
import * as texts from './texts.ts';

/** Whose holidays are counted besides the caller's: nobody's (Monday to Friday alone), or the national ones. */
export type Calendar = 'none' | 'national';

/** The calendars by name. */
export const CALENDARS: readonly Calendar[] = ['none', 'national'];

/** Days that are no working days besides Saturday and Sunday. */
export type DaysOff = { readonly calendar: Calendar; readonly holidays: readonly Day[] };

type IsWorkingDay = (on: Day) => boolean;

const FRIDAY = 5;

/**
 * The day that `find` looks for among working days, with what moved it: each holiday in its way and the decree, that a year
 * has no list here (then Monday to Friday alone), and the day if collective leave were no working day either.
 *
 * Collective leave counts as working days: private employers decide on it, and a contribution can be paid all the same.
 * Whether BPJS and banks count so is open, and it is said where it changes the day.
 *
 * @param find asks of every day that could end the time, and of no other
 * @law the yearly SKB 3 Menteri on holidays and collective leave
 */
export function onWorkingDays(
  x: Explanation,
  { calendar, holidays }: DaysOff,
  find: (isWorkingDay: IsWorkingDay) => Day,
): Day {
  const isOpen: IsWorkingDay = (on) => weekdayOf(on) <= FRIDAY && !holidays.includes(on);
  if (calendar === 'none') return find(isOpen);

  const asked = new Set<Day>();
  const isNationallyOpen: IsWorkingDay = (on) => isOpen(on) && dayOff(nationalHolidays, on) === undefined;
  const found = find((on) => {
    asked.add(on);
    return isNationallyOpen(on);
  });
  for (const on of asked) {
    if (isOpen(on)) explainHoliday(x, on);
  }
  explainUnknownYears(x, [...asked]);
  const otherwise = find((on) => isNationallyOpen(on) && dayOff(collectiveLeave, on) === undefined);
  if (otherwise !== found) {
    x.uncertainty({
      id: 'calendar.collective_leave',
      text: texts.collectiveLeaveOpen(otherwise),
      changesResult: true,
      otherwise,
    });
  }
  return found;
}

function explainHoliday(x: Explanation, on: Day): void {
  const off = dayOff(nationalHolidays, on);
  if (off === undefined) return;
  const { holiday, source } = off;
  x.finding({
    id: 'calendar.national_holiday',
    applies: true,
    because: 'holiday',
    text: texts.isHoliday(on, holiday.name),
    ...basisOf(source),
  });
}

function explainUnknownYears(x: Explanation, asked: readonly Day[]): void {
  const unknown = asked.filter((on) => periodOn(nationalHolidays, on) === undefined);
  for (const year of new Set(unknown.map((on) => on.slice(0, 4)))) {
    x.uncertainty({
      id: 'calendar.year_unknown',
      text: texts.yearUnknown(year),
      changesResult: true,
      otherwise: null,
    });
  }
}

/** The day off and the decree that says so; undefined on any other day, and in a year without a list. */
function dayOff(
  parameter: Parameter<readonly Holiday[]>,
  on: Day,
): { readonly holiday: Holiday; readonly source: Source } | undefined {
  const year = periodOn(parameter, on);
  const holiday = year?.value.find((candidate) => candidate.on === on);
  if (year === undefined || holiday === undefined) return undefined;
  return { holiday, source: holiday.by ?? year.source };
}
