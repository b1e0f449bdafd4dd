import { describe, expect, test } from 'vitest';
import type { Columns } from './column.ts';
import { randomOf } from './random.ts';
import { encodeRecords } from './records.ts';
import type { ComparisonSpec, LinkageSpec } from './spec.ts';
import { trainModel } from './train.ts';

/** What is true of the tables made below: of each column how many values there are, and how often two records of one agree. */
const truth = {
  a: { values: 400, same: 0.9 },
  b: { values: 250, same: 0.95 },
  c: { values: 50, same: 0.8 },
  d: { values: 2, same: 0.97 },
} as const;
const columns = ['a', 'b', 'c', 'd'] as const;
const PEOPLE = 4000;
const KNOWN = 3000;

/** People on the left, most of them on the right again, with every column changed by chance alone. */
function tables(seed: number): { left: Columns; right: Columns } {
  const random = randomOf(seed);
  const any = (column: (typeof columns)[number]) => Math.floor(random() * truth[column].values);
  const left: Record<string, string[]> = { a: [], b: [], c: [], d: [], near: [] };
  const right: Record<string, string[]> = { a: [], b: [], c: [], d: [], near: [] };
  for (let person = 0; person < PEOPLE; person++) {
    const isKnown = person < KNOWN;
    for (const column of columns) {
      const value = any(column);
      left[column]?.push(`${column}${value}`);
      right[column]?.push(`${column}${isKnown && random() < truth[column].same ? value : any(column)}`);
    }
    // One apart for one person in ten, missing for another one.
    const near = Math.floor(random() * 1000);
    const drawn = random();
    left.near?.push(String(near));
    const other = drawn < 0.8 ? near : drawn < 0.9 ? near + 1 : '';
    right.near?.push(String(isKnown ? other : Math.floor(random() * 1000)));
  }
  return { left, right };
}

const exact = (name: string): ComparisonSpec => ({ name, columns: [name], levels: [{ test: 'exact' }] });
const spec: LinkageSpec = {
  id: 'id',
  comparisons: [
    ...columns.map(exact),
    { name: 'near', columns: ['near'], levels: [{ test: 'exact' }, { test: 'numberApart', most: 1 }] },
  ],
  blocking: [{ on: ['a'] }, { on: ['b'] }, { on: ['c', 'd'] }],
};

describe('the chances that made the tables', () => {
  const { left, right } = tables(20261126);
  const model = trainModel(encodeRecords(left, right, spec), spec);
  const chances = new Map(
    model.comparisons.map(({ name, levels, otherwise }) => [name, [...levels, otherwise]]),
  );

  test.each(columns)('are recovered: %s', (column) => {
    const [equal, otherwise] = chances.get(column) ?? [];
    const { values, same } = truth[column];
    const m = same + (1 - same) / values;
    expect(Math.abs((equal?.m ?? 0) - m)).toBeLessThan(0.02);
    expect(Math.abs((otherwise?.m ?? 0) - (1 - m))).toBeLessThan(0.02);
    expect((equal?.u ?? 0) * values).toBeGreaterThan(0.95);
    expect((equal?.u ?? 0) * values).toBeLessThan(1.05);
  });

  test('are recovered of a level between, and of values that are missing now and then', () => {
    const [equal, near, otherwise] = chances.get('near') ?? [];
    expect(Math.abs((equal?.m ?? 0) - 0.8 / 0.9)).toBeLessThan(0.02);
    expect(Math.abs((near?.m ?? 0) - 0.1 / 0.9)).toBeLessThan(0.02);
    expect(otherwise?.m).toBeLessThan(0.01);
    expect(Math.abs((near?.u ?? 0) / 0.002 - 1)).toBeLessThan(0.2);
  });

  test('are recovered of the prior', () => {
    expect(Math.abs((model.prior * PEOPLE * PEOPLE) / KNOWN - 1)).toBeLessThan(0.05);
  });

  test('are the same whenever they are estimated, and others for another seed', () => {
    const again = encodeRecords(left, right, spec);
    expect(trainModel(again, spec)).toEqual(model);
    expect(trainModel(again, spec, { seed: 2 })).not.toEqual(model);
  });
});

describe('what the spec gives', () => {
  const { left, right } = tables(7);
  const given: LinkageSpec = {
    ...spec,
    prior: 0.0001,
    comparisons: [
      {
        name: 'a',
        columns: ['a'],
        levels: [{ test: 'exact', m: 0.7, u: 0.01 }],
        otherwise: { m: 0.3, u: 0.99 },
      },
      { name: 'b', columns: ['b'], levels: [{ test: 'exact', m: 0.6 }] },
      exact('c'),
    ],
  };

  test('is used as given, the rest is estimated and shares what remains', () => {
    const { prior, comparisons } = trainModel(encodeRecords(left, right, given), given);
    expect(prior).toBe(0.0001);
    expect(comparisons[0]).toEqual(given.comparisons[0]);
    expect(comparisons[1]?.levels[0]?.m).toBe(0.6);
    expect(comparisons[1]?.otherwise.m).toBeCloseTo(0.4, 10);
    expect(comparisons[1]?.levels[0]?.u).toBeCloseTo(1 / truth.b.values, 3);
    expect(comparisons[2]?.levels[0]?.m).toBeGreaterThan(0.7);
  });

  test('a model is a spec with nothing to estimate', () => {
    const records = encodeRecords(left, right, spec);
    const model = trainModel(records, spec);
    expect(trainModel(records, model, { seed: 99 })).toEqual(model);
  });
});

test('columns that tell nothing, however many, do not hide those that tell', () => {
  const { left, right } = tables(11);
  const random = randomOf(3);
  const answers = Array.from({ length: 40 }, (_, n) => `q${n}`);
  const column = () => Array.from({ length: PEOPLE }, () => String(Math.floor(random() * 5)));
  const questioned = (table: Columns): Columns => ({
    ...table,
    ...Object.fromEntries(answers.map((name) => [name, column()])),
  });
  const wide = { ...spec, comparisons: [...spec.comparisons, ...answers.map(exact)] };
  const model = trainModel(encodeRecords(questioned(left), questioned(right), wide), wide);
  expect(Math.abs((model.prior * PEOPLE * PEOPLE) / KNOWN - 1)).toBeLessThan(0.05);
  const weights = model.comparisons
    .slice(spec.comparisons.length)
    .map(({ levels }) => Math.abs(Math.log2((levels[0]?.m ?? 0) / (levels[0]?.u ?? 1))));
  expect(Math.max(...weights)).toBeLessThan(0.5);
});
