import { type ChildProcess, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseProblem } from '../problem.ts';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { childEnvironment } from './cluster.ts';
import { settingArguments } from './settings.ts';

/** sun_path holds 104 bytes on macOS and 108 on Linux, its final NUL included; a longer socket path fails to bind. */
const LONGEST_SOCKET_PATH = 103;
/** Only a file name on a socket, but clients must say the same. */
const SOCKET_PORT = 5432;
export const onWindows = process.platform === 'win32';

/** A `postgres` that we spawned, ready or not. */
export interface Launched {
  readonly child: ChildProcess;
  /** The file with what it says before its own log begins. */
  readonly output: string;
}

/** Spawns `postgres` so that it survives us, and returns at once. */
export async function launch(
  home: string,
  pgData: string,
  account: Account,
  binaries: Binaries,
  settings: Readonly<Record<string, string>>,
): Promise<Launched> {
  const listening: Record<string, string> = onWindows
    ? { listen_addresses: '127.0.0.1', port: String(await freePort()), unix_socket_directories: '' }
    : {
        listen_addresses: '',
        port: String(SOCKET_PORT),
        unix_socket_directories: socketDirectory(home, account),
        unix_socket_permissions: '0700',
      };
  const output = join(home, `start-${process.pid}.log`);
  // A file and not a pipe: it must survive us.
  const log = openSync(output, 'w', 0o600);
  const child = spawn(binaries.postgres, ['-D', pgData, ...settingArguments(listening, settings)], {
    ...account,
    cwd: pgData,
    env: childEnvironment(),
    // Its own session: Ctrl-C in the terminal reaches us alone, and we close it after the last request.
    detached: true,
    stdio: ['ignore', log, log],
    windowsHide: true,
  });
  child.on('error', () => undefined);
  child.unref();
  closeSync(log);
  return { child, output };
}

/** Whether it is gone; true also when it could not be spawned. */
export function hasEnded(launched: Launched): boolean {
  const { pid, exitCode, signalCode } = launched.child;
  return pid === undefined || exitCode !== null || signalCode !== null;
}

/** Why it ended: the last lines it said. */
export function startFailed(pgData: string, launched: Launched): DatabaseProblem {
  const detail = readFileSync(launched.output, 'utf8').trim().split('\n').slice(-5).join(' ');
  return new DatabaseProblem('database.startFailed', { path: pgData, detail });
}

/** A directory that only the database's user (and root) may enter: its mode is what keeps strangers out of the database. */
function socketDirectory(home: string, account: Account): string {
  const usual = join(home, 'run');
  let directory = usual;
  if (Buffer.byteLength(join(usual, `.s.PGSQL.${SOCKET_PORT}`)) <= LONGEST_SOCKET_PATH) {
    mkdirSync(usual, { recursive: true, mode: 0o700 });
  } else {
    // A fresh random name: nobody can have prepared it. Others find it in postmaster.pid; `removeSocketDirectory` ends it.
    directory = mkdtempSync(join(tmpdir(), TEMPORARY_PREFIX));
  }
  chmodSync(directory, 0o700);
  if (account !== undefined) chownSync(directory, account.uid, account.gid);
  return directory;
}

const TEMPORARY_PREFIX = 'payung-';

/** Removes the socket directory of a PostgreSQL that has stopped, where it was made in the temporary directory. */
export function removeSocketDirectory(directory: string): void {
  if (directory.startsWith(join(tmpdir(), TEMPORARY_PREFIX)))
    rmSync(directory, { recursive: true, force: true });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address !== null && typeof address === 'object'
          ? resolve(address.port)
          : reject(new Error('the system gave no port')),
      );
    });
  });
}
