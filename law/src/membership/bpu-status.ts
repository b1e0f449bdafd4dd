import { firstDay, type Month, monthsBetween } from '@payung/kernel';
import { LawError } from '../engine/error.ts';
import { type Explained, Explanation, inForceText } from '../engine/explain.ts';
import { readFields, readMonth } from '../engine/input.ts';
import { periodOn } from '../engine/parameter.ts';
import type { Rule } from '../engine/run.ts';
import { countText, type Text } from '../engine/text.ts';
import { bpuArrearsMonths } from './parameters.ts';

/** Where a BPU membership stands. */
export type BpuStatus = {
  readonly status: 'active' | 'arrears' | 'inactive';
  /** Months after the last one paid, the current one included; 0 if it is paid. */
  readonly unpaidMonths: number;
  /** Months that are still charged: none once inactive, since reactivation does not collect them. */
  readonly arrearsMonths: number;
  /** The fewest months to be paid to be active again. */
  readonly payableMonthsMin: number;
};

/**
 * Whether a BPU membership is active, in arrears for up to three months, or inactive. There is no fine.
 *
 * @param asOf the current contribution month, unpaid unless `lastPaid` reaches it
 * @law practice under Permenaker 5/2021; the binding article was not read
 * @throws LawError date.outOfRange for a month before July 2015
 */
export function bpuStatus(lastPaid: Month, asOf: Month): Explained<BpuStatus> {
  if (periodOn(bpuArrearsMonths, firstDay(lastPaid)) === undefined) {
    throw new LawError('date.outOfRange', 'lastPaid', { accepted: inForceText(bpuArrearsMonths) });
  }
  const x = new Explanation('membership.bpuStatus', firstDay(asOf), 'asOf');
  const longest = x.read(bpuArrearsMonths);
  const unpaidMonths = Math.max(0, monthsBetween(lastPaid, asOf));
  x.step('membership.unpaid_months', unpaidMonths, {
    id: 'Bulan yang belum dibayar, termasuk bulan berjalan',
    en: 'Months not paid, the current one included',
  });
  const value = statusOf(unpaidMonths, longest);
  if (value.status === 'arrears') {
    x.uncertainty({
      id: 'membership.death_in_arrears',
      text: {
        id: 'Apakah kematian pada masa menunggak dijamin setelah ahli waris melunasi: dalam praktik ya, pasalnya belum ditemukan',
        en: 'Whether a death during the arrears is covered once the heirs settle: in practice yes, the article was not found',
      },
      changesResult: false,
      otherwise: null,
    });
  }
  return x.result(value, statusText(value), { law: 'Permenaker 5/2021' });
}

/** As `bpuStatus`, without an explanation, for a list of members; undefined for a month before July 2015. */
export function bpuStanding(lastPaid: Month, asOf: Month): BpuStatus | undefined {
  const longest = periodOn(bpuArrearsMonths, firstDay(asOf))?.value;
  return longest === undefined ? undefined : statusOf(Math.max(0, monthsBetween(lastPaid, asOf)), longest);
}

function statusOf(unpaidMonths: number, longest: number): BpuStatus {
  if (unpaidMonths === 0) return { status: 'active', unpaidMonths, arrearsMonths: 0, payableMonthsMin: 0 };
  return unpaidMonths <= longest
    ? { status: 'arrears', unpaidMonths, arrearsMonths: unpaidMonths, payableMonthsMin: unpaidMonths }
    : { status: 'inactive', unpaidMonths, arrearsMonths: 0, payableMonthsMin: 1 };
}

function statusText({ status, unpaidMonths, payableMonthsMin }: BpuStatus): Text {
  switch (status) {
    case 'active':
      return { id: 'Aktif', en: 'Active' };
    case 'arrears':
      return {
        id: `Menunggak ${unpaidMonths} bulan; semuanya harus dilunasi`,
        en: `In arrears by ${countText(unpaidMonths, 'month').en}; all must be settled`,
      };
    case 'inactive':
      return {
        id: `Nonaktif setelah ${unpaidMonths} bulan; aktif kembali dengan membayar ${payableMonthsMin} bulan, tunggakan lama tidak ditagih`,
        en: `Inactive after ${countText(unpaidMonths, 'month').en}; active again on paying ${countText(payableMonthsMin, 'month').en}, old arrears are not charged`,
      };
  }
}

/** `membership.bpuStatus` of the rules protocol. */
export const membershipBpuStatus: Rule = {
  id: 'membership.bpuStatus',
  about: { id: 'Status kepesertaan BPU', en: 'Standing of a BPU membership' },
  answer(input) {
    const fields = readFields(input, ['lastPaid', 'asOf']);
    return bpuStatus(readMonth(fields, 'lastPaid'), readMonth(fields, 'asOf'));
  },
};
