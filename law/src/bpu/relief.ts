import { firstDay, type Month, percent, type Rate } from '@payung/kernel';
import type { Explanation } from '../engine/explain.ts';
import { type Citation, citationOf, monthsInForce, type Parameter, periodOn } from '../engine/parameter.ts';
import { covidRelief } from '../relief/covid.ts';
import { covidCharge, otherSectorCharge, transportCharge } from './parameters.ts';
import * as texts from './texts.ts';

/** The sectors that PP 50/2025 tells apart; transport is drivers, couriers and logistics. */
export type Sector = 'transport' | 'other';

/** Every sector. */
export const SECTORS: readonly Sector[] = ['transport', 'other'];

/** Who pays: the member, a government budget (APBN or APBD), or a private sponsor. */
export type Payer = 'self' | 'government' | 'other';

/** Every payer. */
export const PAYERS: readonly Payer[] = ['self', 'government', 'other'];

const IN_FULL = percent('100');

const EXCLUSION: Citation = { law: 'PP 50/2025', article: 'Pasal 3' };

/**
 * The share of JKK and JKM that is charged in a month: 100 % unless a relief applies. Records of each relief that it
 * applied, or why not.
 *
 * PP 50/2025 names workers outside an employment relation and the self-employed; members who are themselves employers are
 * not told apart here.
 *
 * @law PP 49/2020; PP 50/2025 Pasal 2, 3, 4
 */
export function chargedShare(
  x: Explanation,
  { month, sector, payer }: { month: Month; sector: Sector; payer: Payer },
): Rate {
  // Both are looked at, so that the explanation speaks of both. They share no month.
  const covid = covidRelief(x, covidCharge, 'bpu.relief.pp_49_2020');
  const informal = informalWorkersShare(x, month, sector, payer);
  return covid ?? informal ?? IN_FULL;
}

function informalWorkersShare(x: Explanation, month: Month, sector: Sector, payer: Payer): Rate | undefined {
  const parameter = sector === 'transport' ? transportCharge : otherSectorCharge;
  const finding = { id: 'bpu.relief.pp_50_2025', confidence: 'quoted' } as const;
  const { citation, ...months } = monthsOf(parameter);
  if (periodOn(parameter, firstDay(month)) === undefined) {
    const text = texts.notInForce(sector, months);
    x.finding({ ...finding, applies: false, because: 'month', text, citation });
    return undefined;
  }
  if (payer === 'government') {
    x.finding({
      ...finding,
      applies: false,
      because: 'payer',
      text: texts.paidByGovernment,
      citation: EXCLUSION,
    });
    return undefined;
  }
  const share = x.read(parameter);
  x.finding({ ...finding, applies: true, because: 'applied', text: texts.relieved(sector, share), citation });
  return share;
}

/** The months in which a relief is in force, and the article that says so. */
function monthsOf(relief: Parameter<Rate>): { first: Month; last: Month; citation: Citation } {
  const [period] = relief.periods;
  if (period === undefined) throw new RangeError(`${relief.id} was never in force`);
  return { ...monthsInForce(relief), citation: citationOf(period.source) };
}
