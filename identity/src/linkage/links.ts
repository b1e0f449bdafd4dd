import type { Groups } from './cluster.ts';
import type { Pairs } from './score.ts';

/** No list goes on. */
const END = -1;

/**
 * How much groups of records have in common: the sum of the probabilities of the pairs across any two. A table of sums by the
 * names of two groups, and for each group a list of those that it may have something in common with, old names included.
 */
export class Links {
  #low: Int32Array;
  #high: Int32Array;
  #sums: Float64Array;
  #taken = 0;
  /** Two entries for each pair, one for either record. */
  readonly #others: Int32Array;
  readonly #next: Int32Array;
  /** For each group where its list begins and ends. */
  readonly #first: Int32Array;
  readonly #last: Int32Array;

  /** @param counts whether a pair is in question at all */
  constructor({ left, right, probability }: Omit<Pairs, 'weight'>, counts: (p: number) => boolean) {
    let pairs = 0;
    let size = 0;
    for (let p = 0; p < left.length; p++) {
      if (!counts(p)) continue;
      pairs++;
      size = Math.max(size, (left[p] ?? 0) + 1, (right[p] ?? 0) + 1);
    }
    let capacity = 16;
    while (capacity < pairs * 1.6) capacity *= 2;
    this.#low = new Int32Array(capacity).fill(END);
    this.#high = new Int32Array(capacity);
    this.#sums = new Float64Array(capacity);
    this.#others = new Int32Array(2 * pairs);
    this.#next = new Int32Array(2 * pairs);
    this.#first = new Int32Array(size).fill(END);
    this.#last = new Int32Array(size).fill(END);
    let entries = 0;
    const list = (group: number, other: number): void => {
      this.#others[entries] = other;
      this.#next[entries] = this.#first[group] ?? END;
      if (this.#first[group] === END) this.#last[group] = entries;
      this.#first[group] = entries++;
    };
    for (let p = 0; p < left.length; p++) {
      if (!counts(p)) continue;
      const [a, b] = [left[p] ?? 0, right[p] ?? 0];
      this.#add(a, b, probability[p] ?? 0);
      list(a, b);
      list(b, a);
    }
  }

  between(a: number, b: number): number {
    return this.#sums[this.#find(a, b)] ?? 0;
  }

  /** Gives what the one group has in common with others to the other, of which it is now a part. */
  join(kept: number, lost: number, groups: Groups): void {
    for (let at = this.#first[lost] ?? END; at !== END; at = this.#next[at] ?? END) {
      const other = groups.of(this.#others[at] ?? 0);
      if (other === kept) continue;
      const place = this.#find(lost, other);
      const sum = this.#sums[place] ?? 0;
      if (sum === 0) continue;
      this.#sums[place] = 0;
      this.#add(kept, other, sum);
    }
    const end = this.#last[lost] ?? END;
    if (end === END) return;
    this.#next[end] = this.#first[kept] ?? END;
    if (this.#first[kept] === END) this.#last[kept] = end;
    this.#first[kept] = this.#first[lost] ?? END;
  }

  #add(a: number, b: number, sum: number): void {
    if (this.#taken * 1.25 > this.#low.length) this.#grow();
    const at = this.#find(a, b);
    if (this.#low[at] === END) {
      this.#low[at] = Math.min(a, b);
      this.#high[at] = Math.max(a, b);
      this.#taken++;
    }
    this.#sums[at] = (this.#sums[at] ?? 0) + sum;
  }

  #find(a: number, b: number): number {
    const [low, high] = a < b ? [a, b] : [b, a];
    const mask = this.#low.length - 1;
    const mixed = Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b);
    let at = (mixed ^ (mixed >>> 15)) & mask;
    while (this.#low[at] !== END && (this.#low[at] !== low || this.#high[at] !== high)) at = (at + 1) & mask;
    return at;
  }

  #grow(): void {
    const [low, high, sums] = [this.#low, this.#high, this.#sums];
    const capacity = low.length * 2;
    this.#low = new Int32Array(capacity).fill(END);
    this.#high = new Int32Array(capacity);
    this.#sums = new Float64Array(capacity);
    this.#taken = 0;
    for (let at = 0; at < low.length; at++) {
      if (low[at] !== END && sums[at] !== 0) this.#add(low[at] ?? 0, high[at] ?? 0, sums[at] ?? 0);
    }
  }
}
