import { type Blocks, isFoundBefore } from './block.ts';
import type { Ladder } from './compare.ts';
import type { Random } from './random.ts';

/** Pairs of one rule that are compared for training, at most about so many. */
const SAMPLE = 60_000;

/**
 * How pairs of one rule are spread over the patterns: which level they stand on in each comparison. Everything that is
 * estimated needs no more of them.
 */
export type Patterns = {
  /** Levels of pattern p from `p × comparisons`. */
  readonly levels: Uint8Array;
  /** Pairs of each pattern. */
  readonly pairs: Float64Array;
  /** Those among them that no earlier rule finds. */
  readonly firstFound: Float64Array;
};

/** The patterns of a sample of a rule's pairs, scaled to all of them. */
export function patternsOf(
  blocks: Blocks,
  rule: number,
  ladders: readonly Ladder[],
  random: Random,
): Patterns {
  const numbers = new Map<number, number>();
  const levels: number[] = [];
  const pairs: number[] = [];
  const firstFound: number[] = [];
  const own = new Uint8Array(ladders.length);
  let sampled = 0;
  visitSample(blocks, rule, random, (i, j) => {
    sampled++;
    let pattern = 0;
    ladders.forEach((ladder, c) => {
      const level = ladder.levelOf(ladder.field.left[i] ?? 0, ladder.field.right[j] ?? 0);
      own[c] = level;
      pattern = pattern * (ladder.missing + 1) + level;
    });
    let at = numbers.get(pattern);
    if (at === undefined) {
      at = numbers.size;
      numbers.set(pattern, at);
      for (const level of own) levels.push(level);
      pairs.push(0);
      firstFound.push(0);
    }
    pairs[at] = (pairs[at] ?? 0) + 1;
    if (!isFoundBefore(blocks, rule, i, j)) firstFound[at] = (firstFound[at] ?? 0) + 1;
  });
  const scale = (blocks.rules[rule]?.pairs ?? 0) / Math.max(1, sampled);
  return {
    levels: Uint8Array.from(levels),
    pairs: Float64Array.from(pairs, (count) => count * scale),
    firstFound: Float64Array.from(firstFound, (count) => count * scale),
  };
}

/** Every pair of a rule if there are few, else every so many-th, at random steps. A pair that shares two groups counts twice. */
function visitSample(
  blocks: Blocks,
  rule: number,
  random: Random,
  visit: (i: number, j: number) => void,
): void {
  const groups = blocks.rules[rule];
  if (groups === undefined) return;
  const { leftGroups, rightGroups } = groups;
  const widest = Math.max(0, 2 * (groups.pairs / SAMPLE - 1));
  const step = () => 1 + Math.round(random() * widest);
  // How many pairs are passed over before the next one is taken.
  let skip = step() - 1;
  for (let g = 1; g < leftGroups.starts.length - 1; g++) {
    const end = leftGroups.starts[g + 1] ?? 0;
    const rightEnd = rightGroups.starts[g + 1] ?? 0;
    for (let p = leftGroups.starts[g] ?? 0; p < end; p++) {
      const rightStart = blocks.within ? p + 1 : (rightGroups.starts[g] ?? 0);
      let q = rightStart + skip;
      for (; q < rightEnd; q += step()) visit(leftGroups.records[p] ?? 0, rightGroups.records[q] ?? 0);
      skip = q - Math.max(rightEnd, rightStart);
    }
  }
}
