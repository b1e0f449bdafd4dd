import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FILE_LIMITS, type FileLimits, identifyFile, identifyText } from './guard.ts';
import { FileProblem } from './problem.ts';
import { readRosterFile } from './read.ts';
import { collect, makeParts, makeXlsx, textRows, zipOf } from './testing/xlsx.ts';
import { ZipBuilder } from './zip.ts';

const small = makeXlsx({
  sheets: [
    {
      name: 'A',
      xml: textRows([
        ['NIK', 'Nama'],
        ['5304', 'Anis'],
      ]),
    },
  ],
});
const ole = (stream: string): Uint8Array =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.from(stream, 'utf16le'),
  ]);
const text = (content: string, encoding: BufferEncoding = 'utf8'): Uint8Array =>
  Buffer.from(content, encoding);

function problemOf(bytes: Uint8Array, limits: FileLimits = FILE_LIMITS): FileProblem | undefined {
  try {
    identifyFile(bytes, limits);
    return undefined;
  } catch (error) {
    if (error instanceof FileProblem) return error;
    throw error;
  }
}

async function readProblem(bytes: Uint8Array): Promise<string | undefined> {
  try {
    await collect(readRosterFile(bytes));
    return undefined;
  } catch (error) {
    if (error instanceof FileProblem) return error.code;
    throw error;
  }
}

describe('a file that is no roster is refused by what it is', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    // case                                   bytes                                                  code                    found
    ['nothing at all',                        new Uint8Array(),                                      'file.empty',           undefined],
    ['blanks and line breaks',                text(' \r\n\t\n'),                                     'file.empty',           undefined],
    ['a byte order mark alone',               text('\ufeff'),                                        'file.empty',           undefined],
    ['a PDF',                                 text('%PDF-1.7\n'),                                    'file.notSpreadsheet',  'pdf'],
    ['a photograph',                          new Uint8Array([0xff, 0xd8, 0xff, 0xe0]),              'file.notSpreadsheet',  'image'],
    ['a web page saved as .xls',              text('\ufeff <html><table><tr><td>NIK'),               'file.notSpreadsheet',  'html'],
    ['a table of HTML saved as .xls',         text('<table border=1>'),                              'file.notSpreadsheet',  'html'],
    ['an XML file',                           text('<?xml version="1.0"?><a/>'),                     'file.notSpreadsheet',  'xml'],
    ['a Word document',                       zipOf([['word/document.xml', '<w/>']]),                'file.notSpreadsheet',  'word'],
    ['a LibreOffice table',                   zipOf([['mimetype', 'x'], ['content.xml', '<o/>']]),   'file.notSpreadsheet',  'opendocument'],
    ['a binary workbook',                     zipOf([['xl/workbook.bin', 'x']]),                     'file.notSpreadsheet',  'xlsb'],
    ['any other archive',                     zipOf([['foto.jpg', 'x']]),                            'file.notSpreadsheet',  'zip'],
    ['an old Word document',                  ole('WordDocument'),                                   'file.notSpreadsheet',  'word'],
    ['an old Excel file',                     ole('Workbook'),                                       'file.oldExcel',        undefined],
    ['a workbook with a password',            ole('EncryptedPackage'),                               'file.encrypted',       undefined],
    ['bytes of a program',                    new Uint8Array([1, 2, 3, 0, 5, 6, 7]),                 'file.notSpreadsheet',  'binary'],
    ['a workbook cut off at the end',         small.subarray(0, small.length - 30),                  'file.truncated',       undefined],
    ['a workbook of which half arrived',      small.subarray(0, small.length / 2),                   'file.truncated',       undefined],
    ['a CSV cut inside a letter of UTF-8',    text('Nama;José;Ande').subarray(0, 10),                undefined,              undefined],
    ['a CSV cut inside its second é',         text('é;é').subarray(0, 4),                            'file.truncated',       undefined],
  ] as const)('%s', (_, bytes, code, found) => {
    const problem = problemOf(bytes);
    expect([problem?.code, problem?.facts.found]).toEqual([code, found]);
  });

  test('a file above the limit is refused with its size and the limit', () => {
    const problem = problemOf(text('NIK;Nama'), { ...FILE_LIMITS, textBytes: 7 });
    expect([problem?.code, problem?.facts]).toEqual(['file.tooLarge', { bytes: 8, limit: 7 }]);
  });
});

describe('text is recognised in the encodings Indonesian offices use', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    ['UTF-8',                           text('Nama;José'),                                        'utf-8',        0],
    ['UTF-8 with a byte order mark',    text('\ufeffNama;José'),                                  'utf-8',        3],
    ['UTF-16 as Excel saves it',        text('\ufeffNama;José', 'utf16le'),                       'utf-16le',     2],
    ['UTF-16 without its mark',         text('Nama;Jose', 'utf16le'),                             'utf-16le',     0],
    ['UTF-16 big-endian',               Buffer.from(text('\ufeffNama', 'utf16le')).swap16(),      'utf-16be',     2],
    ['UTF-16 big-endian unmarked',      Buffer.from(text('Nama;Jose', 'utf16le')).swap16(),       'utf-16be',     0],
    ['Windows-1252',                    text('Nama;José', 'latin1'),                              'windows-1252', 0],
  ] as const)('%s', (_, bytes, encoding, skip) => {
    expect(identifyFile(bytes)).toEqual({ kind: 'csv', encoding, skip });
  });
});

describe('an archive made to exhaust the machine is refused unopened', () => {
  const zeros = new Uint8Array(12_000_000);
  const bomb = zipOf([...makeParts({ sheets: [] }), ['xl/worksheets/sheet1.xml', zeros]]);

  // biome-ignore format: aligned table of cases
  test.each([
    ['a part that unpacks a thousandfold',   bomb,   FILE_LIMITS],
    ['more parts than a workbook has',       small,  { ...FILE_LIMITS, entries: 3 }],
    ['more content than is allowed in all',  small,  { ...FILE_LIMITS, unpackedBytes: 1_000 }],
  ] as const)('%s', (_, bytes, limits) => {
    expect(problemOf(bytes, limits)?.code).toBe('file.bomb');
  });

  test('a part that unpacks to more than it declared is stopped while it unpacks', async () => {
    const parts = makeParts({ sheets: [{ name: 'A', xml: textRows([['NIK', 'Nama']]) }] });
    const sheet = parts.get('xl/worksheets/sheet1.xml') ?? '';
    parts.delete('xl/worksheets/sheet1.xml');
    const zip = new ZipBuilder();
    for (const [name, content] of parts) zip.add(name, content);
    zip.addCompressed('xl/worksheets/sheet1.xml', 0, 0, 10, [Buffer.from(sheet)]);
    expect(await readProblem(zip.build())).toBe('file.bomb');
  });

  test('parts that share their bytes are refused, as in the bomb of 42 kB that unpacks to petabytes', () => {
    const zip = new ZipBuilder();
    for (const name of ['xl/workbook.xml', 'b', 'c'])
      zip.addCompressed(name, 0, 0, 1000, [new Uint8Array(1000)]);
    const bytes = Buffer.from(zip.build());
    const centralHeader = Buffer.from([0x50, 0x4b, 1, 2]);
    for (let at = bytes.indexOf(centralHeader); at >= 0; at = bytes.indexOf(centralHeader, at + 1)) {
      bytes.writeUInt32LE(2_500, at + 20);
      bytes.writeUInt32LE(0, at + 42);
    }
    expect(problemOf(bytes)?.code).toBe('file.bomb');
  });
});

test('wherever a workbook is cut, it is refused and nothing else goes wrong', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 5, max: small.length - 1 }), async (length) => {
      expect(['file.truncated', 'file.damaged']).toContain(await readProblem(small.subarray(0, length)));
    }),
  );
});

test('whichever byte of a workbook is damaged, it is read as before or refused', async () => {
  const before = await collect(readRosterFile(small));
  await fc.assert(
    fc.asyncProperty(fc.nat(small.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
      const damaged = Uint8Array.from(small);
      damaged[at] = (small[at] ?? 0) ^ change;
      const problem = await readProblem(damaged);
      if (problem === undefined && damaged[0] === 0x50 && damaged[1] === 0x4b) {
        expect(await collect(readRosterFile(damaged))).toEqual(before);
      }
    }),
  );
});

test('a document type, the way to make XML explode, is refused', async () => {
  const parts = makeParts({ sheets: [{ name: 'A', xml: '' }] });
  parts.set(
    'xl/worksheets/sheet1.xml',
    '<!DOCTYPE a [<!ENTITY a "aaaa">]><worksheet><sheetData/></worksheet>',
  );
  expect(await readProblem(zipOf(parts))).toBe('file.damaged');
});

test('a text read in pieces is recognised as it is whole, wherever the pieces end', () => {
  const bytes = fc.oneof(
    fc.string({ unit: 'grapheme' }).map((content) => Buffer.from(content)),
    fc.uint8Array({ min: 0x20, maxLength: 12 }).map((content) => Buffer.from(content)),
  );
  const kindOf = (recognise: () => unknown) => {
    try {
      return recognise();
    } catch (error) {
      return error instanceof FileProblem ? [error.code, error.facts] : error;
    }
  };
  fc.assert(
    fc.property(bytes, fc.array(fc.nat({ max: 12 })), (content, lengths) => {
      const whole = Buffer.concat([Buffer.from('NIK;Nama\n'), content]);
      const pieces = [whole.subarray(0, 9)];
      let at = 9;
      for (const length of lengths) {
        pieces.push(whole.subarray(at, at + length));
        at = Math.min(whole.length, at + length);
      }
      pieces.push(whole.subarray(at));
      expect(kindOf(() => identifyText(() => pieces))).toEqual(kindOf(() => identifyText(() => [whole])));
    }),
    { numRuns: 500 },
  );
});
