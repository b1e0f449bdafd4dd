/** Records whose truth is known. */
export interface Labelled {
  readonly columns: Readonly<Record<string, readonly string[]>>;
  /** For each row the person whom it is of, the same number in every file. */
  readonly entity: Int32Array;
  /** For each row what is wrong with it. */
  readonly kinds: readonly (readonly string[])[];
}

/** Puts rows together as columns. */
export class Rows {
  readonly #columns: Record<string, string[]> = {};
  readonly #names: readonly string[];
  readonly #entity: number[] = [];
  readonly #kinds: (readonly string[])[] = [];

  constructor(names: readonly string[]) {
    this.#names = names;
    for (const name of names) this.#columns[name] = [];
  }

  get size(): number {
    return this.#entity.length;
  }

  add(row: Readonly<Record<string, string>>, entity: number, kinds: readonly string[]): void {
    for (const name of this.#names) this.#columns[name]?.push(row[name] ?? '');
    this.#entity.push(entity);
    this.#kinds.push(kinds);
  }

  labelled(): Labelled {
    return { columns: this.#columns, entity: Int32Array.from(this.#entity), kinds: this.#kinds };
  }
}
