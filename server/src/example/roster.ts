import type { Day } from '@payung/kernel';
import { type DataError, dataErrorIds, withDataError } from './data-errors.ts';
import { drawMistake, type Mistake, respelt, type TypedRow, withMistake } from './mistakes.ts';
import { type ExamplePerson, type ExampleVillage, Population } from './population.ts';

interface RosterOptions {
  readonly seed: string;
  /** At least one; the people are spread over them, some in every one. */
  readonly villages: readonly ExampleVillage[];
  /** Rows of the list; a person who is listed twice counts twice. At least as many as there are villages. */
  readonly people: number;
  /** The day on which ages are counted. */
  readonly referenceDay: Day;
  /**
   * `typical` makes the mistakes of `mistakeRates`; `every` makes every kind of the catalogue equally often, on half of the rows;
   * `none` makes a list in which every row is good.
   */
  readonly errors: 'typical' | 'every' | 'none';
}

/** What we know of a row that its reader has to find out. */
interface RowTruth {
  /** Key of the person who is meant. */
  readonly person: number;
  /** Undefined for a row without a mistake. */
  readonly mistake: Mistake | DataError | undefined;
}

/** A list as it was typed, village by village in the order given, and what is true of each of its rows. */
export interface ExampleRoster {
  readonly rows: readonly TypedRow[];
  /** Beside `rows`, at the same index. */
  readonly truth: readonly RowTruth[];
  /** Makes further people who are not on this list. */
  readonly population: Population;
}

/** Makes a list. @throws RangeError without villages, or with fewer people than villages */
export function generateRoster(options: RosterOptions): ExampleRoster {
  const population = new Population(options.seed, options.referenceDay);
  const rows: TypedRow[] = [];
  const truth: RowTruth[] = [];
  const counts = spread(options.people, options.villages, population);
  for (const [n, village] of options.villages.entries()) {
    const before = rows.length;
    for (let count = counts[n] ?? 0; count > 0; count -= 1) {
      const written = { rows, truth, before };
      // A row is copied from the one above on the same sheet, and listed twice only where there is another village.
      const { row, mistake } =
        options.errors === 'every'
          ? spoilt(population, village, written)
          : typed(
              population,
              village,
              options.errors === 'typical' ? drawMistake(population.random) : undefined,
              written,
            );
      rows.push(row);
      truth.push({ person: row.person.key, mistake });
    }
  }
  return { rows, truth, population };
}

interface Written {
  readonly rows: readonly TypedRow[];
  readonly truth: readonly RowTruth[];
  /** How many rows were written before this village. */
  readonly before: number;
}

/** A row with an error of the catalogue, or a good one: as many of these as of those. */
function spoilt(population: Population, village: ExampleVillage, written: Written) {
  const { random } = population;
  const row = rowOf(population.person(village));
  if (random.chance(0.5)) return { row, mistake: undefined };
  const error = random.pick(dataErrorIds);
  const last = written.rows.length - 1;
  const above = last < written.before ? undefined : goodRow(written, last, last + 1);
  const changed = withDataError(row, error, random, above);
  return { row: changed, mistake: changed === row ? undefined : error };
}

function typed(
  population: Population,
  village: ExampleVillage,
  wanted: Mistake | undefined,
  written: Written,
): { row: TypedRow; mistake: Mistake | undefined } {
  const { random } = population;
  switch (wanted) {
    case undefined:
      return { row: rowOf(population.person(village)), mistake: undefined };
    case 'tooYoung':
      return { row: rowOf(population.person(village, [12, 12])), mistake: wanted };
    case 'tooOld':
      return { row: rowOf(population.person(village, [70, 70])), mistake: wanted };
    case 'listedTwice': {
      const at = random.below(Math.max(1, written.before));
      const first = goodRow(written, at, written.before);
      if (first === undefined) return { row: rowOf(population.person(village)), mistake: undefined };
      const row = {
        ...first,
        name: respelt(first.name),
        village: village.name,
        person: { ...first.person, village },
      };
      return { row, mistake: wanted };
    }
    case 'copiedFromAbove': {
      const last = written.rows.length - 1;
      const above = last < written.before ? undefined : goodRow(written, last, last + 1);
      const person = population.person(village);
      if (above === undefined || above.name === person.name)
        return { row: rowOf(person), mistake: undefined };
      return { row: { ...rowOf(person), nik: above.nik }, mistake: wanted };
    }
    default: {
      const row = rowOf(population.person(village));
      const changed = withMistake(row, wanted, random);
      return { row: changed, mistake: changed === row ? undefined : wanted };
    }
  }
}

function goodRow({ rows, truth }: Written, at: number, beyond: number): TypedRow | undefined {
  return at < beyond && truth[at]?.mistake === undefined ? rows[at] : undefined;
}

function rowOf(person: ExamplePerson): TypedRow {
  return { person, nik: person.nik, name: person.name, sex: person.sex, village: person.village.name };
}

/** One for every village, and the rest by weights between 1 and 3: villages differ in size. */
function spread(people: number, villages: readonly ExampleVillage[], population: Population): number[] {
  if (villages.length === 0 || people < villages.length) throw new RangeError('fewer people than villages');
  const weights = villages.map(() => 1 + 2 * population.random.fraction());
  const total = weights.reduce((a, b) => a + b, 0);
  const rest = people - villages.length;
  let cumulative = 0;
  let given = 0;
  // Cutting the running total instead of each share keeps the sum exact.
  return weights.map((weight) => {
    cumulative += weight;
    const upTo = Math.round((rest * cumulative) / total);
    const count = 1 + upTo - given;
    given = upTo;
    return count;
  });
}
