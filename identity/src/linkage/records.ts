import { type Blocks, blocksOf } from './block.ts';
import { type CodedColumn, type Columns, coded } from './column.ts';
import { encodeField } from './encode.ts';
import { renamed } from './infer-alignment.ts';
import { parseKey } from './key.ts';
import type { ComparisonSpec, LinkageSpec, Preparation } from './spec.ts';
import type { Values } from './values.ts';

/** The two tables, or the one, made ready: values as numbers. Plain data, so that it can be posted to a worker. */
export type Records = {
  readonly leftSize: number;
  /** The same as `leftSize` if one table is deduplicated. */
  readonly rightSize: number;
  /** One table is deduplicated: left and right are the same. */
  readonly within: boolean;
  readonly fields: readonly Field[];
  /** Which records the rules of the spec bring together. */
  readonly blocks: Blocks;
};

/** A column, or several seen as one, with every value replaced by its code. 0 is a missing value. */
export type Field = {
  /** Columns and preparation, as `fieldName` says it. */
  readonly name: string;
  readonly dictionary: Dictionary;
  readonly left: Int32Array;
  readonly right: Int32Array;
};

/** The distinct prepared values of both tables. */
export type Dictionary = Values & {
  /** How often each code occurs on the left, and on the right. */
  readonly leftCounts: Int32Array;
  readonly rightCounts: Int32Array;
};

/** The column that a table need not have: the number of the row, from 1, as the name of its record. */
export const ROW = 'row';

/**
 * Makes tables ready for a spec.
 *
 * @throws RangeError if a column of the spec is absent or columns differ in length
 */
export function encodeRecords(left: Columns, written: Columns | undefined, spec: LinkageSpec): Records {
  const values = encodeValues(left, written, spec);
  return { ...values, blocks: blocksOf(values, spec) };
}

/** The same without bringing records together. */
export function encodeValues(
  left: Columns,
  written: Columns | undefined,
  spec: LinkageSpec,
): Omit<Records, 'blocks'> {
  const right = written === undefined ? undefined : renamed(written, spec.right ?? {});
  const leftSize = sizeOf(left, spec, 'left');
  const rightSize = right === undefined ? leftSize : sizeOf(right, spec, 'right');
  const leftColumns = codedColumns(left, spec);
  const rightColumns = right === undefined ? undefined : codedColumns(right, spec);
  const fields = new Map<string, Field>();
  for (const source of sourcesOf(spec)) {
    const name = fieldName(source);
    if (fields.has(name)) continue;
    const encoded = encodeField(source, leftColumns, leftSize, rightColumns, rightSize);
    fields.set(name, { name, ...encoded });
  }
  return { leftSize, rightSize, within: right === undefined, fields: [...fields.values()] };
}

/** What a field is made of. */
export type Source = Pick<ComparisonSpec, 'columns'> & {
  readonly prepare: Preparation;
  readonly apart: boolean;
};

/** The field that a comparison looks at. */
export function sourceOfComparison({ columns, prepare = 'text', levels }: ComparisonSpec): Source {
  return { columns, prepare, apart: levels.some(({ test }) => test === 'swapped') };
}

/** The field that a key of a rule looks at: prepared as the first comparison of the column prepares it. */
export function sourceOfKey(spec: LinkageSpec, key: string): Source {
  const expression = parseKey(key);
  if (expression === undefined) throw new RangeError(`No key: ${key}`);
  const { kind, column } = expression;
  const comparisons = spec.comparisons.filter(({ columns }) => columns.includes(column));
  const found = comparisons.find(({ columns }) => columns.length === 1) ?? comparisons[0];
  const isDate = kind === 'year' || kind === 'month' || kind === 'day';
  return { columns: [column], prepare: isDate ? 'date' : (found?.prepare ?? 'text'), apart: false };
}

export function fieldName({ columns, prepare, apart }: Source): string {
  return JSON.stringify([prepare, apart, ...columns]);
}

/** The field made from this source. */
export function fieldOf({ fields }: Pick<Records, 'fields'>, source: Source): Field {
  const name = fieldName(source);
  const field = fields.find((one) => one.name === name);
  if (field === undefined) throw new RangeError(`The records were encoded without ${name}`);
  return field;
}

function sourcesOf(spec: LinkageSpec): readonly Source[] {
  return [
    ...spec.comparisons.map(sourceOfComparison),
    ...spec.blocking.flatMap(({ on }) => on.map((key) => sourceOfKey(spec, key))),
  ];
}

function columnsOf(spec: LinkageSpec): readonly string[] {
  return [...new Set(sourcesOf(spec).flatMap((source) => source.columns))];
}

/** The columns that a spec looks at. */
function codedColumns(columns: Columns, spec: LinkageSpec): ReadonlyMap<string, CodedColumn> {
  return new Map(columnsOf(spec).map((name) => [name, coded(columns[name] ?? [])]));
}

function sizeOf(columns: Columns, spec: LinkageSpec, side: string): number {
  const sizes = columnsOf(spec).map((name) => {
    const column = Object.hasOwn(columns, name) ? columns[name] : undefined;
    if (column === undefined) throw new RangeError(`The ${side} table has no column ${name}`);
    return column.length;
  });
  const [size = 0] = sizes;
  if (sizes.some((other) => other !== size))
    throw new RangeError(`Columns of the ${side} table differ in length`);
  return size;
}
