import { bitsIn } from '../bits.ts';
import type { Patterns } from './pattern.ts';

/** Chances of each comparison's levels, "anything else" last. */
export type ChanceTable = readonly Float64Array[];

/** Pairs that are no strangers: matches, or two people of one household. */
export type Kind = {
  readonly chances: ChanceTable;
  /** The probability that two records drawn at random are of the kind. */
  readonly prior: number;
};

/** What one pass over the patterns expects of a kind. */
export type Expected = {
  /** Pairs on each level of each comparison, as the comparison may be learnt from. */
  readonly counts: readonly Float64Array[];
  /** The same of all candidates, those that were found because they agree included. */
  readonly candidates: readonly Float64Array[];
  /** Pairs among all candidates. */
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

  /** How many pairs of each kind there are to expect, if these are their chances. */
  expect(kinds: readonly Kind[], u: ChanceTable): readonly Expected[] {
    const { levels } = this.#patterns;
    const width = this.#comparisons;
    const sums = new Float64Array(kinds.length);
    const none = () => kinds.map(({ chances }) => chances.map((own) => new Float64Array(own.length)));
    const [counts, candidates] = [none(), none()];
    this.#visit(kinds, u, (p, k, probability) => {
      const first = p * (width + 1);
      const all = probability * (this.#counts[first + width] ?? 0);
      const [learnt, found] = [counts[k], candidates[k]];
      for (let c = 0; c < width; c++) {
        const level = levels[p * width + c] ?? 0;
        const own = learnt?.[c];
        const every = found?.[c];
        if (own === undefined || every === undefined || level >= own.length) continue;
        own[level] = (own[level] ?? 0) + probability * (this.#counts[first + c] ?? 0);
        every[level] = (every[level] ?? 0) + all;
      }
      sums[k] = (sums[k] ?? 0) + all;
    });
    return kinds.map((_, k) => ({
      counts: counts[k] ?? [],
      candidates: candidates[k] ?? [],
      all: sums[k] ?? 0,
    }));
  }

  /**
   * How many times as often as by chance pairs of a kind agree, at all, in both of two comparisons. Of one kind it is about 1;
   * more means that it is two, one of which agrees in both and one in neither.
   */
  together(kind: Kind, u: ChanceTable, one: number, other: number): number {
    const { levels } = this.#patterns;
    const width = this.#comparisons;
    const [last = 0, otherLast = 0] = [one, other].map((c) => (u[c]?.length ?? 0) - 1);
    let [all, ofOne, ofOther, both] = [0, 0, 0, 0];
    this.#visit([kind], u, (p, _, probability) => {
      const a = levels[p * width + one] ?? 0;
      const b = levels[p * width + other] ?? 0;
      if (a > last || b > otherLast) return;
      const count = probability * (this.#counts[p * (width + 1) + width] ?? 0);
      all += count;
      if (a < last) ofOne += count;
      if (b < otherLast) ofOther += count;
      if (a < last && b < otherLast) both += count;
    });
    return ofOne === 0 || ofOther === 0 ? 1 : (both * all) / (ofOne * ofOther);
  }

  /** Each pattern with each kind that it is likely to be of. */
  #visit(
    kinds: readonly Kind[],
    u: ChanceTable,
    visit: (pattern: number, kind: number, probability: number) => void,
  ): void {
    const { levels, pairs, frequencyOdds } = this.#patterns;
    const width = this.#comparisons;
    const strangers = kinds.reduce((rest, { prior }) => rest - prior, 1);
    const ratios = kinds.map(({ chances }) =>
      chances.map((own, c) => own.map((chance, level) => chance / (u[c]?.[level] ?? 1))),
    );
    const priors = kinds.map(({ prior }) => prior / strangers);
    const odds = new Float64Array(kinds.length);
    for (let p = 0; p < pairs.length; p++) {
      let sum = 1;
      for (let k = 0; k < odds.length; k++) {
        let own = (priors[k] ?? 0) * (frequencyOdds[p] ?? 1);
        const table = ratios[k];
        // A level beyond the last is a missing value, which says nothing.
        for (let c = 0; c < width; c++) own *= table?.[c]?.[levels[p * width + c] ?? 0] ?? 1;
        own = Math.min(own, MOST_ODDS);
        odds[k] = own;
        sum += own;
      }
      for (let k = 0; k < odds.length; k++) {
        const probability = (odds[k] ?? 0) / sum;
        if (probability >= NEGLIGIBLE) visit(p, k, probability);
      }
    }
  }
}

/** Odds beyond are certain. */
const MOST_ODDS = 1e200;
const NEGLIGIBLE = 1e-6;
