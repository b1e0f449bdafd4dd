import {
  addMonths,
  addRatios,
  type Day,
  multiplyRatios,
  type Ratio,
  type Rupiah,
  ratio,
  ratioOf,
} from '@payung/kernel';
import { baseOf, type Earnings, earningsField } from '../base/base.ts';
import { amountOf } from '../engine/amount.ts';
import { type Explained, Explanation } from '../engine/explain.ts';
import { periodOn } from '../engine/parameter.ts';
import { type IncapacityShares, incapacityShares } from './parameters.ts';
import * as texts from './texts.ts';

/** A time of incapacity in whole months, at least 1; `date` is the day of the accident. */
export type IncapacityInput = Earnings & { readonly date: Day; readonly months: number };

/** What replaces the wage over all months together. */
export type IncapacityBenefit = { readonly eligible: true; readonly base: Rupiah; readonly total: Rupiah };

const HALF_YEAR = 6;
const YEAR = 12;

/**
 * JKK benefit while a member cannot work for a time (STMB), explained: for each month a share of the base, rounded once.
 *
 * Incomplete months have no rule that was found; a thirtieth of the month for each day is practice, and not computed here.
 *
 * @law PP 44/2015 Lampiran III, as amended by PP 82/2019
 * @throws LawError date.outOfRange before July 2015; input.range if the benefit is above Rp 10¹⁵
 */
export function temporaryIncapacity(input: IncapacityInput): Explained<IncapacityBenefit> {
  const { date, months } = input;
  const x = new Explanation('benefit.jkk.stmb', date);
  const base = baseOf(x, input);
  // A wage beyond any payment is the wage's fault, after that only the number of months can be.
  amountOf(earningsField(input), base);
  const shares = x.read(incapacityShares);
  const total = x.step(
    'jkk.stmb',
    amountOf(
      'months',
      base,
      wagesPaid(months, () => shares),
    ),
    texts.incapacity(base, months, shares),
    { rounding: 'halfUp' },
  );
  if (incapacityShares.periods.some(({ during }) => during.from > date)) {
    const shareOn = (day: Day) => periodOn(incapacityShares, day)?.value ?? shares;
    const byMonth = wagesPaid(months, (index) => shareOn(addMonths(date, index)));
    const otherwise = amountOf('months', base, byMonth);
    if (otherwise !== total) {
      x.uncertainty({
        id: 'jkk.stmb_transition',
        text: texts.transitionUncertain(otherwise),
        changesResult: true,
        otherwise,
      });
    }
  }
  return x.result(
    { eligible: true, base, total },
    texts.amount('Santunan sementara tidak mampu bekerja', 'Benefit for temporary incapacity', total),
    { law: 'PP 44/2015', article: 'Lampiran III' },
  );
}

/** How many full monthly bases are paid; `lawOf` gives the shares of a month of the first year, counted from 0. */
function wagesPaid(months: number, lawOf: (index: number) => IncapacityShares): Ratio {
  let paid = ratio(0);
  for (let index = 0; index < Math.min(months, YEAR); index += 1) {
    const { first6, next6 } = lawOf(index);
    paid = addRatios(paid, ratioOf(index < HALF_YEAR ? first6 : next6));
  }
  const later = Math.max(0, months - YEAR);
  return addRatios(paid, multiplyRatios(ratio(later), ratioOf(lawOf(0).later)));
}
