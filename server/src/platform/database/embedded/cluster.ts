import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseProblem } from '../problem.ts';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { isAlive } from './postmaster.ts';

/** The superuser that initdb makes. Migrations connect as it; nothing is ever served as it. */
export const SUPERUSER = 'postgres';

/**
 * Makes sure that `pgData` is a cluster of our major version that this account may use; makes a new one where there is none.
 *
 * A new cluster is built beside its place and moved there whole, so a process that dies half-way, or two that begin at
 * once, never leave half a cluster.
 *
 * @throws DatabaseProblem database.otherVersion, database.foreignDirectory, database.notACluster, database.initFailed
 */
export function ensureCluster(
  pgData: string,
  binaries: Binaries,
  account: Account,
  options: { sync: boolean; passwordFile: string | undefined },
): void {
  removeUnfinished(pgData);
  if (!existsSync(pgData)) initialise(pgData, binaries, account, options);

  const uid = account?.uid ?? process.getuid?.();
  const owner = statSync(pgData).uid;
  if (uid !== undefined && owner !== uid) {
    throw new DatabaseProblem('database.foreignDirectory', { path: pgData, owner, uid });
  }
  if (!existsSync(join(pgData, 'PG_VERSION'))) {
    throw new DatabaseProblem('database.notACluster', { path: pgData });
  }
  const found = readFileSync(join(pgData, 'PG_VERSION'), 'utf8').trim();
  if (found !== String(binaries.major)) {
    throw new DatabaseProblem('database.otherVersion', { path: pgData, found, expected: binaries.major });
  }
}

/** The superuser's password for platforms without a private socket (Windows); made once, readable by its owner only. */
export function ensurePassword(path: string): string {
  if (!existsSync(path)) writeFileSync(path, randomBytes(24).toString('hex'), { mode: 0o600, flag: 'wx' });
  return readFileSync(path, 'utf8').trim();
}

function initialise(
  pgData: string,
  binaries: Binaries,
  account: Account,
  options: { sync: boolean; passwordFile: string | undefined },
): void {
  const unfinished = `${pgData}.new-${process.pid}`;
  mkdirSync(unfinished, { mode: 0o700 });
  if (account !== undefined) chownSync(unfinished, account.uid, account.gid);

  // The machine's own locales differ and may be missing; from 17 on PostgreSQL brings one that knows letters beyond ASCII.
  const locale =
    binaries.major >= 17
      ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
      : ['--locale=C'];
  const access =
    options.passwordFile === undefined
      ? ['--auth-local=trust', '--auth-host=reject']
      : ['--auth=scram-sha-256', `--pwfile=${options.passwordFile}`];
  const result = spawnSync(
    binaries.initdb,
    [
      `--pgdata=${unfinished}`,
      `--username=${SUPERUSER}`,
      '--encoding=UTF8',
      '--data-checksums',
      '--no-instructions',
      ...locale,
      ...access,
      ...(options.sync ? [] : ['--no-sync']),
    ],
    { ...account, cwd: unfinished, env: childEnvironment(), encoding: 'utf8', windowsHide: true },
  );
  if (result.status !== 0) {
    rmSync(unfinished, { recursive: true, force: true });
    const detail = result.error?.message ?? result.stderr.trim();
    throw new DatabaseProblem('database.initFailed', { path: pgData, detail }, result.error);
  }
  try {
    renameSync(unfinished, pgData);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    // Somebody else's cluster took the place in the meantime: use that one.
    if (!existsSync(join(pgData, 'PG_VERSION'))) throw error;
  }
  if (options.sync && process.platform !== 'win32') syncDirectory(dirname(pgData));
}

/** Without this a power cut could undo the rename after commits were acknowledged. */
function syncDirectory(path: string): void {
  const handle = openSync(path, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

function removeUnfinished(pgData: string): void {
  const parent = dirname(pgData);
  for (const name of readdirSync(parent)) {
    const maker = /^postgres\.new-(\d+)$/.exec(name)?.[1];
    if (maker !== undefined && !isAlive(Number(maker)))
      rmSync(join(parent, name), { recursive: true, force: true });
  }
}

/** PostgreSQL inherits nothing of ours: no PG* variables, no secrets. */
export function childEnvironment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TEMP, TMP } = process.env;
  return {
    LC_ALL: 'C',
    TZ: 'UTC',
    ...Object.fromEntries(
      Object.entries({ PATH, SystemRoot, TEMP, TMP }).filter(([, value]) => value !== undefined),
    ),
  };
}
