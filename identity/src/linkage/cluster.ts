import { Links } from './links.ts';
import type { Pairs } from './score.ts';

/**
 * Records that belong together: pairs of at least `threshold` probability connect, best first, as far as the groups that they
 * would join agree with one another. Of all pairs across two groups the average probability must reach `cohesion`, a pair that
 * is not among `pairs` counting as 0; otherwise one mistaken pair would make one cluster of two, and a few of them one of all.
 *
 * @param size how many records there are
 * @param cohesion 0 joins whatever is connected, directly or through others. Default 0.2
 * @returns for each record the smallest index in its cluster
 */
export function clusterPairs(
  size: number,
  pairs: Omit<Pairs, 'weight'>,
  threshold: number,
  cohesion = COHESION,
): Int32Array {
  const { left, right } = pairs;
  const probable = bestAbove(pairs.probability, threshold);
  const connected = new Groups(size);
  for (const p of probable) connected.join(left[p] ?? 0, right[p] ?? 0);
  if (cohesion === 0) return connected.names();

  const groups = new Groups(size);
  const links = new Links(pairs, (p) => {
    // Who is connected with nobody through probable pairs is joined with nobody.
    const at = connected.of(left[p] ?? 0);
    return at === connected.of(right[p] ?? 0) && connected.sizeOf(at) > 2;
  });
  for (const p of probable) {
    const a = groups.of(left[p] ?? 0);
    const b = groups.of(right[p] ?? 0);
    if (a === b) continue;
    if (connected.sizeOf(connected.of(a)) === 2) {
      if ((pairs.probability[p] ?? 0) >= cohesion) groups.join(a, b);
    } else if (links.between(a, b) >= cohesion * groups.sizeOf(a) * groups.sizeOf(b)) {
      const kept = groups.join(a, b);
      links.join(kept, kept === a ? b : a, groups);
    }
  }
  return groups.names();
}

/**
 * Enough that records with many errors stay with their person, of whom they know but a few records; higher, they are left
 * alone, and lower, people with much in common become one.
 */
const COHESION = 0.2;

/** The pairs from a probability on, the most probable first; of one probability, in their order. */
function bestAbove(probability: Float64Array, threshold: number): Int32Array {
  const chosen = new Int32Array(probability.length);
  let count = 0;
  let isSorted = true;
  let last = Number.POSITIVE_INFINITY;
  for (let p = 0; p < probability.length; p++) {
    const own = probability[p] ?? 0;
    if (own < threshold) continue;
    chosen[count++] = p;
    if (own > last) isSorted = false;
    last = own;
  }
  const all = chosen.subarray(0, count);
  return isSorted ? all : all.sort((p, q) => (probability[q] ?? 0) - (probability[p] ?? 0) || p - q);
}

/** Sets of records, each named by one of them. */
export class Groups {
  readonly #parent: Int32Array;
  readonly #size: Int32Array;

  constructor(size: number) {
    this.#parent = Int32Array.from({ length: size }, (_, i) => i);
    this.#size = new Int32Array(size).fill(1);
  }

  of(record: number): number {
    let at = record;
    for (let up = this.#parent[at] ?? at; up !== at; up = this.#parent[at] ?? at) {
      const above = this.#parent[up] ?? up;
      this.#parent[at] = above;
      at = above;
    }
    return at;
  }

  sizeOf(group: number): number {
    return this.#size[group] ?? 0;
  }

  /** Joins the groups of two records; the name of both together is that of the larger one. */
  join(a: number, b: number): number {
    const [one, other] = [this.of(a), this.of(b)];
    if (one === other) return one;
    const [kept, lost] = this.sizeOf(one) >= this.sizeOf(other) ? [one, other] : [other, one];
    this.#parent[lost] = kept;
    this.#size[kept] = this.sizeOf(kept) + this.sizeOf(lost);
    return kept;
  }

  /** For each record the smallest one of its group. */
  names(): Int32Array {
    const first = new Int32Array(this.#parent.length).fill(-1);
    return Int32Array.from(this.#parent, (_, record) => {
      const group = this.of(record);
      if (first[group] === -1) first[group] = record;
      return first[group] ?? record;
    });
  }
}
