import { ladderOf } from './compare.ts';
import { shareOfEqual, sharesOfRandomPairs } from './estimate-u.ts';
import { sharesOfStrangers } from './expectation.ts';
import type { LinkageOptions } from './model.ts';
import { type Patterns, patternsOf } from './pattern.ts';
import { randomOf } from './random.ts';
import type { Records } from './records.ts';
import type { LinkageSpec } from './spec.ts';
import { frequencyWeights } from './weigh.ts';

/** How random pairs of records stand on the levels of each comparison, "anything else" last. Plain data, as a worker may draw it. */
export function sampleStrangers(
  records: Records,
  spec: LinkageSpec,
  options: LinkageOptions = {},
): readonly Float64Array[] {
  return spec.comparisons.map((comparison, c) => {
    const ladder = ladderOf(comparison, records, options.tests ?? {});
    // Each comparison draws for itself, so that it finds the same whatever is drawn before.
    const seen = sharesOfRandomPairs(ladder, records, randomOf(seedOf(options) + c + 1));
    return sharesOfStrangers(comparison, seen, pairsIn(records));
  });
}

/** On which levels candidates stand, sampled from each rule. Plain data. */
export function sampleCandidates(
  records: Records,
  spec: LinkageSpec,
  options: LinkageOptions = {},
): Patterns {
  const ladders = spec.comparisons.map((comparison) => ladderOf(comparison, records, options.tests ?? {}));
  // Common values must not pass for a proof while matches are counted: whoever was born on 1 January shares it with many.
  const frequencies = spec.comparisons.map(({ termFrequency }, c) => {
    const ladder = ladders[c];
    const u = termFrequency === true && ladder !== undefined ? shareOfEqual(ladder, records) : 0;
    return ladder !== undefined && u > 0 ? frequencyWeights(ladder, { m: 1, u }, 1) : new Float64Array();
  });
  return patternsOf(records.blocks, ladders, frequencies, randomOf(seedOf(options)));
}

/** Pairs of records that there are, at least one. */
export function pairsIn({ leftSize, rightSize, within }: Records): number {
  return Math.max(1, within ? (leftSize * (leftSize - 1)) / 2 : leftSize * rightSize);
}

function seedOf({ seed = 1 }: LinkageOptions): number {
  return seed;
}
