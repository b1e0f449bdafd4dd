import { createCipheriv, createDecipheriv, hkdfSync, type KeyObject, randomBytes } from 'node:crypto';
import { SealError } from './errors.ts';
import type { Keyring } from './keyring.ts';

/**
 * What is known of a person and readable only by opening the envelope. A field left out is unknown; "has none" is never stored.
 * A field of a later version survives opening and resealing by this one.
 */
export type SealedRecord = {
  /** 16 digits; left out while the person holds a provisional id. */
  nik?: string;
  /** Family card number, 16 digits. */
  kk?: string;
  /** Mother's name as written by the source. */
  mother?: string;
  /** As `+62…`. */
  phone?: string;
  /** Street, hamlet, house: what lies below the village. */
  address?: string;
  account?: { bank?: string; number: string; holder?: string };
  /** Membership number at BPJS Ketenagakerjaan; never asked for, kept if a file states it. */
  kpj?: string;
  /** Monthly wage base in whole rupiah, by membership id. */
  wages?: Record<string, number>;
  /** Town or regency of birth, as written. */
  birthPlace?: string;
  email?: string;
  postalCode?: string;
  /** Where and when somebody works, as written. */
  workPlace?: string;
  workHours?: string;
  /** Marital status as written by the source. */
  marital?: string;
  /** Monthly income in whole rupiah, as stated on a list; the base of a contribution is in `wages`. */
  income?: number;
  /** Statement on health as far as a programme's terms ask for it. */
  health?: string;
};

// version (1) ‖ key id (4) ‖ owner (4) ‖ nonce (12) ‖ holds (1) ‖ ciphertext ‖ tag (16); version 1 had no byte for what it holds
const VERSION = 2;
const OWNER_AT = 5;
const NONCE_AT = 9;
const HOLDS_AT = 21;
const BODY_AT: Readonly<Record<number, number>> = { 1: 21, 2: 22 };
const TAG_BYTES = 16;

/**
 * What an envelope tells without being opened: which of the fields that a registration asks for, phone and marital status are in
 * it, as bits of one byte in clear. Nothing else is told; above all not health, wages or an account.
 */
export const envelopeHolds = {
  /** Where the byte stands, in envelopes of this version. */
  at: HOLDS_AT,
  version: VERSION,
  bits: {
    nik: 1,
    birthPlace: 2,
    address: 4,
    mother: 8,
    workPlace: 16,
    phone: 32,
    marital: 64,
  } satisfies Partial<Record<keyof SealedRecord, number>>,
} as const;

/** The same bits of a record that was opened. */
export function holdsOf(record: SealedRecord): number {
  const { bits } = envelopeHolds;
  return (Object.keys(bits) as (keyof typeof bits)[])
    .filter((field) => record[field] !== undefined && record[field] !== '')
    .reduce((held, field) => held | bits[field], 0);
}

/** Whether an envelope tells in clear what the record in it holds: not when it was sealed before all of the bits were told. */
export function tellsWhatItHolds(envelope: Uint8Array, record: SealedRecord): boolean {
  return envelope[0] === VERSION && envelope[HOLDS_AT] === holdsOf(record);
}

/** Plain texts are padded to whole blocks, so that an envelope's length does not tell whether health or wages are in it. */
const PADDING = 128;

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** How every envelope begins that needs no resealing: this version, and the id of the active key. */
export function currentHead({ activeSealingKey }: Keyring): Buffer {
  return Buffer.concat([Buffer.of(VERSION), Buffer.from(activeSealingKey, 'hex')]);
}

/** Seals and opens the one envelope of a person. */
export type EnvelopeSealer = {
  /**
   * Seals a record for one person under the active key (AES-256-GCM; the person's id is associated data, so that an envelope
   * copied to another person's row does not open).
   *
   * @throws RangeError if the id is not a lower-case UUID
   */
  seal(personId: string, record: SealedRecord): Buffer;
  /** @throws SealError seal.malformed, seal.unknownKey, seal.wrongOwner, seal.tampered */
  open(personId: string, envelope: Uint8Array): SealedRecord;
  /** Whether the envelope is under the active key; false asks for resealing after a rotation, which also brings it to this version. */
  isCurrent(envelope: Uint8Array): boolean;
};

/** The sealer of a keyring; it derives the keys once. */
export function envelopeSealer(keyring: Keyring): EnvelopeSealer {
  const keys = new Map([...keyring.sealing].map(([id, key]) => [id, personKey(key)]));
  const current = currentHead(keyring);
  const active = keys.get(keyring.activeSealingKey);
  if (active === undefined) throw new RangeError('a keyring without an active sealing key');

  return {
    seal(personId, record) {
      const json = Buffer.from(JSON.stringify(record), 'utf8');
      const plain = Buffer.alloc(Math.ceil(json.length / PADDING) * PADDING, ' ');
      json.copy(plain);
      // Random nonces are safe for 2³² envelopes per key: every Indonesian resealed a dozen times.
      const nonce = randomBytes(12);
      const holds = Buffer.of(holdsOf(record));
      const head = Buffer.concat([current, ownerMark(personId), nonce, holds]);
      const cipher = createCipheriv('aes-256-gcm', active, nonce);
      cipher.setAAD(associated(head, personId));
      return Buffer.concat([head, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    },

    open(personId, bytes) {
      const envelope = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      const bodyAt = BODY_AT[envelope[0] ?? 0];
      if (bodyAt === undefined || envelope.length < bodyAt + TAG_BYTES) throw new SealError('seal.malformed');
      const keyId = envelope.toString('hex', 1, OWNER_AT);
      const key = keys.get(keyId);
      if (key === undefined) throw new SealError('seal.unknownKey', { keyId });
      if (!ownerMark(personId).equals(envelope.subarray(OWNER_AT, NONCE_AT))) {
        throw new SealError('seal.wrongOwner', { keyId });
      }
      const decipher = createDecipheriv('aes-256-gcm', key, envelope.subarray(NONCE_AT, HOLDS_AT), {
        authTagLength: TAG_BYTES,
      });
      decipher.setAAD(associated(envelope.subarray(0, bodyAt), personId));
      decipher.setAuthTag(envelope.subarray(-TAG_BYTES));
      const body = envelope.subarray(bodyAt, -TAG_BYTES);
      try {
        return JSON.parse(Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8'));
      } catch {
        throw new SealError('seal.tampered', { keyId });
      }
    },

    isCurrent(envelope) {
      return current.equals(envelope.subarray(0, OWNER_AT));
    },
  };
}

const personKey = (key: KeyObject) =>
  Buffer.from(hkdfSync('sha256', key, '', 'payung person envelope 1', 32));

const associated = (head: Uint8Array, personId: string) =>
  Buffer.concat([head, Buffer.from(personId, 'ascii')]);

/**
 * The last four bytes of the person's id, in clear. The id stands beside the envelope anyway; here it tells an envelope that
 * came to the wrong row (a bug in a query) from one that was altered, which authentication alone cannot.
 */
function ownerMark(personId: string): Buffer {
  if (!UUID.test(personId)) throw new RangeError('a person id is a lower-case UUID');
  return Buffer.from(personId.slice(-8), 'hex');
}
