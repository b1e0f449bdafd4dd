import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { day } from '@payung/kernel';
import type { Role } from '#platform/access';
import { type Clock, fixedClock } from '#platform/clock';
import { type Actor, type Context, jobActor, type Platform, terminalActor } from '#platform/context';
import { localFileStore } from '#platform/files';
import { newId } from '#platform/ids';
import { createLogger } from '#platform/log';
import { createSealer, newKeyringDocument, openKeyring } from '#platform/seal';
import { afterFile } from './after-file.ts';
import { type TestDatabase, testDatabase } from './test-database.ts';

/** A platform with a database, keys and files of one test file's own. */
export interface TestPlatform {
  readonly platform: Platform;
  readonly database: TestDatabase;
  /** Somebody at the terminal: every purpose, everywhere. */
  readonly terminal: Context;
  /** A user with one role in the subtree of an area, who need not have an account. */
  user(role: Role, area: number): Context;
}

/**
 * Makes a platform; call it once at the top of a test file.
 *
 * @param clock stands still at noon of 20 November 2026 (WITA) when left out
 */
export async function testPlatform(clock: Clock = fixedClock('2026-11-20T04:00:00Z')): Promise<TestPlatform> {
  const database = await testDatabase();
  const directory = mkdtempSync(join(tmpdir(), 'payung-files-'));
  afterFile(() => rmSync(directory, { recursive: true, force: true }));
  const keyring = openKeyring(newKeyringDocument());
  const sealer = createSealer(keyring);
  const platform: Platform = {
    pools: database.pools,
    clock,
    keyring,
    sealer,
    files: localFileStore(directory, sealer),
    log: createLogger({ level: 'silent' }),
  };
  const contextOf = (actor: Actor): Context => ({ platform, actor, language: 'id', requestId: newId() });
  return {
    platform,
    database,
    terminal: contextOf(terminalActor('test')),
    user: (role, area) => {
      const grant = { role, area, partnerId: null, from: day('2020-01-01'), until: null };
      return contextOf(jobActor(newId(), role, [grant]));
    },
  };
}
