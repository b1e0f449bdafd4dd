import { type Fraction, isSmallPortion } from '@payung/kernel';
import type { Json } from './explain.ts';

/**
 * Answers of a rule for a whole population, silently: nothing is explained, parameters are read once for the date, and the
 * inner loop runs over typed arrays. It calls the very formulas that the explained answer calls.
 *
 * `Shared` is what all people have in common (the months, the date, the programmes), `Field` the columns of the people,
 * `Result` the columns that are filled.
 */
export type ColumnRule<Shared, Field extends string, Result extends string> = {
  /** The rule of the protocol whose answers these are. */
  readonly id: string;
  readonly fields: { readonly [name in Field]: ColumnField };
  /** Where a result stands in the rule's answer: the column `JHT.worker` is `answer.JHT.worker`. */
  readonly results: readonly Result[];
  /**
   * Reads the parameters.
   *
   * @throws LawError as the rule does, for what all people have in common
   */
  readonly prepare: (shared: Shared) => Sweep<Field, Result>;
};

/** A column of the people: whole numbers from `least` to `most` in a Float64Array; words (by index) and flags (0, 1) in a Uint8Array. */
export type ColumnField =
  | { readonly kind: 'whole'; readonly least: number; readonly most: number; readonly otherwise?: number }
  | { readonly kind: 'word'; readonly words: readonly Json[]; readonly otherwise?: number }
  | { readonly kind: 'flag'; readonly otherwise: 0 | 1 };

/** The columns a rule reads. Their values are as `ColumnField` says: what is not is the caller's to find before. */
export type Columns<Field extends string> = { readonly [name in Field]: Float64Array | Uint8Array };

/** The columns a rule fills: 0 for what was not asked, NaN where the answer is null. */
export type Results<Result extends string> = { readonly [name in Result]: Float64Array };

/** Computes the rows from `from` to before `until`. */
export type Sweep<Field extends string, Result extends string> = (
  people: Columns<Field>,
  results: Results<Result>,
  from: number,
  until: number,
) => void;

/**
 * The highest amount and the highest count for which columns answer as the rule does: a hundred billion rupiah a month, a
 * million. Above them the rule itself must be asked, which is exact to 10¹⁵ and says when a result is not.
 */
export const COLUMN_LIMITS = { money: 100_000_000_000, count: 1_000_000 } as const;

/**
 * A fraction that is taken of columns of money.
 *
 * @throws RangeError if it is too fine for `smallPortion` up to the highest amount of a column
 */
export function columnFraction<F extends Fraction>(fraction: F): F {
  const { numerator, denominator } = fraction;
  if (!isSmallPortion(COLUMN_LIMITS.money, numerator, denominator))
    throw new RangeError(`too fine for columns: ${numerator}/${denominator}`);
  return fraction;
}

/**
 * The lower of two safe amounts, without a comparison: over people on both sides of a cap in no order, guessing the outcome
 * wrongly costs three times the rest of the loop.
 */
export function lowerOf(a: number, b: number): number {
  return (a + b - Math.abs(a - b)) / 2;
}

/** The higher of two safe amounts, as `lowerOf`. */
export function upperOf(a: number, b: number): number {
  return (a + b + Math.abs(a - b)) / 2;
}

/** Terms that hold for a number of months. */
export type Weighted<L> = { readonly months: number; readonly line: L };

/** The different ones among the months' terms, each with the number of months for which it is the same. */
export function weighted<L>(lines: readonly L[]): readonly Weighted<L>[] {
  const found = new Map<string, { months: number; line: L }>();
  for (const line of lines) {
    const key = JSON.stringify(line);
    const same = found.get(key);
    if (same === undefined) found.set(key, { months: 1, line });
    else same.months += 1;
  }
  return [...found.values()];
}

/** Room for so many people: fill the columns of `people`, call `sweep`, read the columns of `results`. */
export type Block = {
  readonly people: Readonly<Record<string, Float64Array | Uint8Array>>;
  readonly results: Readonly<Record<string, Float64Array>>;
  /** Answers the first `count` people. */
  readonly sweep: (count: number) => void;
};

/**
 * A block of a rule whose columns are known by name only at run time.
 *
 * @throws LawError as the rule does, for what all people have in common
 */
export function blockOf<Shared, Field extends string, Result extends string>(
  rule: ColumnRule<Shared, Field, Result>,
  shared: Shared,
  size: number,
): Block {
  const sweep = rule.prepare(shared);
  const fields: [string, ColumnField][] = Object.entries(rule.fields);
  const columns = fields.map(([name, { kind }]) => [
    name,
    kind === 'whole' ? new Float64Array(size) : new Uint8Array(size),
  ]);
  // Casts, because TypeScript does not see that the entries of all names make the record of all names.
  const people = Object.fromEntries(columns) as Columns<Field>;
  const results = Object.fromEntries(
    rule.results.map((name) => [name, new Float64Array(size)]),
  ) as Results<Result>;
  return { people, results, sweep: (count) => sweep(people, results, 0, count) };
}
