import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { localFileStore } from '#platform/files';
import { emptyDatabase } from '#testing';
import { leftOut } from './catalogue.ts';
import { openBackup } from './index.ts';
import { PEOPLE } from './testing/full-register.ts';
import { madeBackup, problemOf } from './testing/made-backup.ts';

const { source, report, path, folder, files, content, makeAnother } = await madeBackup();
const { keyring, sealer } = source.platform;

describe('a backup', () => {
  test('holds rows of every table it does not leave out, and says what it leaves out and why', async () => {
    const { manifest } = await openBackup(path, keyring);
    expect(manifest.tables.filter((part) => part.rows === 0).map((part) => part.table)).toEqual([]);
    expect(manifest.leftOut).toEqual(leftOut);
    expect(report).toMatchObject({ tables: manifest.tables.length, files: 2, jobs: 1 });
    expect(manifest.tables.find((part) => part.table === 'payung.person')?.rows).toBe(PEOPLE);
  });

  test('is readable by its owner only', () => {
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  test('holds no key and no NIK', () => {
    const bytes = readFileSync(path);
    expect(bytes.includes('5304010101909000')).toBe(false);
    expect(bytes.includes(content)).toBe(false);
  });

  test('names the keys that its contents need', async () => {
    expect(report.keys).toEqual({ audit: keyring.audit.keyId, sealing: [keyring.activeSealingKey] });
  });

  test('does not replace a file', async () => {
    expect(await problemOf(makeAnother('payung.tar'))).toEqual({
      code: 'backup.exists',
      facts: { path, reason: 'EEXIST' },
    });
  });

  test('of a register whose file is gone is refused, and nothing is left of it', async () => {
    const store = localFileStore(join(folder, 'kosong'), sealer);
    expect(await problemOf(makeAnother('tanpa-berkas.tar', { files: store }))).toEqual({
      code: 'backup.fileMissing',
      facts: { file: [...files].sort()[0] },
    });
    expect(existsSync(join(folder, 'tanpa-berkas.tar'))).toBe(false);
  });

  test('of a database without our schema is refused', async () => {
    const { urls } = await emptyDatabase();
    const work = makeAnother('tanpa-skema.tar', { migrateUrl: urls.migrate });
    expect(await problemOf(work)).toMatchObject({ code: 'backup.notMigrated' });
  });
});
