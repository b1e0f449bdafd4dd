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
  const { left, right, probability } = pairs;
  const groups = new Groups(size);
  const links = cohesion > 0 ? linksOf(size, pairs) : undefined;
  const probable = Int32Array.from(left.keys()).filter((p) => (probability[p] ?? 0) >= threshold);
  // Of equal probability, the pairs keep their order.
  if (links !== undefined) probable.sort((p, q) => (probability[q] ?? 0) - (probability[p] ?? 0) || p - q);
  for (const p of probable) {
    const a = groups.of(left[p] ?? 0);
    const b = groups.of(right[p] ?? 0);
    if (a === b) continue;
    if (links === undefined) groups.join(a, b);
    else if ((links[a]?.get(b) ?? 0) >= cohesion * groups.sizeOf(a) * groups.sizeOf(b))
      joinLinks(links, groups.join(a, b), a, b);
  }
  return Int32Array.from({ length: size }, (_, record) => groups.of(record));
}

/**
 * Enough that records with many errors stay with their person, of whom they know but a few records; higher, they are left
 * alone, and lower, people with much in common become one.
 */
const COHESION = 0.2;

/** Sets of records, each named by its smallest index. */
class Groups {
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

  /** The name of both together. */
  join(a: number, b: number): number {
    const [kept, lost] = a < b ? [a, b] : [b, a];
    this.#parent[lost] = kept;
    this.#size[kept] = this.sizeOf(kept) + this.sizeOf(lost);
    return kept;
  }
}

/** For each group, by the name of another, the sum of the probabilities of the pairs across. */
type Links = (Map<number, number> | undefined)[];

function linksOf(size: number, { left, right, probability }: Omit<Pairs, 'weight'>): Links {
  const links: Links = new Array(size);
  const add = (from: number, to: number, sum: number): void => {
    links[from] ??= new Map();
    links[from].set(to, (links[from].get(to) ?? 0) + sum);
  };
  for (let p = 0; p < left.length; p++) {
    add(left[p] ?? 0, right[p] ?? 0, probability[p] ?? 0);
    add(right[p] ?? 0, left[p] ?? 0, probability[p] ?? 0);
  }
  return links;
}

/** Gives the group the links of both that it is made of. */
function joinLinks(links: Links, group: number, a: number, b: number): void {
  const [ofA, ofB] = [links[a] ?? new Map<number, number>(), links[b] ?? new Map<number, number>()];
  const [more, fewer] = ofA.size >= ofB.size ? [ofA, ofB] : [ofB, ofA];
  for (const [other, sum] of fewer) more.set(other, (more.get(other) ?? 0) + sum);
  const lost = group === a ? b : a;
  more.delete(a);
  more.delete(b);
  links[lost] = undefined;
  links[group] = more;
  // Each neighbour knows the group by its new name, too.
  for (const [other, sum] of more) {
    const back = links[other];
    back?.delete(lost);
    back?.set(group, sum);
  }
}
