import { expect, test } from 'vitest';
import { randomOf } from './random.ts';
import { bestFirst } from './sort-pairs.ts';

// biome-ignore format: aligned table of cases
test.each([
  ['few',  50],
  ['many', 5_000],
])('%s pairs come best first, of one weight in the order of the tables', (_, size) => {
  const random = randomOf(size);
  const pairs = {
    left: Int32Array.from({ length: size }, () => Math.floor(random() * 70_000)),
    right: Int32Array.from({ length: size }, () => Math.floor(random() * 3)),
    weight: Float64Array.from({ length: size }, () =>
      random() < 0.5 ? Math.floor(random() * 9) - 4.5 : (random() - 0.5) * 2 ** Math.floor(random() * 60 - 30),
    ),
  };
  const compared = Int32Array.from({ length: size }, (_, p) => p).sort(
    (p, q) =>
      (pairs.weight[q] ?? 0) - (pairs.weight[p] ?? 0) ||
      (pairs.left[p] ?? 0) - (pairs.left[q] ?? 0) ||
      (pairs.right[p] ?? 0) - (pairs.right[q] ?? 0) ||
      p - q,
  );
  expect(bestFirst(pairs)).toEqual(compared);
});
