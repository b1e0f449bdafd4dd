import { type Day, parseDay } from '@payung/kernel';
import { type Language, type WorkPlace, workPlaces } from '@payung/server/local';
import { fill } from '../fill.ts';
import { Misuse } from '../options.ts';
import { areaIn } from './members-options.ts';
import { rosterIdIn } from './roster-job.ts';

const texts = {
  id: {
    day: 'Bukan tanggal: {text}. Tulis --since 2026-11-01.',
    place: 'Bukan lokasi bekerja bawaan: {text}. Pilih residence, partner, atau none.',
  },
  en: {
    day: 'Not a day: {text}. Write --since 2026-11-01.',
    place: 'Not a place of work to presume: {text}. Choose residence, partner or none.',
  },
} as const;

/** Options by which members who wait for registration are narrowed. */
export const wantedOptions = {
  since: { type: 'string' },
  roster: { type: 'string' },
  area: { type: 'string' },
  'work-place': { type: 'string' },
} as const;

/** Which members are asked for. @throws Misuse for a text that is no day, area or place; Refusal rosters.notFound */
export function wantedIn(
  values: {
    readonly since?: string;
    readonly roster?: string;
    readonly area?: string;
    readonly 'work-place'?: string;
  },
  language: Language,
) {
  return {
    since: dayIn(values.since, language),
    rosterId: values.roster === undefined ? undefined : rosterIdIn(values.roster),
    area: areaIn(values.area, language),
    workPlace: workPlaceIn(values['work-place'], language),
  };
}

function dayIn(text: string | undefined, language: Language): Day | undefined {
  const day = text === undefined ? undefined : parseDay(text);
  if (text !== undefined && day === undefined)
    throw new Misuse(fill(texts[language].day, language, { text }));
  return day;
}

function workPlaceIn(text: string | undefined, language: Language): WorkPlace | undefined {
  const place = workPlaces.find((one) => one === text);
  if (text !== undefined && place === undefined)
    throw new Misuse(fill(texts[language].place, language, { text }));
  return place;
}
