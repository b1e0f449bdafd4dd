import { type Month, parseMonth } from '@payung/kernel';
import { type Language, parseAreaCode } from '@payung/server/local';
import { fill } from '../fill.ts';
import { Misuse } from '../options.ts';

const texts = {
  id: {
    month: 'Bukan bulan: {text}. Tulis --month 2026-11.',
    area: 'Bukan kode wilayah: {text}. Tulis kode Kemendagri, misalnya --area 53.04.',
  },
  en: {
    month: 'Not a month: {text}. Write --month 2026-11.',
    area: 'Not the code of an area: {text}. Write a Kemendagri code, such as --area 53.04.',
  },
} as const;

/** The month of `--month`. @throws Misuse when it is missing or none */
export function monthIn(text: string | undefined, language: Language): Month {
  if (text === undefined) throw new Misuse('--month');
  const month = parseMonth(text);
  if (month === undefined) throw new Misuse(fill(texts[language].month, language, { text }));
  return month;
}

/** The code of `--area`; undefined when it was left out. @throws Misuse when it is none */
export function areaIn(text: string | undefined, language: Language): number | undefined {
  if (text === undefined) return undefined;
  const area = parseAreaCode(text);
  if (area === undefined) throw new Misuse(fill(texts[language].area, language, { text }));
  return area;
}
