import type { StyleSheet, Tone } from './annotate-styles.ts';
import { columnName, columnOf } from './row.ts';
import { safeCell } from './safe-cell.ts';
import { attribute, escapeXml, unescapeXml, type XmlSink } from './xml.ts';

/** Characters wide: verdict, reason, remedy. */
const WIDTHS = [16, 48, 60] as const;

/** What is written beside one row; `cells` are the columns (0 for A) to colour. */
export type RowNote = Readonly<{
  texts: readonly [verdict: string, reason: string, remedy: string];
  tone?: Tone;
  cells: readonly number[];
}>;

/** What is to be written on one sheet. */
export type SheetNotes = Readonly<{
  /** The first of the three result columns, 0 for A. */
  firstColumn: number;
  /** By 1-based row; the header row holds the headers of the columns. */
  rows: ReadonlyMap<number, RowNote>;
}>;

/** A cell on its way through: its opening tag, what stands in it apart from the formula, and the formula. */
type CopiedCell = {
  open: string;
  column: number;
  body: string;
  formula: string | undefined;
  hasValue: boolean;
};

/**
 * Copies the XML of a sheet piece by piece and changes only what it must: formulas become their values, the
 * result columns are added, and offending cells get a colour. Everything else, known to us or not, stays as the
 * user made it, which is why the sheet is not parsed into a model and written anew.
 */
export class SheetRewriter implements XmlSink {
  readonly #notes: SheetNotes | undefined;
  readonly #styles: StyleSheet;
  #out: string[] = [];
  #prefix = '';
  #columnTags: string[] | undefined;
  #hasColumns = false;
  #row = 0;
  #note: RowNote | undefined;
  #written = false;
  #nextColumn = 0;
  /** The cell being copied; undefined outside cells. */
  #cell: CopiedCell | undefined;
  #inFormula = false;

  /** @param notes absent for sheets that only lose their formulas */
  constructor(notes: SheetNotes | undefined, styles: StyleSheet) {
    this.#notes = notes;
    this.#styles = styles;
  }

  /** The text produced since it was last taken. */
  take(): string {
    const text = this.#out.join('');
    this.#out = [];
    return text;
  }

  open(name: string, raw: string, empty: boolean): void {
    if (this.#cell !== undefined) this.#openInCell(this.#cell, name, raw, empty);
    else if (name === 'c') this.#openCell(raw, empty);
    else if (name === 'row') this.#openRow(raw, empty);
    else if (name === 'dimension') return;
    else if (name === 'col' && this.#columnTags !== undefined) this.#columnTags.push(raw);
    else if (name === 'cols' && this.#notes !== undefined) this.#columnTags = [];
    else {
      if (name === 'worksheet') this.#prefix = /^<(\w+:)/.exec(raw)?.[1] ?? '';
      if (name === 'sheetData' && this.#notes !== undefined && !this.#hasColumns) this.#columns([]);
      this.#out.push(raw);
    }
  }

  close(name: string, raw: string): void {
    if (this.#cell !== undefined) {
      if (name === 'c') this.#closeCell(this.#cell, raw);
      else if (name === 'f') this.#inFormula = false;
      else this.#cell.body += raw;
      return;
    }
    if (name === 'row') this.#results();
    if (name === 'cols' && this.#columnTags !== undefined) this.#columns(this.#columnTags);
    else if (name !== 'dimension' && !(name === 'col' && this.#columnTags !== undefined)) this.#out.push(raw);
  }

  text(raw: string, cdata: boolean): void {
    const text = cdata ? escapeXml(raw) : raw;
    if (this.#cell === undefined) this.#out.push(text);
    else if (this.#inFormula) this.#cell.formula = (this.#cell.formula ?? '') + text;
    else this.#cell.body += text;
  }

  other(raw: string): void {
    if (this.#cell === undefined) this.#out.push(raw);
  }

  #openRow(raw: string, empty: boolean): void {
    const number = attribute(raw, 'r');
    this.#row = number === undefined ? this.#row + 1 : Number(number);
    this.#note = this.#notes?.rows.get(this.#row);
    this.#written = false;
    this.#nextColumn = 0;
    // `spans` promises where the cells of the row end; ours come after that.
    this.#out.push(raw.replace(/\sspans="[^"]*"/, ''));
    if (empty && this.#note !== undefined) {
      this.#out[this.#out.length - 1] = raw.replace(/\sspans="[^"]*"/, '').replace(/\/>$/, '>');
      this.#results();
      this.#out.push(`</${this.#prefix}row>`);
    }
  }

  #openCell(raw: string, empty: boolean): void {
    const column = columnOf(attribute(raw, 'r') ?? '') ?? this.#nextColumn;
    this.#nextColumn = column + 1;
    const cell: CopiedCell = { open: raw, column, body: '', formula: undefined, hasValue: false };
    if (empty) this.#emit(cell, this.#coloured(raw, column));
    else this.#cell = cell;
  }

  #openInCell(cell: CopiedCell, name: string, raw: string, empty: boolean): void {
    if (name === 'f') {
      cell.formula = '';
      this.#inFormula = !empty;
      return;
    }
    if ((name === 'v' && !empty) || name === 'is') cell.hasValue = true;
    cell.body += raw;
  }

  #closeCell(cell: CopiedCell, raw: string): void {
    this.#cell = undefined;
    this.#inFormula = false;
    const open = this.#coloured(cell.open, cell.column);
    if (cell.formula === undefined || cell.hasValue) {
      // `cm` and `vm` tie the cell to a spilling formula that is no longer there.
      const tag = cell.formula === undefined ? open : open.replace(/\s(?:cm|vm)="[^"]*"/g, '');
      this.#emit(cell, tag + cell.body + raw);
      return;
    }
    // Never computed: the user sees what stood there, as text that computes nothing.
    const tag = open.replace(/\st="[^"]*"/, '').replace(/>$/, ' t="inlineStr">');
    this.#emit(cell, `${tag}${this.#inline(`=${unescapeXml(cell.formula)}`)}${raw}`);
  }

  /** Cells must stand in the order of their columns, and ours replace whatever stood in theirs. */
  #emit(cell: { column: number }, xml: string): void {
    const first = this.#notes?.firstColumn;
    if (first !== undefined && cell.column >= first) {
      if (cell.column < first + WIDTHS.length) return;
      this.#results();
    }
    this.#out.push(xml);
  }

  #coloured(raw: string, column: number): string {
    const tone = this.#note?.tone;
    if (tone === undefined || this.#note?.cells.includes(column) !== true) return raw;
    const style = this.#styles.variant(Number(attribute(raw, 's') ?? 0), tone);
    const bare = raw.replace(/\ss="[^"]*"/, '');
    return bare.replace(/^(<[\w:]+)/, `$1 s="${style}"`);
  }

  #results(): void {
    const note = this.#note;
    const first = this.#notes?.firstColumn;
    if (this.#written || note === undefined || first === undefined) return;
    this.#written = true;
    for (const [index, text] of note.texts.entries()) {
      if (text === '') continue;
      const tone = index === 0 ? note.tone : undefined;
      const style = tone === undefined ? '' : ` s="${this.#styles.variant(0, tone)}"`;
      const place = `${columnName(first + index)}${this.#row}`;
      this.#out.push(
        `<${this.#prefix}c r="${place}"${style} t="inlineStr">${this.#inline(text)}</${this.#prefix}c>`,
      );
    }
  }

  #inline(text: string): string {
    const p = this.#prefix;
    return `<${p}is><${p}t xml:space="preserve">${escapeXml(safeCell(text).slice(0, 32_000))}</${p}t></${p}is>`;
  }

  /** Writes the column widths: the user's, cut where they overlap ours, which Excel would call corruption. */
  #columns(raws: readonly string[]): void {
    this.#hasColumns = true;
    this.#columnTags = undefined;
    const first = (this.#notes?.firstColumn ?? 0) + 1;
    const last = first + WIDTHS.length - 1;
    const columns: [from: number, raw: string][] = [];
    for (const raw of raws) {
      const min = Number(attribute(raw, 'min') ?? 1);
      const max = Number(attribute(raw, 'max') ?? min);
      if (min < first) columns.push([min, spanning(raw, min, Math.min(max, first - 1))]);
      if (max > last) columns.push([Math.max(min, last + 1), spanning(raw, Math.max(min, last + 1), max)]);
    }
    for (const [index, width] of WIDTHS.entries()) {
      const at = first + index;
      columns.push([at, `<${this.#prefix}col min="${at}" max="${at}" width="${width}" customWidth="1"/>`]);
    }
    columns.sort(([a], [b]) => a - b);
    this.#out.push(`<${this.#prefix}cols>${columns.map(([, raw]) => raw).join('')}</${this.#prefix}cols>`);
  }
}

function spanning(raw: string, min: number, max: number): string {
  const bare = raw.replace(/\s(?:min|max)="[^"]*"/g, '').replace(/\s*\/?>$/, '');
  return bare.replace(/^(<[\w:]+)/, `$1 min="${min}" max="${max}"`).concat('/>');
}
