import { APART_WEIGHT, dividersOf, isApart } from './apart.ts';
import { visitCandidates } from './block.ts';
import {
  type ComparisonModel,
  type LinkageModel,
  type LinkageOptions,
  probabilityOfWeight,
  weightOfProbability,
} from './model.ts';
import type { Records } from './records.ts';
import type { LevelSpec } from './spec.ts';
import { householdWeight, Scale } from './weigh.ts';

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

/**
 * Which share of the candidate pairs is scored: part 0 to `parts` − 1. Each candidate is in exactly one part, so that workers
 * may each take one. Together they find what one alone finds, in another order.
 */
export type Part = { readonly part: number; readonly parts: number };

export type Scored = {
  readonly pairs: Pairs;
  /** How many pairs were compared. */
  readonly candidates: number;
};

/**
 * Compares the candidates, or one part of them, and keeps those that are probable enough, in no order that means anything.
 *
 * @param options `onCompared` hears now and then how many were compared
 */
export function scorePairs(
  records: Records,
  model: LinkageModel,
  options: LinkageOptions & Partial<Part> & { readonly onCompared?: (pairs: number) => void } = {},
): Scored {
  const { tests = {}, leastProbability = 0.01, part = 0, parts = 1, onCompared } = options;
  // Cheap ones first: what they let go is not looked at by the others.
  const comparisons = model.comparisons.toSorted((a, b) => costOf(a) - costOf(b));
  const scales = comparisons.map((comparison) => new Scale(comparison, model.prior, records, tests));
  const dividers = dividersOf(comparisons);
  const least = weightOfProbability(leastProbability);
  const prior = weightOfProbability(model.prior);
  const left = rowsOf(scales, records.leftSize, ({ ladder }) => ladder.field.left);
  const right = records.within ? left : rowsOf(scales, records.rightSize, ({ ladder }) => ladder.field.right);
  // From each comparison on, the most that is still to come: a pair that cannot get there any more is let go.
  const toCome = new Float64Array(scales.length + 1);
  for (let c = scales.length - 1; c >= 0; c--)
    toCome[c] = (toCome[c + 1] ?? 0) + Math.max(0, scales[c]?.heaviest ?? 0);

  const kept = new KeptPairs();
  let candidates = 0;
  visitCandidates(records.blocks, part, parts, (lefts, rights, count) => {
    candidates += count;
    for (let p = 0; p < count; p++) {
      const i = lefts[p] ?? 0;
      const j = rights[p] ?? 0;
      const atLeft = i * scales.length;
      const atRight = j * scales.length;
      let weight = prior;
      for (let c = 0; c < scales.length; c++) {
        const scale = scales[c];
        const a = left[atLeft + c] ?? 0;
        const b = right[atRight + c] ?? 0;
        if (scale === undefined) break;
        if (weight + (a === b ? (toCome[c] ?? 0) : scale.heaviestUnequal + (toCome[c + 1] ?? 0)) < least) {
          weight = Number.NEGATIVE_INFINITY;
          break;
        }
        weight += scale.weigh(a, b);
      }
      if (weight < least) continue;
      // Of the few that come so far.
      for (const divider of dividers) if (isApart(scales, divider, i, j)) weight += APART_WEIGHT;
      weight += householdWeight(scales, model.household, i, j);
      if (weight >= least) kept.add(i, j, weight);
    }
    onCompared?.(candidates);
  });
  return { pairs: kept.pairs(), candidates };
}

/** Tests that take long, the dearest last. */
const DEAR: readonly LevelSpec['test'][] = [
  'tokensShared',
  'rareTokensShared',
  'jaroWinkler',
  'swapped',
  'nameSimilarity',
  'custom',
];

function costOf({ levels }: ComparisonModel): number {
  return Math.max(...levels.map(({ test }) => DEAR.indexOf(test)));
}

/** The codes of each record side by side, as they are needed together. */
function rowsOf(scales: readonly Scale[], size: number, codesOf: (scale: Scale) => Int32Array): Int32Array {
  const rows = new Int32Array(size * scales.length);
  scales.forEach((scale, c) => {
    const codes = codesOf(scale);
    for (let i = 0; i < size; i++) rows[i * scales.length + c] = codes[i] ?? 0;
  });
  return rows;
}

class KeptPairs {
  #left = new Int32Array(1024);
  #right = new Int32Array(1024);
  #weight = new Float64Array(1024);
  #count = 0;

  add(left: number, right: number, weight: number): void {
    const at = this.#count++;
    if (at === this.#left.length) {
      this.#left = grown(this.#left, new Int32Array(at * 2));
      this.#right = grown(this.#right, new Int32Array(at * 2));
      this.#weight = grown(this.#weight, new Float64Array(at * 2));
    }
    this.#left[at] = left;
    this.#right[at] = right;
    this.#weight[at] = weight;
  }

  pairs(): Pairs {
    const weight = this.#weight.slice(0, this.#count);
    return {
      left: this.#left.slice(0, this.#count),
      right: this.#right.slice(0, this.#count),
      weight,
      probability: weight.map(probabilityOfWeight),
    };
  }
}

function grown<T extends Int32Array | Float64Array>(from: T, into: T): T {
  into.set(from);
  return into;
}
