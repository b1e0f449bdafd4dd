import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from } from 'pg-copy-streams';
import { record } from '#platform/audit';
import {
  bootstrap,
  listMigrations,
  MIGRATION_LOCK,
  migrate,
  type ServingUrls,
  withClient,
} from '#platform/database';
import type { FileStore } from '#platform/files';
import type { Keyring } from '#platform/seal';
import { listTables, type TableShape } from './catalogue.ts';
import { type Manifest, partOfFile, partOfTable } from './manifest.ts';
import { type OpenBackup, openBackup } from './open.ts';
import { BackupProblem } from './problem.ts';
import { queueAgain } from './queue.ts';
import { asRole, column, plainText, table } from './sql.ts';

interface RestoreOptions {
  /** Signs in as somebody who may migrate: `PAYUNG_MIGRATE_URL`. */
  readonly migrateUrl: string;
  /** Addresses of the serving roles, whose passwords are set as when migrating; left out where they have none. */
  readonly urls?: ServingUrls;
  /** Folder of the migrations. */
  readonly migrations: string;
  readonly files: FileStore;
  readonly keyring: Keyring;
  readonly path: string;
  /** Who restores, for the audit log. */
  readonly actor: string;
  /** Told after each part: its name and the rows in it (1 for a file). */
  readonly onPart?: (part: string, rows: number) => void;
}

/** What was restored. */
export interface RestoreReport {
  readonly id: string;
  readonly madeAt: string;
  readonly rows: number;
  readonly files: number;
  readonly jobs: number;
  /** Migrations applied afterwards, because the backup was older than this Payung. */
  readonly migrated: readonly string[];
}

/**
 * Brings a backup back into an empty database, all of it or nothing: the file is read through first, then everything goes in
 * within one transaction, under the checks of the schema (keys, foreign keys, the ledger's balance).
 *
 * The database has nothing in it, or is migrated to the very version of the backup and holds no row. One with nothing in it is
 * migrated up to the backup's version, filled, and then migrated on.
 *
 * COPY into a table under forced row-level security is refused to everybody but a superuser or a role with `bypassrls`, so the
 * owner lifts the force for this one transaction, in which nobody else can touch the tables, and puts it back before the end:
 * a restore needs the rights of a migration and no more. Triggers that write are off meanwhile, so that what a table held is
 * what it holds again; triggers that check are on.
 *
 * @throws BackupProblem every code of `openBackup`; backup.newerSchema, backup.otherSchema, backup.databaseAhead,
 *   backup.notEmpty, backup.tableDiffers, backup.rowsDiffer
 * @throws DatabaseProblem as `bootstrap` and `migrate`
 */
export async function restoreBackup(options: RestoreOptions): Promise<RestoreReport> {
  const backup = await openBackup(options.path, options.keyring);
  const { manifest } = backup;
  refuseOtherSchema(manifest, options.migrations);
  const version = manifest.migrations.at(-1)?.name ?? '';
  await bootstrap(options.migrateUrl, options.urls);
  await withClient(options.migrateUrl, (client) => refuseAhead(client, version));
  await migrate(options.migrateUrl, options.migrations, { upTo: version });

  await withClient(options.migrateUrl, async (client) => {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await client.query(plainText);
    await client.query('begin');
    await load(client, backup, options);
    await client.query('commit');
  });
  const { applied } = await migrate(options.migrateUrl, options.migrations);
  return {
    id: manifest.id,
    madeAt: manifest.madeAt,
    rows: manifest.tables.reduce((sum, part) => sum + part.rows, 0),
    files: manifest.files.length,
    jobs: manifest.jobs.length,
    migrated: applied,
  };
}

function refuseOtherSchema(manifest: Manifest, directory: string): void {
  const here = listMigrations(directory);
  for (const [at, { name, sha256 }] of manifest.migrations.entries()) {
    const mine = here.find((migration) => migration.name === name);
    if (mine === undefined) throw new BackupProblem('backup.newerSchema', { migration: name });
    // One that was slipped in between since would have run on other data than it will here.
    if (mine.sha256 !== sha256 || here[at]?.name !== name) {
      throw new BackupProblem('backup.otherSchema', { migration: name });
    }
  }
}

/** @throws BackupProblem backup.databaseAhead */
async function refuseAhead(client: pg.Client, version: string): Promise<void> {
  await asRole(client, 'payung_owner');
  const known = await client.query(`select to_regclass('payung.migration') is not null as known`);
  if (known.rows[0]?.known !== true) return;
  const { rows } = await client.query<{ name: string | null }>(
    'select max(name) as name from payung.migration',
  );
  const latest = rows[0]?.name ?? '';
  if (latest > version) throw new BackupProblem('backup.databaseAhead', { migration: latest });
}

async function load(client: pg.Client, backup: OpenBackup, options: RestoreOptions): Promise<void> {
  const { manifest } = backup;
  const shapes = await listTables(client);
  refuseOtherTables(manifest, shapes);
  for (const shape of shapes) await refuseRows(client, shape);

  for (const shape of shapes) await openForLoading(client, shape);
  for (const shape of shapes) {
    const part = manifest.tables.find((candidate) => candidate.table === shape.name);
    if (part === undefined) continue;
    await loadTable(client, backup, shape, part.columns, part.rows);
    options.onPart?.(shape.name, part.rows);
  }
  // A table with checks still to run cannot be altered; here every deferred one runs.
  await client.query('set constraints all immediate');
  for (const shape of shapes) await closeAfterLoading(client, shape);

  for (const { sequence, last, called } of manifest.sequences) {
    await asRole(client, 'payung_owner');
    await client.query('select setval($1::regclass, $2::bigint, $3)', [table(sequence), last, called]);
  }
  await queueAgain(client, manifest.jobs);
  for (const { file } of manifest.files) {
    await options.files.putSealed(file, backup.read(partOfFile(file)));
    options.onPart?.(partOfFile(file), 1);
  }
  await asRole(client, 'payung_owner');
  await record(client, {
    actor: options.actor,
    actingAs: 'register.keep',
    action: 'backup.restored',
    subjectKind: 'backup',
    subjectId: manifest.id,
    facts: { madeAt: manifest.madeAt },
  });
}

/** The same migrations make the same tables, unless somebody altered one by hand. */
function refuseOtherTables(manifest: Manifest, shapes: readonly TableShape[]): void {
  const here = new Map(shapes.map((shape) => [shape.name, shape.columns.join()]));
  for (const { table: name, columns } of manifest.tables) {
    if (here.get(name) !== columns.join()) throw new BackupProblem('backup.tableDiffers', { table: name });
    here.delete(name);
  }
  for (const name of here.keys()) throw new BackupProblem('backup.tableDiffers', { table: name });
}

async function refuseRows(client: pg.Client, shape: TableShape): Promise<void> {
  await asRole(client, shape.owner);
  // The lock comes first, so that nobody puts a row in between the look and the load.
  await client.query(`lock table ${table(shape.name)} in access exclusive mode`);
  const { rowCount } = await client.query(`select from ${table(shape.name)} limit 1`);
  if (rowCount !== 0) throw new BackupProblem('backup.notEmpty', { table: shape.name });
}

async function openForLoading(client: pg.Client, shape: TableShape): Promise<void> {
  await asRole(client, shape.owner);
  if (shape.forced) await client.query(`alter table ${table(shape.name)} no force row level security`);
  for (const trigger of shape.writers) {
    await client.query(`alter table ${table(shape.name)} disable trigger ${column(trigger)}`);
  }
}

async function closeAfterLoading(client: pg.Client, shape: TableShape): Promise<void> {
  await asRole(client, shape.owner);
  if (shape.forced) await client.query(`alter table ${table(shape.name)} force row level security`);
  for (const trigger of shape.writers) {
    await client.query(`alter table ${table(shape.name)} enable trigger ${column(trigger)}`);
  }
}

async function loadTable(
  client: pg.Client,
  backup: OpenBackup,
  shape: TableShape,
  columns: readonly string[],
  expected: number,
): Promise<void> {
  await asRole(client, shape.owner);
  const rows = client.query(from(`copy ${table(shape.name)} (${columns.map(column).join(', ')}) from stdin`));
  await pipeline(Readable.from(backup.read(partOfTable(shape.name))), rows);
  if (rows.rowCount !== expected) {
    throw new BackupProblem('backup.rowsDiffer', { table: shape.name, found: rows.rowCount, expected });
  }
}
