import type { Cell } from './row.ts';

/** First characters that make a spreadsheet compute a cell, the full-width forms of East Asian Excel included. */
const STARTS_FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
/** A minus alone or before a plain number computes nothing: `-`, `-5`, `-1.500,25`. */
const HARMLESS = /^-(?:\d+(?:[.,]\d+)*)?$/;

/**
 * A text that no spreadsheet takes for a formula: `'` is put before `= + - @`, tab and line breaks, except where
 * the text is a plain negative number or a lone dash. Every text we write into CSV or XLSX goes through here.
 */
export function safeCell(text: string): string {
  return STARTS_FORMULA.test(text) && !HARMLESS.test(text) ? `'${text}` : text;
}

/** How `writeCsv` writes; Excel in Indonesia separates by semicolons, since the comma is the decimal mark. */
export type CsvOptions = Readonly<{ delimiter?: ';' | ',' | '\t' }>;

/**
 * One line of CSV without its line break. Texts are made safe (`safeCell`); a cell is quoted when it holds any
 * delimiter that any spreadsheet uses, not only ours, so that no cell splits into a live formula elsewhere.
 */
export function csvLine(cells: readonly (Cell | undefined)[], options: CsvOptions = {}): string {
  return cells.map((cell) => quoted(csvText(cell))).join(options.delimiter ?? ';');
}

/**
 * A whole CSV file: byte order mark, so that Excel reads UTF-8, and CRLF after every line. Numbers of sixteen
 * digits lose their last ones when Excel opens a CSV; whoever exports NIKs offers XLSX first.
 */
export function writeCsv(rows: Iterable<readonly (Cell | undefined)[]>, options: CsvOptions = {}): string {
  let text = '\ufeff';
  for (const row of rows) text += `${csvLine(row, options)}\r\n`;
  return text;
}

function csvText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === 'string' ? safeCell(cell) : String(cell);
}

function quoted(text: string): string {
  return /[";,|\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
