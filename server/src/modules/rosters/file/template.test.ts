import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { annotateWorkbook } from './annotate.ts';
import { columnsOfTemplate, templateKinds } from './forms.ts';
import { RosterInterpreter } from './interpret.ts';
import { openRosterFile, readRosterFile } from './read.ts';
import { columnName } from './row.ts';
import { rosterTemplate, templateFileName } from './template.ts';
import { updateWorkbook } from './testing/fill.ts';
import { interpret } from './testing/rows.ts';
import { collect } from './testing/xlsx.ts';

const terms = {
  villages: [
    { name: 'Naekasa', district: 'Tasifeto Barat', regency: 'Belu' },
    { name: 'Fatuketi', district: 'Kakuluk Mesak', regency: 'Belu' },
  ],
  occupations: ['Petani', 'Nelayan'],
};

describe.each(templateKinds)('template %s', (kind) => {
  test.each(['id', 'en'] as const)('in %s is understood by the reader it is made for', async (language) => {
    const file = await rosterTemplate({ kind, language, ...terms });
    const { sheets } = interpret(await collect(readRosterFile(file)));
    const [roster, ...others] = sheets;
    const read = columnsOfTemplate(kind).flatMap(({ field }) => field ?? []);
    expect(roster?.layout).toMatchObject({ missing: [], doubles: [], form: { kind } });
    expect(roster?.layout?.form.version).toBeGreaterThan(0);
    expect(roster?.layout?.recognised.map(({ field }) => field)).toEqual(read);
    expect(others.map(({ because }) => because)).toEqual(others.map(() => 'ourSheet'));
  });

  test('says its version in the file name', () => {
    expect(templateFileName(kind, 'Desa Naekasa')).toMatch(/^[a-z0-9-]+-v\d+-desa-naekasa\.xlsx$/);
  });
});

test('a NIK column is text, so that Excel leaves all sixteen digits', async () => {
  const template = await rosterTemplate({ kind: 'payung', language: 'id', ...terms });
  const [sheet] = (await readXlsx(template, { readStyles: true })).sheets;
  expect(sheet?.rows[0]?.[1]).toBe('NIK');
  expect(['1,1', '1999,1'].map((place) => sheet?.cells?.get(place)?.style?.numFmt)).toEqual(['@', '@']);
  expect(sheet?.cells?.get('0,1')?.comment?.text).toMatch(/^16 angka/);
});

describe('lists to choose from', () => {
  const listsOf = async (kind: 'payung' | 'opensid') => {
    const [sheet, , choices] = (await readXlsx(await rosterTemplate({ kind, language: 'id', ...terms })))
      .sheets;
    return (header: string) => {
      const column = sheet?.rows[0]?.indexOf(header) ?? -1;
      const letter = columnName(column);
      const { formula1 = '' } =
        sheet?.dataValidations?.find(({ range }) => range.startsWith(`${letter}2:`)) ?? {};
      const [, listed = '', first, last] =
        /^'Pilihan'!\$([A-Z]+)\$(\d+):\$[A-Z]+\$(\d+)$/.exec(formula1) ?? [];
      return choices?.rows
        .slice(Number(first) - 1, Number(last))
        .map((row) => row[listed.charCodeAt(0) - 65]);
    };
  };

  test('hold the sex, the villages and districts of the area, and occupations', async () => {
    const list = await listsOf('payung');
    expect(list('Jenis Kelamin')).toEqual(['L', 'P']);
    expect(list('Desa/Kelurahan')).toEqual(['Fatuketi', 'Naekasa']);
    expect(list('Kecamatan')).toEqual(['Kakuluk Mesak', 'Tasifeto Barat']);
    expect(list('Jenis Pekerjaan')).toEqual(['Petani', 'Nelayan']);
  });

  test('are the numbers of OpenSID in its own sheet', async () => {
    const list = await listsOf('opensid');
    expect(list('sex')).toEqual(['1', '2']);
    expect(list('status_dasar')).toEqual(['1', '2', '3', '4', '6', '9']);
    expect(list('pekerjaan_id')).toHaveLength(89);
  });
});

test('what was filled into a template comes back as it was written', async () => {
  const filled = await updateWorkbook(await rosterTemplate({ kind: 'payung', language: 'id', ...terms }), {
    NIK: '5304061708909001',
    'Nama Lengkap': 'Yohanes Seran',
    'Tanggal Lahir': '17-08-1990',
    'Desa/Kelurahan': 'Naekasa',
    RT: '004',
    'Desil DTSEN': '2',
  });
  const file = await openRosterFile(filled);
  const interpreter = new RosterInterpreter();
  const rows = await collect(file.rows());
  const people = [...interpreter.push(rows).rows, ...interpreter.end().rows].filter(
    ({ kind }) => kind === 'person',
  );
  expect(people.map(({ values }) => values)).toEqual([
    {
      nik: '5304061708909001',
      name: 'Yohanes Seran',
      birth_date: '17-08-1990',
      village: 'Naekasa',
      rt: '004',
      decile: '2',
    },
  ]);
});

test('a template that goes back with reasons keeps its lists and notes, and is read again', async () => {
  const template = await rosterTemplate({ kind: 'payung', language: 'id', ...terms });
  const findings = [
    {
      sheet: 'Daftar v2',
      row: 2,
      column: 1,
      verdict: 'refused' as const,
      reason: 'NIK kurang.',
      remedy: 'Isi.',
    },
  ];
  const back = await annotateWorkbook(template, findings, {
    language: 'id',
    fileName: 'daftar.xlsx',
    checkedAt: '2026-11-26T00:00:00Z',
    headerRows: new Map([['Daftar v2', 1]]),
  });
  const [sheet] = (await readXlsx(back)).sheets;
  expect(sheet?.dataValidations?.length).toBeGreaterThan(3);
  expect(sheet?.cells?.get('0,1')?.comment?.text).toMatch(/^16 angka/);
  const { sheets } = interpret(await collect(readRosterFile(back)));
  expect(sheets[0]?.layout?.form).toEqual({ kind: 'payung', version: 2 });
});
