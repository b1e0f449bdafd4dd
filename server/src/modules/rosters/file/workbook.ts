import { type NumberFormat, numberFormats } from './number-format.ts';
import { FileProblem } from './problem.ts';
import { attribute, decodeExcelText, unescapeXml, XmlScanner, type XmlSink } from './xml.ts';
import type { ZipEntry } from './zip.ts';
import { entryChunks, entryText } from './zip.ts';

/** One sheet of a workbook in the order of its tabs; `part` is its path in the archive. */
export type SheetPart = Readonly<{ name: string; hidden: boolean; part: string }>;

/** What must be known before the first row of a workbook can be read. */
export type WorkbookParts = Readonly<{
  sheets: readonly SheetPart[];
  /** Dates count from 1904-01-01 (old Excel for Mac) instead of 1900. */
  date1904: boolean;
  /** Texts that cells point to by number. */
  sharedStrings: readonly string[];
  /** What a cell's style index says about showing its number. */
  formats: readonly NumberFormat[];
}>;

const NOTHING: XmlSink = { open() {}, close() {}, text() {}, other() {} };

/** Every element of a small part, as `[name, raw tag]`. */
function elementsOf(xml: string): [name: string, raw: string][] {
  const found: [string, string][] = [];
  const scanner = new XmlScanner({ ...NOTHING, open: (name, raw) => found.push([name, raw]) });
  scanner.feed(xml.replace(/^\ufeff/, ''));
  scanner.end();
  return found;
}

/** Reads everything of a workbook but its sheets. */
export async function readWorkbookParts(
  archive: Uint8Array,
  entries: ReadonlyMap<string, ZipEntry>,
): Promise<WorkbookParts> {
  const text = async (name: string): Promise<string | undefined> => {
    const entry = entries.get(name);
    return entry === undefined ? undefined : entryText(archive, entry);
  };
  const targets = relationships((await text('xl/_rels/workbook.xml.rels')) ?? '', 'xl');
  const workbook = elementsOf((await text('xl/workbook.xml')) ?? '');
  const properties = workbook.find(([name]) => name === 'workbookPr')?.[1] ?? '';
  const sheets = workbook
    .filter(([name]) => name === 'sheet')
    .map(([, raw]): SheetPart => {
      const target = targets.get(attribute(raw, 'id') ?? '');
      const sheet = attribute(raw, 'name') ?? '';
      return {
        name: sheet,
        hidden: (attribute(raw, 'state') ?? 'visible') !== 'visible',
        part: target?.path ?? '',
      };
    })
    // Chart sheets have no rows and live in another folder.
    .filter((sheet) => !sheet.part.includes('chartsheets/'));
  for (const sheet of sheets) {
    if (!entries.has(sheet.part)) throw new FileProblem('file.damaged', { sheet: sheet.name });
  }
  const path = (type: string): string =>
    [...targets.values()].find((target) => target.type === type)?.path ?? '';
  const strings = entries.get(path('sharedStrings'));
  const date1904 = ['1', 'true'].includes(attribute(properties, 'date1904') ?? '');
  return {
    sheets,
    date1904,
    sharedStrings: strings === undefined ? [] : await readSharedStrings(archive, strings),
    formats: numberFormats((await text(path('styles'))) ?? ''),
  };
}

/** Relationship id → type (its last word) and path inside the archive, relative targets resolved against `folder`. */
export function relationships(
  xml: string,
  folder: string,
): Map<string, Readonly<{ type: string; path: string }>> {
  const targets = new Map<string, Readonly<{ type: string; path: string }>>();
  for (const [name, raw] of elementsOf(xml)) {
    if (name !== 'Relationship' || attribute(raw, 'TargetMode') === 'External') continue;
    const target = attribute(raw, 'Target') ?? '';
    const steps = target.startsWith('/') ? [] : folder.split('/');
    for (const step of target.replace(/^\//, '').split('/')) {
      if (step === '..') steps.pop();
      else if (step !== '.') steps.push(step);
    }
    targets.set(attribute(raw, 'Id') ?? '', {
      type: attribute(raw, 'Type')?.split('/').at(-1) ?? '',
      path: steps.join('/'),
    });
  }
  return targets;
}

async function readSharedStrings(archive: Uint8Array, entry: ZipEntry): Promise<string[]> {
  const strings: string[] = [];
  let current = '';
  let inText = false;
  let phonetic = false;
  const scanner = new XmlScanner({
    ...NOTHING,
    open(name, _raw, empty) {
      if (name === 'si') {
        current = '';
        if (empty) strings.push('');
      } else if (name === 't') inText = !empty && !phonetic;
      else if (name === 'rPh') phonetic = !empty;
    },
    text(raw, cdata) {
      if (inText) current += cdata ? raw : unescapeXml(raw);
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') phonetic = false;
      else if (name === 'si') strings.push(decodeExcelText(current));
    },
  });
  const decoder = new TextDecoder();
  for await (const chunk of entryChunks(archive, entry)) {
    scanner.feed(decoder.decode(chunk, { stream: true }));
  }
  scanner.end();
  return strings;
}
