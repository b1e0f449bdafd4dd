import { csvOf, type TableFile } from '@payung/server/local';
import type { Terminal } from '../command.ts';
import { Misuse } from '../options.ts';

/** Prints a table as CSV, its rows as JSON objects, or, without either option, `lines`. @throws Misuse when both are asked for */
export async function printTable(
  terminal: Terminal,
  asked: { readonly json: boolean; readonly csv: boolean },
  table: TableFile,
  lines: readonly string[],
): Promise<void> {
  if (asked.json && asked.csv) throw new Misuse('--json --csv');
  if (asked.csv) return terminal.print(csvOf(table).trimEnd());
  if (asked.json) {
    const rows = table.rows.map((row) =>
      Object.fromEntries(table.header.map((name, column) => [name, row[column] ?? null])),
    );
    terminal.out(JSON.stringify(rows, null, 2));
    return;
  }
  for (const line of lines) terminal.out(line);
}

/** The rows of a table as lines, cells apart by two blanks; the first column is left out when it repeats what was asked. */
export function linesOf({ header, rows }: TableFile, skip: readonly string[] = []): string[] {
  const shown = header.flatMap((name, column) => (skip.includes(name) ? [] : [column]));
  const text = (row: TableFile['rows'][number], column: number) => String(row[column] ?? '');
  const width = (column: number) => Math.max(...rows.map((row) => text(row, column).length));
  const widths = new Map(shown.map((column) => [column, width(column)]));
  return rows.map((row) =>
    shown
      .map((column) => text(row, column).padEnd(widths.get(column) ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
