import { sign, verify } from 'node:crypto';
import { z } from 'zod';
import type { Keyring } from '#platform/seal';

const digest = z.string().regex(/^[0-9a-f]{64}$/);
const keyId = z.string().regex(/^[0-9a-f]{8}$/);

const Manifest = z.strictObject({
  format: z.literal('payung backup 1'),
  /** UUIDv7 of this backup; the audit log names it when it is made and when it is restored. */
  id: z.uuid(),
  madeAt: z.iso.datetime(),
  /** Version of the server it was made on. */
  postgres: z.string(),
  /** Migrations of the database, in order. */
  migrations: z.array(z.strictObject({ name: z.string(), sha256: digest })).min(1),
  /** Keys without which the contents cannot be opened, nor this manifest be verified. Only their names. */
  keys: z.strictObject({ audit: keyId, sealing: z.array(keyId) }),
  tables: z.array(
    z.strictObject({
      table: z.string(),
      columns: z.array(z.string()),
      rows: z.int().nonnegative(),
      bytes: z.int().nonnegative(),
      sha256: digest,
    }),
  ),
  sequences: z.array(z.strictObject({ sequence: z.string(), last: z.string(), called: z.boolean() })),
  files: z.array(z.strictObject({ file: z.uuid(), bytes: z.int().nonnegative(), sha256: digest })),
  /** Work that was queued or running; it begins again after a restore. */
  jobs: z.array(
    z.strictObject({
      task: z.string(),
      payload: z.unknown(),
      key: z.string().nullable(),
      queue: z.string().nullable(),
      runAt: z.string(),
      maxAttempts: z.int(),
      priority: z.int(),
    }),
  ),
  leftOut: z.record(z.string(), z.string()),
});

/** What a backup holds, and what it takes to restore it. The last part of the file, followed only by its signature. */
export type Manifest = z.infer<typeof Manifest>;

/** The first part: says what the file is even when nothing else of it is left. */
export const LABEL = 'payung-backup.txt';
export const LABEL_TEXT: Buffer = Buffer.from(
  'A backup of Payung. Restore it with: payung restore FILE\nCadangan Payung. Pulihkan dengan: payung restore BERKAS\n',
);

/** Names of the other parts in the tar. */
export const MANIFEST = 'manifest.json';
export const SIGNATURE = 'manifest.sig';
export const partOfTable = (table: string) => `tables/${table}`;
export const partOfFile = (file: string) => `files/${file}`;

const signed = (manifest: Uint8Array) => Buffer.concat([Buffer.from('payung backup manifest 1\n'), manifest]);

/** The manifest as written, and its Ed25519 signature by the key that signs the audit log. */
export function writeManifest(
  manifest: Manifest,
  keyring: Keyring,
): { readonly text: Buffer; readonly signature: Buffer } {
  const text = Buffer.from(`${JSON.stringify(manifest, undefined, 1)}\n`);
  return { text, signature: sign(null, signed(text), keyring.audit.privateKey) };
}

/** Reads a manifest; undefined when it is none. Says nothing yet about who wrote it. */
export function readManifest(text: Uint8Array): Manifest | undefined {
  try {
    return Manifest.safeParse(JSON.parse(Buffer.from(text).toString('utf8'))).data;
  } catch {
    return undefined;
  }
}

/** True when the manifest was signed with the keyring's signing key. */
export function isSigned(text: Uint8Array, signature: Uint8Array, keyring: Keyring): boolean {
  return verify(null, signed(text), keyring.audit.publicKey, signature);
}
