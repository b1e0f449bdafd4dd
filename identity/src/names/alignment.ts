import { bitsIn } from '../bits.ts';

/** Names of more words are compared by their first ones. */
export const MOST_WORDS = 8;

/** Words this alike agree. */
const AGREED = 0.85;
/** Weight of agreeing words from which a further word on one side (a middle name, a clan) hardly matters. */
const ENOUGH_AGREED = 1.3;
const EXTRA_AFTER_ENOUGH = 0.12;
const EXTRA = 0.4;

/**
 * Two names word by word: the rows are the words of the one that has fewer, the columns those of the other. Filled for each
 * pair of names anew, and used again, since millions are compared.
 */
export class Alignment {
  /** How alike the words of row and column are, and how much they weigh, at `row × MOST_WORDS + column`. */
  readonly similarities = new Float64Array(MOST_WORDS * MOST_WORDS);
  readonly weights = new Float64Array(MOST_WORDS * MOST_WORDS);
  /** What each column weighs if no row is paired with it. */
  readonly columnWeights = new Float64Array(MOST_WORDS);
  /** For each set of taken columns, one bit each, the most that the rows after as many can add, and how the first begins. */
  readonly #most = new Float64Array(1 << MOST_WORDS);
  readonly #column = new Uint8Array(1 << MOST_WORDS);

  /** Pairs each row with a column so that the agreement is greatest; how great it is, from 0 to 1. */
  similarity(rows: number, columns: number): number {
    this.#pair(rows, columns);
    let agreement = 0;
    let weight = 0;
    let agreed = 0;
    let taken = 0;
    for (let row = 0; row < rows; row++) {
      const column = this.#column[taken] ?? 0;
      const at = row * MOST_WORDS + column;
      const similarity = this.similarities[at] ?? 0;
      const own = this.weights[at] ?? 0;
      agreement += own * similarity;
      weight += own;
      if (similarity >= AGREED) agreed += own;
      taken |= 1 << column;
    }
    const extra = agreed >= ENOUGH_AGREED ? EXTRA_AFTER_ENOUGH : EXTRA;
    for (let column = 0; column < columns; column++) {
      if ((taken & (1 << column)) === 0) weight += (this.columnWeights[column] ?? 0) * extra;
    }
    return agreement / weight;
  }

  /** As many columns are taken as rows are paired, so a set of columns says which row is next. */
  #pair(rows: number, columns: number): void {
    for (let taken = (1 << columns) - 1; taken >= 0; taken--) {
      const row = bitsIn(taken);
      if (row > rows) continue;
      if (row === rows) {
        this.#most[taken] = 0;
        continue;
      }
      let most = -1;
      for (let column = 0; column < columns; column++) {
        if ((taken & (1 << column)) !== 0) continue;
        const at = row * MOST_WORDS + column;
        const total =
          (this.similarities[at] ?? 0) * (this.weights[at] ?? 0) + (this.#most[taken | (1 << column)] ?? 0);
        if (total > most) {
          most = total;
          this.#column[taken] = column;
        }
      }
      this.#most[taken] = most;
    }
  }
}
