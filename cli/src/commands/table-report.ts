import {
  csvOf,
  type Language,
  streamResponse,
  type TableFile,
  type TableStream,
  type WordKind,
  wordOf,
} from '@payung/server/local';
import type { Terminal } from '../command.ts';
import { Misuse } from '../options.ts';

type Rows = TableFile['rows'];

/**
 * Prints a table as CSV, which is written as it is read, its rows as JSON objects, or, without either option, as lines.
 *
 * @param skip columns that the lines leave out, because they repeat what was asked
 * @throws Misuse when both are asked for
 */
export async function printTable(
  terminal: Terminal,
  asked: { readonly json: boolean; readonly csv: boolean },
  table: TableFile | TableStream,
  skip: readonly string[] = [],
): Promise<void> {
  if (asked.json && asked.csv) throw new Misuse('--json --csv');
  if (asked.csv) return printCsv(terminal, table);
  const rows = await rowsOf(table);
  if (asked.json) {
    const objects = rows.map((row) =>
      Object.fromEntries(table.header.map((name, column) => [name, row[column] ?? null])),
    );
    terminal.out(JSON.stringify(objects, null, 2));
    return;
  }
  for (const line of linesOf(table.header, rows, skip, terminal.language)) terminal.out(line);
}

/** Prints a table as CSV; what is written as it is read is printed so. */
export async function printCsv(terminal: Terminal, table: TableFile | TableStream): Promise<void> {
  if (!isStream(table)) return terminal.print(csvOf(table).trimEnd());
  const decoder = new TextDecoder();
  for await (const bytes of streamResponse(table, 'csv').body ?? []) {
    // `print` ends the line itself.
    await terminal.print(decoder.decode(bytes).replace(/\n$/, ''));
  }
}

function isStream(table: TableFile | TableStream): table is TableStream {
  return Symbol.asyncIterator in table.rows;
}

async function rowsOf(table: TableFile | TableStream): Promise<Rows> {
  if (!isStream(table)) return table.rows;
  const rows: Rows[number][] = [];
  for await (const batch of table.rows) for (const row of batch) rows.push(row);
  return rows;
}

/** Columns that hold codes, and whose words those are: programs read the codes, people the words. */
const coded: Readonly<Record<string, WordKind>> = {
  kind: 'partner',
  group: 'group',
  state: 'payment',
  change: 'change',
  reason: 'leaving',
  covered: 'answer',
};

/** Rows as lines, cells apart by two blanks. */
function linesOf(
  header: readonly string[],
  rows: Rows,
  skip: readonly string[],
  language: Language,
): string[] {
  const shown = header.flatMap((name, column) => (skip.includes(name) ? [] : [column]));
  const text = (row: Rows[number], column: number) => {
    const cell = String(row[column] ?? '');
    const kind = coded[header[column] ?? ''];
    return (kind === undefined ? undefined : wordOf(language, kind, cell)) ?? cell;
  };
  const widths = new Map(
    shown.map((column) => [column, rows.reduce((most, row) => Math.max(most, text(row, column).length), 0)]),
  );
  return rows.map((row) =>
    shown
      .map((column) => text(row, column).padEnd(widths.get(column) ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
