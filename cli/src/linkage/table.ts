import type { Columns } from '@payung/identity';
import { namesIn, recordsIn } from '../csv.ts';

/** A CSV file as columns: what linkage reads. */
export interface Table {
  readonly path: string;
  readonly columns: Columns;
  readonly rows: number;
}

/**
 * Reads a file a piece at a time. A row that is too short has no value in the last
 * columns.
 *
 * @returns undefined if the file has no header
 * @throws an error of the file system
 */
export async function readTable(path: string): Promise<Table | undefined> {
  let names: readonly string[] | undefined;
  const columns: string[][] = [];
  let rows = 0;
  for await (const chunk of chunksIn(path)) {
    let records = chunk;
    if (names === undefined) {
      const [header] = chunk;
      if (header === undefined) continue;
      names = namesIn(header);
      for (const _ of names) columns.push([]);
      records = chunk.slice(1);
    }
    for (const record of records) {
      rows += 1;
      for (const [n, column] of columns.entries()) column.push(record[n] ?? '');
    }
  }
  if (names === undefined) return undefined;
  const named = names.map((name, n) => [name, columns[n] ?? []] as const);
  return { path, columns: Object.fromEntries(named.filter(([name]) => name !== '')), rows };
}

async function* chunksIn(path: string): AsyncGenerator<readonly string[][]> {
  for await (const chunk of recordsIn(path)) yield chunk;
}

/** The values of the column that names the records, as they are written to results. */
export function idsOf({ columns }: Table, name: string): readonly string[] {
  return (columns[name] ?? []).map((id) => id?.trim() ?? '');
}
