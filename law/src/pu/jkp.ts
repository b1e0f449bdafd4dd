import { lastDay, lesser, type Month, type Rupiah, share, sum } from '@payung/kernel';
import { type Explained, Explanation } from '../engine/explain.ts';
import { periodOn } from '../engine/parameter.ts';
import { productText, type Text } from '../engine/text.ts';
import { jkpFromJkkRate, jkpFromJkmRate, jkpGovernmentRate, jkpWageCap } from './parameters.ts';
import * as texts from './texts.ts';

/** How one worker's JKP is paid for: no part of it is added to the bill of worker or employer. */
export type JkpFinancing = {
  readonly base: Rupiah;
  /** The sum of the three parts, each rounded. */
  readonly total: Rupiah;
  readonly government: Rupiah;
  readonly fromJKK: Rupiah;
  readonly fromJKM: Rupiah;
};

/**
 * Financing of JKP for one month: shares of `min(wage, cap)`, each rounded to the nearest rupiah with halves up, by the
 * law of the last day of the month. Both laws came into force within a month (2 February 2021, 7 February 2025): for
 * those two months the explanation says that it is not settled.
 *
 * @param labourIntensive whether JKK is relieved this month, which leaves the part taken from JKK open
 * @law PP 37/2021 Pasal 11, as amended by PP 6/2025
 * @throws LawError date.outOfRange before February 2021
 */
export function jkpFinancing(wage: Rupiah, month: Month, labourIntensive: boolean): Explained<JkpFinancing> {
  const x = new Explanation('contribution.pu.jkp', lastDay(month), 'month');
  const base = x.step('pu.jkp.base', lesser(wage, x.read(jkpWageCap)), texts.cappedWage('JKP'));
  const part = (id: string, name: Text, rate: typeof jkpGovernmentRate) => {
    const percentage = x.read(rate);
    const amount = share(base, percentage, 'halfUp');
    return x.step(id, amount, productText(name, base, [percentage], amount), { rounding: 'halfUp' });
  };
  const government = part('pu.jkp.government', texts.JKP_PARTS.government, jkpGovernmentRate);
  const fromJKK = part('pu.jkp.from_jkk', texts.JKP_PARTS.fromJKK, jkpFromJkkRate);
  const fromJKM = part('pu.jkp.from_jkm', texts.JKP_PARTS.fromJKM, jkpFromJkmRate);
  const financing = { base, total: sum([government, fromJKK, fromJKM]), government, fromJKK, fromJKM };

  const [first, second] = jkpFromJkmRate.periods;
  if (first !== undefined && month === first.during.from.slice(0, 7)) {
    x.uncertainty({
      id: 'pu.jkp.first_month',
      text: texts.jkpFirstMonth,
      changesResult: true,
      otherwise: null,
    });
  }
  if (first !== undefined && second !== undefined && month === second.during.from.slice(0, 7)) {
    const earlierJkm = share(base, first.value, 'halfUp');
    const otherwise = { ...financing, fromJKM: earlierJkm, total: sum([government, fromJKK, earlierJkm]) };
    const text = texts.jkpRateChange(otherwise.total);
    x.uncertainty({
      id: 'pu.jkp.rate_change',
      text,
      changesResult: otherwise.total !== financing.total,
      otherwise,
    });
  }
  if (labourIntensive) {
    x.uncertainty({
      id: 'pu.jkp.relieved_jkk',
      text: texts.jkpRelievedJkk,
      changesResult: true,
      otherwise: null,
    });
  }
  return x.result(financing, texts.jkpTotal(month, financing.total), {
    law: jkpLaw(month),
    article: 'Pasal 11',
  });
}

function jkpLaw(month: Month): string {
  return periodOn(jkpFromJkmRate, lastDay(month))?.source.law ?? 'PP 37/2021';
}
