import { ZipBuilder } from '../zip.ts';

/** A sheet of a workbook made by hand: its XML between `<worksheet>` and `</worksheet>`. */
export type MadeSheet = Readonly<{ name: string; xml: string; state?: 'hidden' | 'veryHidden' }>;

/** What a test wants to be special about a workbook. */
export type MadeWorkbook = Readonly<{
  sheets: readonly MadeSheet[];
  date1904?: boolean;
  /** `<si>` elements. */
  sharedStrings?: string;
  /** Number format codes; style 1 uses the first, style 2 the second. Style 0 is General. */
  formats?: readonly string[];
  /** Further parts, such as macros. */
  parts?: Readonly<Record<string, string>>;
  /** Further overrides in the content types and relationships of the workbook. */
  contentTypes?: string;
  workbookRelationships?: string;
  /** Further elements at the end of workbook.xml. */
  workbookXml?: string;
}>;

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** The parts of a workbook just as Excel lays them out, small enough to read in a test. */
export function makeParts(book: MadeWorkbook): Map<string, string> {
  const sheets = book.sheets.map(({ name, state }, index) => {
    const shown = state === undefined ? '' : ` state="${state}"`;
    return `<sheet name="${name}" sheetId="${index + 1}"${shown} r:id="rId${index + 1}"/>`;
  });
  const relationship = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${RELATIONSHIPS}/${type}" Target="${target}"/>`;
  const formats = book.formats ?? [];
  const parts = new Map<string, string>([
    [
      '[Content_Types].xml',
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${book.sheets.map((_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`).join('')}<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>${book.contentTypes ?? ''}</Types>`,
    ],
    [
      '_rels/.rels',
      `<Relationships xmlns="${PACKAGE}/relationships">${relationship('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><workbookPr${book.date1904 === true ? ' date1904="1"' : ''}/><sheets>${sheets.join('')}</sheets>${book.workbookXml ?? ''}</workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${PACKAGE}/relationships">${book.sheets.map((_, index) => relationship(`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`)).join('')}${relationship('rIdStyles', 'styles', 'styles.xml')}${relationship('rIdStrings', 'sharedStrings', 'sharedStrings.xml')}${book.workbookRelationships ?? ''}</Relationships>`,
    ],
    [
      'xl/styles.xml',
      `<styleSheet xmlns="${MAIN}"><numFmts count="${formats.length}">${formats.map((code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${code}"/>`).join('')}</numFmts><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="${formats.length + 1}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>${formats.map((_, index) => `<xf numFmtId="${164 + index}" fontId="0" fillId="0" borderId="0" applyNumberFormat="1"><alignment horizontal="left"/></xf>`).join('')}</cellXfs></styleSheet>`,
    ],
    ['xl/sharedStrings.xml', `<sst xmlns="${MAIN}">${book.sharedStrings ?? ''}</sst>`],
    ...book.sheets.map(
      ({ xml }, index) =>
        [`xl/worksheets/sheet${index + 1}.xml`, `<worksheet xmlns="${MAIN}">${xml}</worksheet>`] as const,
    ),
    ...Object.entries(book.parts ?? {}),
  ]);
  return parts;
}

/** A workbook from its parts. */
export function zipOf(parts: Iterable<readonly [string, string | Uint8Array]>): Uint8Array {
  const zip = new ZipBuilder();
  for (const [name, content] of parts) zip.add(name, content);
  return zip.build();
}

/** A workbook made by hand. */
export function makeXlsx(book: MadeWorkbook): Uint8Array {
  return zipOf(makeParts(book));
}

/** Rows of inline texts as sheet data, from row 1; empty texts leave the cell out. */
export function textRows(rows: readonly (readonly string[])[]): string {
  const cell = (text: string): string =>
    text === '' ? '<c/>' : `<c t="inlineStr"><is><t>${text}</t></is></c>`;
  return `<sheetData>${rows.map((row, index) => `<row r="${index + 1}">${row.map(cell).join('')}</row>`).join('')}</sheetData>`;
}

/** Everything an async iterable gives. */
export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
