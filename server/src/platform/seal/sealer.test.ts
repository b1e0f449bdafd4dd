import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { newId } from '#platform/ids';
import type { IndexKind } from './blind-index.ts';
import { envelopeHolds, holdsOf, type SealedRecord } from './envelope.ts';
import { SealError } from './errors.ts';
import { readSealedFile } from './file.ts';
import { newKeyringDocument, openKeyring, withNewSealingKey } from './keyring.ts';
import { createSealer, type Sealer } from './sealer.ts';

const document = newKeyringDocument();
const sealer = createSealer(openKeyring(document));
const rotated = createSealer(openKeyring(withNewSealingKey(document)));
const stranger = createSealer(openKeyring(newKeyringDocument()));

const personId = newId();
const record: SealedRecord = {
  nik: '5304015508909001',
  mother: 'Yuliana Bete Seran',
  account: { bank: 'Bank NTT', number: '0012345678', holder: 'María Bete' },
  wages: { [newId()]: 1_000_000 },
};

const codeOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof SealError) return error.code;
    throw error;
  }
  return 'opened';
};

const flipped = (bytes: Buffer, at: number) => {
  const copy = Buffer.from(bytes);
  copy.writeUInt8(copy.readUInt8(at) ^ 1, at);
  return copy;
};

describe('a person envelope', () => {
  const envelope = sealer.seal(personId, record);

  test('opens for its person, whatever the record holds', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 200 });
    fc.assert(
      fc.property(
        fc.record(
          { nik: text, kk: text, mother: text, phone: text, address: text, health: text },
          { requiredKeys: [] },
        ),
        (any) => {
          expect(sealer.open(personId, sealer.seal(personId, any))).toEqual(any);
        },
      ),
    );
    expect(sealer.open(personId, envelope)).toEqual(record);
  });

  test('keeps the fields of a later version', () => {
    const later = { ...record, bloodGroup: 'O' };
    expect(sealer.open(personId, sealer.seal(personId, later))).toEqual(later);
  });

  test('tells which fields of a registration it holds, and no others', () => {
    const holds = (one: SealedRecord) => sealer.seal(personId, one).at(envelopeHolds.at);
    const { nik, birthPlace, address, mother, workPlace, phone, marital } = envelopeHolds.bits;
    expect(holds({ nik: record.nik ?? '', mother: 'Rosa' })).toBe(nik | mother);
    expect(holds({ birthPlace: 'Atambua', address: 'Dusun I', workPlace: 'Kebun' })).toBe(
      birthPlace | address | workPlace,
    );
    expect(holds({ phone: '+62', marital: 'Kawin' })).toBe(phone | marital);
    expect(holds({ mother: '', health: 'sehat', kk: '5304', income: 1, kpj: '1' })).toBe(0);
  });

  test('of the first version still opens, and asks for resealing', () => {
    const key = '8sr/na60YMAGGB5QqsKVyR8Pynaz9xWGV1OqZ3WzRE4=';
    const old = createSealer(openKeyring({ ...document, sealing: [{ id: 'ab8a1e04', key, active: true }] }));
    const bytes = Buffer.from(
      '01ab8a1e040000000a07cf98383e3b9b04f755912ebe6424895072bead1ddd5d19e5c6f5346d90df2abd71a539a84871d744351b9e7ff9e8b8f68603d310f7e757db3fc83a84571ab9f9944a0c32c995ad224e025acea70b60d2e09a6c4f2bb263691cba5b7de492a63e6086bdb03876af578e4420f514d83b7bd41109c7a8d5527f7c4e65adb7b2cacae44ad688a3cc88cd39fbec5ec2158725481231319547cb1004aa56',
      'hex',
    );
    const held = { nik: '5304015508909001', mother: 'Agnes' };
    expect(old.open('019a0000-0000-7000-8000-00000000000a', bytes)).toEqual(held);
    expect(old.isCurrent(bytes)).toBe(false);
    expect(holdsOf(held)).toBe(envelopeHolds.bits.nik | envelopeHolds.bits.mother);
  });

  const another = newId();
  // biome-ignore format: aligned table of cases
  test.each([
    // case                                   sealer    person     envelope                              outcome
    ['its own person',                        sealer,   personId, envelope,                             'opened'],
    ['after a rotation, under the old key',   rotated,  personId, envelope,                             'opened'],
    ['another person',                        sealer,   another,  envelope,                             'seal.wrongOwner'],
    ['another person, mark rewritten',        sealer,   another,
      Buffer.concat([envelope.subarray(0, 5), Buffer.from(another.slice(-8), 'hex'), envelope.subarray(9)]),
                                                                                                        'seal.tampered'],
    ['another installation',                  stranger, personId, envelope,                             'seal.unknownKey'],
    ['a key id that does not exist',          sealer,   personId, flipped(envelope, 1),                 'seal.unknownKey'],
    ['a changed nonce',                       sealer,   personId, flipped(envelope, 9),                 'seal.tampered'],
    ['another word on what it holds',         sealer,   personId, flipped(envelope, 21),                'seal.tampered'],
    ['a changed text',                        sealer,   personId, flipped(envelope, 22),                'seal.tampered'],
    ['a changed tag',                         sealer,   personId, flipped(envelope, envelope.length - 1), 'seal.tampered'],
    ['a byte cut off',                        sealer,   personId, envelope.subarray(0, -1),             'seal.tampered'],
    ['a byte added',                          sealer,   personId, Buffer.concat([envelope, Buffer.of(0)]), 'seal.tampered'],
    ['another version',                       sealer,   personId, flipped(envelope, 0),                 'seal.malformed'],
    ['the version before',                    sealer,   personId, Buffer.concat([Buffer.of(1), envelope.subarray(1)]), 'seal.tampered'],
    ['nothing',                               sealer,   personId, Buffer.of(),                          'seal.malformed'],
    ['a head without a body',                 sealer,   personId, envelope.subarray(0, 36),             'seal.malformed'],
  ] as const)('%s', (_, by, person, bytes, outcome) => {
    expect(codeOf(() => by.open(person, bytes))).toBe(outcome);
  });

  test('no altered byte goes unnoticed', () => {
    for (let at = 0; at < envelope.length; at += 1) {
      expect(codeOf(() => sealer.open(personId, flipped(envelope, at)))).not.toBe('opened');
    }
  });

  test('two envelopes of one record differ, and none shows what is in it', () => {
    const second = sealer.seal(personId, record);
    expect(second.equals(envelope)).toBe(false);
    expect(envelope.toString('latin1')).not.toContain('5304015508909001');
  });

  test('health and wages do not show in the length', () => {
    const bare = sealer.seal(personId, { nik: '5304015508909001' });
    const full = sealer.seal(personId, {
      nik: '5304015508909001',
      health: 'sehat',
      wages: { [personId]: 1_000_000 },
    });
    expect(full.length).toBe(bare.length);
  });

  test('is current until the key rotates', () => {
    expect([sealer.isCurrent(envelope), rotated.isCurrent(envelope)]).toEqual([true, false]);
    expect(rotated.isCurrent(rotated.seal(personId, rotated.open(personId, envelope)))).toBe(true);
    expect(sealer.isCurrent(Buffer.of())).toBe(false);
  });

  test.each(['', 'me', newId().toUpperCase()])('is refused to %j, which is no person id', (id) => {
    expect(() => sealer.seal(id, record)).toThrow(RangeError);
  });
});

describe('blind indexes and match hashes', () => {
  test('equal for equal values of one kind and keyring, also after a rotation of the sealing key', () => {
    const indexes = (by: Sealer, kind: IndexKind, value: string) =>
      by.blindIndex(kind, value).toString('hex');
    const first = indexes(sealer, 'nik', '5304015508909001');
    expect(first).toMatch(/^[0-9a-f]{32}$/);
    expect(indexes(sealer, 'nik', '5304015508909001')).toBe(first);
    expect(indexes(rotated, 'nik', '5304015508909001')).toBe(first);
    const others = [
      indexes(sealer, 'nik', '5304015508909002'),
      indexes(sealer, 'kk', '5304015508909001'),
      indexes(stranger, 'nik', '5304015508909001'),
    ];
    expect(others).not.toContain(first);
    expect(new Set(others).size).toBe(3);
  });

  test('a known key and text give the known value: a changed construction would orphan every stored index', () => {
    const key = Buffer.alloc(32, 7).toString('base64');
    const fixed = createSealer(
      openKeyring({ ...document, blindIndex: key, match: Buffer.alloc(32, 8).toString('base64') }),
    );
    expect(fixed.blindIndex('nik', '5304015508909001').toString('hex')).toBe(
      '5928e60044774c8edac5a53b0a6ec5f2',
    );
    expect(fixed.matchHash('bs|1990-08-15|MR BT')).toBe(1_542_235_750_058_591_625n);
  });

  test('match hashes are distinct signed 64-bit integers on both sides of zero', () => {
    const hashes = Array.from({ length: 10_000 }, (_, n) => sealer.matchHash(`nik|53040155089${n}`));
    expect(new Set(hashes).size).toBe(10_000);
    for (const value of hashes) expect(BigInt.asIntN(64, value)).toBe(value);
    const negative = hashes.filter((value) => value < 0n).length;
    expect(negative).toBeGreaterThan(4_700);
    expect(negative).toBeLessThan(5_300);
  });
});

const directory = mkdtempSync(join(tmpdir(), 'payung-seal-'));
afterAll(() => rmSync(directory, { recursive: true }));

describe('a sealed file', () => {
  const id = newId();
  const sized = (bytes: number) => Buffer.alloc(bytes, 'NIK;NAMA\n');

  test.each([0, 1, 65_535, 65_536, 65_537, 131_072, 200_000])('of %i bytes opens whole', (bytes) => {
    const sealed = sealer.sealBytes(id, sized(bytes));
    expect(sealer.openBytes(id, sealed).equals(sized(bytes))).toBe(true);
    expect(rotated.openBytes(id, sealed).equals(sized(bytes))).toBe(true);
  });

  const three = sealer.sealBytes(id, sized(3 * 65_536));
  const chunk = (n: number) => three.subarray(24 + n * 65_552, 24 + (n + 1) * 65_552);
  const head = three.subarray(0, 24);

  // biome-ignore format: aligned table of cases
  test.each([
    ['another id',                    newId(), three,                                                 'seal.tampered'],
    ['the last chunk cut off',        id,      three.subarray(0, 24 + 2 * 65_552),                    'seal.tampered'],
    ['half a chunk cut off',          id,      three.subarray(0, 24 + 2 * 65_552 + 30_000),           'seal.tampered'],
    ['less than a tag left over',     id,      three.subarray(0, 24 + 2 * 65_552 + 15),               'seal.tampered'],
    ['two chunks exchanged',          id,      Buffer.concat([head, chunk(1), chunk(0), chunk(2)]),   'seal.tampered'],
    ['a chunk repeated',              id,      Buffer.concat([head, chunk(0), chunk(0), chunk(1), chunk(2)]), 'seal.tampered'],
    ['a changed byte',                id,      flipped(three, 100_000),                               'seal.tampered'],
    ['a changed salt',                id,      flipped(three, 8),                                     'seal.tampered'],
    ['a key that does not exist',     id,      flipped(three, 4),                                     'seal.unknownKey'],
    ['not a sealed file',             id,      Buffer.alloc(100),                                     'seal.malformed'],
    ['only a head',                   id,      head,                                                  'seal.malformed'],
    ['untouched',                     id,      three,                                                 'opened'],
  ] as const)('%s', (_, fileId, bytes, outcome) => {
    expect(codeOf(() => sealer.openBytes(fileId, bytes))).toBe(outcome);
    // Read chunk by chunk, with the key of this file alone, it is found at the latest at the chunk concerned.
    const path = join(directory, newId());
    writeFileSync(path, bytes);
    const pieces = () => [...readSealedFile(path, sealer.keyOfFile(fileId, bytes))];
    expect(codeOf(pieces)).toBe(bytes === head ? 'seal.tampered' : outcome);
    if (outcome === 'opened') expect(Buffer.concat(pieces()).equals(sized(3 * 65_536))).toBe(true);
  });
});
