import { type Day, lesser, type Rupiah, sum } from '@payung/kernel';
import { type Explained, Explanation } from '../engine/explain.ts';
import { airCap, landCap, seaCap } from './parameters.ts';
import * as texts from './texts.ts';

/** What the transport of the injured member cost by each mode, Rp 0 if it was not used; `date` is the accident's. */
export type TransportInput = {
  readonly date: Day;
  readonly land: Rupiah;
  readonly sea: Rupiah;
  readonly air: Rupiah;
};

/** What is paid for each mode, and their sum. */
export type TransportBenefit = {
  readonly eligible: true;
  readonly land: Rupiah;
  readonly sea: Rupiah;
  readonly air: Rupiah;
  readonly total: Rupiah;
};

/**
 * Transport of a member after a work accident, explained: the cost of each mode up to the cap of that mode.
 *
 * @law PP 44/2015 Lampiran III, as amended by PP 82/2019
 * @throws LawError date.outOfRange before July 2015
 */
export function accidentTransport(input: TransportInput): Explained<TransportBenefit> {
  const x = new Explanation('benefit.jkk.transport', input.date);
  const land = lesser(input.land, x.read(landCap));
  x.step('jkk.transport.land', land, texts.paidCost('Darat', 'By land', input.land, land));
  const sea = lesser(input.sea, x.read(seaCap));
  x.step('jkk.transport.sea', sea, texts.paidCost('Laut', 'By sea', input.sea, sea));
  const air = lesser(input.air, x.read(airCap));
  x.step('jkk.transport.air', air, texts.paidCost('Udara', 'By air', input.air, air));
  const total = sum([land, sea, air]);
  return x.result(
    { eligible: true, land, sea, air, total },
    texts.amount('Biaya angkutan JKK', 'JKK transport', total),
    { law: 'PP 44/2015', article: 'Lampiran III' },
  );
}
