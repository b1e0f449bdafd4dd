import {
  type Day,
  firstDay,
  formatMonth,
  formatRupiah,
  type Month,
  monthOf,
  type Rupiah,
} from '@payung/kernel';
import { type Explained, Explanation } from '../engine/explain.ts';
import type { Citation } from '../engine/parameter.ts';
import { jpBenefitMax, jpBenefitMin, jpPensionAge, jpWageCap } from './parameters.ts';

/** The lowest and highest monthly pension of a month, both null where the figures are not established. */
export type PensionBounds = {
  readonly benefitMin: Rupiah | null;
  readonly benefitMax: Rupiah | null;
};

/** The yearly figures of the pension in one month; `pensionAge` is that of its first day. */
export type PensionFigures = PensionBounds & { readonly wageCap: Rupiah; readonly pensionAge: number };

const BOUNDS: Citation = { law: 'PP 45/2015', article: 'Pasal 18' };
const FIGURES: Citation = { law: 'PP 45/2015', article: 'Pasal 15, Pasal 18 dan Pasal 29' };

/**
 * Lowest and highest monthly pension on a day, explained. They follow last year's inflation from March; where only
 * back-computed or awaited figures exist the answer is null, and the explanation is not settled.
 *
 * @law PP 45/2015 Pasal 18
 */
export function pensionBounds(on: Day): Explained<PensionBounds> {
  const x = new Explanation('jp.bounds', on);
  const benefitMin = x.find(jpBenefitMin) ?? null;
  const benefitMax = x.find(jpBenefitMax) ?? null;
  const month = monthOf(on);
  if (benefitMin === null || benefitMax === null) {
    x.uncertainty({
      id: 'jp.bounds',
      text: {
        id: `Manfaat pensiun paling sedikit dan paling banyak untuk ${formatMonth(month, 'id')} belum ditemukan dalam sumber`,
        en: `The lowest and highest pension of ${formatMonth(month, 'en')} are not established by any source read`,
      },
      changesResult: true,
      otherwise: null,
    });
  }
  return x.result({ benefitMin, benefitMax }, boundsText(month, benefitMin, benefitMax), BOUNDS);
}

/**
 * Wage cap, pension bounds and pension age of a month, explained.
 *
 * @law PP 45/2015 Pasal 15, 18, 29
 * @throws LawError date.outOfRange before July 2015, parameter.unpublished from the first March whose cap is not announced
 */
export function pensionFigures(month: Month): Explained<PensionFigures> {
  const on = firstDay(month);
  const x = new Explanation('parameter.jp', on, 'month');
  const wageCap = x.read(jpWageCap);
  const pensionAge = x.read(jpPensionAge);
  const bounds = x.include(pensionBounds(on));
  return x.result(
    { wageCap, ...bounds, pensionAge },
    {
      id: `JP ${formatMonth(month, 'id')}: batas upah ${formatRupiah(wageCap)}, usia pensiun ${pensionAge} tahun`,
      en: `JP in ${formatMonth(month, 'en')}: wage cap ${formatRupiah(wageCap)}, pension age ${pensionAge}`,
    },
    FIGURES,
  );
}

function boundsText(month: Month, least: Rupiah | null, most: Rupiah | null) {
  if (least === null || most === null) {
    return {
      id: `Batas manfaat pensiun ${formatMonth(month, 'id')}: tidak diketahui`,
      en: `Pension bounds of ${formatMonth(month, 'en')}: not known`,
    };
  }
  return {
    id: `Manfaat pensiun ${formatMonth(month, 'id')}: ${formatRupiah(least)} sampai ${formatRupiah(most)}`,
    en: `Pension in ${formatMonth(month, 'en')}: ${formatRupiah(least)} to ${formatRupiah(most)}`,
  };
}
