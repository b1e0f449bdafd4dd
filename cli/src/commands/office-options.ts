import { type Day, parseDay } from '@payung/kernel';
import type { Language } from '@payung/server/local';
import { Misuse } from '../options.ts';
import { areaIn } from './members-options.ts';

/** The code of `--area`, which must be there. @throws Misuse when it is missing or none */
export function theArea(text: string | undefined, language: Language): number {
  const area = areaIn(text, language);
  if (area === undefined) throw new Misuse('--area');
  return area;
}

/** The day of `--on`; undefined when it was left out. @throws Misuse when it is none */
export function dayIn(text: string | undefined): Day | undefined {
  if (text === undefined) return undefined;
  const day = parseDay(text);
  if (day === undefined) throw new Misuse('--on 2026-11-20');
  return day;
}
