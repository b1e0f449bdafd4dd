import { type Day, formatDay, formatMonth, monthOf } from '@payung/kernel';
import { writeXlsx } from 'hucre/xlsx';
import { type ExampleCell, type SheetLayout, sheetLayouts } from './layouts.ts';
import type { TypedRow } from './mistakes.ts';

/** A workbook to write: its lists, and the words above and below them. */
interface WorkbookInput {
  readonly rows: readonly TypedRow[];
  /** All kecamatan, those without a row of theirs included: they send a sheet that says so. */
  readonly districts: readonly string[];
  /** Such as Belu. */
  readonly regency: string;
  /** Seat of the kabupaten, before the date of the signature. */
  readonly capital: string;
  /** Day of the signatures; also the only date in the file's properties, so that the same input gives the same bytes. */
  readonly signedOn: Day;
}

interface Merge {
  readonly startRow: number;
  readonly startCol: number;
  readonly endRow: number;
  readonly endCol: number;
}

/** Writes the list as a kabupaten sends it: one sheet for each kecamatan, no two neighbours laid out alike. */
export function rosterWorkbook(input: WorkbookInput): Promise<Uint8Array> {
  const modified = new Date(`${input.signedOn}T00:00:00Z`);
  const sheets = input.districts.map((district, n) => {
    const layout = sheetLayouts[n % sheetLayouts.length] as SheetLayout;
    const rows = input.rows.filter(({ person }) => person.village.district === district);
    return rows.length === 0 ? emptySheet(input, district) : listSheet(input, district, layout, rows);
  });
  return writeXlsx({
    sheets,
    properties: {
      title: `CONTOH: pekerja rentan ${input.regency}`,
      creator: 'Payung',
      created: modified,
      modified,
    },
  });
}

function letterhead({ regency, signedOn }: WorkbookInput, district: string): string[] {
  return [
    `PEMERINTAH KABUPATEN ${regency.toUpperCase()}`,
    `KECAMATAN ${district.toUpperCase()}`,
    'DAFTAR CALON PESERTA PERLINDUNGAN JAMINAN SOSIAL PEKERJA RENTAN',
    `Keadaan ${formatMonth(monthOf(signedOn), 'id')} - DATA CONTOH, bukan orang sungguhan`,
  ];
}

/** A kecamatan of kelurahan only: the programme of this list is for desa. */
function emptySheet(input: WorkbookInput, district: string) {
  const rows = [...letterhead(input, district).map((line) => [line]), [], ['N I H I L (tidak ada desa)']];
  return { name: district, rows, columns: [{ width: 70 }] };
}

function listSheet(input: WorkbookInput, district: string, layout: SheetLayout, people: readonly TypedRow[]) {
  const width = layout.columns.length;
  const rows: ExampleCell[][] = letterhead(input, district).map((line) => [line]);
  const merges: Merge[] = rows.map((_, row) => across(row, 0, width - 1));
  rows.push([]);
  merges.push(...header(rows, layout));

  let village: string | undefined;
  let number = 0;
  for (const typed of people) {
    const { name } = typed.person.village;
    if (name !== village) {
      if (village !== undefined) rows.push([]);
      merges.push(across(rows.length, 0, width - 1));
      rows.push([`DESA ${name.toUpperCase()}`]);
      [village, number] = [name, 0];
    }
    number += 1;
    const at = number;
    rows.push(layout.columns.map((column) => column.cell(typed, at)));
  }
  rows.push(...foot(input, district, layout, people.length));
  return {
    name: district,
    rows,
    merges,
    columns: layout.columns.map((column) => ({ width: column.width })),
    cells: dateFormats(rows),
  };
}

/** Writes the two rows of the heading. A heading without one above it spans both; neighbours under one share it. */
function header(rows: ExampleCell[][], { columns }: SheetLayout): Merge[] {
  const at = rows.length;
  const merges: Merge[] = [];
  const upper: ExampleCell[] = [];
  for (const [column, { header: text, above }] of columns.entries()) {
    const before = columns[column - 1]?.above;
    upper.push(above === undefined ? text : above === before ? null : above);
    if (above === undefined) merges.push({ startRow: at, startCol: column, endRow: at + 1, endCol: column });
    else if (above !== before) {
      const beyond = columns.findIndex((other, n) => n > column && other.above !== above);
      merges.push(across(at, column, (beyond < 0 ? columns.length : beyond) - 1));
    }
  }
  rows.push(
    upper,
    columns.map(({ header: text, above }) => (above === undefined ? null : text)),
  );
  return merges;
}

function foot(input: WorkbookInput, district: string, { nameColumn, columns }: SheetLayout, people: number) {
  const right = (text: string): ExampleCell[] => [...Array<null>(columns.length - 2).fill(null), text];
  const left = (text: string): ExampleCell[] => [...Array<null>(nameColumn).fill(null), text];
  return [
    [...left('JUMLAH'), people],
    [],
    right(`${input.capital}, ${formatDay(input.signedOn, 'id')}`),
    left('Mengetahui,'),
    right(`Camat ${district}`),
    [],
    right('(..............................)'),
    right('NIP. ..............................'),
  ];
}

function across(row: number, from: number, to: number): Merge {
  return { startRow: row, startCol: from, endRow: row, endCol: to };
}

/** Real dates need a date format, or the spreadsheet shows a count of days. */
function dateFormats(rows: readonly (readonly ExampleCell[])[]) {
  const cells = new Map<string, { value: Date; style: { numFmt: string } }>();
  for (const [row, values] of rows.entries()) {
    for (const [column, value] of values.entries()) {
      if (value instanceof Date) cells.set(`${row},${column}`, { value, style: { numFmt: 'dd/mm/yyyy' } });
    }
  }
  return cells;
}
