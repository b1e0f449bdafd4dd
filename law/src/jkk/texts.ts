import { formatRate, formatRupiah, type Language, type Rupiah } from '@payung/kernel';
import type { Text } from '../engine/text.ts';
import type { IncapacityShares } from './parameters.ts';

/** A named amount. */
export function amount(id: string, en: string, value: Rupiah): Text {
  return { id: `${id}: ${formatRupiah(value)}`, en: `${en}: ${formatRupiah(value)}` };
}

/** `percent % × months × base`, with the percentage as an exact decimal with a point. */
export function product(id: string, en: string, percent: string, months: number, base: Rupiah): Text {
  const rest = `${months} × ${formatRupiah(base)}`;
  return {
    id: `${id} = ${percent.replace('.', ',')}% × ${rest}`,
    en: `${en} = ${percent}% × ${rest}`,
  };
}

/** Whether the least amount for a death is paid. */
export function floor(applies: boolean, least: Rupiah): Text {
  return applies
    ? {
        id: `Dinaikkan menjadi santunan kematian JKM ${formatRupiah(least)}`,
        en: `Raised to the JKM death grant of ${formatRupiah(least)}`,
      }
    : {
        id: `Tidak kurang dari santunan kematian JKM ${formatRupiah(least)}`,
        en: `Not below the JKM death grant of ${formatRupiah(least)}`,
      };
}

/** One row of the disability table as it was counted: `percent` is its share with units and lost function. */
export function loss(row: string, percent: string): Text {
  return {
    id: `Baris ${row} dihitung ${percent.replace('.', ',')}%`,
    en: `Row ${row} counts ${percent}%`,
  };
}

/** Right and left were exchanged. */
export function exchanged(given: string, counted: string): Text {
  return {
    id: `Kidal: baris ${given} dihitung sebagai baris ${counted}`,
    en: `Left-handed: row ${given} counts as row ${counted}`,
  };
}

/** A cap on the sum of several losses is customary, without an article. */
export function capUncertain(otherwise: Rupiah): Text {
  return {
    id: `Batas 70% atas jumlah persentase lazim dipakai, tetapi pasalnya tidak ditemukan; tidak diterapkan. Dengan batas itu: ${formatRupiah(otherwise)}`,
    en: `A cap of 70% on the sum is customary, but no article for it was found; it is not applied. With it: ${formatRupiah(otherwise)}`,
  };
}

/** An incapacity that began under the old law and went on under the new one. */
export function transitionUncertain(otherwise: Rupiah): Text {
  return {
    id: `Aturan peralihan PP 82/2019 belum dibaca; dihitung menurut hari kecelakaan. Jika tiap bulan menurut hari mulainya: ${formatRupiah(otherwise)}`,
    en: `The transitional rule of PP 82/2019 was not read; the day of the accident decides. If each month follows the day it begins: ${formatRupiah(otherwise)}`,
  };
}

/** The arithmetic of a temporary incapacity: how many months at which share. */
export function incapacity(base: Rupiah, months: number, { first6, next6, later }: IncapacityShares): Text {
  const counts = [Math.min(months, 6), Math.min(Math.max(0, months - 6), 6), Math.max(0, months - 12)];
  const terms = (language: Language) =>
    [first6, next6, later]
      .map((share, index) => ({ count: counts[index] ?? 0, share: formatRate(share, language) }))
      .filter(({ count }) => count > 0)
      .map(({ count, share }) => `${count} × ${share}`)
      .join(' + ');
  return {
    id: `STMB = ${formatRupiah(base)} × (${terms('id')})`,
    en: `Temporary incapacity = ${formatRupiah(base)} × (${terms('en')})`,
  };
}

/** The cost of one mode of transport as far as it is paid. */
export function transport(id: string, en: string, cost: Rupiah, paid: Rupiah): Text {
  return cost === paid
    ? amount(id, en, paid)
    : {
        id: `${id}: ${formatRupiah(cost)}, dibayar sampai batas ${formatRupiah(paid)}`,
        en: `${en}: ${formatRupiah(cost)}, paid up to the cap of ${formatRupiah(paid)}`,
      };
}
