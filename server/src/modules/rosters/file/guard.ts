import { isAscii, isUtf8 } from 'node:buffer';
import { FileProblem } from './problem.ts';
import { readZipDirectory, type ZipEntry } from './zip.ts';

/** Text encodings in which Indonesian offices save CSV. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** What a file turned out to be by its bytes; its name is never trusted. */
type FileKind = Readonly<{ kind: 'xlsx'; entries: ReadonlyMap<string, ZipEntry> }> | TextKind;

/** How a text file is written, and how many bytes of its beginning only say so. */
type TextKind = Readonly<{ kind: 'csv'; encoding: TextEncoding; skip: number }>;

/** How much a file may ask of the machine before it is refused; all sizes in bytes. */
export type FileLimits = Readonly<{
  /** A workbook as sent: it is read whole. */
  bytes: number;
  /** A text file as sent: it is read piece by piece. */
  textBytes: number;
  /** All parts of a workbook, decompressed. */
  unpackedBytes: number;
  /** Parts in a workbook. */
  entries: number;
  /** Decompressed ÷ compressed size of a part above 10 MB; deflate itself cannot pass 1032. */
  ratio: number;
  /** Columns that hold a value. */
  columns: number;
}>;

/**
 * A roster of 100,000 rows is about 7 MB and 80 MB unpacked, ratio 12, or 14 MB of text. Ten times that still passes; the
 * classic bombs (ratio near 1000, or a directory of gigabytes) do not.
 */
export const FILE_LIMITS: FileLimits = {
  bytes: 50_000_000,
  textBytes: 200_000_000,
  unpackedBytes: 1_000_000_000,
  entries: 5_000,
  ratio: 250,
  columns: 512,
};

/** Text of this length decides delimiters and hunts for bytes that no text has. */
const SAMPLE_BYTES = 65_536;

/**
 * Says what a file is, and refuses what cannot be a roster before any of it is decompressed.
 *
 * @throws FileProblem file.empty, file.tooLarge, file.notSpreadsheet (facts: `found`), file.oldExcel,
 *   file.encrypted, file.truncated, file.damaged, file.bomb
 */
export function identifyFile(bytes: Uint8Array, limits: FileLimits = FILE_LIMITS): FileKind {
  const isText = looksLikeText(bytes);
  const limit = isText ? limits.textBytes : limits.bytes;
  if (bytes.length > limit) throw new FileProblem('file.tooLarge', { bytes: bytes.length, limit });
  return isText ? identifyText(() => [bytes]) : { kind: 'xlsx', entries: workbookParts(bytes, limits) };
}

/**
 * False for a workbook; refuses what is neither.
 *
 * @param start the first bytes of the file, at least 2048 where it has as many
 * @throws FileProblem file.empty, file.notSpreadsheet, file.oldExcel, file.encrypted
 */
export function looksLikeText(start: Uint8Array): boolean {
  if (start.length === 0) throw new FileProblem('file.empty');
  if (startsWith(start, [0x50, 0x4b])) return false;
  if (startsWith(start, [0xd0, 0xcf, 0x11, 0xe0])) throw oldOfficeProblem(start);
  const found = foreignFormat(start);
  if (found !== undefined) throw new FileProblem('file.notSpreadsheet', { found });
  return true;
}

function startsWith(bytes: Uint8Array, prefix: readonly number[]): boolean {
  return prefix.every((byte, index) => bytes[index] === byte);
}

function workbookParts(bytes: Uint8Array, limits: FileLimits): ReadonlyMap<string, ZipEntry> {
  const entries = readZipDirectory(bytes);
  if (entries.length > limits.entries) {
    throw new FileProblem('file.bomb', { entries: entries.length, limit: limits.entries });
  }
  const unpacked = entries.reduce((total, entry) => total + entry.size, 0);
  const packed = entries.reduce((total, entry) => total + entry.compressedSize, 0);
  if (unpacked > limits.unpackedBytes) {
    throw new FileProblem('file.bomb', { unpacked, limit: limits.unpackedBytes });
  }
  // Entries that overlap share their bytes, the trick by which 42 kB claim petabytes.
  if (packed > bytes.length) throw new FileProblem('file.bomb', { unpacked });
  for (const entry of entries) {
    if (entry.size > 10_000_000 && entry.size > entry.compressedSize * limits.ratio) {
      throw new FileProblem('file.bomb', { part: entry.name, unpacked: entry.size, limit: limits.ratio });
    }
  }
  if (entries.some((entry) => entry.encrypted)) throw new FileProblem('file.encrypted');

  const parts = new Map(entries.map((entry) => [entry.name, entry]));
  if (parts.size !== entries.length) throw new FileProblem('file.damaged', { part: '[duplicate]' });
  if (parts.has('xl/workbook.xml')) return parts;
  throw new FileProblem('file.notSpreadsheet', { found: zipContent(parts) });
}

function zipContent(parts: ReadonlyMap<string, ZipEntry>): string {
  if (parts.has('xl/workbook.bin')) return 'xlsb';
  if (parts.has('word/document.xml')) return 'word';
  if (parts.has('ppt/presentation.xml')) return 'powerpoint';
  if (parts.has('mimetype')) return 'opendocument';
  return 'zip';
}

/** The OLE container of 1997-2003: names of the streams inside are UTF-16 and tell what wrote it. */
function oldOfficeProblem(bytes: Uint8Array): FileProblem {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const holds = (stream: string): boolean => text.includes(Buffer.from(stream, 'utf16le'));
  if (holds('EncryptedPackage')) return new FileProblem('file.encrypted');
  if (holds('WordDocument')) return new FileProblem('file.notSpreadsheet', { found: 'word' });
  if (holds('Workbook') || holds('Book')) return new FileProblem('file.oldExcel');
  return new FileProblem('file.notSpreadsheet', { found: 'ole' });
}

function foreignFormat(bytes: Uint8Array): string | undefined {
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) return 'pdf';
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47])) return 'image';
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'image';
  if (startsWith(bytes, [0x47, 0x49, 0x46, 0x38])) return 'image';
  if (startsWith(bytes, [0x52, 0x61, 0x72, 0x21])) return 'rar';
  if (startsWith(bytes, [0x37, 0x7a, 0xbc, 0xaf])) return '7z';
  if (startsWith(bytes, [0x1f, 0x8b])) return 'gzip';
  const start = Buffer.from(bytes.subarray(0, 2048)).toString('latin1').replace(/^ï»¿/, '').trimStart();
  // Web applications and SIAK print-outs save an HTML table under the name .xls.
  if (/^<(!doctype html|html|head|body|table|div|meta|style)\b/i.test(start)) return 'html';
  if (/^<\?xml|^</.test(start)) return /<html/i.test(start) ? 'html' : 'xml';
  if (/^\{\\rtf/.test(start)) return 'rtf';
  return undefined;
}

/**
 * Says how a text file is written.
 *
 * @param chunks its content from the beginning, each time it is called; the first chunk has 64 KiB where the file has as many
 * @throws FileProblem file.empty, file.notSpreadsheet, file.truncated
 */
export function identifyText(chunks: () => Iterable<Uint8Array>): TextKind {
  const [first = new Uint8Array()] = chunks();
  if (startsWith(first, [0xef, 0xbb, 0xbf])) return utf8(chunks(), 3);
  if (startsWith(first, [0xff, 0xfe])) return { kind: 'csv', encoding: 'utf-16le', skip: 2 };
  if (startsWith(first, [0xfe, 0xff])) return { kind: 'csv', encoding: 'utf-16be', skip: 2 };

  const sample = first.subarray(0, SAMPLE_BYTES);
  let zeros = 0;
  let zerosOnOdd = 0;
  let controls = 0;
  for (const [index, byte] of sample.entries()) {
    if (byte === 0) {
      zeros += 1;
      zerosOnOdd += index % 2;
    } else if (byte < 9 || (byte > 13 && byte < 32)) {
      controls += 1;
    }
  }
  if (zeros > sample.length * 0.3 && controls === 0) {
    // Latin text in UTF-16 has a zero in every second byte; which one tells the byte order.
    if (zerosOnOdd > zeros * 0.9) return { kind: 'csv', encoding: 'utf-16le', skip: 0 };
    if (zerosOnOdd < zeros * 0.1) return { kind: 'csv', encoding: 'utf-16be', skip: 0 };
  }
  if (zeros + controls > 0) throw new FileProblem('file.notSpreadsheet', { found: 'binary' });
  return utf8(chunks(), 0);
}

function utf8(chunks: Iterable<Uint8Array>, skip: number): TextKind {
  let [total, isBlank, isMultibyte] = [0, true, false];
  /** A character that the chunk before broke off. */
  let begun = Buffer.alloc(0);
  for (const chunk of chunks) {
    const bytes = total === 0 ? chunk.subarray(skip) : chunk;
    total += chunk.length;
    if (isBlank) isBlank = bytes.every((byte) => byte === 32 || (byte >= 9 && byte <= 13));
    const joined = begun.length === 0 ? bytes : Buffer.concat([begun, bytes]);
    const end = lastWhole(joined);
    if (!isUtf8(joined.subarray(0, end))) return { kind: 'csv', encoding: 'windows-1252', skip };
    if (!isMultibyte) isMultibyte = !isAscii(joined.subarray(0, end));
    begun = Buffer.from(joined.subarray(end));
  }
  if (isBlank) throw new FileProblem('file.empty');
  if (begun.length === 0) return { kind: 'csv', encoding: 'utf-8', skip };
  // A file cut inside a character is valid but for its last bytes, and must not pass for Windows-1252.
  if (isMultibyte || skip > 0) throw new FileProblem('file.truncated', { bytes: total });
  return { kind: 'csv', encoding: 'windows-1252', skip };
}

/** Where the last character begins when it is not whole; else the end. */
function lastWhole(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0)
      return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}
