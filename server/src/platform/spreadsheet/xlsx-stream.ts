import { pipeline, Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';
import type { TableCell } from './cells.ts';

/** Rows of a sheet that Excel opens, its heading among them. */
export const sheetRows = 1_048_576;

interface Entry {
  readonly path: string;
  readonly offset: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
}

/**
 * A workbook of these rows as its bytes, with no more of it in memory than a batch. What does not fit on one sheet goes on, under
 * the same heading, on the next.
 *
 * @param limit rows of a sheet, for tests
 */
export async function* xlsxBytes(
  name: string,
  header: readonly string[],
  rows: AsyncIterable<readonly (readonly TableCell[])[]>,
  limit = sheetRows,
): AsyncGenerator<Buffer> {
  const entries: Entry[] = [];
  let offset = 0;
  async function* entry(
    path: string,
    content: AsyncIterable<string> | Iterable<string>,
  ): AsyncGenerator<Buffer> {
    const at = offset;
    const head = Buffer.concat([localHead(path), Buffer.from(path)]);
    offset += head.byteLength;
    yield head;
    const sum = { crc: 0, size: 0 };
    let packed = 0;
    // What goes wrong while rows are read comes out of the iteration, and nowhere else.
    const packer = pipeline(
      Readable.from(measured(content, sum)),
      createDeflateRaw({ level: 4 }),
      () => undefined,
    );
    for await (const chunk of packer) {
      packed += chunk.byteLength;
      yield chunk;
    }
    const tail = Buffer.alloc(16);
    tail.writeUInt32LE(0x08074b50, 0);
    tail.writeUInt32LE(sum.crc, 4);
    tail.writeUInt32LE(packed, 8);
    tail.writeUInt32LE(sum.size, 12);
    offset += packed + tail.byteLength;
    entries.push({ path, offset: at, packed, ...sum });
    yield tail;
  }

  const lines = linesOf(rows);
  let line = await lines.next();
  let sheets = 0;
  do {
    sheets += 1;
    yield* entry(
      `xl/worksheets/sheet${sheets}.xml`,
      (async function* () {
        yield `${sheetHead}${rowXml(header, 1, ' s="1"')}`;
        for (let row = 2; row <= limit && line.done !== true; row += 1) {
          yield rowXml(line.value, row, '');
          line = await lines.next();
        }
        yield '</sheetData></worksheet>';
      })(),
    );
  } while (line.done !== true);
  const numbers = Array.from({ length: sheets }, (_, n) => n + 1);
  const titles = numbers.map((n) => (n === 1 ? name.slice(0, 31) : `${name.slice(0, 27)} ${n}`));
  yield* entry('xl/workbook.xml', [workbookXml(titles)]);
  yield* entry('xl/_rels/workbook.xml.rels', [relationsXml(numbers)]);
  yield* entry('xl/styles.xml', [stylesXml]);
  yield* entry('_rels/.rels', [rootRelations]);
  yield* entry('[Content_Types].xml', [typesXml(numbers)]);

  const directory = Buffer.concat(entries.map(directoryEntry));
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.byteLength, 12);
  end.writeUInt32LE(offset, 16);
  yield Buffer.concat([directory, end]);
}

async function* linesOf<T>(batches: AsyncIterable<readonly T[]>): AsyncGenerator<T> {
  for await (const batch of batches) yield* batch;
}

/** Text in pieces that are worth packing, measured as they pass. */
async function* measured(
  content: AsyncIterable<string> | Iterable<string>,
  sum: { crc: number; size: number },
): AsyncGenerator<Buffer> {
  let text = '';
  const piece = () => {
    const bytes = Buffer.from(text);
    text = '';
    sum.crc = crc32(bytes, sum.crc);
    sum.size += bytes.byteLength;
    return bytes;
  };
  for await (const part of content) {
    text += part;
    if (text.length > 65_536) yield piece();
  }
  if (text !== '') yield piece();
}

function rowXml(cells: readonly TableCell[], row: number, style: string): string {
  const inner = cells.map((cell) => {
    if (cell === null || cell === '') return '<c/>';
    if (typeof cell === 'number') return `<c${style}><v>${cell}</v></c>`;
    if (typeof cell === 'boolean') return `<c t="b"><v>${Number(cell)}</v></c>`;
    return `<c t="inlineStr"${style}><is><t xml:space="preserve">${escapeXml(cell)}</t></is></c>`;
  });
  return `<row r="${row}">${inner.join('')}</row>`;
}

function escapeXml(text: string): string {
  return (
    text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: XML knows no such characters
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
  );
}

function localHead(path: string): Buffer {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  zipFields(head, 4);
  head.writeUInt16LE(Buffer.byteLength(path), 26);
  return head;
}

function directoryEntry({ path, offset, crc, packed, size }: Entry): Buffer {
  const head = Buffer.alloc(46);
  head.writeUInt32LE(0x02014b50, 0);
  head.writeUInt16LE(20, 4);
  zipFields(head, 6);
  head.writeUInt32LE(crc, 16);
  head.writeUInt32LE(packed, 20);
  head.writeUInt32LE(size, 24);
  head.writeUInt16LE(Buffer.byteLength(path), 28);
  head.writeUInt32LE(offset, 42);
  return Buffer.concat([head, Buffer.from(path)]);
}

/** Version, sizes after the content, deflated; the first day a ZIP can say, because nothing rests on it. */
function zipFields(head: Buffer, at: number): void {
  head.writeUInt16LE(20, at);
  head.writeUInt16LE(0x0808, at + 2);
  head.writeUInt16LE(8, at + 4);
  head.writeUInt16LE(0x21, at + 8);
}

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const media = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const sheetHead = `${xml}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15" defaultColWidth="18"/><sheetData>`;
const stylesXml = `${xml}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf fontId="1" applyFont="1"/></cellXfs></styleSheet>`;
const rootRelations = `${xml}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

function workbookXml(titles: readonly string[]): string {
  const sheets = titles.map(
    (title, n) =>
      `<sheet name="${escapeXml(title.replace(/[[\]:*?/\\]/g, ' '))}" sheetId="${n + 1}" r:id="rId${n + 1}"/>`,
  );
  return `${xml}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheets.join('')}</sheets></workbook>`;
}

function relationsXml(numbers: readonly number[]): string {
  const sheets = numbers.map(
    (n) => `<Relationship Id="rId${n}" Type="${office}/worksheet" Target="worksheets/sheet${n}.xml"/>`,
  );
  const styles = `<Relationship Id="rId${numbers.length + 1}" Type="${office}/styles" Target="styles.xml"/>`;
  return `${xml}<Relationships xmlns="${packages}/relationships">${sheets.join('')}${styles}</Relationships>`;
}

function typesXml(numbers: readonly number[]): string {
  const part = (path: string, type: string) =>
    `<Override PartName="/xl/${path}" ContentType="${media}.${type}+xml"/>`;
  const sheets = numbers.map((n) => part(`worksheets/sheet${n}.xml`, 'worksheet'));
  return `${xml}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${part('workbook.xml', 'sheet.main')}${part('styles.xml', 'styles')}${sheets.join('')}</Types>`;
}
