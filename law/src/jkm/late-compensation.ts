import { formatRate, formatRupiah, type Rupiah, ratioOf } from '@payung/kernel';
import { amountOf } from '../engine/amount.ts';
import { type Explained, Explanation } from '../engine/explain.ts';
import { countText } from '../engine/text.ts';
import { PERMENAKER_1_2025 } from '../register/permenaker-1-2025.ts';
import { lateShare } from './parameters.ts';

/** A benefit and the days by which it was paid too late, counted by the caller. */
export type LateCompensationInput = { readonly benefit: Rupiah; readonly daysLate: number };

/**
 * What is owed to the heirs for a benefit paid late: `benefit × 1 % × daysLate`.
 *
 * Not settled, and left to the caller: whether the base is the whole payment or the death grant only, and whether calendar
 * or working days count. No maximum is known.
 *
 * @law Permenaker 5/2021 Pasal 79 ayat (3), as amended by Permenaker 1/2025
 * @throws LawError input.range if the compensation is above Rp 10¹⁵
 */
export function lateCompensation({
  benefit,
  daysLate,
}: LateCompensationInput): Explained<{ compensation: Rupiah }> {
  const x = new Explanation('claim.lateCompensation', lateShare.checked);
  const rate = x.read(lateShare);
  const compensation = amountOf('daysLate', benefit, ratioOf(rate), daysLate);
  x.step(
    'jkm.late_compensation',
    compensation,
    {
      id: `${formatRupiah(benefit)} × ${formatRate(rate, 'id')} × ${daysLate} hari = ${formatRupiah(compensation)}`,
      en: `${formatRupiah(benefit)} × ${formatRate(rate, 'en')} × ${countText(daysLate, 'day').en} = ${formatRupiah(compensation)}`,
    },
    { rounding: 'halfUp' },
  );
  if (compensation > 0) {
    x.uncertainty({
      id: 'jkm.late_compensation_base',
      text: {
        id: 'Belum dipastikan apakah dasarnya seluruh manfaat atau hanya santunan kematian, hari kalender atau hari kerja, dan apakah ada batas tertinggi. Tafsir lain tidak dapat dihitung dari masukan ini',
        en: 'Not established: whether the base is the whole payment or the death grant only, calendar or working days, and whether there is a maximum. The other reading cannot be computed from this input',
      },
      changesResult: true,
      otherwise: null,
    });
  }
  return x.result(
    { compensation },
    {
      id: `Ganti rugi keterlambatan: ${formatRupiah(compensation)}`,
      en: `Compensation for late payment: ${formatRupiah(compensation)}`,
    },
    { ...PERMENAKER_1_2025, article: 'Pasal 79 ayat (3)' },
  );
}
