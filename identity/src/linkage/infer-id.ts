import { CodedColumn, type Column, type Columns, coded } from './column.ts';
import { ValueTable } from './values.ts';

/** Headers that say no more than that this is the name of the row. */
const surely =
  /^(id|uid|uuid|key|no|nomor|index|rec(ord)?[_ ]?(id|no)|unique[_ ]?id|row[_ ]?(id|no)|id[_ ]?baris)$/i;
/** Headers that may as well be those of a number which a person bears: `cust_no`, `customerId`, `Kundennr`. */
const perhaps = [
  /(^|[_ .-])(id|key|no|nr|num|number|nomor|ref|reference|code|kode|№)\.?$/i,
  /[a-z](Id|ID|No|nr)$/,
];
/** Headers of what a person, a firm or a book bears, whoever wrote the row. */
const borne =
  /nik|ktp|npwp|bpjs|ssn|soc|passport|paspor|national|phone|mobile|mail|post|zip|house|street|card|birth|lahir|(^|[^a-z])(kk|tel|telp|hp|wa|fax|vat|ust|tax|iban|isbn|issn|doi|ean|dob|age|year)([^a-z]|$)/i;
/** Numbers that people bear are met again in another table, names of rows are not. */
const mostShared = 0.05;

/**
 * The column that names the record in both tables: its values are all there and all different, and its header says so, or it
 * is the first and its values look as made for that. Undefined if there is none; the rows then have no name but their number.
 */
export function idColumn(left: Columns, right: Columns | undefined): string | undefined {
  const named = Object.keys(left).filter((name) => right === undefined || Object.hasOwn(right, name));
  const tables = right === undefined ? [left] : [left, right];
  const isUnique = (name: string) => tables.every((table) => repeatedId(table, name) === undefined);
  const isNoEvidence = (name: string) =>
    right === undefined || !isMetAgain(left[name] ?? [], right[name] ?? []);
  const [first = ''] = Object.keys(left);
  return (
    named.find((name) => surely.test(name.trim()) && isUnique(name)) ??
    named.find((name) => looksPerhaps(name) && isUnique(name) && isNoEvidence(name)) ??
    named.find((name) => name === first && tables.every((table) => isMade(table, name)) && isNoEvidence(name))
  );
}

/** The column of one table that names its rows, among some of them. */
export function ownId(table: Columns, names: readonly string[]): string | undefined {
  const isUnique = (name: string) => repeatedId(table, name) === undefined;
  const [first = ''] = Object.keys(table);
  return (
    names.find((name) => looksLikeId(name) && isUnique(name)) ??
    names.find((name) => looksPerhaps(name) && isUnique(name)) ??
    names.find((name) => name === first && isMade(table, name))
  );
}

/** Whether many of the values of one column are met in the other, which names of rows are not. */
export function isMetAgain(one: Column, other: Column): boolean {
  return sharedIn(textsOf(one), textsOf(other)) > mostShared;
}

function looksPerhaps(name: string): boolean {
  return perhaps.some((header) => header.test(name.trim())) && !borne.test(name);
}

/** One word with a digit, no date and no decimal. */
const made = /^(?!\d{4}[-/.]\d\d?[-/.]|\d\d?[-/.]\d\d?[-/.]\d{4}$|\d*[.,]\d+$)[^\s@]*\d[^\s@]*$/;

/** Whether all values of a column look as made to tell rows apart, and do. */
function isMade(table: Columns, name: string): boolean {
  const column = table[name] ?? [];
  if (borne.test(name) || column.length < 2) return false;
  for (let row = 0; row < column.length; row++) if (!made.test(column.at(row)?.trim() ?? '')) return false;
  return repeatedId(table, name) === undefined;
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
