/** A CSV file that cannot be read to its end: a quotation mark is opened in this line and never closed. */
export class OpenQuote extends Error {
  override readonly name = 'OpenQuote';
  readonly line: number;

  constructor(line: number) {
    super(`a quotation mark in line ${line} is never closed`);
    this.line = line;
  }
}

/** The cells of a record: cell n lies in UTF-16 `units` from `starts[n]` to before `ends[n]`. */
export interface Cells {
  units: Uint16Array;
  count: number;
  starts: Int32Array;
  ends: Int32Array;
}

const delimiters = [',', ';', '\t', '|'];

/** The sign between the cells of the first line: the one that is there most often; a comma if none is. */
function delimiterOf(text: string): string {
  const header = text.replace(/"[^"]*"/g, '');
  const count = (sign: string) => header.split(sign).length;
  return delimiters.reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

const [newline, carriageReturn, quote, blank] = [10, 13, 34, 32];

/**
 * Takes CSV apart as it comes, piece by piece, without making a text of any cell: cells in quotation marks may hold delimiters
 * and line breaks, blanks around a cell are dropped (blanks after a comma are usual), empty lines are passed over.
 */
export class Scanner {
  readonly #record: (cells: Cells) => void;
  readonly #cells: Cells = {
    units: new Uint16Array(0),
    count: 0,
    starts: new Int32Array(64),
    ends: new Int32Array(64),
  };
  #delimiter = -1;
  /** What was not taken yet lies from `#from` to before `#until`. */
  #units = new Uint16Array(1 << 16);
  #from = 0;
  #until = 0;
  #line = 1;
  /** Where cells go that were in quotation marks. */
  #unquoted = new Uint16Array(1024);

  /** @param record takes each record; what it is given is used again for the next one */
  constructor(record: (cells: Cells) => void) {
    this.#record = record;
  }

  push(text: string): void {
    this.#append(text);
    this.#take(false);
  }

  /** @throws OpenQuote */
  end(): void {
    if (this.#from === this.#until) return;
    this.#append('\n');
    this.#take(true);
  }

  #append(text: string): void {
    const left = this.#until - this.#from;
    const units =
      left + text.length > this.#units.length ? new Uint16Array((left + text.length) * 2) : this.#units;
    units.set(this.#units.subarray(this.#from, this.#until));
    for (let i = 0; i < text.length; i++) units[left + i] = text.charCodeAt(i);
    this.#units = units;
    this.#from = 0;
    this.#until = left + text.length;
  }

  #take(isLast: boolean): void {
    const units = this.#units;
    const until = this.#until;
    if (this.#delimiter < 0) {
      let end = 0;
      while (end < until && units[end] !== newline && units[end] !== carriageReturn) end++;
      if (end === until && !isLast) return;
      this.#delimiter = delimiterOf(textIn(units, 0, end)).charCodeAt(0);
    }
    let from = this.#from;
    while (from < until) {
      this.#cells.count = 0;
      this.#cells.units = units;
      let end = this.#plain(units, from, until);
      if (end === QUOTED) {
        end = this.#quoted(units, from, until);
        if (end < 0 && isLast) throw new OpenQuote(this.#line);
      }
      if (end < 0) break;
      const { count, starts, ends } = this.#cells;
      if (count > 1 || starts[0] !== ends[0]) this.#record(this.#cells);
      from = end + 1;
    }
    this.#from = from;
  }

  /** Where a record without quotation marks ends; -1 if it does not end here, `QUOTED` if it has some. */
  #plain(units: Uint16Array, from: number, until: number): number {
    const delimiter = this.#delimiter;
    let start = from;
    for (let at = from; at < until; at++) {
      const unit = units[at] ?? 0;
      if (unit === quote) return QUOTED;
      if (unit === delimiter) {
        this.#add(start, at);
        start = at + 1;
      } else if (unit === newline) {
        this.#add(start, at);
        this.#line++;
        return at;
      }
    }
    return -1;
  }

  /** The same of a record with quotation marks, whose cells are put together elsewhere. */
  #quoted(units: Uint16Array, from: number, until: number): number {
    if (this.#unquoted.length < until - from) this.#unquoted = new Uint16Array((until - from) * 2);
    const cells = this.#unquoted;
    this.#cells.count = 0;
    this.#cells.units = cells;
    let size = 0;
    let lines = 0;
    for (let at = from; at < until; at++) {
      const start = size;
      while (units[at] === blank) at++;
      if (units[at] === quote) {
        for (at++; at < until; at++) {
          const unit = units[at] ?? 0;
          // Two of them stand for one.
          if (unit === quote && units[++at] !== quote) break;
          if (unit === newline) lines++;
          cells[size++] = unit;
        }
      }
      // What follows the closing mark within the cell is kept: `"a" b`.
      while (at < until && units[at] !== this.#delimiter && units[at] !== newline)
        cells[size++] = units[at++] ?? 0;
      if (at >= until) return -1;
      const isEnd = units[at] === newline;
      this.#add(start, size);
      if (!isEnd) continue;
      this.#line += lines + 1;
      return at;
    }
    return -1;
  }

  /** A cell of the record, without the blanks around it and the carriage return behind the last. */
  #add(start: number, end: number): void {
    const { units } = this.#cells;
    let first = start;
    let last = end;
    while (first < last && isWhite(units[first] ?? 0)) first++;
    while (first < last && isWhite(units[last - 1] ?? 0)) last--;
    const n = this.#cells.count++;
    if (n === this.#cells.starts.length) {
      this.#cells.starts = twice(this.#cells.starts);
      this.#cells.ends = twice(this.#cells.ends);
    }
    this.#cells.starts[n] = first;
    this.#cells.ends[n] = last;
  }
}

const QUOTED = -2;

/** Reads a cell. */
export function textIn(units: Uint16Array, start: number, end: number): string {
  let text = '';
  for (let at = start; at < end; at++) text += String.fromCharCode(units[at] ?? 0);
  return text;
}

/** What `trim` takes away. */
function isWhite(unit: number): boolean {
  if (unit > blank && unit < 0xa0) return false;
  return (
    unit === blank || (unit >= 9 && unit <= 13) || (unit >= 0xa0 && /\s/.test(String.fromCharCode(unit)))
  );
}

function twice(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(numbers.length * 2);
  longer.set(numbers);
  return longer;
}
