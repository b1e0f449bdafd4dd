import { blocksOf, visitCandidates } from '../../identity/src/linkage/block.ts';
import { clusterPairs } from '../../identity/src/linkage/cluster.ts';
import { evaluateClusters, evaluatePairs, qualityOf } from '../../identity/src/linkage/evaluate.ts';
import { inferSpec } from '../../identity/src/linkage/infer.ts';
import { pairOnce, sortPairs } from '../../identity/src/linkage/link.ts';
import { encodeRecords } from '../../identity/src/linkage/records.ts';
import { scorePairs } from '../../identity/src/linkage/score.ts';
import type { LinkageSpec } from '../../identity/src/linkage/spec.ts';
import { trainModel } from '../../identity/src/linkage/train.ts';
import type { Labelled } from './labelled.ts';

/** What one run came to. */
export interface Result {
  readonly spec: LinkageSpec;
  readonly f1: number;
  readonly precision: number;
  readonly recall: number;
  /** Probability at which F1 is highest. */
  readonly threshold: number;
  /** F1 at a probability of one half, which needs no truth to be chosen. */
  readonly f1AtHalf: number;
  /** F1 of the pairs within clusters at the best threshold; undefined for two tables. */
  readonly clustersF1: number | undefined;
  /** The share of the true pairs that the blocking rules let through. */
  readonly blockingRecall: number;
  readonly candidates: number;
  /** Of the processor. */
  readonly seconds: Readonly<Record<'infer' | 'encode' | 'train' | 'score' | 'all', number>>;
  readonly byKind: readonly KindResult[];
}

/** Of the pairs of which a record has this kind of error. */
export interface KindResult {
  readonly kind: string;
  readonly truePairs: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Infers a spec, links, and holds the result against the truth. */
export function linkAndMeasure(left: Labelled, right: Labelled | undefined, oneToOne = false): Result {
  const began = processorSeconds();
  const inferred = inferSpec(left.columns, right?.columns);
  const afterInfer = processorSeconds();
  const records = encodeRecords(left.columns, right?.columns, inferred);
  const afterEncode = processorSeconds();
  const model = trainModel(records, inferred);
  const afterTrain = processorSeconds();
  const { pairs: scored, candidates } = scorePairs(records, model);
  const sorted = sortPairs(scored);
  const pairs = oneToOne ? pairOnce(sorted) : sorted;
  const afterScore = processorSeconds();

  const other = right ?? left;
  const isTrue = Uint8Array.from(pairs.left, (i, p) =>
    Number(left.entity[i] === other.entity[pairs.right[p] ?? 0]),
  );
  const truePairs = truePairsOf(left, right);
  const { best, at } = evaluatePairs(pairs.probability, isTrue, truePairs);
  const clusters =
    right === undefined
      ? evaluateClusters(clusterPairs(left.entity.length, pairs, best.threshold), left.entity)
      : undefined;
  return {
    spec: inferred,
    f1: best.f1,
    precision: best.precision,
    recall: best.recall,
    threshold: best.threshold,
    f1AtHalf: at(0.5).f1,
    clustersF1: clusters?.f1,
    blockingRecall: blockingRecall(left, right, inferred),
    candidates,
    seconds: {
      infer: afterInfer - began,
      encode: afterEncode - afterInfer,
      train: afterTrain - afterEncode,
      score: afterScore - afterTrain,
      all: afterScore - began,
    },
    byKind: kindsOf(left, right, pairs, best.threshold),
  };
}

/** Of this process, so that other work on the machine does not count; that of the collector of garbage beside it does. */
function processorSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

function truePairsOf(left: Labelled, right: Labelled | undefined): number {
  const counts = countsOf(left.entity);
  if (right === undefined) return [...counts.values()].reduce((sum, n) => sum + (n * (n - 1)) / 2, 0);
  return right.entity.reduce((sum, one) => sum + (counts.get(one) ?? 0), 0);
}

/** The share of the true pairs that the rules bring together. */
export function blockingRecall(left: Labelled, right: Labelled | undefined, spec: LinkageSpec): number {
  const records = encodeRecords(left.columns, right?.columns, spec);
  const blocks = blocksOf(records, spec);
  let found = 0;
  const other = right ?? left;
  visitCandidates(blocks, 0, 1, (lefts, rights, count) => {
    for (let p = 0; p < count; p++) {
      if (left.entity[lefts[p] ?? 0] === other.entity[rights[p] ?? 0]) found += 1;
    }
  });
  return found / truePairsOf(left, right);
}

function countsOf(entity: Int32Array): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const one of entity) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
}

function kindsOf(
  left: Labelled,
  right: Labelled | undefined,
  pairs: { readonly left: Int32Array; readonly right: Int32Array; readonly probability: Float64Array },
  threshold: number,
): KindResult[] {
  const other = right ?? left;
  const tally = new Map<string, { all: number; found: number; right: number }>();
  const count = (i: number, j: number, what: 'all' | 'found' | 'right') => {
    const kinds = new Set([...(left.kinds[i] ?? []), ...(other.kinds[j] ?? [])]);
    for (const kind of kinds.size === 0 ? ['none'] : kinds) {
      const counts = tally.get(kind) ?? { all: 0, found: 0, right: 0 };
      counts[what] += 1;
      tally.set(kind, counts);
    }
  };
  const rows = new Map<number, number[]>();
  for (const [j, one] of other.entity.entries()) rows.set(one, [...(rows.get(one) ?? []), j]);
  for (const [i, one] of left.entity.entries()) {
    for (const j of rows.get(one) ?? []) if (right !== undefined || i < j) count(i, j, 'all');
  }
  for (const [p, i] of pairs.left.entries()) {
    if ((pairs.probability[p] ?? 0) < threshold) continue;
    const j = pairs.right[p] ?? 0;
    count(i, j, 'found');
    if (left.entity[i] === other.entity[j]) count(i, j, 'right');
  }
  return [...tally]
    .map(([kind, { all, found, right: rightOnes }]) => {
      const { precision, recall, f1 } = qualityOf(found, rightOnes, all, threshold);
      return { kind, truePairs: all, precision, recall, f1 };
    })
    .toSorted((a, b) => b.truePairs - a.truePairs);
}
