import { blocksOf } from './block.ts';
import { Ladder } from './compare.ts';
import { type ChanceTable, expectedMatches, runSession, sharesOf } from './estimate-m.ts';
import { sharesOfRandomPairs } from './estimate-u.ts';
import { parseKey } from './key.ts';
import { chancesOf, type LinkageModel, type LinkageOptions } from './model.ts';
import { type Patterns, patternsOf } from './pattern.ts';
import { randomOf } from './random.ts';
import type { Records } from './records.ts';
import type { Chances, LinkageSpec } from './spec.ts';

/**
 * What the spec leaves open is estimated from the records, what it gives is used as given.
 *
 * - u: how random pairs stand on the levels, less the matches among them.
 * - m: by expectation maximisation over the pairs of each blocking rule, without the comparisons whose columns the rule looks
 *   at, all rules weighed by the matches they are expected to hold.
 * - prior: the matches expected among all candidates.
 */
export function trainModel(records: Records, spec: LinkageSpec, options: LinkageOptions = {}): LinkageModel {
  const random = randomOf(options.seed ?? 1);
  const ladders = spec.comparisons.map((comparison) => new Ladder(comparison, records, options.tests ?? {}));
  const known = spec.comparisons.map(chancesOf);
  const isComplete =
    spec.prior !== undefined && known.flat().every(({ m, u }) => m !== undefined && u !== undefined);
  if (isComplete) return modelOf(spec, valuesOf(known, 'm'), valuesOf(known, 'u'), spec.prior ?? 0);

  const shares = ladders.map((ladder) => sharesOfRandomPairs(ladder, records, random));
  const blocks = blocksOf(records, spec);
  const tables = blocks.rules.map((_, rule) => patternsOf(blocks, rule, ladders, random));
  const pairs = records.within
    ? (records.leftSize * (records.leftSize - 1)) / 2
    : records.leftSize * records.rightSize;
  let prior = spec.prior ?? startPrior(records);
  let m: ChanceTable = known.map((chances) => withGiven(startingM(chances.length), chances, 'm'));
  let u: ChanceTable = known.map((chances, c) => withGiven(unmatched(shares[c], m[c], 0), chances, 'u'));
  for (let round = 0; round < ROUNDS; round++) {
    m = estimateM(spec, tables, known, m, u);
    if (spec.prior === undefined) prior = estimatePrior(tables, m, u, prior, pairs);
    u = known.map((chances, c) => withGiven(unmatched(shares[c], m[c], prior), chances, 'u'));
  }
  return modelOf(spec, m, u, prior);
}

/** Taking the matches out of u changes m and the prior, and so u again; the third time it changes no more. */
const ROUNDS = 3;
/** Among two random people, at least this share of all random pairs on a level. */
const LEAST_UNMATCHED = 0.02;
/** No level is impossible. */
const LEAST_CHANCE = 1e-7;

function estimateM(
  spec: LinkageSpec,
  tables: readonly Patterns[],
  known: readonly (readonly Chances[])[],
  start: ChanceTable,
  u: ChanceTable,
): ChanceTable {
  const fix = (c: number, m: Float64Array) => withGiven(m, known[c] ?? [], 'm');
  const sessions = tables.map((patterns, rule) => runSession(patterns, start, u, looksAt(spec, rule), fix));
  return start.map((chances, c) => {
    const matches = new Float64Array(chances.length);
    for (const session of sessions) {
      session.matches[c]?.forEach((count, level) => {
        matches[level] = (matches[level] ?? 0) + count;
      });
    }
    return matches.some((count) => count > 0) ? fix(c, sharesOf(matches)) : chances;
  });
}

/** The comparisons of which a rule looks at a column. */
function looksAt({ comparisons, blocking }: LinkageSpec, rule: number): ReadonlySet<number> {
  const columns: ReadonlySet<string | undefined> = new Set(
    blocking[rule]?.on.map((key) => parseKey(key)?.column),
  );
  return new Set(
    comparisons.flatMap((comparison, c) =>
      comparison.columns.some((column) => columns.has(column)) ? [c] : [],
    ),
  );
}

function estimatePrior(
  tables: readonly Patterns[],
  m: ChanceTable,
  u: ChanceTable,
  start: number,
  pairs: number,
): number {
  let prior = start;
  for (let round = 0; round < 50; round++) {
    const next = expectedMatches(tables, m, u, prior) / Math.max(1, pairs);
    const bounded = Math.min(Math.max(next, LEAST_CHANCE / Math.max(1, pairs)), 0.5);
    if (Math.abs(bounded - prior) < prior * 1e-4) return bounded;
    prior = bounded;
  }
  return prior;
}

/** Every second record of the smaller side has a match. */
function startPrior({ leftSize, rightSize, within }: Records): number {
  return within ? 1 / Math.max(2, leftSize) : 0.5 / Math.max(1, leftSize, rightSize);
}

/** For one person most pairs stand on the best level, few on the last. */
function startingM(levels: number): Float64Array {
  const between = Math.max(0, levels - 2);
  return Float64Array.from({ length: levels }, (_, level) => {
    if (level === 0) return between > 0 ? 0.8 : 0.9;
    return level === levels - 1 ? 0.1 : 0.1 / between;
  });
}

/** The shares of random pairs without the matches among them. */
function unmatched(
  shares: Float64Array | undefined,
  m: Float64Array | undefined,
  prior: number,
): Float64Array {
  return (shares ?? new Float64Array()).map((share, level) => {
    const left = (share - prior * (m?.[level] ?? 0)) / (1 - prior);
    return Math.max(left, share * LEAST_UNMATCHED, LEAST_CHANCE);
  });
}

/** Estimates with what was given in their place; the others share what remains. */
function withGiven(estimates: Float64Array, given: readonly Chances[], which: 'm' | 'u'): Float64Array {
  if (given.every((chances) => chances[which] === undefined)) return estimates;
  const sum = (of: (level: number) => number) => given.reduce((all, _, level) => all + of(level), 0);
  const isGiven = (level: number) => given[level]?.[which] !== undefined;
  const remaining = Math.max(0, 1 - sum((level) => given[level]?.[which] ?? 0));
  const estimated = sum((level) => (isGiven(level) ? 0 : (estimates[level] ?? 0)));
  return estimates.map(
    (chance, level) =>
      given[level]?.[which] ??
      Math.max(LEAST_CHANCE, (chance / Math.max(estimated, LEAST_CHANCE)) * remaining),
  );
}

function valuesOf(known: readonly (readonly Chances[])[], which: 'm' | 'u'): ChanceTable {
  return known.map((chances) => Float64Array.from(chances, (own) => own[which] ?? 0));
}

function modelOf(spec: LinkageSpec, m: ChanceTable, u: ChanceTable, prior: number): LinkageModel {
  return {
    ...spec,
    prior,
    comparisons: spec.comparisons.map((comparison, c) => {
      const chances = (level: number) => ({ m: m[c]?.[level] ?? 0, u: u[c]?.[level] ?? 0 });
      return {
        ...comparison,
        levels: comparison.levels.map((level, l) => ({ ...level, ...chances(l) })),
        otherwise: chances(comparison.levels.length),
      };
    }),
  };
}
