import { createHash, type KeyObject, sign, verify } from 'node:crypto';

/** An entry's columns as text, exactly as {@link ENTRY_COLUMNS} reads them; null where the column is null. */
export type EntryText = {
  id: string;
  at: string;
  actor: string;
  acting_as: string;
  action: string;
  subject_kind: string | null;
  subject_id: string | null;
  area: string | null;
  facts: string;
  digest: string | null;
};

/**
 * Reads `audit_entry e` for hashing. Everything becomes text in the database: JavaScript's dates drop the microseconds, and a
 * change there must not go unnoticed; `to_char` would write 2026 BC as 2026. `jsonb` has one written form.
 */
export const ENTRY_COLUMNS = `e.id::text as id, extract(epoch from e.at)::text as at, e.actor, e.acting_as, e.action,
  e.subject_kind, e.subject_id, e.area::text as area, e.facts::text as facts, encode(e.digest, 'hex') as digest`;

const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest();

/** Hash of an entry: SHA-256 of a JSON list, in which no text can pass for two. */
export function entryHash(entry: EntryText): Buffer {
  return sha256(
    JSON.stringify([
      'payung audit entry 1',
      entry.id,
      entry.at,
      entry.actor,
      entry.acting_as,
      entry.action,
      entry.subject_kind,
      entry.subject_id,
      entry.area,
      entry.facts,
      entry.digest,
    ]),
  );
}

/** What a block says; hashes in hexadecimal, `closedAt` in seconds since 1970 as the database writes it. */
export type BlockContent = {
  id: string;
  /** Null for the first block. */
  previous: string | null;
  firstEntry: string;
  lastEntry: string;
  entries: number;
  root: string;
  closedAt: string;
  keyId: string;
};

/** One hash over the hashes of a block's entries in their order. */
export function rootOf(hashes: readonly Uint8Array[]): Buffer {
  return sha256(Buffer.concat([Buffer.from('payung audit root 1'), ...hashes]));
}

/** The bytes that are hashed and signed. */
function blockMessage(block: BlockContent): Buffer {
  return Buffer.from(
    JSON.stringify([
      'payung audit block 1',
      block.id,
      block.previous,
      block.firstEntry,
      block.lastEntry,
      block.entries,
      block.root,
      block.closedAt,
      block.keyId,
    ]),
  );
}

export function blockHash(block: BlockContent): Buffer {
  return sha256(blockMessage(block));
}

export function signBlock(block: BlockContent, privateKey: KeyObject): Buffer {
  return sign(null, blockMessage(block), privateKey);
}

export function isSignedBy(block: BlockContent, signature: Uint8Array, publicKey: KeyObject): boolean {
  return verify(null, blockMessage(block), publicKey, signature);
}

// Crockford's alphabet: no I, L, O, U, so that read aloud and copied by hand it stays what it was.
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * The first 100 bits of a block's hash as five groups of four letters and digits, to be read aloud and written into minutes.
 * Long enough that nobody, not even with the signing key, can make another block with the same groups.
 */
export function fingerprint(hash: Uint8Array): string {
  let bits = BigInt(`0x${Buffer.from(hash).toString('hex', 0, 13)}`) >> 4n;
  let text = '';
  for (let place = 0; place < 20; place += 1) {
    text = (ALPHABET[Number(bits & 31n)] ?? '') + text;
    bits >>= 5n;
  }
  return text.replace(/.{4}(?=.)/g, '$&-');
}

/** A fingerprint as somebody typed it from paper: any case, any separators, O for 0, I and L for 1. Undefined when it is none. */
export function parseFingerprint(text: string): string | undefined {
  const plain = text
    .toUpperCase()
    .replace(/[\s\-.]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return /^[0-9A-HJKMNP-TV-Z]{20}$/.test(plain) ? plain.replace(/.{4}(?=.)/g, '$&-') : undefined;
}
