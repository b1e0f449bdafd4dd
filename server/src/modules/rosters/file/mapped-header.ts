import type { Field } from './header-words.ts';
import { columnOf, frameOf, HEADER_SEARCH_ROWS, headersOf, type Layout, type ReadColumn } from './layout.ts';
import { type FileMapping, fieldsByMapping, type MappedColumn, signatureOf } from './mapping.ts';
import type { RawRow } from './row.ts';

/** The layout that a mapping gives to these rows: one or two rows hold exactly the headings it was made for. */
export function findMapped(
  rows: readonly RawRow[],
  required: readonly Field[],
  mappings: readonly FileMapping[],
): Layout | undefined {
  if (mappings.length === 0) return undefined;
  const bySignature = new Map(mappings.map((mapping) => [signatureOf(mapping.columns), mapping]));
  for (const [index, row] of rows.slice(0, HEADER_SEARCH_ROWS).entries()) {
    const next = rows[index + 1];
    const pairs = next !== undefined && next.row === row.row + 1 ? [[row], [row, next]] : [[row]];
    for (const header of pairs) {
      const headers = headersOf(header);
      const mapping = bySignature.get(signatureOf(mappedColumns(headers)));
      if (mapping === undefined) continue;
      const fields = fieldsByMapping(mapping, mappedColumns(headers));
      const columns = [...headers].flatMap(([column, heading], place): ReadColumn[] => {
        const field = fields[place];
        return field == null ? [] : [{ ...columnOf(column, heading, field), by: 'mapping' }];
      });
      return {
        ...frameOf(header, headers, columns, required),
        doubles: [],
        mapping: { mappingId: mapping.mappingId, name: mapping.name },
        ...(mapping.village === null ? {} : { village: mapping.village }),
      };
    }
  }
  return undefined;
}

function mappedColumns(headers: ReadonlyMap<number, string>): MappedColumn[] {
  return [...headers.values()].map((header) => ({ header, field: null }));
}
