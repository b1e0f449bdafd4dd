import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import pg from 'pg';
import { pino } from 'pino';
import { type Clock, systemClock } from '#platform/clock';
import type { Platform } from '#platform/context';
import {
  bootstrap,
  chooseDataDirectory,
  closePools,
  type DataDirectory,
  type Embedded,
  embeddedUrls,
  migrate,
  openPools,
  type Pools,
  pendingMigrations,
  refusePrivileged,
  type ServerUrls,
  serverUrls,
  startEmbedded,
} from '#platform/database';
import { localFileStore } from '#platform/files';
import { createLogger, type Logger } from '#platform/log';
import { createSealer, loadKeyring } from '#platform/seal';
import { connectModules } from '../api.ts';
import { ServeProblem } from './problem.ts';
import { migrationsDirectory } from './readiness.ts';

/** What a start may be told; everything else comes from the environment. */
interface StartOptions {
  /** `PAYUNG_DATA`, `DATABASE_URL`, `PAYUNG_MIGRATE_URL`, `PAYUNG_KEY_FILE`, `PAYUNG_KEYS`, `PAYUNG_ZONE` are read. */
  readonly env: NodeJS.ProcessEnv;
  /** Directory in which `.payung` is looked for. */
  readonly cwd: string;
  /** JSON lines to standard error when left out, so that standard output holds results only. */
  readonly log?: Logger;
  readonly clock?: Clock;
}

/** The register, open on this machine. */
export interface LocalPlatform {
  readonly platform: Platform;
  /** Where files, keys and the embedded database lie. */
  readonly data: DataDirectory;
  /** Addresses of the database; `migrate` is undefined where this process may not migrate. */
  readonly urls: ServerUrls;
  /** The embedded PostgreSQL; undefined with a server of one's own. */
  readonly embedded: Embedded | undefined;
  /** Names of the migrations applied just now. */
  readonly migrated: readonly string[];
  /** Ends the connections, and the embedded PostgreSQL when nobody else uses it. */
  close(): Promise<void>;
}

/**
 * Per cent by which the heap may grow between two whole collections. V8 itself lets it grow up to fourfold: while a long list is
 * checked that is 150 MB of garbage more, and no faster.
 */
const heapGrowth = 100;

/**
 * Opens the register: starts the embedded PostgreSQL or uses `DATABASE_URL`, migrates where it may, loads the keys.
 * Refuses to go on as a database role that row-level security does not hold.
 *
 * @throws DatabaseProblem, KeyringError, ServeProblem serve.migrationsPending
 */
export async function startPlatform(options: StartOptions): Promise<LocalPlatform> {
  connectModules();
  setFlagsFromString(`--heap-growing-percent=${heapGrowth}`);
  const { env } = options;
  const log = options.log ?? createLogger({ destination: pino.destination({ fd: 2, sync: true }) });
  const data = chooseDataDirectory(env, options.cwd);
  const own = serverUrls(env);
  const embedded = own === undefined ? await startEmbedded({ dataDirectory: data.path }) : undefined;
  try {
    const urls = embedded === undefined ? own : embeddedUrls(embedded);
    if (urls === undefined) throw new Error('neither a server nor the embedded database');
    const migrated = await prepare(urls);
    let closing = false;
    const pools = openPools(urls, {
      onLoss: (role, error) => {
        // A pool has ended before the server knows; one that shuts down at once still ends its sessions by itself.
        if (!closing) log.warn({ err: error, role }, 'a connection to the database was lost');
      },
    });
    try {
      await refusePrivileged(pools.app);
      await refusePending(pools);
      // Beside a database of one's own the keys must be given: what is made here would lie on another machine tomorrow.
      const keyring = loadKeyring(
        env,
        embedded === undefined ? {} : { allowCreateAt: join(data.path, 'keys.json') },
      );
      const sealer = createSealer(keyring);
      const platform: Platform = {
        pools,
        clock: options.clock ?? systemClock(env.PAYUNG_ZONE),
        keyring,
        sealer,
        files: localFileStore(join(data.path, 'files'), sealer),
        log,
      };
      const close = async () => {
        closing = true;
        await closePools(pools);
        await embedded?.stop();
      };
      return { platform, data, urls, embedded, migrated, close };
    } catch (error) {
      await closePools(pools);
      throw error;
    }
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

/** @throws ServeProblem serve.migrationsPending */
async function refusePending(pools: Pools): Promise<void> {
  const pending = await pendingMigrations(pools.app, migrationsDirectory).catch((error: unknown) => {
    // The table that lists them, or its schema, is not there yet.
    const never = error instanceof pg.DatabaseError && ['42P01', '3F000', '42501'].includes(error.code ?? '');
    if (never) return ['0001 …'];
    throw error;
  });
  if (pending.length > 0) throw new ServeProblem('serve.migrationsPending', { names: pending.join(', ') });
}

async function prepare(urls: ServerUrls): Promise<readonly string[]> {
  if (urls.migrate === undefined) return [];
  await bootstrap(urls.migrate, urls);
  return (await migrate(urls.migrate, migrationsDirectory)).applied;
}
