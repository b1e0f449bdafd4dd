import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { visitCandidates } from './block.ts';
import type { Columns } from './column.ts';
import { explainPair } from './explain.ts';
import { linkTables, pairOnce } from './link.ts';
import type { LinkageModel } from './model.ts';
import { encodeRecords } from './records.ts';
import { type Pairs, scorePairs } from './score.ts';

const model: LinkageModel = {
  id: 'id',
  prior: 0.01,
  comparisons: [
    {
      name: 'name',
      columns: ['name'],
      levels: [
        { test: 'exact', m: 0.8, u: 0.02 },
        { test: 'jaroWinkler', least: 0.85, m: 0.1, u: 0.01 },
      ],
      termFrequency: true,
      otherwise: { m: 0.1, u: 0.97 },
    },
    {
      name: 'town',
      columns: ['town'],
      levels: [{ test: 'exact', m: 0.9, u: 0.25 }],
      otherwise: { m: 0.1, u: 0.75 },
    },
    {
      name: 'age',
      columns: ['age'],
      levels: [
        { test: 'exact', m: 0.9, u: 0.05 },
        { test: 'numberApart', most: 1, m: 0.08, u: 0.1 },
      ],
      otherwise: { m: 0.02, u: 0.85 },
    },
  ],
  blocking: [{ on: ['town'] }, { on: ['token(name)'] }],
};

const table = fc
  .array(
    fc.record({
      name: fc.constantFrom('', 'maria', 'marai', 'maria seran', 'zita', 'yohanes klau', 'yohanis klau'),
      town: fc.constantFrom('', 'kupang', 'soe', 'ende'),
      age: fc.constantFrom('', '30', '31', '40'),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map(
    (rows): Columns => ({
      name: rows.map(({ name }) => name),
      town: rows.map(({ town }) => town),
      age: rows.map(({ age }) => age),
    }),
  );

const listed = ({ left, right, weight }: Pairs) =>
  [...left].map((i, p) => [i, right[p] ?? 0, weight[p] ?? 0] as const);

describe('scoring', () => {
  test('keeps exactly the candidates that are probable enough, each with the weight that explains itself', () => {
    fc.assert(
      fc.property(table, table, fc.constantFrom(0.001, 0.05, 0.5, 0.9), (left, right, leastProbability) => {
        const records = encodeRecords(left, right, model);
        const expected = new Map<string, number>();
        visitCandidates(records.blocks, 0, 1, (lefts, rights, count) => {
          for (let p = 0; p < count; p++) {
            const [i = 0, j = 0] = [lefts[p], rights[p]];
            const { weight, probability } = explainPair(records, model, i, j);
            if (probability >= leastProbability) expected.set(`${i}-${j}`, weight);
          }
        });
        const { pairs } = scorePairs(records, model, { leastProbability });
        const found = listed(pairs);
        expect(found.map(([i, j]) => `${i}-${j}`).sort()).toEqual([...expected.keys()].sort());
        for (const [i, j, weight] of found) expect(weight).toBeCloseTo(expected.get(`${i}-${j}`) ?? 0, 9);
      }),
    );
  });

  test('in parts finds what it finds at once', () => {
    fc.assert(
      fc.property(table, fc.integer({ min: 2, max: 4 }), (rows, parts) => {
        const records = encodeRecords(rows, undefined, model);
        const whole = scorePairs(records, model);
        const each = Array.from({ length: parts }, (_, part) => scorePairs(records, model, { part, parts }));
        expect(each.reduce((sum, { candidates }) => sum + candidates, 0)).toBe(whole.candidates);
        expect(each.flatMap(({ pairs }) => listed(pairs)).sort()).toEqual(listed(whole.pairs).sort());
      }),
    );
  });
});

describe('an explanation', () => {
  const rows: Columns = {
    name: ['maria', 'maria', 'zita', 'zita', 'Maria Seran', ...Array.from({ length: 15 }, () => 'maria')],
    town: ['kupang', 'kupang', 'kupang', 'kupang', ...Array.from({ length: 16 }, () => 'soe')],
    age: ['30', '', '30', '31', ...Array.from({ length: 16 }, (_, i) => String(50 + i))],
  };
  const records = encodeRecords(rows, undefined, model);

  /** Of 20 names 17 are Maria: one's own, and those of her other records, of which the prior expects 0.19, 80 % so called. */
  const otherMarias = 17 - 1 - 0.01 * 19 * 0.8;
  const otherZitas = 2 - 1 - 0.01 * 19 * 0.8;

  test('adds up, and shows the chances of each level', () => {
    const { prior, bars, weight, probability } = explainPair(records, model, 2, 3);
    expect(prior).toBeCloseTo(Math.log2(0.01 / 0.99), 12);
    expect(prior + bars.reduce((sum, bar) => sum + bar.weight, 0)).toBeCloseTo(weight, 12);
    expect(probability).toBeCloseTo(2 ** weight / (1 + 2 ** weight), 12);
    expect(bars[2]).toEqual({
      comparison: 'age',
      level: 1,
      m: 0.08,
      u: 0.1,
      termFrequency: 0,
      weight: Math.log2(0.08 / 0.1),
      values: ['30', '31'],
    });
  });

  test('says nothing of a missing value', () => {
    expect(explainPair(records, model, 0, 1).bars[2]).toEqual({
      comparison: 'age',
      level: undefined,
      m: 1,
      u: 1,
      termFrequency: 0,
      weight: 0,
      values: ['30', ''],
    });
  });

  /** Of 20 records, and of 500 more among which each name is as frequent as the average one. */
  const shareOf = (others: number) => (others + 500 * 0.02) / (20 + 500);

  test('a rare value says more than a common one, by the ratio of their frequencies', () => {
    const [common] = explainPair(records, model, 0, 1).bars;
    const [rare] = explainPair(records, model, 2, 3).bars;
    expect((rare?.weight ?? 0) - (common?.weight ?? 0)).toBeCloseTo(
      Math.log2(shareOf(otherMarias) / shareOf(otherZitas)),
      12,
    );
    expect(common?.weight).toBeCloseTo(Math.log2(0.8 / shareOf(otherMarias)), 12);
  });

  test('alike values weigh by the more frequent one, by half', () => {
    const [alike] = explainPair(records, model, 0, 4).bars;
    expect(alike?.level).toBe(1);
    expect(alike?.termFrequency).toBeCloseTo(Math.log2(0.02 / shareOf(otherMarias)) / 2, 12);
  });

  test('of a record that is not there is misuse', () => {
    expect(() => explainPair(records, model, 0, 20)).toThrow(RangeError);
  });
});

describe('linking', () => {
  test('pairs each record once, best first, if nobody stands twice in a table', () => {
    const pairs = {
      left: Int32Array.of(0, 0, 1, 2),
      right: Int32Array.of(0, 1, 0, 1),
      weight: Float64Array.of(9, 8, 7, 6),
      probability: Float64Array.of(0.9, 0.8, 0.7, 0.6),
    };
    expect(listed(pairOnce(pairs))).toEqual([
      [0, 0, 9],
      [2, 1, 6],
    ]);
  });

  test('comes best first', () => {
    const rows = {
      name: ['zita', 'zita', 'maria', 'maria'],
      town: ['soe', 'soe', 'soe', ''],
      age: ['', '', '', ''],
    };
    const { weight } = linkTables(rows, undefined, model, { leastProbability: 0.0001 }).pairs;
    expect(weight.length).toBeGreaterThan(2);
    expect(weight).toEqual(weight.slice().sort().reverse());
  });

  test('tables without records have no pairs', () => {
    const none = { name: [], town: [], age: [] };
    expect(linkTables(none, undefined, { ...model, comparisons: model.comparisons }).pairs.left).toHaveLength(
      0,
    );
    expect(
      linkTables(none, none, { id: 'id', comparisons: model.comparisons, blocking: model.blocking })
        .candidates,
    ).toBe(0);
  });

  // biome-ignore format: aligned table of cases
  test.each<[string, Columns, RegExp]>([
    ['a column that is absent',     { name: ['a'], town: ['b'] },             /no column age/],
    ['columns of other lengths',    { name: ['a'], town: [], age: ['1'] },    /differ in length/],
  ])('%s is misuse', (_, columns, message) => {
    expect(() => linkTables(columns, undefined, model)).toThrow(message);
  });
});
