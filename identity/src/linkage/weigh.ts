import { type Ladder, ladderOf } from './compare.ts';
import { EXPECTED_RECORDS } from './expectation.ts';
import type { CustomTests } from './level-test.ts';
import type { ComparisonModel, KnownChances } from './model.ts';
import type { Records } from './records.ts';

/** For values that are alike but not equal, how much the frequency of the more frequent one counts. */
const ALIKE = 0.5;

/** Weighs what two values of one comparison say. */
export class Scale {
  readonly ladder: Ladder;
  /** The weight of each level: base-2 logarithm of m / u. "Anything else" is the last but one, a missing value weighs 0. */
  readonly weights: Float64Array;
  /** The same of h / u, where the model has households. */
  readonly householdWeights: Float64Array;
  /** What the frequency of each value adds to its level; empty if it does not count. */
  readonly frequencyWeights: Float64Array;
  /** No pair of values weighs more, and no pair of unequal ones more than the second. */
  readonly heaviest: number;
  readonly heaviestUnequal: number;

  constructor(comparison: ComparisonModel, prior: number, records: Records, tests: CustomTests) {
    this.ladder = ladderOf(comparison, records, tests);
    const chances = [...comparison.levels, comparison.otherwise];
    this.weights = Float64Array.from([...chances.map(({ m, u }) => Math.log2(m / u)), 0]);
    this.householdWeights = Float64Array.from([...chances.map(({ u, h = u }) => Math.log2(h / u)), 0]);
    const exact = comparison.levels.find(({ test }) => test === 'exact') ?? comparison.levels[0];
    this.frequencyWeights =
      comparison.termFrequency === true && exact !== undefined
        ? frequencyWeights(this.ladder, exact, expectedOthers(records, prior))
        : new Float64Array();
    let rarest = 0;
    for (const weight of this.frequencyWeights) rarest = Math.max(rarest, weight);
    const isExactFirst = comparison.levels[0]?.test === 'exact';
    this.heaviest = Math.max(...this.weights) + rarest;
    this.heaviestUnequal = Math.max(...this.weights.subarray(isExactFirst ? 1 : 0)) + ALIKE * rarest;
  }

  /** What the frequency of both values adds on a level. */
  frequencyWeight(a: number, b: number, level: number): number {
    if (this.frequencyWeights.length === 0 || level >= this.ladder.otherwise) return 0;
    return frequencyWeight(this.frequencyWeights, a, b);
  }

  weigh(a: number, b: number): number {
    const level = this.ladder.levelOf(a, b);
    const weight = this.weights[level] ?? 0;
    return this.frequencyWeights.length === 0 ? weight : weight + this.frequencyWeight(a, b, level);
  }
}

/** What the frequency of two values on one level adds. */
export function frequencyWeight(weights: Float64Array, a: number, b: number): number {
  const ofA = weights[a] ?? 0;
  return a === b ? ofA : ALIKE * Math.min(ofA, weights[b] ?? 0);
}

/** How many other records are expected to be of the person of one. */
function expectedOthers({ within, leftSize, rightSize }: Records, prior: number): number {
  return prior * (within ? leftSize - 1 : (2 * leftSize * rightSize) / Math.max(1, leftSize + rightSize));
}

/**
 * By how much a value's own frequency outweighs the average one. Records that are expected to have the value because they are
 * of the same person are not counted, so that a value which nobody else has is rare; as if half a person had it, since the
 * next one might; and of few records, as if there were more with an average value.
 */
export function frequencyWeights({ field }: Ladder, { m, u }: KnownChances, others: number): Float64Array {
  const { leftCounts, rightCounts } = field.dictionary;
  const isOne = field.left === field.right;
  const countOf = (code: number) => (leftCounts[code] ?? 0) + (isOne ? 0 : (rightCounts[code] ?? 0));
  let all = 0;
  for (let code = 1; code < leftCounts.length; code++) all += countOf(code);
  const own = 1 + others * m;
  const weightOf = (count: number) =>
    Math.log2((u * (all + EXPECTED_RECORDS)) / (Math.max(count - own, 0.5) + u * EXPECTED_RECORDS));
  // Most values are rare, and logarithms take long.
  const ofRare = Float64Array.from({ length: 256 }, (_, count) => weightOf(count));
  const weights = new Float64Array(leftCounts.length);
  for (let code = 1; code < weights.length; code++) {
    const count = countOf(code);
    weights[code] = ofRare[count] ?? weightOf(count);
  }
  return weights;
}

/**
 * What it takes from the weight of a pair that it may be of one household; 0 or less.
 *
 * @param household the probability that two records drawn at random are of one household; undefined for none
 */
export function householdWeight(
  scales: readonly Scale[],
  household: number | undefined,
  left: number,
  right: number,
): number {
  if (household === undefined) return 0;
  let weight = Math.log2(household / (1 - household));
  for (const scale of scales) {
    const { ladder } = scale;
    const [a, b] = [ladder.field.left[left] ?? 0, ladder.field.right[right] ?? 0];
    const level = ladder.levelOf(a, b);
    weight += (scale.householdWeights[level] ?? 0) + scale.frequencyWeight(a, b, level);
  }
  return -Math.log2(1 + 2 ** weight);
}
