import { type Day, greater, percentText, type Rupiah, ratioOf, sum } from '@payung/kernel';
import { baseOf, type Earnings, earningsField } from '../base/base.ts';
import { amountOf } from '../engine/amount.ts';
import { type Explained, Explanation } from '../engine/explain.ts';
import { deathGrant } from '../jkm/parameters.ts';
import { deathShare, funeralCost, periodicBenefit, wageMonths } from './parameters.ts';
import * as texts from './texts.ts';

/** One death by a work accident; `date` is the day of the accident. */
export type JkkDeathInput = Earnings & { readonly date: Day };

/** What the heirs get. `total` is the sum of the three parts. */
export type JkkDeath = {
  readonly eligible: true;
  readonly base: Rupiah;
  readonly santunan: Rupiah;
  readonly berkala: Rupiah;
  readonly funeral: Rupiah;
  readonly total: Rupiah;
};

/**
 * JKK benefit after a death by a work accident, explained: 60 % × 80 × base but at least the JKM death grant, the periodic
 * benefit and the funeral. JKM itself is not paid in addition. Scholarships are not part of it.
 *
 * @law PP 44/2015 Lampiran III, as amended by PP 82/2019
 * @throws LawError date.outOfRange before July 2015; input.range if the benefit is above Rp 10¹⁵
 */
export function jkkDeath(input: JkkDeathInput): Explained<JkkDeath> {
  const x = new Explanation('benefit.jkk.death', input.date);
  const base = baseOf(x, input);
  const months = x.read(wageMonths);
  const share = x.read(deathShare);
  const least = x.read(deathGrant);
  const byWage = x.step(
    'jkk.death.by_wage',
    amountOf(earningsField(input), base, ratioOf(share), months),
    texts.product('Santunan menurut upah', 'Grant by wage', percentText(share), months, base),
    { rounding: 'halfUp' },
  );
  const santunan = greater(byWage, least);
  x.step('jkk.death.santunan', santunan, texts.floor(byWage < least, least));
  const berkala = x.read(periodicBenefit);
  const funeral = x.read(funeralCost);
  const total = sum([santunan, berkala, funeral]);
  return x.result(
    { eligible: true, base, santunan, berkala, funeral, total },
    texts.amount('Manfaat JKK meninggal', 'JKK benefit for death', total),
    { law: 'PP 44/2015', article: 'Lampiran III' },
  );
}
