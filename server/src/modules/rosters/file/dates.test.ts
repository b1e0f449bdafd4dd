import { type Day, day, dayFromNumber, dayNumber, partsOf } from '@payung/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnIsMonthFirst, parseBirth } from './dates.ts';
import type { Cell } from './row.ts';

const today = day('2026-11-21');

/** A reading on one line: day, precision if not the day, alternative, place and warnings, or the code. */
function read(cell: Cell, options: { monthFirst?: boolean; date1904?: boolean } = {}): string {
  const reading = parseBirth(cell, { today, ...options });
  if (!reading.ok) return [reading.code, reading.place].filter(Boolean).join(' ');
  const { day: date, precision, alternative, place, warnings } = reading;
  const or = alternative === undefined ? '' : `or ${alternative}`;
  const short = warnings.map((warning) => warning.replace('date.', '!'));
  return [date, precision === 'day' ? '' : precision, or, place, ...short].filter(Boolean).join(' ');
}

describe('a date of birth is read in every form lists use', () => {
  // biome-ignore format: aligned table of cases
  test.each<[string, Cell, string]>([
    ['slashes',                               '17/08/1990',               '1990-08-17'],
    ['dashes, no zeros',                      '7-8-1990',                 '1990-08-07'],
    ['dots',                                  '17.08.1990',               '1990-08-17'],
    ['spaces',                                '17 08 1990',               '1990-08-17'],
    ['spaces around dashes',                  '17 - 08 - 1990',           '1990-08-17'],
    ['long dashes from Word',                 '17–08–1990',               '1990-08-17'],
    ['ISO',                                   '1990-08-17',               '1990-08-17'],
    ['ISO with a time',                       '1990-08-17 00:00:00',      '1990-08-17'],
    ['eight digits',                          '17081990',                 '1990-08-17'],
    ['eight digits, year first',              '19900817',                 '1990-08-17'],
    ['eight digits that begin like a year',   '19121990',                 '1990-12-19'],
    ['month in words',                        '17 Agustus 1990',          '1990-08-17'],
    ['month shortened',                       '17 Ags 1990',              '1990-08-17'],
    ['month shortened otherwise',             '17-Agust-1990',            '1990-08-17'],
    ['month written together',                '17Agustus1990',            '1990-08-17'],
    ['old spelling of February',              '17 Pebruari 1990',         '1990-02-17'],
    ['old spelling of November',              '5 NOPEMBER 1988',          '1988-11-05'],
    ['English month from Excel',              '17-Aug-1990',              '1990-08-17'],
    ['Roman month',                           '17-VIII-1990',             '1990-08-17'],
    ['Roman month of one letter',             '17 i 1990',                '1990-01-17'],
    ['an apostrophe in front',                "'17-08-1990",              '1990-08-17'],
    ['O typed for zero',                      'O7-O8-1990',               '1990-08-07'],
    ['a date cell',                           new Date('1990-08-17'),     '1990-08-17'],
    ['an Excel number',                       33_102,                     '1990-08-17 !serial'],
    ['an Excel number as text',               '33102',                    '1990-08-17 !serial'],
    ['place and date',                        'Kupang, 17-08-1990',       '1990-08-17 Kupang'],
    ['place and date without comma',          'Soe 17 08 1990',           '1990-08-17 Soe'],
    ['place, slash, date',                    'Atambua/17-08-1990',       '1990-08-17 Atambua'],
    ['place, tgl, date in words',             'Oesao, tgl 17 Mei 1990',   '1990-05-17 Oesao'],
    ['place with a space',                    'Nusa Tenggara, 17-8-1990', '1990-08-17 Nusa Tenggara'],
    ['a year',                                '1990',                     '1990-01-01 year'],
    ['a year as a number',                    1990,                       '1990-01-01 year'],
    ['place and year',                        'Kupang, 1955',             '1955-01-01 year Kupang'],
    ['day and month zero',                    '00-00-1955',               '1955-01-01 year'],
    ['day zero',                              '00-05-1955',               '1955-05-01 month'],
    ['month and year',                        'Agustus 1990',             '1990-08-01 month'],
    ['month and year in numbers',             '08-1990',                  '1990-08-01 month'],
    ['two digits of the year',                '17-8-90',                  '1990-08-17 !twoDigitYear'],
    ['two digits that fit both centuries',    '17-08-24',                 '2024-08-17 or 1924-08-17 !twoDigitYear !recent'],
    ['two digits of a year yet to come',      '17-08-27',                 '1927-08-17 !twoDigitYear'],
    ['two digits of a day yet to come',       '22-11-26',                 '1926-11-22 !twoDigitYear'],
    ['month first, beyond doubt',             '08/17/1990',               '1990-08-17 !monthFirst'],
    ['slashes that could be month first',     '03/04/1990',               '1990-04-03 or 1990-03-04 !ambiguous'],
    ['dashes are day first',                  '03-04-1990',               '1990-04-03'],
    ['the same day either way',               '04/04/1990',               '1990-04-04'],
    ['the usual date of those without one',   '01-07-1955',               '1955-07-01 !customary'],
    ['the last of December',                  '31-12-1960',               '1960-12-31 !customary'],
    ['the date of entry',                     '2025-07-18',               '2025-07-18 !recent'],
    ['today',                                 '21-11-2026',               '2026-11-21 !recent'],
    ['29 February of a leap year',            '29-02-2000',               '2000-02-29'],
  ])('%s: %s', (_, cell, expected) => {
    expect(read(cell)).toBe(expected);
  });
});

describe('what is no date says why', () => {
  // biome-ignore format: aligned table of cases
  test.each<[string, Cell, string]>([
    ['31 June',                        '31-06-1990',          'date.impossible'],
    ['30 February',                    '30-02-1985',          'date.impossible'],
    ['29 February of a common year',   '29-02-1900',          'date.year'],
    ['29 February 1990',               '29-02-1990',          'date.impossible'],
    ['month 13, day 32',               '32-13-1990',          'date.impossible'],
    ['a day without a month',          '17-00-1990',          'date.impossible'],
    ['impossible, with a place',       'Kupang, 31-06-1990',  'date.impossible Kupang'],
    ['another century',                '17-08-1890',          'date.year'],
    ['five digits of a year',          '17-08-19990',         'date.year'],
    ['three digits of a year',         '17-08-199',           'date.year'],
    ['years to come',                  '17-08-2090',          'date.future'],
    ['tomorrow',                       '22-11-2026',          'date.future'],
    ['words',                          'lahir di kebun',      'date.unreadable'],
    ['half a date',                    '17-08 1990 ?',        'date.unreadable'],
    ['yes',                            true,                  'date.unreadable'],
    ['nothing',                        null,                  'date.missing'],
    ['a dash',                         '-',                   'date.missing'],
    ['not yet known',                  'belum ada',           'date.missing'],
  ])('%s: %s', (_, cell, expected) => {
    expect(read(cell)).toBe(expected);
  });
});

test('numbers count from 1904 where the workbook says so', () => {
  expect(read(31_640, { date1904: true })).toBe('1990-08-17 !serial');
});

test('a column that is month first turns the ambiguous dates round', () => {
  expect(read('03/04/1990', { monthFirst: true })).toBe('1990-03-04 or 1990-04-03 !ambiguous');
});

describe('a column is month first', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    ['when one date can only be so',                ['03/04/1990', '08/17/1990'],               true],
    ['not when one can only be day first',          ['08/17/1990', '17/08/1990'],               false],
    ['not when nothing tells',                      ['03/04/1990', null, 5, 'Kupang'],          false],
    ['not for dashes, which Americans do not use',  ['08-17-1990'],                             false],
  ] as const)('%s', (_, cells, expected) => {
    expect(columnIsMonthFirst(cells)).toBe(expected);
  });
});

const MONTHS = [
  'Januari',
  'Pebruari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'Nopember',
  'Desember',
];
const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];
const two = (number: number): string => String(number).padStart(2, '0');

const FORMS: Readonly<Record<string, (year: number, month: number, dayOfMonth: number) => Cell>> = {
  'dd-mm-yyyy': (y, m, d) => `${two(d)}-${two(m)}-${y}`,
  'd/m/yyyy': (y, m, d) => `${d}/${m}/${y}`,
  'dd.mm.yyyy': (y, m, d) => `${two(d)}.${two(m)}.${y}`,
  'yyyy-mm-dd': (y, m, d) => `${y}-${two(m)}-${two(d)}`,
  'd Bulan yyyy': (y, m, d) => `${d} ${MONTHS[m - 1]} ${y}`,
  'd-ROMAN-yyyy': (y, m, d) => `${d}-${ROMAN[m - 1]}-${y}`,
  'Tempat, dd-mm-yyyy': (y, m, d) => `Kupang, ${two(d)}-${two(m)}-${y}`,
  'TEMPAT d bulan yyyy': (y, m, d) => `LARANTUKA ${d} ${(MONTHS[m - 1] ?? '').toUpperCase()} ${y}`,
  'date cell': (y, m, d) => new Date(Date.UTC(y, m - 1, d)),
  serial: (y, m, d) => Date.UTC(y, m - 1, d) / 86_400_000 + 25_569,
};

test.each(Object.entries(FORMS))('any day written as %s is read as that day', (_, write) => {
  const [first, last] = [dayNumber(day('1911-01-01')), dayNumber(today)];
  fc.assert(
    fc.property(fc.integer({ min: first, max: last }), (number) => {
      const date: Day = dayFromNumber(number);
      const { year, month, dayOfMonth } = partsOf(date);
      const reading = parseBirth(write(year, month, dayOfMonth), { today });
      expect(reading).toMatchObject({ ok: true, day: date, precision: 'day' });
    }),
  );
});

test('no text makes the reader fail, and no date it reads lies in the future', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom(...'0123456789-/. ,IVXmeijun') }),
  );
  fc.assert(
    fc.property(text, (any) => {
      const reading = parseBirth(any, { today });
      return !reading.ok || reading.day <= today;
    }),
  );
});
