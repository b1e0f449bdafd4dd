import papaparse from 'papaparse';
import type { ExampleRoster } from './roster.ts';

const columns = [
  'NIK',
  'Nama',
  'Tempat Lahir',
  'Tanggal Lahir',
  'Jenis Kelamin',
  'Desa',
  'Kecamatan',
  'Kabupaten',
  'RT',
  'RW',
  'Pekerjaan',
  'Nama Ibu Kandung',
  'No HP',
];

const separated = { delimiter: ';', newline: '\r\n', header: false } as const;

/** The list as one CSV file with semicolons, a batch of lines at a time; the first line has the headings. */
export function* listLines({ rows }: ExampleRoster): Generator<string> {
  yield line([columns]);
  for (let from = 0; from < rows.length; from += batch) {
    yield line(
      rows
        .slice(from, from + batch)
        .map(({ person, nik, name, sex, village, birth, district, regency }) => [
          nik,
          name,
          person.birthPlace,
          birth ?? person.birthDate,
          sex,
          village,
          district ?? person.village.district,
          regency ?? '',
          person.rt,
          person.rw,
          person.occupation,
          person.mother,
          person.phone ?? '',
        ]),
    );
  }
}

/**
 * What is true of each line, as CSV: its number in the file (the headings are line 1), the key of the person who is meant, their
 * true NIK, and the mistake that was made; nothing where none was.
 */
export function* truthLines({ rows, truth }: ExampleRoster): Generator<string> {
  yield line([['row', 'person', 'nik', 'mistake']]);
  for (let from = 0; from < rows.length; from += batch) {
    yield line(
      rows.slice(from, from + batch).map(({ person }, n) => {
        const meant = truth[from + n];
        return [from + n + 2, meant?.person ?? '', person.nik, meant?.mistake ?? ''];
      }),
    );
  }
}

const batch = 1000;

function line(records: readonly (readonly (string | number)[])[]): string {
  return `${papaparse.unparse(records as (string | number)[][], separated)}\r\n`;
}
