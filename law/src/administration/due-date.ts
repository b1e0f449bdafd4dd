import { addDays, addMonthsTo, type Day, firstDay, lastDay, type Month, YEARS } from '@payung/kernel';
import { CALENDARS, type DaysOff, onWorkingDays } from '../calendar/working-days.ts';
import { LawError } from '../engine/error.ts';
import { type Explained, Explanation } from '../engine/explain.ts';
import { readDays, readFields, readMonth, readRequiredWord, readWord } from '../engine/input.ts';
import { type Citation, sourceOn } from '../engine/parameter.ts';
import type { Rule } from '../engine/run.ts';
import { covidDueDay, dueDay } from './parameters.ts';
import * as texts from './texts.ts';

/** The segments whose contributions fall due each month. */
export type PaidMonthly = 'PU' | 'BPU';

type DueDate = Explained<{ readonly dueDate: Day }>;

const RULE = 'contribution.dueDate';
const LAW: Citation = { law: 'PP 44/2015' };
const SEGMENTS: readonly PaidMonthly[] = ['PU', 'BPU'];
// What is due for it may lie beyond the last year of a Day.
const LAST_MONTH = `${YEARS.last}-12`;

/**
 * The last day on which a month's contribution is paid in time: the 15th of the following month (PU) or of the month
 * itself (BPU), moved to the next day that is neither a Saturday, a Sunday nor off by `holidays` or the calendar.
 *
 * For the months of the Covid relief PU paid by the 30th of the following month, or the last working day before it. Whether
 * BPU did too is shown as open, and so is January 2021, which has no 30th after it.
 *
 * @law PP 44/2015, the articles on payment (content read, numbers not); PP 49/2020 Pasal 4
 * @throws LawError date.outOfRange before July 2015, and for the last month of the years the kernel knows
 */
export function contributionDueDate(
  segment: PaidMonthly,
  month: Month,
  holidays: readonly Day[] = [],
  calendar: DaysOff['calendar'] = 'none',
): DueDate {
  if (month >= LAST_MONTH) {
    const accepted = { id: `sebelum ${LAST_MONTH}`, en: `before ${LAST_MONTH}` };
    throw new LawError('date.outOfRange', 'month', { accepted });
  }
  const x = new Explanation(RULE, firstDay(month), 'month');
  const daysOff = { calendar, holidays };
  const covid = x.find(covidDueDay);
  if (covid !== undefined && segment === 'PU') return dueUnderRelief(x, month, covid, daysOff);

  const payable = segment === 'PU' ? addMonthsTo(month, 1) : month;
  const nominal = addDays(firstDay(payable), x.read(dueDay) - 1);
  x.step('admin.nominal_due', nominal, texts.nominal(segment));
  const dueDate = workingDay(x, daysOff, nominal, 1);
  if (covid !== undefined) {
    const otherwise = contributionDueDate('PU', month, holidays, calendar).value.dueDate;
    const text = texts.bpuReliefOpen(otherwise);
    x.uncertainty({ id: 'admin.covid_due_day', text, changesResult: true, otherwise });
  }
  return x.result({ dueDate }, texts.due(dueDate), LAW);
}

/** The month has the day of the relief in force, and someone who certainly has it. */
function dueUnderRelief(x: Explanation, month: Month, due: number, daysOff: DaysOff): DueDate {
  const payable = addMonthsTo(month, 1);
  const hasDay = due <= Number(lastDay(payable).slice(-2));
  const nominal = hasDay ? addDays(firstDay(payable), due - 1) : lastDay(payable);
  if (hasDay) x.step('admin.nominal_due', nominal, texts.nominalUnderRelief(due));
  else x.step('admin.nominal_due', nominal, texts.noSuchDay(payable, due), { confidence: 'convention' });
  const dueDate = workingDay(x, daysOff, nominal, -1);
  if (!hasDay) {
    const otherwise = workingDay(new Explanation(RULE, firstDay(month)), daysOff, nominal, 1);
    const text = texts.noSuchDayOpen(otherwise);
    x.uncertainty({ id: 'admin.covid_due_day', text, changesResult: dueDate !== otherwise, otherwise });
  }
  return x.result({ dueDate }, texts.due(dueDate), sourceOn(covidDueDay, firstDay(month)).citation);
}

/** The first working day from the nominal one on, or back from it. */
function workingDay(x: Explanation, daysOff: DaysOff, nominal: Day, step: 1 | -1): Day {
  const found = onWorkingDays(x, daysOff, (isWorkingDay) => {
    let on = nominal;
    while (!isWorkingDay(on)) on = addDays(on, step);
    return on;
  });
  if (found !== nominal) x.step('admin.next_working_day', found, texts.moved(nominal, found));
  return found;
}

/** `contribution.dueDate` of the rules protocol. */
export const contributionDueDateRule: Rule = {
  id: RULE,
  about: { id: 'Batas waktu pembayaran iuran', en: 'Day by which a contribution is paid' },
  answer(input) {
    const fields = readFields(input, ['segment', 'month', 'holidays', 'calendar']);
    return contributionDueDate(
      readRequiredWord(fields, 'segment', SEGMENTS),
      readMonth(fields, 'month'),
      readDays(fields, 'holidays'),
      readWord(fields, 'calendar', CALENDARS, 'none'),
    );
  },
};
