import { describe, expect, test } from 'vitest';
import { inferFrom, inferSpec } from './infer.ts';
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

  test('a sex tells people apart, but not beside the same name or number', () => {
    const of = (name: string) => spec.comparisons.find((one) => one.name === name);
    expect(of('gender')?.apartUnless).toEqual(['full_name', 'nik']);
    expect(of('district')?.apartUnless).toBeUndefined();
  });

  test('a person has a name of their own: the whole one, else the first', () => {
    const own = (columns: Readonly<Record<string, readonly string[]>>) =>
      inferSpec(columns).comparisons.flatMap((one) => (one.own === true ? [one.name] : []));
    const { unique_id, dob } = table;
    expect(own(table)).toEqual(['full_name']);
    expect(own({ unique_id, last, first, dob })).toEqual(['first']);
    expect(own({ unique_id, dob, address: table.address })).toEqual([]);
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

test('with nothing left to compare there is no spec', () => {
  expect(() => inferSpec({ id: ['1', '2'], n: ['', ''] })).toThrow('left to compare');
});

describe('the column that names the record', () => {
  const { unique_id, nik, full_name, dob } = table;
  // biome-ignore format: aligned table of cases
  test.each<[string, Readonly<Record<string, readonly string[]>>, string]>([
    ['is the one whose header says so',                { nik, full_name, rec_id: unique_id }, 'rec_id'],
    ['may be named otherwise, if it is no evidence',   { full_name, person_no: unique_id },   'person_no'],
    ['may say so in German',        { full_name, dob, Kundennr: unique_id },                  'Kundennr'],
    ['or by its values, in the first place', { episode: unique_id, full_name, dob },          'episode'],
    ['but in no other place',       { full_name, episode: unique_id, dob },                   'row'],
    ['and not by what people bear', { phone_no: unique_id, full_name, dob },                  'row'],
    ['is the row, where values differ but none says so', { nik, full_name, dob },             'row'],
    ['is the row, where values are not all different', { id: table.village, full_name },                'row'],
  ])('%s', (_, columns, id) => {
    expect(inferSpec(columns).id).toBe(id);
  });

  test('is not a number that people bear in both tables', () => {
    const one = { soc_sec_id: nik, full_name, dob };
    expect(inferSpec(one, one)).toMatchObject({
      id: 'row',
      comparisons: expect.arrayContaining([expect.objectContaining({ name: 'soc_sec_id' })]),
    });
  });
});

describe('columns of other kinds', () => {
  const { unique_id, dob } = table;
  const testsOf = (name: string, values: readonly string[]) => {
    const { comparisons } = inferSpec({ unique_id, dob, [name]: values });
    const found = comparisons.find((one) => one.name === name);
    return { prepare: found?.prepare, tests: found?.levels.map(({ test: kind }) => kind) };
  };

  test('names in letters that are not Latin are compared as words', () => {
    const names = column(
      (n) => `Иван${'абвгд'.charAt(n % 5)} Петров${'абвгдежз'.charAt(n % 8)}${'кл'.charAt(n % 3)}`,
    );
    expect(testsOf('name', names)).toMatchObject({
      prepare: 'text',
      tests: expect.arrayContaining(['jaroWinkler', 'tokensShared']),
    });
  });

  test('texts of many words are compared by the rare ones', () => {
    const titles = column((n) => `sony camera ${n % 3 === 0 ? 'black' : 'red'} x${n * 7} zoom`);
    expect(testsOf('title', titles).tests).toContain('rareTokensShared');
    const { blocking } = inferSpec({ unique_id, title: titles });
    expect(blocking).toContainEqual({ on: ['token(title)'], most: 50 });
  });

  test('a number of one figure is right or another one', () => {
    expect(
      testsOf(
        'answer',
        column((n) => String(n % 10)),
      ).tests,
    ).toEqual(['exact']);
  });

  test('a price may have changed a little', () => {
    for (const price of [(n: number) => `${n % 90}.5${n % 10}`, (n: number) => `${n % 90},5${n % 10} €`])
      expect(testsOf('price', column(price)).tests).toEqual(['exact', 'numberNear', 'numberNear']);
  });

  test('headers may have any signs', () => {
    const { full_name } = table;
    const spec = inferSpec({ unique_id, 'name (as written), if any': full_name, 'born, "about"': dob });
    expect(readSpec(JSON.parse(JSON.stringify(spec)))).toEqual(spec);
    expect(spec.blocking.length).toBeGreaterThan(1);
  });
});

describe('is not compared, and it is said why', () => {
  const { unique_id, full_name, dob } = table;
  const rest = { unique_id, full_name, dob };
  // biome-ignore format: aligned table of cases
  test.each<[string, string, readonly string[], string | undefined]>([
    ['a label by its header',            'entity_id',  column((n) => `${n >> 1}`),           'answer'],
    ['a label in other words',           'true_group', column((n) => `${n >> 1}`),           'answer'],
    ['the number of the row',            'position',   column((n) => `${n + 17}`),           'counter'],
    ['but a number that skips is',       'position',   column((n) => `${n * 2}`),            undefined],
  ])('%s', (_, name, values, because) => {
    const { leftOut, spec } = inferFrom({ ...rest, [name]: values });
    expect(leftOut.find((one) => one.column === name)?.because).toBe(because);
    expect(spec.comparisons.some((one) => one.name === name)).toBe(because === undefined);
  });

  test('a column of another name that the ids are made of', () => {
    const person = column((n) => `rec-${n >> 1}`);
    const rec_id = column((n) => `rec-${n >> 1}-${n % 2 === 0 ? 'org' : 'dup-0'}`);
    expect(inferFrom({ rec_id, full_name, dob, origin: person }).leftOut).toEqual([
      { column: 'origin', because: 'answer' },
    ]);
  });
});

test('columns of other names in the second table are found by header and by values', () => {
  const { unique_id, full_name, dob, village } = table;
  const spec = inferSpec(
    { unique_id, full_name, dob, village },
    { Id: unique_id, NAMA: full_name, born: dob, Village: village },
  );
  expect(spec.right).toEqual({ unique_id: 'Id', full_name: 'NAMA', dob: 'born', village: 'Village' });
  expect(spec.comparisons.map(({ name }) => name)).toEqual(['full_name', 'dob', 'village']);
  expect(readSpec(JSON.parse(JSON.stringify(spec)))).toEqual(spec);
});

test('however the values of the second table are written', () => {
  const { unique_id, full_name, dob, postcode } = table;
  const spec = inferSpec(
    { ref: unique_id, full_name, dob, postcode },
    {
      nr: unique_id.map((id) => id.replace('r', 'q')),
      c1: dob.map((date) => date.split('-').reverse().join('/')),
      c2: postcode.map((code) => code.replace(' ', '').toUpperCase()),
      c3: full_name.map((name) => `${name.split(' ').reverse().join(', ')}; B.`),
    },
  );
  expect(spec.right).toEqual({ ref: 'nr', full_name: 'c3', dob: 'c1', postcode: 'c2' });
});
