import type { Chances, ComparisonSpec, LevelSpec, LinkageSpec } from './spec.ts';

/** The chances of a level for one person and for two are known; those for one household only if the model has households. */
export type KnownChances = Chances & Required<Pick<Chances, 'm' | 'u'>>;

/** A ladder whose chances are all known. */
export type ComparisonModel = Omit<ComparisonSpec, 'levels' | 'otherwise'> & {
  readonly levels: readonly (LevelSpec & KnownChances)[];
  readonly otherwise: KnownChances;
};

/**
 * A spec with nothing left to estimate. It is a spec itself: written as JSON and read again, it links other tables without
 * training. How frequent a value is still comes from the tables that are linked.
 */
export type LinkageModel = Omit<LinkageSpec, 'comparisons' | 'prior'> & {
  readonly comparisons: readonly ComparisonModel[];
  readonly prior: number;
};

/** What the caller may say beside the spec. */
export type LinkageOptions = {
  /** Draws the samples: the same seed, spec and tables give the same result on every machine. Default 1. */
  readonly seed?: number;
  /** Pairs below this probability are not kept. Default 0.01. */
  readonly leastProbability?: number;
  /** The tests that levels of kind `custom` name, on prepared values. Symmetric. */
  readonly tests?: Readonly<Record<string, (a: string, b: string) => boolean>>;
};

/** The chances of all levels of a ladder, best first, "anything else" last. */
export function chancesOf({ levels, otherwise }: ComparisonSpec): readonly Chances[] {
  return [...levels, otherwise ?? {}];
}

/** Base-2 logarithm of the odds of a probability. */
export function weightOfProbability(probability: number): number {
  return Math.log2(probability / (1 - probability));
}

export function probabilityOfWeight(weight: number): number {
  return 1 / (1 + 2 ** -weight);
}
