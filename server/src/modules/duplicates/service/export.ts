import type { Context } from '#platform/context';
import type { TableFile } from '#platform/spreadsheet';
import type { DuplicatePair } from '../model.ts';
import { listDuplicates } from './decide.ts';

/**
 * All open pairs of the scope as a table, a line for each, with fixed column names; no clear number of anybody.
 *
 * @throws Refusal auth.forbidden
 */
export async function duplicatesTable(ctx: Context): Promise<TableFile> {
  const pairs: DuplicatePair[] = [];
  for (let after: string | undefined; ; ) {
    const page = await listDuplicates(ctx, { after });
    pairs.push(...page.pairs);
    if (page.next === null) break;
    after = page.next;
  }
  const told = ['person', 'name', 'nik_masked', 'birth_date', 'sex', 'village'];
  return {
    name: 'kemungkinan-ganda',
    header: ['percent', 'rule', ...told, ...told.map((column) => `other_${column}`)],
    rows: pairs.map(({ score, waterfall, people }) => [
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
    ]),
  };
}
