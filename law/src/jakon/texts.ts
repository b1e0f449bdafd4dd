import { formatRate, formatRupiah, type Rate, type Rupiah } from '@payung/kernel';
import type { Text } from '../engine/text.ts';

/** How the tax was taken out of a price. */
export function withoutVat(price: Rupiah, vat: Rate, base: Rupiah): Text {
  const sentence = (language: 'id' | 'en') =>
    `${formatRupiah(price)} ÷ (1 + ${formatRate(vat, language)}) = ${formatRupiah(base)}`;
  return {
    id: `Nilai kontrak tanpa PPN: ${sentence('id')}`,
    en: `Contract value without VAT: ${sentence('en')}`,
  };
}

/** The contribution on the slices of a contract value. */
export function slicesSum(programme: 'JKK' | 'JKM', charged: Rate, amount: Rupiah): Text {
  return {
    id: `${programme} = jumlah tiap lapisan nilai kontrak × ${formatRate(charged, 'id')} = ${formatRupiah(amount)}`,
    en: `${programme} = sum over the slices of the contract value × ${formatRate(charged, 'en')} = ${formatRupiah(amount)}`,
  };
}

/** The months of the Covid relief for construction were not read. */
export function covidMonthsUnread(otherTotal: Rupiah): Text {
  return {
    id: `Bulan keringanan PP 49/2020 untuk jasa konstruksi belum dibaca. Tanpa keringanan: ${formatRupiah(otherTotal)}`,
    en: `Not read: the months of the relief of PP 49/2020 for construction. Without it: ${formatRupiah(otherTotal)}`,
  };
}

/** What the project or the worker costs. */
export function total(amount: Rupiah): Text {
  return {
    id: `Iuran jasa konstruksi: ${formatRupiah(amount)}`,
    en: `Construction contribution: ${formatRupiah(amount)}`,
  };
}
