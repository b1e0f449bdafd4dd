import fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { FILE_LIMITS } from './guard.ts';
import { openRosterFile, readRosterFile } from './read.ts';
import { type Cell, columnName, columnOf } from './row.ts';
import { collect, type MadeWorkbook, makeParts, makeXlsx, zipOf } from './testing/xlsx.ts';

async function rowsOf(xml: string, book: Partial<MadeWorkbook> = {}) {
  return collect(readRosterFile(makeXlsx({ sheets: [{ name: 'Daftar', xml }], ...book })));
}

async function cellOf(cell: string, book: Partial<MadeWorkbook> = {}) {
  const [row] = await rowsOf(`<sheetData><row r="1">${cell}<c r="B1"><v>1</v></c></row></sheetData>`, book);
  return { value: row?.cells[0], marks: row?.marks?.map(({ mark }) => mark) ?? [] };
}

describe('a cell is read as the user sees it', () => {
  const formats = [
    'dd-mm-yyyy',
    '000',
    '@',
    '[$-421]d mmmm yyyy',
    '&quot;Rp&quot; #,##0',
    'h:mm',
    '[Red]0.00',
  ];
  // biome-ignore format: aligned table of cases
  test.each<[string, string, Cell, string[]]>([
    ['text in the cell',                        '<c t="inlineStr"><is><t>Anis &amp; Ani</t></is></c>',                         'Anis & Ani',            []],
    ['text in several fonts',                   '<c t="inlineStr"><is><r><t>An</t></r><r><rPr/><t>is</t></r></is></c>',        'Anis',                  []],
    ['shared text',                             '<c t="s"><v>1</v></c>',                                                       'Bete',                  []],
    ['shared text without its reading aid',     '<c t="s"><v>2</v></c>',                                                       'Seran',                 []],
    ['a line break Excel has escaped',          '<c t="inlineStr"><is><t>A_x000A_B</t></is></c>',                              'A\nB',                  []],
    ['text in CDATA',                           '<c t="str"><v><![CDATA[<A>]]></v></c>',                                       '<A>',                   []],
    ['a number',                                '<c><v>1500000</v></c>',                                                       1_500_000,               []],
    ['a number of 15 digits stays a number',    '<c><v>530401170890900</v></c>',                                               530_401_170_890_900,     []],
    ['a NIK typed as a number in Excel',        '<c><v>5.30401170890901E+15</v></c>',                                          '5.30401170890901E+15',  ['digitsLost']],
    ['the same written out by Excel',           '<c><v>5304011708909010</v></c>',                                              '5.30401170890901E+15',  ['digitsLost']],
    ['a NIK number whole in the file',          '<c><v>5304011708909013</v></c>',                                              '5304011708909013',      []],
    ['a NIK number in text format',             '<c s="3"><v>5304011708909010</v></c>',                                        '5.30401170890901E+15',  ['digitsLost']],
    ['a date',                                  '<c s="1"><v>33102</v></c>',                                                   new Date('1990-08-17'),  []],
    ['a date in Indonesian',                    '<c s="4"><v>33102</v></c>',                                                   new Date('1990-08-17'),  []],
    ['the first day of Excel',                  '<c s="1"><v>1</v></c>',                                                       new Date('1900-01-01'),  []],
    ['the day before the day that never was',   '<c s="1"><v>59</v></c>',                                                      new Date('1900-02-28'),  []],
    ['the day after the day that never was',    '<c s="1"><v>61</v></c>',                                                      new Date('1900-03-01'),  []],
    ['a number below the calendar',             '<c s="1"><v>-1</v></c>',                                                      -1,                      []],
    ['an ISO date',                             '<c t="d"><v>1990-08-17T00:00:00</v></c>',                                     new Date('1990-08-17'),  []],
    ['RT shown with zeros',                     '<c s="2"><v>4</v></c>',                                                       '004',                   []],
    ['a number shown as text',                  '<c s="3"><v>8123</v></c>',                                                    '8123',                  []],
    ['an amount of money',                      '<c s="5"><v>1500000</v></c>',                                                 1_500_000,               []],
    ['a time of day is no date',                '<c s="6"><v>0.5</v></c>',                                                     0.5,                     []],
    ['a red number is no date',                 '<c s="7"><v>2</v></c>',                                                       2,                       []],
    ['true',                                    '<c t="b"><v>1</v></c>',                                                       true,                    []],
    ['an error',                                '<c t="e"><v>#REF!</v></c>',                                                   '#REF!',                 ['error']],
    ['a formula with its value',                '<c t="str"><f>B1&amp;"x"</f><v>Anis</v></c>',                                 'Anis',                  ['formula']],
    ['a number from a formula',                 '<c><f>A4+1</f><v>5</v></c>',                                                  5,                       ['formula']],
    ['a formula nobody computed',               '<c><f>A4+1</f></c>',                                                          null,                    ['formulaWithoutValue']],
    ['a formula that starts a program',         '<c t="str"><f>cmd|\' /C calc\'!A0</f><v>0</v></c>',                           '0',                     ['formula']],
    ['an empty cell',                           '<c s="1"/>',                                                                  null,                    []],
    ['an empty text',                           '<c t="inlineStr"><is><t></t></is></c>',                                       null,                    []],
  ])('%s', async (_, xml, value, marks) => {
    const sharedStrings =
      '<si><t>Anis</t></si><si><r><t>Be</t></r><r><t>te</t></r></si><si><t>Seran</t><rPh sb="0" eb="1"><t>XX</t></rPh></si>';
    expect(await cellOf(xml, { formats, sharedStrings })).toEqual({ value, marks });
  });

  test('dates of a workbook from an old Mac count from 1904', async () => {
    const { value } = await cellOf('<c s="1"><v>31640</v></c>', { formats: ['d/m/yy'], date1904: true });
    expect(value).toEqual(new Date('1990-08-17'));
  });
});

describe('rows keep the numbers the user sees', () => {
  test('rows left out of the file leave a gap, rows without values are not delivered', async () => {
    const rows = await rowsOf(
      '<sheetData><row r="3"><c r="B3"><v>1</v></c></row><row r="4"><c r="A4" s="0"/></row><row><c><v>2</v></c></row></sheetData>',
    );
    expect(rows.map(({ row, cells }) => [row, cells])).toEqual([
      [3, [null, 1]],
      [5, [2]],
    ]);
  });

  test('hidden rows are delivered and marked', async () => {
    const rows = await rowsOf(
      '<sheetData><row r="1" hidden="1"><c><v>1</v></c></row><row r="2"><c><v>2</v></c></row></sheetData>',
    );
    expect(rows.map(({ hidden }) => hidden)).toEqual([true, undefined]);
  });

  test('a village merged beside three people stands in all their rows, and not in the fourth', async () => {
    const row = (number: number, village: string): string =>
      `<row r="${number}"><c r="A${number}"><v>${number}</v></c>${village}</row>`;
    const first = row(1, '<c r="B1" t="inlineStr"><is><t>Naekasa</t></is></c>');
    const rows = await rowsOf(
      `<sheetData>${first}${row(2, '<c r="B2"/>')}${row(3, '')}${row(4, '')}</sheetData><mergeCells><mergeCell ref="B1:B3"/><mergeCell ref="C1:D1"/></mergeCells>`,
    );
    expect(rows.map(({ cells }) => cells[1])).toEqual(['Naekasa', 'Naekasa', 'Naekasa', undefined]);
  });

  test('sheets come in the order of their tabs; hidden ones are named and not read', async () => {
    const sheet = (name: string) => ({
      name,
      xml: `<sheetData><row><c t="str"><v>${name}</v></c></row></sheetData>`,
    });
    const file = await openRosterFile(
      makeXlsx({
        sheets: [
          sheet('Dusun I'),
          { ...sheet('Kode'), state: 'hidden' },
          { ...sheet('X'), state: 'veryHidden' },
          sheet('Dusun II'),
        ],
      }),
    );
    expect(file.sheets.filter(({ hidden }) => hidden).map(({ name }) => name)).toEqual(['Kode', 'X']);
    expect((await collect(file.rows())).map(({ sheet, cells }) => [sheet, ...cells])).toEqual([
      ['Dusun I', 'Dusun I'],
      ['Dusun II', 'Dusun II'],
    ]);
  });

  test('names with a prefix, as some programs write them, make no difference', async () => {
    const rows = await rowsOf(
      '<x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>A</x:t></x:is></x:c></x:row></x:sheetData>',
    );
    expect(rows).toEqual([{ sheet: 'Daftar', row: 1, cells: ['A'] }]);
  });
});

describe('a workbook that cannot be read whole is refused', () => {
  const parts = makeParts({ sheets: [{ name: 'A', xml: '<sheetData><row><c><v>1</v></c></row>' }] });
  // biome-ignore format: aligned table of cases
  test.each([
    ['a sheet that stops half-way',       zipOf(parts),                                                                            'file.damaged'],
    ['a sheet that is not there',         zipOf([...parts].filter(([name]) => !name.includes('sheet1'))),                          'file.damaged'],
    ['a value 600 columns to the right',  makeXlsx({ sheets: [{ name: 'A', xml: '<sheetData><row r="1"><c r="WB1"><v>1</v></c></row></sheetData>' }] }), 'file.tooWide'],
  ] as const)('%s', async (_, bytes, code) => {
    await expect(collect(readRosterFile(bytes))).rejects.toMatchObject({ code });
  });

  test('the far cell is named', async () => {
    const bytes = makeXlsx({
      sheets: [{ name: 'A', xml: '<sheetData><row r="7"><c r="WB7"><v>1</v></c></row></sheetData>' }],
    });
    await expect(collect(readRosterFile(bytes))).rejects.toMatchObject({
      facts: { sheet: 'A', cell: 'WB7', limit: FILE_LIMITS.columns },
    });
  });
});

test('what hucre writes is read cell by cell as it was', async () => {
  const value = fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1 }),
    fc.integer({ min: -1_000_000, max: 1_000_000 }),
    fc.boolean(),
    fc.constant(null),
  );
  const table = fc.array(fc.array(value, { maxLength: 8 }), { minLength: 1, maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(table, async (rows) => {
      const read = await collect(readRosterFile(await writeXlsx({ sheets: [{ name: 'A', rows }] })));
      const expected = rows.flatMap((cells, index) => {
        const last = cells.findLastIndex((cell) => cell !== null);
        return last < 0 ? [] : [{ sheet: 'A', row: index + 1, cells: cells.slice(0, last + 1) }];
      });
      expect(read).toEqual(expected);
    }),
  );
});

test('column names and numbers are the same thing', () => {
  fc.assert(fc.property(fc.nat(16_383), (column) => columnOf(`${columnName(column)}7`) === column));
  expect([columnName(0), columnName(25), columnName(26), columnName(16_383)]).toEqual([
    'A',
    'Z',
    'AA',
    'XFD',
  ]);
});
