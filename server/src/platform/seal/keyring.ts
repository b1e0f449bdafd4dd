import {
  createHash,
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import { z } from 'zod';
import { KeyringError } from './errors.ts';

/**
 * The keys of one installation, in memory. Each is a `KeyObject`, which prints no key when it is logged by mistake.
 * What each loss means: a sealing key: its envelopes are gone; the index or match key: every NIK has to be opened and
 * indexed again; the signing key: new blocks cannot be signed, old ones are still verified by the public key.
 */
export type Keyring = {
  /** Key id (8 hex digits) → 256-bit sealing key: the active one and older ones, kept for opening. */
  readonly sealing: ReadonlyMap<string, KeyObject>;
  readonly activeSealingKey: string;
  /** Keys the blind indexes by which an exact NIK, phone or account is looked up. */
  readonly blindIndex: KeyObject;
  /** Keys the 64-bit hashes by which candidates for the same person are blocked. */
  readonly match: KeyObject;
  readonly audit: AuditKeys;
};

/** Ed25519 pair that signs audit blocks; `keyId` is the start of the public key's fingerprint. */
export type AuditKeys = {
  readonly keyId: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
};

const key256 = z.base64().refine((text) => Buffer.from(text, 'base64').length === 32, 'not 32 bytes');

const Document = z
  .strictObject({
    version: z.literal(1),
    sealing: z
      .array(
        z.strictObject({
          id: z.string().regex(/^[0-9a-f]{8}$/),
          key: key256,
          active: z.boolean().default(false),
        }),
      )
      .min(1)
      .refine((keys) => keys.filter((key) => key.active).length === 1, 'exactly one key must be active')
      .refine((keys) => new Set(keys.map((key) => key.id)).size === keys.length, 'two keys share an id'),
    blindIndex: key256,
    match: key256,
    auditSigning: z.base64(),
  })
  .refine(
    (keys) =>
      new Set([...keys.sealing.map((one) => one.key), keys.blindIndex, keys.match]).size ===
      keys.sealing.length + 2,
    'one key serves two purposes',
  );

/** The written form of a keyring: JSON, keys in base64, the signing key as PKCS #8 DER. */
export type KeyringDocument = z.infer<typeof Document>;

const freshKey = () => randomBytes(32).toString('base64');

const freshSealingKey = (taken: readonly string[]): KeyringDocument['sealing'][number] => {
  const id = randomBytes(4).toString('hex');
  return taken.includes(id) ? freshSealingKey(taken) : { id, key: freshKey(), active: true };
};

/** New random keys. */
export function newKeyringDocument(): KeyringDocument {
  const { privateKey } = generateKeyPairSync('ed25519');
  return {
    version: 1,
    sealing: [freshSealingKey([])],
    blindIndex: freshKey(),
    match: freshKey(),
    auditSigning: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
  };
}

/** The same keys with a new active sealing key in front; the former ones stay, to open what they sealed. */
export function withNewSealingKey(document: KeyringDocument): KeyringDocument {
  const former = document.sealing.map((key) => ({ ...key, active: false }));
  return { ...document, sealing: [freshSealingKey(former.map((key) => key.id)), ...former] };
}

/**
 * Reads the written form: JSON, or the same in base64 (an environment variable that must stay on one line).
 *
 * @param source the file it came from, for the message; undefined for the environment
 * @throws KeyringError keyring.malformed, naming the fields at fault but never their contents
 */
export function parseKeyringDocument(text: string, source?: string): KeyringDocument {
  const fail = (reason: string) =>
    new KeyringError('keyring.malformed', source === undefined ? { reason } : { path: source, reason });
  const trimmed = text.trim();
  const json = trimmed.startsWith('{') ? trimmed : Buffer.from(trimmed, 'base64').toString('utf8');
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch {
    // The parser's own message quotes the text it failed on: part of a key.
    throw fail('not JSON');
  }
  const parsed = Document.safeParse(data);
  if (parsed.success) return parsed.data;
  throw fail(
    parsed.error.issues.map((issue) => `${issue.path.join('.') || 'keyring'}: ${issue.code}`).join('; '),
  );
}

/** @throws KeyringError keyring.malformed if the signing key is not an Ed25519 private key */
export function openKeyring(document: KeyringDocument, source?: string): Keyring {
  const secret = (key: string) => createSecretKey(key, 'base64');
  return {
    sealing: new Map(document.sealing.map((entry) => [entry.id, secret(entry.key)])),
    activeSealingKey: document.sealing.find((entry) => entry.active)?.id ?? '',
    blindIndex: secret(document.blindIndex),
    match: secret(document.match),
    audit: openAuditKeys(document.auditSigning, source),
  };
}

function openAuditKeys(base64: string, source: string | undefined): AuditKeys {
  const fail = (reason: string) =>
    new KeyringError('keyring.malformed', source === undefined ? { reason } : { path: source, reason });
  let privateKey: KeyObject;
  try {
    privateKey = createPrivateKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'pkcs8' });
  } catch {
    throw fail('auditSigning: not a PKCS #8 key');
  }
  if (privateKey.asymmetricKeyType !== 'ed25519') throw fail('auditSigning: not Ed25519');
  const publicKey = createPublicKey(privateKey);
  return { keyId: auditKeyId(publicKey), privateKey, publicKey };
}

/** Short name of a public signing key: the first 8 hex digits of the SHA-256 of its DER form. */
export function auditKeyId(publicKey: KeyObject): string {
  return createHash('sha256')
    .update(publicKey.export({ format: 'der', type: 'spki' }))
    .digest('hex')
    .slice(0, 8);
}

/** The public signing key as PEM, to be kept by whoever verifies the log without having the keys. */
export function auditPublicKeyPem(keyring: Keyring): string {
  return keyring.audit.publicKey.export({ format: 'pem', type: 'spki' }).toString();
}
