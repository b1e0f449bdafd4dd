/** Keys of one slice are grouped at once, so that the table of keys stays small however many there are. */
const SLICE = 1 << 22;
/** A table of so many is found in the processor's cache; up to a few slices that is worth going through the keys again. */
const CACHED = 1 << 17;
const FEW = 16;

/**
 * Puts the number of its group in the place of each key: 0 where the group is too large or has nobody to pair. Returns how
 * many groups there are, the one of number 0 included.
 */
export function numberGroups(left: Int32Array, right: Int32Array | undefined, most: number): number {
  let slices = 1;
  while (left.length / slices > SLICE || (left.length / slices > CACHED && slices < FEW)) slices *= 2;
  let capacity = 16;
  while (capacity < (left.length / slices) * 2.5) capacity *= 2;
  const table = new KeyTable(capacity);
  let groups = 1;
  for (let slice = 0; slice < slices; slice++) {
    table.clear();
    for (const key of left) if (key > 0 && key % slices === slice) table.add(key);
    if (right !== undefined)
      for (const key of right) if (key > 0 && key % slices === slice) table.addRight(key);
    groups = table.number(groups, most, right === undefined);
    // Negative numbers are done, so that they are not taken for keys.
    const replace = (keys: Int32Array): void => {
      for (let i = 0; i < keys.length; i++) {
        const key = keys[i] ?? 0;
        if (key > 0 && key % slices === slice) keys[i] = -table.numberOf(key);
      }
    };
    replace(left);
    if (right !== undefined) replace(right);
  }
  for (const keys of [left, right ?? left.subarray(0, 0)])
    for (let i = 0; i < keys.length; i++) keys[i] = -(keys[i] ?? 0);
  return groups;
}

/** Counts keys by open addressing. */
class KeyTable {
  readonly #keys: Int32Array;
  readonly #left: Int32Array;
  readonly #right: Int32Array;

  constructor(capacity: number) {
    this.#keys = new Int32Array(capacity);
    this.#left = new Int32Array(capacity);
    this.#right = new Int32Array(capacity);
  }

  clear(): void {
    this.#keys.fill(0);
    this.#left.fill(0);
    this.#right.fill(0);
  }

  add(key: number): void {
    const at = this.#find(key);
    this.#keys[at] = key;
    this.#left[at] = (this.#left[at] ?? 0) + 1;
  }

  /** Counts a key of the right side; one that the left has not is nobody's. */
  addRight(key: number): void {
    const at = this.#find(key);
    if (this.#keys[at] === key) this.#right[at] = (this.#right[at] ?? 0) + 1;
  }

  /** Numbers the groups from `first`, in the order of the table; returns the next free number. */
  number(first: number, most: number, within: boolean): number {
    let next = first;
    for (let at = 0; at < this.#keys.length; at++) {
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
    let at = Math.imul(key, 0x9e3779b1) >>> 7;
    at &= mask;
    while (this.#keys[at] !== 0 && this.#keys[at] !== key) at = (at + 1) & mask;
    return at;
  }
}
