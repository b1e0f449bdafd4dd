import { type Day, formatDay, formatRupiah, type Rupiah, sum } from '@payung/kernel';
import { countText, type Text } from '../engine/text.ts';
import type { Child, ChildWork } from './child.ts';
import type { EducationLevel } from './parameters.ts';
import type { ScholarshipYear } from './years.ts';

const WORK: Readonly<Record<Exclude<ChildWork, 'none'>, Text>> = {
  PU: { id: 'Bekerja menerima upah (PU)', en: 'Works for a wage (PU)' },
  BPU: { id: 'Bekerja sebagai BPU', en: 'Works as BPU' },
  internship: { id: 'Magang', en: 'Is an intern' },
};

/** Which years left are possible at a level. */
export function yearsOfLevel(level: EducationLevel, most: number): Text {
  return {
    id: `angka dari 1 sampai dengan ${most} (${level})`,
    en: `a number from 1 to ${most} (${level})`,
  };
}

/** What a field that counts months takes. */
export const wholeMonths: Text = { id: 'jumlah bulan yang penuh', en: 'a whole number of months' };

/** The age of a child against the limit. */
export function age(years: number, limit: number, asOf: Day): Text {
  return {
    id: `Berusia ${years} tahun pada ${formatDay(asOf, 'id')}, harus di bawah ${limit}`,
    en: `Aged ${years} on ${formatDay(asOf, 'en')}, must be below ${limit}`,
  };
}

/** The birth date is not known. */
export const ageUnknown: Text = {
  id: 'Tanggal lahir tidak diberikan: batas usia tidak diperiksa',
  en: 'No birth date given: the age limit is not tested',
};

/** Whether a child is married. */
export function married(is: boolean): Text {
  return is ? { id: 'Sudah menikah', en: 'Married' } : { id: 'Belum menikah', en: 'Not married' };
}

/** The child does not work. */
export const notWorking: Text = { id: 'Tidak bekerja', en: 'Does not work' };

/** Work that ends the right, because no exception is in force. */
export function working(work: Exclude<ChildWork, 'none'>): Text {
  return { id: `${WORK[work].id}: hak berakhir`, en: `${WORK[work].en}: the right ends` };
}

/** Work beside studies that leaves the right. */
export function mayWork(work: Exclude<ChildWork, 'none'>): Text {
  return {
    id: `${WORK[work].id} sambil belajar: tetap berhak`,
    en: `${WORK[work].en} while studying: keeps the right`,
  };
}

/** Work for a wage against the months that are allowed. */
export function wageWork(months: number, most: number): Text {
  return {
    id: `${WORK.PU.id} ${months} bulan berturut-turut, paling lama ${most} bulan sambil belajar`,
    en: `${WORK.PU.en} for ${countText(months, 'consecutive month').en}, at most ${most} while studying`,
  };
}

/** Whether a child is among the first who meet the conditions. */
export function amongFirst(is: boolean, most: number): Text {
  return is
    ? {
        id: `Termasuk ${most} anak pertama yang memenuhi syarat, menurut urutan yang diberikan`,
        en: `One of the first ${most} to meet the conditions, in the order given`,
      }
    : {
        id: `Sudah ada ${most} anak sebelumnya yang memenuhi syarat, menurut urutan yang diberikan`,
        en: `Before it ${countText(most, 'child').en} met the conditions, in the order given`,
      };
}

/** What one child gets; `position` counts from 1. */
export function childResult(position: number, child: Child, isEligible: boolean, remaining: Rupiah): Text {
  const years = child.level === 'belowSchool' ? 0 : child.yearsLeft;
  const id = `Anak ke-${position} (${years === 0 ? 'belum usia sekolah' : `${child.level}, ${years} tahun lagi`})`;
  const en = `Child ${position} (${years === 0 ? 'below school age' : `${child.level}, years left: ${years}`})`;
  if (!isEligible) return { id: `${id}: tidak mendapat beasiswa`, en: `${en}: no scholarship` };
  if (remaining === 0) return { id: `${id}: memenuhi syarat`, en: `${en}: meets the conditions` };
  return amount({ id, en }, remaining);
}

/** What is paid in the year of the claim. */
export function thisYear(value: Rupiah): Text {
  return amount({ id: 'Tahun ini', en: 'This year' }, value);
}

/** The years to come, level by level: `2 × Rp 2.000.000 (SMP) + …`. */
export function projection(years: readonly ScholarshipYear[]): Text {
  const levels = new Map<EducationLevel, ScholarshipYear[]>();
  for (const year of years) levels.set(year.level, [...(levels.get(year.level) ?? []), year]);
  const terms = [...levels].map(
    ([level, [first, ...more]]) =>
      `${more.length + 1} × ${first ? formatRupiah(first.amount) : ''} (${level})`,
  );
  const chain = `${terms.join(' + ')} = ${formatRupiah(sum(years.map((year) => year.amount)))}`;
  return {
    id: `Proyeksi sampai akhir semua jenjang: ${chain}`,
    en: `Projected to the end of every level: ${chain}`,
  };
}

/** The contribution months of a member against those needed. */
export function period(months: number, needed: number): Text {
  return {
    id: `Masa iur ${months} bulan, perlu ${needed}`,
    en: `${countText(months, 'contribution month').en}, ${needed} needed`,
  };
}

/** Whether there is a child to pay for. */
export function eligibleChildren(count: number): Text {
  return { id: `Anak yang memenuhi syarat: ${count}`, en: `Children who meet the conditions: ${count}` };
}

/** No scholarship; the findings say why. */
export const refused: Text = { id: 'Beasiswa tidak diberikan', en: 'No scholarship' };

/** All scholarships of the member. */
export function total(value: Rupiah): Text {
  return amount({ id: 'Beasiswa', en: 'Scholarship' }, value);
}

/** What the scholarship depends on if the months of work were not given. */
export const dependsOnWork: Text = {
  id: 'bergantung pada lamanya anak bekerja',
  en: 'it depends on how long the child has worked',
};

/** Years in which a child will have reached the age limit are projected. */
export function cutUncertain(otherwise: Rupiah): Text {
  return {
    id: `Proyeksi tidak dipotong pada batas usia, meskipun hak berakhir pada hari ulang tahun itu. Tanpa tahun-tahun sesudahnya: ${formatRupiah(otherwise)}`,
    en: `The projection is not cut at the age limit, although the right ends on that birthday. Without the years after it: ${formatRupiah(otherwise)}`,
  };
}

/** More children meet the conditions than are paid for, and the order was the caller's. */
export function choiceUncertain(otherwise: Rupiah): Text {
  return {
    id: `Anak mana yang dipilih bila lebih banyak yang memenuhi syarat belum dibaca; dipakai urutan yang diberikan. Jumlah terbesar dengan pilihan lain: ${formatRupiah(otherwise)}`,
    en: `Which children are chosen when more meet the conditions was not read; the order given is used. The most with another choice: ${formatRupiah(otherwise)}`,
  };
}

/** The conditions of PP 44/2015 were not read, and those used here exclude every child. */
export function oldConditionsUncertain(otherwise: Rupiah): Text {
  return {
    id: `Syarat anak menurut PP 44/2015 belum dibaca; dipakai syarat yang berlaku sekarang. Menurut tafsir lain: ${formatRupiah(otherwise)}`,
    en: `What PP 44/2015 asked of the children was not read; the conditions of today are used. Under the other reading: ${formatRupiah(otherwise)}`,
  };
}

function amount({ id, en }: Text, value: Rupiah): Text {
  return { id: `${id}: ${formatRupiah(value)}`, en: `${en}: ${formatRupiah(value)}` };
}
