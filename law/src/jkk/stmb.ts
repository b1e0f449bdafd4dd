import {
  addMonths,
  addRatios,
  type Day,
  multiplyRatios,
  type Rate,
  type Ratio,
  type Rupiah,
  ratio,
  ratioOf,
} from '@payung/kernel';
import { baseOf, type Earnings, earningsField } from '../base/base.ts';
import { amountOf } from '../engine/amount.ts';
import { type Explained, Explanation } from '../engine/explain.ts';
import { periodOn } from '../engine/parameter.ts';
import {
  type IncapacityShares,
  incapacityMonthDays,
  incapacityShares,
  shareOfMonth,
  YEAR,
} from './parameters.ts';
import * as texts from './texts.ts';

/** A time of incapacity; `date` is the day of the accident. */
export type IncapacityInput = Earnings & {
  readonly date: Day;
  /** Whole months. */
  readonly months: number;
  /** Days of the incomplete month after them, 0 to 30; 0 if there is none. */
  readonly days: number;
};

/** What replaces the wage over the whole time. */
export type IncapacityBenefit = { readonly eligible: true; readonly base: Rupiah; readonly total: Rupiah };

/**
 * JKK benefit while a member cannot work for a time (STMB), explained: for each month a share of the base, rounded once.
 *
 * An incomplete month has no rule that was found: a thirtieth of its month for each day is practice, and shown as open.
 *
 * @law PP 44/2015 Lampiran III, as amended by PP 82/2019
 * @throws LawError date.outOfRange before July 2015; input.range if the benefit is above Rp 10¹⁵
 */
export function temporaryIncapacity(input: IncapacityInput): Explained<IncapacityBenefit> {
  const { date, months, days } = input;
  const x = new Explanation('benefit.jkk.stmb', date);
  const base = baseOf(x, input);
  // A wage beyond any payment is the wage's fault, after that only the number of months can be.
  amountOf(earningsField(input), base);
  const shares = x.read(incapacityShares);
  const part = days === 0 ? undefined : { days, of: x.read(incapacityMonthDays) };
  const incomplete = part === undefined ? ratio(0) : ratio(part.days, part.of);
  const paid = (lawOf: (month: number) => IncapacityShares, rest = incomplete) =>
    amountOf('months', base, wagesPaid(months, rest, lawOf));
  const total = x.step(
    'jkk.stmb',
    paid(() => shares),
    texts.incapacity(base, shares, months, part),
    { rounding: 'halfUp' },
  );
  if (part !== undefined) {
    const otherwise = paid(() => shares, ratio(0));
    const text = texts.incompleteMonthUncertain(otherwise);
    x.uncertainty({ id: 'jkk.stmb_days', text, changesResult: otherwise !== total, otherwise });
  }
  if (incapacityShares.periods.some(({ during }) => during.from > date)) {
    const shareOn = (day: Day) => periodOn(incapacityShares, day)?.value ?? shares;
    const otherwise = paid((month) => shareOn(addMonths(date, month)));
    if (otherwise !== total) {
      const text = texts.transitionUncertain(otherwise);
      x.uncertainty({ id: 'jkk.stmb_transition', text, changesResult: true, otherwise });
    }
  }
  return x.result(
    { eligible: true, base, total },
    texts.amount('Santunan sementara tidak mampu bekerja', 'Benefit for temporary incapacity', total),
    { law: 'PP 44/2015', article: 'Lampiran III' },
  );
}

/**
 * How many monthly bases are paid for whole months and the `incomplete` part of the one after them; `lawOf` gives the shares
 * of a month of the first year, counted from 0.
 */
function wagesPaid(months: number, incomplete: Ratio, lawOf: (month: number) => IncapacityShares): Ratio {
  const shareIn = (month: number): Rate => shareOfMonth(lawOf(month < YEAR ? month : 0), month);
  let paid = multiplyRatios(incomplete, ratioOf(shareIn(months)));
  for (let month = 0; month < Math.min(months, YEAR); month += 1) {
    paid = addRatios(paid, ratioOf(shareIn(month)));
  }
  const later = Math.max(0, months - YEAR);
  return addRatios(paid, multiplyRatios(ratio(later), ratioOf(lawOf(0).later)));
}
