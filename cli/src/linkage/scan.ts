/** A CSV file that cannot be read to its end: a quotation mark is opened in this line and never closed. */
export class OpenQuote extends Error {
  override readonly name = 'OpenQuote';
  readonly line: number;

  constructor(line: number) {
    super(`a quotation mark in line ${line} is never closed`);
    this.line = line;
  }
}

const delimiters = [',', ';', '\t', '|'];

/** The sign between the cells of the first line: the one that is there most often; a comma if none is. */
export function delimiterOf(text: string): string {
  const end = text.search(/[\r\n]/);
  const header = (end < 0 ? text : text.slice(0, end)).replace(/"[^"]*"/g, '');
  const count = (sign: string) => header.split(sign).length;
  return delimiters.reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

/**
 * Takes CSV apart as it comes, piece by piece: cells in quotation marks may hold delimiters and line breaks, blanks around a
 * cell are dropped (blanks after a comma are usual), empty lines are passed over.
 */
export class Scanner {
  readonly #record: (cells: readonly string[]) => void;
  #delimiter = '';
  #rest = '';
  #line = 1;
  /** Where the next delimiter is. */
  #next = -1;

  /** @param record takes each record; the array is used again for the next one */
  constructor(record: (cells: readonly string[]) => void) {
    this.#record = record;
  }

  push(text: string): void {
    this.#rest = this.#take(this.#rest + text, false);
  }

  /** @throws OpenQuote */
  end(): void {
    if (this.#rest !== '') this.#take(`${this.#rest}\n`, true);
    this.#rest = '';
  }

  /** What is left of an unfinished line. */
  #take(text: string, isLast: boolean): string {
    if (this.#delimiter === '') {
      if (!isLast && !/[\r\n]/.test(text)) return text;
      this.#delimiter = delimiterOf(text);
    }
    const cells: string[] = [];
    // Looked for anew only when passed: a file without them would be searched to its end for each line.
    let quote = -1;
    this.#next = -1;
    let from = 0;
    while (from < text.length) {
      let end = text.indexOf('\n', from);
      if (end < 0) break;
      if (quote < from) quote = placeOf('"', text, from);
      let lines = 1;
      if (quote < end) {
        end = this.#quoted(text, from, cells);
        if (end < 0) {
          if (isLast) throw new OpenQuote(this.#line);
          break;
        }
        for (let at = text.indexOf('\n', from); at < end; at = text.indexOf('\n', at + 1)) lines++;
      } else this.#plain(text, from, end, cells);
      if (cells.length > 1 || cells[0] !== '') this.#record(cells);
      cells.length = 0;
      this.#line += lines;
      from = end + 1;
    }
    return text.slice(from);
  }

  #plain(text: string, from: number, end: number, cells: string[]): void {
    const until = text.charCodeAt(end - 1) === 13 && end > from ? end - 1 : end;
    let start = from;
    for (;;) {
      if (this.#next < start) this.#next = placeOf(this.#delimiter, text, start);
      const stop = Math.min(this.#next, until);
      cells.push(trimmed(text, start, stop));
      if (stop === until) return;
      start = stop + 1;
    }
  }

  /** Where the record ends, or -1 if it does not end in this text. */
  #quoted(text: string, from: number, cells: string[]): number {
    let at = from;
    for (;;) {
      let start = at;
      while (text.charAt(start) === ' ') start++;
      if (text.charAt(start) === '"') {
        let cell = '';
        for (start++; ; ) {
          const close = text.indexOf('"', start);
          if (close < 0) return this.#unfinished(cells);
          cell += text.slice(start, close);
          start = close + 1;
          if (text.charAt(start) !== '"') break;
          cell += '"';
          start++;
        }
        const stop = this.#cellEnd(text, start);
        if (stop < 0) return this.#unfinished(cells);
        // What follows the closing mark within the cell is kept: `"a" b`.
        cells.push((cell + trimmed(text, start, this.#withoutReturn(text, start, stop))).trim());
        at = stop;
      } else {
        const stop = this.#cellEnd(text, at);
        if (stop < 0) return this.#unfinished(cells);
        cells.push(trimmed(text, at, this.#withoutReturn(text, at, stop)));
        at = stop;
      }
      if (text.charAt(at) === '\n') return at;
      at++;
    }
  }

  #unfinished(cells: string[]): -1 {
    cells.length = 0;
    return -1;
  }

  #cellEnd(text: string, from: number): number {
    const line = text.indexOf('\n', from);
    const delimiter = text.indexOf(this.#delimiter, from);
    return delimiter >= 0 && delimiter < line ? delimiter : line;
  }

  #withoutReturn(text: string, from: number, stop: number): number {
    const isReturn = stop > from && text.charAt(stop) === '\n' && text.charCodeAt(stop - 1) === 13;
    return isReturn ? stop - 1 : stop;
  }
}

/** Infinity if it is not there. */
function placeOf(sign: string, text: string, from: number): number {
  const at = text.indexOf(sign, from);
  return at < 0 ? Number.POSITIVE_INFINITY : at;
}

/** Most cells have no blanks around them, and looking is cheaper than trimming. */
function trimmed(text: string, start: number, stop: number): string {
  const cell = text.slice(start, stop);
  return cell !== '' && (cell.charCodeAt(0) <= 32 || cell.charCodeAt(cell.length - 1) <= 32)
    ? cell.trim()
    : cell;
}
