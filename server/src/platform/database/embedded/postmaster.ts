import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** A PostgreSQL that runs on a data directory, as its own `postmaster.pid` tells. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly socketDirectory: string;
  /** PostgreSQL writes `ready` once it accepts connections; recovery after a crash counts as `starting`. */
  readonly status: 'starting' | 'ready' | 'stopping';
}

/** The PostgreSQL running on this data directory; undefined when none is, also where a crash left the file behind. */
export function findPostmaster(pgData: string): Postmaster | undefined {
  let lines: string[];
  try {
    lines = readFileSync(join(pgData, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return undefined;
  }
  const pid = Number(lines[0]);
  if (!Number.isSafeInteger(pid) || pid <= 0 || !isPostgres(pid)) return undefined;
  const status = lines[7]?.trim();
  return {
    pid,
    port: Number(lines[3]),
    socketDirectory: lines[4]?.trim() ?? '',
    status: status === 'ready' || status === 'stopping' ? status : 'starting',
  };
}

/**
 * Removes a `postmaster.pid` whose number now belongs to a process that is no PostgreSQL. PostgreSQL would refuse to start
 * beside it, after every restart of a container; it copes by itself with a number that nobody has.
 */
export function forgetStranger(pgData: string): void {
  if (process.platform !== 'linux') return;
  const path = join(pgData, 'postmaster.pid');
  try {
    const pid = Number(readFileSync(path, 'utf8').split('\n')[0]);
    if (isAlive(pid) && !isPostgres(pid)) rmSync(path, { force: true });
  } catch {
    // No such file: nothing to forget.
  }
}

/** Whether a process of this number exists, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * A restarted machine or container hands out the same small numbers again, so being alive is not enough. Where there is no
 * /proc, being alive has to do: PostgreSQL then refuses to start, which is safe.
 */
function isPostgres(pid: number): boolean {
  if (!isAlive(pid)) return false;
  if (process.platform !== 'linux') return true;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres');
  } catch {
    return false;
  }
}
