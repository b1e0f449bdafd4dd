import type { Ladder } from './compare.ts';
import type { Random } from './random.ts';
import type { Records } from './records.ts';

/** Pairs of unequal values that are looked at for one comparison: more of a few records would say nothing new. */
const SAMPLE = 100_000;
const LEAST_SAMPLE = 50_000;
const SAMPLE_PER_RECORD = 4;

/**
 * How random pairs of records are spread over the levels of a ladder, "anything else" last; pairs with a missing value are
 * left out. Equal values are counted, not sampled, since they are rare where they say most; unequal ones are counted too where
 * there are few values, and sampled by their frequency where there are many.
 */
export function sharesOfRandomPairs(ladder: Ladder, records: Records, random: Random): Float64Array {
  const { leftCounts, rightCounts } = ladder.field.dictionary;
  const codes = leftCounts.length;
  const equal = new Float64Array(ladder.missing);
  let lefts = 0;
  let rights = 0;
  for (let code = 1; code < codes; code++) {
    const left = leftCounts[code] ?? 0;
    const right = rightCounts[code] ?? 0;
    lefts += left;
    rights += right;
    const pairs = records.within ? (left * (left - 1)) / 2 : left * right;
    if (pairs > 0) add(equal, ladder.levelOf(code, code), pairs);
  }
  const all = records.within ? (lefts * (lefts - 1)) / 2 : lefts * rights;
  const unequal =
    ((codes - 1) * (codes - 2)) / 2 <= LEAST_SAMPLE
      ? countUnequal(ladder, records)
      : sampleUnequal(ladder, records, random);
  const allEqual = total(equal);
  const allUnequal = total(unequal);
  return equal.map((pairs, level) => {
    const share = allUnequal === 0 ? 0 : (unequal[level] ?? 0) / allUnequal;
    return all === 0 ? 0 : (pairs + (all - allEqual) * share) / all;
  });
}

/** The share of random pairs that have equal values. */
export function shareOfEqual({ field }: Ladder, { within }: Records): number {
  const { leftCounts, rightCounts } = field.dictionary;
  let [equal, lefts, rights] = [0, 0, 0];
  for (let code = 1; code < leftCounts.length; code++) {
    const left = leftCounts[code] ?? 0;
    const right = rightCounts[code] ?? 0;
    lefts += left;
    rights += right;
    equal += within ? (left * (left - 1)) / 2 : left * right;
  }
  const all = within ? (lefts * (lefts - 1)) / 2 : lefts * rights;
  return all === 0 ? 0 : equal / all;
}

function countUnequal(ladder: Ladder, { within }: Records): Float64Array {
  const { leftCounts, rightCounts } = ladder.field.dictionary;
  const counts = new Float64Array(ladder.missing);
  for (let a = 1; a < leftCounts.length; a++) {
    for (let b = a + 1; b < leftCounts.length; b++) {
      const pairs = (leftCounts[a] ?? 0) * (rightCounts[b] ?? 0);
      const others = within ? 0 : (leftCounts[b] ?? 0) * (rightCounts[a] ?? 0);
      if (pairs + others > 0) add(counts, ladder.levelOf(a, b), pairs + others);
    }
  }
  return counts;
}

function sampleUnequal(ladder: Ladder, records: Records, random: Random): Float64Array {
  const { left, right } = ladder.field;
  // What was not seen is not impossible, only rarer than the sample tells: as if each level had been seen half a time more.
  const counts = Float64Array.from({ length: ladder.missing }, (_, level) =>
    ladder.levels[level]?.test === 'exact' ? 0 : 0.5,
  );
  const wanted = SAMPLE_PER_RECORD * (records.leftSize + records.rightSize);
  const sample = Math.min(SAMPLE, Math.max(LEAST_SAMPLE, wanted));
  for (let i = 0; i < sample; i++) {
    const a = left[Math.floor(random() * records.leftSize)] ?? 0;
    const b = right[Math.floor(random() * records.rightSize)] ?? 0;
    if (a !== 0 && b !== 0 && a !== b) add(counts, ladder.climb(a, b), 1);
  }
  return counts;
}

function add(counts: Float64Array, level: number, pairs: number): void {
  counts[level] = (counts[level] ?? 0) + pairs;
}

function total(counts: Float64Array): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
