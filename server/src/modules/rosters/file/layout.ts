import { type FormName, recogniseForm } from './forms.ts';
import { type Field, headerKey } from './header-words.ts';
import { opensidWords } from './opensid-codes.ts';
import { cellText, type RawRow } from './row.ts';

/** One column that was understood. */
export type ReadColumn = Readonly<{
  /** 0 for column A. */
  column: number;
  /** As it stands in the file; '' when only the content told. */
  header: string;
  field: Field;
  /** A known phrase, only a word of it, the values below it, or a mapping that somebody made. */
  by: 'phrase' | 'word' | 'content' | 'mapping';
  /** Words that stand for the numbers 1, 2, … of the column; absent where words are written. */
  words?: readonly (string | null)[];
}>;

/** What the columns of one sheet mean. */
export type Layout = Readonly<{
  sheet: string;
  /** 1-based rows of the header, one or two; empty when the sheet carries on the one before. */
  headerRows: readonly number[];
  recognised: readonly ReadColumn[];
  /** Columns with a header that we do not use; their cells are kept in the row as they are. */
  unrecognised: readonly Readonly<{ column: number; header: string }>[];
  /** Required fields without a column. */
  missing: readonly Field[];
  /** The sheet whose columns this one shares, having no header of its own. */
  continues?: string;
  /** Whose form it is, and which version of it. */
  form: FormName;
  /** Fields that several columns claim with different values: a question for whoever sent the file. */
  doubles: readonly Readonly<{ field: Field; columns: readonly number[]; headers: readonly string[] }>[];
  /** The mapping by which it was read; absent when the headings spoke for themselves. */
  mapping?: Readonly<{ mappingId: string; name: string }>;
  /** Village of every row that does not name its own: a code as text; absent when there is none. */
  village?: string;
}>;

/** Without these no row can be told apart; birth date and sex are also in the NIK. */
export const REQUIRED_FIELDS: readonly Field[] = ['nik', 'name'];

/** Rows searched for a header; letterheads and titles take a dozen at most. */
export const HEADER_SEARCH_ROWS = 60;

/** The headings by column; of two rows, the lower one with what stands above it. */
export function headersOf(rows: readonly RawRow[]): ReadonlyMap<number, string> {
  const lower = rows.at(-1);
  if (lower === undefined) return new Map();
  const upper = rows.length > 1 ? rows[0] : undefined;
  return new Map(
    [...headerCells(upper, lower)].map(([column, header, above]) => [column, joined(above, header)]),
  );
}

/** A column that holds a field, with the words of its numbers where OpenSID writes numbers. */
export function columnOf(column: number, header: string, field: Field) {
  const words = opensidWords(header);
  return { column, header, field, ...(words === undefined || field === 'sex' ? {} : { words }) };
}

/** Column, lower header and the header above it; one that spans several columns counts for each of them. */
export function* headerCells(upper: RawRow | undefined, lower: RawRow): Generator<[number, string, string]> {
  const width = Math.max(upper?.cells.length ?? 0, lower.cells.length);
  let spanning = '';
  for (let column = 0; column < width; column += 1) {
    const over = cellText(upper?.cells[column]);
    const under = cellText(lower.cells[column]);
    if (over !== '') spanning = over;
    if (under !== '') yield [column, under, upper === undefined ? '' : spanning];
    else if (over !== '') yield [column, over, ''];
  }
}

/** A heading with the one above it. */
export function joined(above: string, header: string): string {
  return above === '' || headerKey(above) === headerKey(header) ? header : `${above} / ${header}`;
}

/** What a layout says beside the meaning of its columns. */
export function frameOf(
  rows: readonly RawRow[],
  headers: ReadonlyMap<number, string>,
  recognised: readonly ReadColumn[],
  required: readonly Field[],
) {
  const used = new Set(recognised.map((column) => column.column));
  const fields = new Set(recognised.map((column) => column.field));
  const sheet = rows[0]?.sheet ?? '';
  return {
    sheet,
    headerRows: rows.map((row) => row.row),
    recognised,
    unrecognised: [...headers]
      .filter(([column]) => !used.has(column))
      .map(([column, header]) => ({ column, header })),
    missing: required.filter((field) => !fields.has(field)),
    form: recogniseForm([...headers.values()], sheet),
  };
}
