import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluateClusters, evaluatePairs } from './evaluate.ts';

const pairs = [
  [0.99, 1],
  [0.9, 1],
  [0.9, 0],
  [0.4, 1],
  [0.1, 0],
] as const;
const { best, at } = evaluatePairs(
  Float64Array.from(pairs, ([score]) => score),
  Uint8Array.from(pairs, ([, isTrue]) => isTrue),
  4,
);

describe('pairs against the truth', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    // threshold, found, right, precision, recall
    [1,            0,     0,    1,         0],
    [0.99,         1,     1,    1,         1 / 4],
    [0.95,         1,     1,    1,         1 / 4],
    // Two of one score come together.
    [0.9,          3,     2,    2 / 3,     2 / 4],
    [0.4,          4,     3,    3 / 4,     3 / 4],
    [0,            5,     3,    3 / 5,     3 / 4],
  ])('at %d', (threshold, found, right, precision, recall) => {
    expect(at(threshold)).toMatchObject({ threshold, found, right, precision, recall });
  });

  test('the best threshold is that of the highest F1', () => {
    expect(best).toMatchObject({ threshold: 0.4, f1: 3 / 4 });
  });

  test('nothing found, nothing true', () => {
    const nothing = evaluatePairs(new Float64Array(), new Uint8Array(), 0);
    expect(nothing.best).toMatchObject({ found: 0, precision: 1, recall: 1, f1: 0 });
  });

  test('no threshold is better than the best', () => {
    const list = fc.array(fc.tuple(fc.constantFrom(0.1, 0.2, 0.5, 0.9), fc.constantFrom(0, 1)));
    fc.assert(
      fc.property(list, fc.nat(3), (drawn, missed) => {
        const evaluated = evaluatePairs(
          Float64Array.from(drawn, ([score]) => score),
          Uint8Array.from(drawn, ([, isTrue]) => isTrue),
          drawn.filter(([, isTrue]) => isTrue === 1).length + missed,
        );
        for (const threshold of [0, 0.1, 0.2, 0.5, 0.9, 1])
          expect(evaluated.at(threshold).f1).toBeLessThanOrEqual(evaluated.best.f1);
      }),
    );
  });
});

test('clusters are counted as the pairs within them', () => {
  // One person's three records in two clusters, another's one in the wrong one.
  expect(evaluateClusters(Int32Array.of(0, 0, 2, 2), Int32Array.of(7, 7, 7, 8))).toMatchObject({
    found: 2,
    right: 1,
    precision: 1 / 2,
    recall: 1 / 3,
  });
});
