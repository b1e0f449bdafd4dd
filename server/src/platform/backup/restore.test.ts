import { createSecretKey, randomBytes } from 'node:crypto';
import { appendFileSync, cpSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { describe, expect, test } from 'vitest';
import { verifyAudit } from '#platform/audit';
import { bootstrap, migrate, withClient } from '#platform/database';
import { localFileStore } from '#platform/files';
import { newId } from '#platform/ids';
import { createSealer, newKeyringDocument, openKeyring } from '#platform/seal';
import { emptyDatabase } from '#testing';
import { listTables } from './catalogue.ts';
import { MIGRATIONS, madeBackup, problemOf } from './testing/made-backup.ts';

const { source, report, folder, files, content, makeAnother, restoreInto } = await madeBackup();
const { keyring, sealer } = source.platform;

/** Digest of the rows of every table, whatever their order; entries about backups themselves left out. */
async function contents(client: pg.ClientBase): Promise<Map<string, string>> {
  const digests = new Map<string, string>();
  for (const { name } of await listTables(client)) {
    const own = `select id from payung.audit_entry where action = 'backup.restored'`;
    const which =
      name === 'payung.audit_entry'
        ? `where action <> 'backup.restored'`
        : name === 'payung.audit_open'
          ? `where entry_id not in (${own})`
          : '';
    const { rows } = await client.query(
      `select count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') as digest from ${name} t ${which}`,
    );
    digests.set(name, String(rows[0]?.digest));
  }
  return digests;
}

describe('restoring', () => {
  test('brings back every row, sealed file, queued job and running number, and an audit log that verifies', async () => {
    const { urls } = await emptyDatabase();
    const store = localFileStore(join(folder, 'restored'), sealer);
    const restored = await restoreInto(urls.migrate, { files: store });
    expect(restored).toMatchObject({ id: report.id, rows: report.rows, files: 2, jobs: 1, migrated: [] });

    await withClient(urls.migrate, async (target) => {
      const before = await withClient(source.database.urls.migrate, async (client) => {
        // What came after the snapshot of the backup: entries of attempts made by the tests above.
        await client.query('begin; set local session_replication_role = replica');
        await client.query(
          `delete from payung.audit_entry where action = 'backup.made' and subject_id <> '${report.id}'`,
        );
        await client.query(
          'delete from payung.audit_open where entry_id not in (select id from payung.audit_entry)',
        );
        const found = await contents(client);
        await client.query('rollback');
        return found;
      });
      expect(await contents(target)).toEqual(before);

      await target.query('begin');
      const audit = await verifyAudit(target, keyring.audit.publicKey);
      await target.query('rollback');
      expect(audit).toMatchObject({ intact: true, blocks: 2, entries: 10 });

      const jobs = await target.query(`select task_identifier, key from graphile_worker.jobs`);
      expect(jobs.rows).toEqual([
        { task_identifier: 'rosters.check', key: expect.stringMatching(/^rosters\.check:/) },
      ]);
      const sessions = await target.query('select count(*)::int as n from auth.session');
      expect(sessions.rows).toEqual([{ n: 0 }]);
      const next = await target.query(
        `select nextval('payung.audit_entry_id_seq') > (select max(id) from payung.audit_entry) as beyond,
           nextval('payung.cover_delta_delta_id_seq') > (select max(delta_id) from payung.cover_delta) as after`,
      );
      expect(next.rows).toEqual([{ beyond: true, after: true }]);
    });
    for (const file of files) expect(await store.get(file)).toEqual(content);
  });

  test('leaves the tables guarded as the migrations made them', async () => {
    const { urls } = await emptyDatabase();
    await restoreInto(urls.migrate);
    const guards = (address: string) =>
      withClient(address, async (client) => {
        const tables = await client.query(
          `select oid::regclass::text as name, relrowsecurity, relforcerowsecurity from pg_class where relkind = 'r' and relnamespace = 'payung'::regnamespace order by 1`,
        );
        const triggers = await client.query(
          `select tgrelid::regclass::text as name, tgname, tgenabled from pg_trigger where not tgisinternal order by 1, 2`,
        );
        return [tables.rows, triggers.rows];
      });
    expect(await guards(urls.migrate)).toEqual(await guards(source.database.urls.migrate));
  });

  test('says in the log that it happened', async () => {
    const { urls } = await emptyDatabase();
    await restoreInto(urls.migrate);
    const entries = await withClient(urls.migrate, (client) =>
      client.query(`select actor, subject_id from payung.audit_entry where action = 'backup.restored'`),
    );
    expect(entries.rows).toEqual([{ actor: 'terminal:uji', subject_id: report.id }]);
  });

  test('into a freshly migrated database works, into one with a single row is refused', async () => {
    const { urls } = await emptyDatabase();
    await bootstrap(urls.migrate);
    await migrate(urls.migrate, MIGRATIONS);
    await restoreInto(urls.migrate);
    expect(await problemOf(restoreInto(urls.migrate))).toMatchObject({ code: 'backup.notEmpty' });

    const almost = await emptyDatabase();
    await bootstrap(almost.urls.migrate);
    await migrate(almost.urls.migrate, MIGRATIONS);
    await withClient(almost.urls.migrate, (client) =>
      client.query(`insert into payung.setting (key, value) values ('example', 'false')`),
    );
    expect(await problemOf(restoreInto(almost.urls.migrate))).toEqual({
      code: 'backup.notEmpty',
      facts: { table: 'payung.setting' },
    });
  });

  test('with other keys is refused, and says which are needed', async () => {
    const { urls } = await emptyDatabase();
    const keys = openKeyring(newKeyringDocument());
    const problem = await problemOf(restoreInto(urls.migrate, { keyring: keys }));
    expect(problem.code).toBe('backup.otherKeys');
    expect(problem.facts.needed).toBe(`${keyring.audit.keyId}, ${keyring.activeSealingKey}`);
  });

  test('needs the sealing keys of the time, not the active one of today', async () => {
    const { urls } = await emptyDatabase();
    const sealing = new Map([...keyring.sealing, ['0a0b0c0d', createSecretKey(randomBytes(32))] as const]);
    const later = { ...keyring, sealing, activeSealingKey: '0a0b0c0d' };
    const store = localFileStore(join(folder, 'later'), createSealer(later));
    await restoreInto(urls.migrate, { files: store, keyring: later });
    expect(await store.get(files[0] ?? '')).toEqual(content);
  });

  test('needs no superuser: the owner of the database may, who may become our roles', async () => {
    const { name, urls } = await emptyDatabase();
    const owner = `pengelola_${name}`;
    await withClient(urls.migrate, async (client) => {
      await client.query(`create role ${owner} login createrole`);
      await client.query(
        `grant payung_owner, payung_app, payung_match, payung_intake, payung_auth to ${owner}`,
      );
      await client.query(`alter database ${name} owner to ${owner}`);
    });
    const address = new URL(urls.migrate);
    address.username = owner;
    const restored = await restoreInto(address.href);
    expect(restored.rows).toBe(report.rows);
    const again = await makeAnother('oleh-pemilik.tar', { migrateUrl: address.href });
    // The entries that tell of the restore and of the second backup, each also in the list of open ones.
    expect(again.rows).toBe(report.rows + 4);
  });
});

describe('versions of the schema', () => {
  /** Our migrations, changed. */
  const migrationsWith = (name: string, change: (folder: string) => void) => {
    const copy = join(folder, name);
    cpSync(MIGRATIONS, copy, { recursive: true });
    change(copy);
    return copy;
  };
  const latest = readdirSync(MIGRATIONS)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .at(-1);
  const newer = migrationsWith('newer', (copy) =>
    writeFileSync(
      join(copy, '9000_later.sql'),
      "update setting set value = '\"migrated\"' where key = 'example';",
    ),
  );

  test('an older backup is restored at its version, then migrated on', async () => {
    const { urls } = await emptyDatabase();
    const restored = await restoreInto(urls.migrate, { migrations: newer });
    expect(restored.migrated).toEqual(['9000_later']);
    const { rows } = await withClient(urls.migrate, (client) =>
      client.query(`select value from payung.setting where key = 'example'`),
    );
    expect(rows).toEqual([{ value: 'migrated' }]);
  });

  test('into a database that is past it, it is refused', async () => {
    const { urls } = await emptyDatabase();
    await bootstrap(urls.migrate);
    await migrate(urls.migrate, newer);
    expect(await problemOf(restoreInto(urls.migrate, { migrations: newer }))).toEqual({
      code: 'backup.databaseAhead',
      facts: { migration: '9000_later' },
    });
  });

  test.each([
    ['backup.newerSchema', (copy: string) => rmSync(join(copy, latest ?? ''))],
    ['backup.otherSchema', (copy: string) => appendFileSync(join(copy, latest ?? ''), '\n-- lain')],
    ['backup.otherSchema', (copy: string) => writeFileSync(join(copy, '0000_early.sql'), 'select 1')],
  ])('%s: nothing is changed', async (code, change) => {
    const { urls } = await emptyDatabase();
    const here = migrationsWith(`changed-${newId()}`, change);
    expect((await problemOf(restoreInto(urls.migrate, { migrations: here }))).code).toBe(code);
    const { rowCount } = await withClient(urls.migrate, (client) =>
      client.query(`select from pg_namespace where nspname = 'payung'`),
    );
    expect(rowCount).toBe(0);
  });
});
