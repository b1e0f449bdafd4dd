import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cell } from './row.ts';
import { fates, interpret, rawRows } from './testing/rows.ts';

const HEADER: Cell[] = ['No', 'NIK', 'Nama', 'Tgl Lahir', 'L/P', 'Pekerjaan'];
const PERSON: Cell[] = [1, '5304061708909001', 'Yohanes Seran', '17-08-1990', 'L', 'Petani'];

/** What becomes of one row between the header with a person and nothing. */
function fateOf(row: Cell[], before: Cell[][] = []): string | undefined {
  const table = [HEADER, PERSON, ...before, row];
  return fates(interpret(rawRows(table)).rows)[table.length];
}

describe('a row below the header', () => {
  // biome-ignore format: aligned table of cases
  test.each<[string, Cell[], string]>([
    ['a person',                                        PERSON,                                                       'person'],
    ['a person whose NIK lacks a digit',                [2, '530406170890900', 'Maria Bete', '', 'P', ''],            'person'],
    ['a person whose NIK Excel has mangled',            [2, '5.30406E+15', 'Maria Bete', '', '', ''],                 'person'],
    ['a person whose NIK says it is not there yet',     [2, 'belum ada', 'Maria Bete', '', 'P', ''],                  'person'],
    ['a name and nothing else',                         [2, '', 'Maria Bete', '', '', ''],                            'person'],
    ['a NIK and nothing else',                          ['', '5304065708909001', '', '', '', ''],                     'person'],
    ['the village head on a list of officials',         [2, '5304061708909002', 'Anis Bere', '', 'L', 'Kepala Desa'],  'person'],
    ['someone whose name is Total, with a NIK',         [2, '5304061708909002', 'Total', '', 'L', 'Petani'],          'person'],
    ['someone called Ketua without a NIK but a sex',    [2, '', 'Ketua Bere', '', 'L', 'Petani'],                     'person'],
    ['dashes and blanks',                               ['-', ' ', '–', '', '0', ''],                                  'blank'],
    ['the numbers of the columns',                      [1, 2, 3, 4, 5, 6],                                           'columnNumbers'],
    ['the numbers of the columns in brackets',          ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)'],                   'columnNumbers'],
    ['the header again on the next page',               HEADER,                                                       'header'],
    ['the header again, typed a little differently',    ['NO.', 'N I K', 'NAMA', 'TGL. LAHIR', 'JK', 'PEKERJAAN'],    'header'],
    ['a total under the number',                        ['JUMLAH', '', '', '', '', 58],                               'total'],
    ['a total under the name',                          ['', '', 'Total peserta', '58 orang', '', ''],                'total'],
    ['a subtotal beside a number that is no NIK',       ['Sub Total', 58, '', '', '', 'Rp 974.400'],                  'total'],
    ['a heading between people',                        ['DUSUN II', '', '', '', '', ''],                             'section'],
    ['a heading under the name',                        ['', '', 'RT 04 RW 02', '', '', ''],                          'section'],
    ['a remark',                                        ['Catatan: data per Oktober', '', '', '', '', ''],            'note'],
    ['place and date of the signature',                 ['', '', '', '', 'Atambua, 12 Oktober 2026', ''],             'signature'],
    ['acknowledged by',                                 ['', 'Mengetahui,', '', '', '', ''],                          'signature'],
    ['office of who signs',                             ['', '', 'Kepala Desa Naekasa', '', '', ''],                  'signature'],
    ['the employee number under a signature',           ['', 'NIP. 19700101 199003 1 001', '', '', '', ''],           'signature'],
    ['dots to sign on',                                 ['', '', '(..................)', '', '', ''],                 'signature'],
  ])('%s', (_, row, fate) => {
    expect(fateOf(row)).toBe(fate);
  });

  test('a name below the office is a signature, however like a person it looks', () => {
    expect(fateOf(['', '', 'PETRUS BERE', '', '', ''], [['', '', 'Kepala Desa Naekasa', '', '', '']])).toBe(
      'signature',
    );
  });

  test('a person after a signature block in the middle is a person', () => {
    expect(fateOf(PERSON, [['', '', 'Kepala Desa Naekasa', '', '', '']])).toBe('person');
  });
});

test('a whole sheet as villages make it', () => {
  const table: Cell[][] = [
    ['DAFTAR PEKERJA RENTAN'],
    ['DESA NAEKASA KECAMATAN TASIFETO BARAT'],
    [],
    HEADER,
    [1, 2, 3, 4, 5, 6],
    ['DUSUN I'],
    PERSON,
    [2, '5304065708909001', 'Maria Bete', '17-08-1990', 'P', 'Petani'],
    ['DUSUN II'],
    [1, '', 'Agustinus Mau', '', 'L', 'Nelayan'],
    ['JUMLAH', '', 3],
    [],
    ['', '', '', 'Naekasa, 12 Oktober 2026'],
    ['', 'Mengetahui', '', 'Yang membuat'],
    ['', 'Camat Tasifeto Barat', '', 'Kepala Desa Naekasa'],
    ['', 'ANDREAS MAU', '', 'PETRUS BERE'],
    ['', 'NIP. 197001011990031001'],
  ];
  expect(fates(interpret(rawRows(table)).rows)).toEqual({
    1: 'title',
    2: 'title',
    4: 'header',
    5: 'columnNumbers',
    6: 'section',
    7: 'person',
    8: 'person',
    9: 'section',
    10: 'person',
    11: 'total',
    13: 'signature',
    14: 'signature',
    15: 'signature',
    16: 'signature',
    17: 'signature',
  });
});

test('the values of a person are named by their fields, other columns stay in the row', () => {
  const person = interpret(
    rawRows([
      [...HEADER, 'Agama'],
      [...PERSON, 'Katolik'],
    ]),
  ).rows.at(-1);
  expect(person?.values).toEqual({
    no: 1,
    nik: '5304061708909001',
    name: 'Yohanes Seran',
    birth_date: '17-08-1990',
    sex: 'L',
    occupation: 'Petani',
  });
  expect(person?.raw.cells[6]).toBe('Katolik');
});

test('every row of a file is a person or ignored for a reason, in order, none twice, however it is cut into batches', () => {
  const cell = fc.oneof(
    fc.constantFrom<Cell>(
      '',
      null,
      '-',
      'JUMLAH',
      'Mengetahui',
      'DUSUN I',
      'Kepala Desa',
      'Yohanes Seran',
      '5304061708909001',
      1,
      2,
      'L',
    ),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
  );
  const row = fc.oneof(fc.array(cell, { maxLength: 6 }), fc.constant(PERSON), fc.constant(HEADER));
  fc.assert(
    fc.property(fc.array(row, { maxLength: 150 }), fc.array(row, { maxLength: 20 }), (first, second) => {
      const raws = [...rawRows([HEADER, ...first], 'A'), ...rawRows(second, 'B')];
      const { rows } = interpret(raws);
      expect(rows.map(({ raw }) => raw)).toEqual(raws);
      for (const { kind, because, values } of rows) {
        expect([because === undefined, values !== undefined]).toEqual([kind === 'person', kind === 'person']);
      }
    }),
  );
});

test('whoever has a whole NIK is a person, whatever else stands in the row', () => {
  const word = fc.constantFrom<Cell>(
    'JUMLAH',
    'Mengetahui',
    'Kepala Desa',
    'DUSUN I',
    'Catatan',
    'NIP',
    '',
    'L',
    7,
  );
  fc.assert(
    fc.property(word, word, word, word, (no, name, sex, occupation) => {
      expect(fateOf([no, '5304061708909002', name, '', sex, occupation])).toBe('person');
    }),
  );
});
