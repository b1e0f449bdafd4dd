import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { closePools, embeddedUrls, openPools, type Pools, payungTypes, withClient } from '#platform/database';
import { afterFile } from './after-file.ts';
import { TEMPLATE } from './template.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The superuser's address of the run's PostgreSQL. */
    payungServer: string;
  }
}

/** A database of one test file's own. */
export interface TestDatabase {
  readonly name: string;
  readonly urls: ReturnType<typeof embeddedUrls>;
  readonly pools: Pools;
  /** The superuser, whom row-level security does not hold: for arranging and for looking behind the scenes only. */
  readonly superuser: pg.Pool;
}

/** A fresh copy of the migrated database, made in 0.1–0.4 s. Its pools are closed and it is dropped after the test file. */
export async function testDatabase(): Promise<TestDatabase> {
  const database = await emptyDatabase(`template ${TEMPLATE}`);
  const pools = openPools(database.urls);
  const superuser = new pg.Pool({
    connectionString: database.urls.migrate,
    options: '-c search_path=payung -c timezone=UTC',
    types: payungTypes,
  });
  superuser.on('error', () => undefined);
  afterFile(async () => {
    await closePools(pools);
    await superuser.end();
  });
  return { ...database, pools, superuser };
}

/** A database without anything in it, for tests of migrating. Dropped after the file. */
export async function emptyDatabase(options = ''): Promise<Pick<TestDatabase, 'name' | 'urls'>> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const server = inject('payungServer');
  await withClient(server, (client) => client.query(`create database ${name} ${options}`));
  afterFile(() => withClient(server, (client) => client.query(`drop database ${name} with (force)`)));
  return { name, urls: embeddedUrls({ urlFor: (role) => addressOf(server, role, name) }) };
}

function addressOf(server: string, role: string, database: string): string {
  const url = new URL(server);
  url.username = role;
  url.pathname = `/${database}`;
  return url.href;
}
