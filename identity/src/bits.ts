/** How many bits of a 32-bit number are 1. */
export function bitsIn(set: number): number {
  // Adds neighbouring bits, then pairs, then fours; the product sums up the four bytes.
  const pairs = set - ((set >>> 1) & 0x5555_5555);
  const fours = (pairs & 0x3333_3333) + ((pairs >>> 2) & 0x3333_3333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}
