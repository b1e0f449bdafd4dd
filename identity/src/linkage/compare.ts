import { type CustomTests, type LevelTest, levelTests } from './level-test.ts';
import { type Field, fieldOf, type Records, sourceOfComparison } from './records.ts';
import type { ComparisonSpec, LevelSpec } from './spec.ts';
import { codesIn } from './values.ts';

/** Ladders of few values are kept whole: this many pairs of values. */
const WHOLE = 1 << 20;
/** Otherwise the levels of so many pairs of values are remembered, of few values fewer: exponents of 2. */
const MOST_BITS = 17;
const LEAST_BITS = 12;
/** Codes are below 2²⁷, more than a table has values; 5 bits remain for the level. */
const CODE_BITS = 27;
const CODES = (1 << CODE_BITS) - 1;
const UNKNOWN = 255;

/** Levels found while learning are found again while scoring. */
const known = new WeakMap<Records, Map<string, Ladder>>();

/** The ladder of a comparison over these records, whatever its chances are. */
export function ladderOf(comparison: ComparisonSpec, records: Records, tests: CustomTests): Ladder {
  // A test that a caller brings may be another one under the same name.
  if (comparison.levels.some(({ test }) => test === 'custom')) return new Ladder(comparison, records, tests);
  const levels = comparison.levels.map(({ m: _m, u: _u, ...level }) => level);
  const name = JSON.stringify([comparison.columns, comparison.prepare, levels]);
  const own = known.get(records) ?? new Map<string, Ladder>();
  known.set(records, own);
  const ladder = own.get(name) ?? new Ladder(comparison, records, tests);
  own.set(name, ladder);
  return ladder;
}

/** Finds the level on which two values stand. Each pair of values is looked at once, and again only after it was forgotten. */
export class Ladder {
  readonly field: Field;
  readonly levels: readonly LevelSpec[];
  /** Number of the level "anything else". */
  readonly otherwise: number;
  /** Number of the level of a pair of which a value is missing: the last. */
  readonly missing: number;
  readonly #tests: readonly LevelTest[];
  /** Equal values stand on the first level whatever they are. */
  readonly #exactFirst: boolean;
  /** Too many pairs differ for any to be met again, or there is nothing to look at twice. */
  readonly #isForgetful: boolean;
  readonly #size: number;
  readonly #isWhole: boolean;
  readonly #levels: Uint8Array;
  /** For each pair remembered its codes, the lower first, and in the upper bits of the second its level. */
  readonly #pairs: Int32Array;
  /** What remains of a hash are the bits that number a remembered pair. */
  readonly #shift: number;

  constructor(comparison: ComparisonSpec, records: Records, tests: CustomTests) {
    this.field = fieldOf(records, sourceOfComparison(comparison));
    this.levels = comparison.levels;
    this.otherwise = comparison.levels.length;
    this.missing = comparison.levels.length + 1;
    this.#tests = levelTests(comparison, this.field.dictionary, tests);
    this.#exactFirst = comparison.levels[0]?.test === 'exact';
    this.#size = codesIn(this.field.dictionary);
    this.#isWhole = this.#size * this.#size <= WHOLE;
    const isExactOnly = this.#exactFirst && comparison.levels.length === 1;
    this.#isForgetful = isExactOnly || 2 * this.#size > records.leftSize + records.rightSize;
    this.#levels = new Uint8Array(this.#isWhole ? this.#size * this.#size : 0).fill(UNKNOWN);
    const bits = Math.min(MOST_BITS, Math.max(LEAST_BITS, Math.ceil(Math.log2(4 * this.#size))));
    this.#shift = 32 - bits;
    this.#pairs = new Int32Array(this.#isWhole ? 0 : 2 << bits);
  }

  levelOf(a: number, b: number): number {
    if (a === 0 || b === 0) return this.missing;
    if (a === b && this.#exactFirst) return 0;
    if (this.#isForgetful) return this.climb(a, b);
    const low = a < b ? a : b;
    const high = a < b ? b : a;
    if (this.#isWhole) {
      const at = low * this.#size + high;
      const known = this.#levels[at] ?? UNKNOWN;
      if (known !== UNKNOWN) return known;
      const level = this.climb(low, high);
      this.#levels[at] = level;
      return level;
    }
    const at = ((Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b)) >>> this.#shift) << 1;
    const second = this.#pairs[at + 1] ?? 0;
    if (this.#pairs[at] === low && (second & CODES) === high) return second >>> CODE_BITS;
    const level = this.climb(low, high);
    this.#pairs[at] = low;
    this.#pairs[at + 1] = high | (level << CODE_BITS);
    return level;
  }

  /** The level of two different values that will hardly be met again. Neither is missing. */
  climb(a: number, b: number): number {
    for (let level = 0; level < this.#tests.length; level++) {
      if (this.#tests[level]?.(a, b) === true) return level;
    }
    return this.otherwise;
  }
}
