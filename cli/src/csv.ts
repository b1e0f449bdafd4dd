import { createReadStream } from 'node:fs';
import { PassThrough, type Readable } from 'node:stream';
import papaparse from 'papaparse';

/** The records of a CSV file, those of each piece read together; the file is read no faster than they are taken. */
export function recordsIn(path: string): Readable {
  const records = new PassThrough({ objectMode: true, highWaterMark: 1 });
  const source = createReadStream(path);
  // By chunk and not by row: papaparse takes a time that grows with the square of a chunk to give one row after the other.
  papaparse.parse<string[]>(source, {
    skipEmptyLines: true,
    chunk({ data }, parser) {
      parser.pause();
      records.write(data, () => parser.resume());
    },
    complete: () => records.end(),
    error: (error) => records.destroy(error),
  });
  return records;
}

/** Names of columns as their file's first line gives them; a byte order mark before the first is no part of it. */
export function namesIn(header: readonly string[]): string[] {
  return header.map((name) => name.replace(/^\ufeff/, '').trim());
}

/** A cell as RFC 4180 writes it, which no spreadsheet computes. */
export function textCell(text: string): string {
  return text === '' ? '' : papaparse.unparse([[text]], { escapeFormulae: true });
}
