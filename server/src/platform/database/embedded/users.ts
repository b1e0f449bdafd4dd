import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from './postmaster.ts';

let registrations = 0;

/**
 * Notes that this process uses the database, so that whoever leaves last shuts it down, and nobody earlier: a command that
 * ran first and ends first must not take the server's database with it. Returns the note, for `leave`.
 */
export function register(directory: string): string {
  mkdirSync(directory, { recursive: true });
  const note = join(directory, `${process.pid}.${++registrations}`);
  writeFileSync(note, '');
  return note;
}

/** Removes the note and those of dead processes. Returns true when nobody else uses the database. */
export function leave(directory: string, note: string): boolean {
  rmSync(note, { force: true });
  let others = 0;
  for (const name of readdirSync(directory)) {
    // A number reused by a stranger only keeps PostgreSQL running for longer; the next start attaches to it.
    if (isAlive(Number.parseInt(name, 10))) others += 1;
    else rmSync(join(directory, name), { force: true });
  }
  return others === 0;
}
