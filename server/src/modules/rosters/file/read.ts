import { open, readFile } from 'node:fs/promises';
import { type FileAccess, readClear } from '#platform/files';
import { FILE_LIMITS, type FileLimits, identifyFile, identifyText, looksLikeText } from './guard.ts';
import { FileProblem } from './problem.ts';
import { csvRows } from './read-csv.ts';
import { sheetRows } from './read-xlsx.ts';
import type { RawRow } from './row.ts';
import { readWorkbookParts } from './workbook.ts';

/** A tab of the workbook; `hidden` ones are not read, only named, since their owner does not see them either. */
export type SheetInfo = Readonly<{ name: string; hidden: boolean }>;

/** A roster file that was recognised and can be read row by row. */
export type RosterFile = Readonly<{
  kind: 'xlsx' | 'csv';
  /** In the order of the tabs; a CSV file has one sheet without a name. */
  sheets: readonly SheetInfo[];
  /** True for workbooks whose dates count from 1904; concerns numbers in cells without a date format. */
  date1904: boolean;
  /**
   * The rows of all visible sheets, in order; of each sheet the first `perSheet` only, where that is told. Errors as
   * `openRosterFile`, at the row where they are met.
   */
  rows(perSheet?: number): AsyncGenerator<RawRow, void, undefined>;
}>;

/** The bytes of a file, its path, or what it takes to read it where it lies sealed. */
export type FileSource = Uint8Array | string | FileAccess;

/**
 * Recognises a roster file by its content. A text file that lies sealed is read piece by piece; everything else whole, which
 * `limits` bound.
 *
 * @throws FileProblem see `FileProblemCode`
 */
export async function openRosterFile(
  source: FileSource,
  limits: FileLimits = FILE_LIMITS,
): Promise<RosterFile> {
  if (typeof source !== 'string' && !(source instanceof Uint8Array)) {
    const chunks = () => readClear(source);
    const [start = new Uint8Array()] = chunks();
    if (looksLikeText(start)) {
      if (source.size > limits.textBytes) throw tooLarge(source.size, limits.textBytes);
      return textFile(chunks, limits);
    }
    if (source.size > limits.bytes) throw tooLarge(source.size, limits.bytes);
    return openRosterFile(Buffer.concat([...chunks()]), limits);
  }
  const bytes = typeof source === 'string' ? await bytesOf(source, limits) : source;
  const file = identifyFile(bytes, limits);
  if (file.kind === 'csv') return textFile(() => [bytes], limits);
  const book = await readWorkbookParts(bytes, file.entries);
  return {
    kind: 'xlsx',
    sheets: book.sheets.map(({ name, hidden }) => ({ name, hidden })),
    date1904: book.date1904,
    async *rows(perSheet) {
      for (const sheet of book.sheets) {
        if (!sheet.hidden) yield* first(sheetRows(bytes, file.entries, book, sheet, limits), perSheet);
      }
    },
  };
}

function textFile(chunks: () => Iterable<Uint8Array>, limits: FileLimits): RosterFile {
  const form = identifyText(chunks);
  return {
    kind: 'csv',
    sheets: [{ name: '', hidden: false }],
    date1904: false,
    async *rows(perSheet) {
      yield* first(csvRows(chunks, form, limits), perSheet);
    },
  };
}

function tooLarge(bytes: number, limit: number): FileProblem {
  return new FileProblem('file.tooLarge', { bytes, limit });
}

type Rows = Iterable<RawRow> | AsyncIterable<RawRow>;

/** Every row passes through no more hands than it must: a whole file is not counted. */
function first(rows: Rows, most: number | undefined): Rows {
  return most === undefined ? rows : counted(rows, most);
}

async function* counted(rows: Rows, most: number): AsyncGenerator<RawRow, void, undefined> {
  let count = 0;
  for await (const row of rows) {
    yield row;
    count += 1;
    if (count >= most) return;
  }
}

/** The rows of all visible sheets of a roster file; see `openRosterFile` for its errors. */
export async function* readRosterFile(
  source: FileSource,
  limits: FileLimits = FILE_LIMITS,
): AsyncGenerator<RawRow, void, undefined> {
  const file = await openRosterFile(source, limits);
  yield* file.rows();
}

async function bytesOf(path: string, limits: FileLimits): Promise<Uint8Array> {
  const handle = await open(path);
  try {
    const { size } = await handle.stat();
    if (size > limits.textBytes) throw tooLarge(size, limits.textBytes);
    return await readFile(handle);
  } finally {
    await handle.close();
  }
}
