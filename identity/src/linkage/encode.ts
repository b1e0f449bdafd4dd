import type { CodedColumn } from './column.ts';
import { type PlainPreparation, plainPreparation, preparation } from './prepare.ts';
import type { Field, Source } from './records.ts';
import { sharedInts, sharedUnits } from './shared-array.ts';
import { codesIn, textOf, type Values, ValueTable } from './values.ts';

/** Between the values of two columns where a test sees them apart: a vertical tab, white as other gaps between words are. */
export const APART = 0x0b;
const BLANK = 0x20;

/** What a cell holds beyond this is not looked at: the time of some tests grows with the square of the length. */
const MOST_UNITS = 1_000;

type Table = ReadonlyMap<string, CodedColumn>;

/** Prepares the values of a source in both tables, or in the one, and numbers them. */
export function encodeField(
  source: Source,
  left: Table,
  leftSize: number,
  right: Table | undefined,
  rightSize: number,
): Omit<Field, 'name'> {
  const written = [left, right].map((table) => table?.get(source.columns[0] ?? '')?.values);
  const expected = written.reduce((sum, values) => sum + (values === undefined ? 0 : codesIn(values)), 0);
  const encoder = new Encoder(source, expected);
  const leftCodes = encoder.codesOf(left, leftSize);
  const rightCodes = right === undefined ? leftCodes : encoder.codesOf(right, rightSize);
  const { units, starts } = encoder.values();
  const leftCounts = countsOf(leftCodes, starts.length - 1);
  const rightCounts = right === undefined ? leftCounts : countsOf(rightCodes, starts.length - 1);
  return { dictionary: { units, starts, leftCounts, rightCounts }, left: leftCodes, right: rightCodes };
}

class Encoder {
  readonly #source: Source;
  readonly #prepare: (value: string) => string;
  readonly #preparePlain: PlainPreparation;
  readonly #table: ValueTable;
  #scratch = new Uint16Array(1024);

  constructor(source: Source, expected: number) {
    this.#source = source;
    this.#table = new ValueTable(expected);
    this.#prepare = preparation(source.prepare);
    this.#preparePlain = plainPreparation(source.prepare);
  }

  codesOf(table: Table, size: number): Int32Array {
    const columns = this.#source.columns.flatMap((name) => table.get(name) ?? []);
    const [only] = columns;
    const codes = sharedInts(size);
    if (columns.length > 1) this.#combine(columns, codes);
    else if (only !== undefined) {
      const prepared = this.#prepareAll(only.values, this.#table);
      for (let i = 0; i < size; i++) codes[i] = prepared[only.codes[i] ?? 0] ?? 0;
    }
    return codes;
  }

  values(): Values {
    const { units, starts } = this.#table.values();
    const own = sharedInts(starts.length);
    own.set(starts);
    return { units: sharedUnits(units, units.length), starts: own };
  }

  /** For each code of a column as written that of the value as prepared. */
  #prepareAll(written: Values, table: ValueTable): Int32Array {
    const codes = new Int32Array(codesIn(written));
    const { units, starts } = written;
    for (let code = 1; code < codes.length; code++) {
      const start = starts[code] ?? 0;
      const end = starts[code + 1] ?? 0;
      this.#makeRoom(end - start);
      const length = this.#preparePlain(units, start, end, this.#scratch);
      codes[code] =
        length < 0
          ? table.addText(this.#prepare(textOf(written, code)).slice(0, MOST_UNITS))
          : table.add(this.#scratch, 0, Math.min(length, MOST_UNITS));
    }
    return codes;
  }

  /** Values of several columns as one: those that are there with a blank between, or all of them told apart. */
  #combine(columns: readonly CodedColumn[], codes: Int32Array): void {
    const parts = columns.map((column) => {
      const table = new ValueTable();
      const prepared = this.#prepareAll(column.values, table);
      return { written: column.codes, prepared, values: table.values() };
    });
    const { apart } = this.#source;
    for (let i = 0; i < codes.length; i++) {
      let length = 0;
      let isMissing = true;
      for (const [n, { written, prepared, values }] of parts.entries()) {
        const code = prepared[written[i] ?? 0] ?? 0;
        const start = values.starts[code] ?? 0;
        const end = values.starts[code + 1] ?? 0;
        this.#makeRoom(length + end - start + 1);
        if (apart ? n > 0 : code !== 0 && !isMissing) this.#scratch[length++] = apart ? APART : BLANK;
        for (let at = start; at < end; at++) this.#scratch[length++] = values.units[at] ?? 0;
        if (code !== 0) isMissing = false;
      }
      codes[i] = isMissing ? 0 : this.#table.add(this.#scratch, 0, Math.min(length, MOST_UNITS));
    }
  }

  #makeRoom(length: number): void {
    if (length <= this.#scratch.length) return;
    const longer = new Uint16Array(length * 2);
    longer.set(this.#scratch);
    this.#scratch = longer;
  }
}

function countsOf(codes: Int32Array, size: number): Int32Array {
  const counts = sharedInts(size);
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}
