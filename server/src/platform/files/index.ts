import { createHash, type KeyObject } from 'node:crypto';
import { type FileHandle, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { FILE_HEAD, readSealedFile, type Sealer } from '#platform/seal';

/** What it takes to read one file, and no other: it can be given to a thread. */
export interface FileAccess {
  readonly path: string;
  readonly key: KeyObject;
  /** Bytes of the file as it lies sealed, a little more than of its content. */
  readonly size: number;
}

/** The clear content of a file, chunk by chunk. @throws SealError seal.tampered */
export function readClear({ path, key }: FileAccess): Generator<Buffer, void, undefined> {
  return readSealedFile(path, key);
}

/** Keeps files sealed, by id. What it returns is clear; what lies on the disk is not. */
export interface FileStore {
  /** Seals and keeps `content` under `id`; durable when the promise settles. */
  put(id: string, content: Uint8Array): Promise<void>;
  /** The clear content. Throws when there is no such file or it was tampered with. */
  get(id: string): Promise<Uint8Array>;
  /** Lets a thread read the clear content with `readClear`. Throws when there is no such file. */
  access(id: string): Promise<FileAccess>;
  /** Destroys the content. A second call changes nothing. */
  remove(id: string): Promise<void>;
  /** The file as it lies in the store, still sealed; undefined when there is no such file. End or destroy the stream. */
  readSealed(id: string): Promise<Readable | undefined>;
  /** Keeps a file that is sealed already, for the same id; durable when the promise settles. */
  putSealed(id: string, content: AsyncIterable<Uint8Array>): Promise<void>;
}

/** SHA-256 of a file's clear content, in hexadecimal. */
export function digestOf(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** A store in a directory of this machine. */
export function localFileStore(directory: string, sealer: Sealer): FileStore {
  const pathOf = (id: string) => {
    if (!/^[0-9a-f-]{36}$/.test(id)) throw new RangeError('file id is not a UUID');
    return join(directory, id);
  };
  const write = async (id: string, content: (file: FileHandle) => Promise<void>) => {
    await mkdir(directory, { recursive: true, mode: 0o700 });
    // Written beside and renamed: a reader sees the whole file or none.
    const path = pathOf(id);
    const file = await open(`${path}.new`, 'w', 0o600);
    try {
      await content(file);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(`${path}.new`, path);
  };
  return {
    put: (id, content) => write(id, (file) => file.writeFile(sealer.sealBytes(id, content))),
    async get(id) {
      return sealer.openBytes(id, await readFile(pathOf(id)));
    },
    async access(id) {
      const path = pathOf(id);
      const file = await open(path, 'r');
      try {
        const { size } = await file.stat();
        const { buffer, bytesRead } = await file.read(Buffer.alloc(FILE_HEAD), 0, FILE_HEAD, 0);
        return { path, key: sealer.keyOfFile(id, buffer.subarray(0, bytesRead)), size };
      } finally {
        await file.close();
      }
    },
    async remove(id) {
      await rm(pathOf(id), { force: true });
    },
    async readSealed(id) {
      try {
        return (await open(pathOf(id), 'r')).createReadStream();
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
        throw error;
      }
    },
    putSealed: (id, content) => write(id, (file) => file.writeFile(content)),
  };
}
