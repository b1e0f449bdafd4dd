/** How good the pairs at and above a threshold are. */
export type Quality = {
  readonly threshold: number;
  /** Pairs at or above it. */
  readonly found: number;
  /** How many of them are true. */
  readonly right: number;
  /** The share of the found that is true; 1 if none is found. */
  readonly precision: number;
  /** The share of the true that is found; 1 if none is true. */
  readonly recall: number;
  /** The harmonic mean of both. */
  readonly f1: number;
};

/**
 * Pairs against the truth: how good they are at every threshold.
 *
 * @param scores of each pair its probability, or its weight
 * @param isTrue of each pair 1 if both records are one, else 0
 * @param truePairs all that there are, those that were never found included
 */
export function evaluatePairs(
  scores: Float64Array,
  isTrue: Uint8Array,
  truePairs: number,
): {
  /** With the highest F1; of equal ones that with the fewest pairs, at an infinite threshold none. */
  readonly best: Quality;
  readonly at: (threshold: number) => Quality;
} {
  const order = Uint32Array.from(scores, (_, n) => n).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
  const descending = Float64Array.from(order, (n) => scores[n] ?? 0);
  /** Of so many pairs, from the best on, how many are true. */
  const rightOf = new Uint32Array(order.length + 1);
  for (const [n, pair] of order.entries()) rightOf[n + 1] = (rightOf[n] ?? 0) + (isTrue[pair] ?? 0);
  const quality = (found: number, threshold: number): Quality =>
    qualityOf(found, rightOf[found] ?? 0, truePairs, threshold);

  let best = quality(0, Number.POSITIVE_INFINITY);
  for (let found = 1; found <= order.length; found++) {
    // Pairs of one score stand and fall together.
    if (descending[found] === descending[found - 1]) continue;
    const one = quality(found, descending[found - 1] ?? 0);
    if (one.f1 > best.f1) best = one;
  }
  return { best, at: (threshold) => quality(countFrom(descending, threshold), threshold) };
}

/** Counts turned into shares. */
export function qualityOf(found: number, right: number, truePairs: number, threshold: number): Quality {
  const precision = found === 0 ? 1 : right / found;
  const recall = truePairs === 0 ? 1 : right / truePairs;
  const f1 = right === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { threshold, found, right, precision, recall, f1 };
}

/** How many are at or above the threshold. */
function countFrom(descending: Float64Array, threshold: number): number {
  let [low, high] = [0, descending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((descending[middle] ?? 0) >= threshold) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Of records clustered, the pairs that are in one cluster against those that are of one person. */
export function evaluateClusters(cluster: Int32Array, entity: Int32Array): Quality {
  const both = new Map<string, number>();
  for (const [n, one] of cluster.entries()) {
    const key = `${one} ${entity[n]}`;
    both.set(key, (both.get(key) ?? 0) + 1);
  }
  const right = pairsWithin(both.values());
  return qualityOf(
    pairsWithin(countsOf(cluster).values()),
    right,
    pairsWithin(countsOf(entity).values()),
    Number.NaN,
  );
}

function countsOf(groups: Int32Array): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const group of groups) counts.set(group, (counts.get(group) ?? 0) + 1);
  return counts;
}

function pairsWithin(sizes: Iterable<number>): number {
  let pairs = 0;
  for (const size of sizes) pairs += (size * (size - 1)) / 2;
  return pairs;
}
