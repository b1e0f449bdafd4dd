import {
  createCipheriv,
  createDecipheriv,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { SealError } from './errors.ts';
import type { Keyring } from './keyring.ts';

// 'PYF' version (4) ‖ key id (4) ‖ salt (16) ‖ chunks, each ciphertext ‖ tag (16)
const MAGIC = Buffer.of(0x50, 0x59, 0x46, 1);
const SALT_AT = 8;
const BODY_AT = 24;
const TAG_BYTES = 16;

/** Plain bytes in every chunk but the last, which holds fewer, or as many, or none of an empty file. */
const CHUNK = 65_536;
const SEALED_CHUNK = CHUNK + TAG_BYTES;

/** Seals and opens files at rest. */
export type FileSealer = {
  /**
   * Seals a file's bytes for one id (of the roster, the evidence). The form is the STREAM construction as in age: each file has
   * its own key, each chunk its number and whether it is the last, so chunks can be neither cut off, repeated nor exchanged,
   * and a reader of one chunk at a time can be added without changing the form.
   */
  sealBytes(fileId: string, bytes: Uint8Array): Buffer;
  /** @throws SealError seal.malformed, seal.unknownKey, seal.tampered (also when sealed for another id) */
  openBytes(fileId: string, sealed: Uint8Array): Buffer;
  /**
   * The key of one file, which opens no other: for a thread that reads it with `readSealedFile` and must not hold the keyring.
   *
   * @param head the first `FILE_HEAD` bytes of the sealed file
   * @throws SealError seal.malformed, seal.unknownKey
   */
  keyOfFile(fileId: string, head: Uint8Array): KeyObject;
};

/**
 * The clear content of a sealed file, chunk by chunk, so that a large one is never held whole.
 *
 * @throws SealError seal.tampered, at the chunk where it is met
 */
export function* readSealedFile(path: string, key: KeyObject): Generator<Buffer, void, undefined> {
  const file = openSync(path, 'r');
  try {
    const count = Math.max(1, Math.ceil((fstatSync(file).size - BODY_AT) / SEALED_CHUNK));
    const part = Buffer.allocUnsafe(SEALED_CHUNK);
    for (let chunk = 0; chunk < count; chunk += 1) {
      const length = readSync(file, part, 0, SEALED_CHUNK, BODY_AT + chunk * SEALED_CHUNK);
      yield openChunk(key, part.subarray(0, length), chunk, chunk === count - 1);
    }
  } finally {
    closeSync(file);
  }
}

function openChunk(key: KeyObject | Buffer, part: Buffer, chunk: number, isLast: boolean): Buffer {
  if (part.length < TAG_BYTES) throw new SealError('seal.tampered');
  const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(chunk, isLast), { authTagLength: TAG_BYTES });
  decipher.setAuthTag(part.subarray(-TAG_BYTES));
  const clear = decipher.update(part.subarray(0, -TAG_BYTES));
  try {
    decipher.final();
  } catch {
    throw new SealError('seal.tampered');
  }
  return clear;
}

/** Bytes of a sealed file's beginning that `fileKeyId` and `keyOfFile` need. */
export const FILE_HEAD = BODY_AT;

/** Id of the key that a file is sealed under, read from its beginning; undefined when these are no bytes of a sealed file. */
export function fileKeyId(sealed: Uint8Array): string | undefined {
  if (sealed.length < FILE_HEAD || MAGIC.compare(sealed, 0, MAGIC.length) !== 0) return undefined;
  return Buffer.from(sealed.subarray(MAGIC.length, SALT_AT)).toString('hex');
}

/** The file sealer of a keyring. */
export function fileSealer(keyring: Keyring): FileSealer {
  const keyOfHead = (fileId: string, bytes: Uint8Array): Buffer => {
    const keyId = bytes.length < BODY_AT ? undefined : fileKeyId(bytes);
    if (keyId === undefined) throw new SealError('seal.malformed');
    const key = keyring.sealing.get(keyId);
    if (key === undefined) throw new SealError('seal.unknownKey', { keyId });
    return keyOf(key, bytes.subarray(0, BODY_AT), fileId);
  };
  return {
    sealBytes(fileId, bytes) {
      const key = keyring.sealing.get(keyring.activeSealingKey);
      if (key === undefined) throw new RangeError('a keyring without an active sealing key');
      const head = Buffer.concat([MAGIC, Buffer.from(keyring.activeSealingKey, 'hex'), randomBytes(16)]);
      const fileKey = keyOf(key, head, fileId);
      const out = Buffer.allocUnsafe(BODY_AT + bytes.length + chunksOf(bytes.length) * TAG_BYTES);
      let at = head.copy(out);
      for (let chunk = 0; chunk < chunksOf(bytes.length); chunk += 1) {
        const plain = bytes.subarray(chunk * CHUNK, (chunk + 1) * CHUNK);
        const cipher = createCipheriv(
          'aes-256-gcm',
          fileKey,
          nonceOf(chunk, (chunk + 1) * CHUNK >= bytes.length),
        );
        at += cipher.update(plain).copy(out, at);
        cipher.final();
        at += cipher.getAuthTag().copy(out, at);
      }
      return out;
    },

    openBytes(fileId, bytes) {
      const sealed = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      if (sealed.length < BODY_AT + TAG_BYTES || !sealed.subarray(0, MAGIC.length).equals(MAGIC)) {
        throw new SealError('seal.malformed');
      }
      const keyId = sealed.toString('hex', MAGIC.length, SALT_AT);
      const fileKey = keyOfHead(fileId, sealed.subarray(0, BODY_AT));
      const body = sealed.subarray(BODY_AT);
      const count = Math.ceil(body.length / SEALED_CHUNK);
      const parts: Buffer[] = [];
      for (let chunk = 0; chunk < count; chunk += 1) {
        const part = body.subarray(chunk * SEALED_CHUNK, (chunk + 1) * SEALED_CHUNK);
        try {
          parts.push(openChunk(fileKey, part, chunk, chunk === count - 1));
        } catch {
          throw new SealError('seal.tampered', { keyId });
        }
      }
      return Buffer.concat(parts);
    },

    keyOfFile: (fileId, head) => createSecretKey(keyOfHead(fileId, head)),
  };
}

/** An empty file has one empty chunk, so that its emptiness is authenticated too. */
const chunksOf = (length: number) => Math.max(1, Math.ceil(length / CHUNK));

const keyOf = (key: KeyObject, head: Uint8Array, fileId: string) =>
  Buffer.from(hkdfSync('sha256', key, head, `payung file 1 ${fileId}`, 32));

function nonceOf(chunk: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(chunk, 7);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}
