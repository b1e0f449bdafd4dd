import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clusterPairs } from './cluster.ts';

const SIZE = 24;
const pair = fc.tuple(
  fc.integer({ min: 0, max: SIZE - 1 }),
  fc.integer({ min: 0, max: SIZE - 1 }),
  fc.constantFrom(0.125, 0.375, 0.5, 0.875),
);

test('two records are of one cluster exactly if a way of probable pairs leads from one to the other', () => {
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 30 }), (pairs) => {
      const clusters = clusterPairs(SIZE, columnsOf(pairs), 0.5, 0);
      const reach = waysOf(pairs.filter(([, , probability]) => probability >= 0.5));
      for (let i = 0; i < SIZE; i++) {
        for (let j = 0; j < SIZE; j++) expect(clusters[i] === clusters[j]).toBe(reach[i]?.[j]);
        expect(clusters[i]).toBe(reach[i]?.indexOf(true));
      }
    }),
  );
});

test('groups join, best pair first, as far as they agree on average', () => {
  // A pair comes once, as candidates do.
  const pairs = fc.uniqueArray(pair, {
    maxLength: 60,
    selector: ([a, b]) => Math.min(a, b) * SIZE + Math.max(a, b),
  });
  fc.assert(
    fc.property(pairs, fc.constantFrom(0.125, 0.25, 0.5), (all, cohesion) => {
      const distinct = all.filter(([a, b]) => a !== b);
      const clusters = clusterPairs(SIZE, columnsOf(distinct), 0.5, cohesion);
      expect([...clusters]).toEqual(joinedOneByOne(distinct, 0.5, cohesion));
    }),
    { numRuns: 500 },
  );
});

test('one mistaken pair does not make one cluster of two, unless asked to', () => {
  const trio = (from: number): [number, number, number][] => [
    [from, from + 1, 0.9],
    [from, from + 2, 0.9],
    [from + 1, from + 2, 0.9],
  ];
  const pairs = columnsOf([...trio(0), ...trio(3), [2, 3, 0.8]]);
  expect([...clusterPairs(6, pairs, 0.5)]).toEqual([0, 0, 0, 3, 3, 3]);
  expect([...clusterPairs(6, pairs, 0.5, 0)]).toEqual([0, 0, 0, 0, 0, 0]);
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

/** All sums made anew for every pair. */
function joinedOneByOne(
  pairs: readonly (readonly [number, number, number])[],
  threshold: number,
  cohesion: number,
): readonly number[] {
  const clusters = Array.from({ length: SIZE }, (_, i) => i);
  const sizeOf = (cluster: number) => clusters.filter((one) => one === cluster).length;
  const bestFirst = pairs.filter((one) => one[2] >= threshold).sort((one, other) => other[2] - one[2]);
  for (const [i, j] of bestFirst) {
    const [a = 0, b = 0] = [clusters[i], clusters[j]];
    if (a === b) continue;
    const across = pairs
      .filter(([x, y]) => [clusters[x], clusters[y]].includes(a) && [clusters[x], clusters[y]].includes(b))
      .reduce((sum, [, , probability]) => sum + probability, 0);
    if (across < cohesion * sizeOf(a) * sizeOf(b)) continue;
    const [kept, lost] = [Math.min(a, b), Math.max(a, b)];
    clusters.forEach((cluster, record) => {
      if (cluster === lost) clusters[record] = kept;
    });
  }
  return clusters;
}
