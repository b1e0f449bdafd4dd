import { formatMonth, formatRate, formatRupiah, type Month, type Rate, type Rupiah } from '@payung/kernel';
import type { Text } from '../engine/text.ts';

type Months = { readonly first: Month; readonly last: Month };

/** A month of the Covid relief, but the employer was in arrears. */
export const covidArrears: Text = {
  id: 'Tanpa keringanan Covid: iuran sampai dengan Juli 2020 belum lunas',
  en: 'No Covid relief: contributions up to July 2020 are not settled',
};

/** The relief of labour-intensive industry applied. */
export function labourIntensive(share: Rate): Text {
  return {
    id: `Keringanan industri padat karya berlaku: JKK ditagih ${formatRate(share, 'id')}`,
    en: `Relief of labour-intensive industry applies: JKK is charged at ${formatRate(share, 'en')}`,
  };
}

/** The month is not one of the relief of labour-intensive industry. */
export function notLabourIntensiveMonth({ first, last }: Months): Text {
  return {
    id: `Bukan bulan keringanan industri padat karya (${formatMonth(first, 'id')} sampai dengan ${formatMonth(last, 'id')})`,
    en: `Not a month of the relief of labour-intensive industry (${formatMonth(first, 'en')} to ${formatMonth(last, 'en')})`,
  };
}

/** A month of the relief, but not an employer of it. */
export const notLabourIntensive: Text = {
  id: 'Tanpa keringanan padat karya: pemberi kerja tidak termasuk industri padat karya tertentu',
  en: 'No labour-intensive relief: the employer is not of the industries named',
};

/** What counts of a wage with a cap. */
export function cappedWage(programme: 'JP' | 'JKP'): Text {
  return {
    id: `Upah yang dihitung untuk ${programme}: yang lebih rendah dari upah dan batas atas`,
    en: `Wage counted for ${programme}: the lower of the wage and the cap`,
  };
}

/** Whose part of a shared contribution it is. */
export function partOf(programme: 'JHT' | 'JP', party: 'worker' | 'employer'): Text {
  return party === 'worker'
    ? { id: `${programme} bagian pekerja`, en: `${programme}, worker` }
    : { id: `${programme} bagian pemberi kerja`, en: `${programme}, employer` };
}

/** The part of JKP that each source pays. */
export const JKP_PARTS = {
  government: { id: 'JKP dari pemerintah pusat', en: 'JKP from the government' },
  fromJKK: { id: 'JKP dari iuran JKK', en: 'JKP out of JKK' },
  fromJKM: { id: 'JKP dari iuran JKM', en: 'JKP out of JKM' },
} as const satisfies Record<string, Text>;

/** JP during the Covid months was postponed for some; who they are is not asked. */
export function jpPostponed(otherTotal: Rupiah): Text {
  return {
    id: `PP 49/2020 Pasal 17 menunda 99% iuran JP bagi pemberi kerja yang memenuhi syarat, lunas paling lambat 15 April 2022; syaratnya tidak diperiksa dan JP dihitung penuh di sini. Jika hanya 1% JP ditagih bulan ini: ${formatRupiah(otherTotal)}`,
    en: `PP 49/2020 Pasal 17 postponed 99% of JP for employers who met its conditions, to be paid by 15 April 2022; the conditions are not tested and JP is counted in full here. If only 1% of JP is billed this month: ${formatRupiah(otherTotal)}`,
  };
}

/** February 2021: the law came into force on the second day. */
export const jkpFirstMonth: Text = {
  id: 'PP 37/2021 berlaku mulai 2 Februari 2021; apakah Februari 2021 sudah dibiayai belum dipastikan',
  en: 'PP 37/2021 is in force from 2 February 2021; whether February 2021 was financed already is not established',
};

/** February 2025: the law changed on the seventh. */
export function jkpRateChange(otherTotal: Rupiah): Text {
  return {
    id: `PP 6/2025 berlaku mulai 7 Februari 2025; bulan iuran pertama dengan tarif baru tidak disebut. Dengan tarif lama: ${formatRupiah(otherTotal)}`,
    en: `PP 6/2025 is in force from 7 February 2025; the first contribution month at the new rate is not stated. At the old rate: ${formatRupiah(otherTotal)}`,
  };
}

/** The part taken from a JKK contribution that is itself halved. */
export const jkpRelievedJkk: Text = {
  id: 'Rekomposisi dari JKK yang diringankan diatur PP 7/2025; besarnya belum dipastikan. Di sini dihitung tanpa keringanan',
  en: 'The recomposition of a relieved JKK is set by PP 7/2025; its value is not established. Counted here without the relief',
};

/** How JKP is financed in one month. */
export function jkpTotal(month: Month, total: Rupiah): Text {
  return {
    id: `Pendanaan JKP ${formatMonth(month, 'id')}: ${formatRupiah(total)}, tidak menambah tagihan`,
    en: `Financing of JKP for ${formatMonth(month, 'en')}: ${formatRupiah(total)}, nothing added to the bill`,
  };
}

/** What one month costs worker and employer. */
export function monthTotal(month: Month, worker: Rupiah, employer: Rupiah, total: Rupiah): Text {
  return {
    id: `Iuran PU ${formatMonth(month, 'id')}: ${formatRupiah(total)} (pekerja ${formatRupiah(worker)}, pemberi kerja ${formatRupiah(employer)})`,
    en: `Contribution of a wage earner for ${formatMonth(month, 'en')}: ${formatRupiah(total)} (worker ${formatRupiah(worker)}, employer ${formatRupiah(employer)})`,
  };
}
