import { type Day, dayFromParts } from '@payung/kernel';

// biome-ignore format: one line per language
const MONTHS: Readonly<Record<string, number>> = {
  jan: 1, feb: 2, mar: 3, apr: 4, mei: 5, jun: 6, jul: 7, agu: 8, ags: 8, agt: 8, sep: 9, okt: 10, nov: 11, nop: 11, des: 12,
  may: 5, aug: 8, oct: 10, dec: 12,
};

/**
 * Reads the date of a statement row, with or without a time after it: `2026-11-16`, `20261116`, `16/11/2026`, `16-11-26`,
 * `16.11.2026 10:15`, `16 Nov 2026`, `16 Nopember 2026`. The day comes before the month, as in Indonesia; a date that only
 * makes sense the other way round, or has no year, is undefined rather than guessed.
 */
export function parseStatementDay(text: string): Day | undefined {
  const date = text
    .trim()
    .replace(/(?:T|\s+)\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?(?:\s*(?:WIB|WITA|WIT|Z))?$/i, '');
  const iso = /^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})$/.exec(date);
  if (iso !== null) return dayFromParts(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const numeric = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/.exec(date);
  if (numeric !== null)
    return dayFromParts(fullYear(numeric[3] ?? ''), Number(numeric[2]), Number(numeric[1]));
  const named = /^(\d{1,2})[-/. ]*([a-z]{3,9})[-/., ]*(\d{4}|\d{2})$/i.exec(date);
  if (named === null) return undefined;
  const month = MONTHS[(named[2] ?? '').slice(0, 3).toLowerCase()];
  return month === undefined ? undefined : dayFromParts(fullYear(named[3] ?? ''), month, Number(named[1]));
}

/** Two digits are of this century: no statement is older. */
function fullYear(digits: string): number {
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}
