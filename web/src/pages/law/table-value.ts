import type { ShownRow } from '@payung/law';

/** A cell of a table that is itself a value of the law; null says that there is no figure, such as no upper end. */
export type Cell = string | number | null | readonly string[];

/** A value that is a table: income bands, risk classes, slices. */
export interface TableValue {
  readonly columns: readonly ColumnName[];
  readonly rows: readonly Readonly<Record<string, Cell>>[];
}

/** What a column holds, by the name it has in the value. */
export const columnKinds = {
  band: 'count',
  riskClass: 'count',
  from: 'money',
  below: 'money',
  base: 'money',
  over: 'money',
  upTo: 'money',
  upToMonths: 'count',
  amount: 'money',
  rate: 'rate',
  jkkRate: 'rate',
  jkmRate: 'rate',
  segment: 'word',
  scale: 'word',
  compulsory: 'word',
  optional: 'word',
} as const satisfies Readonly<Record<string, 'money' | 'rate' | 'count' | 'word'>>;

/** A column of a table that is a value. */
export type ColumnName = keyof typeof columnKinds;

/** The table in a value; undefined when its text says all of it, or a column has no name for readers. */
export function tableIn({ value }: Pick<ShownRow, 'value'>): TableValue | undefined {
  if (!Array.isArray(value)) return undefined;
  const rows = value.flatMap((row: unknown) => (isRecord(row) ? [row] : []));
  if (rows.length === 0 || rows.length < value.length) return undefined;
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const columns = names.filter(isColumn);
  if (columns.length < names.length) return undefined;
  return { columns, rows: rows.map((row) => mapped(row, cellOf)) };
}

function isColumn(name: string): name is ColumnName {
  return name in columnKinds;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function mapped<T>(
  row: Readonly<Record<string, unknown>>,
  cell: (value: unknown) => T,
): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, cell(value)]));
}

function cellOf(value: unknown): Cell {
  if (Array.isArray(value)) return value.map(String);
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}
