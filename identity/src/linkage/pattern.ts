import { type Blocks, isFoundBy } from './block.ts';
import type { Ladder } from './compare.ts';
import type { Random } from './random.ts';
import { frequencyWeight } from './weigh.ts';

/** Pairs that are compared for training, at most about so many, shared by all rules; and so many of each at least. */
const SAMPLE = 60_000;
const LEAST_SAMPLE = 4_000;

/**
 * Candidates as patterns: on which level they stand in each comparison, which rules find them, and which one did here. Nothing
 * that is estimated needs to know more of them.
 */
export type Patterns = {
  /** Levels of pattern p from `p × comparisons`. */
  readonly levels: Uint8Array;
  /** One bit for each rule that finds the pair, at most 30. */
  readonly found: Int32Array;
  /** The rule among whose pairs it was counted. */
  readonly rule: Uint8Array;
  /** How much the frequencies of its values raise the odds. */
  readonly frequencyOdds: Float64Array;
  /** Pairs, scaled from the sample of the rule to all of its pairs. */
  readonly pairs: Float64Array;
};

/** The patterns of a sample of each rule's pairs. */
export function patternsOf(
  blocks: Blocks,
  ladders: readonly Ladder[],
  frequencies: readonly Float64Array[],
  random: Random,
): Patterns {
  const sample = Math.max(LEAST_SAMPLE, SAMPLE / Math.max(1, blocks.rules.length));
  const levels: number[] = [];
  const found: number[] = [];
  const rules: number[] = [];
  const frequencyOdds: number[] = [];
  const pairs: number[] = [];
  const own = new Uint8Array(ladders.length);
  blocks.rules.forEach((groups, rule) => {
    const numbers = new Map<number, number>();
    const first = pairs.length;
    let sampled = 0;
    visitSample(blocks, rule, sample, random, (i, j) => {
      sampled++;
      const bits = rulesThatFind(blocks, rule, i, j);
      let pattern = bits;
      let weight = 0;
      for (let c = 0; c < ladders.length; c++) {
        const ladder = ladders[c];
        if (ladder === undefined) continue;
        const a = ladder.field.left[i] ?? 0;
        const b = ladder.field.right[j] ?? 0;
        const level = ladder.levelOf(a, b);
        const weights = frequencies[c];
        if (weights !== undefined && weights.length > 0 && level < ladder.otherwise)
          weight += frequencyWeight(weights, a, b);
        own[c] = level;
        // Two patterns that get one number by the rounding of large ones are a small error of counting.
        pattern = (pattern * (ladder.missing + 1) + level) % MODULUS;
      }
      const bounded = Math.round(Math.min(Math.max(weight, -MOST_WEIGHT), MOST_WEIGHT));
      pattern = (pattern * (2 * MOST_WEIGHT + 1) + bounded + MOST_WEIGHT) % MODULUS;
      let at = numbers.get(pattern);
      if (at === undefined) {
        at = pairs.length;
        numbers.set(pattern, at);
        for (const level of own) levels.push(level);
        found.push(bits);
        rules.push(rule);
        frequencyOdds.push(2 ** bounded);
        pairs.push(0);
      }
      pairs[at] = (pairs[at] ?? 0) + 1;
    });
    for (let p = first; p < pairs.length; p++) pairs[p] = ((pairs[p] ?? 0) * groups.pairs) / sampled;
  });
  return {
    levels: Uint8Array.from(levels),
    found: Int32Array.from(found),
    rule: Uint8Array.from(rules),
    frequencyOdds: Float64Array.from(frequencyOdds),
    pairs: Float64Array.from(pairs),
  };
}

/** What frequencies add to a weight is rounded to whole bits, and more than this does not count. */
const MOST_WEIGHT = 12;
/** A prime whose multiples by a ladder's levels are still exact. */
const MODULUS = 35_184_372_088_777;

function rulesThatFind(blocks: Blocks, rule: number, i: number, j: number): number {
  let bits = 1 << rule;
  blocks.rules.forEach((groups, r) => {
    if (r !== rule && isFoundBy(groups, i, j)) bits |= 1 << r;
  });
  return bits;
}

/** Every pair of a rule if there are few, else every so many-th, at random steps. A pair that shares two groups counts twice. */
function visitSample(
  blocks: Blocks,
  rule: number,
  sample: number,
  random: Random,
  visit: (i: number, j: number) => void,
): void {
  const groups = blocks.rules[rule];
  if (groups === undefined) return;
  const { leftGroups, rightGroups } = groups;
  const widest = Math.max(0, 2 * (groups.pairs / sample - 1));
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
