import { APART_WEIGHT, dividersOf, isApart } from './apart.ts';
import { APART } from './encode.ts';
import { type LinkageModel, type LinkageOptions, probabilityOfWeight, weightOfProbability } from './model.ts';
import type { Records } from './records.ts';
import { textOf } from './values.ts';
import { householdWeight, Scale } from './weigh.ts';

/** Why a pair weighs what it weighs. */
export type Waterfall = {
  /** The weight before anything is compared. */
  readonly prior: number;
  /** One for each comparison, in the order of the spec; their weights, the prior and the household add up to `weight`. */
  readonly bars: readonly Bar[];
  /** What it takes from the weight that they may be two people of one household, who have much in common; 0 or less. */
  readonly household: number;
  readonly weight: number;
  readonly probability: number;
};

/** What one comparison says. */
export type Bar = {
  readonly comparison: string;
  /** Index of the level; the number of levels for "anything else"; undefined if a value is missing. */
  readonly level: number | undefined;
  /** Both 1 if a value is missing. */
  readonly m: number;
  readonly u: number;
  /** What the frequency of the value adds; part of `weight`. */
  readonly termFrequency: number;
  /** Of a comparison that makes two people by itself (`apartUnless`) far below what m and u give. */
  readonly weight: number;
  /** As prepared, empty if missing. */
  readonly values: readonly [left: string, right: string];
};

/** The weight of one pair of records, candidate or not, bar by bar. */
export function explainPair(
  records: Records,
  model: LinkageModel,
  left: number,
  right: number,
  { tests = {} }: Pick<LinkageOptions, 'tests'> = {},
): Waterfall {
  const scales = model.comparisons.map((comparison) => new Scale(comparison, model.prior, records, tests));
  const apart = new Set(
    dividersOf(model.comparisons)
      .filter((divider) => isApart(scales, divider, left, right))
      .map(({ at }) => at),
  );
  const bars = scales.map((scale, c): Bar => {
    const comparison = model.comparisons[c];
    const { ladder } = scale;
    const { dictionary } = ladder.field;
    const a = ladder.field.left[left];
    const b = ladder.field.right[right];
    if (comparison === undefined || a === undefined || b === undefined)
      throw new RangeError(`There is no pair of ${left} and ${right}`);
    const level = ladder.levelOf(a, b);
    const text = (code: number) => textOf(dictionary, code).replace(String.fromCharCode(APART), ' ');
    const { m, u } =
      level === ladder.missing ? { m: 1, u: 1 } : (comparison.levels[level] ?? comparison.otherwise);
    return {
      comparison: comparison.name,
      level: level === ladder.missing ? undefined : level,
      m,
      u,
      termFrequency: scale.frequencyWeight(a, b, level),
      weight: scale.weigh(a, b) + (apart.has(c) ? APART_WEIGHT : 0),
      values: [text(a), text(b)],
    };
  });
  const prior = weightOfProbability(model.prior);
  const household = householdWeight(scales, model.household, left, right);
  const weight = bars.reduce((sum, bar) => sum + bar.weight, prior + household);
  return { prior, bars, household, weight, probability: probabilityOfWeight(weight) };
}
