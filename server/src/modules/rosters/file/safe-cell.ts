/** First characters that make a spreadsheet compute a cell, the full-width forms of East Asian Excel included. */
const STARTS_FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
/** A minus alone or before a plain number computes nothing: `-`, `-5`, `-1.500,25`. */
const HARMLESS = /^-(?:\d+(?:[.,]\d+)*)?$/;

/**
 * A text that no spreadsheet takes for a formula: `'` is put before `= + - @`, tab and line breaks, except where
 * the text is a plain negative number or a lone dash. Every text we write into a workbook goes through here.
 */
export function safeCell(text: string): string {
  return STARTS_FORMULA.test(text) && !HARMLESS.test(text) ? `'${text}` : text;
}
