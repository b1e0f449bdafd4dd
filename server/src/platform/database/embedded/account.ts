import { accessSync, constants, realpathSync, type Stats, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** The operating-system user that runs PostgreSQL. `undefined`: ourselves, without switching. */
export type Account = { readonly uid: number; readonly gid: number } | undefined;

/** `nobody`: present everywhere with a passwd entry, which initdb insists on. */
const NOBODY = { uid: 65534, gid: 65534 };

/**
 * Who must run PostgreSQL for this data directory.
 *
 * PostgreSQL refuses to run as root. So root uses the owner of existing data (someone may have used it as an ordinary user
 * before), else `nobody`. Everybody else, and Windows, runs it as himself.
 */
export function databaseAccount(pgData: string): Account {
  if (process.getuid?.() !== 0) return undefined;
  const existing = statSync(pgData, { throwIfNoEntry: false });
  if (existing === undefined || existing.uid === 0) return NOBODY;
  return { uid: existing.uid, gid: existing.gid };
}

/** The first part of a path that the account may not enter (or, for a file, read); undefined when all of it is open. */
export function blockedAt(path: string, account: Account): string | undefined {
  const existing = nearestExisting(path);
  if (account === undefined) {
    try {
      accessSync(existing, constants.R_OK);
      return undefined;
    } catch {
      return existing;
    }
  }
  for (let part = realpathSync(existing); ; part = dirname(part)) {
    const stats = statSync(part);
    const need = stats.isDirectory() ? 0o1 : 0o4;
    if ((permissionBits(stats, account) & need) === 0) return part;
    if (part === dirname(part)) return undefined;
  }
}

/** Whether we ourselves may create entries in the directory, or in its nearest existing ancestor. */
export function canWrite(path: string): boolean {
  try {
    accessSync(nearestExisting(path), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function nearestExisting(path: string): string {
  for (let part = path; ; part = dirname(part)) {
    if (part === dirname(part)) return part;
    try {
      if (statSync(part, { throwIfNoEntry: false }) !== undefined) return part;
    } catch {
      // Below a directory closed to us: the closed directory itself is what the caller must hear of.
    }
  }
}

function permissionBits(stats: Stats, account: { uid: number; gid: number }): number {
  if (stats.uid === account.uid) return (stats.mode >> 6) & 0o7;
  if (stats.gid === account.gid) return (stats.mode >> 3) & 0o7;
  return stats.mode & 0o7;
}
