import pg from 'pg';

type Parse = (text: string) => unknown;

/**
 * How values of the database become ours, once for all:
 * `bigint` → a number, checked; `date` → `YYYY-MM-DD`; `timestamptz` → ISO 8601 in UTC; `numeric`, ranges, `uuid` → text.
 *
 * Left alone, pg turns `date '2026-01-31'` into 30 January 17:00Z and a bigint into text.
 */
export const payungTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    const parse = format === 'binary' ? undefined : parsers.get(oid);
    return parse ?? pg.types.getTypeParser(oid, format);
  }) as typeof pg.types.getTypeParser,
};

const asText: Parse = (text) => text;

const parsers = new Map<number, Parse>([
  [20, safeInteger],
  [1016, arrayOf(safeInteger)],
  [1082, asText],
  [1182, arrayOf(asText)],
  [1184, instant],
  [1185, arrayOf(instant)],
  [1700, asText],
  [1231, arrayOf(asText)],
]);

/** One dimension; the elements of these types hold neither commas nor quotes of their own. */
function arrayOf(parse: Parse): Parse {
  return (text) => {
    const inner = text.slice(1, -1);
    if (inner === '') return [];
    return inner.split(',').map((item) => (item === 'NULL' ? null : parse(item.replaceAll('"', ''))));
  };
}

/** @throws RangeError beyond ±2⁵³−1, where a number would silently become another */
function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value))
    throw new RangeError(`bigint ${text} is beyond what a number holds exactly`);
  return value;
}

/** @throws RangeError on `infinity`, which no column of ours holds */
function instant(text: string): string {
  // The connection's zone is UTC, so this is the only form met in practice; a caller may have set another.
  if (text.endsWith('+00')) return `${text.slice(0, 10)}T${text.slice(11, -3)}Z`;
  return Temporal.Instant.from(text).toString();
}
