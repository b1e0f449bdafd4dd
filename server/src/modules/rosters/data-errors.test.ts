import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { day, rupiah } from '@payung/kernel';
import { describe, expect, test } from 'vitest';
import { loadAreas, shippedVillages } from '#areas';
import { createAgreement, createFund, createPartner } from '#partners';
import { testPlatform } from '#testing';
import { type DataError, dataErrorIds, withDataError } from '../../example/data-errors.ts';
import { listLines } from '../../example/list.ts';
import type { TypedRow } from '../../example/mistakes.ts';
import { Population } from '../../example/population.ts';
import { makeXlsx, textRows } from './file/testing/xlsx.ts';
import { acceptRoster, requestAcceptance } from './service/accept.ts';
import { checkRoster } from './service/check.ts';
import { getRoster, listRosterRows } from './service/read.ts';
import { sendRoster } from './service/send.ts';

const { terminal } = await testPlatform();
const province = 5_300_000_000;
await loadAreas(terminal);
const { partnerId } = await createPartner(terminal, { kind: 'government', name: 'Pemprov', area: province });
const fund = { kind: 'apbd_province', name: 'APBD', partnerId, area: province, year: 2026 } as const;
const { fundId } = await createFund(terminal, fund);
const agreementId = await createAgreement(terminal, {
  partnerId,
  area: province,
  kind: 'PKS',
  number: 'PKS/1',
  title: 'Pekerja rentan',
  segment: 'BPU',
  group: 'vulnerable',
  sector: 'other',
  programmes: ['JKK', 'JKM'],
  income: rupiah(1_000_000),
  fundId,
  from: day('2026-01-01'),
  until: null,
});

const population = new Population('data-errors', day('2026-01-01'));
const all = await shippedVillages();

/** A woman of whom every error can be made: three names, born from the 13th to the 28th, a number with 0, 1 and 5 that ends in no zero. */
function someone(regency = 5304): TypedRow {
  const villages = all.filter(({ code }) => Math.trunc(code / 1e6) === regency);
  for (;;) {
    const village = population.random.pick(villages);
    const person = population.person(village, [25, 45]);
    const { nik, name, sex, birthDate } = person;
    const fits =
      sex === 'P' &&
      name.split(' ').length === 3 &&
      birthDate.slice(8) > '12' &&
      birthDate.slice(8) < '29' &&
      !nik.endsWith('0');
    const letters = ['0', '1', '5'].every((digit) => nik.includes(digit));
    if (fits && letters) return { person, nik, name, sex, village: village.name };
  }
}

async function send(content: Uint8Array, fileName: string): Promise<string> {
  const terms = { agreementId, fileName, content, startsOn: day('2026-11-01'), policy: 'good_rows' } as const;
  const { rosterId } = await sendRoster(terminal, terms);
  await checkRoster.run(terminal, rosterId);
  return rosterId;
}

const sendRows = (rows: readonly TypedRow[], name: string) =>
  send(new TextEncoder().encode([...listLines({ rows, truth: [], population })].join('')), name);

/** Verdict, reason and warnings of every person row, in file order. */
async function findings(rosterId: string): Promise<string[]> {
  const { rows } = await listRosterRows(terminal, rosterId, {});
  return rows
    .filter(({ verdict }) => verdict !== 'ignored')
    .map(({ verdict, reason, warnings }) =>
      [verdict, reason, ...warnings.map(({ code }) => code).sort()].join(' '),
    );
}

describe('an error in the row of a stranger, and of somebody in the base', () => {
  // biome-ignore format: aligned table of cases
  const cases: readonly (readonly [error: DataError, stranger: string, known: string])[] = [
    // error                     of a stranger                                of somebody in the base
    ['nik.swappedNeighbours',    'new new.ready',                             'doubtful doubtful.similar'],
    ['nik.wrongDigit',           'new new.ready',                             'doubtful doubtful.similar'],
    ['nik.letterO',              'refused nik.letters',                       'refused nik.letters'],
    ['nik.letterI',              'refused nik.letters',                       'refused nik.letters'],
    ['nik.letterS',              'refused nik.letters',                       'refused nik.letters'],
    ['nik.digitMissing',         'refused nik.length',                        'refused nik.length'],
    ['nik.digitTooMany',         'refused nik.length',                        'refused nik.length'],
    ['nik.scientific',           'refused nik.scientific',                    'refused nik.scientific'],
    ['nik.lastDigitZero',        'new new.ready',                             'doubtful doubtful.similar'],
    ['nik.apostrophe',           'new new.ready',                             'known known.member'],
    ['nik.separators',           'new new.ready',                             'known known.member'],
    ['nik.invisible',            'new new.ready',                             'known known.member'],
    ['nik.familyCard',           'doubtful nik.birthDateDiffers nik.centuryUncertain nik.looksLikeKk nik.sexDiffers', 'doubtful nik.birthDateDiffers nik.centuryUncertain nik.looksLikeKk nik.sexDiffers'],
    ['nik.copiedFromAbove',      'doubtful nik.birthDateDiffers',             'doubtful doubtful.nikOfAnother'],
    ['nik.blank',                'new new.withoutNik',                        'known known.member'],
    ['nik.womanWithoutForty',    'doubtful nik.sexDiffers',                   'doubtful nik.sexDiffers'],
    ['nik.two',                  'refused nik.two',                           'refused nik.two'],
    ['date.slashes',             'new new.ready',                             'known known.member'],
    ['date.short',               'new new.ready date.twoDigitYear',           'known known.member date.twoDigitYear'],
    ['date.iso',                 'new new.ready',                             'known known.member'],
    ['date.monthFirst',          'new new.ready date.monthFirst',             'known known.member date.monthFirst'],
    ['date.words',               'new new.ready',                             'known known.member'],
    ['date.serial',              'new new.ready date.serial',                 'known known.member date.serial'],
    ['date.serial1904',          'doubtful nik.birthDateDiffers date.serial', 'known known.member date.serial nik.birthDateDiffers'],
    ['date.withPlace',           'new new.ready',                             'known known.member'],
    ['date.yearOnly',            'new new.ready',                             'known known.member'],
    ['date.customary',           'doubtful nik.birthDateDiffers date.customary', 'known known.member date.customary nik.birthDateDiffers'],
    ['date.impossible',          'new new.ready date.fromNik',                'known known.member date.fromNik'],
    ['date.twoDigitYear',        'new new.ready date.twoDigitYear',           'known known.member date.twoDigitYear'],
    ['date.typoInYear',          'new new.ready date.fromNik',                'known known.member date.fromNik'],
    ['date.dots',                'new new.ready',                             'known known.member'],
    ['date.romanMonth',          'new new.ready',                             'known known.member'],
    ['date.dayOfEntry',          'refused age.tooYoung date.recent nik.birthDateDiffers', 'refused age.tooYoung date.recent nik.birthDateDiffers'],
    ['name.capitals',            'new new.ready',                             'known known.member'],
    ['name.title',               'new new.ready',                             'known known.member'],
    ['name.abbreviated',         'new new.ready',                             'known known.member'],
    ['name.swappedOrder',        'new new.ready',                             'known known.member'],
    ['name.withoutFamilyName',   'new new.ready',                             'known known.member'],
    ['name.spaces',              'new new.ready',                             'known known.member'],
    ['name.deceased',            'doubtful name.deceased',                    'known known.member name.deceased'],
    ['name.alias',               'new new.ready',                             'known known.member'],
    ['name.father',              'new new.ready',                             'known known.member'],
    ['name.withNik',             'new new.ready',                             'known known.member'],
    ['name.otherSpelling',       'new new.ready',                             'known known.member'],
    ['name.nickname',            'new new.ready',                             'doubtful doubtful.nikOfAnother'],
    ['area.prefix',              'new new.ready',                             'known known.member'],
    ['area.misspelt',            'refused village.unknown',                   'refused village.unknown'],
    ['area.districtAsRegency',   'new new.ready',                             'known known.member'],
  ];

  test('every error that the generator makes has a case', () => {
    expect(cases.map(([error]) => error)).toEqual(dataErrorIds);
  });

  test('each has its verdict, reason and warnings', async () => {
    const { random } = population;
    const strangers = cases.map(([error]) => withDataError(someone(), error, random, someone()));
    const known = cases.map(() => someone());
    const base = await sendRows(known, 'basis.csv');
    await requestAcceptance(terminal, base);
    await acceptRoster.run(terminal, base);
    const again = cases.map(([error], n) =>
      withDataError(known[n] ?? someone(), error, random, known.at(n - 1)),
    );
    const found = await findings(await sendRows(strangers, 'baru.csv'));
    expect(cases.map(([error], n) => `${error}: ${found[n]}`)).toEqual(
      cases.map(([error, stranger]) => `${error}: ${stranger}`),
    );
    const foundAgain = await findings(await sendRows(again, 'lagi.csv'));
    expect(cases.map(([error], n) => `${error}: ${foundAgain[n]}`)).toEqual(
      cases.map(([error, , of]) => `${error}: ${of}`),
    );
  });
});

test('P beside W is Pria', async () => {
  const man = { ...someone(), sex: 'P' as const };
  const nik = man.person.nik.replace(
    /^(.{6})(..)/,
    (_, at, day) => `${at}${String(Number(day) - 40).padStart(2, '0')}`,
  );
  const woman = someone();
  const lines = [
    'NIK;Nama;Tanggal Lahir;JK;Desa;Kecamatan',
    `${nik};Yakob Contoh;${man.person.birthDate};P;${man.village};${man.person.village.district}`,
    `${woman.nik};${woman.name};${woman.person.birthDate};W;${woman.village};${woman.person.village.district}`,
  ];
  const rosterId = await send(new TextEncoder().encode(lines.join('\n')), 'pw.csv');
  expect(await findings(rosterId)).toEqual(['new new.ready sex.pria', 'new new.ready']);
});

describe('a village as lists name it', () => {
  // biome-ignore format: aligned table of cases
  const cases = [
    // error                           what is typed for village, kecamatan, kabupaten                  finding
    ['area.oldRegency',                { village: 'Wehali', district: 'Malaka Tengah', regency: 'Belu' }, 'new new.ready'],
    ['area.abbreviation',              { village: 'Oinlasi', district: 'Amanatun Selatan', regency: 'TTS' }, 'new new.ready'],
    ['area.nameInManyDistricts',       { village: 'Merdeka', district: '', regency: '' },               'refused village.ambiguous'],
    ['area.nameInManyDistricts',       { village: 'Merdeka', district: 'Kupang Timur', regency: '' },   'new new.ready'],
    ['area.villageAndWardOfOneName',   { village: 'Oesao', district: 'Kupang Timur', regency: '' },     'refused village.ambiguous'],
    ['area.villageAndWardOfOneName',   { village: 'Kel. Oesao', district: 'Kupang Timur', regency: '' }, 'new new.ready'],
  ] as const;

  test('is found, or said to be ambiguous', async () => {
    const found = await findings(
      await sendRows(
        cases.map(([, typed]) => ({ ...someone(), ...typed })),
        'desa.csv',
      ),
    );
    expect(cases.map(([error], n) => `${error}: ${found[n]}`)).toEqual(
      cases.map(([error, , finding]) => `${error}: ${finding}`),
    );
  });
});

describe('a workbook with every error that a sheet can hold', () => {
  // Two sheets, a heading over two rows, numbers as text that begin anew in each, a hidden column, blank rows, total, signatures.
  const errorsOfSheets = [
    'rows.blank',
    'rows.headingOverTwoRows',
    'rows.total',
    'rows.signature',
    'rows.numberRestarts',
    'rows.severalSheets',
    'rows.hiddenColumns',
    'rows.numbersAsText',
  ];
  const heading = [
    ['NO', 'IDENTITAS', '', 'TGL LAHIR', 'JK', 'DESA', 'KECAMATAN', 'PEKERJAAN', 'NO KK'],
    ['', 'NAMA', 'NIK', '', '', '', '', '', ''],
  ];
  const merged = '<mergeCells count="2"><mergeCell ref="B1:C1"/><mergeCell ref="A1:A2"/></mergeCells>';
  const hidden = '<cols><col min="9" max="9" width="9" hidden="1" customWidth="1"/></cols>';

  function sheet(name: string, people: readonly TypedRow[]) {
    const lines = people.map(({ person }, n) => [
      String(n + 1),
      person.name,
      person.nik,
      person.birthDate,
      person.sex,
      person.village.name,
      person.village.district,
      person.occupation,
      `${person.nik.slice(0, 6)}0101120001`,
    ]);
    const [first = [], ...others] = lines;
    const rows = [
      ...heading,
      first,
      [''],
      ...others,
      ['', 'JUMLAH', String(people.length)],
      [''],
      ['', 'Mengetahui,'],
      ['', 'Kepala Desa'],
      ['', '(.....................)'],
    ];
    return { name, xml: hidden + textRows(rows) + merged };
  }

  test('gives every person and ignores, with the reason, everything else', async () => {
    const people = Array.from({ length: 5 }, () => someone());
    const content = makeXlsx({
      sheets: [sheet('Dusun A', people.slice(0, 2)), sheet('Dusun B', people.slice(2))],
    });
    const rosterId = await send(content, 'dusun.xlsx');
    const { rows } = await listRosterRows(terminal, rosterId, {});
    const said = (sheetName: string) =>
      rows.filter(({ sheet: of }) => of === sheetName).map(({ row, reason }) => `${row} ${reason}`);
    const foot = (from: number) => [
      `${from} ignored.total`,
      `${from + 2} ignored.signature`,
      `${from + 3} ignored.signature`,
      `${from + 4} ignored.signature`,
    ];
    const head = ['1 ignored.header', '2 ignored.header', '3 new.ready'];
    expect(said('Dusun A')).toEqual([...head, '5 new.ready', ...foot(6)]);
    expect(said('Dusun B')).toEqual([...head, '5 new.ready', '6 new.ready', ...foot(7)]);
    const { counts } = (await getRoster(terminal, rosterId)).roster;
    expect(counts).toMatchObject({ rowsIn: rows.length, new: 5, ignored: rows.length - 5 });
  });

  test('every error of the catalogue has a case here', () => {
    const file = join(import.meta.dirname, '../../../../data/data-errors.json');
    const catalogue: { errors: { id: string }[] } = JSON.parse(readFileSync(file, 'utf8'));
    const tried = new Set<string>([
      ...dataErrorIds,
      'area.oldRegency',
      'area.abbreviation',
      'area.nameInManyDistricts',
      'area.villageAndWardOfOneName',
      ...errorsOfSheets,
    ]);
    expect(catalogue.errors.map(({ id }) => id).filter((id) => !tried.has(id))).toEqual([]);
    expect(catalogue.errors).toHaveLength(tried.size);
  });
});
