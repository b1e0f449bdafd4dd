import type { Patterns } from './pattern.ts';

/** Chances of each comparison's levels, "anything else" last. */
export type ChanceTable = readonly Float64Array[];

const ROUNDS = 60;
const SETTLED = 1e-4;

/** Matches that one rule's pairs are expected to hold, spread over the levels of each comparison that was estimated. */
export type Session = {
  /** Undefined for comparisons left out. */
  readonly matches: readonly (Float64Array | undefined)[];
};

/**
 * Expectation maximisation over the pairs of one rule: u stays as it is, m and the share of matches are found. Comparisons in
 * `leftOut` agree on all pairs because the rule looked for that, so they say nothing here.
 */
export function runSession(
  patterns: Patterns,
  start: ChanceTable,
  u: ChanceTable,
  leftOut: ReadonlySet<number>,
  fix: (comparison: number, m: Float64Array) => Float64Array,
): Session {
  const { levels, pairs } = patterns;
  const all = pairs.reduce((sum, count) => sum + count, 0);
  const comparisons = start.length;
  let m: ChanceTable = start;
  let share = START_SHARE;
  let matches: Float64Array[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const ratios = m.map((chances, c) => chances.map((chance, level) => chance / (u[c]?.[level] ?? 1)));
    matches = m.map((chances) => new Float64Array(chances.length));
    let matching = 0;
    for (let p = 0; p < pairs.length; p++) {
      let odds = share / (1 - share);
      for (let c = 0; c < comparisons; c++) {
        if (!leftOut.has(c)) odds *= ratios[c]?.[levels[p * comparisons + c] ?? 0] ?? 1;
      }
      const expected = (odds === Number.POSITIVE_INFINITY ? 1 : odds / (1 + odds)) * (pairs[p] ?? 0);
      matching += expected;
      for (let c = 0; c < comparisons; c++) {
        const level = levels[p * comparisons + c] ?? 0;
        const own = matches[c];
        if (own !== undefined && level < own.length) own[level] = (own[level] ?? 0) + expected;
      }
    }
    share = Math.min(Math.max(matching / Math.max(all, 1), 1e-9), 1 - 1e-9);
    const next = matches.map((own, c) => fix(c, sharesOf(own)));
    const moved = next.some(
      (chances, c) =>
        !leftOut.has(c) && chances.some((chance, level) => Math.abs(chance - (m[c]?.[level] ?? 0)) > SETTLED),
    );
    m = next;
    if (!moved) break;
  }
  return { matches: matches.map((own, c) => (leftOut.has(c) ? undefined : own)) };
}

/** Of the pairs of a rule, before anything is known of them. */
const START_SHARE = 0.1;

/** Counts as shares of their sum, as if each level had been seen half a time more: none is impossible. */
export function sharesOf(counts: Float64Array): Float64Array {
  const all = counts.reduce((sum, count) => sum + count + 0.5, 0);
  return counts.map((count) => (count + 0.5) / all);
}

/** How many matches are expected among pairs, each comparison telling, and every pair counted by the rule that finds it first. */
export function expectedMatches(
  tables: readonly Patterns[],
  m: ChanceTable,
  u: ChanceTable,
  prior: number,
): number {
  const ratios = m.map((chances, c) => chances.map((chance, level) => chance / (u[c]?.[level] ?? 1)));
  let expected = 0;
  for (const { levels, firstFound } of tables) {
    for (let p = 0; p < firstFound.length; p++) {
      let odds = prior / (1 - prior);
      ratios.forEach((own, c) => {
        odds *= own[levels[p * ratios.length + c] ?? 0] ?? 1;
      });
      expected += (odds === Number.POSITIVE_INFINITY ? 1 : odds / (1 + odds)) * (firstFound[p] ?? 0);
    }
  }
  return expected;
}
