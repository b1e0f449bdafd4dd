import type { Column, Columns } from './column.ts';

/** A column that is no evidence, and why: it says who is who, or it counts the rows. */
export type LeftOut = { readonly column: string; readonly because: 'answer' | 'counter' };

/** Columns that say who is who are the question, or the answer of an earlier run. */
const answers =
  /^((true|real|actual|gold|master)[_ -]?)?(cluster|entity|person|individual|truth|label|group|match|gold|golden|duplicates?)([_ -]?(id|no|nr|num|number|key|of|label))?$/i;
/** Values that begin the name of the row in so many rows are made of it, as `rec-7` of `rec-7-org`. */
const mostlyBegins = 0.9;

/**
 * Columns of the tables that must not be compared.
 *
 * @param id the column that names the row; undefined if there is none
 */
export function columnsLeftOut(
  left: Columns,
  right: Columns | undefined,
  id: string | undefined,
): readonly LeftOut[] {
  const tables = right === undefined ? [left] : [left, right];
  return Object.keys(left)
    .filter((column) => column !== id && tables.every((table) => Object.hasOwn(table, column)))
    .flatMap((column): LeftOut[] => {
      if (answers.test(column.trim()) || tables.every((table) => beginsId(table, column, id)))
        return [{ column, because: 'answer' }];
      return tables.every((table) => countsRows(table[column] ?? [])) ? [{ column, because: 'counter' }] : [];
    });
}

function beginsId(table: Columns, column: string, id: string | undefined): boolean {
  const ids = table[id ?? ''] ?? [];
  const values = table[column] ?? [];
  let begins = 0;
  for (let row = 0; row < ids.length; row++) {
    const name = ids.at(row) ?? '';
    const value = values.at(row)?.trim() ?? '';
    const isPart = value.length >= 2 && name.length > value.length && name.startsWith(value);
    if (isPart && /[^a-z\d]/i.test(name.charAt(value.length))) begins += 1;
    // A look at the first rows is enough to see that it is another thing.
    else if (row < 20 && value !== '') return false;
  }
  return ids.length > 1 && begins >= mostlyBegins * ids.length;
}

/** Whole numbers, each one more than the one above; longer ones are numbers that something bears. */
function countsRows(column: Column): boolean {
  if (column.length < 3) return false;
  const first = Number(column.at(0) ?? '');
  for (let row = 0; row < column.length; row++) {
    const value = column.at(row) ?? '';
    if (!/^\d{1,9}$/.test(value) || Number(value) !== first + row) return false;
  }
  return true;
}
