import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type BackupReport, makeBackup, type RestoreReport, restoreBackup } from '#platform/backup';
import { systemClock } from '#platform/clock';
import {
  chooseDataDirectory,
  DatabaseProblem,
  embeddedUrls,
  type ServerUrls,
  serverUrls,
  startEmbedded,
} from '#platform/database';
import { type FileStore, localFileStore } from '#platform/files';
import { createSealer, type Keyring, loadKeyring } from '#platform/seal';
import { migrationsDirectory } from './readiness.ts';
import { whoIsAtTheTerminal } from './terminal.ts';

/** Which register, and which file. */
interface SafekeepingOptions {
  /** Read as `startPlatform` reads it. */
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
  /** The backup to make, or to restore. */
  readonly path: string;
  /** Told after each part: its name and the rows in it (1 for a file). */
  readonly onPart?: (part: string, rows: number) => void;
}

/** What is needed of an installation without serving from it; nothing is migrated and no key is made. */
interface Place {
  readonly urls: ServerUrls & { readonly migrate: string };
  readonly keyring: Keyring;
  readonly files: FileStore;
}

/**
 * Backs up the register of this machine, while it may be serving.
 *
 * @throws BackupProblem, DatabaseProblem, KeyringError
 */
export function backupRegister(options: SafekeepingOptions): Promise<BackupReport> {
  return inPlace(options, ({ urls, keyring, files }) =>
    makeBackup({
      ...told(options),
      migrateUrl: urls.migrate,
      files,
      keyring,
      path: options.path,
      actor: whoIsAtTheTerminal().id,
      now: systemClock(options.env.PAYUNG_ZONE).now(),
    }),
  );
}

/**
 * Restores a backup into the empty database of this machine, and migrates it on to this version.
 *
 * @throws BackupProblem, DatabaseProblem, KeyringError
 */
export function restoreRegister(options: SafekeepingOptions): Promise<RestoreReport> {
  return inPlace(options, ({ urls, keyring, files }) =>
    restoreBackup({
      ...told(options),
      migrateUrl: urls.migrate,
      urls,
      migrations: migrationsDirectory,
      files,
      keyring,
      path: options.path,
      actor: whoIsAtTheTerminal().id,
    }),
  );
}

const told = ({ onPart }: SafekeepingOptions) => (onPart === undefined ? {} : { onPart });

async function inPlace<T>(options: SafekeepingOptions, work: (place: Place) => Promise<T>): Promise<T> {
  const { env } = options;
  const data = chooseDataDirectory(env, options.cwd);
  const own = serverUrls(env);
  const keyFile = join(data.path, 'keys.json');
  // Keys beside the embedded database are found here, but never made: new ones open nothing that is old.
  const keyring = loadKeyring(
    env,
    own === undefined && existsSync(keyFile) ? { allowCreateAt: keyFile } : {},
  );
  const files = localFileStore(join(data.path, 'files'), createSealer(keyring));
  const embedded = own === undefined ? await startEmbedded({ dataDirectory: data.path }) : undefined;
  try {
    const urls = embedded === undefined ? own : embeddedUrls(embedded);
    const migrate = urls?.migrate;
    if (urls === undefined || migrate === undefined) {
      throw new DatabaseProblem('database.badUrl', { variable: 'PAYUNG_MIGRATE_URL' });
    }
    return await work({ urls: { ...urls, migrate }, keyring, files });
  } finally {
    await embedded?.stop();
  }
}
