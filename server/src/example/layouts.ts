import { type Day, formatDay, partsOf } from '@payung/kernel';
import type { TypedRow } from './mistakes.ts';

/** What a cell of the example holds; a `Date` at UTC midnight is a real date of the spreadsheet. */
export type ExampleCell = string | number | Date | null;

/** A column: its heading, the heading it shares with its neighbours above, and what stands in its cells. */
export interface Column {
  readonly header: string;
  /** Over this and the neighbouring columns with the same words; undefined where `header` takes both rows. */
  readonly above?: string;
  readonly width: number;
  cell(row: TypedRow, number: number): ExampleCell;
}

/** How one office lays out its lists. */
export interface SheetLayout {
  readonly columns: readonly Column[];
  /** Index of the column in which the total and the signatures begin. */
  readonly nameColumn: number;
}

const dashed = (date: Day) => {
  const { year, month, dayOfMonth } = partsOf(date);
  return `${String(dayOfMonth).padStart(2, '0')}-${String(month).padStart(2, '0')}-${year}`;
};
const slashed = (date: Day) => dashed(date).replaceAll('-', '/');
const capitals = (text: string) => text.toUpperCase();
/** As people type a text cell into a numeric column. */
const marked = (nik: string | number) => (typeof nik === 'number' || nik.length < 15 ? nik : `'${nik}`);
const grouped = (nik: string | number) =>
  typeof nik === 'number' || nik.length !== 16 ? nik : (nik.match(/.{4}/g) ?? [nik]).join(' ');

const no: Column = { header: 'NO', width: 5, cell: (_, number) => number };
const occupation: Column = { header: 'PEKERJAAN', width: 18, cell: ({ person }) => person.occupation };
const mother: Column = { header: 'NAMA IBU KANDUNG', width: 26, cell: ({ person }) => person.mother };

/** Place and date under one heading, the NIK before the name, everything as text. */
const registry: SheetLayout = {
  nameColumn: 2,
  columns: [
    no,
    { header: 'NIK', width: 19, cell: ({ nik }) => nik },
    { header: 'NAMA LENGKAP', width: 30, cell: ({ name }) => capitals(name) },
    { header: 'TEMPAT', above: 'TEMPAT / TGL LAHIR', width: 14, cell: ({ person }) => person.birthPlace },
    {
      header: 'TANGGAL',
      above: 'TEMPAT / TGL LAHIR',
      width: 12,
      cell: ({ person, birth }) => birth ?? dashed(person.birthDate),
    },
    { header: 'L/P', width: 5, cell: ({ sex }) => sex },
    { header: 'DESA', above: 'ALAMAT', width: 18, cell: ({ village }) => village },
    {
      header: 'KEC',
      above: 'ALAMAT',
      width: 18,
      cell: ({ person, district }) => district ?? person.village.district,
    },
    { header: 'RT', above: 'ALAMAT', width: 5, cell: ({ person }) => person.rt },
    { header: 'RW', above: 'ALAMAT', width: 5, cell: ({ person }) => person.rw },
    occupation,
    mother,
    { header: 'NO HP', width: 14, cell: ({ person }) => person.phone ?? null },
  ],
};

/** The name before the number, place and date in one cell, the sex in words. */
const office: SheetLayout = {
  nameColumn: 1,
  columns: [
    { ...no, header: 'No.' },
    { header: 'Nama Peserta', above: 'Identitas', width: 30, cell: ({ name }) => name },
    { header: 'No. KTP', above: 'Identitas', width: 20, cell: ({ nik }) => marked(nik) },
    {
      header: 'TTL',
      above: 'Identitas',
      width: 28,
      cell: ({ person, birth }) => birth ?? `${person.birthPlace}, ${formatDay(person.birthDate, 'id')}`,
    },
    {
      header: 'Jenis Kelamin',
      above: 'Identitas',
      width: 14,
      cell: ({ sex }) => (sex === 'P' ? 'Perempuan' : 'Laki-laki'),
    },
    { header: 'RT/RW', above: 'Alamat', width: 9, cell: ({ person }) => `${person.rt}/${person.rw}` },
    { header: 'Desa/Kel', above: 'Alamat', width: 18, cell: ({ village }) => `Desa ${village}` },
    {
      header: 'Kecamatan',
      above: 'Alamat',
      width: 18,
      cell: ({ person, district }) => district ?? person.village.district,
    },
    { ...occupation, header: 'Jenis Pekerjaan' },
    { ...mother, header: 'Ibu Kandung' },
    { header: 'WA', width: 14, cell: ({ person }) => person.phone ?? null },
  ],
};

/** Two columns to tick for the sex, real dates, digits in groups of four. */
const ticked: SheetLayout = {
  nameColumn: 1,
  columns: [
    no,
    { header: 'NAMA PEKERJA', width: 30, cell: ({ name }) => capitals(name) },
    { header: 'L', above: 'JENIS KELAMIN', width: 4, cell: ({ sex }) => (sex === 'L' ? 'V' : null) },
    { header: 'P', above: 'JENIS KELAMIN', width: 4, cell: ({ sex }) => (sex === 'P' ? 'V' : null) },
    { header: 'Tempat Lahir', above: 'KELAHIRAN', width: 14, cell: ({ person }) => person.birthPlace },
    {
      header: 'Tgl. Lhr',
      above: 'KELAHIRAN',
      width: 12,
      cell: ({ person, birth }) => birth ?? new Date(`${person.birthDate}T00:00:00Z`),
    },
    { header: 'N I K', width: 22, cell: ({ nik }) => grouped(nik) },
    { ...mother, header: 'Nama gadis ibu kandung' },
    { ...occupation, header: 'Profesi' },
    {
      header: 'Kec.',
      above: 'TEMPAT TINGGAL',
      width: 18,
      cell: ({ person, district }) => district ?? person.village.district,
    },
    { header: 'Kelurahan/Desa', above: 'TEMPAT TINGGAL', width: 18, cell: ({ village }) => village },
    { header: 'RT', above: 'TEMPAT TINGGAL', width: 5, cell: ({ person }) => Number(person.rt) },
    { header: 'RW', above: 'TEMPAT TINGGAL', width: 5, cell: ({ person }) => Number(person.rw) },
  ],
};

/** Few columns, in the order in which a village secretary asks. */
const village: SheetLayout = {
  nameColumn: 1,
  columns: [
    { ...no, header: 'NO URUT' },
    { header: 'NAMA SESUAI KTP', above: 'PENDUDUK', width: 30, cell: ({ name }) => name },
    { header: 'JK', above: 'PENDUDUK', width: 5, cell: ({ sex }) => (sex === 'P' ? 'Pr' : 'Lk') },
    {
      header: 'TGL LAHIR',
      above: 'PENDUDUK',
      width: 12,
      cell: ({ person, birth }) => birth ?? slashed(person.birthDate),
    },
    { header: 'NO. IDENTITAS', above: 'PENDUDUK', width: 20, cell: ({ nik }) => nik },
    { header: 'DUSUN/DESA', width: 18, cell: ({ village: name }) => name },
    { header: 'KECAMATAN', width: 18, cell: ({ person, district }) => district ?? person.village.district },
    { ...occupation, header: 'KET. PEKERJAAN' },
    { ...mother, header: 'NAMA IBU' },
  ],
};

/** The layouts in turn, as a kabupaten receives them from its kecamatan. */
export const sheetLayouts: readonly SheetLayout[] = [registry, office, ticked, village];
