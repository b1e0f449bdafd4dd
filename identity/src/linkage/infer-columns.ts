import type { Columns } from './column.ts';

/**
 * What a column holds. `digits`: long numbers that name something, such as a NIK or a telephone. `name`: a whole name of
 * several words, `namePart` one of its parts. `text`: words, such as an address. `number`: short numbers. `amount`: numbers with
 * decimals, such as a price. `category`: one of few values.
 */
export type ColumnKind =
  | 'digits'
  | 'date'
  | 'name'
  | 'namePart'
  | 'postcode'
  | 'text'
  | 'number'
  | 'amount'
  | 'category';

/** What is seen of a column in a sample of its rows. */
export type ColumnProfile = {
  readonly column: string;
  readonly kind: ColumnKind;
  /** The share of rows that hold a value. */
  readonly filled: number;
  readonly distinct: number;
  /** Characters of a value, on average. */
  readonly length: number;
  /** Words of a value, on average. */
  readonly words: number;
  /** Sampled values in their order, empty where missing; of the left table first. */
  readonly values: readonly string[];
};

/** Rows sampled of both tables, and how many of them are of the left one. */
export type Sample = {
  readonly rows: number;
  readonly leftRows: number;
  /** Rows of the tables for each row of the sample. */
  readonly scale: number;
  readonly profiles: readonly ColumnProfile[];
};

const mostSampled = 20_000;

/** Rows spread evenly over both tables; columns that both have, but for those left out. */
export function sampleColumns(
  left: Columns,
  right: Columns | undefined,
  leftOut: ReadonlySet<string | undefined>,
): Sample {
  const leftSize = rowsOf(left);
  const rightSize = right === undefined ? 0 : rowsOf(right);
  const scale = Math.max(1, (leftSize + rightSize) / mostSampled);
  const [fromLeft, fromRight] = [everyNth(leftSize, scale), everyNth(rightSize, scale)];
  const names = Object.keys(left).filter(
    (name) => !leftOut.has(name) && (right === undefined || Object.hasOwn(right, name)),
  );
  const profiles = names.flatMap((column) => {
    const values = [
      ...fromLeft.map((row) => textOf(left, column, row)),
      ...fromRight.map((row) => textOf(right ?? {}, column, row)),
    ];
    const profile = profileOf(column, values);
    return profile === undefined ? [] : [profile];
  });
  return { rows: fromLeft.length + fromRight.length, leftRows: fromLeft.length, scale, profiles };
}

/** The rows that a table has. */
export function rowsOf(columns: Columns): number {
  return Object.values(columns)[0]?.length ?? 0;
}

function everyNth(size: number, scale: number): number[] {
  return Array.from({ length: Math.floor(size / scale) }, (_, n) => Math.floor(n * scale));
}

function textOf(columns: Columns, column: string, row: number): string {
  return columns[column]?.at(row)?.trim().toLowerCase() ?? '';
}

/** Undefined for a column that tells nothing: blank, or the same in every row. */
function profileOf(column: string, values: readonly string[]): ColumnProfile | undefined {
  const filled = values.filter((value) => value !== '');
  const distinct = new Set(filled);
  if (distinct.size < 2) return undefined;
  const share = (test: (value: string) => boolean) => filled.filter(test).length / filled.length;
  const length = filled.reduce((sum, value) => sum + value.length, 0) / filled.length;
  return {
    column,
    kind: kindOf(column, share, distinct.size, filled.length, length),
    filled: filled.length / values.length,
    distinct: distinct.size,
    length,
    words: filled.reduce((sum, value) => sum + value.split(/[\s,;|/]+/).length, 0) / filled.length,
    values,
  };
}

function kindOf(
  column: string,
  share: (test: (value: string) => boolean) => number,
  distinct: number,
  filled: number,
  length: number,
): ColumnKind {
  const header = column.toLowerCase();
  if (share(looksLikeDate) >= 0.8) return 'date';
  const isPostcode = /post_?(al)?_?code|zip|kode_?pos/.test(header);
  if (isPostcode) return 'postcode';
  if (share((value) => /\d/.test(value)) >= 0.8) {
    if (share((value) => amount.test(value)) >= 0.5) return 'amount';
    const numeric = share((value) => /^[\d\s.'+-]+$/.test(value)) >= 0.8;
    if (numeric) return length >= 6 && distinct > filled * 0.2 ? 'digits' : 'number';
    return length <= 9 ? 'postcode' : 'text';
  }
  const isPart = /first|given|fore|middle|last|sur|family|depan|belakang|keluarga|marga/.test(header);
  // What is known of names is known of those in Latin letters; others are words.
  const isLatin = share((value) => !/\p{L}/u.test(value) || /\p{Script=Latin}/u.test(value)) >= 0.5;
  if (!isLatin) return distinct <= 60 ? 'category' : 'text';
  const isNamed =
    /name|nama|marga/.test(header) ||
    /^(first|last|given|middle|family|nom|pr[eé]nom|nombre|apellidos?|cognome)$/.test(header);
  if (isNamed && !/street|jalan|place|city|kota|desa/.test(header)) {
    const severalWords = share((value) => value.includes(' ')) >= 0.5;
    return severalWords && (!isPart || /and|full/.test(header)) ? 'name' : 'namePart';
  }
  return distinct <= 60 ? 'category' : 'text';
}

/** A number with one or two decimals, its currency before or behind it. */
const amount =
  /^(?:[$€£¥]|rp|usd|eur)?[\s.+-]*\d{1,3}(?:\d*|(?:[.,' ]\d{3})*)[.,]\d{1,2}\s*(?:[$€£¥]|rp|usd|eur)?$/;

/** ISO, `YYYYMMDD` or day, month and year with any separator. */
function looksLikeDate(value: string): boolean {
  if (value < '0' || value >= ':') return false;
  const parts =
    /^(?<y>\d{4})[-/.]?(?<m>\d{2})[-/.]?(?<d>\d{2})$/.exec(value) ??
    /^(?<d>\d{1,2})[-/.](?<m>\d{1,2})[-/.](?<y>\d{4})$/.exec(value);
  if (parts?.groups === undefined) return false;
  const { y, m, d } = parts.groups;
  const [year, month, day] = [Number(y), Number(m), Number(d)];
  return year >= 1500 && year <= 2100 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}
