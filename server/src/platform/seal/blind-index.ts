import { createHmac, hash, type KeyObject } from 'node:crypto';

/**
 * A keyed hash of short texts, by which equal values are found without being readable.
 *
 * A NIK has perhaps 2³⁵ likely values: an unkeyed hash of it is undone in minutes, so all of these are pseudo-random functions
 * under a secret key. A roster of a million rows needs about twenty million of them, which decides the construction
 * (measured per call on one core of the reference machine, Node 26):
 * `createHmac('sha256')` 2.9 µs; one-shot `hash('sha3-256')` 1.7 µs; SipHash-2-4 in JavaScript 0.3 µs in sixty lines of
 * our own cryptography; **one-shot `hash('sha256', key + text, 'hex')` cut to 128 or 64 bits, 0.5 µs in one line**.
 *
 * Why the last is sound: the key, written as 64 hexadecimal digits, fills exactly the first block of SHA-256, which thereby
 * becomes a hash with a secret start. The known weakness of that shape, appending to a message whose whole digest is
 * known, needs all 256 bits of state; at most 128 are ever kept ("chop-MD", Coron et al. 2005).
 * Each purpose and kind has a key of its own, derived by HMAC, so equal texts of different kinds do not meet.
 */
type KeyedHash = (text: string) => string;

function keyedHash(key: KeyObject, purpose: string): KeyedHash {
  const prefix = createHmac('sha256', key).update(purpose).digest('hex');
  return (text) => hash('sha256', prefix + text, 'hex');
}

/** Kinds of value that are looked up exactly. Adding one needs no migration; renaming one loses its index. */
export type IndexKind = 'nik' | 'kk' | 'phone' | 'account' | 'kpj' | 'row';

/**
 * Blind indexes under one key: 16 bytes per value, equal for equal values of one kind, nothing else to be learnt without the key.
 * Values are compared as given: normalise before (a NIK as its 16 digits).
 */
export function blindIndexer(key: KeyObject): (kind: IndexKind, value: string) => Buffer {
  const kinds = new Map<IndexKind, KeyedHash>();
  return (kind, value) => {
    let hashOf = kinds.get(kind);
    if (hashOf === undefined) {
      hashOf = keyedHash(key, `payung blind index 1 ${kind}`);
      kinds.set(kind, hashOf);
    }
    return Buffer.from(hashOf(value).slice(0, 32), 'hex');
  };
}

/**
 * Hashes of match keys: 64 bits as a signed integer for a `bigint` column, its decimal text for `COPY`.
 * Two different keys collide once in 2⁶⁴: with a billion stored keys about one pair in forty such registers,
 * and a collision only proposes a candidate, which is then compared in full.
 */
export function matchHasher(key: KeyObject): (matchKey: string) => bigint {
  const hashOf = keyedHash(key, 'payung match key 1');
  return (matchKey) => BigInt.asIntN(64, BigInt(`0x${hashOf(matchKey).slice(0, 16)}`));
}
