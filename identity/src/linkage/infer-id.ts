import { CodedColumn, type Column, type Columns, coded } from './column.ts';
import { ValueTable } from './values.ts';

/** Headers that say no more than that this is the name of the row. */
const surely =
  /^(id|uid|uuid|key|no|nomor|index|rec(ord)?[_ ]?(id|no)|unique[_ ]?id|row[_ ]?(id|no)|id[_ ]?baris)$/i;
/** Headers that may as well be those of a number which a person bears. */
const perhaps = /^.*[_ -](id|key|no|nomor)$/i;
/** Numbers that people bear are met again in another table, names of rows are not. */
const mostShared = 0.05;

/**
 * The column that names the record in both tables: its values are all there and all different, and its header says so.
 * Undefined if there is none; the rows then have no name but their number.
 */
export function idColumn(left: Columns, right: Columns | undefined): string | undefined {
  const named = Object.keys(left).filter((name) => right === undefined || Object.hasOwn(right, name));
  const isUnique = (name: string) =>
    repeatedId(left, name) === undefined && (right === undefined || repeatedId(right, name) === undefined);
  return (
    named.find((name) => surely.test(name.trim()) && isUnique(name)) ??
    named.find(
      (name) =>
        perhaps.test(name.trim()) &&
        isUnique(name) &&
        (right === undefined ||
          sharedIn(textsOf(left[name] ?? []), textsOf(right[name] ?? [])) <= mostShared),
    )
  );
}

/** Whether a header says without doubt that the column names the row. */
export function looksLikeId(name: string): boolean {
  return surely.test(name.trim());
}

/** A row, from 0, without a name or with that of an earlier one; undefined if each has a name of its own. */
export function repeatedId(columns: Columns, name: string): number | undefined {
  const column = columns[name] ?? [];
  const known = repeated.get(column);
  if (known !== undefined) return known.row;
  const { codes, values } = column instanceof CodedColumn ? column : coded(trimmed(column));
  const table = new ValueTable(codes.length);
  const at = codes.findIndex((code, row) => {
    const number = table.add(values.units, values.starts[code] ?? 0, values.starts[code + 1] ?? 0);
    return number !== row + 1;
  });
  const row = at < 0 ? undefined : at;
  repeated.set(column, { row });
  return row;
}

/** It is asked more than once, and to look takes long. */
const repeated = new WeakMap<Column, { readonly row: number | undefined }>();

function trimmed(column: Column): Column {
  return { length: column.length, at: (row) => column.at(row)?.trim() };
}

function textsOf(column: Column): readonly string[] {
  return Array.from({ length: column.length }, (_, row) => column.at(row) ?? '');
}

/** The share of the values of the smaller column that the other has as well. */
export function sharedIn(one: readonly string[], other: readonly string[]): number {
  const [few, many] = one.length <= other.length ? [one, other] : [other, one];
  const all = new Set(many);
  return few.length === 0 ? 0 : few.filter((value) => all.has(value)).length / few.length;
}
