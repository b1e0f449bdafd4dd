import { type Day, type Rupiah, ratioOf, sum } from '@payung/kernel';
import { amountOf } from '../engine/amount.ts';
import { type Explained, Explanation } from '../engine/explain.ts';
import { rehabilitationFactor, returnToWork } from './care-parameters.ts';
import * as texts from './care-texts.ts';
import { PP_44_2015 } from './sources.ts';
import { amount } from './texts.ts';

/** What a member needs after one accident; `date` is its day. */
export type RehabilitationInput = {
  readonly date: Day;
  /** The price of the orthosis or prosthesis at the rehabilitation centre of a government hospital; Rp 0 if none is needed. */
  readonly referencePrice: Rupiah;
  /** What the orthosis or prosthesis really cost, where that is known. */
  readonly deviceCost?: Rupiah;
  /** What medical rehabilitation cost. */
  readonly medicalRehabilitation: Rupiah;
};

/** What is paid, and what is given in kind. `total` is the sum of the two amounts. */
export type RehabilitationBenefit = {
  readonly eligible: true;
  readonly device: Rupiah;
  readonly medicalRehabilitation: Rupiah;
  readonly total: Rupiah;
  readonly inKind: readonly ['returnToWork'];
};

/**
 * Rehabilitation after a work accident, explained: 140 % of the reference price of an orthosis or prosthesis, and the cost of
 * medical rehabilitation. Help to return to work is given beside it, and is no money.
 *
 * @law PP 44/2015 Lampiran III, as amended by PP 82/2019
 * @throws LawError date.outOfRange before July 2015; input.range for an amount above Rp 10¹⁵
 */
export function rehabilitation(input: RehabilitationInput): Explained<RehabilitationBenefit> {
  const { date, referencePrice, deviceCost } = input;
  const x = new Explanation('benefit.jkk.rehabilitation', date);
  const factor = x.read(rehabilitationFactor);
  const device = x.step(
    'jkk.rehabilitation.device',
    amountOf('referencePrice', referencePrice, ratioOf(factor)),
    texts.device(referencePrice, factor),
    { rounding: 'halfUp' },
  );
  const medicalRehabilitation = amountOf('medicalRehabilitation', input.medicalRehabilitation);
  x.step(
    'jkk.rehabilitation.medical',
    medicalRehabilitation,
    amount('Rehabilitasi medik', 'Medical rehabilitation', medicalRehabilitation),
  );
  if (deviceCost !== undefined && deviceCost < device) {
    const otherwise = sum([deviceCost, medicalRehabilitation]);
    const text = texts.deviceUncertain(otherwise);
    x.uncertainty({ id: 'jkk.device_price', text, changesResult: true, otherwise });
  }
  x.read(returnToWork);
  const total = sum([device, medicalRehabilitation]);
  return x.result(
    { eligible: true, device, medicalRehabilitation, total, inKind: ['returnToWork'] },
    texts.rehabilitation(total),
    PP_44_2015,
  );
}
