import { type Day, day, formatDay, type Language } from '@payung/kernel';
import type { Source } from '../engine/parameter.ts';
import type { Text } from '../engine/text.ts';

/** A day off with its name; `by` is the decree if it is another than that of the whole year. */
export type Holiday = { readonly on: Day; readonly name: Text; readonly by?: Source };

/** The days off of one year, written as month and day in their order; a later decree of single days goes with them. */
export function holidaysOf(
  year: number,
  ...rows: readonly (readonly [monthAndDay: string, name: Text, by?: Source])[]
): readonly Holiday[] {
  return rows.map(([monthAndDay, name, by]) => ({
    on: day(`${year}-${monthAndDay}`),
    name,
    ...(by !== undefined && { by }),
  }));
}

/** The days of a year in a sentence. */
export function holidaysText(days: readonly Holiday[]): Text {
  const list = (language: Language) =>
    days.map(({ on, name }) => `${formatDay(on, language)} ${name[language]}`).join('; ');
  return { id: list('id'), en: list('en') };
}

export const NEW_YEAR: Text = { id: 'Tahun Baru Masehi', en: "New Year's Day" };
export const ISRA_MIRAJ: Text = { id: 'Isra Mikraj Nabi Muhammad SAW', en: 'Ascension of the Prophet' };
export const IMLEK: Text = { id: 'Tahun Baru Imlek', en: 'Chinese New Year' };
export const NYEPI: Text = { id: 'Hari Suci Nyepi', en: 'Day of Silence (Nyepi)' };
export const IDULFITRI: Text = { id: 'Idulfitri', en: 'Eid al-Fitr' };
export const GOOD_FRIDAY: Text = { id: 'Wafat Yesus Kristus', en: 'Good Friday' };
export const EASTER: Text = { id: 'Kebangkitan Yesus Kristus (Paskah)', en: 'Easter' };
export const LABOUR: Text = { id: 'Hari Buruh Internasional', en: 'Labour Day' };
export const ASCENSION: Text = { id: 'Kenaikan Yesus Kristus', en: 'Ascension of Jesus Christ' };
export const WAISAK: Text = { id: 'Hari Raya Waisak', en: 'Vesak Day' };
export const PANCASILA: Text = { id: 'Hari Lahir Pancasila', en: 'Pancasila Day' };
export const IDULADHA: Text = { id: 'Iduladha', en: 'Eid al-Adha' };
export const ISLAMIC_NEW_YEAR: Text = { id: 'Tahun Baru Islam', en: 'Islamic New Year' };
export const INDEPENDENCE: Text = { id: 'Proklamasi Kemerdekaan', en: 'Independence Day' };
export const MAULID: Text = { id: 'Maulid Nabi Muhammad SAW', en: "The Prophet's Birthday" };
export const CHRISTMAS: Text = { id: 'Kelahiran Yesus Kristus (Natal)', en: 'Christmas Day' };
export const ELECTION: Text = { id: 'Hari pemungutan suara Pemilu', en: 'General election day' };
export const LOCAL_ELECTION: Text = { id: 'Hari pemungutan suara Pilkada', en: 'Local election day' };
