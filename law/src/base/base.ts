import { formatRupiah, type Rupiah } from '@payung/kernel';
import { bandOf, bandText, incomeBands } from '../bpu/parameters.ts';
import { LawError } from '../engine/error.ts';
import type { Explanation } from '../engine/explain.ts';
import { type Fields, has, readMoney } from '../engine/input.ts';
import { onlyOneText } from '../engine/text.ts';

/** What a member earns in a month: the wage of a PU or JAKON member, or the income that a BPU member declared. */
export type Earnings = { readonly wage: Rupiah } | { readonly bpuIncome: Rupiah };

/** The fields of a request that hold `Earnings`. */
export const EARNINGS = ['wage', 'bpuIncome'] as const;

/**
 * Exactly one of `wage` (at least Rp 1) and `bpuIncome`.
 *
 * @throws LawError input.missing at `wage` if there is neither, input.combination at `bpuIncome` if there are both;
 *   otherwise as `readMoney`
 */
export function readEarnings(fields: Fields): Earnings {
  if (!has(fields, 'bpuIncome')) return { wage: readMoney(fields, 'wage', 1) };
  if (has(fields, 'wage'))
    throw new LawError('input.combination', `${fields.prefix}bpuIncome`, { accepted: onlyOneText(EARNINGS) });
  return { bpuIncome: readMoney(fields, 'bpuIncome') };
}

/** The field of a request that the earnings come from, for errors. */
export function earningsField(earnings: Earnings): (typeof EARNINGS)[number] {
  return 'wage' in earnings ? 'wage' : 'bpuIncome';
}

/**
 * The monthly amount that benefits are computed on, explained: the wage itself, or the base of the income band on the day
 * of the rule.
 *
 * @law PP 44/2015 Lampiran II
 * @throws LawError date.outOfRange for an income before July 2015
 */
export function baseOf(x: Explanation, earnings: Earnings): Rupiah {
  if ('bpuIncome' in earnings) {
    return x.pick(incomeBands, (bands) => bandOf(bands, earnings.bpuIncome), bandText).base;
  }
  const { wage } = earnings;
  return x.step('base', wage, {
    id: `Dasar: upah sebulan ${formatRupiah(wage)}`,
    en: `Base: monthly wage ${formatRupiah(wage)}`,
  });
}
