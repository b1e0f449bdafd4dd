import {
  type Fraction,
  formatRupiah,
  multiplyRatios,
  portion,
  type Ratio,
  type Rupiah,
  ratio,
  roundRatio,
  rupiah,
} from '@payung/kernel';
import { LawError } from './error.ts';
import type { Text } from './text.ts';

// A quadrillion rupiah is far above any benefit, and sums of several such amounts are still exact numbers.
const MOST = 10n ** 15n;

/** What is accepted where a result is too high. */
export const WITHIN_MOST: Text = {
  id: `hasil paling banyak ${formatRupiah(rupiah(Number(MOST)))}`,
  en: `a result of at most ${formatRupiah(rupiah(Number(MOST)))}`,
};

/**
 * The product of the factors as whole rupiah, rounded once to the nearest with exactly half going up (our convention).
 *
 * @param path the field that is too large if the amount is
 * @throws LawError input.range above Rp 10¹⁵
 */
export function amountOf(path: string, ...factors: readonly (Ratio | number)[]): Rupiah {
  const exact = multiplyRatios(
    ...factors.map((factor) => (typeof factor === 'number' ? ratio(factor) : factor)),
  );
  if (exact.numerator > MOST * exact.denominator)
    throw new LawError('input.range', path, { accepted: WITHIN_MOST });
  return roundRatio(exact, 'halfUp');
}

/**
 * `amount × times × fraction`, rounded as `amountOf` does and with the same bound: what a population is computed by as well
 * (`smallPortion`).
 *
 * @throws LawError input.range above Rp 10¹⁵
 */
export function portionOf(
  path: string,
  amount: Rupiah,
  times: number,
  { numerator, denominator }: Fraction,
): Rupiah {
  const whole = portion(amount, times * numerator, denominator);
  if (whole > Number(MOST)) throw new LawError('input.range', path, { accepted: WITHIN_MOST });
  return rupiah(whole);
}
