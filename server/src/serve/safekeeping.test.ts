import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadAreas, shippedProvince } from '#areas';
import { withClient } from '#platform/database';
import { createLogger } from '#platform/log';
import { createKeyFile } from '#platform/seal';
import { emptyDatabase, temporaryDirectory } from '#testing';
import { startPlatform } from './platform.ts';
import { backupRegister, restoreRegister } from './safekeeping.ts';
import { terminalContext } from './terminal.ts';

const folder = temporaryDirectory();
const keys = join(folder, 'keys.json');
createKeyFile(keys);
const path = join(folder, 'register.tar');

/** A folder for the data of one installation. */
function dataOf(name: string): string {
  const data = join(folder, name);
  mkdirSync(data);
  return data;
}

async function serverEnv(data: string): Promise<NodeJS.ProcessEnv> {
  const { urls } = await emptyDatabase();
  return {
    PAYUNG_DATA: data,
    PAYUNG_KEY_FILE: keys,
    DATABASE_URL: urls.app,
    PAYUNG_MATCH_URL: urls.match,
    PAYUNG_INTAKE_URL: urls.intake,
    PAYUNG_AUTH_URL: urls.auth,
    PAYUNG_MIGRATE_URL: urls.migrate,
  };
}

const start = (env: NodeJS.ProcessEnv) =>
  startPlatform({ env, cwd: folder, log: createLogger({ level: 'silent' }) });

describe('a register of this machine', () => {
  test('is backed up while it is open, and restored on another machine where it opens', async () => {
    const here = await serverEnv(dataOf('here'));
    const register = await start(here);
    await loadAreas(terminalContext(register.platform, 'id'), shippedProvince);
    const parts: string[] = [];
    const made = await backupRegister({ env: here, cwd: folder, path, onPart: (part) => parts.push(part) });
    expect(made).toMatchObject({ files: 0, jobs: 0 });
    expect(parts).toContain('payung.area');
    await register.close();

    // The embedded database, with its keys where no start has made any.
    const there = { PAYUNG_DATA: dataOf('there'), PAYUNG_KEY_FILE: keys };
    const restored = await restoreRegister({ env: there, cwd: folder, path });
    expect(restored).toMatchObject({ id: made.id, rows: made.rows, migrated: [] });
    const again = await start(there);
    const areas = await withClient(again.urls.migrate ?? '', (client) =>
      client.query('select count(*)::int as areas from payung.area'),
    );
    expect(areas.rows).toEqual([{ areas: 3780 }]);
    await again.close();
  });

  test('is not restored over itself', async () => {
    const there = { PAYUNG_DATA: join(folder, 'there'), PAYUNG_KEY_FILE: keys };
    await expect(restoreRegister({ env: there, cwd: folder, path })).rejects.toMatchObject({
      code: 'backup.notEmpty',
    });
  });

  test('is not restored without its keys, and none are made', async () => {
    const data = dataOf('without-keys');
    await expect(restoreRegister({ env: { PAYUNG_DATA: data }, cwd: folder, path })).rejects.toMatchObject({
      code: 'keyring.missing',
    });
    expect([existsSync(join(data, 'keys.json')), existsSync(join(data, 'postgres'))]).toEqual([false, false]);
  });

  test('needs the right to migrate', async () => {
    const { PAYUNG_MIGRATE_URL: _, ...env } = await serverEnv(dataOf('no-migrating'));
    await expect(restoreRegister({ env, cwd: folder, path })).rejects.toMatchObject({
      code: 'database.badUrl',
      facts: { variable: 'PAYUNG_MIGRATE_URL' },
    });
  });
});
