import { collectiveLeave } from './collective-leave.ts';
import { nationalHolidays } from './national-holidays.ts';

/** All parameters of the calendar, for a page that lists them. */
export const calendarParameters = [nationalHolidays, collectiveLeave] as const;
