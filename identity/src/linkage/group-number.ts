/** Keys are divided into parts of about so many, each of which is counted in a table that the processor's cache holds. */
const PART = 1 << 12;

/**
 * Puts the number of its group in the place of each key: 0 where the group is too large or has nobody to pair. Returns how
 * many groups there are, the one of number 0 included.
 */
export function numberGroups(left: Int32Array, right: Int32Array | undefined, most: number): number {
  let parts = 1;
  while (left.length > parts * PART) parts *= 2;
  const lefts = new Division(left, parts);
  const rights = right === undefined ? undefined : new Division(right, parts);
  const table = new KeyTable(lefts.largest);
  let groups = 1;
  for (let part = 0; part < parts; part++) {
    table.clear();
    const until = lefts.starts[part + 1] ?? 0;
    for (let n = lefts.starts[part] ?? 0; n < until; n++) table.add(lefts.keys[n] ?? 0);
    const rightUntil = rights?.starts[part + 1] ?? 0;
    for (let n = rights?.starts[part] ?? 0; n < rightUntil; n++) table.addRight(rights?.keys[n] ?? 0);
    groups = table.number(groups, most, right === undefined);
    lefts.replace(part, table);
    rights?.replace(part, table);
  }
  return groups;
}

/** Keys, but for zeros, divided by their last bits: those of part p lie from `starts[p]` to `starts[p + 1]`. */
class Division {
  readonly starts: Int32Array;
  readonly keys: Int32Array;
  /** The most keys in one part. */
  readonly largest: number;
  readonly #all: Int32Array;
  /** Where each key stood. */
  readonly #places: Int32Array;

  constructor(all: Int32Array, parts: number) {
    const next = new Int32Array(parts + 1);
    for (const key of all)
      if (key !== 0) next[(key & (parts - 1)) + 1] = (next[(key & (parts - 1)) + 1] ?? 0) + 1;
    this.largest = next.reduce((most, count) => Math.max(most, count), 0);
    for (let part = 0; part < parts; part++) next[part + 1] = (next[part + 1] ?? 0) + (next[part] ?? 0);
    this.starts = next.slice();
    this.keys = new Int32Array(next[parts] ?? 0);
    this.#places = new Int32Array(next[parts] ?? 0);
    this.#all = all;
    for (let i = 0; i < all.length; i++) {
      const key = all[i] ?? 0;
      if (key === 0) continue;
      const part = key & (parts - 1);
      const at = next[part] ?? 0;
      this.keys[at] = key;
      this.#places[at] = i;
      next[part] = at + 1;
    }
  }

  /** Puts numbers where the keys of a part stood. */
  replace(part: number, table: KeyTable): void {
    const until = this.starts[part + 1] ?? 0;
    for (let n = this.starts[part] ?? 0; n < until; n++) {
      this.#all[this.#places[n] ?? 0] = table.numberOf(this.keys[n] ?? 0);
    }
  }
}

/** Counts keys by open addressing. */
class KeyTable {
  readonly #keys: Int32Array;
  readonly #left: Int32Array;
  readonly #right: Int32Array;
  /** The places that are taken. */
  readonly #taken: Int32Array;
  #count = 0;
  /** What remains of a hash are the bits that number a place. */
  readonly #shift: number;

  /** @param most so many keys are added at most before it is cleared */
  constructor(most: number) {
    const bits = Math.max(4, Math.ceil(Math.log2(most * 2 + 1)));
    this.#shift = 32 - bits;
    this.#keys = new Int32Array(1 << bits);
    this.#left = new Int32Array(1 << bits);
    this.#right = new Int32Array(1 << bits);
    this.#taken = new Int32Array(most);
  }

  clear(): void {
    for (let n = 0; n < this.#count; n++) {
      const at = this.#taken[n] ?? 0;
      this.#keys[at] = 0;
      this.#left[at] = 0;
      this.#right[at] = 0;
    }
    this.#count = 0;
  }

  add(key: number): void {
    const at = this.#find(key);
    if (this.#keys[at] === 0) {
      this.#keys[at] = key;
      this.#taken[this.#count++] = at;
    }
    this.#left[at] = (this.#left[at] ?? 0) + 1;
  }

  /** Counts a key of the right side; one that the left has not is nobody's. */
  addRight(key: number): void {
    const at = this.#find(key);
    if (this.#keys[at] === key) this.#right[at] = (this.#right[at] ?? 0) + 1;
  }

  /** Numbers the groups from `first`, in the order of their first keys; returns the next free number. */
  number(first: number, most: number, within: boolean): number {
    let next = first;
    for (let n = 0; n < this.#count; n++) {
      const at = this.#taken[n] ?? 0;
      const left = this.#left[at] ?? 0;
      const right = this.#right[at] ?? 0;
      const isOne = (within ? left > 1 : left > 0 && right > 0) && left + right <= most;
      this.#left[at] = isOne ? next++ : 0;
    }
    return next;
  }

  numberOf(key: number): number {
    const at = this.#find(key);
    return this.#keys[at] === key ? (this.#left[at] ?? 0) : 0;
  }

  #find(key: number): number {
    const mask = this.#keys.length - 1;
    let at = Math.imul(key, 0x9e3779b1) >>> this.#shift;
    while (this.#keys[at] !== 0 && this.#keys[at] !== key) at = (at + 1) & mask;
    return at;
  }
}
