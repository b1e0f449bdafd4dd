import { looksLikeNik, shareOf } from './cell-evidence.ts';
import { type Field, fieldOfHeader, HEADER_WORDS, headerKey } from './header-words.ts';
import { type Cell, cellText, type RawRow } from './row.ts';
import { parseSex } from './values.ts';

/** One column that was understood. */
type ReadColumn = Readonly<{
  /** 0 for column A. */
  column: number;
  /** As it stands in the file; '' when only the content told. */
  header: string;
  field: Field;
  /** A known phrase, only a word of it, or the values below it. */
  by: 'phrase' | 'word' | 'content';
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
}>;

/** Without these no row can be told apart; birth date and sex are also in the NIK. */
export const REQUIRED_FIELDS: readonly Field[] = ['nik', 'name'];

/** Rows searched for a header; letterheads and titles take a dozen at most. */
export const HEADER_SEARCH_ROWS = 60;

/** What a message about a missing column needs: the field and the headers that would have been accepted. */
type MissingColumn = Readonly<{
  code: 'roster.column.missing';
  facts: Readonly<{ sheet: string; field: Field; accepted: string }>;
}>;

/** The missing columns of a sheet, with the headers we accept for each. */
export function missingColumns(layout: Layout): MissingColumn[] {
  return layout.missing.map((field) => ({
    code: 'roster.column.missing',
    facts: { sheet: layout.sheet, field, accepted: HEADER_WORDS[field].slice(0, 6).join(', ') },
  }));
}

/** The column of a field, 0 for A; undefined if the sheet has none. */
function columnOfField(layout: Layout, field: Field): number | undefined {
  return layout.recognised.find((column) => column.field === field)?.column;
}

type Candidate = Readonly<{ rows: readonly RawRow[]; columns: ReadColumn[]; score: number }>;

/**
 * Finds the header among the first rows of a sheet: the row, or two rows one above the other, that name the most
 * fields. Undefined when nothing there looks like the header of a roster.
 *
 * @param rows the first rows of the sheet; those after the header are evidence of what the columns hold
 */
export function findHeader(
  rows: readonly RawRow[],
  required: readonly Field[] = REQUIRED_FIELDS,
): Layout | undefined {
  let best: Candidate | undefined;
  for (const [index, row] of rows.slice(0, HEADER_SEARCH_ROWS).entries()) {
    const next = rows[index + 1];
    const candidates = [candidateOf([row])];
    if (next !== undefined && next.row === row.row + 1) candidates.push(candidateOf([row, next]));
    for (const candidate of candidates) {
      if (candidate !== undefined && candidate.score > (best?.score ?? 0)) best = candidate;
    }
  }
  if (best === undefined) return undefined;
  const last = best.rows.at(-1);
  const below = rows.slice((last === undefined ? -1 : rows.indexOf(last)) + 1);
  return layoutOf(best, below, required);
}

function candidateOf(rows: readonly RawRow[]): Candidate | undefined {
  const lower = rows.at(-1);
  const upper = rows.length > 1 ? rows[0] : undefined;
  if (lower === undefined) return undefined;
  const cells = [...(upper?.cells ?? []), ...lower.cells];
  if (cells.some((cell) => looksLikeNik(cell) || cell instanceof Date)) return undefined;

  const named = [...headerCells(upper, lower)].flatMap(([column, header, above]) => {
    const match = fieldOfHeader(header, above);
    if (match === undefined) return [];
    const by = match.exact ? ('phrase' as const) : ('word' as const);
    return [{ column, header: joined(above, header), field: match.field, by }];
  });
  // Of two columns for one field the known phrase is meant, then the one further left.
  const claimed = named.toSorted((a, b) => Number(a.by === 'word') - Number(b.by === 'word'));
  const columns = named.filter((known) => claimed.find(({ field }) => field === known.field) === known);
  const score = columns.reduce((total, { by }) => total + (by === 'phrase' ? 2 : 1), 0);
  const fields = new Set(columns.map((column) => column.field));
  // Two fields in one row are enough when one is the NIK; `Desa | Jumlah` of a summary sheet never is. Two rows
  // need more, since a guide that lists header words downwards looks like one, too.
  const least = fields.has('nik') && upper === undefined ? 2 : 3;
  const isRoster = (fields.has('nik') || fields.has('name')) && fields.size >= least;
  if (!isRoster) return undefined;
  // Between equals the single row wins: a pair must add something to be worth a data row.
  return { rows, columns, score: score - (upper === undefined ? 0 : 0.5) };
}

/** Column, lower header and the header above it; one that spans several columns counts for each of them. */
function* headerCells(upper: RawRow | undefined, lower: RawRow): Generator<[number, string, string]> {
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

function joined(above: string, header: string): string {
  return above === '' || headerKey(above) === headerKey(header) ? header : `${above} / ${header}`;
}

function layoutOf(candidate: Candidate, below: readonly RawRow[], required: readonly Field[]): Layout {
  const [first, second] = candidate.rows;
  const headers = new Map<number, string>();
  if (first !== undefined) {
    const [upper, lower] = second === undefined ? [undefined, first] : [first, second];
    for (const [column, header, above] of headerCells(upper, lower))
      headers.set(column, joined(above, header));
  }
  const recognised = checkedByContent(candidate.columns, headers, below);
  const used = new Set(recognised.map((column) => column.column));
  const fields = new Set(recognised.map((column) => column.field));
  return {
    sheet: first?.sheet ?? '',
    headerRows: candidate.rows.map((row) => row.row),
    recognised,
    unrecognised: [...headers]
      .filter(([column]) => !used.has(column))
      .map(([column, header]) => ({ column, header })),
    missing: required.filter((field) => !fields.has(field)),
  };
}

/**
 * Lets the values correct the words: sixteen-digit numbers are the NIK whatever stands above them (`No`, nothing),
 * and a column `Kel` of L and P is the sex, not the kelurahan.
 */
function checkedByContent(
  columns: readonly ReadColumn[],
  headers: ReadonlyMap<number, string>,
  below: readonly RawRow[],
): ReadColumn[] {
  const share = (column: number, test: (cell: Cell | undefined) => boolean): number =>
    shareOf(
      below.map((row) => row.cells[column]),
      test,
    );
  const result = columns.map((known): ReadColumn => {
    const isSex = known.field === 'village' && share(known.column, (cell) => parseSex(cell).ok) > 0.8;
    return isSex && !columns.some(({ field }) => field === 'sex')
      ? { ...known, field: 'sex', by: 'content' }
      : known;
  });

  const nik = result.find(({ field }) => field === 'nik');
  if (nik !== undefined && share(nik.column, looksLikeNik) >= 0.3) return result;
  const width = Math.max(0, ...below.map((row) => row.cells.length));
  const free = Array.from({ length: width }, (_, column) => column).filter((column) => {
    const field = result.find((known) => known.column === column)?.field;
    return (field === undefined || field === 'no' || field === 'note') && share(column, looksLikeNik) >= 0.6;
  });
  const [column] = free;
  // Two such columns may be NIK and KK: guessing would enrol families under one number.
  if (column === undefined || free.length > 1) return result;
  return [
    ...result.filter((known) => known.column !== column && known !== nik),
    { column, header: headers.get(column) ?? '', field: 'nik' as const, by: 'content' as const },
  ].toSorted((a, b) => a.column - b.column);
}

/**
 * The layout of a sheet that has no header: that of the sheet before, if its first rows hold NIKs and names in
 * just those columns. Undefined when that is not certain; the sheet is then reported, not guessed.
 */
export function continuedLayout(rows: readonly RawRow[], previous: Layout | undefined): Layout | undefined {
  if (previous === undefined || rows.length === 0) return undefined;
  const nik = columnOfField(previous, 'nik');
  const name = columnOfField(previous, 'name');
  if (nik === undefined || name === undefined) return undefined;
  const fits = rows.filter(
    (row) => looksLikeNik(row.cells[nik]) && /\p{L}{2}/u.test(cellText(row.cells[name])),
  ).length;
  if (fits < rows.length * 0.8) return undefined;
  const sheet = rows[0]?.sheet ?? '';
  return { ...previous, sheet, headerRows: [], unrecognised: [], continues: previous.sheet };
}
