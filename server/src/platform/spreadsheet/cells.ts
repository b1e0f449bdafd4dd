export type TableCell = string | number | boolean | null;

/** Formats in which a table can leave. */
export const tableFormats = ['csv', 'xlsx'] as const;
export type TableFormat = (typeof tableFormats)[number];

/** A cell that a spreadsheet will not take for a formula; numbers stay numbers, negative ones too. */
export function csvCell(cell: TableCell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  // Excel in Indonesia opens a CSV with semicolons between cells, whatever stands between ours and whether or not it is quoted:
  // what follows a semicolon, a tab or a line break in a text can become a cell of its own.
  const safe = cell.replace(/(^|[;\t\r\n]\s*)(?=[=+\-@＝＋－＠])/g, "$1'").replace(/^(?=[\t\r\n])/, "'");
  return /[";,\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
