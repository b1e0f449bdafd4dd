import type { Day, Month } from '@payung/kernel';
import { type Answer, asKnownOn, isInvalid, run } from '@payung/law';
import { added, columnValue, inputValue } from './cells.ts';
import { wayOf } from './ways.ts';

/** What all people of a file have in common. */
export interface Shared {
  /** The months of contributions, both included. */
  readonly months: { readonly from: Month; readonly to: Month };
  /** The day of the event of benefits. */
  readonly date: Day;
  /** The programmes of contributions; undefined for those that a rule takes of itself. */
  readonly programmes: readonly string[] | undefined;
  /** The day whose knowledge of the law is used; undefined for everything known. */
  readonly knownOn: Day | undefined;
}

/** What the rows of a block got: a column for each result, and for each row that was invalid what was wrong. */
export interface BlockAnswer {
  readonly results: Readonly<Record<string, Float64Array>>;
  /** By the row's place in the block: `riskClass: input.missing`. Its results are NaN. */
  readonly errors: ReadonlyMap<number, string>;
}

/** A rule that answers the rows of a file, block by block. */
export interface PopulationRule {
  readonly id: string;
  readonly results: readonly string[];
  /**
   * @param rows the cells of each row, at most `blockSize` of them
   * @returns columns that the next call writes over
   */
  answer(rows: readonly (readonly string[])[]): BlockAnswer;
}

/**
 * A rule over a file with this header.
 *
 * @param header names of columns; those that are no field of the rule are ignored
 * @throws LawError if the months, the date or the programmes are not of the law; RangeError for a rule that answers no population
 */
export function populationRule(id: string, shared: Shared, header: readonly string[]): PopulationRule {
  const { knownOn } = shared;
  const known = <T>(work: () => T): T => (knownOn === undefined ? work() : asKnownOn(knownOn, work));
  const way = known(() => wayOf(id, shared));
  const { people, results, sweep } = way.block;
  const fields = Object.entries(way.fields).map(([name, field]) => ({
    name,
    field,
    at: header.indexOf(name),
  }));

  /** Fills the columns; a row with a cell that no column can hold is returned, to be asked by itself. */
  const fillColumns = (rows: readonly (readonly string[])[]): ReadonlySet<number> => {
    const alone = new Set<number>();
    for (const { name, field, at } of fields) {
      const column = people[name];
      if (column === undefined) continue;
      for (const [n, cells] of rows.entries()) {
        const value = columnValue(field, cells[at] ?? '');
        if (value === undefined) alone.add(n);
        column[n] = value ?? 0;
      }
    }
    return alone;
  };
  /** The answers about one person, to be added. */
  const ask = (cells: readonly string[]): readonly Answer[] => {
    const given = fields.filter(({ at }) => (cells[at] ?? '') !== '');
    const person = given.map(({ name, field, at }) => [name, inputValue(field, cells[at] ?? '')]);
    return known(() => way.requests(Object.fromEntries(person)).map((input) => run(id, input)));
  };

  return {
    id,
    results: Object.keys(results),
    answer(rows) {
      const alone = fillColumns(rows);
      sweep(rows.length);
      const errors = new Map<number, string>();
      for (const n of alone) {
        const answers = ask(rows[n] ?? []);
        const invalid = answers.find(isInvalid)?.error;
        if (invalid !== undefined) errors.set(n, `${invalid.path}: ${invalid.code}`);
        for (const [name, column] of Object.entries(results)) {
          column[n] = invalid === undefined ? added(answers, name) : Number.NaN;
        }
      }
      return { results, errors };
    },
  };
}
