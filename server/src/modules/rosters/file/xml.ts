import { FileProblem } from './problem.ts';

/** Receives the pieces of an XML document in order; `raw` is the text exactly as it stands in the file. */
export type XmlSink = Readonly<{
  /** `name` without its prefix; an empty element `<x/>` opens with `empty` and is not closed. */
  open(name: string, raw: string, empty: boolean): void;
  close(name: string, raw: string): void;
  /** Character data; `raw` still holds its entities unless it was a CDATA section. */
  text(raw: string, cdata: boolean): void;
  /** Comments and processing instructions. */
  other(raw: string): void;
}>;

/**
 * A piece of markup or text longer than this is no spreadsheet: a cell holds at most 32,767 characters, six
 * bytes each when all are escaped. Without a bound one endless text would be copied at every chunk.
 */
const LONGEST_PIECE = 1_000_000;

/**
 * Cuts an XML document into pieces as its text arrives, holding at most one unfinished piece.
 *
 * Just what the parts of a workbook need: no validation, and no DTD at all, since entity definitions are how
 * XML is made to explode. hucre's own parser is not exported, and its row stream tells neither formulas, nor
 * number formats, nor what Excel hides, and runs ahead of its reader.
 *
 * @throws FileProblem file.damaged when a document type is declared or the document ends inside a piece
 */
export class XmlScanner {
  readonly #sink: XmlSink;
  #rest = '';

  constructor(sink: XmlSink) {
    this.#sink = sink;
  }

  /** Takes the next part of the document, of any length. */
  feed(chunk: string): void {
    const text = this.#rest + chunk;
    let at = 0;
    for (;;) {
      const next = text.charCodeAt(at) === 60 ? this.#markup(text, at) : this.#characters(text, at);
      if (next < 0) break;
      at = next;
    }
    this.#rest = text.slice(at);
    if (this.#rest.length > LONGEST_PIECE) throw new FileProblem('file.damaged', { found: 'endless text' });
  }

  /** Says that the document is complete. */
  end(): void {
    if (this.#rest.trim() !== '') throw new FileProblem('file.damaged', { found: 'unfinished XML' });
  }

  /** Where the text ends that starts at `at`; −1 while its end has not arrived. */
  #characters(text: string, at: number): number {
    const end = text.indexOf('<', at);
    if (end < 0) return -1;
    this.#sink.text(text.slice(at, end), false);
    return end;
  }

  #markup(text: string, at: number): number {
    const second = text.charCodeAt(at + 1);
    if (second === 33) return this.#declaration(text, at);
    if (second === 63) return this.#until(text, at, '?>', (raw) => this.#sink.other(raw));
    const end = tagEnd(text, at);
    if (end < 0) return -1;
    const raw = text.slice(at, end + 1);
    if (second === 47) this.#sink.close(localName(raw, 2), raw);
    else this.#sink.open(localName(raw, 1), raw, raw.endsWith('/>'));
    return end + 1;
  }

  #declaration(text: string, at: number): number {
    if (text.length < at + 9) return -1;
    if (text.startsWith('<!--', at)) return this.#until(text, at, '-->', (raw) => this.#sink.other(raw));
    if (text.startsWith('<![CDATA[', at)) {
      return this.#until(text, at, ']]>', (raw) => this.#sink.text(raw.slice(9, -3), true));
    }
    throw new FileProblem('file.damaged', { found: 'document type' });
  }

  #until(text: string, at: number, closing: string, emit: (raw: string) => void): number {
    const end = text.indexOf(closing, at);
    if (end < 0) return -1;
    emit(text.slice(at, end + closing.length));
    return end + closing.length;
  }
}

/** The `>` that ends a tag; one inside a quoted attribute is allowed by XML and does not end it. */
function tagEnd(text: string, at: number): number {
  let end = text.indexOf('>', at);
  while (end >= 0 && insideQuotes(text, at, end)) end = text.indexOf('>', end + 1);
  return end;
}

function insideQuotes(text: string, from: number, to: number): boolean {
  let quote = 0;
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (quote === 0 ? code === 34 || code === 39 : code === quote) quote = quote === 0 ? code : 0;
  }
  return quote !== 0;
}

function localName(raw: string, from: number): string {
  let start = from;
  let at = from;
  for (; at < raw.length; at += 1) {
    const code = raw.charCodeAt(at);
    if (code === 58) start = at + 1;
    else if (code <= 32 || code === 47 || code === 62) break;
  }
  return raw.slice(start, at);
}

const patterns = new Map<string, RegExp>();

/** The value of an attribute of a raw tag, entities resolved; undefined if it has none. Prefixes are ignored. */
export function attribute(raw: string, name: string): string | undefined {
  let pattern = patterns.get(name);
  if (pattern === undefined) {
    pattern = new RegExp(`\\s(?:[\\w.-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
    patterns.set(name, pattern);
  }
  const match = pattern.exec(raw);
  return match === null ? undefined : unescapeXml(match[1] ?? match[2] ?? '');
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Resolves the five named entities and numeric references; anything else stays as it is. */
export function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#x([\da-f]{1,6})|#(\d{1,7})|(lt|gt|amp|quot|apos));/gi,
    (whole, hex, dec, name) => {
      if (name !== undefined) return NAMED[String(name).toLowerCase()] ?? whole;
      const code = hex === undefined ? Number(dec) : Number.parseInt(String(hex), 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

/** Makes text safe inside XML elements and attributes; characters that XML cannot carry at all become U+FFFD. */
export function escapeXml(text: string): string {
  return (
    text
      .toWellFormed()
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly the characters XML 1.0 forbids
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
      .replaceAll('\r', '&#13;')
  );
}

/** Resolves `_x000D_`, the way Excel writes characters that XML cannot carry. */
export function decodeExcelText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([\da-f]{4})_/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}
