import { formatMonth, formatRate, type Month, type Rate } from '@payung/kernel';
import type { Explanation } from '../engine/explain.ts';
import { basisOf, monthsInForce, type Parameter } from '../engine/parameter.ts';
import type { Text } from '../engine/text.ts';

/**
 * The share of JKK and JKM that the Covid relief leaves to be charged; undefined outside its months. Records that it
 * applied, or why not.
 *
 * @param id the id of the finding
 * @throws RangeError if the relief was never in force
 * @law PP 49/2020
 */
export function covidRelief(x: Explanation, relief: Parameter<Rate>, id: string): Rate | undefined {
  const [period] = relief.periods;
  if (period === undefined) throw new RangeError(`${relief.id} was never in force`);
  const finding = { id, ...basisOf(period.source) };
  const share = x.find(relief);
  if (share === undefined) {
    x.finding({ ...finding, applies: false, because: 'month', text: notCovid(monthsInForce(relief)) });
  } else {
    x.finding({ ...finding, applies: true, because: 'applied', text: covid(share) });
  }
  return share;
}

function covid(share: Rate): Text {
  return {
    id: `Keringanan Covid berlaku: JKK dan JKM ditagih ${formatRate(share, 'id')}`,
    en: `Covid relief applies: JKK and JKM are charged at ${formatRate(share, 'en')}`,
  };
}

function notCovid({ first, last }: { readonly first: Month; readonly last: Month }): Text {
  return {
    id: `Bukan bulan keringanan Covid (${formatMonth(first, 'id')} sampai dengan ${formatMonth(last, 'id')})`,
    en: `Not a month of Covid relief (${formatMonth(first, 'en')} to ${formatMonth(last, 'en')})`,
  };
}
