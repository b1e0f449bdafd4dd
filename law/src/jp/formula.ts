import { type Fraction, percent, productOf, type Rate } from '@payung/kernel';

const MONTHS_PER_YEAR = 12;
const IN_FULL = percent('100');
const PARTS = 1_000_000;

/**
 * The contribution months that the formula counts; 0 if they are too few for a monthly pension.
 *
 * @param vesting months from which a pension is monthly; fewer are deemed so many
 * @param least for a member of at least so many months (infinite where fewer months are never made up for)
 * @param density who paid at least this share of them
 */
export function monthsCounted(
  months: number,
  membershipMonths: number,
  vesting: number,
  least: number,
  density: Rate,
): number {
  if (months >= vesting) return months;
  return membershipMonths >= least && isDense(months, membershipMonths, density) ? vesting : 0;
}

/** Whether at least this share of the membership has contributions. */
export function isDense(months: number, membershipMonths: number, density: Rate): boolean {
  // Exact up to nine billion months, beyond which no membership lasts.
  return months * PARTS >= density * membershipMonths;
}

/** The part of the average wage that each contribution month earns: accrual a year × share of the survivor ÷ 12. */
export function earnedAMonth(accrual: Rate, share: Rate = IN_FULL): Fraction {
  const { numerator, denominator } = productOf(accrual, share);
  return { numerator, denominator: denominator * MONTHS_PER_YEAR };
}
