import { type Fraction, percent, productOf, type Rate } from '@payung/kernel';

const MONTHS_PER_YEAR = 12;
const IN_FULL = percent('100');
const PARTS = 1_000_000;

/** What decides how many contribution months count. `least` and `density` are of no effect for the old-age pension. */
export type Vesting = {
  readonly vesting: number;
  /** Months of membership from which, with the density, `vesting` months are deemed paid. Never for old age. */
  readonly least: number;
  /** The least share of the months of membership with contributions, in parts per million. */
  readonly density: Rate;
};

/** The contribution months that the formula counts; 0 if they are too few for a monthly pension. */
export function monthsCounted(months: number, membershipMonths: number, terms: Vesting): number {
  if (months >= terms.vesting) return months;
  return isDeemed(months, membershipMonths, terms) ? terms.vesting : 0;
}

/** Whether the months are deemed enough: long enough a member, and enough of it paid. Exactly the density is enough. */
export function isDeemed(months: number, membershipMonths: number, { least, density }: Vesting): boolean {
  return membershipMonths >= least && isDense(months, membershipMonths, density);
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
