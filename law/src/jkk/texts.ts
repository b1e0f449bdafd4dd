import { formatRate, formatRupiah, type Language, type Rate, type Rupiah } from '@payung/kernel';
import { type Text, wordsText } from '../engine/text.ts';
import { ROWS_IN_UNITS, SCALP_ROW } from './body-table.ts';
import { HALF_YEAR, type IncapacityShares, shareOfMonth, YEAR } from './parameters.ts';

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

/**
 * One row of the disability table as it was counted: its share, the units of it and the function lost (each absent if it is
 * all of it, once), and their product, an exact decimal in percent.
 */
export function loss(
  row: string,
  share: Rate,
  units: number,
  functionLoss: Rate | undefined,
  counted: string,
): Text {
  const sentence = (language: Language, result: string) => {
    const factors = [
      formatRate(share, language),
      ...(units > 1 ? [`${units}`] : []),
      ...(functionLoss === undefined ? [] : [formatRate(functionLoss, language)]),
    ];
    return factors.length === 1 ? `${result}%` : `${factors.join(' × ')} = ${result}%`;
  };
  return {
    id: `Baris ${row} dihitung ${sentence('id', counted.replace('.', ','))}`,
    en: `Row ${row} counts ${sentence('en', counted)}`,
  };
}

/** The rows that exist. */
export const knownRows: Text = {
  id: 'nomor baris tabel, 1 sampai 43',
  en: 'the number of a row of the table, 1 to 43',
};

/** Only a torn scalp has a percentage that a doctor sets. */
export const onlyScalp: Text = { id: `hanya pada baris ${SCALP_ROW}`, en: `only with row ${SCALP_ROW}` };

const IN_UNITS = [...ROWS_IN_UNITS];

/** Rows that can count more than once. */
export const onlyInUnits: Text = {
  id: `1; lebih hanya pada baris ${wordsText(IN_UNITS).id}`,
  en: `1; more only with row ${wordsText(IN_UNITS).en}`,
};

/** Right and left were exchanged. */
export function exchanged(given: string, counted: string): Text {
  return {
    id: `Kidal: baris ${given} dihitung sebagai baris ${counted}`,
    en: `Left-handed: row ${given} counts as row ${counted}`,
  };
}

/** A partial disability brings no periodic benefit. */
export const noPeriodicBenefit: Text = {
  id: 'Santunan berkala hanya untuk cacat total tetap, bukan cacat sebagian',
  en: 'The periodic benefit is for a total permanent disability, not for a partial one',
};

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

/** The law says nothing of a month that is not full. */
export function incompleteMonthUncertain(otherwise: Rupiah): Text {
  return {
    id: `Upah per hari untuk bulan yang tidak penuh adalah praktik; pasalnya tidak ditemukan. Jika hanya bulan penuh yang dibayar: ${formatRupiah(otherwise)}`,
    en: `A daily part of the wage for an incomplete month is practice; no article for it was found. If only whole months are paid: ${formatRupiah(otherwise)}`,
  };
}

/** The arithmetic of a temporary incapacity: how many months, and what part of the one after them, at which share. */
export function incapacity(
  base: Rupiah,
  shares: IncapacityShares,
  months: number,
  part: { readonly days: number; readonly of: number } | undefined,
): Text {
  const parts: readonly (readonly [count: string, share: Rate])[] = [
    [`${Math.min(months, HALF_YEAR)}`, shares.first6],
    [`${Math.max(0, Math.min(months, YEAR) - HALF_YEAR)}`, shares.next6],
    [`${Math.max(0, months - YEAR)}`, shares.later],
    [part === undefined ? '0' : `${part.days}/${part.of}`, shareOfMonth(shares, months)],
  ];
  const terms = (language: Language) =>
    parts
      .filter(([count]) => count !== '0')
      .map(([count, share]) => `${count} × ${formatRate(share, language)}`)
      .join(' + ');
  return {
    id: `STMB = ${formatRupiah(base)} × (${terms('id')})`,
    en: `Temporary incapacity = ${formatRupiah(base)} × (${terms('en')})`,
  };
}

/** A cost as far as it is paid. */
export function paidCost(id: string, en: string, cost: Rupiah, paid: Rupiah): Text {
  return cost === paid
    ? amount(id, en, paid)
    : {
        id: `${id}: ${formatRupiah(cost)}, dibayar sampai batas ${formatRupiah(paid)}`,
        en: `${en}: ${formatRupiah(cost)}, paid up to the cap of ${formatRupiah(paid)}`,
      };
}
