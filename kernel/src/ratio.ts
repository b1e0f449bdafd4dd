import { type Rupiah, rupiah } from './money.ts';
import type { Rate, Rounding } from './rate.ts';

/**
 * An exact fraction, for a chain of factors (base × 1 % × 50 %) that the law rounds only once, at the end.
 * The denominator is positive; the fraction is not reduced. Slower than `share`, which is enough for a single rate.
 */
export type Ratio = { readonly numerator: bigint; readonly denominator: bigint };

/**
 * The fraction `numerator / denominator`.
 *
 * @throws RangeError if either is not a safe integer or the denominator is 0
 */
export function ratio(numerator: number, denominator = 1): Ratio {
  if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator) || denominator === 0) {
    throw new RangeError(`not a fraction: ${numerator}/${denominator}`);
  }
  return normal(BigInt(numerator), BigInt(denominator));
}

/** A rate as a fraction: 0.24 % is 2,400/1,000,000. */
export function ratioOf(rate: Rate): Ratio {
  return { numerator: BigInt(rate), denominator: 1_000_000n };
}

/** The product of all factors; 1 for none. */
export function multiplyRatios(...factors: readonly Ratio[]): Ratio {
  let numerator = 1n;
  let denominator = 1n;
  for (const factor of factors) {
    numerator *= factor.numerator;
    denominator *= factor.denominator;
  }
  return { numerator, denominator };
}

/** The sum of all terms; 0 for none. */
export function addRatios(...terms: readonly Ratio[]): Ratio {
  let numerator = 0n;
  let denominator = 1n;
  for (const term of terms) {
    numerator = numerator * term.denominator + term.numerator * denominator;
    denominator *= term.denominator;
  }
  return { numerator, denominator };
}

/**
 * `dividend / divisor`, for an amount that contains a tax.
 *
 * @throws RangeError if the divisor is 0
 */
export function divideRatios(dividend: Ratio, divisor: Ratio): Ratio {
  if (divisor.numerator === 0n) throw new RangeError('division by zero');
  return normal(dividend.numerator * divisor.denominator, dividend.denominator * divisor.numerator);
}

/**
 * The fraction as whole rupiah, rounded once.
 *
 * @throws RangeError if the result leaves the safe range
 */
export function roundRatio({ numerator, denominator }: Ratio, rounding: Rounding): Rupiah {
  switch (rounding) {
    case 'down':
      return amount(floor(numerator, denominator));
    case 'up':
      return amount(-floor(-numerator, denominator));
    case 'halfUp':
      return amount(floor(2n * numerator + denominator, 2n * denominator));
  }
}

function normal(numerator: bigint, denominator: bigint): Ratio {
  return denominator < 0n ? { numerator: -numerator, denominator: -denominator } : { numerator, denominator };
}

function floor(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator;
  return numerator % denominator < 0n ? quotient - 1n : quotient;
}

function amount(whole: bigint): Rupiah {
  return rupiah(Number(whole));
}
