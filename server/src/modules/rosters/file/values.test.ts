import { describe, expect, test } from 'vitest';
import type { Cell } from './row.ts';
import { parseRtRw, parseSex } from './values.ts';

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
