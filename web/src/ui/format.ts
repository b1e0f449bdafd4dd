import {
  addDays,
  formatCount,
  formatDay,
  formatMonth,
  formatRupiah,
  type Language,
  parseDay,
  parseMonth,
  rupiah,
} from '@payung/kernel';
import { useMemo } from 'react';
import { useLanguage } from '../app/language.tsx';

/** Numbers and dates as they arrive in JSON, written in one language. */
export interface Formats {
  count(value: number): string;
  /** Whole rupiah. */
  money(value: number): string;
  /** `YYYY-MM-DD`; null is a dash. */
  day(value: string | null): string;
  /** The day before `value`: the last day of a span that ends where `value` begins. */
  lastBefore(value: string): string;
  /** `YYYY-MM`; null is a dash. */
  month(value: string | null): string;
  /** A period as published: a year, a month, a day, or the words of the source. */
  period(value: string): string;
  /** An instant as day and minute in WITA; null is a dash. */
  instant(value: string | null): string;
  /** `part` of `whole` in percent with two decimals; a dash when `whole` is 0. */
  share(part: number, whole: number): string;
  /** A percentage that was published as a number, with its own decimals. */
  percent(value: number): string;
  /** A code of ten digits as Kemendagri writes it: 53.04.01.2001. */
  code(value: number): string;
}

/** The formats of `language`. */
export function formatsIn(language: Language): Formats {
  const onePeriod = (value: string) => {
    const read = parseMonth(value);
    const date = parseDay(value);
    if (read !== undefined) return formatMonth(read, language);
    return date === undefined ? value : formatDay(date, language);
  };
  const decimal = (text: string) => (language === 'id' ? text.replace('.', ',') : text);
  return {
    count: (value) => formatCount(value, language),
    money: (value) => formatRupiah(rupiah(value)),
    day: (value) => {
      const read = value === null ? undefined : parseDay(value);
      return read === undefined ? '–' : formatDay(read, language);
    },
    lastBefore: (value) => {
      const read = parseDay(value);
      return read === undefined ? '–' : formatDay(addDays(read, -1), language);
    },
    period: (value) => value.split('/').map(onePeriod).join(' – '),
    month: (value) => {
      const read = value === null ? undefined : parseMonth(value);
      return read === undefined ? '–' : formatMonth(read, language);
    },
    instant: (value) => (value === null ? '–' : instantText(new Date(value), language)),
    share: (part, whole) => (whole === 0 ? '–' : `${decimal(hundredths(part, whole))}%`),
    percent: (value) => `${decimal(String(value))}%`,
    code: areaCodeText,
  };
}

/** The formats of the language of the pages. */
export function useFormats(): Formats {
  const { language } = useLanguage();
  return useMemo(() => formatsIn(language), [language]);
}

/** 5304012001 as 53.04.01.2001; the zeros of higher levels are left out. */
export function areaCodeText(code: number): string {
  const digits = String(code).padStart(10, '0');
  const parts = [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4, 6), digits.slice(6)];
  const last = parts.findLastIndex((part) => Number(part) !== 0);
  return parts.slice(0, Math.max(last, 0) + 1).join('.');
}

function hundredths(part: number, whole: number): string {
  return (Math.round((part * 10_000) / whole) / 100).toFixed(2);
}

function instantText(at: Date, language: Language): string {
  const text = new Intl.DateTimeFormat(language === 'id' ? 'id-ID' : 'en-GB', {
    timeZone: 'Asia/Makassar',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(at);
  return `${text} WITA`;
}
