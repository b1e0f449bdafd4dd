/**
 * One cell as the user sees it. Text stays text; a cell with a date format is a `Date` at UTC midnight of that
 * day; a number is a `number` unless its format pads it with zeros or it is too long to be exact (see
 * `shownNumber`), then it is text; an error such as `#N/A` is that text; an empty cell is null.
 */
export type Cell = string | number | boolean | Date | null;

/** Something about a cell that its value does not tell. */
export type CellMark = Readonly<{
  /** Position in `cells`, 0 for column A. */
  column: number;
  mark:
    | 'formula' // the value was computed by a formula; it is the value Excel last stored
    | 'formulaWithoutValue' // a formula that no spreadsheet program has computed yet; the value is null
    | 'digitsLost' // a number of 16 or more digits, of which Excel kept 15
    | 'error'; // an Excel error such as #REF!
}>;

/**
 * One row that holds at least one value. Rows without any are not delivered, because a workbook does not store
 * them reliably; the numbers of the others keep their place.
 */
export type RawRow = Readonly<{
  /** Name of the tab; empty for CSV. */
  sheet: string;
  /** 1-based, the number at the left edge of the sheet; in CSV the number of the record. */
  row: number;
  /** Up to the last column that holds a value. */
  cells: readonly Cell[];
  /** Absent when there is nothing to remark. */
  marks?: readonly CellMark[];
  /** The row is hidden or filtered away in the user's own view; it counts all the same. */
  hidden?: true;
}>;

/** The name Excel gives a column: 0 → A, 26 → AA. */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}

/** The 0-based column of a reference such as `AB12`; undefined if it starts with no letter. */
export function columnOf(reference: string): number | undefined {
  let column = 0;
  let at = 0;
  for (; at < reference.length; at += 1) {
    const code = reference.charCodeAt(at) & ~32;
    if (code < 65 || code > 90) break;
    column = column * 26 + (code - 64);
  }
  return at === 0 ? undefined : column - 1;
}

/** A cell as trimmed text with single spaces; dates as YYYY-MM-DD, empty as ''. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  if (typeof cell !== 'string') return String(cell);
  if (isTidy(cell)) return cell;
  return cell.replace(/[\s\u00a0\u200b-\u200d\ufeff]+/g, ' ').trim();
}

/** Nearly every cell is: plain characters with single spaces between them. */
function isTidy(text: string): boolean {
  let before = 32;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 32 || code > 126 || (code === 32 && before === 32)) return false;
    before = code;
  }
  return before !== 32 || text === '';
}
