import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryDirectory } from '@payung/server/testing';
import fc from 'fast-check';
import papaparse from 'papaparse';
import { describe, expect, test } from 'vitest';
import { OpenQuote, Scanner, textIn } from './scan.ts';
import { readTable, type Table, textsOf } from './table.ts';

function scanned(pieces: readonly string[]): readonly (readonly string[])[] {
  const records: string[][] = [];
  const scanner = new Scanner(({ units, count, starts, ends }) =>
    records.push(Array.from({ length: count }, (_, n) => textIn(units, starts[n] ?? 0, ends[n] ?? 0))),
  );
  for (const piece of pieces) scanner.push(piece);
  scanner.end();
  return records;
}

describe('a CSV', () => {
  // biome-ignore format: aligned table of cases
  test.each<[string, string, readonly (readonly string[])[]]>([
    ['blanks around cells are dropped', 'a, b\n 1 ,2 \n',            [['a', 'b'], ['1', '2']]],
    ['empty lines are passed over',     'a,b\n\n1,2\n\n',           [['a', 'b'], ['1', '2']]],
    ['empty cells stay',                'a,b\n,\n',                 [['a', 'b'], ['', '']]],
    ['a delimiter in a quoted cell',    'a,b\n"1,5", "2"\n',        [['a', 'b'], ['1,5', '2']]],
    ['a doubled quotation mark',        'a\n"say ""no"""\n',        [['a'], ['say "no"']]],
    ['a mark within a cell',            'a,b\n5"2,x\n',             [['a', 'b'], ['5"2', 'x']]],
    ['one column',                      'a\n1\n2',                  [['a'], ['1'], ['2']]],
    ['commas in a file of semicolons',  'a;b\n1,5;2\n',             [['a', 'b'], ['1,5', '2']]],
  ])('%s', (_, text, records) => {
    expect(scanned([text])).toEqual(records);
    expect(scanned([...text])).toEqual(records);
  });

  test('is read as the one that wrote it meant, wherever the pieces end', () => {
    const cell = fc.stringMatching(/^[ab",;\n\r ]{0,6}$/).map((text) => text.trim());
    const table = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(
        table,
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom('\n', '\r\n'),
        (rows, size, newline) => {
          const all = [['x', 'y'], ...rows];
          const text = papaparse.unparse(all, { newline, quotes: rows.length % 2 === 0 });
          const pieces = text.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [];
          expect(scanned(pieces)).toEqual(all);
        },
      ),
    );
  });

  test('with a mark that is never closed names the line', () => {
    expect(() => scanned(['a\n1\n"2\n3\n'])).toThrow(new OpenQuote(3));
  });
});

function textsIn(table: Table | undefined): Readonly<Record<string, readonly string[]>> {
  const columns = Object.entries(table?.columns ?? {});
  return Object.fromEntries(columns.map(([name, column]) => [name, textsOf(column)]));
}

// biome-ignore format: aligned table of cases
test.each<[string, Buffer]>([
  ['UTF-8',                 Buffer.from('id,nama\n1,José\n')],
  ['UTF-8 with its mark',   Buffer.from('\ufeffid,nama\n1,José\n')],
  ['UTF-16 with its mark',  Buffer.from('\ufeffid,nama\n1,José\n', 'utf16le')],
  ['Latin-1',               Buffer.from('id,nama\n1,José\n', 'latin1')],
  ['line ends of old Macs', Buffer.from('id,nama\r1,José\r')],
])('%s', async (_, bytes) => {
  const path = join(temporaryDirectory(), 'table.csv');
  writeFileSync(path, bytes);
  const table = await readTable(path);
  expect(table?.rows).toBe(1);
  expect(textsIn(table)).toEqual({ id: ['1'], nama: ['José'] });
});

test('headers that come again are numbered, columns without one left out, short rows filled', async () => {
  const path = join(temporaryDirectory(), 'table.csv');
  writeFileSync(path, ',a,a\n0,1,2\n0,3\n');
  expect(textsIn(await readTable(path))).toEqual({ a: ['1', '3'], a_2: ['2', ''] });
});
