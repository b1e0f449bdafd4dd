import { describe, expect, test } from 'vitest';
import { inferSpec } from './infer.ts';
import { readSpec } from './read-spec.ts';

const people = 400;
const of = <T>(list: readonly T[], n: number): T | undefined => list[n % list.length];
const column = (value: (n: number) => string) => Array.from({ length: people }, (_, n) => value(n));
const first = column((n) => of(['maria', 'yohanes', 'petrus', 'anna', 'jack', 'olivia', 'thomas'], n) ?? '');
const last = column(
  (n) => of(['seran', 'bria', 'white', 'ryan', 'clarke', 'nahak', 'bell', 'lero', 'mau'], n) ?? '',
);

const table = {
  unique_id: column((n) => `r-${n}`),
  cluster: column((n) => `c-${n >> 1}`),
  full_name: column((n) => `${first[n]} ${n % 3 === 0 ? 'x ' : ''}${last[n]}`),
  first_name: first,
  surname: last,
  dob: column((n) => `19${10 + (n % 80)}-0${1 + (n % 9)}-1${n % 10}`),
  postcode: column((n) => `ab${n % 40} 1cd`),
  street_number: column((n) => String(1 + (n % 60))),
  address: column(
    (n) => `${of(['long', 'short', 'mill', 'church'], n)} street ${of(['north', 'south'], n)} ${n % 70}`,
  ),
  nik: column((n) => `53040117089${String(n).padStart(5, '0')}`),
  village: column(
    (n) =>
      `${of(['oe', 'ha', 'lo', 'ne', 'ma', 'bi', 'fa', 'we'], n % 30)}${of(['kupa', 'soe', 'lana', 'niki'], (n % 30) >> 3)}`,
  ),
  district: column((n) => `${of(['north', 'south', 'west', 'east'], (n % 30) >> 3)}`),
  gender: column((n) => (n % 7 < 3 ? 'male' : 'female')),
  same: column(() => 'x'),
};

describe('a spec from headers and values', () => {
  const spec = inferSpec(table);
  const levelsOf = (name: string) =>
    spec.comparisons.find((one) => one.name === name)?.levels.map(({ test: kind }) => kind);

  test('names the column that tells records apart', () => {
    expect(spec.id).toBe('unique_id');
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['full_name',             'nameSimilarity'],
    
    ['dob',                   'dayMonthSwapped'],
    ['postcode',              'prefix'],
    ['street_number',         'damerauLevenshtein'],
    ['address',               'tokensShared'],
    ['nik',                   'damerauLevenshtein'],
    ['gender',                'exact'],
    
  ])('compares %s also by %s', (name, kind) => {
    expect(levelsOf(name)).toContain(kind);
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['the record itself',           'unique_id'],
    ['the answer',                  'cluster'],
    ['what another column repeats', 'surname'],
    ['what another column decides', 'district'],
    ['what is the same everywhere', 'same'],
  ])('leaves out %s', (_, name) => {
    expect(spec.comparisons.flatMap(({ columns }) => columns)).not.toContain(name);
  });

  test('is a spec as a file may hold one', () => {
    expect(readSpec(JSON.parse(JSON.stringify(spec)))).toEqual(spec);
    expect(spec.blocking.length).toBeGreaterThan(3);
  });

  test('is the same every time', () => {
    expect(inferSpec(table)).toEqual(spec);
  });
});

test('a number with the date of birth in it is compared as a whole beside that date, and by its digits without it', () => {
  const { unique_id, dob } = table;
  const nik = dob.map((date, n) => `530401${date.slice(8)}${date.slice(5, 7)}${date.slice(2, 4)}000${n % 9}`);
  const testsOf = (columns: Readonly<Record<string, readonly string[]>>) =>
    inferSpec(columns)
      .comparisons.find(({ name }) => name === 'nik')
      ?.levels.map(({ test: kind }) => kind);
  expect(testsOf({ unique_id, nik, dob })).toEqual(['exact']);
  expect(testsOf({ unique_id, nik })).toContain('damerauLevenshtein');
});

test('of two tables only what both have is compared, and the parts of a name may stand exchanged', () => {
  const { unique_id, first_name, surname, dob } = table;
  const spec = inferSpec(table, { unique_id, first_name, surname, dob });
  expect(spec.comparisons.map(({ name, levels }) => [name, levels.at(-1)?.test])).toEqual([
    ['first_name', 'jaroWinkler'],
    ['surname', 'jaroWinkler'],
    ['dob', 'damerauLevenshtein'],
    ['first_name <> surname', 'swapped'],
  ]);
});

// biome-ignore format: aligned table of cases
test.each([
  ['no column differs in every row', { name: ['a', 'a'] },          'another value in every row'],
  ['nothing is left to compare',     { id: ['1', '2'], n: ['', ''] }, 'left to compare'],
])('%s', (_, columns, problem) => {
  expect(() => inferSpec(columns)).toThrow(problem);
});
