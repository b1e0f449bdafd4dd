import { type Day, dayFromParts, partsOf } from '@payung/kernel';
import { isAbsent } from './cell-evidence.ts';
import { dateOfSerial } from './number-format.ts';
import { type Cell, cellText } from './row.ts';
import type { Unread } from './values.ts';

/** Which part of a date is known. */
type Precision = 'day' | 'month' | 'year';

/** What whoever uses the date should compare with the NIK before trusting it. */
type DateWarning =
  | 'date.ambiguous' // 03/04/1990: day first is usual, month first is possible; see `alternative`
  | 'date.monthFirst' // 08/17/1990 can only be month first
  | 'date.twoDigitYear' // the century was chosen; see `alternative`
  | 'date.serial' // a number without a date format, read as Excel's count of days
  | 'date.customary' // 1 January, 1 July, 31 December: what is written when the day is not known
  | 'date.recent'; // less than five years ago: often the date of entry instead of birth

/** Why a text is no date of birth. */
type DateProblem =
  | 'date.missing'
  | 'date.unreadable'
  | 'date.impossible' // 31-06-1990, month 13
  | 'date.year' // 1890, 19990
  | 'date.future';

/** A date of birth as it was written. */
type BirthReading =
  | Readonly<{
      ok: true;
      /** The first day of the month or year where only that is known. */
      day: Day;
      precision: Precision;
      /** The other day the same text may mean; present with date.ambiguous and date.twoDigitYear. */
      alternative?: Day;
      /** Text before the date: `Kupang` of `Kupang, 17-08-1990`. */
      place?: string;
      warnings: readonly DateWarning[];
    }>
  | (Unread<DateProblem> & Readonly<{ place?: string }>);

/** What a date is read against. */
type DateOptions = Readonly<{
  /** No birth lies after this day, and two-digit years are the latest that do not. */
  today: Day;
  /** The column was found to be month first (see `columnIsMonthFirst`), so 03/04 is 4 March. */
  monthFirst?: boolean;
  /** Numbers without a date format count from 1904. */
  date1904?: boolean;
}>;

/** The longest life on record is 122 years. */
const OLDEST_AGE = 122;

const MONTHS: readonly (readonly string[])[] = [
  ['januari', 'jan', 'january', 'i'],
  ['februari', 'pebruari', 'feb', 'peb', 'febuari', 'february', 'ii'],
  ['maret', 'mar', 'mrt', 'march', 'iii'],
  ['april', 'apr', 'iv'],
  ['mei', 'may', 'v'],
  ['juni', 'jun', 'june', 'vi'],
  ['juli', 'jul', 'july', 'vii'],
  ['agustus', 'agust', 'ags', 'agt', 'agu', 'agst', 'aug', 'august', 'viii'],
  ['september', 'sept', 'sep', 'ix'],
  ['oktober', 'okt', 'oct', 'october', 'x'],
  ['november', 'nopember', 'nov', 'nop', 'xi'],
  ['desember', 'des', 'dec', 'december', 'xii'],
];
const MONTH_NUMBERS = new Map(
  MONTHS.flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
);
const MONTH_WORD = [...MONTH_NUMBERS.keys()].toSorted((a, b) => b.length - a.length).join('|');

const SEPARATOR = String.raw`\s*[-/.,\s]\s*`;
const FORMS = {
  yearFirst: new RegExp(
    `(?<!\\d)(\\d{4})${SEPARATOR}(\\d{1,2})${SEPARATOR}(\\d{1,2})(?:[t ]\\d\\d:.*)?$`,
    'i',
  ),
  numeric: new RegExp(`(?<!\\d)(\\d{1,2})(${SEPARATOR})(\\d{1,2})${SEPARATOR}(\\d{2,5})$`),
  withWord: new RegExp(
    `(?<!\\d)(\\d{1,2})${SEPARATOR.replace('\\s]', '\\s]?')}(${MONTH_WORD})\\.?${SEPARATOR.replace('\\s]', '\\s]?')}(\\d{2,5})$`,
    'i',
  ),
  monthYear: new RegExp(`(?:^|[^\\p{L}\\d])(${MONTH_WORD})\\.?${SEPARATOR}(\\d{4})$`, 'iu'),
  numericMonthYear: /(?<![\d/.-])(\d{1,2})\s*[-/.]\s*(\d{4})$/,
  compact: /(?<!\d)(\d{8})$/,
  year: /(?<!\d)(\d{4,5})$/,
} as const;

/**
 * Reads a date of birth in the forms Indonesian lists use, with the place before it where one cell holds both.
 * Day first unless that is impossible or the column says otherwise.
 */
export function parseBirth(cell: Cell | undefined, options: DateOptions): BirthReading {
  if (cell instanceof Date) return judged(fromUtc(cell), options, []);
  if (isAbsent(cell)) return { ok: false, code: 'date.missing', facts: {} };
  const text = cellText(cell);
  const serial =
    typeof cell === 'number' || /^\d{5}(?:[.,]\d+)?$/.test(text) ? serialDay(text, options) : undefined;
  if (serial !== undefined) return judged(serial, options, ['date.serial']);
  return parseText(text, options);
}

/** Year, month, day as written; month or day 0 where it is not known. */
type Parts = Readonly<{ year: number; month: number; day: number }>;

function fromUtc(date: Date): Parts {
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** Numbers up to four digits are years; five digits are Excel's days, from 1910 (3 654) to today. */
function serialDay(text: string, options: DateOptions): Parts | undefined {
  const serial = Number(text.replace(',', '.'));
  const date = serial >= 3_654 ? dateOfSerial(Math.floor(serial), options.date1904 === true) : undefined;
  if (date === undefined) return undefined;
  const parts = fromUtc(date);
  return parts.year >= 1910 && parts.year <= partsOf(options.today).year ? parts : undefined;
}

function parseText(text: string, options: DateOptions): BirthReading {
  const cleaned = text
    .replace(/[–—−]/g, '-')
    .replace(/^['’`]/, '')
    .replace(/[\s.,;]+$/, '')
    .replace(/\b[o](?=\d)/gi, '0');
  const word = FORMS.withWord.exec(cleaned);
  if (word !== null) {
    const month = MONTH_NUMBERS.get((word[2] ?? '').toLowerCase()) ?? 0;
    return dated(cleaned, word.index, { year: word[3] ?? '', month, day: Number(word[1]) }, options);
  }
  const iso = FORMS.yearFirst.exec(cleaned);
  if (iso !== null) {
    return dated(
      cleaned,
      iso.index,
      { year: iso[1] ?? '', month: Number(iso[2]), day: Number(iso[3]) },
      options,
    );
  }
  const numeric = FORMS.numeric.exec(cleaned);
  if (numeric !== null) return numericDate(cleaned, numeric, options);
  const compact = FORMS.compact.exec(cleaned);
  if (compact !== null) return compactDate(cleaned, compact, options);
  const unread = { ok: false, code: 'date.unreadable', facts: {} } as const;
  // Digits before a bare year are the rest of a date in a form we do not know: half a date is not read.
  const isAlone = (match: RegExpExecArray | null): match is RegExpExecArray =>
    match !== null && !/\d/.test(cleaned.slice(0, match.index));
  const monthYear = FORMS.monthYear.exec(cleaned) ?? FORMS.numericMonthYear.exec(cleaned);
  if (isAlone(monthYear)) {
    const name = (monthYear[1] ?? '').toLowerCase();
    const month = MONTH_NUMBERS.get(name) ?? Number(name);
    return dated(cleaned, monthYear.index, { year: monthYear[2] ?? '', month, day: 0 }, options);
  }
  const year = FORMS.year.exec(cleaned);
  if (isAlone(year)) return dated(cleaned, year.index, { year: year[1] ?? '', month: 0, day: 0 }, options);
  return unread;
}

function numericDate(text: string, match: RegExpExecArray, options: DateOptions): BirthReading {
  const [first, second, year] = [Number(match[1]), Number(match[3]), match[4] ?? ''];
  const asDayFirst = { year, month: second, day: first };
  const asMonthFirst = { year, month: first, day: second };
  if (second > 12 && first >= 1 && first <= 12) {
    return dated(text, match.index, asMonthFirst, options, ['date.monthFirst']);
  }
  const eitherWay = first !== second && first >= 1 && first <= 12 && second >= 1 && second <= 12;
  // Only slashes are ambiguous: nobody with a US spreadsheet writes 08-17-1990 or 08.17.1990.
  if (!eitherWay || !(match[2] ?? '').includes('/')) return dated(text, match.index, asDayFirst, options);
  const [chosen, other] =
    options.monthFirst === true ? [asMonthFirst, asDayFirst] : [asDayFirst, asMonthFirst];
  const reading = dated(text, match.index, chosen, options, ['date.ambiguous']);
  const alternative = dated(text, match.index, other, options);
  return reading.ok && alternative.ok ? { ...reading, alternative: alternative.day } : reading;
}

/** 17081990, or 19900817 when the first four digits are a year and the rest a month and a day. */
function compactDate(text: string, match: RegExpExecArray, options: DateOptions): BirthReading {
  const digits = match[1] ?? '';
  const [a, b, c] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)];
  const yearFirst = /^(?:19|20)/.test(a) && Number(b) <= 12 && Number(c) <= 31;
  const parts = yearFirst
    ? { year: a, month: Number(b), day: Number(c) }
    : { year: digits.slice(4), month: Number(digits.slice(2, 4)), day: Number(digits.slice(0, 2)) };
  return dated(text, match.index, parts, options);
}

function dated(
  text: string,
  at: number,
  written: Readonly<{ year: string; month: number; day: number }>,
  options: DateOptions,
  warnings: readonly DateWarning[] = [],
): BirthReading {
  const before = text.slice(0, at).replace(/(?:\b(?:tgl|tanggal|pada|th|thn|tahun)\b[.:\s]*)+$/i, '');
  const place = before.replace(/^[\s,;:/.-]+|[\s,;:/.-]+$/g, '');
  const withPlace = (reading: BirthReading): BirthReading => (place === '' ? reading : { ...reading, place });
  if (written.year.length !== 2) {
    return withPlace(judged({ ...written, year: Number(written.year) }, options, warnings, written.year));
  }
  const latest = partsOf(options.today).year;
  const century = Math.floor(latest / 100) * 100 + Number(written.year);
  const newer = judged({ ...written, year: century }, options, [...warnings, 'date.twoDigitYear']);
  const older = judged({ ...written, year: century - 100 }, options, [...warnings, 'date.twoDigitYear']);
  if (!newer.ok && newer.code !== 'date.future') return withPlace(newer);
  if (!newer.ok) return withPlace(older);
  return withPlace(older.ok ? { ...newer, alternative: older.day } : newer);
}

function judged(
  parts: Parts,
  options: DateOptions,
  warnings: readonly DateWarning[],
  writtenYear = String(parts.year),
): BirthReading {
  const today = partsOf(options.today);
  if (writtenYear.length !== 4 || parts.year < today.year - OLDEST_AGE) {
    return { ok: false, code: 'date.year', facts: { year: writtenYear } };
  }
  const precision: Precision = parts.month === 0 ? 'year' : parts.day === 0 ? 'month' : 'day';
  // 17-00-1990 names a day of no month: more a slip than an unknown date.
  const impossible = parts.month === 0 && parts.day !== 0;
  const day = impossible ? undefined : dayFromParts(parts.year, parts.month || 1, parts.day || 1);
  if (parts.year > today.year || (day !== undefined && day > options.today)) {
    return { ok: false, code: 'date.future', facts: { year: parts.year } };
  }
  if (day === undefined) {
    return {
      ok: false,
      code: 'date.impossible',
      facts: { day: parts.day, month: parts.month, year: parts.year },
    };
  }
  const more: DateWarning[] = [];
  if (precision === 'day' && /-(?:01-01|07-01|12-31)$/.test(day)) more.push('date.customary');
  if (parts.year > today.year - 5) more.push('date.recent');
  return { ok: true, day, precision, warnings: [...warnings, ...more] };
}

/**
 * Whether a column of dates was written month first (08/17/1990): some dates can only be read that way and none
 * can only be day first.
 */
export function columnIsMonthFirst(cells: Iterable<Cell | undefined>): boolean {
  let monthFirst = 0;
  for (const cell of cells) {
    const match = typeof cell === 'string' ? FORMS.numeric.exec(cellText(cell)) : null;
    if (match === null || !(match[2] ?? '').includes('/')) continue;
    if (Number(match[1]) > 12) return false;
    if (Number(match[3]) > 12) monthFirst += 1;
  }
  return monthFirst > 0;
}
