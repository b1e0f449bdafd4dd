import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { Readable } from 'node:stream';

/**
 * Just enough of the POSIX tar format (ustar) that `tar -tf` and `tar -xf` read what we write: regular files, names of up to
 * 100 bytes, sizes beyond 8 GiB in the binary form that GNU tar and BSD tar share.
 */
const BLOCK = 512;

/** What was written of one entry. */
export interface Written {
  readonly bytes: number;
  /** SHA-256 of the content, in hexadecimal. */
  readonly sha256: string;
}

/** Writes entries one after the other. The size of an entry need not be known before: its header is filled in afterwards. */
export interface TarWriter {
  add(name: string, content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<Written>;
  /** Writes the end mark and makes everything durable. */
  finish(): Promise<{ readonly bytes: number }>;
  /** Closes without an end mark; a reader will call the file cut short. */
  abandon(): Promise<void>;
}

/** Starts a tar at `path`, readable by its owner only. Fails when the path is taken. */
export async function createTar(path: string): Promise<TarWriter> {
  const file = await open(path, 'wx', 0o600);
  let at = 0;
  const append = async (bytes: Uint8Array) => {
    await writeAll(file, bytes, at);
    at += bytes.length;
  };
  return {
    async add(name, content) {
      const headerAt = at;
      // Until the content is complete this is no entry, so whatever is cut off here cannot pass for one.
      await append(Buffer.alloc(BLOCK));
      const hash = createHash('sha256');
      for await (const chunk of content) {
        hash.update(chunk);
        await append(chunk);
      }
      const bytes = at - headerAt - BLOCK;
      await append(Buffer.alloc(padding(bytes)));
      await writeAll(file, headerOf(name, bytes), headerAt);
      return { bytes, sha256: hash.digest('hex') };
    },
    async finish() {
      await append(Buffer.alloc(2 * BLOCK));
      await file.sync();
      await file.close();
      return { bytes: at };
    },
    abandon: () => file.close(),
  };
}

/** An entry found in a tar. */
export interface TarEntry {
  readonly name: string;
  readonly bytes: number;
  /** Its content, from the file. */
  read(): Readable;
}

/** What a walk along the headers found. */
interface TarContents {
  readonly entries: readonly TarEntry[];
  /** False when the end mark is missing: the file was cut short or damaged after the last entry. */
  readonly complete: boolean;
}

/** Lists the entries by their headers, without reading contents; undefined when the file is no tar at all. */
export async function listTar(path: string): Promise<TarContents | undefined> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const entries: TarEntry[] = [];
    const header = Buffer.alloc(BLOCK);
    for (let at = 0; ; ) {
      const { bytesRead } = await file.read(header, 0, BLOCK, at);
      if (bytesRead === BLOCK && entries.length > 0 && isZero(header)) {
        const end = Buffer.alloc(BLOCK, 1);
        await file.read(end, 0, BLOCK, at + BLOCK);
        return { entries, complete: isZero(end) && at + 2 * BLOCK === size };
      }
      const found = bytesRead === BLOCK ? parseHeader(header) : undefined;
      if (found === undefined) return entries.length === 0 ? undefined : { entries, complete: false };
      const from = at + BLOCK;
      const until = from + found.bytes;
      const filler = Buffer.alloc(padding(found.bytes));
      const { bytesRead: filled } = await file.read(filler, 0, filler.length, until);
      if (until > size || filled < filler.length || !isZero(filler)) return { entries, complete: false };
      entries.push({ ...found, read: () => readRange(path, from, found.bytes) });
      at = until + filler.length;
    }
  } finally {
    await file.close();
  }
}

function readRange(path: string, from: number, bytes: number): Readable {
  // An end before the start would be refused, not taken for nothing.
  return bytes === 0 ? Readable.from([]) : createReadStream(path, { start: from, end: from + bytes - 1 });
}

const isZero = (bytes: Buffer) => bytes.every((byte) => byte === 0);

const padding = (bytes: number) => (BLOCK - (bytes % BLOCK)) % BLOCK;

async function writeAll(file: FileHandle, bytes: Uint8Array, at: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, at + done);
    done += bytesWritten;
  }
}

// name 0–99, mode 100, uid 108, gid 116, size 124–135, time 136, checksum 148–155, kind 156, magic 257
function headerOf(name: string, bytes: number): Buffer {
  if (Buffer.byteLength(name) > 100) throw new RangeError('a tar name is at most 100 bytes');
  const header = Buffer.alloc(BLOCK);
  header.write(name, 0);
  header.write('0000600\0', 100);
  header.write('0000000\0', 108);
  header.write('0000000\0', 116);
  if (bytes < 8 ** 11) {
    header.write(`${bytes.toString(8).padStart(11, '0')}\0`, 124);
  } else {
    header[124] = 0x80;
    header.writeBigUInt64BE(BigInt(bytes), 128);
  }
  header.write('00000000000\0', 136);
  header.write('0', 156);
  header.write('ustar\x0000', 257);
  header.write(`${checksum(header).toString(8).padStart(6, '0')}\0 `, 148);
  return header;
}

function parseHeader(header: Buffer): { name: string; bytes: number } | undefined {
  if (header.toString('latin1', 257, 262) !== 'ustar') return undefined;
  if (Number.parseInt(header.toString('latin1', 148, 154), 8) !== checksum(header)) return undefined;
  const end = header.indexOf(0);
  const name = header.toString('utf8', 0, end === -1 || end > 100 ? 100 : end);
  const bytes =
    header[124] === 0x80
      ? Number(header.readBigUInt64BE(128))
      : Number.parseInt(header.toString('latin1', 124, 135), 8);
  return Number.isSafeInteger(bytes) ? { name, bytes } : undefined;
}

/** Sum of the header's bytes, those of the checksum itself counted as blanks. */
function checksum(header: Buffer): number {
  let sum = 0;
  for (const [at, byte] of header.entries()) sum += at >= 148 && at < 156 ? 32 : byte;
  return sum;
}
