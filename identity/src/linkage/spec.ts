/**
 * How records are linked, as JSON: which columns are compared and how, and which pairs of records are compared at all. Columns
 * may hold anything; nothing here knows of a NIK.
 */
export type LinkageSpec = {
  /**
   * The column that names a record. Its values tell records apart and are never compared. `row` where there is no such column
   * means the number of the row.
   */
  readonly id: string;
  /** Of two tables, columns that bear another name in the right one, by their name in the left one. */
  readonly right?: Readonly<Record<string, string>>;
  readonly comparisons: readonly ComparisonSpec[];
  /** A pair that agrees on all keys of one rule is a candidate, once, however many rules find it. */
  readonly blocking: readonly BlockingRule[];
  /** The probability that two records drawn at random are one. Estimated from the data if absent. */
  readonly prior?: number;
  /**
   * The probability that two records drawn at random are of two people who have much in common, as those of one household have.
   * Chances `h` say how they stand. Estimated if no prior is given: where the data show it, or where any value
   * here asks for it, as of products that differ in their model only.
   */
  readonly household?: number;
  /** Records whose pair has at least this probability are one cluster. Default 0.5, the more likely side. */
  readonly threshold?: number;
  /** In neither of two tables does anyone stand twice: each record is paired at most once, best first. Default false. */
  readonly oneToOne?: boolean;
};

/**
 * One ladder: the first level that holds is the pair's, none of them is the last, "anything else". A pair of which a value is
 * missing says nothing and stands on no level.
 */
export type ComparisonSpec = {
  readonly name: string;
  /** Usually one; of several, the values are joined by a blank (`swapped` sees them apart). */
  readonly columns: readonly string[];
  /** What is done to a value before it is compared or counted. Default `text`. */
  readonly prepare?: Preparation;
  /** Best first. */
  readonly levels: readonly LevelSpec[];
  /** Whether agreeing on a rare value says more than on a common one. Default false. */
  readonly termFrequency?: boolean;
  /** The chance of "anything else" for one person, and for two. Estimated if absent. */
  readonly otherwise?: Chances;
  /**
   * Each person of a household has one of their own, as a given name. Where most pairs that look like one person differ in it, they are
   * taken for households, in which the first level is as rare as among strangers. Default false.
   */
  readonly own?: boolean;
  /**
   * "Anything else" makes two people, however much the rest agrees, unless one of the comparisons of these names stands on its first
   * level. A sex is mistyped now and then, beside the same name or number; a brother and a sister of one birth have two.
   */
  readonly apartUnless?: readonly string[];
};

/**
 * `text`: case, accents and runs of blanks folded. `name`: a person's name, without titles, its tokens in any order comparable.
 * `digits`: everything but digits dropped. `date`: read as a day (ISO, `YYYYMMDD` or `DD/MM/YYYY`); a value that is none is
 * missing. `exact`: as it came.
 */
export type Preparation = 'text' | 'name' | 'digits' | 'date' | 'exact';

/**
 * The chance that two records of one person stand on this level, that two records of two people do, and that two of one
 * household do.
 */
export type Chances = { readonly m?: number; readonly u?: number; readonly h?: number };

/** One rung of a ladder. */
export type LevelSpec = Chances &
  (
    | { readonly test: 'exact' }
    /** Jaro-Winkler similarity from 0 to 1, of the first 128 characters. */
    | { readonly test: 'jaroWinkler'; readonly least: number }
    /** Insertions, deletions, substitutions and exchanges of neighbours. */
    | { readonly test: 'damerauLevenshtein'; readonly most: number }
    /** Similarity of names by their tokens, in any order, from 0 to 1: `nameSimilarity`. */
    | { readonly test: 'nameSimilarity'; readonly least: number }
    /** Days that lie at most so far apart. */
    | { readonly test: 'daysApart'; readonly most: number }
    /** The same year, day and month exchanged. */
    | { readonly test: 'dayMonthSwapped' }
    /** Whole numbers that differ by at most so much. */
    | { readonly test: 'numberApart'; readonly most: number }
    /** Numbers, decimals included, that differ by at most this share of the larger one, from 0 to 1. */
    | { readonly test: 'numberNear'; readonly share: number }
    /** The share of tokens in common, of the smaller of both sets, from 0 to 1. */
    | { readonly test: 'tokensShared'; readonly least: number }
    /** The same of both sets, each token counting the more the rarer it is in both tables: what is in common, of all that both say. */
    | { readonly test: 'rareTokensShared'; readonly least: number }
    /** The first characters are the same. */
    | { readonly test: 'prefix'; readonly length: number }
    /** The values of the two columns stand exchanged, each at least so similar (Jaro-Winkler). */
    | { readonly test: 'swapped'; readonly least: number }
    /** A test that the caller brings, by its name. */
    | { readonly test: 'custom'; readonly name: string }
  );

/**
 * Keys that must all agree, each an expression over a column: `surname`; `first(surname, 3)`; `last(phone, 6)`;
 * `sound(surname)`; `year(birth)`, `month(birth)`, `day(birth)`; `token(address)`, any one token; `sounds(name)`, the sound of any
 * one token; `dropped(nik)`, the whole or all but any one character. A column whose name has parentheses or commas stands in quotation
 * marks: `first("Name (last)", 3)`. A key that is missing agrees with nothing.
 */
export type BlockingRule = {
  readonly on: readonly string[];
  /**
   * Groups of more records, both tables together, are left to other rules: a value that many share says little. Default 500.
   */
  readonly most?: number;
};
