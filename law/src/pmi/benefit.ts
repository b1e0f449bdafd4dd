import { type Day, formatRupiah, type Rupiah, rupiah, sum } from '@payung/kernel';
import { type Explained, Explanation } from '../engine/explain.ts';
import type { Citation, Parameter } from '../engine/parameter.ts';
import type { Text } from '../engine/text.ts';
import { scholarship } from '../scholarship/benefit.ts';
import { type Child, checkChildren } from '../scholarship/child.ts';
import { deathAfterWork, deathDuringWork, failedDeparture, rape, wrongPlacement } from './parameters.ts';

/** What happened to a migrant worker. A death during work is one that is no work accident. */
export type PmiEvent = 'deathDuringWork' | 'deathAfterWork' | 'failedDeparture' | 'wrongPlacement' | 'rape';

/** One event; the children are judged on its day. */
export type PmiBenefitInput = {
  readonly event: PmiEvent;
  readonly date: Day;
  readonly children: readonly Child[];
};

/** What is paid. */
export type PmiBenefit = {
  readonly eligible: true;
  /** The fixed sum of the event. */
  readonly amount: Rupiah;
  /** Projected for all children; Rp 0 if none is eligible, and for every other event than a death during work. */
  readonly scholarship: Rupiah;
  readonly total: Rupiah;
};

const SUMS: Readonly<Record<PmiEvent, Parameter<Rupiah>>> = {
  deathDuringWork,
  deathAfterWork,
  failedDeparture,
  wrongPlacement,
  rape,
};
const LAMPIRAN: Citation = { law: 'Permenaker 4/2023', article: 'Lampiran' };

/**
 * What a migrant worker (PMI) or the heirs get after an event, explained: its fixed sum, and after a death during work the
 * scholarships of the children. The annex was not read in full: sums for work accidents and disabilities are not answered,
 * and that no contribution period is asked for is our reading, shown as open.
 *
 * @law Permenaker 4/2023 Lampiran
 * @throws LawError date.outOfRange before 2023-02-22; as `scholarship` for the children
 */
export function pmiBenefit({ event, date, children }: PmiBenefitInput): Explained<PmiBenefit> {
  const x = new Explanation('benefit.pmi', date);
  const amount = x.read(SUMS[event]);
  checkChildren(children, date);
  const forChildren = children.length === 0 ? rupiah(0) : scholarshipsOf(x, { event, date, children });
  const total = sum([amount, forChildren]);
  x.step('pmi.benefit', total, {
    id: `${formatRupiah(amount)} + beasiswa ${formatRupiah(forChildren)} = ${formatRupiah(total)}`,
    en: `${formatRupiah(amount)} + scholarship ${formatRupiah(forChildren)} = ${formatRupiah(total)}`,
  });
  if (forChildren > 0) {
    x.uncertainty({
      id: 'pmi.scholarship_period',
      text: periodUncertain(amount),
      changesResult: true,
      otherwise: amount,
    });
  }
  return x.result(
    { eligible: true, amount, scholarship: forChildren, total },
    { id: `Manfaat PMI: ${formatRupiah(total)}`, en: `Benefit of a migrant worker: ${formatRupiah(total)}` },
    LAMPIRAN,
  );
}

function scholarshipsOf(x: Explanation, { event, date, children }: PmiBenefitInput): Rupiah {
  const isPaid = event === 'deathDuringWork';
  x.finding({
    id: 'pmi.scholarship',
    applies: isPaid,
    because: isPaid ? 'met' : 'event',
    text: {
      id: 'Beasiswa hanya untuk PMI yang meninggal selama bekerja',
      en: 'Scholarships only after the death of a migrant worker during work',
    },
    citation: LAMPIRAN,
    confidence: 'quoted',
  });
  if (!isPaid) return rupiah(0);
  return x.include(scholarship({ trigger: 'pmiDeath', date, asOf: date, children })).total;
}

function periodUncertain(otherwise: Rupiah): Text {
  return {
    id: `Apakah beasiswa anak PMI mensyaratkan masa iur belum dibaca; tidak diterapkan. Bila disyaratkan dan belum terpenuhi: ${formatRupiah(otherwise)}`,
    en: `Whether a contribution period is asked for was not read; none is applied. If one is and it is not reached: ${formatRupiah(otherwise)}`,
  };
}
