import type { Pairs } from './score.ts';

/** Of fewer pairs, comparing is sooner done than counting. */
const FEW = 2_000;
const DIGIT_BITS = 11;
const DIGITS = 1 << DIGIT_BITS;

/**
 * The order of pairs by weight, the heaviest first; of one weight, by their left record and then by their right one. By radix:
 * the time grows with the pairs alone, which may be tens of millions.
 */
export function bestFirst({ left, right, weight }: Pick<Pairs, 'left' | 'right' | 'weight'>): Int32Array {
  const size = left.length;
  const order = new Int32Array(size);
  for (let p = 0; p < size; p++) order[p] = p;
  if (size < FEW) {
    return order.sort(
      (p, q) =>
        (weight[q] ?? 0) - (weight[p] ?? 0) ||
        (left[p] ?? 0) - (left[q] ?? 0) ||
        (right[p] ?? 0) - (right[q] ?? 0),
    );
  }
  const sorter = new Sorter(order);
  sorter.by((p) => right[p] ?? 0);
  sorter.by((p) => left[p] ?? 0);
  // The bits of a positive number grow with it, those of a negative one fall; the heaviest are to come first.
  const halves = new Int32Array(weight.buffer, weight.byteOffset, 2 * size);
  const [low, high] = new Uint8Array(Int32Array.of(1).buffer)[0] === 1 ? [0, 1] : [1, 0];
  sorter.by((p) => {
    const own = halves[2 * p + low] ?? 0;
    return (halves[2 * p + high] ?? 0) < 0 ? own : ~own;
  });
  sorter.by((p) => {
    const own = halves[2 * p + high] ?? 0;
    return own < 0 ? own : ~own ^ 0x8000_0000;
  });
  return sorter.order;
}

/** Sorts by one key after the other, the most significant last; each time equal ones keep their order. */
class Sorter {
  order: Int32Array;
  #other: Int32Array;
  readonly #counts = new Int32Array(DIGITS + 1);

  constructor(order: Int32Array) {
    this.order = order;
    this.#other = new Int32Array(order.length);
  }

  /** @param keyOf 32 bits, compared without a sign */
  by(keyOf: (p: number) => number): void {
    for (let shift = 0; shift < 32; shift += DIGIT_BITS) {
      const { order } = this;
      const counts = this.#counts.fill(0);
      for (const p of order) {
        const at = ((keyOf(p) >>> shift) & (DIGITS - 1)) + 1;
        counts[at] = (counts[at] ?? 0) + 1;
      }
      // All have this digit: nothing changes its place.
      if (counts.includes(order.length)) continue;
      for (let digit = 0; digit < DIGITS; digit++) counts[digit + 1] = (counts[digit + 1] ?? 0) + (counts[digit] ?? 0);
      const sorted = this.#other;
      for (const p of order) {
        const digit = (keyOf(p) >>> shift) & (DIGITS - 1);
        const at = counts[digit] ?? 0;
        sorted[at] = p;
        counts[digit] = at + 1;
      }
      this.#other = order;
      this.order = sorted;
    }
  }
}
