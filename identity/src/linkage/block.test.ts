import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { visitCandidates } from './block.ts';
import type { Columns } from './column.ts';
import { keyColumn } from './key.ts';
import { encodeRecords } from './records.ts';
import type { BlockingRule, LinkageSpec } from './spec.ts';

function candidatesOf(
  left: Columns,
  right: Columns | undefined,
  blocking: readonly BlockingRule[],
  parts = 1,
): readonly string[] {
  const spec: LinkageSpec = {
    id: 'id',
    comparisons: [{ name: 'born', columns: ['born'], prepare: 'date', levels: [{ test: 'exact' }] }],
    blocking,
  };
  const { blocks } = encodeRecords(left, right, spec);
  const found: string[] = [];
  for (let part = 0; part < parts; part++) {
    visitCandidates(blocks, part, parts, (lefts, rights, count) => {
      for (let p = 0; p < count; p++) found.push(`${lefts[p]}-${rights[p]}`);
    });
  }
  return found.sort();
}

describe('a key brings together', () => {
  const pairs = (key: string, values: readonly string[], column = 'x') =>
    candidatesOf({ x: values, born: values, [column]: values }, undefined, [{ on: [key] }]);

  // biome-ignore format: aligned table of cases
  test.each<[string, string, readonly string[], readonly string[]]>([
    ['equal values, as prepared',        'x',             ['Seran', 'seran ', 'klau'],              ['0-1']],
    ['no missing ones',                  'x',             ['', ' ', 'klau'],                        []],
    ['the same beginning',               'first(x, 3)',   ['serang', 'seran', 'se'],                ['0-1']],
    ['the same end',                     'last(x, 2)',    ['0812', '3412', '3413'],                ['0-1']],
    ['one sound',                        'sound(x)',      ['Djami', 'Jami', 'Dami'],               ['0-1']],
    ['the sound of one token',           'sounds(x)',     ['Yohanes Seran', 'Johannes', 'Klau'],    ['0-1']],
    ['one year',                         'year(born)',    ['1990-01-02', '02/03/1990', '19910102'], ['0-1']],
    ['one month of any year',            'month(born)',   ['1990-03-02', '02/03/1991', '19910102'], ['0-1']],
    ['one day of any month',             'day(born)',     ['1990-03-02', '02/04/1991', '19910103'], ['0-1']],
    ['any one token',                    'token(x)',      ['jalan timor', 'timor 3', 'jl flores'],  ['0-1']],
    ['a digit other',                    'dropped(x)',    ['5304', '5384', '6385'],                 ['0-1']],
    ['a digit less',                     'dropped(x)',    ['5304', '534', '6'],                     ['0-1']],
    ['neighbours exchanged',             'dropped(x)',    ['5304', '5340', '3540'],                 ['0-1', '1-2']],
    ['two tokens in common, once',       'token(x)',      ['jalan timor', 'timor jalan'],           ['0-1']],
  ])('%s', (_, key, values, expected) => {
    expect(pairs(key, values)).toEqual(expected);
  });

  test('a column whose name reads like a function stands in quotation marks', () => {
    const values = ['Seran', 'serang', 'klau'];
    for (const column of ['Name (last)', 'last, name', 'the "name"', 'a\\b(c)']) {
      expect(pairs(`first(${keyColumn(column)}, 3)`, values, column)).toEqual(['0-1']);
      expect(pairs(keyColumn(column), values, column)).toEqual([]);
    }
  });

  test('all keys of a rule must agree', () => {
    const table = { x: ['a', 'a', 'b'], y: ['1', '1', '1'], z: ['p q', 'q', 'q'], born: ['', '', ''] };
    expect(candidatesOf(table, undefined, [{ on: ['x', 'y'] }])).toEqual(['0-1']);
    expect(candidatesOf(table, undefined, [{ on: ['y', 'token(z)'] }])).toEqual(['0-1', '0-2', '1-2']);
  });

  test('a group that is too large is left to the next rule', () => {
    const table = { x: ['a', 'a', 'a', 'b', 'b'], y: ['1', '1', '', '', ''], born: ['', '', '', '', ''] };
    const rules = (most: number) => [{ on: ['x'], most }, { on: ['y'] }];
    expect(candidatesOf(table, undefined, rules(3))).toEqual(['0-1', '0-2', '1-2', '3-4']);
    expect(candidatesOf(table, undefined, rules(2))).toEqual(['0-1', '3-4']);
  });
});

describe('every candidate comes once, whatever the rules', () => {
  const word = fc.constantFrom('', 'a', 'b', 'ab', 'ba', 'abc');
  const record = fc.record({ x: word, y: word, z: fc.array(word, { maxLength: 3 }) });
  const table = fc.array(record, { minLength: 1, maxLength: 12 }).map((rows) => ({
    x: rows.map(({ x }) => x),
    y: rows.map(({ y }) => y),
    z: rows.map(({ z }) => z.join(' ')),
    born: rows.map(() => ''),
  }));
  const key = fc.constantFrom('x', 'y', 'first(x, 1)', 'last(y, 1)', 'token(z)', 'dropped(x)');
  const rules = fc.array(fc.uniqueArray(key, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 4 });
  const parts = fc.integer({ min: 1, max: 3 });

  test('within one table', () => {
    fc.assert(
      fc.property(table, rules, parts, (rows, keys, count) => {
        const expected: string[] = [];
        for (let i = 0; i < rows.x.length; i++) {
          for (let j = i + 1; j < rows.x.length; j++)
            if (keys.some((on) => on.every((one) => agree(one, rows, i, rows, j))))
              expected.push(`${i}-${j}`);
        }
        const blocking = keys.map((on) => ({ on }));
        expect(candidatesOf(rows, undefined, blocking, count)).toEqual(expected.sort());
      }),
      { numRuns: 300 },
    );
  });

  test('between two tables', () => {
    fc.assert(
      fc.property(table, table, rules, parts, (left, right, keys, count) => {
        const expected: string[] = [];
        for (let i = 0; i < left.x.length; i++) {
          for (let j = 0; j < right.x.length; j++)
            if (keys.some((on) => on.every((one) => agree(one, left, i, right, j))))
              expected.push(`${i}-${j}`);
        }
        const blocking = keys.map((on) => ({ on }));
        expect(candidatesOf(left, right, blocking, count)).toEqual(expected.sort());
      }),
      { numRuns: 300 },
    );
  });
});

type Table = Readonly<Record<'x' | 'y' | 'z', readonly string[]>>;

function agree(key: string, left: Table, i: number, right: Table, j: number): boolean {
  const a = keysOf(key, left, i);
  return keysOf(key, right, j).some((one) => a.includes(one));
}

function keysOf(key: string, { x, y, z }: Table, i: number): readonly string[] {
  const all = (): readonly string[] => {
    switch (key) {
      case 'x':
        return [x[i] ?? ''];
      case 'y':
        return [y[i] ?? ''];
      case 'first(x, 1)':
        return [(x[i] ?? '').slice(0, 1)];
      case 'last(y, 1)':
        return [(y[i] ?? '').slice(-1)];
      case 'token(z)':
        return (z[i] ?? '').split(' ');
      default: {
        const whole = x[i] ?? '';
        return [whole, ...[...whole].map((_, at) => whole.slice(0, at) + whole.slice(at + 1))];
      }
    }
  };
  return all().filter((one) => one !== '');
}
