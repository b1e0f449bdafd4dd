import { type Field, headerKey } from './header-words.ts';

/** A heading and the field it was said to hold; null is a column that is not used. */
export type MappedColumn = Readonly<{ header: string; field: Field | null }>;

/** What somebody said of the headings of a file, kept for the next one with the same headings. */
export type FileMapping = Readonly<{
  mappingId: string;
  name: string;
  /** Every heading of the file, from left to right. */
  columns: readonly MappedColumn[];
  /** Village of every row that does not name its own: its code as text; null when each row says it. */
  village: string | null;
}>;

/** The same for two headers that have the same headings, whatever their order, case and abbreviations. */
export function signatureOf(columns: readonly MappedColumn[]): string {
  return columns
    .map(({ header }) => headerKey(header))
    .toSorted()
    .join('|');
}

/**
 * The field of each of these headings, in their order, as the mapping has it. Of headings that are written twice the
 * first here is the first there.
 */
export function fieldsByMapping(
  mapping: FileMapping,
  columns: readonly MappedColumn[],
): readonly (Field | null)[] {
  const fields = Map.groupBy(mapping.columns, ({ header }) => headerKey(header));
  const taken = new Map<string, number>();
  return columns.map(({ header }) => {
    const key = headerKey(header);
    const place = taken.get(key) ?? 0;
    taken.set(key, place + 1);
    return fields.get(key)?.[place]?.field ?? null;
  });
}
