import { type Day, partsOf } from './day.ts';
import type { Rupiah } from './money.ts';
import type { Month } from './month.ts';
import { percentText, type Rate } from './rate.ts';

/** The languages that Payung prints. */
export type Language = 'id' | 'en';

const MONTHS = {
  id: 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
} as const satisfies Record<Language, readonly string[]>;

/** `Rp 16.800`, negative `-Rp 16.800`: in either language, as on every Indonesian bill. */
export function formatRupiah(amount: Rupiah): string {
  return `${amount < 0 ? '-' : ''}Rp ${grouped(Math.abs(amount), '.')}`;
}

/**
 * A whole number with its thousands grouped: `1.054.194` in Indonesian, `1,054,194` in English.
 *
 * @throws RangeError if it is not a safe integer
 */
export function formatCount(count: number, language: Language): string {
  if (!Number.isSafeInteger(count)) throw new RangeError(`not a count: ${count}`);
  return `${count < 0 ? '-' : ''}${grouped(Math.abs(count), language === 'id' ? '.' : ',')}`;
}

/** `0,24%` in Indonesian, `0.24%` in English; all digits of the rate, no trailing zeros. */
export function formatRate(rate: Rate, language: Language): string {
  const text = percentText(rate);
  return `${language === 'id' ? text.replace('.', ',') : text}%`;
}

/** `17 Agustus 2026` or `17 August 2026`. */
export function formatDay(date: Day, language: Language): string {
  const { year, month, dayOfMonth } = partsOf(date);
  return `${dayOfMonth} ${MONTHS[language][month - 1]} ${year}`;
}

/** `Agustus 2026` or `August 2026`. */
export function formatMonth(at: Month, language: Language): string {
  return `${MONTHS[language][Number(at.slice(5, 7)) - 1]} ${at.slice(0, 4)}`;
}

function grouped(whole: number, separator: '.' | ','): string {
  return String(whole).replace(/\B(?=(\d{3})+$)/g, separator);
}
