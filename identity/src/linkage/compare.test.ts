import { describe, expect, test } from 'vitest';
import { Ladder } from './compare.ts';
import { encodeRecords } from './records.ts';
import type { ComparisonSpec, LevelSpec, Preparation } from './spec.ts';

/** The level of each pair of values on a ladder of one level: 0 it holds, 1 anything else, 2 missing. */
function levelOf(level: LevelSpec, prepare: Preparation, a: string, b: string): number {
  const comparison: ComparisonSpec = { name: 'x', columns: ['x'], prepare, levels: [level] };
  return ladderOf(comparison, { x: [a] }, { x: [b] });
}

function ladderOf(
  comparison: ComparisonSpec,
  left: Readonly<Record<string, readonly string[]>>,
  right: Readonly<Record<string, readonly string[]>>,
): number {
  const spec = { id: 'id', comparisons: [comparison], blocking: [] };
  const ladder = new Ladder(comparison, encodeRecords(left, right, spec), {
    rhymes: (a, b) => a.slice(-2) === b.slice(-2),
  });
  const level = ladder.levelOf(ladder.field.left[0] ?? 0, ladder.field.right[0] ?? 0);
  expect(ladder.levelOf(ladder.field.left[0] ?? 0, ladder.field.right[0] ?? 0)).toBe(level);
  return level;
}

describe('a level holds on one side of its threshold', () => {
  const near = (least: number) => ({ test: 'jaroWinkler', least }) as const;
  const edits = (most: number) => ({ test: 'damerauLevenshtein', most }) as const;
  const days = (most: number) => ({ test: 'daysApart', most }) as const;
  const numbers = (most: number) => ({ test: 'numberApart', most }) as const;
  const close = (share: number) => ({ test: 'numberNear', share }) as const;
  const tokens = (least: number) => ({ test: 'tokensShared', least }) as const;
  const names = (least: number) => ({ test: 'nameSimilarity', least }) as const;
  const prefix = { test: 'prefix', length: 3 } as const;
  const rhymes = { test: 'custom', name: 'rhymes' } as const;
  // biome-ignore format: aligned table of cases
  test.each<[string, LevelSpec, Preparation, string, string, number]>([
    ['case, accents and blanks are folded',  { test: 'exact' }, 'text',   ' José  SERAN', 'jose seran', 0],
    ['as it came',                           { test: 'exact' }, 'exact',  'Seran',        'seran',      1],
    ['digits alone',                         { test: 'exact' }, 'digits', '0812-345',     '0812 345',   0],
    ['a missing value stands on no level',   { test: 'exact' }, 'text',   '',             '',           2],
    ['blanks are missing',                   { test: 'exact' }, 'text',   '  ',           'seran',      2],
    ['no date is missing',                   { test: 'exact' }, 'date',   '1990-02-30',   '1990-02-28', 2],
    ['dates in three forms (1)',             { test: 'exact' }, 'date',   '19900228',     '1990-02-28', 0],
    ['dates in three forms (2)',             { test: 'exact' }, 'date',   '28/02/1990',   '1990-02-28', 0],
    ['martha 0.9611',                        near(0.961),       'text',   'martha',       'marhta',     0],
    ['martha is below 0.962',                near(0.962),       'text',   'martha',       'marhta',     1],
    ['one edit',                             edits(1),          'text',   'seran',        'searn',      0],
    ['two edits are more than one',          edits(1),          'text',   'seran',        'searnn',     1],
    ['two edits',                            edits(2),          'text',   'seran',        'searnn',     0],
    ['30 days',                              days(30),          'date',   '1849-12-15',   '1850-01-14', 0],
    ['31 days',                              days(30),          'date',   '1849-12-15',   '1850-01-15', 1],
    ['a leap day between',                   days(1),           'date',   '2000-02-28',   '2000-03-01', 1],
    ['day and month exchanged',      { test: 'dayMonthSwapped' }, 'date', '1990-03-07',   '1990-07-03', 0],
    ['and another year',             { test: 'dayMonthSwapped' }, 'date', '1990-03-07',   '1991-07-03', 1],
    ['numbers 2 apart',                      numbers(2),        'text',   '17',           '19',         0],
    ['numbers 3 apart',                      numbers(2),        'text',   '17',           '20',         1],
    ['no number',                            numbers(2),        'text',   '17a',          '17b',        1],
    ['prices 10 % apart',                    close(0.1),        'text',   '9,00 €',       'EUR 10.00',  0],
    ['prices a little more apart',           close(0.1),        'text',   '8.99',         '10',         1],
    ['a comma that parts thousands',         close(0),          'text',   '1,234.50',     '1.234,5',    0],
    ['no decimal but thousands',             close(0),          'text',   '1.234',        '1234',       0],
    ['below nothing',                        close(0.1),        'text',   '-1',           '1',          1],
    ['two of two tokens',                    tokens(1),         'text',   'jalan timor',  'timor 3 jalan', 0],
    ['one of two',                           tokens(0.5),       'text',   'jalan timor',  'jalan flores 3', 0],
    ['half is less than 0.6',                tokens(0.6),       'text',   'jalan timor',  'jalan flores 3', 1],
    ['tokens of a list',                     tokens(1),         'text',   'road|water',   'Water; road', 0],
    ['names in any order',                   names(1),          'name',   'Seran, Yohanes', 'Drs. Yohanes Seran', 0],
    ['names spelt otherwise',                names(0.9),        'name',   'Johannes Djami', 'Yohanes Jami', 0],
    ['brother and sister',                   names(0.7),        'name',   'Fransiskus Seran', 'Fransiska Seran', 1],
    ['three first letters',                  prefix,            'text',   'serang',       'seran',      0],
    ['two of three',                         prefix,            'text',   'seran',        'semar',      1],
    ['too short to have three',              prefix,            'text',   'se',           'seran',      1],
    ['a test of the caller',                 rhymes,            'text',   'seran',        'kuman',      0],
    ['which does not hold',                  rhymes,            'text',   'seran',        'klau',       1],
  ])('%s', (_, level, prepare, a, b, expected) => {
    expect(levelOf(level, prepare, a, b)).toBe(expected);
    expect(levelOf(level, prepare, b, a)).toBe(expected);
  });

  test('a rare token says more than a common one', () => {
    const x = [
      'sony tv x100',
      'x100 sony',
      'sony tv',
      ...Array.from({ length: 40 }, (_, n) => `sony tv y${n % 20}`),
    ];
    const comparison: ComparisonSpec = {
      name: 'x',
      columns: ['x'],
      levels: [{ test: 'rareTokensShared', least: 0.8 }],
    };
    const records = encodeRecords({ x }, undefined, { id: 'id', comparisons: [comparison], blocking: [] });
    const ladder = new Ladder(comparison, records, {});
    const [whole = 0, rare = 0, common = 0] = ladder.field.left;
    expect([ladder.levelOf(whole, rare), ladder.levelOf(whole, common)]).toEqual([0, 1]);
  });

  test('a test that nobody brought is misuse', () => {
    expect(() => levelOf({ test: 'custom', name: 'unknown' }, 'text', 'a', 'b')).toThrow(RangeError);
  });
});

describe('two columns', () => {
  const comparison: ComparisonSpec = {
    name: 'name',
    columns: ['first', 'last'],
    levels: [{ test: 'exact' }, { test: 'swapped', least: 0.9 }, { test: 'jaroWinkler', least: 0.9 }],
  };
  const level = (a: readonly [string, string], b: readonly [string, string]) =>
    ladderOf(comparison, { first: [a[0]], last: [a[1]] }, { first: [b[0]], last: [b[1]] });

  // biome-ignore format: aligned table of cases
  test.each<[string, readonly [string, string], readonly [string, string], number]>([
    ['equal',                          ['Ana', 'Seran'],      ['ana', 'seran'],      0],
    ['the first level that holds',     ['Martha', 'Marhta'],  ['Marhta', 'Martha'],  1],
    ['exchanged',                      ['Ana', 'Seran'],      ['Seran', 'Ana'],      1],
    ['exchanged and misspelt',         ['Ana', 'Martha'],     ['Marhta', 'Ana'],     1],
    ['alike',                          ['Ana', 'Seran'],      ['Ana', 'Serang'],     2],
    ['otherwise',                      ['Ana', 'Seran'],      ['Yohanes', 'Klau'],   3],
    ['one of both missing is not',     ['', 'Seran'],         ['', 'Seran'],         0],
    ['both missing',                   ['', ''],              ['Ana', 'Seran'],      4],
  ])('%s', (_, a, b, expected) => {
    expect(level(a, b)).toBe(expected);
  });
});

test('levels are the same however many pairs were looked at before', () => {
  // More pairs of values than are remembered, so that some are forgotten.
  const values = Array.from({ length: 1100 }, (_, i) => `v${i * 7919}`);
  const comparison: ComparisonSpec = {
    name: 'x',
    columns: ['x'],
    levels: [{ test: 'exact' }, { test: 'damerauLevenshtein', most: 1 }],
  };
  const records = encodeRecords({ x: values }, undefined, {
    id: 'id',
    comparisons: [comparison],
    blocking: [],
  });
  const one = new Ladder(comparison, records, {});
  const other = new Ladder(comparison, records, {});
  const last = values.length;
  const forwards: number[] = [];
  const backwards: number[] = [];
  for (let a = 1; a <= last; a++) for (let b = 1; b <= last; b++) forwards.push(one.levelOf(a, b));
  for (let a = last; a > 0; a--) for (let b = last; b > 0; b--) backwards.push(other.levelOf(b, a));
  let different = 0;
  for (let p = 0; p < forwards.length; p++) {
    const [a, b] = [Math.floor(p / last), p % last];
    if (forwards[p] !== backwards[(last - 1 - b) * last + (last - 1 - a)]) different++;
  }
  expect(different).toBe(0);
});
