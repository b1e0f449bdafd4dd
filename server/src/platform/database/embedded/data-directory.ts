import { createHash } from 'node:crypto';
import { homedir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { blockedAt, canWrite, databaseAccount } from './account.ts';

/** Where the data lies, and why there: the caller prints it when it is not the checkout. */
export interface DataDirectory {
  readonly path: string;
  /** `configured`: `$PAYUNG_DATA`; `checkout`: `.payung` in the working directory; `elsewhere`: the database's user cannot use that. */
  readonly reason: 'configured' | 'checkout' | 'elsewhere';
}

/**
 * Chooses the data directory: `$PAYUNG_DATA`, else `.payung` under `cwd` where the database's user can enter it, else a
 * directory of this checkout's own outside it. Creates nothing.
 *
 * A configured directory is returned as it is, even when unusable: `startEmbedded` then refuses and says why, because silently
 * using another place would look like lost data.
 */
export function chooseDataDirectory(env: NodeJS.ProcessEnv, cwd: string): DataDirectory {
  const configured = env.PAYUNG_DATA;
  if (configured !== undefined && configured !== '') {
    return { path: resolve(cwd, configured), reason: 'configured' };
  }
  const inCheckout = join(cwd, '.payung');
  if (isUsable(inCheckout)) return { path: inCheckout, reason: 'checkout' };

  // Two checkouts of one name must not share a database.
  const name = `${basename(cwd)}-${createHash('sha256').update(cwd).digest('hex').slice(0, 8)}`;
  const elsewhere = outside(env).map((parent) => join(parent, 'payung', name));
  return { path: elsewhere.find(isUsable) ?? inCheckout, reason: 'elsewhere' };
}

/** Places that outlive a restart: never a temporary directory. */
function outside(env: NodeJS.ProcessEnv): string[] {
  if (process.getuid?.() === 0) return ['/var/lib', '/srv', '/opt'];
  const xdg = env.XDG_DATA_HOME;
  return [...(xdg === undefined || xdg === '' ? [] : [xdg]), join(homedir(), '.local', 'share')];
}

function isUsable(path: string): boolean {
  return canWrite(path) && blockedAt(path, databaseAccount(join(path, 'postgres'))) === undefined;
}
