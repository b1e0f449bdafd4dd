import { type Context, readInBatches } from '#platform/context';
import type { TableStream } from '#platform/spreadsheet';
import { openPages } from './decide.ts';

/**
 * All open pairs of the scope as a table written as it is read, a line for each, with fixed column names; no clear number of
 * anybody.
 *
 * @throws Refusal auth.forbidden
 */
export function duplicatesTable(ctx: Context): TableStream {
  const told = ['person', 'name', 'nik_masked', 'birth_date', 'sex', 'village'];
  return {
    name: 'kemungkinan-ganda',
    header: ['percent', 'rule', ...told, ...told.map((column) => `other_${column}`)],
    rows: readInBatches(ctx, 'people.merge', async function* (tx) {
      for await (const pairs of openPages(tx)) {
        yield pairs.map(({ score, waterfall, people }) => [
          score,
          waterfall.rule,
          ...people.flatMap(({ personId, name, nikMasked, birthDate, sex, villageName }) => [
            personId,
            name,
            nikMasked,
            birthDate,
            sex,
            villageName,
          ]),
        ]);
      }
    }),
  };
}
