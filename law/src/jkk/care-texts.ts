import { formatRate, formatRupiah, type Language, type Rate, type Rupiah } from '@payung/kernel';
import { countText, type Text } from '../engine/text.ts';
import type { CareCost } from './care.ts';
import { amount } from './texts.ts';

/** The costs of care by name. */
export const COSTS: Readonly<Record<CareCost, Text>> = {
  treatment: { id: 'Pengobatan dan perawatan', en: 'Treatment' },
  diagnosis: {
    id: 'Pemeriksaan diagnostik penyakit akibat kerja',
    en: 'Diagnostics of an occupational disease',
  },
  dentures: { id: 'Gigi tiruan', en: 'Dentures' },
  hearingAid: { id: 'Alat bantu dengar', en: 'Hearing aid' },
  glasses: { id: 'Kacamata', en: 'Glasses' },
};

/** Home care by name. */
export const HOME_CARE: Text = { id: 'Perawatan di rumah', en: 'Home care' };

/** What PP 82/2019 brought, for an accident before it. */
export function notYet(name: Text): Text {
  return {
    id: `${name.id} baru menjadi manfaat JKK dengan PP 82/2019, untuk kecelakaan sejak 2 Desember 2019`,
    en: `${name.en}: a JKK benefit only since PP 82/2019, for accidents from 2 December 2019`,
  };
}

/** The care asked for was no benefit yet. */
export const notCovered: Text = {
  id: 'Belum menjadi manfaat JKK pada hari kecelakaan',
  en: 'Not yet a JKK benefit on the day of the accident',
};

/** The old cap on dentures is remembered, and no page with it was found. */
export const denturesUncertain: Text = {
  id: 'Batas biaya gigi tiruan sebelum PP 82/2019 belum dipastikan',
  en: 'The cap on dentures before PP 82/2019 is not established',
};

/** Care under a later law than that of the accident. */
export function careTransition(otherwise: Rupiah): Text {
  return {
    id: `Aturan peralihan PP 82/2019 belum dibaca; dihitung menurut hari kecelakaan. Jika menurut hari perawatan: ${formatRupiah(otherwise)}`,
    en: `The transitional rule of PP 82/2019 was not read; the day of the accident decides. If the day of the care does: ${formatRupiah(otherwise)}`,
  };
}

/** Care in another country has a rule for migrant workers only. */
export const abroadUncertain: Text = {
  id: 'Ketentuan perawatan di luar negeri bagi peserta selain PMI tidak ditemukan; dihitung seperti di dalam negeri. Jika tidak dijamin: Rp 0',
  en: 'No rule was found for care abroad of members other than migrant workers; counted as at home. If it is not covered: Rp 0',
};

/** What is paid for care. */
export function care(total: Rupiah): Text {
  return amount('Pelayanan kesehatan JKK', 'JKK medical care', total);
}

/** How many of the months of home care are within the time it is paid. */
export function withinTime(months: number, most: number, cost: Rupiah): Text {
  const counted = Math.min(months, most);
  return {
    id: `${counted} dari ${months} bulan perawatan di rumah dijamin (paling lama ${most} bulan): ${formatRupiah(cost)}`,
    en: `Home care is paid for ${counted} of ${countText(months, 'month').en} (at most ${most}): ${formatRupiah(cost)}`,
  };
}

/** What is paid for home care. */
export function homeCare(total: Rupiah): Text {
  return amount(HOME_CARE.id, HOME_CARE.en, total);
}

/** The arithmetic of an orthosis or prosthesis. */
export function device(referencePrice: Rupiah, factor: Rate): Text {
  const product = (language: Language) => `${formatRupiah(referencePrice)} × ${formatRate(factor, language)}`;
  return {
    id: `Orthese atau prothese = ${product('id')}`,
    en: `Orthosis or prosthesis = ${product('en')}`,
  };
}

/** A device that cost less than its price in law. */
export function deviceUncertain(otherwise: Rupiah): Text {
  return {
    id: `Apakah 140% harga patokan itu harga atau batas belum dipastikan. Jika batas, yang dibayar biaya sebenarnya; seluruhnya ${formatRupiah(otherwise)}`,
    en: `Whether 140% of the reference price is a price or a cap is not established. If it is a cap, the actual cost is paid; in all ${formatRupiah(otherwise)}`,
  };
}

/** What is paid for rehabilitation. */
export function rehabilitation(total: Rupiah): Text {
  return amount('Rehabilitasi JKK', 'JKK rehabilitation', total);
}
