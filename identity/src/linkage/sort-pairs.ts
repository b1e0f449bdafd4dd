import type { Pairs } from './score.ts';

/**
 * The order of pairs by weight, the heaviest first; of one weight, by their left record and then by their right one. Weights
 * are sorted as whole numbers with the pair in their lower half, which takes no call for each comparison.
 */
export function bestFirst({ left, right, weight }: Pick<Pairs, 'left' | 'right' | 'weight'>): Int32Array {
  const size = left.length;
  const keys = new BigUint64Array(size);
  const halves = new Int32Array(keys.buffer);
  const [low, high] = new Uint8Array(Int32Array.of(1).buffer)[0] === 1 ? [0, 1] : [1, 0];
  const rounded = new Float32Array(1);
  const bits = new Int32Array(rounded.buffer);
  for (let p = 0; p < size; p++) {
    rounded[0] = weight[p] ?? 0;
    const own = bits[0] ?? 0;
    halves[2 * p + low] = p;
    // The bits of a positive number grow with it, those of a negative one fall; the heaviest are to come first.
    halves[2 * p + high] = own < 0 ? own : ~own ^ 0x8000_0000;
  }
  keys.sort();
  const order = new Int32Array(size);
  for (let n = 0; n < size; n++) order[n] = halves[2 * n + low] ?? 0;
  // Weights that rounding has made equal are yet to be told apart.
  for (let from = 0; from < size; ) {
    let until = from + 1;
    while (until < size && halves[2 * until + high] === halves[2 * from + high]) until++;
    if (until - from > 1) {
      order
        .subarray(from, until)
        .sort(
          (p, q) =>
            (weight[q] ?? 0) - (weight[p] ?? 0) ||
            (left[p] ?? 0) - (left[q] ?? 0) ||
            (right[p] ?? 0) - (right[q] ?? 0),
        );
    }
    from = until;
  }
  return order;
}
