import { spawnSync } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { onWindows, removeSocketDirectory } from './launch.ts';
import { findPostmaster, isAlive, type Postmaster } from './postmaster.ts';
import { leave } from './users.ts';

/** What ends a process by default and so skips `exit`. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Arranges that this process leaves the database however it ends (except by SIGKILL: the next start then attaches), and
 * returns the way to leave it earlier. Whoever leaves last asks for a fast shutdown: sessions are ended, all data flushed.
 */
export function leaveAtEnd(users: string, note: string, pgData: string, pgCtl: string): () => Promise<void> {
  let left = false;
  const leaveNow = (): Postmaster | undefined => {
    if (left) return undefined;
    left = true;
    if (!leave(users, note)) return undefined;
    const postmaster = findPostmaster(pgData);
    if (postmaster !== undefined) shutDown(postmaster, pgData, pgCtl);
    return postmaster;
  };
  const onExit = () => void leaveNow();
  const onSignal = (signal: NodeJS.Signals) => {
    // Somebody else listens too: a server that finishes its requests and then stops us, or exits.
    if (process.listenerCount(signal) > 1) return;
    leaveNow();
    process.removeListener(signal, onSignal);
    process.kill(process.pid, signal);
  };
  process.once('exit', onExit);
  for (const signal of SIGNALS) process.on(signal, onSignal);

  return async () => {
    process.removeListener('exit', onExit);
    for (const signal of SIGNALS) process.removeListener(signal, onSignal);
    const postmaster = leaveNow();
    if (postmaster === undefined) return;
    while (isAlive(postmaster.pid)) await delay(10);
    removeSocketDirectory(postmaster.socketDirectory);
  };
}

function shutDown(postmaster: Postmaster, pgData: string, pgCtl: string): void {
  // Windows has no signals; pg_ctl speaks PostgreSQL's own substitute for them.
  if (onWindows) spawnSync(pgCtl, ['stop', '-D', pgData, '-m', 'fast', '--no-wait'], { windowsHide: true });
  else process.kill(postmaster.pid, 'SIGINT');
}
