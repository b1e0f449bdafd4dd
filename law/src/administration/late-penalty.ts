import { formatMonth, formatRupiah, percentText, type Rate, type Rupiah, ratioOf } from '@payung/kernel';
import { amountOf } from '../engine/amount.ts';
import { type Explained, Explanation } from '../engine/explain.ts';
import { readCount, readFields, readMoney, readWord } from '../engine/input.ts';
import { monthsInForce } from '../engine/parameter.ts';
import type { Rule } from '../engine/run.ts';
import { rateText, type Text } from '../engine/text.ts';
import type { PaidMonthly } from './due-date.ts';
import { bpuPenaltyRate, covidPenaltyRate, puPenaltyRate } from './parameters.ts';

/** The rate of one month, as a decimal string in percent, and the fine for all months. */
export type LatePenalty = { readonly ratePercent: string; readonly penalty: Rupiah };

const SEGMENTS: readonly PaidMonthly[] = ['PU', 'BPU'];

/**
 * Fine on a contribution paid late: rate × contribution × months, simple, rounded once to the nearest rupiah, halves up.
 * BPU pay none. Contributions of some months had a lower rate (PP 49/2020; by report the original term of PP 7/2025 too) and
 * the rule is not told the month, so a fine of wage earners is never called settled.
 *
 * @law PP 44/2015 Pasal 22; PP 49/2020 Pasal 23 ayat (1)
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
    const lower = reliefRate();
    const otherwise = fine(contribution, lower, monthsLate);
    x.uncertainty({
      id: 'admin.penalty_rate',
      text: lowerRateText(lower, otherwise),
      changesResult: otherwise !== penalty,
      otherwise,
    });
  }
  return x.result({ ratePercent: percentText(rate), penalty }, text, {
    law: 'PP 44/2015',
    article: 'Pasal 22',
  });
}

/** The rate of the Covid relief, which PP 7/2025 is reported to have taken over. */
function reliefRate(): Rate {
  const [period] = covidPenaltyRate.periods;
  if (period === undefined) throw new RangeError(`${covidPenaltyRate.id} was never in force`);
  return period.value;
}

function lowerRateText(rate: Rate, otherwise: Rupiah): Text {
  const { first, last } = monthsInForce(covidPenaltyRate);
  const { id, en } = rateText(rate);
  return {
    id: `Untuk iuran ${formatMonth(first, 'id')} sampai dengan ${formatMonth(last, 'id')} dendanya ${id} (PP 49/2020); masa awal PP 7/2025 dilaporkan memakai tarif yang sama, bulan-bulannya belum dipastikan. Bulan iurannya tidak diketahui di sini. Dengan ${id}: ${formatRupiah(otherwise)}`,
    en: `On contributions of ${formatMonth(first, 'en')} to ${formatMonth(last, 'en')} the fine was ${en} (PP 49/2020); the original term of PP 7/2025 is reported to have had the same rate, in months that are not established. The month is not known here. At ${en}: ${formatRupiah(otherwise)}`,
  };
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
