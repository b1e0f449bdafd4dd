import type { ComparisonSpec, LevelSpec } from './spec.ts';

/** What is thought before anything is seen counts as much as so many matches, and as so many random pairs. */
const MATCHES = 8;
const RANDOM_PAIRS = 200;
/** Of how many records the average frequency is thought to hold for each value. */
export const EXPECTED_RECORDS = 500;

/** Counts of matches as shares: those of a short list lean on what is usual, those of a long one hardly. None is 0. */
export function sharesOfMatches(counts: Float64Array): Float64Array {
  const usual = usualM(counts.length);
  const all = counts.reduce((sum, count) => sum + count, MATCHES);
  return counts.map((count, level) => (count + MATCHES * (usual[level] ?? 0)) / all);
}

/** Most pairs of one person agree, few disagree altogether. */
function usualM(levels: number): Float64Array {
  const between = Math.max(0, levels - 2);
  return Float64Array.from({ length: levels }, (_, level) => {
    if (level === 0) return between > 0 ? 0.7 : 0.94;
    return level === levels - 1 ? 0.06 : 0.24 / between;
  });
}

/**
 * Shares of random pairs on the levels, "anything else" last, leaning on what is usual where there are few pairs: a level that
 * none of twenty pairs stands on is not impossible.
 *
 * @param pairs how many random pairs there are
 */
export function sharesOfStrangers(
  comparison: ComparisonSpec,
  shares: Float64Array,
  pairs: number,
): Float64Array {
  const own = shares.map((share, l) => {
    const level = comparison.levels[l];
    const usual = level === undefined ? undefined : usualU(level, comparison);
    return usual === undefined ? share : (share * pairs + usual * RANDOM_PAIRS) / (pairs + RANDOM_PAIRS);
  });
  const last = own.length - 1;
  const others = own.subarray(0, last).reduce((sum, share) => sum + share, 0);
  own[last] = Math.max(0, 1 - others);
  return own;
}

/** Undefined where it depends on what the column holds: a sex or a number. */
function usualU(level: LevelSpec, { prepare, columns }: ComparisonSpec): number | undefined {
  switch (level.test) {
    case 'exact':
      if (columns.length > 1) return 1e-4;
      return prepare === 'date' ? 1e-4 : prepare === 'name' || prepare === 'digits' ? 1e-3 : undefined;
    case 'nameSimilarity':
      return level.least >= 0.9 ? 0.002 : level.least >= 0.8 ? 0.005 : 0.03;
    case 'jaroWinkler':
      return level.least >= 0.9 ? 0.01 : 0.03;
    case 'swapped':
      return 0.001;
    case 'damerauLevenshtein':
    case 'dayMonthSwapped':
    case 'daysApart':
      return 0.01;
    case 'rareTokensShared':
    case 'tokensShared':
      return level.least >= 0.9 ? 0.001 : 0.03;
    case 'prefix':
    case 'numberApart':
    case 'numberNear':
    case 'custom':
      return 0.05;
  }
}
