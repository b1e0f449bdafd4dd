import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Logger, makeWorkerUtils, runOnce } from 'graphile-worker';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { emptyDatabase, temporaryDirectory, testDatabase } from '#testing';
import { bootstrap, withClient } from './bootstrap.ts';
import { migrate, pendingMigrations } from './migrate.ts';
import { closePools, openPools, type Pools } from './pools.ts';

const database = await emptyDatabase();
const url = database.urls.migrate;

let directory: string;
let pools: Pools;
beforeAll(async () => {
  await bootstrap(url);
  pools = openPools(database.urls, { size: 1 });
});
afterAll(() => closePools(pools));

const FIRST = 'create table desa (code bigint primary key);\ngrant select on desa to payung_app;\n';

/** Every test begins with one migration applied. */
beforeEach(async () => {
  directory = temporaryDirectory();
  await withClient(url, (client) =>
    client.query(`drop table if exists payung.migration, payung.desa, payung.orang, auth.akun`),
  );
  write('0001_desa.sql', FIRST);
  await migrate(url, directory);
});

function write(file: string, sql: string): void {
  writeFileSync(join(directory, file), sql);
}

async function ownerOf(table: string): Promise<string | undefined> {
  return withClient(url, async (client) => {
    const sql = 'select relowner::regrole::text as owner from pg_class where oid = to_regclass($1)';
    return (await client.query<{ owner: string }>(sql, [table])).rows[0]?.owner;
  });
}

describe('new files', () => {
  test('are applied in order, once, as payung_owner in schema payung', async () => {
    write('0003_isi.sql', 'insert into orang values (7);');
    write('0002_orang.sql', 'create table orang (id int);');
    expect(await pendingMigrations(pools.app, directory)).toEqual(['0002_orang', '0003_isi']);
    expect(await migrate(url, directory)).toEqual({ applied: ['0002_orang', '0003_isi'], before: 1 });
    expect(await migrate(url, directory)).toEqual({ applied: [], before: 3 });
    expect(await pendingMigrations(pools.app, directory)).toEqual([]);
    expect(await ownerOf('payung.orang')).toBe('payung_owner');
  });

  test('run as the role that the first line names, in its schema', async () => {
    write('0002_akun.sql', '-- role: payung_auth\ncreate table akun (id int);');
    await migrate(url, directory);
    expect(await ownerOf('auth.akun')).toBe('payung_auth');
  });

  test('are applied once when two processes start at once', async () => {
    write('0002_orang.sql', 'create table orang (id int);');
    const reports = await Promise.all([migrate(url, directory), migrate(url, directory)]);
    expect(reports.flatMap((report) => report.applied)).toEqual(['0002_orang']);
  });
});

describe('an applied file', () => {
  test('with the line ends of Windows is the same file', async () => {
    write('0001_desa.sql', FIRST.replaceAll('\n', '\r\n'));
    expect(await migrate(url, directory)).toEqual({ applied: [], before: 1 });
  });

  // biome-ignore format: aligned table of cases
  test.each([
    // case                        change                                                          code                           facts
    ['that was changed',           () => write('0001_desa.sql', `${FIRST}-- more\n`),              'database.migrationChanged',  { name: '0001_desa' }],
    ['that is missing',            () => rmSync(join(directory, '0001_desa.sql')),                 'database.migrationMissing',  { name: '0001_desa' }],
    ['overtaken by a new one',     () => write('0000_before.sql', 'select 1'),                     'database.migrationLate',     { name: '0000_before', latest: '0001_desa' }],
    ['whose number is used twice', () => write('0001_more.sql', 'select 1'),                       'database.migrationMisnamed', { file: '0001_more.sql' }],
    ['beside a misnamed one',      () => write('2_more.sql', 'select 1'),                          'database.migrationMisnamed', { file: '2_more.sql' }],
    ['beside an unknown role',     () => write('0002_more.sql', '-- role: postgres\nselect 1'),    'database.migrationRole',     { file: '0002_more.sql', role: 'postgres' }],
  ])('%s is refused', async (_, change, code, facts) => {
    change();
    await expect(migrate(url, directory)).rejects.toMatchObject({ code, facts });
  });
});

test('a file that fails names its line and leaves nothing; those before it stay', async () => {
  write('0002_orang.sql', 'create table orang (id int);');
  write('0003_salah.sql', 'insert into orang values (1);\n\ninsert into orng values (1);');
  await expect(migrate(url, directory)).rejects.toMatchObject({
    code: 'database.migrationFailed',
    facts: { file: '0003_salah.sql', line: 3 },
  });
  expect(await pendingMigrations(pools.app, directory)).toEqual(['0003_salah']);
  expect(
    await withClient(url, async (client) => (await client.query('select from payung.orang')).rowCount),
  ).toBe(0);
});

test('a file may not use rights beyond its role', async () => {
  write('0002_kuasa.sql', 'create role penguasa superuser;');
  await expect(migrate(url, directory)).rejects.toMatchObject({ code: 'database.migrationFailed' });
});

describe('the job queue', () => {
  test('takes and runs a job as payung_app, who may not create schemas', async () => {
    const { pools: served } = await testDatabase();
    const seen: unknown[] = [];
    const logger = new Logger(() => () => undefined);
    const utils = await makeWorkerUtils({ pgPool: served.app, logger });
    await utils.addJob('roster.check', { rosterId: '0199' });
    await utils.release();
    await runOnce({
      pgPool: served.app,
      logger,
      taskList: {
        'roster.check': async (payload, helpers) => {
          const { rows } = await helpers.query('select current_user as role');
          seen.push(payload, rows[0]);
        },
      },
    });
    expect(seen).toEqual([{ rosterId: '0199' }, { role: 'payung_app' }]);
    const { rows } = await served.app.query('select count(*) from graphile_worker.jobs');
    expect(rows).toEqual([{ count: 0 }]);
    await expect(served.app.query('create schema lain')).rejects.toThrow('permission denied');
  });
});
