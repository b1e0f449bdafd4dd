import { firstDay, type Month, percent, type Rate } from '@payung/kernel';
import type { Explanation } from '../engine/explain.ts';
import { basisOf, monthsInForce, periodOn } from '../engine/parameter.ts';
import { covidRelief } from '../relief/covid.ts';
import { covidCharge, labourIntensiveCharge } from './parameters.ts';
import * as texts from './texts.ts';

const IN_FULL = percent('100');

/**
 * The share of JKK and JKM that is charged in a month under the Covid relief: 100 % without it. Records that it applied,
 * or why not.
 *
 * @param arrearsFree whether the contributions up to July 2020 are settled, which the relief requires
 * @law PP 49/2020 Pasal 13 ayat (1)
 */
export function covidShare(x: Explanation, month: Month, arrearsFree: boolean): Rate {
  const id = 'pu.relief.pp_49_2020';
  if (!arrearsFree && periodOn(covidCharge, firstDay(month)) !== undefined) {
    x.finding({
      id,
      applies: false,
      because: 'arrears',
      text: texts.covidArrears,
      citation: { law: 'PP 49/2020', article: 'Pasal 13 ayat (1)' },
      confidence: 'quoted',
    });
    return IN_FULL;
  }
  return covidRelief(x, covidCharge, id) ?? IN_FULL;
}

/**
 * The share of JKK that is charged to a labour-intensive employer: 100 % outside the months of the relief and for all
 * others. Whether an employer qualifies (50 active members, six industries) is not decided here.
 *
 * @law PP 7/2025 Pasal 3, 4, 10; PP 36/2025 Pasal 10A
 */
export function labourIntensiveShare(x: Explanation, month: Month, labourIntensive: boolean): Rate {
  const period = periodOn(labourIntensiveCharge, firstDay(month));
  const id = 'pu.relief.labour_intensive';
  if (period === undefined) {
    x.finding({
      id,
      applies: false,
      because: 'month',
      text: texts.notLabourIntensiveMonth(monthsInForce(labourIntensiveCharge)),
      citation: { law: 'PP 36/2025', article: 'Pasal 10A' },
      confidence: 'quoted',
    });
    return IN_FULL;
  }
  const finding = { id, ...basisOf(period.source) };
  if (!labourIntensive) {
    x.finding({ ...finding, applies: false, because: 'employer', text: texts.notLabourIntensive });
    return IN_FULL;
  }
  const charged = x.read(labourIntensiveCharge);
  x.finding({ ...finding, applies: true, because: 'applied', text: texts.labourIntensive(charged) });
  return charged;
}
