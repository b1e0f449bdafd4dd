import { hashUnits } from '../unit-hash.ts';

/** Values by number. The value of code c lies in `units` from `starts[c]` to `starts[c + 1]`; code 0 is the empty one. */
export type Values = {
  /** UTF-16 code units of all values. */
  readonly units: Uint16Array;
  readonly starts: Int32Array;
};

/** The value that a code stands for. */
export function textOf({ units, starts }: Values, code: number): string {
  const end = starts[code + 1] ?? 0;
  let text = '';
  for (let at = starts[code] ?? 0; at < end; at++) text += String.fromCharCode(units[at] ?? 0);
  return text;
}

/** How many codes there are, that of the empty value included. */
export function codesIn({ starts }: Values): number {
  return starts.length - 1;
}

/** White space, as `\s` finds it. */
export function isWhite(unit: number): boolean {
  if (unit === 0x20) return true;
  if (unit > 0x20 && unit < 0xa0) return false;
  return /\s/.test(String.fromCharCode(unit));
}

/** What stands between tokens: white space, and what parts a list or sets words apart. */
export function isBetweenTokens(unit: number): boolean {
  return unit < 0x80 ? PARTING[unit] === 1 : isWhite(unit);
}

const PARTING = Uint8Array.from({ length: 0x80 }, (_, unit) =>
  Number(isWhite(unit) || ',;|/()[]{}"&'.includes(String.fromCharCode(unit))),
);

/** Numbers values as they come, without making a text of any. */
export class ValueTable {
  #units = new Uint16Array(1024);
  #starts: Int32Array;
  #size = 1;
  /** Hash and code side by side, found by the hash; code 0 is a free place. */
  #places: Int32Array;
  /** For a text that is to be numbered. */
  #scratch = new Uint16Array(64);

  /** @param expected values; more are taken as well */
  constructor(expected = 256) {
    let capacity = 256;
    while (capacity < expected * 1.5) capacity *= 2;
    this.#starts = new Int32Array(capacity);
    this.#places = new Int32Array(2 * capacity);
  }

  /** The code of the units from `start` to before `end`. */
  add(units: Uint16Array, start: number, end: number): number {
    if (end <= start) return 0;
    const hash = hashUnits(units, start, end);
    const mask = this.#places.length - 1;
    let at = (hash << 1) & mask;
    for (let code = this.#places[at + 1] ?? 0; code !== 0; code = this.#places[at + 1] ?? 0) {
      if (this.#places[at] === hash && this.#isSame(code, units, start, end)) return code;
      at = (at + 2) & mask;
    }
    const code = this.append(units, start, end);
    this.#places[at] = hash;
    this.#places[at + 1] = code;
    if (this.#size * 3 > this.#places.length) this.#widen();
    return code;
  }

  /** How many codes there are, that of the empty value included. */
  get size(): number {
    return this.#size;
  }

  /** The code of a text. */
  addText(text: string): number {
    if (text.length > this.#scratch.length) this.#scratch = new Uint16Array(text.length * 2);
    for (let i = 0; i < text.length; i++) this.#scratch[i] = text.charCodeAt(i);
    return this.add(this.#scratch, 0, text.length);
  }

  /** What was numbered; a view, good until the next is added. */
  values(): Values {
    return {
      units: this.#units.subarray(0, this.#starts[this.#size]),
      starts: this.#starts.subarray(0, this.#size + 1),
    };
  }

  #isSame(code: number, units: Uint16Array, start: number, end: number): boolean {
    const known = this.#units;
    let own = this.#starts[code] ?? 0;
    if ((this.#starts[code + 1] ?? 0) - own !== end - start) return false;
    for (let at = start; at < end; at++) if (known[own++] !== units[at]) return false;
    return true;
  }

  /** The next code, for a value that need not be found again. */
  append(units: Uint16Array, start: number, end: number): number {
    const code = this.#size++;
    if (this.#size + 1 > this.#starts.length) {
      const longer = new Int32Array(this.#starts.length * 2);
      longer.set(this.#starts);
      this.#starts = longer;
    }
    let own = this.#starts[code] ?? 0;
    if (own + end - start > this.#units.length) {
      const longer = new Uint16Array(Math.max(own + end - start, this.#units.length * 2));
      longer.set(this.#units);
      this.#units = longer;
    }
    const known = this.#units;
    for (let at = start; at < end; at++) known[own++] = units[at] ?? 0;
    this.#starts[code + 1] = own;
    return code;
  }

  #widen(): void {
    const places = new Int32Array(this.#places.length * 2);
    const mask = places.length - 1;
    for (let from = 0; from < this.#places.length; from += 2) {
      const code = this.#places[from + 1] ?? 0;
      if (code === 0) continue;
      const hash = this.#places[from] ?? 0;
      let at = (hash << 1) & mask;
      while (places[at + 1] !== 0) at = (at + 2) & mask;
      places[at] = hash;
      places[at + 1] = code;
    }
    this.#places = places;
  }
}
