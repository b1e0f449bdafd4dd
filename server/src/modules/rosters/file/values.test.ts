import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cell } from './row.ts';
import { parseRtRw, parseSex, parseWage } from './values.ts';

describe('sex', () => {
  // biome-ignore format: aligned table of cases
  test.each<[Cell, string]>([
    ['L', 'L'], ['l.', 'L'], ['LK', 'L'], ['Laki-laki', 'L'], ['LAKI LAKI', 'L'], ['Laki2', 'L'], ['Pria', 'L'], ['M', 'L'], [1, 'L'],
    ['P', 'P uncertain'], ['p ', 'P uncertain'], ['PR', 'P'], ['Prp', 'P'], ['Perempuan', 'P'], ['WANITA', 'P'], ['W', 'P'], ['F', 'P'], ['2', 'P'],
    ['L/P', 'sex.unknown'], ['X1', 'sex.unknown'], [3, 'sex.unknown'], ['', 'sex.missing'], [null, 'sex.missing'], ['-', 'sex.missing'],
  ])('%j is %s', (cell, expected) => {
    const reading = parseSex(cell);
    const shown = reading.ok ? `${reading.sex}${reading.uncertain ? ' uncertain' : ''}` : reading.code;
    expect(shown).toBe(expected);
  });
});

describe('RT and RW', () => {
  // biome-ignore format: aligned table of cases
  test.each<[Cell, Cell | undefined, unknown]>([
    ['4',              '2',         { rt: '004', rw: '002' }],
    [4,                2,           { rt: '004', rw: '002' }],
    ['RT 004',         'RW.002',    { rt: '004', rw: '002' }],
    ['001/002',        undefined,   { rt: '001', rw: '002' }],
    ['RT 004 RW 002',  undefined,   { rt: '004', rw: '002' }],
    ['RT.4/RW.2',      null,        { rt: '004', rw: '002' }],
    ['RT04/RW02',      undefined,   { rt: '004', rw: '002' }],
    ['004 / 002',      undefined,   { rt: '004', rw: '002' }],
    ['RT 7',           undefined,   { rt: '007' }],
    ['RW 3',           undefined,   { rw: '003' }],
    [null,             '3',         { rw: '003' }],
    ['-',              '-',         {}],
    [null,             undefined,   {}],
    ['Dusun II',       undefined,   undefined],
    ['1234',           undefined,   undefined],
  ])('%j and %j', (rt, rw, expected) => {
    expect(parseRtRw(rt, rw)).toEqual(expected);
  });
});

describe('income', () => {
  // biome-ignore format: aligned table of cases
  test.each<[Cell, unknown]>([
    [1_500_000,            1_500_000],
    ['1500000',            1_500_000],
    ['Rp 1.500.000',       1_500_000],
    ['Rp1.500.000,-',      1_500_000],
    ['Rp. 1.500.000,00',   1_500_000],
    ['IDR 1,500,000.00',   1_500_000],
    ['1,5 jt',             1_500_000],
    ['1.5 juta',           1_500_000],
    ['2 juta/bulan',       2_000_000],
    ['750 ribu',             750_000],
    ['750rb',                750_000],
    ['1.250,5',                1_251],
    ['100.000.000',      100_000_000],
    ['100.000.001',      'wage.unreadable'],
    ['1-2 juta',         'wage.range'],
    ['Rp 500.000 s/d Rp 1.000.000', 'wage.range'],
    ['tidak tetap',      'wage.unreadable'],
    ['1.50.000',         'wage.unreadable'],
    [-5,                 'wage.unreadable'],
    [0,                  'wage.missing'],
    ['-',                'wage.missing'],
    [true,               'wage.unreadable'],
  ])('%j is %s', (cell, expected) => {
    const reading = parseWage(cell);
    expect(reading.ok ? reading.wage : reading.code).toBe(expected);
  });

  test('any amount with Indonesian or English marks of thousands is that amount', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000_000 }),
        fc.constantFrom('id-ID', 'en-US'),
        (amount, locale) => {
          expect(parseWage(`Rp ${amount.toLocaleString(locale)}`)).toEqual({ ok: true, wage: amount });
        },
      ),
    );
  });
});
