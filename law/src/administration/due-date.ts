import { addDays, addMonthsTo, type Day, firstDay, formatDay, type Month, YEARS } from '@payung/kernel';
import { CALENDARS, type DaysOff, onWorkingDays } from '../calendar/working-days.ts';
import { LawError } from '../engine/error.ts';
import { type Explained, Explanation } from '../engine/explain.ts';
import { readDays, readFields, readMonth, readRequiredWord, readWord } from '../engine/input.ts';
import type { Rule } from '../engine/run.ts';
import { dueDay } from './parameters.ts';

/** The segments whose contributions fall due each month. */
export type PaidMonthly = 'PU' | 'BPU';

const SEGMENTS: readonly PaidMonthly[] = ['PU', 'BPU'];
// What is due for it may lie beyond the last year of a Day.
const LAST_MONTH = `${YEARS.last}-12`;

/**
 * The last day on which a month's contribution is paid in time: the 15th of the following month (PU) or of the month
 * itself (BPU), moved to the next day that is neither a Saturday, a Sunday nor off by `holidays` or the calendar.
 *
 * @law PP 44/2015, the articles on payment (content read, numbers not)
 * @throws LawError date.outOfRange before July 2015, and for the last month of the years the kernel knows
 */
export function contributionDueDate(
  segment: PaidMonthly,
  month: Month,
  holidays: readonly Day[] = [],
  calendar: DaysOff['calendar'] = 'none',
): Explained<{ readonly dueDate: Day }> {
  if (month >= LAST_MONTH) {
    const accepted = { id: `sebelum ${LAST_MONTH}`, en: `before ${LAST_MONTH}` };
    throw new LawError('date.outOfRange', 'month', { accepted });
  }
  const x = new Explanation('contribution.dueDate', firstDay(month), 'month');
  const payable = segment === 'PU' ? addMonthsTo(month, 1) : month;
  const nominal = x.step('admin.nominal_due', addDays(firstDay(payable), x.read(dueDay) - 1), {
    id: segment === 'PU' ? 'Tanggal 15 bulan berikutnya' : 'Tanggal 15 bulan itu sendiri',
    en: segment === 'PU' ? 'The 15th of the following month' : 'The 15th of the month itself',
  });
  const dueDate = onWorkingDays(x, { calendar, holidays }, (isWorkingDay) => {
    let on = nominal;
    while (!isWorkingDay(on)) on = addDays(on, 1);
    return on;
  });
  if (dueDate !== nominal) {
    x.step('admin.next_working_day', dueDate, {
      id: `${formatDay(nominal, 'id')} bukan hari kerja: hari kerja berikutnya ${formatDay(dueDate, 'id')}`,
      en: `${formatDay(nominal, 'en')} is no working day: the next one is ${formatDay(dueDate, 'en')}`,
    });
  }
  return x.result(
    { dueDate },
    { id: `Paling lambat ${formatDay(dueDate, 'id')}`, en: `Due by ${formatDay(dueDate, 'en')}` },
    { law: 'PP 44/2015' },
  );
}

/** `contribution.dueDate` of the rules protocol. */
export const contributionDueDateRule: Rule = {
  id: 'contribution.dueDate',
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
