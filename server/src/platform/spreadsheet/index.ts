import { writeXlsx } from 'hucre/xlsx';
import { csvCell, type TableCell, type TableFormat } from './cells.ts';

export { csvCell, type TableCell, type TableFormat, tableFormats } from './cells.ts';
export { streamResponse, type TableStream } from './stream.ts';
export { xlsxBytes } from './xlsx-stream.ts';

/** A table that leaves the house: names of columns and rows of cells, one value in each. */
export interface TableFile {
  /** Name of the sheet, and of the file without its ending. */
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly TableCell[])[];
}

/** The table as CSV: RFC 4180, UTF-8, CRLF, with no cell that a spreadsheet takes for a formula. */
export function csvOf({ header, rows }: TableFile): string {
  return [header, ...rows].map((line) => `${line.map(csvCell).join(',')}\r\n`).join('');
}

/** The table as a workbook of one sheet; texts are texts there, whatever they begin with. */
export function xlsxOf({ name, header, rows }: TableFile): Promise<Uint8Array> {
  return writeXlsx({
    sheets: [
      {
        name: name.slice(0, 31),
        rows: [[...header], ...rows.map((row) => [...row])],
        columns: header.map((title, column) => ({ width: widthOf(title, rows, column) })),
        freezePane: { rows: 1 },
      },
    ],
  });
}

/** The table as the body of an answer that is saved under its name. */
export async function tableResponse(table: TableFile, format: TableFormat): Promise<Response> {
  const isCsv = format === 'csv';
  return new Response(isCsv ? csvOf(table) : Buffer.from(await xlsxOf(table)), {
    headers: {
      'content-type': isCsv
        ? 'text/csv; charset=utf-8'
        : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename="${table.name.replace(/[^A-Za-z0-9._-]+/g, '-')}.${format}"`,
    },
  });
}

/** Characters of the widest cell, within what a screen bears. */
function widthOf(title: string, rows: TableFile['rows'], column: number): number {
  const longest = rows
    .slice(0, 200)
    .reduce((width, row) => Math.max(width, String(row[column] ?? '').length), title.length);
  return Math.min(Math.max(longest + 2, 8), 48);
}
