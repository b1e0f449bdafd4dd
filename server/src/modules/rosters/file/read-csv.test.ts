import fc from 'fast-check';
import papaparse from 'papaparse';
import { describe, expect, test } from 'vitest';
import { readRosterFile } from './read.ts';
import { safeCell } from './safe-cell.ts';
import { collect } from './testing/xlsx.ts';

async function rowsOf(text: string, encoding: BufferEncoding = 'utf8') {
  const rows = await collect(readRosterFile(Buffer.from(text, encoding)));
  return rows.map(({ row, cells }) => [row, ...cells]);
}

describe('a CSV file is read as it was saved', () => {
  // biome-ignore format: aligned table of cases
  test.each<[string, string, unknown[][]]>([
    ['semicolons, as Excel in Indonesia',           'NIK;Nama\r\n53;Anis\r\n',                          [[1, 'NIK', 'Nama'], [2, '53', 'Anis']]],
    ['commas',                                      'NIK,Nama\n53,Anis',                                [[1, 'NIK', 'Nama'], [2, '53', 'Anis']]],
    ['tabs',                                        'NIK\tNama\n53\tAnis',                              [[1, 'NIK', 'Nama'], [2, '53', 'Anis']]],
    ['line ends of an old Mac',                     'NIK;Nama\r53;Anis\r',                              [[1, 'NIK', 'Nama'], [2, '53', 'Anis']]],
    ['commas inside cells between semicolons',      'TTL;JK\nKupang, 17-08-1990;L\nSoe, 1-2-1980;P',    [[1, 'TTL', 'JK'], [2, 'Kupang, 17-08-1990', 'L'], [3, 'Soe, 1-2-1980', 'P']]],
    ['a delimiter declared for Excel',              'sep=,\nNIK,Nama;Gelar\n53,A;B',                    [[1, 'NIK', 'Nama;Gelar'], [2, '53', 'A;B']]],
    ['quotes around delimiters and line breaks',    'a;"b;""c""\nd"\ne;f',                              [[1, 'a', 'b;"c"\nd'], [2, 'e', 'f']]],
    ['a quote inside an unquoted cell',             'a;12" pipa\nb;c',                                  [[1, 'a', '12" pipa'], [2, 'b', 'c']]],
    ['text after a closing quote',                  'a;"b"x\nc;d',                                      [[1, 'a', 'bx'], [2, 'c', 'd']]],
    ['blank lines keep their numbers',              'a;b\n\n;;;\nc;d',                                  [[1, 'a', 'b'], [4, 'c', 'd']]],
    ['a title line above the table',                'DAFTAR PEKERJA\nNIK;Nama\n53;Anis',                [[1, 'DAFTAR PEKERJA'], [2, 'NIK', 'Nama'], [3, '53', 'Anis']]],
    ['one column only',                             'Nama\nAnis',                                       [[1, 'Nama'], [2, 'Anis']]],
  ])('%s', async (_, text, rows) => {
    expect(await rowsOf(text)).toEqual(rows);
  });

  test.each(['utf8', 'utf16le', 'latin1'] as const)('letters beyond ASCII in %s', async (encoding) => {
    const mark = encoding === 'utf16le' ? '\ufeff' : '';
    expect(await rowsOf(`${mark}Nama;Ibu\nJosé;Noël`, encoding)).toEqual([
      [1, 'Nama', 'Ibu'],
      [2, 'José', 'Noël'],
    ]);
  });

  test('a file that stops inside a quote is refused with the row where the quote opened', async () => {
    await expect(rowsOf('a;b\nc;d\n"e;f\ng;h\n')).rejects.toMatchObject({
      code: 'file.unclosedQuote',
      facts: { row: 3 },
    });
  });
});

describe('a CSV file that breaks off inside its last record', () => {
  const start = 'NIK;Nama;L/P\n1;Anis;L\n2;Bete;P\n';

  test('is refused with the row, when all records before it have one width', async () => {
    await expect(rowsOf(`${start}3;Ma`)).rejects.toMatchObject({ code: 'file.truncated', facts: { row: 4 } });
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['a last record that is whole but for its line break',  `${start}3;Mau;L`],
    ['a short last record that was ended',                  `${start}3;Mau\n`],
    ['short records before it, so that width means little', `${start}JUMLAH;3\nMengetahui`],
  ])('but not %s', async (_, file) => {
    expect((await rowsOf(file)).length).toBeGreaterThan(3);
  });
});

const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({
    unit: fc.constantFrom('"', ';', ',', '\t', '\r', '\n', '=', '+', '-', '@', "'", 'a', ' ', '1'),
  }),
);
// The first cell is never empty, so that no row disappears as blank, and a column more keeps the width certain.
const table = fc.array(
  fc.array(text, { minLength: 1, maxLength: 5 }).map((cells) => ['x', ...cells, 'z']),
  { minLength: 1, maxLength: 20 },
);

test.each([';', ',', '\t'] as const)(
  'whatever is written with %j is read back cell by cell',
  async (delimiter) => {
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const width = Math.max(...rows.map((cells) => cells.length));
        const even = rows.map((cells) => [
          ...cells,
          ...Array.from({ length: width - cells.length }, () => 'y'),
        ]);
        // The header names the delimiter by sheer number, so that texts full of others cannot outvote it.
        const header = Array.from({ length: 60 }, (_, index) => `H${index}`);
        const read = await rowsOf(
          `${papaparse.unparse([header, header, header, ...even], { delimiter })}\r\n`,
        );
        expect(read.slice(3)).toEqual(
          even.map((cells, index) => [index + 4, ...cells.map((cell) => cell || null)]),
        );
      }),
    );
  },
);

describe('no text we write computes anything', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    ['=cmd|\' /C calc\'!A0',  "'=cmd|' /C calc'!A0"],
    ['+62 812 3456',          "'+62 812 3456"],
    ['@SUM(A1)',              "'@SUM(A1)"],
    ['-2+3',                  "'-2+3"],
    ['\t=1',                  "'\t=1"],
    ['\r=1',                  "'\r=1"],
    ['＝1+1',                 "'＝1+1"],
    ['-5',                    '-5'],
    ['-1.500,25',             '-1.500,25'],
    ['-',                     '-'],
    ['--',                    "'--"],
    ['Anis = Ani',            'Anis = Ani'],
    ['',                      ''],
  ])('%j becomes %j', (given, safe) => {
    expect(safeCell(given)).toBe(safe);
  });

  test('made safe once is safe for good', () => {
    fc.assert(fc.property(text, (any) => safeCell(safeCell(any)) === safeCell(any)));
  });
});
