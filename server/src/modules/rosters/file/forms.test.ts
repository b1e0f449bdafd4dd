import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { parseDecile } from './decile.ts';
import { columnsOfTemplate, recogniseForm, templateKinds } from './forms.ts';
import { RosterInterpreter } from './interpret.ts';
import { wordOfCode } from './opensid-codes.ts';
import { openRosterFile } from './read.ts';
import type { Cell, RawRow } from './row.ts';
import { type FormFile, formFiles } from './testing/form-files.ts';
import { interpret, rawRows } from './testing/rows.ts';

/** The table as a file of either kind. */
const asFile = {
  xlsx: async (table: FormFile['table']) =>
    writeXlsx({ sheets: [{ name: 'Sheet1', rows: table.map((row) => [...row]) }] }),
  csv: async (table: FormFile['table']) =>
    Buffer.from(
      table
        .map((row) => row.map((cell) => (cell === null ? '' : `"${String(cell)}"`)).join(';'))
        .join('\r\n'),
    ),
};

describe.each(['xlsx', 'csv'] as const)('as %s', (type) => {
  test.each(formFiles)(
    'a list of layout $kind is recognised, and its people read',
    async ({ kind, table, first }) => {
      const file = await openRosterFile(await asFile[type](table));
      const interpreter = new RosterInterpreter();
      const rows: RawRow[] = [];
      for await (const row of file.rows()) rows.push(row);
      const begun = interpreter.push(rows);
      const ended = interpreter.end();
      const [sheet] = [...begun.sheets, ...ended.sheets];
      expect(sheet?.layout).toMatchObject({ form: { kind }, missing: [], doubles: [] });
      const people = [...begun.rows, ...ended.rows].filter((row) => row.kind === 'person');
      expect(people).toHaveLength(2);
      expect(people[0]?.values).toMatchObject(first);
    },
  );
});

test('whom OpenSID lists as dead is read as dead', () => {
  const [headings, row] = formFiles[0]?.table ?? [];
  const dead = row?.map((cell, column) => (headings?.[column] === 'status_dasar' ? '2' : cell)) ?? [];
  const { rows } = interpret(rawRows([headings ?? [], dead]));
  expect(rows.at(-1)?.values?.life).toBe('Mati');
});

describe('a number stands for a word only below a heading of OpenSID', () => {
  // biome-ignore format: aligned table of cases
  test.each<[string, Cell, Cell]>([
    ['pekerjaan_id',  '9',       'Petani/Pekebun'],
    ['pekerjaan_id',  88,        'Wiraswasta'],
    ['pekerjaan_id',  '90',      '90'],
    ['pekerjaan_id',  'Petani',  'Petani'],
    ['status_dasar',  '5',       '5'],
    ['Pekerjaan',     '9',       '9'],
  ])('%s %s', (header, written, read) => {
    const { rows } = interpret(rawRows([['NIK', 'Nama', header], ['5304061708909001', 'Yohanes Seran', written]]));
    const values = rows.at(-1)?.values;
    expect(values?.occupation ?? values?.life).toBe(read);
  });

  test('a word that is missing from the list leaves the number', () => {
    expect(wordOfCode(['Hidup', null], '2')).toBe('2');
  });
});

// biome-ignore format: aligned table of cases
test.each<[Cell, number | undefined]>([
  [1, 1], ['3', 3], ['Desil 3', 3], ['DESIL-10', 10], ['D4', 4], ['03', 3], [0, undefined], [11, undefined], ['-', undefined], [null, undefined], ['miskin', undefined], ['1-2', undefined],
])('decile %j is %s', (cell, decile) => {
  expect(parseDecile(cell)).toBe(decile);
});

test.each(templateKinds)('the headings of template %s are recognised as their own', (kind) => {
  const columns = columnsOfTemplate(kind);
  expect(
    recogniseForm(
      columns.map(({ header }) => header),
      'Sheet1',
    ),
  ).toEqual({ kind });
  const fields = columns.flatMap(({ field }) => (field === undefined || field === 'note' ? [] : [field]));
  expect(new Set(fields).size).toBe(fields.length);
  expect(fields).toEqual(expect.arrayContaining(['nik', 'name', 'birth_date']));
});
