import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { type FileStore, localFileStore } from '#platform/files';
import type { ProblemFacts } from '#platform/problem';
import type { Keyring } from '#platform/seal';
import { type TestPlatform, temporaryDirectory, testPlatform } from '#testing';
import { type BackupReport, makeBackup } from '../make.ts';
import { BackupProblem } from '../problem.ts';
import { type RestoreReport, restoreBackup } from '../restore.ts';
import { fillRegister } from './full-register.ts';

export const MIGRATIONS = join(import.meta.dirname, '../../../../migrations');

/** What a restore may be given other than the backup made below. */
export interface Changes {
  readonly path?: string;
  readonly files?: FileStore;
  readonly keyring?: Keyring;
  readonly migrations?: string;
}

/** A register with rows in every table, and a backup of it. */
interface MadeBackup {
  readonly source: TestPlatform;
  readonly report: BackupReport;
  readonly path: string;
  /** A folder of the test file's own. */
  readonly folder: string;
  /** Ids of the stored files, and the clear content of each. */
  readonly files: readonly string[];
  readonly content: Buffer;
  makeAnother(
    name: string,
    changes?: Partial<{ migrateUrl: string; files: FileStore }>,
  ): Promise<BackupReport>;
  restoreInto(migrateUrl: string, changes?: Changes): Promise<RestoreReport>;
}

/** Makes both; call it once at the top of a test file. */
export async function madeBackup(): Promise<MadeBackup> {
  const folder = temporaryDirectory();
  const source = await testPlatform();
  const { files, content } = await fillRegister(source);
  const makeAnother: MadeBackup['makeAnother'] = (name, changes = {}) =>
    makeBackup({
      migrateUrl: source.database.urls.migrate,
      files: source.platform.files,
      keyring: source.platform.keyring,
      path: join(folder, name),
      actor: 'terminal:uji',
      now: source.platform.clock.now(),
      ...changes,
    });
  const report = await makeAnother('payung.tar');
  const path = join(folder, 'payung.tar');
  return {
    source,
    report,
    path,
    folder,
    files,
    content,
    makeAnother,
    restoreInto: (migrateUrl, changes = {}) =>
      restoreBackup({
        migrateUrl,
        migrations: MIGRATIONS,
        files: localFileStore(mkdtempSync(join(folder, 'files-')), source.platform.sealer),
        keyring: source.platform.keyring,
        path,
        actor: 'terminal:uji',
        ...changes,
      }),
  };
}

/** Code and facts of the problem that the work ends in; fails when it ends otherwise. */
export async function problemOf(work: Promise<unknown>): Promise<{ code: string; facts: ProblemFacts }> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(BackupProblem);
  const { code, facts } = error as BackupProblem;
  return { code, facts };
}
