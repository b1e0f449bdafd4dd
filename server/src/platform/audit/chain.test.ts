import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type BlockContent,
  blockHash,
  type EntryText,
  entryHash,
  fingerprint,
  isSignedBy,
  parseFingerprint,
  rootOf,
  signBlock,
} from './chain.ts';

const entry: EntryText = {
  id: '7',
  at: '1795239082.123456',
  actor: 'terminal:op',
  acting_as: 'rosters.accept',
  action: 'rosters.accepted',
  subject_kind: 'roster',
  subject_id: '0190a1b2-1234-7123-8123-a23456789012',
  area: '5304000000',
  facts: '{"new": 5829}',
  digest: null,
};

const block: BlockContent = {
  id: '2',
  previous: '00'.repeat(32),
  firstEntry: '7',
  lastEntry: '9',
  entries: 3,
  root: '11'.repeat(32),
  closedAt: '1795239082.123456',
  keyId: '0a0b0c0d',
};

describe('hashes', () => {
  test('any other content of any one field of an entry gives another hash', () => {
    const field = fc.constantFrom(...(Object.keys(entry) as (keyof EntryText)[]));
    fc.assert(
      fc.property(field, fc.option(fc.string()), (name, value) => {
        fc.pre(entry[name] !== value);
        expect(entryHash({ ...entry, [name]: value })).not.toEqual(entryHash(entry));
      }),
    );
  });

  test('text moved from one field to the next gives another hash', () => {
    expect(entryHash({ ...entry, actor: 'a","b', acting_as: 'c' })).not.toEqual(
      entryHash({ ...entry, actor: 'a', acting_as: 'b","c' }),
    );
  });

  test('any other content of any one field of a block gives another hash, and its signature no longer holds', () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const signature = signBlock(block, privateKey);
    expect(isSignedBy(block, signature, publicKey)).toBe(true);
    expect(isSignedBy(block, signature, generateKeyPairSync('ed25519').publicKey)).toBe(false);
    const field = fc.constantFrom(...(Object.keys(block) as (keyof BlockContent)[]));
    fc.assert(
      fc.property(field, fc.oneof(fc.string(), fc.nat(), fc.constant(null)), (name, value) => {
        fc.pre(block[name] !== value);
        const changed = { ...block, [name]: value };
        expect(blockHash(changed)).not.toEqual(blockHash(block));
        expect(isSignedBy(changed, signature, publicKey)).toBe(false);
      }),
    );
  });

  test('the root knows the order and the number of entries', () => {
    const [a, b] = [entryHash(entry), entryHash({ ...entry, id: '8' })];
    const roots = [rootOf([a, b]), rootOf([b, a]), rootOf([a]), rootOf([a, b, b])].map(String);
    expect(new Set(roots).size).toBe(4);
  });
});

describe('a fingerprint', () => {
  test('is five groups of four from the head of the hash', () => {
    expect(fingerprint(Buffer.alloc(32, 0))).toBe('0000-0000-0000-0000-0000');
    expect(fingerprint(Buffer.alloc(32, 255))).toBe('ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ');
    // 00001 00010 00011 00100 … : 0x08 0x86 0x4 …
    expect(fingerprint(Buffer.from(`08864${'0'.repeat(59)}`, 'hex'))).toBe('1234-0000-0000-0000-0000');
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['as printed',              '1A2B-3C4D-5E6F-7G8H-9J0K',   '1A2B-3C4D-5E6F-7G8H-9J0K'],
    ['lower case, no dashes',   '1a2b3c4d5e6f7g8h9j0k',       '1A2B-3C4D-5E6F-7G8H-9J0K'],
    ['spaces and dots',         ' 1A2B 3C4D.5E6F 7G8H 9J0K ', '1A2B-3C4D-5E6F-7G8H-9J0K'],
    ['O for 0, I and l for 1',  'IA2B-3C4D-5E6F-7G8H-9JOK',   '1A2B-3C4D-5E6F-7G8H-9J0K'],
    ['one letter short',        '1A2B-3C4D-5E6F-7G8H-9J0',    undefined],
    ['one letter too many',     '1A2B-3C4D-5E6F-7G8H-9J0KK',  undefined],
    ['a U, which is not used',  'UA2B-3C4D-5E6F-7G8H-9J0K',   undefined],
    ['nothing',                 '',                           undefined],
  ] as const)('is read from paper: %s', (_, typed, read) => {
    expect(parseFingerprint(typed)).toBe(read);
  });

  test('survives being printed and read', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (hash) => {
        const printed = fingerprint(hash);
        expect(parseFingerprint(printed.toLowerCase().replaceAll('-', ' '))).toBe(printed);
      }),
    );
  });
});
