/** One key of a blocking rule: what is taken of which column. */
export type KeyExpression = {
  readonly kind: KeyKind;
  readonly column: string;
  /** How many characters `first` and `last` take; 0 otherwise. */
  readonly length: number;
};

export type KeyKind =
  | 'value'
  | 'first'
  | 'last'
  | 'sound'
  | 'sounds'
  | 'year'
  | 'month'
  | 'day'
  | 'token'
  | 'dropped';

const QUOTED = /^"((?:[^"\\]|\\[\s\S])*)"$/;
const CALL = /^([a-zA-Z]+)\(\s*("(?:[^"\\]|\\[\s\S])*"|[^(),"]*[^(),"\s])\s*(?:,\s*(\d+)\s*)?\)$/;
const KINDS: ReadonlyMap<string, Exclude<KeyKind, 'value'>> = new Map(
  (['first', 'last', 'sound', 'sounds', 'year', 'month', 'day', 'token', 'dropped'] as const).map((kind) => [
    kind,
    kind,
  ]),
);

/**
 * Reads `surname`, `first(surname, 3)` and their like; undefined for a function that is none, or without its length. A column
 * may stand in quotation marks, and must where its name has a parenthesis, or a comma within a function.
 */
export function parseKey(text: string): KeyExpression | undefined {
  const call = CALL.exec(text.trim());
  if (call === null) {
    const column = unquoted(text.trim());
    return column === text.trim() && /[()]/.test(text) ? undefined : { kind: 'value', column, length: 0 };
  }
  const [, name = '', written = '', digits] = call;
  const column = unquoted(written);
  const kind = KINDS.get(name);
  const length = Number(digits ?? 0);
  const hasLength = kind === 'first' || kind === 'last';
  if (kind === undefined || hasLength !== length > 0) return undefined;
  return { kind, column, length };
}

/** A column as keys name it. */
export function keyColumn(column: string): string {
  return /[(),"]/.test(column) ? `"${column.replace(/["\\]/g, '\\$&')}"` : column;
}

function unquoted(text: string): string {
  const [, column] = QUOTED.exec(text) ?? [];
  return column === undefined ? text : column.replace(/\\([\s\S])/g, '$1');
}
