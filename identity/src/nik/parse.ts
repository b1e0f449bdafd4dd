import { type Day, dayFromParts } from '@payung/kernel';
import { type NikAreas, nttAreas, PROVINCES } from './areas.ts';
import { type CleanedNik, cleanNik, type NikRepair } from './clean.ts';
import { type Nik, type Sex, sexOfNik } from './nik.ts';
import type {
  NikFacts,
  NikOptions,
  NikRead,
  NikReading,
  NikReason,
  NikRefused,
  NikWarning,
} from './reading.ts';

/**
 * Reads a NIK as people write it in spreadsheets.
 *
 * An answer `ok` means well formed, not real: only Dukcapil knows which numbers exist. Pass text, not a number: sixteen digits
 * beginning with 9 do not fit into one.
 */
export function parseNik(text: string, options: NikOptions = {}): NikReading {
  // Nearly every cell of a good file is exactly sixteen digits.
  if (isDigits(text, 16)) return readDigits(text, [], options);
  if (isMissing(text)) return refuse('nik.missing', {});
  if (SCIENTIFIC.test(text)) return refuse('nik.scientific', {});
  const two = countNumbers(text);
  if (two > 1) return refuse('nik.two', { count: two });
  return readCleaned(cleanNik(text), options);
}

/**
 * Whether a column of NIKs has lost its last digits to a spreadsheet: of at least five numbers of 16 digits, nine in ten end
 * in 0. By chance that happens to one column of five in a hundred thousand.
 */
export function lostLastDigits(column: Iterable<string>): boolean {
  let numbers = 0;
  let zeros = 0;
  for (const cell of column) {
    const { text } = cleanNik(cell);
    if (!isDigits(text, 16)) continue;
    numbers++;
    if (text.endsWith('0')) zeros++;
  }
  return numbers >= 5 && zeros >= numbers * 0.9;
}

const SCIENTIFIC = /^\s*['’=]?"?\d+(?:[.,]\d+)?\s?[Ee]\s?\+?\s?\d{1,2}"?\s*$/;
const ONLY_PUNCTUATION = /^[\s\u00a0\u200b\ufeff\-–—._/?*'’xX#]*$/;
const MISSING_WORDS =
  /^\W*(?:belum|blm|tidak|tdk|tak|dalam proses|dlm proses|sedang|proses|kosong|nihil|hilang|menyusul|n\/a|na|nil|null|none|#n\/a)\b\D*$/i;
const ZERO = /^\s*['’]?0(?:[.,]0+)?\s*$/;

function isMissing(text: string): boolean {
  return ONLY_PUNCTUATION.test(text) || ZERO.test(text) || MISSING_WORDS.test(text);
}

/** How many NIKs a cell seems to hold: runs of sixteen digits, or a multiple of sixteen once all else is taken out. */
function countNumbers(text: string): number {
  const runs = text.match(/(?<!\d)\d{16}(?!\d)/g)?.length ?? 0;
  if (runs > 1) return runs;
  const digits = text.replace(/\D/g, '').length;
  return digits >= 32 && digits % 16 === 0 ? digits / 16 : 1;
}

function readCleaned(cleaned: CleanedNik, options: NikOptions): NikReading {
  const { text, lookAlike, repairs, guesses } = cleaned;
  if (isDigits(text)) return readDigits(text, repairs, options);

  const letters = text.replace(/\d/g, '').length;
  if (!isDigits(lookAlike)) return refuse('nik.letters', { letters, suggestion: 'no' }, repairs);
  const guessed = readDigits(lookAlike, [...repairs, ...guesses], options);
  if (!guessed.ok) return refuse('nik.letters', { letters, suggestion: 'no' }, repairs);
  if (options.lookAlikes === 'repair') return guessed;
  const refused = refuse('nik.letters', { letters, suggestion: 'yes' }, guessed.repairs);
  return { ...refused, suggestion: guessed.nik };
}

function readDigits(digits: string, repairs: readonly NikRepair[], options: NikOptions): NikReading {
  const zeros = trailingZeros(digits);
  if (zeros >= 6) return refuse('nik.zeros', { zeros }, repairs);
  if (isPattern(digits)) return refuse('nik.placeholder', {}, repairs);
  if (digits.length !== 16) return refuse('nik.length', { digits: digits.length }, repairs);
  if (zeros > 0 && options.lossyColumn === true) return refuse('nik.lastDigitsLost', {}, repairs);

  const provinceCode = digits.slice(0, 2);
  if (!PROVINCES.has(provinceCode)) return refuse('nik.province', { provinceCode }, repairs);

  const nik = digits as Nik;
  const sex = sexOfNik(nik);
  const dayOfMonth = Number(digits.slice(6, 8)) - (sex === 'P' ? 40 : 0);
  const month = Number(digits.slice(8, 10));
  const year = Number(digits.slice(10, 12));
  const birthDates = possibleDates(year, month, dayOfMonth, options.referenceDay);
  if (birthDates.length === 0) return refuse('nik.date', { dayOfMonth, month, year }, repairs);

  const serial = Number(digits.slice(12));
  if (serial === 0) return refuse('nik.serial', {}, repairs);

  const birthDate =
    options.referenceDay !== undefined || birthDates.length === 1 ? birthDates.at(-1) : undefined;
  const read: Omit<NikRead, 'warnings'> = {
    ok: true,
    nik,
    birthDates,
    birthDate,
    sex,
    provinceCode,
    regencyCode: digits.slice(0, 4),
    districtCode: digits.slice(0, 6),
    serial,
    synthetic: serial >= 9000,
    confidence: repairs.reduce((product, repair) => product * repair.confidence ** repair.count, 1),
    repairs,
  };
  return { ...read, warnings: warningsOf(read, options) };
}

/** The day in the 1900s and in the 2000s, where it exists and is not after the reference day. */
function possibleDates(
  year: number,
  month: number,
  dayOfMonth: number,
  until: Day | undefined,
): readonly Day[] {
  const dates: Day[] = [];
  for (const century of [1900, 2000]) {
    const date = dayFromParts(century + year, month, dayOfMonth);
    if (date !== undefined && (until === undefined || date <= until)) dates.push(date);
  }
  return dates;
}

function warningsOf(read: Omit<NikRead, 'warnings'>, options: NikOptions): readonly NikWarning[] {
  const warnings: NikWarning[] = [];
  const area = areaWarning(read, options.areas ?? nttAreas);
  if (area !== undefined) warnings.push(area);
  // Fifty people of one sex born on one day in one district are many; registration starts again at 0001 for each.
  if (read.serial > 300 && !read.synthetic) {
    warnings.push({ code: 'nik.serialHigh', facts: { serial: read.serial } });
  }
  const { referenceDay } = options;
  if (referenceDay !== undefined && read.birthDate !== undefined) {
    warnings.push(...ageWarnings(read.birthDates, read.birthDate, read.sex, referenceDay));
  }
  return warnings;
}

function areaWarning(read: Omit<NikRead, 'warnings'>, areas: NikAreas): NikWarning | undefined {
  const { provinceCode, regencyCode, districtCode } = read;
  if (provinceCode !== areas.province) return { code: 'nik.otherProvince', facts: { provinceCode } };
  const districts = areas.districts.get(regencyCode);
  if (districts === undefined) return { code: 'nik.regencyUnknown', facts: { regencyCode } };
  const district = districtCode.slice(4);
  if (districts.has(district)) return undefined;
  const retired = areas.retiredDistricts.get(regencyCode)?.has(district) === true;
  return { code: retired ? 'nik.districtRetired' : 'nik.districtUnknown', facts: { districtCode } };
}

/** What makes one think twice about a NIK whose bearer would be a child. */
function ageWarnings(dates: readonly Day[], birth: Day, sex: Sex, on: Day): readonly NikWarning[] {
  const year = yearOf(birth);
  if (yearOf(on) - year >= 15) return [];
  const warnings: NikWarning[] = [];
  // The number of a family card has the date it was issued in this place, without the 40 of women.
  if (sex === 'L') warnings.push({ code: 'nik.looksLikeKk', facts: { year } });
  const earlier = dates[0];
  if (earlier !== undefined && earlier !== birth) {
    warnings.push({ code: 'nik.centuryUncertain', facts: { year, otherYear: yearOf(earlier) } });
  }
  return warnings;
}

function isDigits(text: string, length = text.length): boolean {
  if (text.length !== length || length === 0) return false;
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code < 48 || code > 57) return false;
  }
  return true;
}

function trailingZeros(digits: string): number {
  let at = digits.length;
  while (at > 0 && digits.charCodeAt(at - 1) === 48) at--;
  return digits.length - at;
}

/** One digit repeated, or digits that count up or down: what one types to get past a form. */
function isPattern(digits: string): boolean {
  for (const step of [0, 1, 9]) {
    let follows = true;
    for (let i = 1; follows && i < digits.length; i++) {
      follows = (digits.charCodeAt(i) - digits.charCodeAt(i - 1) + 10) % 10 === step;
    }
    if (follows && digits.length >= 6) return true;
  }
  return false;
}

function yearOf(date: Day): number {
  return Number(date.slice(0, 4));
}

function refuse(reason: NikReason, facts: NikFacts, repairs: readonly NikRepair[] = []): NikRefused {
  return { ok: false, reason, facts, repairs };
}
