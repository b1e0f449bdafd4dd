import { attribute, XmlScanner } from './xml.ts';

/** How a cell shows its number: as a date, as text, padded with zeros to `zeros` digits, or as a plain number. */
export type NumberFormat = 'general' | 'date' | 'text' | Readonly<{ zeros: number }>;

/** Built-in formats that show dates, those of East Asian locales included (27-36, 50-58). */
function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
}

/** What each style index of `xl/styles.xml` says about showing a number; empty when the workbook has no styles. */
export function numberFormats(stylesXml: string): NumberFormat[] {
  const codes = new Map<number, string>();
  const formats: NumberFormat[] = [];
  let inCellXfs = false;
  const scanner = new XmlScanner({
    open(name, raw, empty) {
      if (name === 'numFmt')
        codes.set(Number(attribute(raw, 'numFmtId')), attribute(raw, 'formatCode') ?? '');
      else if (name === 'cellXfs') inCellXfs = !empty;
      else if (name === 'xf' && inCellXfs) {
        const id = Number(attribute(raw, 'numFmtId') ?? 0);
        formats.push(formatOf(id, codes.get(id)));
      }
    },
    close(name) {
      if (name === 'cellXfs') inCellXfs = false;
    },
    text() {},
    other() {},
  });
  scanner.feed(stylesXml.replace(/^\ufeff/, ''));
  scanner.end();
  return formats;
}

function formatOf(id: number, code: string | undefined): NumberFormat {
  if (id === 49) return 'text';
  if (isBuiltInDate(id)) return 'date';
  if (code === undefined) return 'general';
  // Colours, locales, quoted words and escaped characters are decoration; letters left over are the pattern.
  const pattern = (code.split(';')[0] ?? '').replace(/\[[^\]]*\]|"[^"]*"|\\.|[_*]./g, '').trim();
  if (pattern === '@') return 'text';
  if (/^0+$/.test(pattern)) return { zeros: pattern.length };
  // A time of day alone (h:mm) is no date: only a year or a day makes one.
  if (/[yd]/i.test(pattern) && !/general/i.test(pattern)) return 'date';
  return 'general';
}

/** Serial numbers Excel can show as a date: 1900-01-01 to 9999-12-31. */
const LAST_SERIAL = 2_958_465;

/**
 * The UTC midnight (plus time of day) that a date serial stands for; undefined outside Excel's calendar.
 * Excel's 1900 calendar has a 29 February 1900 that never was, so serials before it count from one day later.
 */
export function dateOfSerial(serial: number, date1904: boolean): Date | undefined {
  if (!Number.isFinite(serial) || serial < (date1904 ? 0 : 1) || serial > LAST_SERIAL) return undefined;
  const days = date1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial;
  return new Date(Math.round((days - 25_569) * 86_400_000));
}

/** Excel keeps fifteen significant digits; every digit after them has become zero. */
const KEPT_DIGITS = 15;

/**
 * A number as the cell's text.
 *
 * A whole number of sixteen or more digits that ends in zero has most likely lost its last digits (a NIK typed
 * into a number cell): it becomes `5.30401170890900E+15`, which keeps the fifteen digits that are certain and
 * says how many there were, and `digitsLost` is true. If it does not end in zero, a program wrote the file and
 * all digits are there: they are returned as plain text. Everything else stays a number.
 *
 * @param written the number as it stands in the file
 */
export function shownNumber(
  written: string,
  format: NumberFormat,
): { value: string | number; digitsLost: boolean } {
  const value = Number(written);
  if (Number.isInteger(value) && Math.abs(value) >= 1e15) {
    if (/^\d{16,}$/.test(written) && !written.endsWith('0')) return { value: written, digitsLost: false };
    return { value: inPowersOfTen(value), digitsLost: true };
  }
  if (format === 'text') return { value: written, digitsLost: false };
  if (typeof format === 'object' && Number.isInteger(value) && value >= 0) {
    return { value: String(value).padStart(format.zeros, '0'), digitsLost: false };
  }
  return { value, digitsLost: false };
}

function inPowersOfTen(value: number): string {
  return value.toExponential(KEPT_DIGITS - 1).replace('e', 'E');
}
