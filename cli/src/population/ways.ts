import { monthsThrough } from '@payung/kernel';
import { type Block, blockOf, type ColumnField, columnRules, LawError } from '@payung/law';
import type { Shared } from './rule.ts';

/** How a rule is asked over columns, and about a single person whom columns cannot hold. */
export interface Way {
  readonly fields: Readonly<Record<string, ColumnField>>;
  readonly block: Block;
  /** The requests whose answers, added, are the person's. */
  requests(person: object): readonly object[];
}

/** Rows answered at a time: a few hundred kilobytes of columns. */
export const blockSize = 4096;

/** The ids of the rules that answer a population, in the order in which they are named to whoever asks for another. */
export const populationRules: readonly string[] = Object.values(columnRules).map(({ id }) => id);

/**
 * Reads the parameters of a rule for what all people have in common.
 *
 * @throws LawError if the months, the date or the programmes are not of the law; RangeError for a rule that answers no population
 */
export function wayOf(id: string, { months, date, programmes }: Shared): Way {
  const { bpu, pu, jkm, jp } = columnRules;
  switch (id) {
    case bpu.id: {
      const asked = programmesOf(programmes, ['JKK', 'JKM', 'JHT'], ['JKK', 'JKM']);
      return {
        fields: bpu.fields,
        block: blockOf(bpu, { months, programmes: asked }, blockSize),
        requests: (person) => [{ ...person, months, programmes: asked }],
      };
    }
    case pu.id: {
      const asked = programmesOf(programmes, ['JKK', 'JKM', 'JHT', 'JP']);
      const each = monthsThrough(months.from, months.to);
      return {
        fields: pu.fields,
        block: blockOf(pu, { months, programmes: asked }, blockSize),
        requests: (person) => each.map((month) => ({ ...person, month, programmes: asked })),
      };
    }
    case jkm.id:
      return {
        fields: jkm.fields,
        block: blockOf(jkm, { date }, blockSize),
        requests: (person) => [{ ...person, date }],
      };
    case jp.id:
      return {
        fields: jp.fields,
        block: blockOf(jp, { date }, blockSize),
        requests: (person) => [{ ...person, date }],
      };
    default:
      throw new RangeError(`no rule for a population: ${id}`);
  }
}

/** @throws LawError input.range for a programme the rule does not have */
function programmesOf<P extends string>(
  asked: readonly string[] | undefined,
  all: readonly P[],
  usual: readonly P[] = all,
): readonly P[] {
  if (asked === undefined) return usual;
  return asked.map((name) => {
    const programme = all.find((one) => one === name);
    const accepted = { id: all.join(', '), en: all.join(', ') };
    if (programme === undefined) throw new LawError('input.range', 'programmes', { accepted, came: name });
    return programme;
  });
}
