import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Logger, runMigrations } from 'graphile-worker';
import pg from 'pg';
import { MIGRATION_LOCK, refuseOld, withClient } from './bootstrap.ts';
import { connection } from './pools.ts';
import { DatabaseProblem } from './problem.ts';
import { ROLES, type Role } from './urls.ts';

/** A hand-written migration. */
interface Migration {
  /** `0001_areas` */
  readonly name: string;
  readonly sql: string;
  readonly sha256: string;
  readonly role: Role;
}

/** What a run of `migrate` did. */
interface MigrationReport {
  /** Names applied just now, in order; empty when nothing was new. */
  readonly applied: readonly string[];
  /** How many were there before. */
  readonly before: number;
}

const SCHEMA_OF: Readonly<Partial<Record<Role, string>>> = { payung_intake: 'intake', payung_auth: 'auth' };

/**
 * Brings the schema up to date: applies the new files `NNNN_name.sql` of the directory in order, each in a transaction of its
 * own as payung_owner (or as the role its first line names, `-- role: payung_auth`), then the job queue's own schema.
 * Run `bootstrap` first. Several processes may try at once; one does it, the others wait.
 *
 * Unqualified names are those of schema payung (or of the named role's schema).
 *
 * @param options.upTo name of the last migration to apply, for a database that is about to receive a backup of that version;
 *   all when left out
 * @throws DatabaseProblem database.tooOld, and database.migration… when a file is misnamed, changed, missing, late or fails
 */
export async function migrate(
  migrateUrl: string,
  directory: string,
  options: { readonly upTo?: string } = {},
): Promise<MigrationReport> {
  const { upTo } = options;
  const migrations = readMigrations(directory).filter(({ name }) => upTo === undefined || name <= upTo);
  return withClient(migrateUrl, async (client) => {
    await refuseOld(client);
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await client.query(`
      set client_min_messages = warning;
      set role payung_owner;
      create table if not exists payung.migration (
        name text primary key,
        sha256 text not null,
        applied_at timestamptz not null default now()
      );
      comment on table payung.migration is '[local] Migrations applied to this database.';
      comment on column payung.migration.name is 'File name without .sql.';
      comment on column payung.migration.sha256 is 'Checksum of the file as applied, with line ends as LF.';
      comment on column payung.migration.applied_at is 'When it was applied.';
      grant select on payung.migration to payung_app;
      reset role`);
    const pending = await findPending(client, migrations);
    for (const migration of pending) await apply(client, migration);
    await installQueue(migrateUrl);
    return {
      applied: pending.map((migration) => migration.name),
      before: migrations.length - pending.length,
    };
  });
}

/**
 * Names of migrations in the directory that the database lacks; for `readyz`, and for a server that may not migrate.
 *
 * @throws DatabaseProblem database.migrationChanged, database.migrationMissing, database.migrationLate
 */
export async function pendingMigrations(pool: pg.Pool, directory: string): Promise<readonly string[]> {
  const pending = await findPending(pool, readMigrations(directory));
  return pending.map((migration) => migration.name);
}

/**
 * Names and checksums of the migrations in the directory, in order.
 *
 * @throws DatabaseProblem database.migrationMisnamed, database.migrationRole
 */
export function listMigrations(directory: string): readonly Pick<Migration, 'name' | 'sha256'>[] {
  return readMigrations(directory).map(({ name, sha256 }) => ({ name, sha256 }));
}

function readMigrations(directory: string): readonly Migration[] {
  const files = readdirSync(directory).filter((file) => file.endsWith('.sql'));
  const migrations = files.sort().map((file) => readMigration(directory, file));
  migrations.forEach((migration, index) => {
    const previous = migrations[index - 1];
    if (previous !== undefined && previous.name.slice(0, 4) === migration.name.slice(0, 4)) {
      throw new DatabaseProblem('database.migrationMisnamed', { file: `${migration.name}.sql` });
    }
  });
  return migrations;
}

function readMigration(directory: string, file: string): Migration {
  const name = /^(\d{4}_[a-z0-9_]+)\.sql$/.exec(file)?.[1];
  if (name === undefined) throw new DatabaseProblem('database.migrationMisnamed', { file });
  // A checkout on Windows may have turned the line ends; that is no change.
  const sql = readFileSync(join(directory, file), 'utf8').replaceAll('\r\n', '\n');
  const wanted = /^-- role: *(\S+)/.exec(sql)?.[1] ?? 'payung_owner';
  const role = ROLES.find((known) => known === wanted);
  if (role === undefined) throw new DatabaseProblem('database.migrationRole', { file, role: wanted });
  return { name, sql, sha256: createHash('sha256').update(sql).digest('hex'), role };
}

async function findPending(
  connection: pg.Client | pg.Pool,
  migrations: readonly Migration[],
): Promise<readonly Migration[]> {
  const { rows } = await connection.query<{ name: string; sha256: string }>(
    'select name, sha256 from payung.migration order by name',
  );
  const applied = new Map(rows.map((row) => [row.name, row.sha256]));
  const present = new Set(migrations.map((migration) => migration.name));
  const latest = rows.at(-1)?.name ?? '';
  for (const name of applied.keys()) {
    if (!present.has(name)) throw new DatabaseProblem('database.migrationMissing', { name });
  }
  return migrations.filter(({ name, sha256 }) => {
    const known = applied.get(name);
    if (known === sha256) return false;
    if (known !== undefined) throw new DatabaseProblem('database.migrationChanged', { name });
    // It was written for a schema that is already past: here it would run after what it should precede.
    if (name < latest) throw new DatabaseProblem('database.migrationLate', { name, latest });
    return true;
  });
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  const { name, sql, sha256, role } = migration;
  const schema = SCHEMA_OF[role] ?? 'payung';
  try {
    await client.query(`begin; set local role ${role}; set local search_path = ${schema}, public`);
    await client.query(sql);
    // Deferred constraints fail here, while the file is still known.
    await client.query('set constraints all immediate; set local role payung_owner');
    await client.query('insert into payung.migration (name, sha256) values ($1, $2)', [name, sha256]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    if (!(error instanceof pg.DatabaseError)) throw error;
    const line = error.position === undefined ? '?' : sql.slice(0, Number(error.position)).split('\n').length;
    const facts = { file: `${name}.sql`, line, detail: error.message };
    throw new DatabaseProblem('database.migrationFailed', facts, error);
  }
}

/**
 * Installs or upgrades the job queue. Its schema belongs to payung_app, because the queue's tables carry row-level security
 * without policies: only their owner can run jobs. They hold ids, never people.
 */
async function installQueue(migrateUrl: string): Promise<void> {
  const settings = '-c role=payung_app -c client_min_messages=warning';
  const pgPool = new pg.Pool({ ...connection(migrateUrl, settings), max: 1 });
  // A lost connection rejects the query in progress; these two keep it from ending the process as well.
  pgPool.on('error', () => undefined);
  pgPool.on('connect', (client) => client.on('error', () => undefined));
  try {
    // Its own first step says `create schema if not exists`, which asks for the right to create schemas even where it exists;
    // payung_app must not have it. With this table there (columns as in its documentation) it goes on to its migrations.
    await pgPool.query(`create table if not exists graphile_worker.migrations (
      id int primary key, ts timestamptz not null default now(), breaking boolean not null default false)`);
    await runMigrations({ pgPool, logger: new Logger(() => () => undefined) });
  } finally {
    await pgPool.end();
  }
}
