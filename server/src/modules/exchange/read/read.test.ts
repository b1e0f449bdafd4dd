import { day } from '@payung/kernel';
import { describe, expect, test } from 'vitest';
import { readMember } from './member.ts';
import { MembershipNumbers } from './membership-numbers.ts';
import { parsePaidUntil } from './paid-until.ts';
import { parseProgrammes, parseSegment } from './segment.ts';

// biome-ignore format: aligned table of cases
test.each([
  ['2026-11',                               '2026-11'],
  ['202611',                                '2026-11'],
  ['11/2026',                               '2026-11'],
  ['30-11-2026',                            '2026-11'],
  ['2026-11-30',                            '2026-11'],
  ['Nov 2026',                              '2026-11'],
  ['30 Agustus 2026',                       '2026-08'],
  ['Mei 2026',                              '2026-05'],
  [new Date('2026-11-30T00:00:00Z'),        '2026-11'],
  ['13/2026',                               undefined],
  ['2026-00',                               undefined],
  ['lunas',                                 undefined],
  ['',                                      undefined],
] as const)('%j is paid until %s', (cell, month) => {
  expect(parsePaidUntil(cell)).toBe(month);
});

// biome-ignore format: aligned table of cases
test.each([
  ['PU',                     'PU'],
  ['Penerima Upah (PU)',     'PU'],
  ['BPU',                    'BPU'],
  ['Bukan Penerima Upah',    'BPU'],
  ['Jasa Konstruksi',        'JAKON'],
  ['PMI',                    'PMI'],
  ['PUSKESMAS',              undefined],
  ['',                       undefined],
] as const)('%j is the segment %s', (cell, segment) => {
  expect(parseSegment(cell)).toBe(segment);
});

// biome-ignore format: aligned table of cases
test.each([
  ['JKK, JKM',          ['JKK', 'JKM']],
  ['JHT+JKM+JKK',       ['JKK', 'JKM', 'JHT']],
  ['jkk dan jkm',       ['JKK', 'JKM']],
  ['',                  ['JKK', 'JKM']],
  ['JKK, JPK',          undefined],
  ['3',                 undefined],
] as const)('%j are the programmes %j', (cell, programmes) => {
  expect(parseProgrammes(cell)).toEqual(programmes);
});

const raw = (cells: readonly string[]) => ({ sheet: '', row: 2, cells });
const today = day('2026-11-20');

describe('a row', () => {
  const hash = 'AB'.repeat(32);
  const read = (values: Record<string, string>) =>
    readMember({ raw: raw([]), kind: 'person', values: { name: 'Maria Hoar', ...values } }, today);

  test('brings a hash under its own heading, or where the NIK stands', () => {
    const lower = hash.toLowerCase();
    const birth = { birth_date: '17-08-1990' };
    expect(read({ ...birth, nik_hash: hash })).toMatchObject({
      nikHash: lower,
      nik: undefined,
      fault: undefined,
    });
    expect(read({ ...birth, nik: hash })).toMatchObject({ nikHash: lower, nik: undefined, fault: undefined });
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['without a name',                       { name: '', nik: '5304055708909001' },                                  'name.missing'],
    ['with a damaged NIK and no birth date', { nik: '530405570890' },                                                'nik.length'],
    ['with a damaged NIK beside one',        { nik: '530405570890', birth_date: '17-08-1990' },                      undefined],
    ['with neither number nor birth date',   { },                                                                    'number.none'],
    ['with a programme there is not',        { birth_date: '17-08-1990', programmes: 'JPK' },                        'programmes.unknown'],
    ['with a month there is not',            { birth_date: '17-08-1990', paid_until: 'lunas' },                      'paidUntil.unknown'],
  ] as const)('%s', (_, values, code) => {
    expect(read(values).fault?.code).toBe(code);
  });

  test('gives back no membership number, wherever it stood', () => {
    const reading = read({ birth_date: '17-08-1990', kpj: '21012345678', phone: '21012345678' });
    expect(JSON.stringify(reading)).not.toContain('21012345678');
  });
});

describe('columns of membership numbers', () => {
  const layout = {
    sheet: '',
    headerRows: [1],
    recognised: [{ column: 0, header: 'No KPJ', field: 'kpj' as const, by: 'phrase' as const }],
    unrecognised: [{ column: 1, header: 'Kode' }],
    missing: [],
    form: { kind: 'free' as const },
    doubles: [],
  };
  // biome-ignore format: aligned table of cases
  test.each([
    ['by heading',                     ['x', 'a'],             ['x', 'b'],             ['No KPJ']],
    ['by content too',                 ['x', '21012345678'],   ['x', '2101-2345-679'], ['No KPJ', 'Kode']],
    ['half of the cells is too few',   ['x', '21012345678'],   ['x', 'b'],             ['No KPJ']],
    ['a NIK is none',                  ['x', '5304055708909001'], ['x', '5304055708909002'], ['No KPJ']],
  ] as const)('%s', (_, first, second, headings) => {
    const numbers = new MembershipNumbers();
    numbers.add([{ sheet: '', layout }], [first, second].map((cells) => ({ raw: raw(cells), kind: 'person' as const })));
    expect(numbers.headings()).toEqual(headings);
  });
});
