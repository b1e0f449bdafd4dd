import { type Day, parseDay } from '@payung/kernel';
import type { Language } from '@payung/server/local';
import { fill } from '../fill.ts';
import { Misuse } from '../options.ts';
import { areaIn } from './members-options.ts';
import { rosterIdIn } from './roster-job.ts';

const texts = {
  id: 'Bukan tanggal: {text}. Tulis --since 2026-11-01.',
  en: 'Not a day: {text}. Write --since 2026-11-01.',
} as const;

/** Options by which members who wait for registration are narrowed. */
export const wantedOptions = {
  since: { type: 'string' },
  roster: { type: 'string' },
  area: { type: 'string' },
} as const;

/** Which members are asked for. @throws Misuse for a text that is no day or area; Refusal rosters.notFound */
export function wantedIn(
  values: { readonly since?: string; readonly roster?: string; readonly area?: string },
  language: Language,
) {
  return {
    since: dayIn(values.since, language),
    rosterId: values.roster === undefined ? undefined : rosterIdIn(values.roster),
    area: areaIn(values.area, language),
  };
}

function dayIn(text: string | undefined, language: Language): Day | undefined {
  const day = text === undefined ? undefined : parseDay(text);
  if (text !== undefined && day === undefined) throw new Misuse(fill(texts[language], language, { text }));
  return day;
}
