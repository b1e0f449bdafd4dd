import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { temporaryDirectory } from '#testing';
import { bootstrap, withClient } from './bootstrap.ts';
import { type Embedded, startEmbedded } from './embedded/start.ts';
import { migrate } from './migrate.ts';
import { closePools, openPools, refusePrivileged } from './pools.ts';
import { type ServerUrls, serverUrls } from './urls.ts';

const MIGRATIONS = join(import.meta.dirname, '../../../migrations');

/** The oldest PostgreSQL we promise, where npm brings a build of it (Linux x64). */
function postgres15(): string | undefined {
  try {
    return join(dirname(createRequire(import.meta.url).resolve('pg15-linux-x64')), '..', 'native');
  } catch {
    return undefined;
  }
}

/** A server as an administrator gives it: passwords for everybody, and no superuser for us. */
interface GivenServer {
  readonly embedded: Embedded;
  urls(password: string): ServerUrls;
}

async function givenServer(binaries: string | undefined): Promise<GivenServer> {
  const home = temporaryDirectory();
  const rules = join(home, 'hba.conf');
  writeFileSync(rules, 'local all postgres trust\nlocal all all scram-sha-256\n');
  const embedded = await startEmbedded({
    dataDirectory: home,
    settings: { fsync: 'off', hba_file: rules },
    ...(binaries === undefined ? {} : { binaries }),
  });
  await withClient(embedded.urlFor('postgres', 'postgres'), async (client) => {
    await client.query(`create role pengelola login createrole password 'kunci'`);
    await client.query('create database provinsi owner pengelola');
  });
  const address = (role: string, password: string) => {
    const url = new URL(embedded.urlFor(role, 'provinsi'));
    url.password = password;
    return url.href;
  };
  return {
    embedded,
    urls: (password) => {
      const urls = serverUrls({
        DATABASE_URL: address('payung_app', password),
        PAYUNG_MIGRATE_URL: address('pengelola', 'kunci'),
      });
      if (urls === undefined) throw new Error('DATABASE_URL was set');
      return urls;
    },
  };
}

/** What the migrations made, without what PostgreSQL spells differently from version to version. */
async function catalogue(server: GivenServer): Promise<unknown> {
  return withClient(server.embedded.urlFor('postgres', 'provinsi'), async (client) => {
    const schemas = `('payung', 'intake', 'auth', 'graphile_worker')`;
    const columns = await client.query(`
      select c.oid::regclass::text as "table", a.attname as "column", format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as required
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where n.nspname in ${schemas} and c.relkind in ('r', 'v', 'i', 'S')
      order by 1, a.attnum`);
    // Since 18 `not null` is a named constraint of its own ('n'); the columns above compare it.
    const constraints = await client.query(`
      select conrelid::regclass::text as "table", conname as name, contype as type
      from pg_constraint c join pg_namespace n on n.oid = c.connamespace
      where n.nspname in ${schemas} and contype <> 'n'
      order by 1, 2`);
    const policies = await client.query(
      `select tablename, policyname, roles::text, cmd from pg_policies where schemaname in ${schemas} order by 1, 2`,
    );
    const grants = await client.query(`
      select table_schema, table_name, grantee, privilege_type from information_schema.role_table_grants
      where table_schema in ${schemas} and grantee like 'payung%' and privilege_type <> 'MAINTAIN'
      order by 1, 2, 3, 4`);
    return {
      columns: columns.rows,
      constraints: constraints.rows,
      policies: policies.rows,
      grants: grants.rows,
    };
  });
}

const native15 = postgres15();
const catalogues = new Map<number, unknown>();

describe.each([
  { major: 18, binaries: undefined, installed: true },
  { major: 15, binaries: native15, installed: native15 !== undefined },
])(
  'PostgreSQL $major of somebody else (skipped where npm has no build of it)',
  ({ major, binaries, installed }) => {
    describe.skipIf(!installed)('with its owner as migrating user, who is no superuser', () => {
      let server: GivenServer;
      beforeAll(async () => {
        server = await givenServer(binaries);
      });

      afterAll(() => server.embedded.stop());

      test('is prepared and migrated from empty, and a second time without change', async () => {
        const { migrate: url = '', ...serving } = server.urls('rahasia');
        await bootstrap(url, serving);
        const first = await migrate(url, MIGRATIONS);
        expect(first.before).toBe(0);
        expect(first.applied).toContain('0001_areas');
        await bootstrap(url, serving);
        expect(await migrate(url, MIGRATIONS)).toEqual({ applied: [], before: first.applied.length });
        const [row] = await withClient(
          url,
          async (client) => (await client.query('show server_version_num')).rows,
        );
        expect(Math.floor(row.server_version_num / 10_000)).toBe(major);
        catalogues.set(major, await catalogue(server));
      });

      test('lets every role in with the password of its address, and with a new one after the next start', async () => {
        for (const password of ['rahasia', "baru ' \\ ñ"]) {
          const { migrate: url = '', ...serving } = server.urls(password);
          await bootstrap(url, serving);
          const pools = openPools(serving);
          try {
            for (const pool of Object.values(pools)) await refusePrivileged(pool);
          } finally {
            await closePools(pools);
          }
        }
        const old = server.urls('rahasia').app;
        await expect(withClient(old, async () => undefined)).rejects.toMatchObject({ code: '28P01' });
      });

      test('looks every reference of an enrolment up by itself until a superuser allows it for sets', async () => {
        const sets = () =>
          withClient(server.urls('').migrate ?? '', async (client) => {
            await client.query('set role payung_owner');
            return (await client.query('select payung.checks_sets() as sets')).rows;
          });
        expect(await sets()).toEqual([{ sets: false }]);
        const superuser = server.embedded.urlFor('postgres', 'provinsi');
        await withClient(superuser, (client) =>
          client.query('grant set on parameter session_replication_role to payung_owner'),
        );
        expect(await sets()).toEqual([{ sets: true }]);
      });

      test('is not served as the migrating user, who may become the owner of the tables', async () => {
        const pool = new pg.Pool({ connectionString: server.urls('').migrate });
        try {
          await expect(refusePrivileged(pool)).rejects.toMatchObject({
            code: 'database.privilegedRole',
            facts: { role: 'pengelola', why: expect.stringMatching(/^owner of /) },
          });
        } finally {
          await pool.end();
        }
      });

      test('is refused with the reason when the migrating user may not prepare it', async () => {
        await withClient(server.embedded.urlFor('postgres', 'postgres'), (client) =>
          client.query(`create database asing; `),
        );
        const url = new URL(server.urls('').migrate ?? '');
        url.pathname = '/asing';
        await expect(bootstrap(url.href)).rejects.toMatchObject({
          code: 'database.cannotBootstrap',
          facts: { user: 'pengelola' },
        });
      });
    });
  },
);

test.skipIf(native15 === undefined)(
  'migrations on 15 make the same schema as on 18 (skipped where npm has no PostgreSQL 15)',
  () => {
    expect(catalogues.get(15)).toBeDefined();
    expect(catalogues.get(15)).toEqual(catalogues.get(18));
  },
);
