/** Beyond this share of taken slots, probing gets long. */
const fullest = 0.75;
const growth = 1.6;

/**
 * Row numbers under texts, in two typed arrays: a text is kept as 32 bits of it, so whoever looks it up compares what it finds.
 * Several rows under one text come back in the order in which they were put in.
 */
export class KeyTable {
  #keys = new Uint32Array(4096);
  /** Row number + 1; 0 is a free slot. */
  #rows = new Int32Array(4096);
  #taken = 0;

  /** Puts a row under a text, unless `most` rows are there already. */
  add(text: string, row: number, most: number): void {
    if (this.#taken >= this.#keys.length * fullest) this.#grow();
    this.#put(hashOf(text), row + 1, most);
  }

  /** The rows under a text, and now and then others. */
  rowsOf(text: string): number[] {
    const key = hashOf(text);
    const found: number[] = [];
    const size = this.#keys.length;
    for (let slot = this.#home(key); ; slot = slot + 1 === size ? 0 : slot + 1) {
      const row = this.#rows[slot] ?? 0;
      if (row === 0) return found;
      if (this.#keys[slot] === key) found.push(row - 1);
    }
  }

  #put(key: number, row: number, most: number): void {
    const size = this.#keys.length;
    let met = 0;
    for (let slot = this.#home(key); ; slot = slot + 1 === size ? 0 : slot + 1) {
      if (this.#rows[slot] === 0) {
        this.#keys[slot] = key;
        this.#rows[slot] = row;
        this.#taken += 1;
        return;
      }
      if (this.#keys[slot] === key) {
        met += 1;
        if (met >= most) return;
      }
    }
  }

  #home(key: number): number {
    return Math.floor((key / 4_294_967_296) * this.#keys.length);
  }

  #grow(): void {
    const [keys, rows] = [this.#keys, this.#rows];
    const size = Math.ceil(keys.length * growth);
    this.#keys = new Uint32Array(size);
    this.#rows = new Int32Array(size);
    this.#taken = 0;
    // From a free slot on, so that rows under one text keep their order where they run over the end.
    const first = rows.indexOf(0);
    for (let n = 0; n < keys.length; n += 1) {
      const slot = (first + n) % keys.length;
      const row = rows[slot] ?? 0;
      if (row !== 0) this.#put(keys[slot] ?? 0, row, Number.POSITIVE_INFINITY);
    }
  }
}

/** FNV-1a with the bits mixed once more, so that the high ones depend on all of the text. */
function hashOf(text: string): number {
  let value = 2_166_136_261;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 16_777_619);
  value = Math.imul(value ^ (value >>> 16), 0x85eb_ca6b);
  return (value ^ (value >>> 13)) >>> 0;
}
