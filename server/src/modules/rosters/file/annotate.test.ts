import fc from 'fast-check';
import { openXlsx, readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { type AnnotateOptions, annotateWorkbook, type Finding } from './annotate.ts';
import { SUMMARY_MARK } from './interpret.ts';
import { openRosterFile, readRosterFile } from './read.ts';
import type { Cell } from './row.ts';
import { fates, interpret } from './testing/rows.ts';
import { collect, type MadeSheet, makeXlsx, textRows } from './testing/xlsx.ts';
import { entryText, readZipDirectory } from './zip.ts';

const options: AnnotateOptions = {
  language: 'id',
  fileName: 'naekasa.xlsx',
  checkedAt: '21 November 2026 13.00',
  headerRows: new Map([
    ['Dusun I', 1],
    ['Dusun II', 2],
    ['', 1],
  ]),
};

const refused: Finding = {
  sheet: 'Dusun I',
  row: 2,
  column: 0,
  verdict: 'refused',
  reason: 'NIK 15 angka',
  remedy: 'Ketik ulang 16 angka dari KTP',
};

const TABLE = textRows([
  ['NIK', 'Nama'],
  ['530406170890900', 'Yohanes Seran'],
  ['5304065708909001', 'Maria Bete'],
]);

function workbook(xml = TABLE, more: Partial<MadeSheet> = {}): Uint8Array {
  return makeXlsx({ sheets: [{ name: 'Dusun I', xml, ...more }], formats: ['dd-mm-yyyy'] });
}

async function table(bytes: Uint8Array, sheet = 'Dusun I'): Promise<Record<number, readonly Cell[]>> {
  const rows = await collect(readRosterFile(bytes));
  return Object.fromEntries(rows.filter((row) => row.sheet === sheet).map(({ row, cells }) => [row, cells]));
}

async function part(bytes: Uint8Array, name: string): Promise<string> {
  const entry = readZipDirectory(bytes).find((known) => known.name === name);
  return entry === undefined ? '' : entryText(bytes, entry);
}

describe('the workbook comes back with the verdicts beside the rows', () => {
  test('result, reason and remedy to the right, headers in the header row, the rest as it was', async () => {
    expect(await table(await annotateWorkbook(workbook(), [refused], options))).toEqual({
      1: ['NIK', 'Nama', 'Hasil', 'Alasan', 'Perbaikan'],
      2: ['530406170890900', 'Yohanes Seran', 'Ditolak', 'NIK 15 angka', 'Ketik ulang 16 angka dari KTP'],
      3: ['5304065708909001', 'Maria Bete'],
    });
  });

  test('several findings on a row: the worst verdict, all reasons', async () => {
    const doubtful: Finding = {
      ...refused,
      column: 1,
      verdict: 'doubtful',
      reason: 'Mirip Yohanis Seran',
      remedy: '',
    };
    const rows = await table(await annotateWorkbook(workbook(), [doubtful, refused], options));
    expect(rows[2]?.slice(2, 4)).toEqual(['Ditolak', 'Mirip Yohanis Seran; NIK 15 angka']);
  });

  test('the offending cell is coloured and keeps its format; its neighbours keep their style', async () => {
    const xml =
      '<sheetData><row r="1"><c r="A1" s="1"><v>33102</v></c><c r="B1" s="1"><v>33103</v></c></row></sheetData>';
    const finding = { ...refused, row: 1 };
    const bytes = await annotateWorkbook(workbook(xml), [finding], { ...options, headerRows: new Map() });
    const [sheet] = (await readXlsx(bytes, { readStyles: true })).sheets;
    const style = (place: string) => sheet?.cells?.get(place)?.style;
    expect(style('0,0')).toMatchObject({ numFmt: 'dd-mm-yyyy', fill: { fgColor: { rgb: 'FFC7CE' } } });
    expect(style('0,1')?.fill).not.toMatchObject({ fgColor: { rgb: 'FFC7CE' } });
    expect((await table(bytes))[1]?.slice(0, 2)).toEqual([new Date('1990-08-17'), new Date('1990-08-18')]);
  });

  test('a summary sheet says the file, when, and how many rows ended where', async () => {
    const known: Finding = { ...refused, row: 3, verdict: 'known', reason: '', remedy: '' };
    const rows = await table(await annotateWorkbook(workbook(), [refused, known], options), 'Payung');
    expect([rows[1], rows[2], rows[3], rows[5], rows[6]]).toEqual([
      [SUMMARY_MARK],
      ['Berkas', 'naekasa.xlsx'],
      ['Diperiksa', '21 November 2026 13.00'],
      ['Lembar', 'Ditolak', 'Perlu diperiksa', 'Baru', 'Sudah terdaftar', 'Dilewati', 'Baris'],
      ['Dusun I', 1, 0, 0, 1, 0, 2],
    ]);
  });

  test('in English for those who read English', async () => {
    const rows = await table(await annotateWorkbook(workbook(), [refused], { ...options, language: 'en' }));
    expect([rows[1]?.slice(2), rows[2]?.[2]]).toEqual([['Result', 'Reason', 'Remedy'], 'Refused']);
  });

  test('every sheet gets its own; hidden sheets stay hidden', async () => {
    const hidden: MadeSheet = { name: 'Kode', xml: textRows([['1', 'L']]), state: 'hidden' };
    const second: MadeSheet = { name: 'Dusun II', xml: textRows([['Dusun II'], ['NIK'], ['1']]) };
    const original = makeXlsx({ sheets: [{ name: 'Dusun I', xml: TABLE }, hidden, second] });
    const bytes = await annotateWorkbook(
      original,
      [refused, { ...refused, sheet: 'Dusun II', row: 3 }],
      options,
    );
    expect((await openRosterFile(bytes)).sheets).toEqual([
      { name: 'Dusun I', hidden: false },
      { name: 'Kode', hidden: true },
      { name: 'Dusun II', hidden: false },
      { name: 'Payung', hidden: false },
    ]);
    expect((await table(bytes, 'Dusun II'))[2]).toEqual(['NIK', 'Hasil', 'Alasan', 'Perbaikan']);
  });
});

describe('what the user made stays', () => {
  test('filters, merges, conditional colours, lists and print settings are carried over as they are', async () => {
    const around =
      '<autoFilter ref="A1:B3"/><mergeCells count="1"><mergeCell ref="A5:B5"/></mergeCells><conditionalFormatting sqref="A1"><cfRule type="duplicateValues" priority="1"/></conditionalFormatting><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><extLst><ext uri="x">kept</ext></extLst>';
    const bytes = await annotateWorkbook(workbook(TABLE + around), [refused], options);
    expect(await part(bytes, 'xl/worksheets/sheet1.xml')).toContain(`${around}</worksheet>`);
  });

  test('column widths are kept and cut where they overlap the new columns', async () => {
    const columns =
      '<cols><col min="1" max="1" width="5"/><col min="2" max="16384" width="9" customWidth="1"/></cols>';
    const xml = await part(
      await annotateWorkbook(workbook(columns + TABLE), [refused], options),
      'xl/worksheets/sheet1.xml',
    );
    const spans = [...xml.matchAll(/<col min="(\d+)" max="(\d+)"/g)].map(([, min, max]) => [
      Number(min),
      Number(max),
    ]);
    expect(spans).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
      [4, 4],
      [5, 5],
      [6, 16_384],
    ]);
  });

  test('empty coloured cells to the right give way, and cells stay in the order of their columns', async () => {
    const xml =
      '<sheetData><row r="1" spans="1:9"><c r="A1"><v>1</v></c><c r="B1" s="1"/><c r="C1" s="1"/><c r="D1" s="1"/><c r="I1" s="1"/></row></sheetData>';
    const bytes = await annotateWorkbook(workbook(xml), [{ ...refused, row: 1 }], {
      ...options,
      headerRows: new Map(),
    });
    const written = await part(bytes, 'xl/worksheets/sheet1.xml');
    expect([...written.matchAll(/ r="([A-Z]+1)"/g)].map(([, place]) => place)).toEqual([
      'A1',
      'B1',
      'C1',
      'D1',
      'I1',
    ]);
    expect(written).not.toContain('spans');
  });

  test('a sheet called Payung of the user is not ours', async () => {
    const original = makeXlsx({
      sheets: [
        { name: 'Dusun I', xml: TABLE },
        { name: 'PAYUNG', xml: textRows([['milik kami']]) },
      ],
    });
    const file = await openRosterFile(await annotateWorkbook(original, [refused], options));
    expect(file.sheets.map(({ name }) => name)).toEqual(['Dusun I', 'PAYUNG', 'Payung 2']);
  });
});

describe('a workbook that was given back before', () => {
  test('has its columns and its summary replaced, in the other language too', async () => {
    const once = await annotateWorkbook(workbook(), [refused], options);
    const twice = await annotateWorkbook(once, [{ ...refused, row: 3 }], { ...options, language: 'en' });
    expect((await openRosterFile(twice)).sheets.map(({ name }) => name)).toEqual(['Dusun I', 'Payung']);
    const rows = await table(twice);
    expect(rows[1]).toEqual(['NIK', 'Nama', 'Result', 'Reason', 'Remedy']);
    expect(rows[3]?.[2]).toBe('Refused');
  });

  test('is read again as the same people, its summary left aside', async () => {
    const unread = { answer: null, answer_words: null };
    const before = interpret(await collect(readRosterFile(workbook()))).rows;
    const again = interpret(
      await collect(readRosterFile(await annotateWorkbook(workbook(), [refused], options))),
    ).rows;
    // Our Hasil and Alasan are also what a branch calls its answer; no roster reads them.
    const people = (rows: typeof before) =>
      rows.flatMap(({ values }) => (values === undefined ? [] : [{ ...values, ...unread }]));
    expect(people(again)).toEqual(people(before));
    expect(Object.values(fates(again.filter(({ raw }) => raw.sheet === 'Payung')))).toContain('ourSheet');
  });
});

describe('nothing in the workbook computes any more', () => {
  test('formulas become their values, those never computed become text', async () => {
    const xml = `<sheetData><row r="1"><c r="A1" t="str"><f>cmd|' /C calc'!A0</f><v>0</v></c><c r="B1"><f t="shared" ref="B1:B9" si="0">A1+1</f><v>5</v></c><c r="C1"><f>cmd|'/C calc'!A0</f></c></row></sheetData>`;
    const bytes = await annotateWorkbook(workbook(xml), [{ ...refused, row: 1 }], options);
    expect(await part(bytes, 'xl/worksheets/sheet1.xml')).not.toMatch(/<f[\s>]/);
    const [row] = await collect(readRosterFile(bytes));
    expect([row?.cells.slice(0, 3), row?.marks]).toEqual([['0', 5, "'=cmd|'/C calc'!A0"], undefined]);
  });

  test('formulas on hidden sheets and on sheets without findings as well', async () => {
    const live = '<sheetData><row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row></sheetData>';
    const original = makeXlsx({
      sheets: [
        { name: 'Dusun I', xml: TABLE },
        { name: 'K', xml: live, state: 'hidden' },
        { name: 'L', xml: live },
      ],
    });
    const bytes = await annotateWorkbook(original, [refused], options);
    for (const sheet of [2, 3])
      expect(await part(bytes, `xl/worksheets/sheet${sheet}.xml`)).toContain('<c r="A1"><v>2</v></c>');
  });

  test('macros, links to other files and the order of calculation are left out, and no list names them', async () => {
    const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const original = makeXlsx({
      sheets: [{ name: 'Dusun I', xml: TABLE }],
      parts: {
        'xl/vbaProject.bin': 'macro',
        'xl/externalLinks/externalLink1.xml': '<externalLink/>',
        'xl/calcChain.xml': '<calcChain/>',
      },
      contentTypes:
        '<Override PartName="/xl/vbaProject.bin" ContentType="application/vnd.ms-office.vbaProject"/><Override PartName="/xl/externalLinks/externalLink1.xml" ContentType="x"/><Override PartName="/xl/calcChain.xml" ContentType="x"/>',
      workbookRelationships: `<Relationship Id="v" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/><Relationship Id="e" Type="${office}/externalLink" Target="externalLinks/externalLink1.xml"/><Relationship Id="c" Type="${office}/calcChain" Target="calcChain.xml"/>`,
      workbookXml: '<externalReferences><externalReference r:id="e"/></externalReferences>',
    });
    const bytes = await annotateWorkbook(original, [refused], options);
    expect(readZipDirectory(bytes).filter(({ name }) => /vba|external|calcChain/.test(name))).toEqual([]);
    for (const list of ['[Content_Types].xml', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels']) {
      expect(await part(bytes, list)).not.toMatch(/vba|external|calcChain/i);
    }
  });

  test('whatever reason is given, it comes back as text that is safe and otherwise the same', async () => {
    const reason = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 50 }).map((text) => `=${text}`);
    await fc.assert(
      fc.asyncProperty(reason, async (text) => {
        const rows = await table(await annotateWorkbook(workbook(), [{ ...refused, reason: text }], options));
        expect(rows[2]?.[3]).toBe(`'${text}`);
      }),
      { numRuns: 50 },
    );
  });
});

describe('a CSV comes back as a workbook', () => {
  const csv = Buffer.from('NIK;Nama\n\n530406170890900;=cmd|x!A0\n', 'utf8');

  test('with the NIK as text, every row at its number and formulas made harmless', async () => {
    const rows = await table(
      await annotateWorkbook(csv, [{ ...refused, sheet: '', row: 3 }], options),
      'Data',
    );
    expect(rows).toEqual({
      1: ['NIK', 'Nama', 'Hasil', 'Alasan', 'Perbaikan'],
      3: ['530406170890900', "'=cmd|x!A0", 'Ditolak', 'NIK 15 angka', 'Ketik ulang 16 angka dari KTP'],
    });
  });
});

test('another reader finds the workbook in order', async () => {
  const bytes = await annotateWorkbook(workbook(), [refused], options);
  const book = await openXlsx(bytes);
  expect(book.sheets.map(({ name }) => name)).toEqual(['Dusun I', 'Payung']);
  expect(book.sheets[0]?.rows[1]).toEqual([
    '530406170890900',
    'Yohanes Seran',
    'Ditolak',
    'NIK 15 angka',
    'Ketik ulang 16 angka dari KTP',
  ]);
});
