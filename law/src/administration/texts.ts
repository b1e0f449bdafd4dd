import { type Day, formatDay, formatMonth, type Month } from '@payung/kernel';
import type { Text } from '../engine/text.ts';
import type { PaidMonthly } from './due-date.ts';

/** The ordinary day before days off are looked at. */
export function nominal(segment: PaidMonthly): Text {
  return segment === 'PU'
    ? { id: 'Tanggal 15 bulan berikutnya', en: 'The 15th of the following month' }
    : { id: 'Tanggal 15 bulan itu sendiri', en: 'The 15th of the month itself' };
}

/** The day of the Covid relief before days off are looked at. */
export function nominalUnderRelief(due: number): Text {
  return {
    id: `Keringanan Covid: tanggal ${due} bulan berikutnya`,
    en: `Covid relief: day ${due} of the following month`,
  };
}

/** The following month is too short for the day of the relief. */
export function noSuchDay(month: Month, due: number): Text {
  return {
    id: `Keringanan Covid: ${formatMonth(month, 'id')} tidak mempunyai tanggal ${due}; dipakai hari terakhirnya`,
    en: `Covid relief: ${formatMonth(month, 'en')} has no day ${due}; its last day is used`,
  };
}

/** The nominal day is off. */
export function moved(nominal: Day, dueDate: Day): Text {
  return dueDate > nominal
    ? {
        id: `${formatDay(nominal, 'id')} bukan hari kerja: hari kerja berikutnya ${formatDay(dueDate, 'id')}`,
        en: `${formatDay(nominal, 'en')} is no working day: the next one is ${formatDay(dueDate, 'en')}`,
      }
    : {
        id: `${formatDay(nominal, 'id')} bukan hari kerja: hari kerja sebelumnya ${formatDay(dueDate, 'id')}`,
        en: `${formatDay(nominal, 'en')} is no working day: the one before it is ${formatDay(dueDate, 'en')}`,
      };
}

/** Whether BPU had the day of the relief. */
export function bpuReliefOpen(otherwise: Day): Text {
  return {
    id: `PP 49/2020 menyesuaikan iuran “peserta BPU tertentu” (Pasal 3); apakah tanggal 30 bulan berikutnya berlaku bagi semuanya belum dibaca. Jika berlaku: ${formatDay(otherwise, 'id')}`,
    en: `PP 49/2020 adjusts contributions of “certain BPU” (Pasal 3); not read: whether the 30th of the following month holds for all of them. If it does: ${formatDay(otherwise, 'en')}`,
  };
}

/** What BPJS did in a month without the day of the relief was not found. */
export function noSuchDayOpen(otherwise: Day): Text {
  return {
    id: `Bagaimana tanggal 30 dihitung dalam bulan yang tidak mempunyainya belum dibaca. Menurut tafsir lain: ${formatDay(otherwise, 'id')}`,
    en: `Not read: how the 30th counts in a month that has none. Under the other reading: ${formatDay(otherwise, 'en')}`,
  };
}

/** The last day in time. */
export function due(dueDate: Day): Text {
  return { id: `Paling lambat ${formatDay(dueDate, 'id')}`, en: `Due by ${formatDay(dueDate, 'en')}` };
}
