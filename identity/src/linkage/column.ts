import { textOf, type Values, ValueTable } from './values.ts';

/** Values by column, all columns of one length: a record is an index. An empty, blank or undefined value is missing. */
export type Columns = Readonly<Record<string, Column>>;

/** The values of a column by row: an array, or one whose values were numbered as they were read. */
export interface Column {
  readonly length: number;
  at(row: number): string | undefined;
}

/** A column whose values have numbers, with no blanks around them: those of a million rows take little memory. */
export class CodedColumn implements Column {
  readonly codes: Int32Array;
  readonly values: Values;

  constructor(codes: Int32Array, values: Values) {
    this.codes = codes;
    this.values = values;
  }

  get length(): number {
    return this.codes.length;
  }

  at(row: number): string | undefined {
    const code = this.codes[row];
    return code === undefined ? undefined : textOf(this.values, code);
  }
}

/** Rows after which it is decided whether equal values get one number, and how many differing ones are too many for that. */
const JUDGED = 20_000;
const MOST_DIFFERING = 0.85 * JUDGED;

/** Makes a column, one row after the other. Equal values have one number, unless most values differ anyway. */
export class ColumnBuilder {
  readonly #table = new ValueTable();
  #codes = new Int32Array(256);
  #length = 0;
  #isShared = true;

  /** Adds the value that lies in UTF-16 units from `start` to before `end`. */
  push(units: Uint16Array, start: number, end: number): void {
    if (this.#isShared || end <= start) this.#pushCode(this.#table.add(units, start, end));
    else this.#pushCode(this.#table.append(units, start, end));
    if (this.#length === JUDGED) this.#isShared = this.#table.size <= MOST_DIFFERING;
  }

  pushText(text: string): void {
    this.#pushCode(this.#table.addText(text));
  }

  column(): CodedColumn {
    return new CodedColumn(this.#codes.subarray(0, this.#length), this.#table.values());
  }

  #pushCode(code: number): void {
    if (this.#length === this.#codes.length) {
      const longer = new Int32Array(this.#length * 2);
      longer.set(this.#codes);
      this.#codes = longer;
    }
    this.#codes[this.#length++] = code;
  }
}

/** The same column with its values numbered. */
export function coded(column: Column): CodedColumn {
  if (column instanceof CodedColumn) return column;
  const builder = new ColumnBuilder();
  for (let row = 0; row < column.length; row++) builder.pushText(column.at(row) ?? '');
  return builder.column();
}
