import type { FileLimits } from './guard.ts';
import { dateOfSerial, shownNumber } from './number-format.ts';
import { FileProblem } from './problem.ts';
import { type Cell, type CellMark, columnName, columnOf, type RawRow } from './row.ts';
import type { SheetPart, WorkbookParts } from './workbook.ts';
import { attribute, decodeExcelText, unescapeXml, XmlScanner, type XmlSink } from './xml.ts';
import { entryChunks, type ZipEntry } from './zip.ts';

/** A vertical run of merged cells; 1-based rows, 0-based column. */
type VerticalMerge = Readonly<{ top: number; bottom: number; column: number }>;

/** A merge range per village is usual; this many are not. */
const MOST_MERGES = 200_000;

/**
 * Streams the rows of one sheet. At most one decompressed chunk and its rows are in memory; the next chunk is
 * taken when the rows of the last one were used.
 *
 * Cells merged downwards (one village name beside forty people) have their value in every row they cover,
 * because that is what the user sees.
 */
export async function* sheetRows(
  archive: Uint8Array,
  entries: ReadonlyMap<string, ZipEntry>,
  book: WorkbookParts,
  sheet: SheetPart,
  limits: FileLimits,
): AsyncGenerator<RawRow> {
  const entry = entries.get(sheet.part);
  if (entry === undefined) throw new FileProblem('file.damaged', { sheet: sheet.name });
  const merges = await verticalMerges(archive, entry);
  const filler = new MergeFiller(merges);
  const ready: RawRow[] = [];
  const builder = new RowBuilder(book, sheet.name, limits, (row) => ready.push(filler.fill(row)));
  const scanner = new XmlScanner(builder);
  const decoder = new TextDecoder();
  for await (const chunk of entryChunks(archive, entry)) {
    scanner.feed(decoder.decode(chunk, { stream: true }));
    yield* ready;
    ready.length = 0;
  }
  scanner.end();
  if (!builder.complete) throw new FileProblem('file.damaged', { sheet: sheet.name });
  yield* ready;
}

/** Merges stand after the rows they concern, hence a first quick pass that looks for nothing else. */
async function verticalMerges(archive: Uint8Array, entry: ZipEntry): Promise<VerticalMerge[]> {
  const merges: VerticalMerge[] = [];
  const pattern = /<(?:\w+:)?mergeCell\s[^>]*?ref\s*=\s*["']([A-Z]+)(\d+):([A-Z]+)(\d+)["']/g;
  let carried = '';
  for await (const chunk of entryChunks(archive, entry)) {
    // The reference is ASCII, so the cheapest decoding will do.
    const text = carried + Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength).toString('latin1');
    let used = 0;
    for (const match of text.matchAll(pattern)) {
      used = match.index + match[0].length;
      const [top, bottom, column] = [Number(match[2]), Number(match[4]), columnOf(match[1] ?? '')];
      if (bottom > top && column !== undefined) merges.push({ top, bottom, column });
    }
    if (merges.length > MOST_MERGES) throw new FileProblem('file.bomb', { merges: merges.length });
    carried = text.slice(Math.max(used, text.length - 200));
  }
  return merges;
}

/** Repeats the value of cells merged downwards in the rows below. */
class MergeFiller {
  readonly #byTop = new Map<number, VerticalMerge[]>();
  readonly #open = new Map<number, { merge: VerticalMerge; value: Cell }>();

  constructor(merges: readonly VerticalMerge[]) {
    for (const merge of merges) {
      const same = this.#byTop.get(merge.top);
      if (same === undefined) this.#byTop.set(merge.top, [merge]);
      else same.push(merge);
    }
  }

  fill(row: RawRow): RawRow {
    if (this.#byTop.size === 0) return row;
    const cells = [...row.cells];
    for (const [column, { merge, value }] of this.#open) {
      if (row.row > merge.bottom) this.#open.delete(column);
      else if ((cells[column] ?? null) === null) {
        while (cells.length < column) cells.push(null);
        cells[column] = value;
      }
    }
    for (const merge of this.#byTop.get(row.row) ?? []) {
      const value = cells[merge.column] ?? null;
      if (value !== null) this.#open.set(merge.column, { merge, value });
    }
    return { ...row, cells };
  }
}

/** Assembles rows from the elements of a worksheet: row, c, f, v, is, t. */
class RowBuilder implements XmlSink {
  readonly #book: WorkbookParts;
  readonly #sheet: string;
  readonly #limits: FileLimits;
  readonly #emit: (row: RawRow) => void;
  /** The sheet's data began and ended. */
  complete = false;
  #inData = false;
  #row = 0;
  #hidden = false;
  #cells: Cell[] = [];
  #marks: CellMark[] = [];
  #nextColumn = 0;
  #column = 0;
  #type = '';
  #style = 0;
  #value = '';
  #hasFormula = false;
  /** Collects characters only inside a value, and inside a text that is no reading aid (rPh). */
  #collect = false;
  #phonetic = false;

  constructor(book: WorkbookParts, sheet: string, limits: FileLimits, emit: (row: RawRow) => void) {
    this.#book = book;
    this.#sheet = sheet;
    this.#limits = limits;
    this.#emit = emit;
  }

  open(name: string, raw: string, empty: boolean): void {
    if (name === 'c') this.#openCell(raw, empty);
    else if (name === 'v') this.#collect = !empty;
    else if (name === 't') this.#collect = !empty && !this.#phonetic;
    else if (name === 'row') this.#openRow(raw);
    else if (name === 'f') this.#hasFormula = true;
    else if (name === 'rPh') this.#phonetic = !empty;
    else if (name === 'sheetData') {
      this.#inData = !empty;
      this.complete ||= empty;
    }
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.#collect = false;
    else if (name === 'c') this.#closeCell();
    else if (name === 'row') this.#closeRow();
    else if (name === 'rPh') this.#phonetic = false;
    else if (name === 'sheetData') {
      this.#inData = false;
      this.complete = true;
    }
  }

  text(raw: string, cdata: boolean): void {
    if (this.#collect && this.#inData) this.#value += cdata ? raw : unescapeXml(raw);
  }

  other(): void {}

  #openRow(raw: string): void {
    const number = attribute(raw, 'r');
    this.#row = number === undefined ? this.#row + 1 : Number(number);
    const hidden = attribute(raw, 'hidden');
    this.#hidden = hidden === '1' || hidden === 'true';
    this.#cells = [];
    this.#marks = [];
    this.#nextColumn = 0;
  }

  #openCell(raw: string, empty: boolean): void {
    this.#column = columnOf(attribute(raw, 'r') ?? '') ?? this.#nextColumn;
    this.#nextColumn = this.#column + 1;
    this.#type = attribute(raw, 't') ?? 'n';
    this.#style = Number(attribute(raw, 's') ?? 0);
    this.#value = '';
    this.#hasFormula = false;
    if (empty) this.#type = '';
  }

  #closeCell(): void {
    const column = this.#column;
    const value = this.#cellValue(column);
    if (this.#hasFormula) {
      this.#marks.push({ column, mark: value === null ? 'formulaWithoutValue' : 'formula' });
    }
    if (value === null) return;
    if (column >= this.#limits.columns) {
      const cell = `${columnName(column)}${this.#row}`;
      throw new FileProblem('file.tooWide', { sheet: this.#sheet, cell, limit: this.#limits.columns });
    }
    while (this.#cells.length < column) this.#cells.push(null);
    this.#cells[column] = value;
  }

  #cellValue(column: number): Cell {
    const written = this.#value;
    switch (this.#type) {
      case 's': {
        const text = this.#book.sharedStrings[Number(written)] ?? '';
        return text === '' ? null : text;
      }
      case 'str':
      case 'inlineStr':
        return written === '' ? null : decodeExcelText(written);
      case 'b':
        return written === '1' || written === 'true';
      case 'e':
        this.#marks.push({ column, mark: 'error' });
        return written === '' ? '#N/A' : written;
      case 'd': {
        const date = new Date(`${written.slice(0, 10)}T00:00:00Z`);
        return Number.isNaN(date.getTime()) ? written : date;
      }
      default:
        return this.#number(written.trim(), column);
    }
  }

  #number(written: string, column: number): Cell {
    if (written === '') return null;
    const value = Number(written);
    if (Number.isNaN(value)) return written;
    const format = this.#book.formats[this.#style] ?? 'general';
    if (format === 'date') {
      const date = dateOfSerial(value, this.#book.date1904);
      if (date !== undefined) return date;
    }
    const shown = shownNumber(written, format);
    if (shown.digitsLost) this.#marks.push({ column, mark: 'digitsLost' });
    return shown.value;
  }

  #closeRow(): void {
    if (this.#cells.length === 0 && this.#marks.length === 0) return;
    this.#emit({
      sheet: this.#sheet,
      row: this.#row,
      cells: this.#cells,
      ...(this.#marks.length > 0 ? { marks: this.#marks } : {}),
      ...(this.#hidden ? { hidden: true as const } : {}),
    });
  }
}
