import { formatRate, formatRupiah, type Language, type Rate, type Rupiah } from '@payung/kernel';

/** The same sentence or word in each language that Payung prints. */
export type Text = Readonly<Record<Language, string>>;

/** An amount in a sentence. */
export function rupiahText(amount: Rupiah): Text {
  const shown = formatRupiah(amount);
  return { id: shown, en: shown };
}

/** A rate in a sentence. */
export function rateText(rate: Rate): Text {
  return { id: formatRate(rate, 'id'), en: formatRate(rate, 'en') };
}
