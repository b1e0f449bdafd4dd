import { formatMonth, formatRate, formatRupiah, type Month, type Rate, type Rupiah } from '@payung/kernel';
import { countText, productText, type Text } from '../engine/text.ts';
import type { Payer, Sector } from './relief.ts';

type Months = { readonly first: Month; readonly last: Month };

const SECTORS: Readonly<Record<Sector, Text>> = {
  transport: { id: 'sektor transportasi', en: 'the transport sector' },
  other: { id: 'sektor selain transportasi', en: 'sectors other than transport' },
};

const PAYERS: Readonly<Record<Payer, Text>> = {
  self: { id: 'peserta sendiri', en: 'the member' },
  government: { id: 'pemerintah (APBN/APBD)', en: 'government (APBN/APBD)' },
  other: { id: 'penyandang dana swasta', en: 'a private sponsor' },
};

/** The relief of PP 50/2025 applied. */
export function relieved(sector: Sector, share: Rate): Text {
  return {
    id: `Keringanan PP 50/2025 berlaku untuk ${SECTORS[sector].id}: JKK dan JKM ditagih ${formatRate(share, 'id')}`,
    en: `PP 50/2025 relief applies to ${SECTORS[sector].en}: JKK and JKM are charged at ${formatRate(share, 'en')}`,
  };
}

/** The relief of PP 50/2025 is not in force for the sector in this month. */
export function notInForce(sector: Sector, { first, last }: Months): Text {
  return {
    id: `Keringanan PP 50/2025 untuk ${SECTORS[sector].id} hanya untuk ${formatMonth(first, 'id')} sampai dengan ${formatMonth(last, 'id')}`,
    en: `PP 50/2025 relief for ${SECTORS[sector].en} is only for ${formatMonth(first, 'en')} to ${formatMonth(last, 'en')}`,
  };
}

/** The relief of PP 50/2025 is in force, but not for contributions that a government budget pays. */
export const paidByGovernment: Text = {
  id: 'Tanpa keringanan PP 50/2025 karena dibayar pemerintah: Pasal 3 mengecualikan iuran yang dibayar dari APBN/APBD',
  en: 'No PP 50/2025 relief because paid by government: Pasal 3 excludes contributions paid from APBN/APBD',
};

/** The payer was counted as one thing, and another reading of the law (Dana Desa, ADD) gives another total. */
export function payerUncertain(payer: Payer, total: Rupiah, otherTotal: Rupiah): Text {
  const id = `Dana dihitung sebagai ${PAYERS[payer].id}; apakah sumber seperti Dana Desa atau ADD termasuk APBN/APBD menurut PP 50/2025 Pasal 3 belum dipastikan`;
  const en = `The money is counted as ${PAYERS[payer].en}; whether a source such as Dana Desa or ADD is APBN/APBD under PP 50/2025 Pasal 3 is not established`;
  return total === otherTotal
    ? {
        id: `${id}. Iuran bulan ini sama pada kedua tafsir`,
        en: `${en}. This month's contribution is the same either way`,
      }
    : {
        id: `${id}. Menurut tafsir lain: ${formatRupiah(otherTotal)}`,
        en: `${en}. Under the other reading: ${formatRupiah(otherTotal)}`,
      };
}

/** The conditions of the Covid relief for BPU: two are not tested, one was not read. */
export function covidUncertain(otherTotal: Rupiah): Text {
  return {
    id: `PP 49/2020 Pasal 13 ayat (1) mensyaratkan, juga bagi BPU, bahwa iuran sampai dengan Juli 2020 sudah lunas; yang terdaftar sesudahnya membayar penuh dua bulan pertama. Keduanya tidak diperiksa di sini, dan apakah keringanan berlaku bagi iuran dari APBN/APBD belum dibaca. Tanpa keringanan: ${formatRupiah(otherTotal)}`,
    en: `PP 49/2020 Pasal 13 ayat (1) asks, of BPU too, that contributions up to July 2020 are settled; those who registered later pay the first two months in full. Neither is tested here, and it was not read whether the relief holds for contributions from APBN/APBD. Without it: ${formatRupiah(otherTotal)}`,
  };
}

/** The arithmetic of JKK. */
export function jkk(base: Rupiah, rate: Rate, charged: Rate, amount: Rupiah): Text {
  return productText('JKK', base, [rate, charged], amount);
}

/** The arithmetic of JKM. */
export function jkm(full: Rupiah, charged: Rate, amount: Rupiah): Text {
  return productText('JKM', full, [charged], amount);
}

/** The arithmetic of JHT. */
export function jht(base: Rupiah, rate: Rate, amount: Rupiah): Text {
  return productText('JHT', base, [rate], amount);
}

/** What one month costs. */
export function monthTotal(month: Month, total: Rupiah): Text {
  return {
    id: `Iuran BPU ${formatMonth(month, 'id')}: ${formatRupiah(total)}`,
    en: `BPU contribution for ${formatMonth(month, 'en')}: ${formatRupiah(total)}`,
  };
}

/** What a run of months costs. */
export function monthsTotal({ first, last }: Months, count: number, total: Rupiah): Text {
  return {
    id: `Iuran BPU ${formatMonth(first, 'id')} sampai dengan ${formatMonth(last, 'id')} (${count} bulan): ${formatRupiah(total)}`,
    en: `BPU contribution for ${formatMonth(first, 'en')} to ${formatMonth(last, 'en')} (${countText(count, 'month').en}): ${formatRupiah(total)}`,
  };
}
