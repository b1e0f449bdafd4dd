import { type Month, parseMonth } from '@payung/kernel';
import { type Cell, cellText } from '#rosters';

/** First three letters of the months, Indonesian and English. */
// biome-ignore format: a table
const months: Readonly<Record<string, number>> = {
  jan: 1, feb: 2, mar: 3, apr: 4, mei: 5, may: 5, jun: 6, jul: 7, agu: 8, agt: 8, aug: 8, sep: 9, okt: 10, oct: 10, nov: 11,
  des: 12, dec: 12,
};

/** The month of a cell such as `2026-11`, `11/2026`, `202611`, `Nov 2026`, `30-11-2026` or a date; undefined when it is none. */
export function parsePaidUntil(cell: Cell | undefined): Month | undefined {
  const text = cellText(cell).toLowerCase();
  const yearFirst = /^(\d{4})[-/. ]?(\d{1,2})(?:[-/. ]\d{1,2})?$/.exec(text);
  if (yearFirst !== null) return monthOfParts(yearFirst[1], Number(yearFirst[2]));
  const monthFirst = /^(?:\d{1,2}[-/. ])?(\d{1,2})[-/. ](\d{4})$/.exec(text);
  if (monthFirst !== null) return monthOfParts(monthFirst[2], Number(monthFirst[1]));
  const named = /^(?:\d{1,2}[-/. ]+)?(\p{L}{3})\p{L}*[-/. ]+(\d{4})$/u.exec(text);
  if (named === null) return undefined;
  const [, word = '', year] = named;
  return monthOfParts(year, months[word] ?? 0);
}

function monthOfParts(year: string | undefined, month: number): Month | undefined {
  return parseMonth(`${year}-${String(month).padStart(2, '0')}`);
}
