import { formatRupiah, percent, percentText, type Rate, type Rupiah, ratioOf } from '@payung/kernel';
import { amountOf } from '../engine/amount.ts';
import { type Explained, Explanation } from '../engine/explain.ts';
import { readCount, readFields, readMoney, readWord } from '../engine/input.ts';
import type { Rule } from '../engine/run.ts';
import { rateText } from '../engine/text.ts';
import type { PaidMonthly } from './due-date.ts';
import { bpuPenaltyRate, puPenaltyRate } from './parameters.ts';

/** The rate of one month, as a decimal string in percent, and the fine for all months. */
export type LatePenalty = { readonly ratePercent: string; readonly penalty: Rupiah };

const SEGMENTS: readonly PaidMonthly[] = ['PU', 'BPU'];

// What PP 49/2020 and the original term of PP 7/2025 are reported to have charged; which months it held is not known.
const REPORTED_RATE = percent('0.5');

/**
 * Fine on a contribution paid late: rate × contribution × months, simple, rounded once to the nearest rupiah, halves up.
 * BPU pay none. The months of the lower rate of PP 49/2020 and PP 7/2025 are not established and the rule is not told the
 * month, so a fine of wage earners is never called settled.
 *
 * @law PP 44/2015 Pasal 22
 * @throws LawError input.range for so many months that the fine is no amount
 */
export function latePenalty(
  segment: PaidMonthly,
  contribution: Rupiah,
  monthsLate: number,
): Explained<LatePenalty> {
  const parameter = segment === 'PU' ? puPenaltyRate : bpuPenaltyRate;
  const x = new Explanation('penalty.late', parameter.checked);
  const rate = x.read(parameter);
  const penalty = fine(contribution, rate, monthsLate);
  const chain = (language: 'id' | 'en') =>
    `${formatRupiah(contribution)} × ${rateText(rate)[language]} × ${monthsLate} = ${formatRupiah(penalty)}`;
  const text = { id: `Denda = ${chain('id')}`, en: `Fine = ${chain('en')}` };
  x.step('admin.penalty', penalty, text, { rounding: 'halfUp' });
  if (segment === 'PU') {
    const otherwise = fine(contribution, REPORTED_RATE, monthsLate);
    x.uncertainty({
      id: 'admin.penalty_rate',
      text: {
        id: `PP 49/2020 dan masa awal PP 7/2025 dilaporkan memakai denda 0,5%; bulan-bulannya belum dipastikan. Dengan 0,5%: ${formatRupiah(otherwise)}`,
        en: `PP 49/2020 and the original term of PP 7/2025 are reported to have charged 0.5%; the months are not established. At 0.5%: ${formatRupiah(otherwise)}`,
      },
      changesResult: otherwise !== penalty,
      otherwise,
    });
  }
  return x.result({ ratePercent: percentText(rate), penalty }, text, {
    law: 'PP 44/2015',
    article: 'Pasal 22',
  });
}

function fine(contribution: Rupiah, rate: Rate, months: number): Rupiah {
  return amountOf('monthsLate', contribution, ratioOf(rate), months);
}

/** `penalty.late` of the rules protocol. */
export const penaltyLate: Rule = {
  id: 'penalty.late',
  about: { id: 'Denda keterlambatan iuran', en: 'Fine on late contributions' },
  answer(input) {
    const fields = readFields(input, ['segment', 'contribution', 'monthsLate']);
    return latePenalty(
      readWord(fields, 'segment', SEGMENTS, 'PU'),
      readMoney(fields, 'contribution'),
      readCount(fields, 'monthsLate'),
    );
  },
};
