import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { bootstrap, migrate, startEmbedded, withClient } from '#platform/database';
import { PREFIX, TEMPLATE } from './template.ts';

/** Lost commits matter to nobody here, and waiting for the disk is most of the time. */
const SETTINGS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '400' };

/** One PostgreSQL for the run, in a directory of its own, with one migrated template that `testDatabase` copies. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await removeAbandoned();
  const dataDirectory = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  const embedded = await startEmbedded({ dataDirectory, settings: SETTINGS });
  const remove = async () => {
    await embedded.stop();
    rmSync(dataDirectory, { recursive: true, force: true });
  };
  try {
    await withClient(embedded.urlFor('postgres'), (client) => client.query(`create database ${TEMPLATE}`));
    const template = embedded.urlFor('postgres', TEMPLATE);
    await bootstrap(template);
    await migrate(template, join(import.meta.dirname, '../../migrations'));
  } catch (error) {
    await remove();
    throw error;
  }
  project.provide('payungServer', embedded.urlFor('postgres', 'postgres'));
  return remove;
}

/** A run that was killed could not clean up. */
async function removeAbandoned(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const owner = name.startsWith(PREFIX) ? Number.parseInt(name.slice(PREFIX.length), 10) : Number.NaN;
    if (Number.isNaN(owner) || isAlive(owner)) continue;
    const dataDirectory = join(tmpdir(), name);
    if (existsSync(join(dataDirectory, 'postgres', 'postmaster.pid'))) {
      // Whoever attaches last stops it.
      const left = await startEmbedded({ dataDirectory, settings: SETTINGS }).catch(() => undefined);
      await left?.stop();
    }
    rmSync(dataDirectory, { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
