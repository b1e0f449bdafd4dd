import type { Brand } from './brand.ts';

/**
 * Whole rupiah as a safe integer (±2⁵³−1, about nine quadrillion: ten times a national yearly total).
 * Negative amounts are corrections and refunds. There are no fractions of a rupiah.
 */
export type Rupiah = Brand<number, 'Rupiah'>;

/**
 * Makes an amount of a number that is known to be one.
 *
 * @throws RangeError if `amount` is not a whole number or lies outside ±2⁵³−1
 */
export function rupiah(amount: number): Rupiah {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not a whole amount of rupiah: ${amount}`);
  // −0 would fail an equality with 0 and print a sign.
  return (amount + 0) as Rupiah;
}

/**
 * Sum of the amounts; Rp 0 for none.
 *
 * @throws RangeError as soon as a partial sum leaves the safe range, where later digits would be lost silently
 */
export function sum(amounts: Iterable<Rupiah>): Rupiah {
  let total = 0;
  for (const amount of amounts) {
    total += amount;
    if (!Number.isSafeInteger(total)) throw new RangeError('the sum leaves the safe range of rupiah');
  }
  return rupiah(total);
}

/** The smaller of two amounts. */
export function lesser(a: Rupiah, b: Rupiah): Rupiah {
  return a <= b ? a : b;
}

/** The larger of two amounts. */
export function greater(a: Rupiah, b: Rupiah): Rupiah {
  return a >= b ? a : b;
}
