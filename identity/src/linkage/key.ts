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

const CALL = /^([a-zA-Z]+)\(\s*([^(),]*[^(),\s])\s*(?:,\s*(\d+)\s*)?\)$/;
const KINDS: ReadonlyMap<string, Exclude<KeyKind, 'value'>> = new Map(
  (['first', 'last', 'sound', 'sounds', 'year', 'month', 'day', 'token', 'dropped'] as const).map((kind) => [
    kind,
    kind,
  ]),
);

/** Reads `surname`, `first(surname, 3)` and their like; undefined for a function that is none, or without its length. */
export function parseKey(text: string): KeyExpression | undefined {
  const call = CALL.exec(text.trim());
  if (call === null) {
    return /[()]/.test(text) ? undefined : { kind: 'value', column: text.trim(), length: 0 };
  }
  const [, name = '', column = '', digits] = call;
  const kind = KINDS.get(name);
  const length = Number(digits ?? 0);
  const hasLength = kind === 'first' || kind === 'last';
  if (kind === undefined || hasLength !== length > 0) return undefined;
  return { kind, column, length };
}
