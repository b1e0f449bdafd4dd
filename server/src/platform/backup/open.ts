import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import type { Keyring } from '#platform/seal';
import {
  isSigned,
  LABEL,
  LABEL_TEXT,
  MANIFEST,
  type Manifest,
  partOfFile,
  partOfTable,
  readManifest,
  SIGNATURE,
} from './manifest.ts';
import { BackupProblem } from './problem.ts';
import { listTar, type TarEntry } from './tar.ts';

/** A backup of which every byte was checked. */
export interface OpenBackup {
  readonly manifest: Manifest;
  /** The content of a part once more; fails at its end if the file changed since it was checked. */
  read(part: string): AsyncIterable<Uint8Array>;
}

/** A manifest of a register of ten million files would still be smaller; anything larger is no manifest. */
const LARGEST_MANIFEST = 2 ** 31;
/** Of Ed25519. */
const SIGNATURE_BYTES = 64;

/**
 * Opens a backup and reads it through: the manifest is whole and signed with this installation's key, every part it names is
 * there with its SHA-256, no other part is, and the keys that its contents need are in the keyring.
 *
 * @throws BackupProblem backup.unreadable, backup.notABackup, backup.cutShort, backup.partDamaged, backup.partMissing,
 *   backup.partUnknown, backup.otherKeys
 */
export async function openBackup(path: string, keyring: Keyring): Promise<OpenBackup> {
  const tar = await listTar(path).catch((error: NodeJS.ErrnoException) => {
    throw new BackupProblem('backup.unreadable', { path, reason: error.code ?? 'unknown' });
  });
  if (tar === undefined) throw new BackupProblem('backup.notABackup', { path });
  const entries = new Map(tar.entries.map((entry) => [entry.name, entry]));
  const cutShort = () => new BackupProblem('backup.cutShort', { path, part: tar.entries.at(-1)?.name ?? '' });
  const textEntry = entries.get(MANIFEST);
  const signatureEntry = entries.get(SIGNATURE);
  if (tar.entries[0]?.name !== LABEL) throw new BackupProblem('backup.notABackup', { path });
  if (!LABEL_TEXT.equals(await contentOf(tar.entries[0], LABEL_TEXT.length))) {
    throw new BackupProblem('backup.partDamaged', { path, part: LABEL });
  }
  if (textEntry === undefined || signatureEntry === undefined || !tar.complete) throw cutShort();

  const text = await contentOf(textEntry, LARGEST_MANIFEST);
  const manifest = readManifest(text);
  if (manifest === undefined) throw new BackupProblem('backup.partDamaged', { path, part: MANIFEST });
  refuseOtherKeys(manifest, keyring);
  if (!isSigned(text, await contentOf(signatureEntry, SIGNATURE_BYTES), keyring)) {
    throw new BackupProblem('backup.partDamaged', { path, part: MANIFEST });
  }

  const parts = new Map<string, { readonly sha256: string }>([
    ...manifest.tables.map((part) => [partOfTable(part.table), part] as const),
    ...manifest.files.map((part) => [partOfFile(part.file), part] as const),
  ]);
  if (tar.entries.length !== entries.size) {
    throw new BackupProblem('backup.partUnknown', { path, part: repeated(tar.entries) });
  }
  for (const name of entries.keys()) {
    if (!parts.has(name) && ![LABEL, MANIFEST, SIGNATURE].includes(name)) {
      throw new BackupProblem('backup.partUnknown', { path, part: name });
    }
  }

  async function* read(name: string): AsyncIterable<Uint8Array> {
    const entry = entries.get(name);
    const part = parts.get(name);
    if (entry === undefined || part === undefined) {
      throw new BackupProblem('backup.partMissing', { path, part: name });
    }
    const hash = createHash('sha256');
    for await (const chunk of entry.read()) {
      hash.update(chunk);
      yield chunk;
    }
    if (hash.digest('hex') !== part.sha256)
      throw new BackupProblem('backup.partDamaged', { path, part: name });
  }
  for (const name of parts.keys()) {
    for await (const _ of read(name));
  }
  return { manifest, read };
}

/** The whole content of a small part; nothing when it is larger than it can be. */
async function contentOf(entry: TarEntry, most: number): Promise<Buffer> {
  return entry.bytes > most ? Buffer.alloc(0) : buffer(entry.read());
}

function refuseOtherKeys(manifest: Manifest, keyring: Keyring): void {
  const needed = [manifest.keys.audit, ...manifest.keys.sealing];
  const present = [keyring.audit.keyId, ...keyring.sealing.keys()];
  if (needed.every((key) => present.includes(key))) return;
  throw new BackupProblem('backup.otherKeys', { needed: needed.join(', '), present: present.join(', ') });
}

function repeated(entries: readonly TarEntry[]): string {
  const names = entries.map(({ name }) => name);
  return names.find((name, at) => names.indexOf(name) !== at) ?? '';
}
