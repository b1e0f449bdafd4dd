import { crc32, createInflateRaw, deflateRawSync } from 'node:zlib';
import { FileProblem } from './problem.ts';

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
const STORED = 0;
const DEFLATED = 8;

/** One file inside a ZIP archive as its central directory declares it; sizes in bytes. */
export type ZipEntry = Readonly<{
  name: string;
  method: number;
  encrypted: boolean;
  crc: number;
  compressedSize: number;
  size: number;
  offset: number;
}>;

/**
 * Reads the central directory without decompressing anything, so that absurd archives are refused unopened.
 *
 * @throws FileProblem file.truncated when the directory, always the last part written, is missing;
 *   file.damaged when it contradicts the bytes; file.bomb for ZIP64, which no roster below 4 GiB needs
 */
export function readZipDirectory(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEndOfDirectory(view);
  if (end === undefined) throw new FileProblem('file.truncated', { bytes: bytes.length });
  const count = view.getUint16(end + 10, true);
  const directorySize = view.getUint32(end + 12, true);
  const start = view.getUint32(end + 16, true);
  if (count === 0xffff || start === 0xffffffff) throw new FileProblem('file.bomb', { entries: count });
  if (start + directorySize > end) throw new FileProblem('file.truncated', { bytes: bytes.length });

  const entries: ZipEntry[] = [];
  let at = start;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== CENTRAL_HEADER) throw new FileProblem('file.damaged');
    const nameLength = view.getUint16(at + 28, true);
    const entry: ZipEntry = {
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)).replaceAll('\\', '/'),
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      crc: view.getUint32(at + 16, true),
      compressedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    };
    if (entry.offset + entry.compressedSize > start) {
      throw new FileProblem('file.truncated', { bytes: bytes.length });
    }
    entries.push(entry);
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** The end record is followed by a comment of at most 65 535 bytes, so it is searched from the back. */
function findEndOfDirectory(view: DataView): number | undefined {
  const last = view.byteLength - 22;
  for (let at = last; at >= Math.max(0, last - 0xffff); at -= 1) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  }
  return undefined;
}

/** The entry's bytes as stored in the archive, still compressed. */
function compressedBytes(archive: Uint8Array, entry: ZipEntry): Uint8Array {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  if (entry.offset + 30 > archive.length || view.getUint32(entry.offset, true) !== LOCAL_HEADER) {
    throw new FileProblem('file.damaged', { part: entry.name });
  }
  const start =
    entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  if (start + entry.compressedSize > archive.length) {
    throw new FileProblem('file.truncated', { bytes: archive.length });
  }
  return archive.subarray(start, start + entry.compressedSize);
}

/**
 * Decompresses one entry piece by piece; the next piece is made only when the last one was used.
 *
 * @throws FileProblem file.bomb as soon as more comes out than the directory declared; file.damaged on a
 *   checksum or a stream that does not decompress
 */
export async function* entryChunks(archive: Uint8Array, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  const packed = compressedBytes(archive, entry);
  let seen = 0;
  let checksum = 0;
  for await (const chunk of decompressed(packed, entry)) {
    seen += chunk.length;
    if (seen > entry.size) throw new FileProblem('file.bomb', { part: entry.name, declared: entry.size });
    checksum = crc32(chunk, checksum);
    yield chunk;
  }
  if (seen !== entry.size || checksum !== entry.crc) {
    throw new FileProblem('file.damaged', { part: entry.name });
  }
}

async function* decompressed(packed: Uint8Array, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  if (entry.method === STORED) {
    yield packed;
    return;
  }
  if (entry.method !== DEFLATED) throw new FileProblem('file.damaged', { part: entry.name });
  const inflate = createInflateRaw({ chunkSize: 256 * 1024 });
  try {
    inflate.end(packed);
    yield* inflate;
  } catch (error) {
    if (error instanceof FileProblem) throw error;
    throw new FileProblem('file.damaged', { part: entry.name }, { cause: error });
  } finally {
    inflate.destroy();
  }
}

/** The whole entry as text; only for the small parts (workbook, styles), never for a sheet. */
export async function entryText(archive: Uint8Array, entry: ZipEntry): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of entryChunks(archive, entry)) text += decoder.decode(chunk, { stream: true });
  return text + decoder.decode();
}

/** Writes a ZIP archive part by part, keeping only compressed bytes in memory. */
export class ZipBuilder {
  readonly #chunks: Uint8Array[] = [];
  readonly #entries: ZipEntry[] = [];
  #length = 0;

  /** Adds a part from its whole content. */
  add(name: string, content: Uint8Array | string): void {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    const packed = deflateRawSync(bytes);
    this.addCompressed(name, DEFLATED, crc32(bytes), bytes.length, [packed]);
  }

  /** Carries a part over from another archive exactly as it is stored there. */
  copy(archive: Uint8Array, entry: ZipEntry): void {
    this.addCompressed(entry.name, entry.method, entry.crc, entry.size, [compressedBytes(archive, entry)]);
  }

  /** Adds a part that the caller has compressed; `method` 8 is raw deflate, 0 is stored; `size` before compression. */
  addCompressed(
    name: string,
    method: number,
    crc: number,
    size: number,
    packed: readonly Uint8Array[],
  ): void {
    const compressedSize = packed.reduce((total, chunk) => total + chunk.length, 0);
    const entry: ZipEntry = {
      name,
      method,
      encrypted: false,
      crc,
      compressedSize,
      size,
      offset: this.#length,
    };
    this.#entries.push(entry);
    this.#push(header(LOCAL_HEADER, entry));
    for (const chunk of packed) this.#push(chunk);
  }

  /** The finished archive. */
  build(): Uint8Array {
    const start = this.#length;
    for (const entry of this.#entries) this.#push(header(CENTRAL_HEADER, entry));
    const end = new DataView(new ArrayBuffer(22));
    end.setUint32(0, END_OF_DIRECTORY, true);
    end.setUint16(8, this.#entries.length, true);
    end.setUint16(10, this.#entries.length, true);
    end.setUint32(12, this.#length - start, true);
    end.setUint32(16, start, true);
    this.#push(new Uint8Array(end.buffer));
    return Buffer.concat(this.#chunks, this.#length);
  }

  #push(bytes: Uint8Array): void {
    this.#chunks.push(bytes);
    this.#length += bytes.length;
  }
}

/** Local and central headers hold the same fields; the central one has more around them. */
function header(signature: typeof LOCAL_HEADER | typeof CENTRAL_HEADER, entry: ZipEntry): Uint8Array {
  const central = signature === CENTRAL_HEADER;
  const name = new TextEncoder().encode(entry.name);
  const fixed = central ? 46 : 30;
  const view = new DataView(new ArrayBuffer(fixed + name.length));
  view.setUint32(0, signature, true);
  let at = 4;
  if (central) {
    view.setUint16(at, 20, true);
    at += 2;
  }
  view.setUint16(at, 20, true);
  view.setUint16(at + 2, 0x0800, true); // names are UTF-8
  view.setUint16(at + 4, entry.method, true);
  view.setUint16(at + 8, 0x21, true); // 1980-01-01, the earliest date ZIP knows: output stays reproducible
  view.setUint32(at + 10, entry.crc, true);
  view.setUint32(at + 14, entry.compressedSize, true);
  view.setUint32(at + 18, entry.size, true);
  view.setUint16(at + 22, name.length, true);
  if (central) view.setUint32(42, entry.offset, true);
  const bytes = new Uint8Array(view.buffer);
  bytes.set(name, fixed);
  return bytes;
}
