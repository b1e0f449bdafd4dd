import type { Chances, ComparisonSpec, LevelSpec, LinkageSpec } from './spec.ts';

/** Both chances of a level are known. */
export type KnownChances = Required<Chances>;

/** A ladder whose chances are all known. */
export type ComparisonModel = ComparisonSpec & {
  readonly levels: readonly (LevelSpec & KnownChances)[];
  readonly otherwise: KnownChances;
};

/**
 * A spec with nothing left to estimate. It is a spec itself: written as JSON and read again, it links other tables without
 * training. How frequent a value is still comes from the tables that are linked.
 */
export type LinkageModel = LinkageSpec & {
  readonly comparisons: readonly ComparisonModel[];
  readonly prior: number;
};
