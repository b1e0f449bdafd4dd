import { type ChanceTable, type Kind, MatchCounter } from './estimate-m.ts';
import { sharesOfMatches } from './expectation.ts';
import { withHouseholds } from './household.ts';
import { parseKey } from './key.ts';
import { chancesOf, type LinkageModel, type LinkageOptions } from './model.ts';
import type { Patterns } from './pattern.ts';
import type { Records } from './records.ts';
import type { Chances, LinkageSpec } from './spec.ts';
import { pairsIn, sampleCandidates, sampleStrangers } from './train-samples.ts';

/**
 * What the spec leaves open is estimated from the records, what it gives is used as given.
 *
 * - u: how random pairs stand on the levels, less the matches among them.
 * - m: by expectation maximisation over the candidates, each comparison learning only from pairs that a rule finds without
 *   looking at its columns.
 * - prior: the matches expected among all candidates.
 */
export function trainModel(records: Records, spec: LinkageSpec, options: LinkageOptions = {}): LinkageModel {
  return (
    trainedModel(spec) ??
    fitModel(records, spec, sampleStrangers(records, spec, options), sampleCandidates(records, spec, options))
  );
}

/** The model that a spec is already; undefined if something is left to learn. */
export function trainedModel(spec: LinkageSpec): LinkageModel | undefined {
  const known = spec.comparisons.map(chancesOf);
  const isComplete =
    spec.prior !== undefined && known.flat().every(({ m, u }) => m !== undefined && u !== undefined);
  return isComplete ? modelOf(spec, valuesOf(known, 'm'), valuesOf(known, 'u'), spec.prior ?? 0) : undefined;
}

/** The model that fits what was sampled: `sampleStrangers` and `sampleCandidates`, which two threads may do at one time. */
export function fitModel(
  records: Records,
  spec: LinkageSpec,
  shares: ChanceTable,
  candidates: Patterns,
): LinkageModel {
  const known = spec.comparisons.map(chancesOf);
  const counter = new MatchCounter(candidates, looksAt(spec));
  const highest = highestPrior(records);
  let prior = spec.prior ?? highest / 2;
  const telling = mostTelling(shares);
  let m: ChanceTable = known.map((chances, c) =>
    withGiven(telling.has(c) ? startingM(chances.length) : startingAlike(shares[c]), chances, 'm'),
  );
  const uOf = (own: ChanceTable, share: number): ChanceTable =>
    known.map((chances, c) => withGiven(unmatched(shares[c], own[c], share), chances, 'u'));
  for (let round = 0; round < ROUNDS; round++) {
    const u = uOf(m, prior);
    const [matches] = counter.expect([{ chances: m, prior }], u);
    const next = (matches?.counts ?? []).map((counts, c) =>
      withGiven(sharesOfMatches(counts), known[c] ?? [], 'm'),
    );
    const nextPrior =
      spec.prior ?? Math.min(Math.max((matches?.all ?? 0) / pairsIn(records), highest / 1000), highest);
    const isSettled =
      Math.abs(nextPrior - prior) <= prior * SETTLED &&
      next.every((chances, c) =>
        chances.every((chance, level) => Math.abs(chance - (m[c]?.[level] ?? 0)) <= SETTLED),
      );
    m = next;
    prior = nextPrior;
    if (isSettled) break;
  }
  const u = uOf(m, prior);
  const found =
    spec.prior === undefined
      ? withHouseholds(
          counter,
          shares,
          spec.comparisons,
          { chances: m, prior },
          u,
          pairsIn(records),
          spec.household !== undefined,
        )
      : undefined;
  if (found === undefined) return modelOf(spec, m, u, prior);
  return modelOf(
    spec,
    found.matches.chances.map((chances, c) => withGiven(chances, known[c] ?? [], 'm')),
    found.u.map((chances, c) => withGiven(chances, known[c] ?? [], 'u')),
    found.matches.prior,
    found.households,
  );
}

const ROUNDS = 40;
/** The least change that asks for another round. */
const SETTLED = 5e-4;
/** Of all random pairs on a level, at least this share is of two people. */
const LEAST_UNMATCHED = 0.02;
/** No level is impossible. */
const LEAST_CHANCE = 1e-10;

/** For each comparison the rules that look at one of its columns, one bit each. */
function looksAt({ comparisons, blocking }: LinkageSpec): readonly number[] {
  return comparisons.map(({ columns }) =>
    blocking.reduce(
      (bits, { on }, rule) =>
        on.some((key) => columns.includes(parseKey(key)?.column ?? '')) ? bits | (1 << rule) : bits,
      0,
    ),
  );
}

/** Two tables: each record of the smaller one has a match. One table: each record has twenty. */
function highestPrior({ leftSize, rightSize, within }: Records): number {
  return Math.min(0.5, within ? 20 / Math.max(1, leftSize) : 1 / Math.max(1, leftSize, rightSize));
}

/**
 * The comparisons, by their places, that tell most by agreeing. Of hundreds that tell little, each would be thought to agree
 * in most pairs of one person, and none would be left that is one.
 */
function mostTelling(shares: ChanceTable): ReadonlySet<number> {
  const places = shares.map((_, c) => c).toSorted((a, b) => (shares[a]?.[0] ?? 1) - (shares[b]?.[0] ?? 1));
  return new Set(places.slice(0, MOST_TELLING));
}

const MOST_TELLING = 16;

/** What says nothing until it has been seen. */
function startingAlike(shares: Float64Array | undefined): Float64Array {
  return (shares ?? new Float64Array()).map((share) => Math.max(share, LEAST_CHANCE));
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

function modelOf(
  spec: LinkageSpec,
  m: ChanceTable,
  u: ChanceTable,
  prior: number,
  households?: Kind,
): LinkageModel {
  return {
    ...spec,
    prior,
    ...(households === undefined ? {} : { household: households.prior }),
    comparisons: spec.comparisons.map((comparison, c) => {
      const h = households?.chances[c];
      const chances = (level: number) => ({
        m: between(m[c]?.[level]),
        u: between(u[c]?.[level]),
        ...(h === undefined ? {} : { h: between(h[level]) }),
      });
      return {
        ...comparison,
        levels: comparison.levels.map((level, l) => ({ ...level, ...chances(l) })),
        otherwise: { ...comparison.otherwise, ...chances(comparison.levels.length) },
      };
    }),
  };
}

/** What was learnt from few records is never certain: a chance is neither 0 nor 1. */
function between(chance = 0): number {
  return Math.min(Math.max(chance, LEAST_CHANCE), 1 - LEAST_CHANCE);
}
