import { describe, expect, test } from 'vitest';
import { explainPair } from './explain.ts';
import { randomOf } from './random.ts';
import { encodeRecords } from './records.ts';
import { scorePairs } from './score.ts';
import type { ComparisonSpec, LinkageSpec } from './spec.ts';
import { trainModel } from './train.ts';

const compared = (name: string, prepare: 'text' | 'date' = 'text'): ComparisonSpec => ({
  name,
  columns: [name],
  prepare,
  levels: [{ test: 'exact' }, { test: 'damerauLevenshtein', most: 1 }],
});
const spec: LinkageSpec = {
  id: 'id',
  comparisons: [compared('given'), compared('born', 'date'), compared('family'), compared('street')],
  blocking: [{ on: ['street'] }, { on: ['born'] }, { on: ['given', 'family'] }],
};

/** Families of `size` people who share surname and street; every second person stands in the list twice, now and then misspelt. */
function families(size: number) {
  const random = randomOf(5);
  const word = (length: number) =>
    Array.from({ length }, () => 'abcdefghiklmnoprstu'.charAt(Math.floor(random() * 19))).join('');
  const names = Array.from({ length: 150 }, () => word(6));
  const any = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? '';
  const surnames = Array.from({ length: 300 }, () => word(7));
  const two = (most: number) => String(1 + Math.floor(random() * most)).padStart(2, '0');
  const rows: { given: string; born: string; family: string; street: string; person: number }[] = [];
  let person = 0;
  while (person < 1200) {
    const [family, street] = [any(surnames), `${word(5)} ${two(80)}`];
    for (let member = 0; member < size; member++) {
      const row = {
        given: any(names),
        born: `19${two(90)}-${two(12)}-${two(28)}`,
        family,
        street,
        person: person++,
      };
      rows.push(row);
      if (person % 2 === 0) rows.push(random() < 0.2 ? { ...row, given: row.given.slice(1) } : row);
    }
  }
  const columns = {
    given: rows.map(({ given }) => given),
    born: rows.map(({ born }) => born),
    family: rows.map(({ family }) => family),
    street: rows.map(({ street }) => street),
  };
  return { rows, columns, records: encodeRecords(columns, undefined, spec) };
}

describe('families of five, one in two of whom stands in the list twice', () => {
  const { rows, records } = families(5);
  const model = trainModel(records, spec);

  test('are learnt as pairs of another kind', () => {
    expect(model.household).toBeGreaterThan(model.prior);
    const [given] = model.comparisons;
    expect(given?.otherwise.m).toBeLessThan(0.1);
    expect(given?.otherwise.h).toBeGreaterThan(0.9);
  });

  test('do not pass for one person', () => {
    const { pairs } = scorePairs(records, model);
    const probable = [...pairs.left]
      .map((left, p) => [left, pairs.right[p] ?? 0, pairs.probability[p] ?? 0] as const)
      .filter(([, , probability]) => probability >= 0.5);
    const right = probable.filter(([i, j]) => rows[i]?.person === rows[j]?.person).length;
    expect(right / probable.length).toBeGreaterThan(0.98);
    expect(right).toBeGreaterThan(580);
  });

  test('a pair weighs what its bars and its household add up to, a model read again included', () => {
    const again = trainModel(records, JSON.parse(JSON.stringify(model)));
    expect(again).toEqual(model);
    const { pairs } = scorePairs(records, again);
    for (const p of [0, 100, 400, pairs.left.length - 1]) {
      const { prior, bars, household, weight } = explainPair(
        records,
        model,
        pairs.left[p] ?? 0,
        pairs.right[p] ?? 0,
      );
      expect(prior + household + bars.reduce((sum, bar) => sum + bar.weight, 0)).toBeCloseTo(weight, 9);
      expect(pairs.weight[p]).toBeCloseTo(weight, 9);
      expect(household).toBeLessThan(0);
    }
  });
});

describe('without a date of birth', () => {
  const { rows, columns } = families(4);
  const [given, , ...shared] = spec.comparisons;
  const blocking = [{ on: ['street'] }, { on: ['given', 'family'] }];
  const learnt = (own: boolean) => {
    const comparisons = given === undefined ? [] : [{ ...given, own }, ...shared];
    const records = encodeRecords(columns, undefined, { ...spec, comparisons, blocking });
    const { pairs } = scorePairs(records, trainModel(records, { ...spec, comparisons, blocking }));
    const probable = [...pairs.left].filter((_, p) => (pairs.probability[p] ?? 0) >= 0.5);
    const right = [...pairs.left].filter(
      (left, p) =>
        (pairs.probability[p] ?? 0) >= 0.5 && rows[left]?.person === rows[pairs.right[p] ?? 0]?.person,
    );
    return { precision: right.length / probable.length, right: right.length };
  };

  test('only a name that each has of their own tells a household from a person', () => {
    expect(learnt(true).precision).toBeGreaterThan(0.95);
    expect(learnt(true).right).toBeGreaterThan(500);
    expect(learnt(false).precision).toBeLessThan(0.5);
  });
});

test('where everybody lives alone there is no other kind of pairs, unless it is asked for', () => {
  const { records } = families(1);
  expect(trainModel(records, spec).household).toBeUndefined();
  expect(trainModel(records, { ...spec, household: 0.001 })).toMatchObject({
    household: expect.any(Number),
    comparisons: expect.arrayContaining([
      expect.objectContaining({ otherwise: expect.objectContaining({ h: expect.any(Number) }) }),
    ]),
  });
});
