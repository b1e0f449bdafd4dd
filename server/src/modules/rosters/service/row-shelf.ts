/** Bytes of a shelf; no row is longer than one. */
const shelfBytes = 1 << 20;

/**
 * Keeps short texts outside the heap, by number: a million rows as objects would be a gigabyte for the collector to walk through
 * again and again.
 */
export class RowShelf {
  readonly #shelves: Buffer[] = [];
  /** Where each text begins, counted over all shelves. */
  #starts = new Uint32Array(1024);
  #count = 0;
  #free = 0;

  /** Keeps a text, and returns its number: they count from 0. @throws RangeError for one longer than a shelf */
  add(text: string): number {
    const most = text.length * 3 + 4;
    if (most > shelfBytes) throw new RangeError('a row is longer than a shelf');
    if (this.#shelves.length === 0 || (this.#free & (shelfBytes - 1)) + most > shelfBytes) {
      this.#free = this.#shelves.length * shelfBytes;
      this.#shelves.push(Buffer.allocUnsafeSlow(shelfBytes));
    }
    const shelf = this.#shelfAt(this.#free);
    const at = this.#free & (shelfBytes - 1);
    const length = shelf.write(text, at + 4);
    shelf.writeUInt32LE(length, at);
    if (this.#count === this.#starts.length) {
      const longer = new Uint32Array(this.#count * 2);
      longer.set(this.#starts);
      this.#starts = longer;
    }
    this.#starts[this.#count] = this.#free;
    this.#free += 4 + length;
    this.#count += 1;
    return this.#count - 1;
  }

  /** @throws RangeError for a number that was not given */
  get(number: number): string {
    if (number >= this.#count) throw new RangeError('no such row');
    const start = this.#starts[number] ?? 0;
    const shelf = this.#shelfAt(start);
    const at = start & (shelfBytes - 1);
    return shelf.toString('utf8', at + 4, at + 4 + shelf.readUInt32LE(at));
  }

  #shelfAt(place: number): Buffer {
    const shelf = this.#shelves[Math.floor(place / shelfBytes)];
    if (shelf === undefined) throw new RangeError('no such row');
    return shelf;
  }
}
