import { type Day, formatDay } from '@payung/kernel';
import type { Text } from '../engine/text.ts';

/** A holiday stood in the way. */
export function isHoliday(on: Day, name: Text): Text {
  return {
    id: `${formatDay(on, 'id')} libur nasional: ${name.id}`,
    en: `${formatDay(on, 'en')} is a national holiday: ${name.en}`,
  };
}

/** The year's holidays are not known here. */
export function yearUnknown(year: string): Text {
  return {
    id: `Hari libur nasional tahun ${year} tidak ada dalam daftar: hanya Senin sampai Jumat yang dihitung, jadi harinya dapat bergeser`,
    en: `The national holidays of ${year} are not in the list: Monday to Friday alone are counted, so the day may move`,
  };
}

/** Collective leave would give another day. */
export function collectiveLeaveOpen(otherwise: Day): Text {
  return {
    id: `Cuti bersama dihitung sebagai hari kerja; apakah begitu pula bagi BPJS dan bank belum dipastikan. Jika bukan hari kerja: ${formatDay(otherwise, 'id')}`,
    en: `Collective leave is counted as working days; whether BPJS and banks do is not established. If it is not: ${formatDay(otherwise, 'en')}`,
  };
}
