import type { LinkageModel, LinkageOptions } from './model.ts';
import { type Columns, encodeRecords } from './records.ts';
import { type Pairs, type Scored, scorePairs } from './score.ts';
import type { LinkageSpec } from './spec.ts';
import { trainModel } from './train.ts';

export type Linkage = Scored & { readonly model: LinkageModel };

/**
 * Links two tables, or finds the duplicates within one (`right` undefined). Pairs come best first.
 *
 * @throws RangeError if a column of the spec is absent or columns differ in length
 */
export function linkTables(
  left: Columns,
  right: Columns | undefined,
  spec: LinkageSpec,
  options: LinkageOptions = {},
): Linkage {
  const records = encodeRecords(left, right, spec);
  const model = trainModel(records, spec, options);
  const { pairs, candidates } = scorePairs(records, model, options);
  const sorted = sortPairs(pairs);
  return { model, pairs: spec.oneToOne === true && !records.within ? pairOnce(sorted) : sorted, candidates };
}

/** Best first; of equal weight, in the order of the tables. */
export function sortPairs(pairs: Pairs): Pairs {
  const { left, right, weight } = pairs;
  const order = Int32Array.from(left.keys()).sort(
    (p, q) =>
      (weight[q] ?? 0) - (weight[p] ?? 0) ||
      (left[p] ?? 0) - (left[q] ?? 0) ||
      (right[p] ?? 0) - (right[q] ?? 0),
  );
  return choosePairs(pairs, order);
}

/** Of pairs that come best first, those of which neither record was paired before. */
export function pairOnce(pairs: Pairs): Pairs {
  const lefts = new Set<number>();
  const rights = new Set<number>();
  const chosen = Int32Array.from(pairs.left.keys()).filter((p) => {
    const i = pairs.left[p] ?? 0;
    const j = pairs.right[p] ?? 0;
    if (lefts.has(i) || rights.has(j)) return false;
    lefts.add(i);
    rights.add(j);
    return true;
  });
  return choosePairs(pairs, chosen);
}

function choosePairs({ left, right, weight, probability }: Pairs, chosen: Int32Array): Pairs {
  return {
    left: chosen.map((p) => left[p] ?? 0),
    right: chosen.map((p) => right[p] ?? 0),
    weight: Float64Array.from(chosen, (p) => weight[p] ?? 0),
    probability: Float64Array.from(chosen, (p) => probability[p] ?? 0),
  };
}
