import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Sealer } from '#platform/seal';

/** Keeps files sealed, by id. What it returns is clear; what lies on the disk is not. */
export interface FileStore {
  /** Seals and keeps `content` under `id`; durable when the promise settles. */
  put(id: string, content: Uint8Array): Promise<void>;
  /** The clear content. Throws when there is no such file or it was tampered with. */
  get(id: string): Promise<Uint8Array>;
  /** Destroys the content. A second call changes nothing. */
  remove(id: string): Promise<void>;
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
  return {
    async put(id, content) {
      await mkdir(directory, { recursive: true, mode: 0o700 });
      // Written beside and renamed: a reader sees the whole file or none.
      const path = pathOf(id);
      const file = await open(`${path}.new`, 'w', 0o600);
      try {
        await file.writeFile(sealer.sealBytes(id, content));
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(`${path}.new`, path);
    },
    async get(id) {
      return sealer.openBytes(id, await readFile(pathOf(id)));
    },
    async remove(id) {
      await rm(pathOf(id), { force: true });
    },
  };
}
