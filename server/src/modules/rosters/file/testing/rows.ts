import type { ClassifiedRow, IgnoredBecause } from '../classify.ts';
import { type KnownBefore, RosterInterpreter, type SheetReading } from '../interpret.ts';
import type { Cell, RawRow } from '../row.ts';

/** Rows of one sheet from row 1; empty rows are left out as a reader would. */
export function rawRows(table: readonly (readonly Cell[])[], sheet = 'Daftar'): RawRow[] {
  return table.flatMap((cells, index) =>
    cells.some((cell) => cell !== null && cell !== '')
      ? [{ sheet, row: index + 1, cells: cells.map((cell) => (cell === '' ? null : cell)) }]
      : [],
  );
}

/** Interprets whole sheets at once. */
export function interpret(
  rows: readonly RawRow[],
  known?: KnownBefore,
): { sheets: SheetReading[]; rows: ClassifiedRow[] } {
  const interpreter = new RosterInterpreter(undefined, known);
  const first = interpreter.push(rows);
  const rest = interpreter.end();
  return { sheets: [...first.sheets, ...rest.sheets], rows: [...first.rows, ...rest.rows] };
}

/** What each row became, by row number: `person` or the reason it was left aside. */
export function fates(rows: readonly ClassifiedRow[]): Record<number, 'person' | IgnoredBecause> {
  return Object.fromEntries(rows.map(({ raw, because }) => [raw.row, because ?? 'person']));
}
