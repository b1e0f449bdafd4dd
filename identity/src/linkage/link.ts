import type { Columns } from './column.ts';
import type { LinkageModel, LinkageOptions } from './model.ts';
import { encodeRecords, type Records } from './records.ts';
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
  return { model, pairs: orderPairs(pairs, records, spec), candidates };
}

/** Pairs as a result: best first, and each record once if the spec says so. */
export function orderPairs(pairs: Pairs, { within }: Pick<Records, 'within'>, spec: LinkageSpec): Pairs {
  const sorted = sortPairs(pairs);
  return spec.oneToOne === true && !within ? pairOnce(sorted) : sorted;
}

/** All pairs of several parts. */
export function joinPairs(parts: readonly Pairs[]): Pairs {
  const size = parts.reduce((sum, { left }) => sum + left.length, 0);
  const all = {
    left: new Int32Array(size),
    right: new Int32Array(size),
    weight: new Float64Array(size),
    probability: new Float64Array(size),
  };
  let at = 0;
  for (const part of parts) {
    all.left.set(part.left, at);
    all.right.set(part.right, at);
    all.weight.set(part.weight, at);
    all.probability.set(part.probability, at);
    at += part.left.length;
  }
  return all;
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
