import { isAbsent, looksLikeNik, shareOf } from './cell-evidence.ts';
import { type Field, fieldOfHeader, HEADER_WORDS } from './header-words.ts';
import {
  columnOf,
  frameOf,
  HEADER_SEARCH_ROWS,
  headerCells,
  headersOf,
  joined,
  type Layout,
  REQUIRED_FIELDS,
  type ReadColumn,
} from './layout.ts';
import { findMapped } from './mapped-header.ts';
import type { FileMapping } from './mapping.ts';
import { type Cell, cellText, type RawRow } from './row.ts';
import { parseSex } from './values.ts';

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

type Candidate = Readonly<{
  rows: readonly RawRow[];
  /** Every column that names a field, those included that another column of the same field is preferred to. */
  named: readonly ReadColumn[];
  columns: ReadColumn[];
  score: number;
}>;

/** Columns of which the first is taken when there are several: nobody is mistaken for another by them. */
const MINOR: readonly Field[] = [
  'no',
  'note',
  'address',
  'phone',
  'bank',
  'kk',
  'email',
  'postal_code',
  'work_place',
];

/**
 * Finds the header among the first rows of a sheet: the row, or two rows one above the other, that name the most
 * fields. Undefined when nothing there looks like the header of a roster.
 *
 * @param rows the first rows of the sheet; those after the header are evidence of what the columns hold
 * @param mappings what people said of headings like these; they go before everything we could guess
 */
export function findHeader(
  rows: readonly RawRow[],
  required: readonly Field[] = REQUIRED_FIELDS,
  mappings: readonly FileMapping[] = [],
): Layout | undefined {
  const mapped = findMapped(rows, required, mappings);
  if (mapped !== undefined) return mapped;
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
    return [{ ...columnOf(column, joined(above, header), match.field), by }];
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
  return { rows, named, columns, score: score - (upper === undefined ? 0 : 0.5) };
}

function layoutOf(candidate: Candidate, below: readonly RawRow[], required: readonly Field[]): Layout {
  const headers = headersOf(candidate.rows);
  const recognised = checkedByContent(candidate.columns, headers, below);
  return {
    ...frameOf(candidate.rows, headers, recognised, required),
    doubles: doublesOf(candidate, recognised, below),
  };
}

/** Fields that several columns name equally well, where the rows below hold different values in them. */
function doublesOf({ named }: Candidate, recognised: readonly ReadColumn[], below: readonly RawRow[]) {
  return recognised.flatMap(({ field, by }) => {
    const claims = named.filter((one) => one.field === field && one.by === by);
    if (claims.length < 2 || MINOR.includes(field)) return [];
    const columns = claims.map(({ column }) => column);
    const differ = below.some((row) => {
      const said = columns.map((column) => row.cells[column]).filter((cell) => !isAbsent(cell));
      return new Set(said.map((cell) => cellText(cell).toLowerCase())).size > 1;
    });
    return differ ? [{ field, columns, headers: claims.map(({ header }) => header) }] : [];
  });
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
  return { ...previous, sheet, headerRows: [], unrecognised: [], doubles: [], continues: previous.sheet };
}
