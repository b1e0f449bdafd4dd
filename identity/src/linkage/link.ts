import type { LinkageModel } from './model.ts';
import type { LinkageSpec } from './spec.ts';

/** Values by column, all columns of one length: a record is an index. An empty, blank or undefined value is missing. */
export type Columns = Readonly<Record<string, readonly (string | undefined)[]>>;

export type LinkageOptions = {
  /** Draws the samples: the same seed, spec and tables give the same result on every machine. Default 1. */
  readonly seed?: number;
  /** Pairs below this probability are not kept. Default 0.01. */
  readonly leastProbability?: number;
  /** The tests that levels of kind `custom` name, on prepared values. Symmetric. */
  readonly tests?: Readonly<Record<string, (a: string, b: string) => boolean>>;
};

/**
 * Which share of the candidate pairs is scored: part 0 to `parts` − 1. Each candidate is in exactly one part, so that workers
 * may each take one. Together they find what one alone finds, in another order.
 */
export type Part = { readonly part: number; readonly parts: number };

/** Scored pairs, one per index of the four arrays. Of one table deduplicated, left is the smaller index. */
export type Pairs = {
  /** Indices into the left table. */
  readonly left: Int32Array;
  /** Indices into the right table, or into the one that is deduplicated. */
  readonly right: Int32Array;
  /** Base-2 logarithm of the odds that both records are one. */
  readonly weight: Float64Array;
  readonly probability: Float64Array;
};

export type Linkage = {
  readonly model: LinkageModel;
  readonly pairs: Pairs;
  /** How many pairs were compared. */
  readonly candidates: number;
};

/** The two tables, or the one, made ready: values as numbers. Plain data, so that it can be posted to a worker. */
export type Records = { readonly draft: true };

export type Waterfall = {
  /** The weight before anything is compared. */
  readonly prior: number;
  /** One for each comparison, in the order of the spec; their weights and the prior add up to `weight`. */
  readonly bars: readonly Bar[];
  readonly weight: number;
  readonly probability: number;
};

export type Bar = {
  readonly comparison: string;
  /** Index of the level; the number of levels for "anything else"; undefined if a value is missing. */
  readonly level: number | undefined;
  /** Both 1 if a value is missing. */
  readonly m: number;
  readonly u: number;
  /** What the frequency of the value adds; part of `weight`. */
  readonly termFrequency: number;
  readonly weight: number;
  /** As prepared, empty if missing. */
  readonly values: readonly [left: string, right: string];
};

/** Links two tables, or finds the duplicates within one (`right` undefined): encode, train, score, sorted best first. */
export declare function linkTables(
  left: Columns,
  right: Columns | undefined,
  spec: LinkageSpec,
  options?: LinkageOptions,
): Linkage;

/** @throws RangeError if a column of the spec is absent or columns differ in length */
export declare function encodeRecords(left: Columns, right: Columns | undefined, spec: LinkageSpec): Records;

/** What the spec leaves open is estimated, what it gives is used as given. */
export declare function trainModel(
  records: Records,
  spec: LinkageSpec,
  options?: LinkageOptions,
): LinkageModel;

export declare function scorePairs(
  records: Records,
  model: LinkageModel,
  options?: LinkageOptions & Partial<Part>,
): { readonly pairs: Pairs; readonly candidates: number };

/** Connected records at a threshold: for each of `size` records the smallest index in its cluster. */
export declare function clusterPairs(size: number, pairs: Pairs, threshold: number): Int32Array;

export declare function explainPair(
  records: Records,
  model: LinkageModel,
  left: number,
  right: number,
  options?: Pick<LinkageOptions, 'tests'>,
): Waterfall;

/** @throws SpecError with the path in the JSON and what is accepted there */
export declare function readSpec(json: unknown): LinkageSpec;
