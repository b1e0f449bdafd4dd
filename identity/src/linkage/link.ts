import type { LinkageModel, LinkageOptions } from './model.ts';
import { type Columns, encodeRecords } from './records.ts';
import { type Pairs, type Scored, scorePairs } from './score.ts';
import { bestFirst } from './sort-pairs.ts';
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
  return choosePairs(pairs, bestFirst(pairs));
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
  const size = chosen.length;
  const own = {
    left: new Int32Array(size),
    right: new Int32Array(size),
    weight: new Float64Array(size),
    probability: new Float64Array(size),
  };
  for (let n = 0; n < size; n++) {
    const p = chosen[n] ?? 0;
    own.left[n] = left[p] ?? 0;
    own.right[n] = right[p] ?? 0;
    own.weight[n] = weight[p] ?? 0;
    own.probability[n] = probability[p] ?? 0;
  }
  return own;
}
