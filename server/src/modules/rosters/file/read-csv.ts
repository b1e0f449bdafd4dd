import type { FileLimits, TextEncoding } from './guard.ts';
import { FileProblem } from './problem.ts';
import type { Cell, RawRow } from './row.ts';

/** Characters that separate the cells of a line, in the order in which a tie is decided. */
const DELIMITERS = [';', '\t', ',', '|'] as const;

/** What separates the cells of a CSV file. */
type Delimiter = (typeof DELIMITERS)[number];

/** Bytes decoded at a time. */
const CHUNK = 65_536;

/** How a CSV file is written. */
type CsvForm = Readonly<{
  delimiter: Delimiter;
  /** The first line is Excel's `sep=;`, which Excel does not show as a row. */
  declared: boolean;
}>;

/**
 * Finds the delimiter from the first lines: the one that cuts most lines into the same number of cells, so that
 * the commas of `Kupang, 17-08-1990` do not win over the semicolons between the columns.
 */
function detectCsvForm(sample: string): CsvForm {
  const declaration = /^sep=([;,\t|])\r?(?:\n|$)/i.exec(sample);
  if (declaration !== null) return { delimiter: declaration[1] as Delimiter, declared: true };
  let best: CsvForm = { delimiter: ';', declared: false };
  let bestScore = 0;
  for (const delimiter of DELIMITERS) {
    const lines: number[] = [];
    const machine = new CsvMachine(delimiter, (cells) => {
      if (cells.length > 1) lines.push(cells.length);
    });
    machine.feed(sample);
    const counts = new Map<number, number>();
    for (const width of lines.slice(0, 200)) counts.set(width, (counts.get(width) ?? 0) + 1);
    const score = Math.max(0, ...[...counts].map(([width, count]) => (width - 1) * count));
    if (score > bestScore) {
      best = { delimiter, declared: false };
      bestScore = score;
    }
  }
  return best;
}

/**
 * Streams the records of a CSV file.
 *
 * @throws FileProblem file.unclosedQuote with the record where the quote opened: either the file was cut off or
 *   a quote is missing, and everything after it would have become one cell; file.truncated when the last record
 *   breaks off
 * @param chunks the content from the beginning, each time it is called; the first chunk has 64 KiB where the file has as many
 */
export function* csvRows(
  chunks: () => Iterable<Uint8Array>,
  { encoding, skip }: Readonly<{ encoding: TextEncoding; skip: number }>,
  limits: FileLimits,
): Generator<RawRow> {
  const [start = new Uint8Array()] = chunks();
  const form = detectCsvForm(sampleOf(start.subarray(skip), encoding));
  const decoder = new TextDecoder(encoding);
  const ready: RawRow[] = [];
  let record = form.declared ? -1 : 0;
  const widths = new Set<number>();
  let lastWidth = 0;
  const machine = new CsvMachine(form.delimiter, (texts) => {
    record += 1;
    if (record < 1) return;
    if (lastWidth > 0) widths.add(lastWidth);
    lastWidth = texts.length;
    const cells: Cell[] = texts.map((text) => (text === '' ? null : text));
    while (cells.length > 0 && cells.at(-1) === null) cells.pop();
    if (cells.length > limits.columns) {
      throw new FileProblem('file.tooWide', { row: record, limit: limits.columns });
    }
    if (cells.length > 0) ready.push({ sheet: '', row: record, cells });
  });
  let total = 0;
  for (const chunk of chunks()) {
    for (let at = total === 0 ? skip : 0; at < chunk.length; at += CHUNK) {
      machine.feed(decoder.decode(chunk.subarray(at, at + CHUNK), { stream: true }));
      yield* ready;
      ready.length = 0;
    }
    total += chunk.length;
  }
  machine.feed(decoder.decode());
  const endsInRecord = machine.inRecord;
  if (!machine.end()) throw new FileProblem('file.unclosedQuote', { row: Math.max(1, record + 1) });
  // Programs end every record alike: when all have one width and the last is short and open, the rest is missing.
  const [width] = widths;
  if (endsInRecord && record > 2 && widths.size === 1 && width !== undefined && lastWidth < width) {
    throw new FileProblem('file.truncated', { bytes: total, row: record });
  }
  yield* ready;
}

function sampleOf(bytes: Uint8Array, encoding: TextEncoding): string {
  return new TextDecoder(encoding).decode(bytes.subarray(0, CHUNK), { stream: true });
}

/**
 * RFC 4180 with the liberties real files take: CR, LF or CRLF ends a record; a quote inside an unquoted cell is
 * itself; text after a closing quote is kept.
 */
class CsvMachine {
  readonly #delimiter: string;
  readonly #special: RegExp;
  readonly #emit: (cells: string[]) => void;
  #cells: string[] = [];
  #cell = '';
  #state: 'start' | 'plain' | 'quoted' | 'afterQuote' = 'start';
  #afterReturn = false;

  constructor(delimiter: string, emit: (cells: string[]) => void) {
    this.#delimiter = delimiter;
    this.#special = delimiter === '|' ? /[|\r\n]/g : new RegExp(`[${delimiter}\\r\\n]`, 'g');
    this.#emit = emit;
  }

  feed(text: string): void {
    let at = 0;
    while (at < text.length) at = this.#state === 'quoted' ? this.#quoted(text, at) : this.#outside(text, at);
  }

  /** Whether a record has begun that no line break has ended. */
  get inRecord(): boolean {
    return this.#state !== 'start' || this.#cells.length > 0;
  }

  /** Ends the file; false if a quote is still open. */
  end(): boolean {
    if (this.#state === 'quoted') return false;
    if (this.inRecord) this.#endRecord();
    return true;
  }

  #quoted(text: string, at: number): number {
    const quote = text.indexOf('"', at);
    if (quote < 0) {
      this.#cell += text.slice(at);
      return text.length;
    }
    this.#cell += text.slice(at, quote);
    this.#state = 'afterQuote';
    return quote + 1;
  }

  #outside(text: string, at: number): number {
    const char = text.charAt(at);
    if (char === '\n' && this.#afterReturn) {
      this.#afterReturn = false;
      return at + 1;
    }
    this.#afterReturn = false;
    if (char === '"' && this.#state !== 'plain') {
      // A second quote right after the first is an escaped one; the first opens the cell.
      if (this.#state === 'afterQuote') this.#cell += '"';
      this.#state = 'quoted';
      return at + 1;
    }
    if (char === this.#delimiter) {
      this.#endCell();
      return at + 1;
    }
    if (char === '\r' || char === '\n') {
      this.#endRecord();
      this.#afterReturn = char === '\r';
      return at + 1;
    }
    this.#special.lastIndex = at;
    const stop = this.#special.exec(text)?.index ?? text.length;
    this.#cell += text.slice(at, stop);
    this.#state = 'plain';
    return stop;
  }

  #endCell(): void {
    this.#cells.push(this.#cell);
    this.#cell = '';
    this.#state = 'start';
  }

  #endRecord(): void {
    this.#endCell();
    const cells = this.#cells;
    this.#cells = [];
    this.#emit(cells);
  }
}
