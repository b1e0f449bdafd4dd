import { type ClassifiedRow, type IgnoredBecause, RowClassifier } from './classify.ts';
import type { Field } from './header-words.ts';
import { continuedLayout, findHeader } from './headers.ts';
import { HEADER_SEARCH_ROWS, type Layout, REQUIRED_FIELDS } from './layout.ts';
import type { FileMapping } from './mapping.ts';
import { FileProblem } from './problem.ts';
import { cellText, type RawRow } from './row.ts';

/** Begins the first cell of every sheet Payung itself adds; by it they are known when the workbook comes back. */
const OUR_MARK = 'Payung: ';

/** First cell of the summary of a check. */
export const SUMMARY_MARK = `${OUR_MARK}hasil pemeriksaan / check result`;

/** First cell of the guide in the template. */
export const GUIDE_MARK = `${OUR_MARK}petunjuk pengisian / guide`;

/** Rows after the header that are kept as evidence of what the columns hold. */
const EVIDENCE_ROWS = 40;

/** What became of one sheet: a layout, or the reason why none of its rows can be people. */
export type SheetReading = Readonly<{ sheet: string; layout?: Layout; because?: IgnoredBecause }>;

/** What the interpreter knows now: sheets in order, and rows ready to be used. */
export type Interpreted = Readonly<{ sheets: readonly SheetReading[]; rows: readonly ClassifiedRow[] }>;

/** What is known of a file before it is read. */
export type KnownBefore = Readonly<{
  mappings: readonly FileMapping[];
  /** Village of every row that names none, as its code; null when it is not the list of one village. */
  village: string | null;
}>;

export const nothingKnown: KnownBefore = { mappings: [], village: null };

/**
 * Turns raw rows into people and ignored rows, sheet by sheet. It holds back the first hundred rows of a sheet
 * until the header is certain, and lets everything after them through at once.
 */
export class RosterInterpreter {
  readonly #required: readonly Field[];
  readonly #known: KnownBefore;
  #sheet: string | undefined;
  #waiting: RawRow[] = [];
  #decided: ((raw: RawRow) => ClassifiedRow) | undefined;
  #previous: Layout | undefined;
  #sheets: SheetReading[] = [];
  #rows: ClassifiedRow[] = [];

  constructor(required: readonly Field[] = REQUIRED_FIELDS, known: KnownBefore = nothingKnown) {
    this.#required = required;
    this.#known = known;
  }

  /** Takes the next rows of the file, in order, and gives back those that are decided. */
  push(rows: Iterable<RawRow>): Interpreted {
    for (const row of rows) {
      if (row.sheet !== this.#sheet) {
        this.#decide();
        this.#sheet = row.sheet;
        this.#decided = undefined;
      }
      if (this.#decided === undefined) {
        this.#waiting.push(row);
        if (this.#waiting.length >= HEADER_SEARCH_ROWS + EVIDENCE_ROWS) this.#decide();
      } else {
        this.#rows.push(this.#decided(row));
      }
    }
    return this.#taken();
  }

  /**
   * Ends the file and gives back the rest.
   *
   * @throws FileProblem file.noHeader when no sheet of the whole file holds a list of people; file.empty when the
   *   file holds no value at all
   */
  end(): Interpreted {
    const rest = this.rest();
    if (this.#sheet === undefined) throw new FileProblem('file.empty');
    if (this.#previous === undefined) throw new FileProblem('file.noHeader');
    return rest;
  }

  /** Ends a first look, at whatever there is. */
  rest(): Interpreted {
    this.#decide();
    return this.#taken();
  }

  #taken(): Interpreted {
    const taken = { sheets: this.#sheets, rows: this.#rows };
    this.#sheets = [];
    this.#rows = [];
    return taken;
  }

  #layoutOf(rows: readonly RawRow[]): Layout | undefined {
    const { mappings, village } = this.#known;
    const layout = findHeader(rows, this.#required, mappings) ?? continuedLayout(rows, this.#previous);
    return layout === undefined || village === null || layout.village !== undefined
      ? layout
      : { ...layout, village };
  }

  #decide(): void {
    const rows = this.#waiting;
    const sheet = this.#sheet;
    if (sheet === undefined || rows.length === 0) return;
    this.#waiting = [];
    const isOurs = cellText(rows[0]?.cells[0]).startsWith(OUR_MARK);
    const layout = isOurs ? undefined : this.#layoutOf(rows);
    if (layout === undefined) {
      const because = isOurs ? 'ourSheet' : 'notRoster';
      this.#sheets.push({ sheet, because });
      this.#decided = (raw) => ({ raw, kind: 'ignored', because });
    } else {
      this.#previous = layout;
      this.#sheets.push({ sheet, layout });
      const classifier = new RowClassifier(layout);
      this.#decided = (raw) => classifier.classify(raw);
    }
    for (const row of rows) this.#rows.push(this.#decided(row));
  }
}
