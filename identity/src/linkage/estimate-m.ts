import { bitsIn } from '../bits.ts';
import type { Patterns } from './pattern.ts';

/** Chances of each comparison's levels, "anything else" last. */
export type ChanceTable = readonly Float64Array[];

/** What one pass over the patterns expects. */
export type Expected = {
  /** Matches on each level of each comparison. */
  readonly matches: readonly Float64Array[];
  /** Matches among all candidates. */
  readonly all: number;
};

/** Counts the matches among patterns, in the way that each comparison may be learnt from. */
export class MatchCounter {
  readonly #patterns: Patterns;
  readonly #comparisons: number;
  /** Of pattern p, from `p × (comparisons + 1)`: its pairs as each comparison counts them, and last as all candidates do. */
  readonly #counts: Float64Array;

  /**
   * A comparison learns from pairs that a rule finds without looking at its columns: pairs that were found because they agree
   * say nothing of how often matches do. A pair that several such rules find is shared among them, so that it counts once.
   *
   * @param looksAt for each comparison the rules that look at its columns, one bit each
   */
  constructor(patterns: Patterns, looksAt: readonly number[]) {
    const { found, rule, pairs } = patterns;
    this.#patterns = patterns;
    this.#comparisons = looksAt.length;
    // What every rule looks at is learnt from all, for want of better.
    const rules = found.reduce((all, bits) => all | bits, 0);
    const blind = [...looksAt.map((bits) => ((rules & ~bits) === 0 ? 0 : bits)), 0];
    this.#counts = new Float64Array(pairs.length * blind.length);
    for (let p = 0; p < pairs.length; p++) {
      blind.forEach((bits, c) => {
        const own = 1 << (rule[p] ?? 0);
        const finding = bitsIn((found[p] ?? 0) & ~bits);
        this.#counts[p * blind.length + c] = (bits & own) !== 0 ? 0 : (pairs[p] ?? 0) / Math.max(1, finding);
      });
    }
  }

  /** How many matches there are to expect, if these are the chances. */
  expect(m: ChanceTable, u: ChanceTable, prior: number): Expected {
    const { levels, pairs, frequencyOdds } = this.#patterns;
    const width = this.#comparisons;
    const ratios = m.map((chances, c) => chances.map((chance, level) => chance / (u[c]?.[level] ?? 1)));
    const matches = m.map((chances) => new Float64Array(chances.length));
    const priorOdds = prior / (1 - prior);
    let all = 0;
    for (let p = 0; p < pairs.length; p++) {
      let odds = priorOdds * (frequencyOdds[p] ?? 1);
      // A level beyond the last is a missing value, which says nothing.
      for (let c = 0; c < width; c++) odds *= ratios[c]?.[levels[p * width + c] ?? 0] ?? 1;
      const probability = odds === Number.POSITIVE_INFINITY ? 1 : odds / (1 + odds);
      if (probability < NEGLIGIBLE) continue;
      for (let c = 0; c < width; c++) {
        const level = levels[p * width + c] ?? 0;
        const own = matches[c];
        if (own !== undefined && level < own.length)
          own[level] = (own[level] ?? 0) + probability * (this.#counts[p * (width + 1) + c] ?? 0);
      }
      all += probability * (this.#counts[p * (width + 1) + width] ?? 0);
    }
    return { matches, all };
  }
}

const NEGLIGIBLE = 1e-6;
