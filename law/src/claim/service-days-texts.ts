import { countText, type Text } from '../engine/text.ts';
import type { PaidProgramme, ServiceDays } from './service-days.ts';

/** The number of days, or that there is none, was not read in a regulation. */
export function notRead(days: number | null, programme: PaidProgramme): Text {
  const name = nameOf(programme);
  return days === null
    ? {
        id: `Batas hari pembayaran ${name.id} tidak ditemukan dalam peraturan yang dibaca`,
        en: `No time for paying ${name.en} was found in the regulations read`,
      }
    : {
        id: `${days} hari kerja untuk ${name.id} adalah janji layanan, pengetahuan umum, atau anggapan kami; pasalnya belum dibaca. Menurut tafsir lain tidak ada batas yang pasti`,
        en: `${countText(days, 'working day').en} for ${name.en} is a promise of service, common knowledge or our assumption; no article was read. Under the other reading no time is established`,
      };
}

/** Whether heirs of a work accident are paid as quickly as those of JKM. */
export function jkkDeath(days: number | null): Text {
  return {
    id: `Pasal 37 menyebut hari kerja bagi pekerja yang sembuh; bagi ahli waris belum dipastikan. Menurut tafsir lain seperti JKM: ${days === null ? '–' : countText(days, 'working day').id}`,
    en: `Pasal 37 names the days for a worker who recovered; for heirs it is not established. Under the other reading as for JKM: ${days === null ? '–' : countText(days, 'working day').en}`,
  };
}

/** Nothing was found that delay would cost. */
export function noCompensation(programme: PaidProgramme): Text {
  const name = nameOf(programme);
  return {
    id: `Ganti rugi atas keterlambatan ${name.id} tidak ditemukan`,
    en: `No compensation for late payment of ${name.en} was found`,
  };
}

/** The answer in one sentence. */
export function answer(
  days: number | null,
  from: ServiceDays['countedFrom'],
  ratePercent: string | null,
): Text {
  const cost = {
    id: ratePercent === null ? '' : `; terlambat: ${ratePercent.replace('.', ',')}% per hari`,
    en: ratePercent === null ? '' : `; late: ${ratePercent}% a day`,
  };
  if (days === null)
    return { id: `Batas hari belum dipastikan${cost.id}`, en: `No time is established${cost.en}` };
  const since: Text =
    from === 'approval'
      ? { id: 'setelah persetujuan', en: 'after the approval' }
      : { id: 'setelah pengajuan lengkap', en: 'after the complete application' };
  return {
    id: `Dibayar dalam ${days} hari kerja ${since.id}${cost.id}`,
    en: `Paid within ${countText(days, 'working day').en} ${since.en}${cost.en}`,
  };
}

function nameOf(programme: PaidProgramme): Text {
  return programme === 'scholarship'
    ? { id: 'beasiswa', en: 'scholarships' }
    : { id: programme, en: programme };
}
