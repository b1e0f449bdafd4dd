import {
  closeSync,
  fchmodSync,
  fchownSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { KeyringError } from './errors.ts';
import {
  type Keyring,
  type KeyringDocument,
  newKeyringDocument,
  openKeyring,
  parseKeyringDocument,
  withNewSealingKey,
} from './keyring.ts';

/** The variables read; everything else in the environment is ignored. */
export type KeyEnvironment = {
  /** The keyring itself: JSON, or JSON in base64. */
  readonly PAYUNG_KEYS?: string | undefined;
  /** Path of a key file. */
  readonly PAYUNG_KEY_FILE?: string | undefined;
  /** Folder of the data, in which a configured key file may not lie. */
  readonly PAYUNG_DATA?: string | undefined;
  readonly NODE_ENV?: string | undefined;
};

/**
 * Loads the keys from `PAYUNG_KEYS` or `PAYUNG_KEY_FILE`.
 *
 * @param options.allowCreateAt where a key file may be made, and found again, when neither is set: for the example on
 *   one's own machine, where it may lie beside the data. Ignored when `NODE_ENV` is `production`: a server that made its own
 *   keys after a lost mount would start, and find that it can open nothing.
 * @throws KeyringError with the remedy in its message
 */
export function loadKeyring(env: KeyEnvironment, options: { readonly allowCreateAt?: string } = {}): Keyring {
  const inline = env.PAYUNG_KEYS || undefined;
  const file = env.PAYUNG_KEY_FILE || undefined;
  if (inline !== undefined && file !== undefined) throw new KeyringError('keyring.ambiguous');
  if (inline !== undefined) return openKeyring(parseKeyringDocument(inline));
  if (file !== undefined) {
    if (env.PAYUNG_DATA && isInside(file, env.PAYUNG_DATA)) {
      throw new KeyringError('keyring.besideData', { path: file });
    }
    return openKeyring(readKeyFile(file), file);
  }
  const own = options.allowCreateAt;
  if (own === undefined || env.NODE_ENV === 'production') throw new KeyringError('keyring.missing');
  if (statSync(own, { throwIfNoEntry: false }) === undefined) createKeyFile(own);
  return openKeyring(readKeyFile(own), own);
}

/**
 * Makes a file of new keys, readable by its owner only. It appears whole or not at all, and never replaces a file.
 *
 * @throws KeyringError keyring.exists, keyring.unreadable (the folder cannot be written)
 */
export function createKeyFile(path: string): void {
  const draft = writeDraft(path, newKeyringDocument(), undefined);
  try {
    // A link, unlike a rename, fails when the name is taken.
    linkSync(draft, path);
  } catch (error) {
    if (reasonOf(error) === 'EEXIST') throw new KeyringError('keyring.exists', { path });
    throw new KeyringError('keyring.unreadable', { path, reason: reasonOf(error) });
  } finally {
    rmSync(draft, { force: true });
  }
  syncFolder(path);
}

/**
 * Adds a new active sealing key to a key file, all at once: whoever reads meanwhile sees the old file or the new one.
 * Running servers seal with the new key after their next start; `isCurrent` then tells which envelopes to reseal.
 *
 * @returns the id of the new key
 * @throws KeyringError
 */
export function rotateSealingKey(path: string): string {
  // A symbolic link (a mounted secret) is followed, or the rename would replace the link and leave its target behind.
  const target = realOf(path);
  const next = withNewSealingKey(readKeyFile(target));
  const draft = writeDraft(target, next, statSync(target));
  try {
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { force: true });
    throw new KeyringError('keyring.unreadable', { path, reason: reasonOf(error) });
  }
  syncFolder(target);
  return openKeyring(next, path).activeSealingKey;
}

function readKeyFile(path: string): KeyringDocument {
  let text: string;
  let mode: number;
  try {
    mode = statSync(path).mode;
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new KeyringError('keyring.unreadable', { path, reason: reasonOf(error) });
  }
  // Reading by the group stays allowed: mounted secrets of containers and systemd come so. Windows has no such bits.
  if (process.platform !== 'win32' && (mode & 0o027) !== 0)
    throw new KeyringError('keyring.exposed', { path });
  return parseKeyringDocument(text, path);
}

/** Writes and syncs the document next to `path`, as its owner would have it, and returns the draft's name. */
function writeDraft(path: string, document: KeyringDocument, like: ReturnType<typeof statSync>): string {
  const draft = `${path}.${process.pid}.draft`;
  try {
    const handle = openSync(draft, 'wx', 0o600);
    try {
      if (like !== undefined && process.platform !== 'win32') {
        fchownSync(handle, Number(like.uid), Number(like.gid));
        fchmodSync(handle, Number(like.mode) & 0o740);
      }
      writeSync(handle, `${JSON.stringify(document, undefined, 2)}\n`);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    if (reasonOf(error) !== 'EEXIST') rmSync(draft, { force: true });
    throw new KeyringError('keyring.unreadable', { path: draft, reason: reasonOf(error) });
  }
  return draft;
}

/** A new name survives a power cut only once its folder is synced; Windows cannot open folders and needs no such thing. */
function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(dirname(path), 'r');
  fsyncSync(handle);
  closeSync(handle);
}

/** Whether a path lies in a folder, symbolic links followed as far as they exist. */
function isInside(path: string, folder: string): boolean {
  const way = relative(realOf(folder), realOf(path));
  return way !== '..' && !way.startsWith(`..${sep}`) && resolve(way) !== way;
}

function realOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}

const reasonOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
