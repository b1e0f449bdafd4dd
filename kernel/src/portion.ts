import type { Rate } from './rate.ts';
import { multiplyRatios, ratioOf } from './ratio.ts';

/** A product of rates as a reduced fraction of two safe integers: 0.24 % × 50 % is 3/2,500. */
export type Fraction = { readonly numerator: number; readonly denominator: number };

/**
 * The product of the rates; 1 for none.
 *
 * @throws RangeError if it is too fine for safe integers even when reduced
 */
export function productOf(...rates: readonly Rate[]): Fraction {
  const { numerator, denominator } = multiplyRatios(...rates.map(ratioOf));
  const divisor = greatestCommonDivisor(numerator, denominator);
  const reduced = { numerator: Number(numerator / divisor), denominator: Number(denominator / divisor) };
  if (!Number.isSafeInteger(reduced.numerator) || !Number.isSafeInteger(reduced.denominator)) {
    throw new RangeError(`too fine a product of rates: ${rates.join(' × ')}`);
  }
  return reduced;
}

/**
 * `amount × numerator / denominator` to the nearest whole, with exactly half going up: exact for all safe integers. The
 * denominator is positive. The result is a safe integer unless the fraction is so far above 1 that it leaves their range:
 * the caller bounds it.
 */
export function portion(amount: number, numerator: number, denominator: number): number {
  return isSmallPortion(amount, numerator, denominator)
    ? smallPortion(amount, numerator, denominator)
    : exactPortion(amount, numerator, denominator);
}

/**
 * `portion` where `isSmallPortion` holds, for the inner loop over a population, which asks that once for its highest amount.
 *
 * Exact: every number in it is a safe integer until the division, whose true quotient is at least 1/(2 × denominator) below
 * any whole above it, more than the division can be off.
 */
export function smallPortion(amount: number, numerator: number, denominator: number): number {
  return Math.floor((2 * amount * numerator + denominator) / (2 * denominator));
}

/** Whether `smallPortion` is exact for this amount, and so for every amount nearer to 0. */
export function isSmallPortion(amount: number, numerator: number, denominator: number): boolean {
  // Were the true product beyond 2⁵³, rounding could not bring it below: so this tells whether it is exact.
  return 2 * Math.abs(amount) * numerator + denominator <= Number.MAX_SAFE_INTEGER;
}

function exactPortion(amount: number, numerator: number, denominator: number): number {
  const doubled = 2n * BigInt(amount) * BigInt(numerator) + BigInt(denominator);
  const divisor = 2n * BigInt(denominator);
  const quotient = doubled / divisor;
  return Number(doubled % divisor < 0n ? quotient - 1n : quotient);
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [larger, smaller] = [a, b];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger === 0n ? 1n : larger;
}
