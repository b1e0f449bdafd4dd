import { type Blocks, blocksOf } from './block.ts';
import { renamed } from './infer-alignment.ts';
import { parseKey } from './key.ts';
import { preparation } from './prepare.ts';
import { sharedInts, sharedUnits } from './shared-array.ts';
import type { ComparisonSpec, LinkageSpec, Preparation } from './spec.ts';

/** Values by column, all columns of one length: a record is an index. An empty, blank or undefined value is missing. */
export type Columns = Readonly<Record<string, readonly (string | undefined)[]>>;

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

/** The distinct prepared values of both tables. The value of code c lies in `units` from `starts[c]` to `starts[c + 1]`. */
export type Dictionary = {
  /** UTF-16 code units of all values. */
  readonly units: Uint16Array;
  readonly starts: Int32Array;
  /** How often each code occurs on the left, and on the right. */
  readonly leftCounts: Int32Array;
  readonly rightCounts: Int32Array;
};

/** The column that a table need not have: the number of the row, from 1, as the name of its record. */
export const ROW = 'row';

/** Between the values of two columns where a test sees them apart: a vertical tab, white as other gaps between words are. */
export const APART = 0x0b;

/**
 * Makes tables ready for a spec.
 *
 * @throws RangeError if a column of the spec is absent or columns differ in length
 */
export function encodeRecords(left: Columns, written: Columns | undefined, spec: LinkageSpec): Records {
  const right = written === undefined ? undefined : renamed(written, spec.right ?? {});
  const leftSize = sizeOf(left, spec, 'left');
  const rightSize = right === undefined ? leftSize : sizeOf(right, spec, 'right');
  const fields = new Map<string, Field>();
  for (const source of sourcesOf(spec)) {
    const name = fieldName(source);
    if (!fields.has(name)) fields.set(name, encodeField(source, left, right, leftSize, rightSize));
  }
  const values = { leftSize, rightSize, within: right === undefined, fields: [...fields.values()] };
  return { ...values, blocks: blocksOf(values, spec) };
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

/** The value that a code stands for. */
export function textOf({ units, starts }: Dictionary, code: number): string {
  const end = starts[code + 1] ?? 0;
  let text = '';
  for (let at = starts[code] ?? 0; at < end; at++) text += String.fromCharCode(units[at] ?? 0);
  return text;
}

/** How many codes there are, that of the missing value included. */
export function codesIn({ starts }: Dictionary): number {
  return starts.length - 1;
}

function sourcesOf(spec: LinkageSpec): readonly Source[] {
  return [
    ...spec.comparisons.map(sourceOfComparison),
    ...spec.blocking.flatMap(({ on }) => on.map((key) => sourceOfKey(spec, key))),
  ];
}

function sizeOf(columns: Columns, spec: LinkageSpec, side: string): number {
  const names = [...new Set(sourcesOf(spec).flatMap((source) => source.columns))];
  const sizes = names.map((name) => {
    const column = Object.hasOwn(columns, name) ? columns[name] : undefined;
    if (column === undefined) throw new RangeError(`The ${side} table has no column ${name}`);
    return column.length;
  });
  const [size = 0] = sizes;
  if (sizes.some((other) => other !== size))
    throw new RangeError(`Columns of the ${side} table differ in length`);
  return size;
}

function encodeField(
  source: Source,
  left: Columns,
  right: Columns | undefined,
  leftSize: number,
  rightSize: number,
): Field {
  const encoder = new Encoder(source);
  const leftCodes = encoder.codesOf(left, leftSize);
  const rightCodes = right === undefined ? leftCodes : encoder.codesOf(right, rightSize);
  const { units, starts } = encoder.values();
  const leftCounts = countsOf(leftCodes, starts.length - 1);
  const rightCounts = right === undefined ? leftCounts : countsOf(rightCodes, starts.length - 1);
  return {
    name: fieldName(source),
    dictionary: { units, starts, leftCounts, rightCounts },
    left: leftCodes,
    right: rightCodes,
  };
}

/** What a cell holds beyond this is not looked at: the time of some tests grows with the square of the length. */
const MOST_UNITS = 1_000;

class Encoder {
  readonly #source: Source;
  readonly #prepare: (value: string) => string;
  /** By value as written and as prepared. */
  readonly #codes = new Map<string, number>([['', 0]]);
  #units = new Uint16Array(1024);
  readonly #ends: number[] = [0, 0];

  constructor(source: Source) {
    this.#source = source;
    this.#prepare = preparation(source.prepare);
  }

  codesOf(columns: Columns, size: number): Int32Array {
    const codes = sharedInts(size);
    const parts = this.#source.columns.map((name) => columns[name] ?? []);
    const [only = []] = parts;
    for (let i = 0; i < size; i++) {
      if (parts.length > 1) codes[i] = this.#codeOfAll(parts.map((part) => part[i] ?? ''));
      else codes[i] = this.#codeOf(only[i] ?? '');
    }
    return codes;
  }

  values(): Pick<Dictionary, 'units' | 'starts'> {
    const starts = sharedInts(this.#ends.length);
    starts.set(this.#ends);
    return { units: sharedUnits(this.#units, this.#ends.at(-1) ?? 0), starts };
  }

  #codeOf(written: string): number {
    const known = this.#codes.get(written);
    if (known !== undefined) return known;
    const prepared = this.#prepare(written);
    const code = this.#codeOfPrepared(prepared);
    if (prepared !== written) this.#codes.set(written, code);
    return code;
  }

  #codeOfAll(written: readonly string[]): number {
    const prepared = written.map((value) => (value === '' ? '' : this.#prepare(value)));
    if (prepared.every((value) => value === '')) return 0;
    const { apart } = this.#source;
    return this.#codeOfPrepared(
      apart ? prepared.join(String.fromCharCode(APART)) : prepared.filter((value) => value !== '').join(' '),
    );
  }

  #codeOfPrepared(whole: string): number {
    const value = whole.length > MOST_UNITS ? whole.slice(0, MOST_UNITS) : whole;
    const known = this.#codes.get(value);
    if (known !== undefined) return known;
    const code = this.#ends.length - 1;
    const start = this.#ends.at(-1) ?? 0;
    if (start + value.length > this.#units.length) {
      const larger = new Uint16Array(Math.max(start + value.length, this.#units.length * 2));
      larger.set(this.#units);
      this.#units = larger;
    }
    for (let i = 0; i < value.length; i++) this.#units[start + i] = value.charCodeAt(i);
    this.#ends.push(start + value.length);
    this.#codes.set(value, code);
    return code;
  }
}

function countsOf(codes: Int32Array, size: number): Int32Array {
  const counts = sharedInts(size);
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}
