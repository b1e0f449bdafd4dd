import { rm } from 'node:fs/promises';
import type pg from 'pg';
import { to } from 'pg-copy-streams';
import { record } from '#platform/audit';
import { MIGRATION_LOCK, withClient } from '#platform/database';
import type { FileStore } from '#platform/files';
import { newId } from '#platform/ids';
import { FILE_HEAD, fileKeyId, type Keyring } from '#platform/seal';
import { leftOut, listSequences, listTables, type TableShape } from './catalogue.ts';
import {
  LABEL,
  LABEL_TEXT,
  MANIFEST,
  type Manifest,
  partOfFile,
  partOfTable,
  SIGNATURE,
  writeManifest,
} from './manifest.ts';
import { BackupProblem } from './problem.ts';
import { listJobs } from './queue.ts';
import { asRole, column, plainText, table } from './sql.ts';
import { createTar, type TarWriter } from './tar.ts';

interface BackupOptions {
  /** Signs in as somebody who may become the owning roles: `PAYUNG_MIGRATE_URL`. */
  readonly migrateUrl: string;
  readonly files: FileStore;
  /** Signs the manifest; no key goes into the file. */
  readonly keyring: Keyring;
  /** The file to make; must not exist. */
  readonly path: string;
  /** Who makes it, for the audit log. */
  readonly actor: string;
  readonly now: Date;
  /** Told after each part: its name and the rows in it (1 for a file). */
  readonly onPart?: (part: string, rows: number) => void;
}

/** What was made. */
export interface BackupReport {
  readonly id: string;
  readonly bytes: number;
  readonly tables: number;
  readonly rows: number;
  readonly files: number;
  readonly jobs: number;
  /** Keys without which the backup is of no use: of the audit log, and of the envelopes and files. */
  readonly keys: Manifest['keys'];
}

/**
 * Writes the whole register into one tar: every table as it stood at one instant (a single repeatable-read transaction, so the
 * server goes on working meanwhile), the stored files, the queued jobs, and a signed manifest with the SHA-256 and rows of each.
 *
 * Envelopes and files stay sealed and no key is inside; names, birth dates and villages are as clear as in the database, so the
 * file is readable by its owner only and belongs where the database would be allowed to lie. Memory does not grow with the data.
 * A file left behind by a killed process has no end mark and is refused by `restoreBackup`.
 *
 * @throws BackupProblem backup.exists, backup.unwritable, backup.notMigrated, backup.fileMissing; the unfinished file is removed
 */
export async function makeBackup(options: BackupOptions): Promise<BackupReport> {
  const { path } = options;
  const tar = await createTar(path).catch((error: unknown) => {
    const reason = reasonOf(error);
    throw new BackupProblem(reason === 'EEXIST' ? 'backup.exists' : 'backup.unwritable', { path, reason });
  });
  try {
    await tar.add(LABEL, [LABEL_TEXT]);
    const { id, manifest } = await withClient(options.migrateUrl, (client) =>
      writeParts(client, tar, options),
    );
    const { text, signature } = writeManifest(manifest, options.keyring);
    await tar.add(MANIFEST, [text]);
    await tar.add(SIGNATURE, [signature]);
    const { bytes } = await tar.finish();
    return {
      id,
      bytes,
      tables: manifest.tables.length,
      rows: manifest.tables.reduce((sum, part) => sum + part.rows, 0),
      files: manifest.files.length,
      jobs: manifest.jobs.length,
      keys: manifest.keys,
    };
  } catch (error) {
    await tar.abandon().catch(() => undefined);
    await rm(path, { force: true });
    const reason = reasonOf(error);
    if (['ENOSPC', 'EDQUOT', 'EFBIG', 'EIO', 'EROFS'].includes(reason)) {
      throw new BackupProblem('backup.unwritable', { path, reason });
    }
    throw error;
  }
}

async function writeParts(client: pg.Client, tar: TarWriter, options: BackupOptions) {
  const { keyring } = options;
  const id = newId();
  // Taken before the snapshot: it waits for a migration in progress, and keeps the next one out.
  await client.query('select pg_advisory_lock_shared($1)', [MIGRATION_LOCK]);
  await client.query(plainText);
  const { rowCount } = await client.query(
    `select from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'payung' and c.relname = 'audit_entry'`,
  );
  if (rowCount === 0) throw new BackupProblem('backup.notMigrated');

  // Written first, so that the copy tells of itself, and an attempt that failed is on record too.
  await asRole(client, 'payung_owner');
  await record(client, {
    actor: options.actor,
    actingAs: 'register.keep',
    action: 'backup.made',
    subjectKind: 'backup',
    subjectId: id,
  });
  await client.query('reset role');

  await client.query('begin isolation level repeatable read read only');
  const tables: Manifest['tables'] = [];
  for (const shape of await listTables(client)) {
    tables.push(await writeTable(client, tar, shape));
    options.onPart?.(shape.name, tables.at(-1)?.rows ?? 0);
  }
  const sealing = await envelopeKeys(client);
  const files: Manifest['files'] = [];
  for (const file of await listFiles(client)) {
    files.push(await writeFile(tar, options.files, file, sealing));
    options.onPart?.(partOfFile(file), 1);
  }
  await asRole(client, 'payung_owner');
  const migrations = await client.query<{ name: string; sha256: string }>(
    'select name, sha256 from payung.migration order by name',
  );
  const server = await client.query<{ server_version: string }>('show server_version');
  const manifest: Manifest = {
    format: 'payung backup 1',
    id,
    madeAt: options.now.toISOString(),
    postgres: server.rows[0]?.server_version ?? '',
    migrations: migrations.rows,
    keys: { audit: keyring.audit.keyId, sealing: [...sealing].sort() },
    tables,
    sequences: await readSequences(client),
    files,
    jobs: await listJobs(client),
    leftOut,
  };
  await client.query('commit');
  return { id, manifest };
}

async function writeTable(client: pg.Client, tar: TarWriter, shape: TableShape) {
  await asRole(client, shape.owner);
  const rows = client.query(
    to(`copy ${table(shape.name)} (${shape.columns.map(column).join(', ')}) to stdout`),
  );
  const { bytes, sha256 } = await tar.add(partOfTable(shape.name), rows);
  return { table: shape.name, columns: [...shape.columns], rows: rows.rowCount, bytes, sha256 };
}

async function writeFile(tar: TarWriter, store: FileStore, file: string, sealing: Set<string>) {
  const content = await store.readSealed(file);
  if (content === undefined) throw new BackupProblem('backup.fileMissing', { file });
  let head = Buffer.alloc(0);
  async function* watched(source: AsyncIterable<Buffer>) {
    for await (const chunk of source) {
      if (head.length < FILE_HEAD) head = Buffer.concat([head, chunk.subarray(0, FILE_HEAD)]);
      yield chunk;
    }
  }
  const written = await tar.add(partOfFile(file), watched(content));
  const key = fileKeyId(head);
  if (key !== undefined) sealing.add(key);
  return { file, ...written };
}

async function listFiles(client: pg.Client): Promise<string[]> {
  await asRole(client, 'payung_owner');
  const { rows } = await client.query<{ file_id: string }>(
    'select file_id from payung.stored_file where purged_at is null order by file_id',
  );
  return rows.map((row) => row.file_id);
}

/** Keys that person envelopes are under: bytes 2 to 5 of each. */
async function envelopeKeys(client: pg.Client): Promise<Set<string>> {
  const keys = new Set<string>();
  for (const [role, from] of [
    ['payung_owner', 'payung.person'],
    ['payung_intake', 'intake.prepared_row'],
  ] as const) {
    await asRole(client, role);
    const { rows } = await client.query<{ key: string }>(
      `select distinct encode(substring(sealed from 2 for 4), 'hex') as key from ${from} where octet_length(sealed) >= 5`,
    );
    for (const { key } of rows) keys.add(key);
  }
  return keys;
}

async function readSequences(client: pg.Client): Promise<Manifest['sequences']> {
  const sequences: Manifest['sequences'] = [];
  for (const { name, owner } of await listSequences(client)) {
    await asRole(client, owner);
    const { rows } = await client.query<{ last: string; called: boolean }>(
      `select last_value::text as last, is_called as called from ${table(name)}`,
    );
    for (const row of rows) sequences.push({ sequence: name, ...row });
  }
  return sequences;
}

const reasonOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
