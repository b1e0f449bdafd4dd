import type { Pairs } from './score.ts';

/**
 * Records that pairs of at least this probability connect, directly or through others.
 *
 * @param size how many records there are
 * @returns for each record the smallest index in its cluster
 */
export function clusterPairs(
  size: number,
  { left, right, probability }: Omit<Pairs, 'weight'>,
  threshold: number,
): Int32Array {
  const parent = Int32Array.from({ length: size }, (_, i) => i);
  const rootOf = (record: number): number => {
    let at = record;
    for (let up = parent[at] ?? at; up !== at; up = parent[at] ?? at) {
      const above = parent[up] ?? up;
      parent[at] = above;
      at = above;
    }
    return at;
  };
  for (let p = 0; p < left.length; p++) {
    if ((probability[p] ?? 0) < threshold) continue;
    const a = rootOf(left[p] ?? 0);
    const b = rootOf(right[p] ?? 0);
    // The smaller index stays on top, so that it names the cluster.
    if (a < b) parent[b] = a;
    else parent[a] = b;
  }
  return parent.map((_, record) => rootOf(record));
}
