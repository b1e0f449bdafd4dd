import { createReadStream } from 'node:fs';
import { type Column, ColumnBuilder, type Columns } from '@payung/identity';
import { Scanner, textIn } from './scan.ts';

/** A CSV file as columns: what linkage reads. */
export interface Table {
  readonly path: string;
  /** Let go once they are encoded, as they may take more memory than all else. */
  columns: Columns;
  readonly rows: number;
}

/**
 * Reads a file a piece at a time: UTF-8, UTF-16 with its mark, else Windows-1252 (which holds Latin-1); cells between commas,
 * semicolons, tabs or bars. A row that is too short has no value in the last columns. A header that comes again is numbered
 * (`name_2`), a column without one is left out.
 *
 * @param onRead hears of each piece
 * @returns undefined if the file has no header
 * @throws OpenQuote; an error of the file system
 */
export async function readTable(path: string, onRead: () => void = () => {}): Promise<Table | undefined> {
  try {
    return await readAs(path, 'utf-8', onRead);
  } catch (error) {
    if (
      !(error instanceof TypeError && 'code' in error && error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
    )
      throw error;
    return await readAs(path, 'windows-1252', onRead);
  }
}

async function readAs(path: string, encoding: string, onRead: () => void): Promise<Table | undefined> {
  let names: readonly string[] | undefined;
  const columns: ColumnBuilder[] = [];
  let rows = 0;
  const scanner = new Scanner(({ units, count, starts, ends }) => {
    if (names === undefined) {
      const header = Array.from(starts.subarray(0, count), (start, n) => textIn(units, start, ends[n] ?? 0));
      names = namesIn(header);
      for (const _ of names) columns.push(new ColumnBuilder());
      return;
    }
    rows += 1;
    for (let n = 0; n < columns.length; n += 1) {
      if (n < count) columns[n]?.push(units, starts[n] ?? 0, ends[n] ?? 0);
      else columns[n]?.pushText('');
    }
  });
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  let isOldMac: boolean | undefined;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    const bytes: Uint8Array = chunk;
    decoder ??= new TextDecoder(utf16Of(bytes) ?? encoding, { fatal: true });
    const text = decoder.decode(bytes, { stream: true });
    isOldMac ??= text.includes('\r') && !text.includes('\n');
    scanner.push(isOldMac ? text.replaceAll('\r', '\n') : text);
    onRead();
  }
  scanner.push(decoder?.decode() ?? '');
  scanner.end();
  if (names === undefined) return undefined;
  const named = names.map((name, n) => [name, columns[n]?.column() ?? []] as const);
  return { path, columns: Object.fromEntries(named.filter(([name]) => name !== '')), rows };
}

function utf16Of(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
}

function namesIn(header: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  return header.map((name) => {
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return count === 1 || name === '' ? name : `${name}_${count}`;
  });
}

/** The values of the column that names the records, as they are written to results; without such a column, the numbers of the rows. */
export function idsOf({ columns, rows }: Table, name: string): Column {
  const column = Object.hasOwn(columns, name) ? columns[name] : undefined;
  return column ?? { length: rows, at: (row) => String(row + 1) };
}

/** Every value of a column as a text. */
export function textsOf(column: Column | undefined): readonly string[] {
  return Array.from({ length: column?.length ?? 0 }, (_, row) => column?.at(row) ?? '');
}
