import type { ChanceTable, Kind, MatchCounter } from './estimate-m.ts';
import { sharesOfMatches } from './expectation.ts';
import type { ComparisonSpec } from './spec.ts';

/** What learning finds where there are households. */
export type WithHouseholds = {
  readonly matches: Kind;
  readonly households: Kind;
  readonly u: ChanceTable;
};

/**
 * Learns matches and households apart. People of one household share a surname, an address and a telephone, and where there are
 * more pairs of them than of one person, they pass for the matches: then most "matches" differ in a name and in a date of birth, and
 * those that do not agree on both at once. Only where that is seen, a third kind of pairs is learnt beside matches and strangers.
 *
 * @param shares how random pairs stand on the levels
 * @param found what was learnt without households
 * @param isAsked whether they are learnt without a sign of them
 * @returns undefined if there is no sign of households
 */
export function withHouseholds(
  counter: MatchCounter,
  shares: ChanceTable,
  comparisons: readonly ComparisonSpec[],
  found: Kind,
  strangers: ChanceTable,
  pairs: number,
  isAsked: boolean,
): WithHouseholds | undefined {
  const differing = found.chances.flatMap((chances, c) =>
    (chances.at(-1) ?? 0) > OFTEN_DIFFERING &&
    (shares[c]?.[0] ?? 1) < TELLING &&
    // What seldom stands exchanged differs in everyone.
    comparisons[c]?.columns.length === 1
      ? [c]
      : [],
  );
  const isHousehold = differing.some(
    (one, n) =>
      comparisons[one]?.own === true ||
      differing.slice(n + 1).some((other) => counter.together(found, strangers, one, other) > BY_CHANCE),
  );
  if (!isHousehold && !isAsked) return undefined;

  let matches: Kind = {
    chances: found.chances.map((chances) => agreeing(chances.length)),
    prior: found.prior / 4,
  };
  let households = found;
  let u = strangers;
  for (let round = 0; round < ROUNDS; round++) {
    const [same, alike] = counter.expect([matches, households], u);
    if (same === undefined || alike === undefined) return undefined;
    matches = {
      chances: same.counts.map((counts, c) =>
        comparisons[c]?.own === true ? seldomDiffering(sharesOfMatches(counts)) : sharesOfMatches(counts),
      ),
      prior: Math.max(same.all / pairs, LEAST),
    };
    households = {
      // Only candidates are held against it: that they were found because they agree is what they are.
      chances: alike.candidates.map((counts, c) =>
        leaningOn(counts, strangers[c], comparisons[c]?.own === true),
      ),
      prior: Math.max(alike.all / pairs, LEAST),
    };
    u = shares.map((own, c) =>
      own.map((share, level) =>
        Math.max(
          share - ofKind(matches, c, level) - ofKind(households, c, level),
          share * LEAST_STRANGE,
          LEAST,
        ),
      ),
    );
  }
  // Matches that still differ in the same are no other kind.
  const isTold = differing.every((c) => (matches.chances[c]?.at(-1) ?? 0) < OFTEN_DIFFERING);
  return isTold || isAsked ? { matches, households, u } : undefined;
}

/** Records of one person differ in a name or a date less often. */
const OFTEN_DIFFERING = 0.4;
/** Of comparisons on whose first level random pairs stand less often, to differ is a sign. */
const TELLING = 0.05;
/** As often as by chance is 1. */
const BY_CHANCE = 1.5;
const ROUNDS = 60;
/** Of all random pairs on a level, at least this share is of strangers. */
const LEAST_STRANGE = 0.02;
const LEAST = 1e-10;
/** Strangers count as so many pairs of a household. */
const LEANING = 4;

function agreeing(levels: number): Float64Array {
  return sharesOfMatches(new Float64Array(levels));
}

/** One who bears another name of their own is seldom the same. */
function seldomDiffering(chances: Float64Array): Float64Array {
  const last = chances.length - 1;
  const otherwise = chances[last] ?? 0;
  if (otherwise <= SELDOM) return chances;
  return chances.map((chance, level) =>
    level === last ? SELDOM : (chance * (1 - SELDOM)) / (1 - otherwise),
  );
}

const SELDOM = 0.15;

/** @param isOwn the first level is as rare in a household as among strangers */
function leaningOn(counts: Float64Array, u: Float64Array | undefined, isOwn: boolean): Float64Array {
  const least = isOwn ? 1 : 0;
  const rest = isOwn ? 1 - (u?.[0] ?? 0) : 1;
  const all = counts.subarray(least).reduce((sum, count) => sum + count, 0);
  const usual = (u ?? counts).subarray(least).reduce((sum, share) => sum + share, 0);
  return counts.map((count, level) =>
    level < least
      ? (u?.[level] ?? 0)
      : Math.max((rest * (count + (LEANING * (u?.[level] ?? 0)) / usual)) / (all + LEANING), LEAST),
  );
}

function ofKind({ chances, prior }: Kind, c: number, level: number): number {
  return prior * (chances[c]?.[level] ?? 0);
}
