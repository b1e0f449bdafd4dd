import type { KeyLists } from './key-hash.ts';

/** Counts how many records share a key, to tell what a blocking rule would cost. Used again for each rule. */
export class KeyCounter {
  readonly #mask: number;
  readonly #keys: Int32Array;
  readonly #left: Int32Array;
  readonly #right: Int32Array;
  /** The places of the table that are taken. */
  readonly #taken: Int32Array;
  #count = 0;
  #all = 0;

  /** @param most no side has more keys, of several lists combined included */
  constructor(most: number) {
    let capacity = 16;
    while (capacity < most * 2) capacity *= 2;
    this.#mask = capacity - 1;
    this.#keys = new Int32Array(capacity);
    this.#left = new Int32Array(capacity);
    this.#right = new Int32Array(capacity);
    this.#taken = new Int32Array(capacity);
  }

  /** Counts the keys of the left records, or of all: of two lists, each key of the one with each of the other. */
  count(lists: readonly KeyLists[]): void {
    this.#visit(lists, true);
  }

  /** Counts those of the right records that the left have. */
  countRight(lists: readonly KeyLists[]): void {
    this.#visit(lists, false);
  }

  /**
   * Pairs in the whole tables as the sample tells, and the share of left keys in groups of at most `most`; then begins anew.
   *
   * @param scale rows of the tables for each one counted
   */
  take(within: boolean, scale: number, most: number): { readonly pairs: number; readonly reach: number } {
    let [pairs, reached] = [0, 0];
    for (let n = 0; n < this.#count; n++) {
      const at = this.#taken[n] ?? 0;
      const left = this.#left[at] ?? 0;
      const right = this.#right[at] ?? 0;
      this.#keys[at] = 0;
      this.#left[at] = 0;
      this.#right[at] = 0;
      if ((left + right) * scale > most && left + right > 2) continue;
      reached += left;
      pairs += within ? (left * (left - 1)) / 2 : left * right;
    }
    const reach = this.#all === 0 ? 0 : reached / this.#all;
    this.#count = 0;
    this.#all = 0;
    return { pairs: pairs * scale * scale, reach };
  }

  #visit([one, other]: readonly KeyLists[], isLeft: boolean): void {
    if (one === undefined) return;
    if (other === undefined) {
      for (const key of one.keys) if (key !== 0) this.#add(key, isLeft);
      return;
    }
    const size = one.starts === undefined ? one.keys.length : one.starts.length - 1;
    for (let i = 0; i < size; i++) {
      const until = startOf(one, i + 1);
      const otherUntil = startOf(other, i + 1);
      for (let p = startOf(one, i); p < until; p++) {
        const a = one.keys[p] ?? 0;
        if (a === 0) continue;
        for (let q = startOf(other, i); q < otherUntil; q++) {
          const b = other.keys[q] ?? 0;
          if (b !== 0) this.#add((Math.imul(a, 0x9e3779b1) ^ b) & 0x7fff_ffff || 1, isLeft);
        }
      }
    }
  }

  #add(key: number, isLeft: boolean): void {
    let at = (Math.imul(key, 0x85ebca6b) >>> 7) & this.#mask;
    while (this.#keys[at] !== 0 && this.#keys[at] !== key) at = (at + 1) & this.#mask;
    if (isLeft) {
      if (this.#keys[at] === 0) {
        this.#keys[at] = key;
        this.#taken[this.#count++] = at;
      }
      this.#left[at] = (this.#left[at] ?? 0) + 1;
      this.#all++;
    } else if (this.#keys[at] === key) this.#right[at] = (this.#right[at] ?? 0) + 1;
  }
}

function startOf({ starts }: KeyLists, record: number): number {
  return starts === undefined ? record : (starts[record] ?? 0);
}
