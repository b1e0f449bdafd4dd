import { formatRupiah, type Rupiah } from '@payung/kernel';
import { countText, type Text } from '../engine/text.ts';
import { doubtfulText } from '../engine/unsettled-day.ts';
import { PERMENAKER_1_2025_DAY } from '../register/permenaker-1-2025.ts';
import { type HeirKind, type HeirRank, KINDS } from './heirs-parameters.ts';

/** Why a rank is paid or not. */
export type RankReason = 'living' | 'none' | 'heirs.noWill' | 'heirs.willNotNotarial';

/** One rank that was looked at. */
export function rank({ rank: number, kinds }: HeirRank, reason: RankReason): Text {
  const why: Readonly<Record<RankReason, Text>> = {
    living: { id: 'ada, dibayarkan kepadanya', en: 'there is one, who is paid' },
    none: { id: 'tidak ada yang hidup', en: 'nobody lives' },
    'heirs.noWill': { id: 'tidak ada wasiat', en: 'there is no will' },
    'heirs.willNotNotarial': { id: 'wasiatnya bukan akta notaris', en: 'the will is no notarial deed' },
  };
  return {
    id: `Peringkat ${number}, ${names(kinds, 'id')}: ${why[reason].id}`,
    en: `Rank ${number}, ${names(kinds, 'en')}: ${why[reason].en}`,
  };
}

/** Whether someone outside the list is paid on a court determination. */
export function court(isDetermined: boolean): Text {
  return isDetermined
    ? {
        id: 'Ahli waris di luar daftar, dengan penetapan pengadilan: dibayarkan kepadanya',
        en: 'An heir outside the list with a court determination: is paid',
      }
    : {
        id: 'Kerabat di luar daftar: diperlukan penetapan ahli waris dari pengadilan',
        en: 'A relative outside the list: a determination of heirs by the court is needed',
      };
}

/** How an amount was divided. */
export function division(name: Text, amount: Rupiah, heads: number): Text {
  return {
    id: `${name.id} ${formatRupiah(amount)} dibagi rata kepada ${heads} orang; sisa rupiah kepada yang disebut lebih dahulu`,
    en: `${name.en} of ${formatRupiah(amount)} in equal parts for ${countText(heads, 'person').en}; the rupiah left over to those named first`,
  };
}

/** What is divided. */
export const benefit: Text = { id: 'Manfaat', en: 'The benefit' };

/** The cost of the funeral, which follows the benefit while there are heirs. */
export const funeral: Text = { id: 'Biaya pemakaman', en: 'The cost of the funeral' };

/** Who is paid. */
export function paid(kinds: readonly HeirKind[], heads: number): Text {
  return {
    id: `Dibayarkan kepada ${heads} orang: ${names(kinds, 'id')}`,
    en: `Paid to ${countText(heads, 'person').en}: ${names(kinds, 'en')}`,
  };
}

/** Nobody is paid as an heir. */
export function nobody(fund: Text): Text {
  return {
    id: `Tidak ada ahli waris: manfaat diserahkan ke ${fund.id}`,
    en: `There is no heir: the benefit goes to ${fund.en}`,
  };
}

/** Where JKK and JKM go if there is no heir. */
export const socialSecurityFund: Text = { id: 'Dana Jaminan Sosial', en: 'the Dana Jaminan Sosial' };

/** Where JHT goes if there is no heir. */
export const estateOffice: Text = { id: 'Balai Harta Peninggalan', en: 'the Balai Harta Peninggalan' };

/** The order inside a rank is not written out. */
export function orderOpen(kinds: readonly HeirKind[]): Text {
  return {
    id: `Urutan di dalam peringkat (${names(kinds, 'id')}) tidak disebut dalam naskah; kami mengikuti daftar yang dikutip pihak kedua dari UU 40/2004, dan berita. Menurut tafsir lain semuanya dibayar bersama, sama rata`,
    en: `The text gives no order inside the rank (${names(kinds, 'en')}); we follow a list quoted at second hand from UU 40/2004, and the press. Under the other reading all are paid together in equal parts`,
  };
}

/** Equal parts are our convention. */
export const partsOpen: Text = {
  id: 'Bagian tiap ahli waris tidak disebut dalam naskah; kami membagi sama rata per orang. Menurut hukum waris mereka atau kesepakatan, bagiannya dapat lain dan tidak dapat dihitung dari masukan ini',
  en: 'The texts do not say what part each heir gets; we divide equally by head. By their law of inheritance or agreement the parts may differ and cannot be computed from this input',
};

/** Two laws give two ages of majority. */
export function ageOpen(age: number, civil: number): Text {
  return {
    id: `Peraturan JKK, JKM, dan JHT yang dibaca tidak menetapkan usia dewasa penerima. Kami memakai ${age} tahun (UU 1/1974; UU 35/2014; begitu pula syarat wali dalam JP); KUH Perdata memakai ${civil} tahun bagi yang belum kawin: wali masih diperlukan`,
    en: `The texts on JKK, JKM and JHT that were read set no age of majority for a recipient. We use ${age} (UU 1/1974; UU 35/2014; JP asks for a guardian below it as well); the civil code says ${civil} for the unmarried: a guardian would still be needed`,
  };
}

/** The form of the will matters, and was read in one article, of a day that is not established. */
export function willOpen(isRefused: boolean): Text {
  const days = doubtfulText(PERMENAKER_1_2025_DAY);
  return {
    id: `Keharusan akta notaris dibaca dalam Pasal 79 ayat (2a), untuk jasa konstruksi; bagi yang lain dan hari mulai berlakunya (${days.id}) belum dipastikan. Menurut tafsir lain wasiat ini ${isRefused ? 'berlaku' : 'tidak berlaku'}`,
    en: `That the will must be notarial was read in Pasal 79 ayat (2a), on construction; for others, and from which day (${days.en}), is not established. Under the other reading this will ${isRefused ? 'counts' : 'does not count'}`,
  };
}

/** The place of the court's heirs in the order, and since when, is open. */
export function courtOpen(): Text {
  const days = doubtfulText(PERMENAKER_1_2025_DAY);
  return {
    id: `Penetapan pengadilan dibaca dalam Pasal 79 ayat (2b), untuk jasa konstruksi; urutannya terhadap wasiat, berlakunya bagi yang lain, dan harinya (${days.id}) belum dipastikan. Menurut tafsir lain penerimanya berbeda`,
    en: `The court determination was read in Pasal 79 ayat (2b), on construction; its place beside a will, whether it holds for others, and from which day (${days.en}) is not established. Under the other reading someone else is paid`,
  };
}

/** Whether grandchildren step into the place of a child who died first. */
export const representationOpen: Text = {
  id: 'Apakah cucu menggantikan anak yang meninggal lebih dahulu tidak disebut dalam naskah; kami tidak menggantikannya. Tafsir lain tidak dapat dihitung dari masukan ini',
  en: 'The texts do not say whether grandchildren take the place of a child who died first; we say they do not. The other reading cannot be computed from this input',
};

/** The text on JKK without heirs speaks of the death grant only. */
export const jkkRestOpen: Text = {
  id: 'Pasal 37 ayat (5) menyerahkan santunan kematian ke Dana Jaminan Sosial dan tidak menyebut santunan berkala; kami memperlakukannya sama',
  en: 'Pasal 37 ayat (5) gives the death grant to the Dana Jaminan Sosial and does not mention the periodic benefit; we treat it the same',
};

function names(kinds: readonly HeirKind[], language: 'id' | 'en'): string {
  return kinds.map((kind) => KINDS[kind][language]).join(', ');
}
