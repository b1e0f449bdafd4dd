import type { Language } from '@payung/server/local';

/** The language to print: that of `PAYUNG_LANG`, else of `LANG`; Indonesian when neither names one of ours. */
export function languageOf(env: Readonly<Record<string, string | undefined>>): Language {
  const wanted = (env.PAYUNG_LANG || env.LANG || '').slice(0, 2).toLowerCase();
  return wanted === 'en' ? 'en' : 'id';
}
