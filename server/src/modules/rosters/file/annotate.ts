import type { Language } from '@payung/kernel';
import { xlsxBytes } from '#platform/spreadsheet';
import { type Finding, rowNotes } from './annotate-notes.ts';
import { LIVE_PARTS, type PackageParts, withoutLiveParts, withSheet } from './annotate-package.ts';
import { type RowNote, type SheetNotes, SheetRewriter } from './annotate-sheet.ts';
import { StyleSheet } from './annotate-styles.ts';
import { summarySheet } from './annotate-summary.ts';
import { ANNOTATE_TEXTS, isResultHeader } from './annotate-texts.ts';
import { Deflater } from './deflater.ts';
import { FILE_LIMITS, identifyFile } from './guard.ts';
import { SUMMARY_MARK } from './interpret.ts';
import { FileProblem } from './problem.ts';
import { openRosterFile } from './read.ts';
import { sheetRows } from './read-xlsx.ts';
import { cellText, type RawRow } from './row.ts';
import { safeCell } from './safe-cell.ts';
import { readWorkbookParts, relationships, type SheetPart, type WorkbookParts } from './workbook.ts';
import { XmlScanner } from './xml.ts';
import { entryChunks, entryText, ZipBuilder, type ZipEntry } from './zip.ts';

export type { Finding };

/** What the summary sheet says and where the headers of the result columns go. */
export type AnnotateOptions = Readonly<{
  language: Language;
  fileName: string;
  /** When the file was checked, as it is to be shown. */
  checkedAt: string;
  /** Last header row by sheet name; sheets without one get the results without headers. */
  headerRows: ReadonlyMap<string, number>;
}>;

/** The tab that holds the rows of a CSV file. */
const CSV_SHEET = 'Data';

/**
 * The user's own workbook with three more columns (result, reason, remedy), offending cells coloured, and a
 * summary sheet. Formats, widths, filters and hidden sheets stay; formulas become values, and macros and links to
 * other files are left out, so that nothing runs on the machine of whoever opens it next.
 *
 * A CSV comes back as XLSX: opening a CSV, Excel turns every NIK into 5.3E+15, and the corrected file would come
 * back ruined; here the cells are text.
 *
 * @throws FileProblem as `openRosterFile`
 */
export async function annotateWorkbook(
  original: Uint8Array,
  findings: Iterable<Finding> | AsyncIterable<Finding>,
  options: AnnotateOptions,
): Promise<Uint8Array> {
  const kind = identifyFile(original).kind;
  const bytes = kind === 'csv' ? await workbookOfCsv(original) : original;
  const file = identifyFile(bytes);
  if (file.kind !== 'xlsx') throw new FileProblem('file.damaged');
  const { entries } = file;
  const book = await readWorkbookParts(bytes, entries);
  const bySheet = await rowNotes(findings, options.language, kind === 'csv' ? CSV_SHEET : undefined);

  const target = new ZipBuilder();
  const stylesPart = await partOfType(bytes, entries, 'styles');
  const styles = new StyleSheet(stylesPart === undefined ? '' : await entryText(bytes, stylesPart));
  const rewritten = new Set<string>();
  let summaryPart: string | undefined;
  for (const sheet of book.sheets) {
    const scan = await scanSheet(bytes, entries, book, sheet);
    rewritten.add(sheet.part);
    if (scan.isSummary && summaryPart === undefined) {
      summaryPart = sheet.part;
      continue;
    }
    const rows = bySheet.get(sheet.name)?.rows;
    const notes =
      rows === undefined || sheet.hidden
        ? undefined
        : sheetNotes(rows, scan, options.headerRows.get(kind === 'csv' ? '' : sheet.name), options.language);
    await copySheet(bytes, entries, sheet, new SheetRewriter(notes, styles), target);
  }

  const counts = new Map([...bySheet].map(([sheet, { verdicts }]) => [sheet, verdicts] as const));
  const summary = summarySheet(options, counts);
  target.add(summaryPart ?? `xl/${newSheetPart(entries)}`, summary);
  const lists = await packageParts(bytes, entries);
  const changed = Object.entries(
    summaryPart === undefined ? withSheet(lists, freeName(book), newSheetPart(entries)) : lists,
  ) as [keyof PackageParts, string][];
  for (const [list, xml] of changed) {
    target.add(LIST_PARTS[list], xml);
    rewritten.add(LIST_PARTS[list]);
  }
  if (stylesPart !== undefined) {
    target.add(stylesPart.name, styles.toXml());
    rewritten.add(stylesPart.name);
  }
  for (const entry of entries.values()) {
    if (!rewritten.has(entry.name) && !LIVE_PARTS.test(entry.name)) target.copy(bytes, entry);
  }
  return target.build();
}

const LIST_PARTS: Readonly<Record<keyof PackageParts, string>> = {
  contentTypes: '[Content_Types].xml',
  workbook: 'xl/workbook.xml',
  workbookRelationships: 'xl/_rels/workbook.xml.rels',
};

async function packageParts(
  bytes: Uint8Array,
  entries: ReadonlyMap<string, ZipEntry>,
): Promise<PackageParts> {
  const text = async (list: keyof PackageParts): Promise<string> => {
    const entry = entries.get(LIST_PARTS[list]);
    if (entry === undefined) throw new FileProblem('file.damaged', { part: LIST_PARTS[list] });
    return entryText(bytes, entry);
  };
  return withoutLiveParts({
    contentTypes: await text('contentTypes'),
    workbook: await text('workbook'),
    workbookRelationships: await text('workbookRelationships'),
  });
}

async function partOfType(
  bytes: Uint8Array,
  entries: ReadonlyMap<string, ZipEntry>,
  type: string,
): Promise<ZipEntry | undefined> {
  const list = entries.get(LIST_PARTS.workbookRelationships);
  if (list === undefined) return undefined;
  const target = [...relationships(await entryText(bytes, list), 'xl').values()].find(
    (relationship) => relationship.type === type,
  );
  return target === undefined ? undefined : entries.get(target.path);
}

type SheetScan = Readonly<{
  width: number;
  isSummary: boolean;
  headers: ReadonlyMap<number, ReadonlyMap<number, string>>;
}>;

/** Reads a sheet once before it is rewritten: how wide it is, and whether our columns are there already. */
async function scanSheet(
  bytes: Uint8Array,
  entries: ReadonlyMap<string, ZipEntry>,
  book: WorkbookParts,
  sheet: SheetPart,
): Promise<SheetScan> {
  let width = 0;
  let isSummary = false;
  let isFirst = true;
  const headers = new Map<number, Map<number, string>>();
  for await (const { row, cells, marks } of sheetRows(bytes, entries, book, sheet, FILE_LIMITS)) {
    if (isFirst) isSummary = cellText(cells[0]) === SUMMARY_MARK;
    isFirst = false;
    // A formula never computed has no value yet, but its text will stand there.
    width = Math.max(width, cells.length, ...(marks ?? []).map(({ column }) => column + 1));
    for (const [column, cell] of cells.entries()) {
      if (typeof cell !== 'string' || !isResultHeader(cell)) continue;
      const found = headers.get(row);
      if (found === undefined) headers.set(row, new Map([[column, cell]]));
      else found.set(column, cell);
    }
  }
  return { width, isSummary, headers };
}

function sheetNotes(
  rows: Map<number, RowNote>,
  scan: SheetScan,
  headerRow: number | undefined,
  language: Language,
): SheetNotes {
  if (headerRow === undefined) return { firstColumn: scan.width, rows };
  const ours = [...(scan.headers.get(headerRow)?.keys() ?? [])];
  // Three of our headers side by side at the right end: the file was given back before.
  const isReturned = ours.length === 3 && ours[2] === scan.width - 1 && ours[0] === scan.width - 3;
  const all = new Map(rows);
  all.set(headerRow, { texts: ANNOTATE_TEXTS[language].columns, cells: [] });
  return { firstColumn: isReturned ? scan.width - 3 : scan.width, rows: all };
}

async function copySheet(
  bytes: Uint8Array,
  entries: ReadonlyMap<string, ZipEntry>,
  sheet: SheetPart,
  rewriter: SheetRewriter,
  target: ZipBuilder,
): Promise<void> {
  const entry = entries.get(sheet.part);
  if (entry === undefined) return;
  const scanner = new XmlScanner(rewriter);
  const decoder = new TextDecoder();
  const deflater = new Deflater();
  for await (const chunk of entryChunks(bytes, entry)) {
    scanner.feed(decoder.decode(chunk, { stream: true }));
    await deflater.write(rewriter.take());
  }
  scanner.end();
  const { crc, size, packed } = await deflater.end(rewriter.take());
  target.addCompressed(sheet.part, 8, crc, size, packed);
}

function newSheetPart(entries: ReadonlyMap<string, ZipEntry>): string {
  let part = 'worksheets/payung.xml';
  for (let count = 2; entries.has(`xl/${part}`); count += 1) part = `worksheets/payung${count}.xml`;
  return part;
}

function freeName(book: WorkbookParts): string {
  const taken = new Set(book.sheets.map(({ name }) => name.toLowerCase()));
  let name = 'Payung';
  for (let count = 2; taken.has(name.toLowerCase()); count += 1) name = `Payung ${count}`;
  return name;
}

/** The rows of a CSV as a workbook of text cells, every row at its own number. */
async function workbookOfCsv(bytes: Uint8Array): Promise<Uint8Array> {
  const file = await openRosterFile(bytes);
  const lines = textLines(file.rows());
  const first = await lines.next();
  const parts: Buffer[] = [];
  const header = first.done === true ? [] : first.value.map((cell) => cell ?? '');
  for await (const part of xlsxBytes(CSV_SHEET, header, batchesOf(lines))) parts.push(part);
  return Buffer.concat(parts);
}

/** The rows as texts, each in its place: lines that say nothing are rows, too. */
async function* textLines(rows: AsyncIterable<RawRow>): AsyncGenerator<(string | null)[]> {
  let next = 1;
  for await (const { row, cells } of rows) {
    for (; next < row; next += 1) yield [];
    yield cells.map((cell) => (cell === null ? null : safeCell(String(cell))));
    next += 1;
  }
}

async function* batchesOf<T>(lines: AsyncIterable<T>): AsyncGenerator<T[]> {
  let batch: T[] = [];
  for await (const line of lines) {
    batch.push(line);
    if (batch.length < 1_000) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}
