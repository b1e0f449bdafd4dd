import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clusterPairs } from './cluster.ts';

const SIZE = 24;
const pair = fc.tuple(
  fc.integer({ min: 0, max: SIZE - 1 }),
  fc.integer({ min: 0, max: SIZE - 1 }),
  fc.constantFrom(0.1, 0.49, 0.5, 0.9),
);

test('two records are of one cluster exactly if a way of probable pairs leads from one to the other', () => {
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 30 }), (pairs) => {
      const clusters = clusterPairs(SIZE, columnsOf(pairs), 0.5);
      const reach = waysOf(pairs.filter(([, , probability]) => probability >= 0.5));
      for (let i = 0; i < SIZE; i++) {
        for (let j = 0; j < SIZE; j++) expect(clusters[i] === clusters[j]).toBe(reach[i]?.[j]);
        expect(clusters[i]).toBe(reach[i]?.indexOf(true));
      }
    }),
  );
});

function columnsOf(pairs: readonly (readonly [number, number, number])[]) {
  return {
    left: Int32Array.from(pairs, ([left]) => left),
    right: Int32Array.from(pairs, ([, right]) => right),
    probability: Float64Array.from(pairs, ([, , probability]) => probability),
  };
}

/** Warshall: from where to where any way leads. */
function waysOf(pairs: readonly (readonly [number, number, number])[]): readonly boolean[][] {
  const reach = Array.from({ length: SIZE }, (_, i) => Array.from({ length: SIZE }, (_, j) => i === j));
  for (const [a, b] of pairs) {
    const [ofA, ofB] = [reach[a], reach[b]];
    if (ofA !== undefined) ofA[b] = true;
    if (ofB !== undefined) ofB[a] = true;
  }
  for (let via = 0; via < SIZE; via++) {
    for (const row of reach) {
      if (row[via] === true) for (let to = 0; to < SIZE; to++) if (reach[via]?.[to] === true) row[to] = true;
    }
  }
  return reach;
}
