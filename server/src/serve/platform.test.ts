import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditHead } from '#platform/audit';
import { read } from '#platform/context';
import { createLogger } from '#platform/log';
import { createKeyFile } from '#platform/seal';
import { emptyDatabase, testPlatform } from '#testing';
import { listUsers } from '#users';
import { startPlatform } from './platform.ts';
import { terminalContext } from './terminal.ts';
import { keepUp } from './upkeep.ts';

const data = mkdtempSync(join(tmpdir(), 'payung-start-'));
afterAll(() => rmSync(data, { recursive: true, force: true }));
const log = createLogger({ level: 'silent' });

describe('with a server of one’s own', () => {
  let urls: Awaited<ReturnType<typeof emptyDatabase>>['urls'];
  beforeAll(async () => {
    urls = (await emptyDatabase()).urls;
  });
  const keys = join(data, '..', `payung-start-keys-${process.pid}.json`);
  afterAll(() => rmSync(keys, { force: true }));

  const start = (env: NodeJS.ProcessEnv) =>
    startPlatform({
      env: {
        PAYUNG_DATA: data,
        DATABASE_URL: urls.app,
        PAYUNG_MATCH_URL: urls.match,
        PAYUNG_INTAKE_URL: urls.intake,
        PAYUNG_AUTH_URL: urls.auth,
        ...env,
      },
      cwd: data,
      log,
    });

  test('an empty one that this process may not migrate is refused', async () => {
    await expect(start({})).rejects.toMatchObject({ code: 'serve.migrationsPending' });
  });

  test('keys must be given, and are never made beside it', async () => {
    await expect(start({ PAYUNG_MIGRATE_URL: urls.migrate })).rejects.toMatchObject({
      code: 'keyring.missing',
    });
    expect(existsSync(join(data, 'keys.json'))).toBe(false);
  });

  test('with keys it opens, migrated, and once migrated without the right to migrate', async () => {
    createKeyFile(keys);
    const first = await start({ PAYUNG_KEY_FILE: keys });
    expect(first.embedded).toBeUndefined();
    expect(first.migrated).toEqual([]);
    expect(await listUsers(terminalContext(first.platform, 'id'))).toEqual([]);
    await first.close();
  });

  test('as a superuser it is refused', async () => {
    await expect(start({ DATABASE_URL: urls.migrate, PAYUNG_KEY_FILE: keys })).rejects.toMatchObject({
      code: 'database.privilegedRole',
    });
  });
});

test('without one, the embedded PostgreSQL starts, with keys of its own that only we can read', async () => {
  const own = mkdtempSync(join(tmpdir(), 'payung-start-'));
  try {
    const local = await startPlatform({ env: { PAYUNG_DATA: own }, cwd: own, log });
    expect(local.migrated).toContain('0010_auth');
    expect(statSync(join(own, 'keys.json')).mode & 0o077).toBe(0);
    expect(await listUsers(terminalContext(local.platform, 'id'))).toEqual([]);
    const sealed = local.platform.sealer.seal('01980000-0000-7000-8000-000000000000', {});
    await local.close();
    const again = await startPlatform({ env: { PAYUNG_DATA: own }, cwd: own, log });
    expect(again.migrated).toEqual([]);
    expect(again.platform.sealer.open('01980000-0000-7000-8000-000000000000', sealed)).toEqual({});
    await again.close();
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
});

test('upkeep folds the count and seals the log', async () => {
  const { platform, terminal, database } = await testPlatform();
  await database.superuser.query(`
    insert into area (code, beyond, level, kind, name, name_key, parent, source) values
      (5300000000, 5400000000, 'province', 'provinsi', 'NTT', 'ntt', null, 'test'),
      (5304000000, 5305000000, 'regency', 'kabupaten', 'Belu', 'belu', 5300000000, 'test'),
      (5304010000, 5304020000, 'district', 'kecamatan', 'Lamaknen', 'lamaknen', 5304000000, 'test'),
      (5304012001, 5304012002, 'village', 'desa', 'Desa', 'desa', 5304010000, 'test');
    insert into cover_delta (area, month, segment, grp, fund_id, people, jkk, jkm, jht, jp, jkp)
      values (5304012001, 24323, 'BPU', 'vulnerable', gen_random_uuid(), 7, 7, 7, 0, 0, 0)`);
  await keepUp(platform);
  const cells = await database.superuser.query('select area, people from cover_cell');
  expect(cells.rows).toEqual([{ area: 5304012001, people: 7 }]);
  expect((await database.superuser.query('select 1 from cover_delta')).rowCount).toBe(0);
  const head = await read(terminal, 'audit.read', (tx) => auditHead(tx.client));
  expect(head).toMatchObject({ block: 1, entries: 1 });
});
