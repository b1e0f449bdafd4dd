import { createReadStream } from 'node:fs';
import type { Columns } from '@payung/identity';
import { Scanner } from './scan.ts';

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
  const columns: Column[] = [];
  let rows = 0;
  const scanner = new Scanner((cells) => {
    if (names === undefined) {
      names = namesIn(cells);
      for (const _ of names) columns.push(new Column());
      return;
    }
    rows += 1;
    for (let n = 0; n < columns.length; n += 1) columns[n]?.push(cells[n] ?? '');
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
  const named = names.map((name, n) => [name, columns[n]?.values ?? []] as const);
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

/** Values looked at before it is decided whether to keep one text for all that are equal. */
const judged = 20_000;

/** The values of a column; equal ones share one text, unless most of them differ. */
class Column {
  readonly values: string[] = [];
  readonly #known = new Map<string, string>();
  #isShared = true;

  push(value: string): void {
    if (this.#isShared) {
      const known = this.#known.get(value);
      if (known === undefined) this.#known.set(value, value);
      this.values.push(known ?? value);
      if (this.values.length === judged && this.#known.size > judged / 2) {
        this.#isShared = false;
        this.#known.clear();
      }
    } else this.values.push(value);
  }
}

/** The values of the column that names the records, as they are written to results; without such a column, the numbers of the rows. */
export function idsOf({ columns, rows }: Table, name: string): readonly string[] {
  const column = Object.hasOwn(columns, name) ? columns[name] : undefined;
  return column === undefined
    ? Array.from({ length: rows }, (_, row) => String(row + 1))
    : column.map((id) => id?.trim() ?? '');
}
