import { formatDay, type Language, parseDay } from '@payung/kernel';
import { FIRST_KNOWN } from '@payung/law';
import { fill } from '../fill.ts';
import { Misuse } from '../options.ts';

const texts = {
  id: {
    language: 'Pilihan --lang adalah id atau en.',
    day: 'Bukan tanggal: {text}. Tulis --as-known-on 2026-11-20.',
    tooEarly: 'Sebelum {day} belum ada yang dicatat tentang hukum. Pilih tanggal itu atau sesudahnya.',
  },
  en: {
    language: 'The choices of --lang are id and en.',
    day: 'Not a date: {text}. Write --as-known-on 2026-11-20.',
    tooEarly: 'Nothing of the law was written down before {day}. Choose that day or a later one.',
  },
} as const;

/** The language a command about the law prints in. */
export const languageOption = { lang: { type: 'string' } } as const;

/** The day whose knowledge of the law is used. */
export const knownOnOption = { 'as-known-on': { type: 'string' } } as const;

/**
 * The language asked for with `--lang`, else that of the terminal.
 *
 * @throws Misuse if it is none of ours
 */
export function readLanguage(typed: string | undefined, otherwise: Language): Language {
  if (typed === undefined || typed === 'id' || typed === 'en') return typed ?? otherwise;
  throw new Misuse(texts[otherwise].language);
}

/**
 * The day of `--as-known-on`; undefined for everything known.
 *
 * @throws Misuse if it is no day, or before anything was written down
 */
export function readKnownOn(typed: string | undefined, language: Language) {
  if (typed === undefined) return undefined;
  const day = parseDay(typed);
  const said = texts[language];
  if (day === undefined) throw new Misuse(fill(said.day, language, { text: typed }));
  if (day >= FIRST_KNOWN) return day;
  throw new Misuse(fill(said.tooEarly, language, { day: formatDay(FIRST_KNOWN, language) }));
}
