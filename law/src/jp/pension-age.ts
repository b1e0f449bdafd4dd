import { addYears, type Day } from '@payung/kernel';
import { LawError } from '../engine/error.ts';
import { WITHIN_YEARS } from '../engine/later.ts';
import { jpPensionAge } from './parameters.ts';

/** The first day on which a member has reached the pension age then in force, and that age. */
export type PensionRight = { readonly from: Day; readonly pensionAge: number };

/**
 * When the right to the old-age pension arises: the first day on which the member's age is at least the pension age in
 * force on that same day. Who turns 58 on the day it rises to 59 waits until 59 (our reading).
 *
 * @law PP 45/2015 Pasal 15
 * @throws LawError date.outOfRange at `birthDate` if the day lies beyond the years the kernel knows
 */
export function pensionRight(birthDate: Day): PensionRight {
  for (const { during, value } of jpPensionAge.periods) {
    const birthday = birthdayOf(birthDate, value);
    const from = birthday < during.from ? during.from : birthday;
    if (during.until === undefined || from < during.until) return { from, pensionAge: value };
  }
  throw new LawError('date.outOfRange', 'birthDate', { accepted: WITHIN_YEARS });
}

function birthdayOf(birthDate: Day, age: number): Day {
  try {
    return addYears(birthDate, age);
  } catch {
    throw new LawError('date.outOfRange', 'birthDate', { accepted: WITHIN_YEARS });
  }
}
