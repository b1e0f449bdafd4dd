import type { Language } from '@payung/kernel';
import { writeXlsx } from 'hucre/xlsx';
import { type Field, HEADER_WORDS } from './header-words.ts';
import { GUIDE_MARK } from './interpret.ts';

/** A column of the empty roster: its width in characters, what to write, and the allowed values if they are few. */
type TemplateColumn = Readonly<{
  field: Field;
  width: number;
  required: boolean;
  note: Readonly<Record<Language, string>>;
  values?: readonly string[];
}>;

const COLUMNS: readonly TemplateColumn[] = [
  { field: 'no', width: 6, required: false, note: { id: 'Nomor urut', en: 'Running number' } },
  {
    field: 'nik',
    width: 20,
    required: true,
    note: {
      id: '16 angka dari KTP. Kolom ini sudah berformat teks; jangan diubah ke angka, karena Excel menghapus angka terakhir.',
      en: '16 digits from the identity card. The column is text; as a number Excel would drop the last digit.',
    },
  },
  {
    field: 'name',
    width: 32,
    required: true,
    note: { id: 'Nama seperti di KTP, tanpa gelar', en: 'Name as on the identity card, without titles' },
  },
  {
    field: 'birth_place',
    width: 18,
    required: false,
    note: { id: 'Kota atau kabupaten', en: 'Town or regency' },
  },
  {
    field: 'birth_date',
    width: 16,
    required: false,
    note: { id: 'Hari-bulan-tahun, misalnya 17-08-1990', en: 'Day-month-year, for example 17-08-1990' },
  },
  {
    field: 'sex',
    width: 14,
    required: false,
    note: { id: 'L = laki-laki, P = perempuan', en: 'L = male, P = female' },
    values: ['L', 'P'],
  },
  {
    field: 'district',
    width: 20,
    required: false,
    note: { id: 'Nama kecamatan', en: 'Name of the district' },
  },
  {
    field: 'village',
    width: 20,
    required: false,
    note: {
      id: 'Nama desa atau kelurahan; isi juga kecamatannya, karena nama desa sering sama',
      en: 'Name of the village; give the district too, since many villages share a name',
    },
  },
  { field: 'dusun', width: 14, required: false, note: { id: 'Dusun atau lingkungan', en: 'Hamlet' } },
  { field: 'rt', width: 6, required: false, note: { id: 'Tiga angka: 004', en: 'Three digits: 004' } },
  { field: 'rw', width: 6, required: false, note: { id: 'Tiga angka: 002', en: 'Three digits: 002' } },
  {
    field: 'mother',
    width: 28,
    required: false,
    note: { id: 'Nama ibu kandung', en: "Mother's maiden name" },
  },
  {
    field: 'phone',
    width: 18,
    required: false,
    note: { id: 'Nomor HP yang aktif', en: 'A working mobile number' },
  },
  {
    field: 'occupation',
    width: 22,
    required: false,
    note: { id: 'Pekerjaan sehari-hari', en: 'Daily occupation' },
  },
  { field: 'wage', width: 16, required: false, note: { id: 'Rupiah per bulan', en: 'Rupiah per month' } },
  { field: 'note', width: 30, required: false, note: { id: 'Bebas', en: 'Free' } },
];

const WORDS = {
  id: {
    roster: 'Daftar',
    help: 'Petunjuk',
    column: 'Kolom',
    required: 'Wajib',
    note: 'Cara mengisi',
    yes: 'ya',
    accepted: 'Judul lain yang dikenali',
  },
  en: {
    roster: 'Daftar',
    help: 'Guide',
    column: 'Column',
    required: 'Required',
    note: 'How to fill it',
    yes: 'yes',
    accepted: 'Other headers understood',
  },
} as const;

/** Rows prepared as text and with lists; a village roster has a hundred or two. */
const PREPARED_ROWS = 2_000;

/**
 * An empty roster as XLSX: headers this very reader recognises, text format so that Excel leaves NIKs, RT and
 * dates alone, a list for the sex, and a guide on a second sheet. Headers stay Indonesian, the notes follow the
 * language.
 */
export async function rosterTemplate(language: Language): Promise<Uint8Array> {
  const words = WORDS[language];
  const headers = COLUMNS.map(({ field }) => HEADER_WORDS[field][0] ?? field);
  return writeXlsx({
    sheets: [
      {
        name: words.roster,
        // The format must stand in the cells themselves: hucre writes no default style of a column.
        rows: [headers, ...Array.from({ length: PREPARED_ROWS - 1 }, () => headers.map(() => null))],
        columns: COLUMNS.map(({ width }) => ({ width, numFmt: '@' })),
        cells: new Map(
          headers.map((header, column) => [
            `0,${column}`,
            { value: header, type: 'string' as const, style: { font: { bold: true } } },
          ]),
        ),
        freezePane: { rows: 1 },
        dataValidations: COLUMNS.flatMap(({ values, note }, column) => {
          const letter = String.fromCharCode(65 + column);
          const range = `${letter}2:${letter}${PREPARED_ROWS}`;
          if (values === undefined) return [];
          const message = {
            showErrorMessage: true,
            errorMessage: note[language],
            inputMessage: note[language],
          };
          return [
            {
              type: 'list' as const,
              values: [...values],
              allowBlank: true,
              range,
              showInputMessage: true,
              ...message,
            },
          ];
        }),
      },
      {
        name: words.help,
        columns: [{ width: 24 }, { width: 10 }, { width: 70 }, { width: 70 }],
        rows: [
          [GUIDE_MARK],
          [],
          [words.column, words.required, words.note, words.accepted],
          ...COLUMNS.map(({ field, required, note }) => [
            HEADER_WORDS[field][0] ?? field,
            required ? words.yes : '',
            note[language],
            HEADER_WORDS[field].slice(1, 7).join(', '),
          ]),
        ],
      },
    ],
  });
}
