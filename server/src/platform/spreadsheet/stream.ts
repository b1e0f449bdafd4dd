import { csvCell, type TableCell, type TableFormat } from './cells.ts';
import { xlsxBytes } from './xlsx-stream.ts';

type Row = readonly TableCell[];

/** A table too large to be held: its rows come in batches, and are written as they come. */
export interface TableStream {
  /** Name of the sheet, and of the file without its ending. */
  readonly name: string;
  readonly header: readonly string[];
  /** How many rows there must be, of what cannot change meanwhile; left out of lists that live. */
  readonly count?: number;
  /** What the last line says, such as "Jumlah baris"; left out, there is no such line. */
  readonly countLabel?: string;
  readonly rows: AsyncIterable<readonly Row[]>;
}

/**
 * The table as the body of an answer that is saved under its name, written batch by batch. Its last line may say how many rows
 * there are; a file with another number of rows than were counted breaks off, so that nobody takes a part for the whole.
 */
export function streamResponse(table: TableStream, format: TableFormat): Response {
  const isCsv = format === 'csv';
  const bytes = isCsv ? csvBytes(table) : xlsxBytes(table.name, table.header, counted(table));
  return new Response(ReadableStream.from(bytes), {
    headers: {
      'content-type': isCsv
        ? 'text/csv; charset=utf-8'
        : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename="${table.name.replace(/[^A-Za-z0-9._-]+/g, '-')}.${format}"`,
    },
  });
}

async function* csvBytes(table: TableStream): AsyncGenerator<Buffer> {
  const lineOf = (row: Row) => `${row.map(csvCell).join(',')}\r\n`;
  yield Buffer.from(lineOf(table.header));
  for await (const rows of counted(table)) yield Buffer.from(rows.map(lineOf).join(''));
}

/** The rows, and a last one with their number where that is told. @throws Error when there are more or fewer than were counted */
async function* counted({ rows, count, countLabel }: TableStream): AsyncGenerator<readonly Row[]> {
  let written = 0;
  for await (const batch of rows) {
    written += batch.length;
    if (count !== undefined && written > count) break;
    yield batch;
  }
  if (count !== undefined && written !== count)
    throw new Error(`an export has ${written} rows and should have ${count}`);
  if (countLabel !== undefined) yield [[countLabel, written]];
}
