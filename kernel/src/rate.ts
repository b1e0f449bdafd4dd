import type { Brand } from './brand.ts';
import { type Rupiah, rupiah } from './money.ts';

/** A share in parts per million: 2,400 is 0.24 %. Never negative, at most 100,000 %. */
export type Rate = Brand<number, 'Rate'>;

/** To the lower rupiah, to the higher, or to the nearest with exactly half going up (towards +∞ for negatives too). */
export type Rounding = 'down' | 'up' | 'halfUp';

const PARTS = 1_000_000;

// Above this the product of a remainder and a rate could leave the safe integers, and share() would no longer be exact.
const HIGHEST_RATE = 1_000_000_000;

const PERCENT = /^(\d{1,6})(?:\.(\d{1,4}))?$/;

/**
 * A rate from a decimal string in percent: `percent('0.24')` is 0.24 %. A string, because `0.24 * 10_000` is not exact.
 *
 * @throws RangeError if the text is not a plain decimal with at most four digits behind the point, or above 100,000 %
 */
export function percent(text: string): Rate {
  const match = PERCENT.exec(text);
  const parts =
    match === null ? undefined : Number(match[1]) * 10_000 + Number((match[2] ?? '').padEnd(4, '0'));
  if (parts === undefined || parts > HIGHEST_RATE) throw new RangeError(`not a percentage: ${text}`);
  return parts as Rate;
}

/** The decimal string in percent that `percent` reads back: no trailing zeros. */
export function percentText(rate: Rate): string {
  const fraction = String(rate % 10_000)
    .padStart(4, '0')
    .replace(/0+$/, '');
  const whole = Math.floor(rate / 10_000);
  return fraction === '' ? `${whole}` : `${whole}.${fraction}`;
}

/**
 * `amount × rate`, exact for every safe amount, then rounded once.
 *
 * @throws RangeError if the result itself leaves the safe range
 */
export function share(amount: Rupiah, rate: Rate, rounding: Rounding): Rupiah {
  // amount = millions × 10⁶ + rest, both with the sign of the amount: neither product below loses a digit
  // unless the result is outside the safe range anyway, which rupiah() refuses.
  const rest = amount % PARTS;
  const millions = (amount - rest) / PARTS;
  const product = rest * rate;
  const remainder = product % PARTS;
  const whole = millions * rate + (product - remainder) / PARTS;
  return rupiah(whole + roundRemainder(remainder, rounding));
}

/** What rounding adds to the truncated whole, for a remainder in parts per million. */
function roundRemainder(remainder: number, rounding: Rounding): -1 | 0 | 1 {
  switch (rounding) {
    case 'down':
      return remainder < 0 ? -1 : 0;
    case 'up':
      return remainder > 0 ? 1 : 0;
    case 'halfUp':
      if (remainder * 2 >= PARTS) return 1;
      return remainder * 2 < -PARTS ? -1 : 0;
  }
}
