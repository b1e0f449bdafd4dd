import { addDays, addMonths, type Day, YEARS } from '@payung/kernel';
import { LawError } from './error.ts';
import type { Text } from './text.ts';

/** What is accepted where a result lies beyond the years the kernel knows. */
export const WITHIN_YEARS: Text = {
  id: `hasil paling lambat tahun ${YEARS.last}`,
  en: `a result no later than ${YEARS.last}`,
};

/**
 * The day `months` months and then `days` days after another; the last day of a shorter month.
 *
 * @param path the field that `from` comes from
 * @throws LawError date.outOfRange if it lies beyond the years the kernel knows
 */
export function laterDay(
  from: Day,
  { months = 0, days = 0 }: { readonly months?: number; readonly days?: number },
  path: string,
): Day {
  try {
    return addDays(addMonths(from, months), days);
  } catch {
    throw new LawError('date.outOfRange', path, { accepted: WITHIN_YEARS });
  }
}
