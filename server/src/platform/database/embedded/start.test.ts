import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { temporaryDirectory } from '#testing';
import { blockedAt } from './account.ts';
import { bundledBinaries } from './binaries.ts';
import { findPostmaster } from './postmaster.ts';
import { type Embedded, type EmbeddedOptions, startEmbedded } from './start.ts';

const asRoot = process.getuid?.() === 0;
const onWindows = process.platform === 'win32';

/** One cluster for most tests: each leaves it stopped and without tables. */
let shared: string;
let home: string;
let running: Embedded[];
let children: ChildProcess[];

beforeAll(() => {
  shared = temporaryDirectory();
});

beforeEach(() => {
  home = shared;
  running = [];
  children = [];
});

afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  await Promise.all(children.map(ended));
  for (const embedded of running) await embedded.stop();
  if (home !== shared) return;
  const last = await startEmbedded({ dataDirectory: shared });
  await query(last, 'drop table if exists kept');
  await last.stop();
});

/** For a test that needs a directory nobody used before, or that spoils it. */
function ownHome(): void {
  home = temporaryDirectory();
}

const postmaster = () => findPostmaster(join(home, 'postgres'));

/** PostgreSQL's own log; the test run stays within one file of it, or two around midnight. */
function log(): string {
  const directory = join(home, 'postgres', 'log');
  const files = readdirSync(directory).map((file) => join(directory, file));
  files.sort((a, b) => statSync(a).mtimeMs - statSync(b).mtimeMs);
  return files.map((file) => readFileSync(file, 'utf8')).join('');
}

async function start(options: Partial<EmbeddedOptions> = {}): Promise<Embedded> {
  const embedded = await startEmbedded({ dataDirectory: home, ...options });
  running.push(embedded);
  return embedded;
}

/** Another process that uses the same directory; resolves once it has run the statement. */
async function another(
  statement = 'select 1',
  user?: number,
): Promise<{ child: ChildProcess; attached: boolean }> {
  const account = user === undefined ? {} : { uid: user, gid: user };
  const child = fork(join(import.meta.dirname, 'start.fixture.ts'), [home, statement], {
    ...account,
    cwd: '/',
    execArgv: [],
  });
  children.push(child);
  const [answer] = await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => Promise.reject(new Error('the other process ended before it was ready'))),
  ]);
  return { child, attached: (answer as { attached: boolean }).attached };
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}

async function query(embedded: Embedded, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: embedded.urlFor('postgres') });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('a new directory', () => {
  test('becomes a running PostgreSQL with an empty database payung, on a private socket only', async () => {
    ownHome();
    const embedded = await start();
    expect(embedded.attached).toBe(false);
    const rows = await query(
      embedded,
      `select current_database() as name, current_setting('listen_addresses') as listening,
        current_setting('fsync') as fsync, current_setting('synchronous_commit') as commits,
        current_setting('data_checksums') as checksums, pg_encoding_to_char(encoding) as encoding
      from pg_database where datname = current_database()`,
    );
    expect(rows).toEqual([
      { name: 'payung', listening: '', fsync: 'on', commits: 'on', checksums: 'on', encoding: 'UTF8' },
    ]);
    expect(statSync(embedded.socketDirectory).mode & 0o777).toBe(0o700);
  });

  test('stop ends PostgreSQL and leaves the data for the next start', async () => {
    const first = await start();
    await query(first, 'create table kept as select 7 as value');
    await first.stop();
    expect(postmaster()).toBeUndefined();
    const second = await start();
    expect(second.attached).toBe(false);
    expect(await query(second, 'select value from kept')).toEqual([{ value: 7 }]);
  });

  test('under a path too long for a socket, the socket lies elsewhere and goes with the stop', async () => {
    ownHome();
    const dataDirectory = join(home, 'sangat-panjang-'.repeat(8));
    const embedded = await startEmbedded({ dataDirectory });
    try {
      expect(embedded.socketDirectory.startsWith(dataDirectory)).toBe(false);
      expect(statSync(embedded.socketDirectory).mode & 0o777).toBe(0o700);
      expect(await query(embedded, 'select 1 as one')).toEqual([{ one: 1 }]);
    } finally {
      await embedded.stop();
    }
    expect(existsSync(embedded.socketDirectory)).toBe(false);
  });

  test('the log never holds what a statement held', async () => {
    const embedded = await start();
    const secret = 'RAHASIA-9271';
    await query(embedded, 'create table kept (name text primary key)');
    await query(embedded, `insert into kept values ('${secret}')`);
    await expect(query(embedded, `insert into kept values ('${secret}')`)).rejects.toThrow('duplicate');
    await expect(query(embedded, `select '${secret}'::int`)).rejects.toThrow('invalid input');
    await embedded.stop();
    expect(log()).toContain('database system is ready');
    expect(log()).not.toContain(secret);
  });
});

describe('several processes', () => {
  test('the one that started it may leave first; the last one to leave ends it', async () => {
    const { child, attached } = await another();
    expect(attached).toBe(false);
    const mine = await start();
    expect(mine.attached).toBe(true);

    child.send('end');
    await ended(child);
    expect(await query(mine, 'select 1 as one')).toEqual([{ one: 1 }]);

    await mine.stop();
    expect(postmaster()).toBeUndefined();
  });

  test('one that attached and ends leaves it running', async () => {
    const mine = await start();
    const { child, attached } = await another();
    expect(attached).toBe(true);
    child.send('end');
    await ended(child);
    expect(await query(mine, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['process.exit',     (child: ChildProcess) => child.send('end')],
    ['SIGTERM',          (child: ChildProcess) => child.kill('SIGTERM')],
    ['Ctrl-C',           (child: ChildProcess) => child.kill('SIGINT')],
    ['a closed terminal', (child: ChildProcess) => child.kill('SIGHUP')],
  ])('a lone one that ends by %s takes PostgreSQL with it', async (_, end) => {
    const { child } = await another();
    end(child);
    await ended(child);
    // A clean shutdown: nothing to recover.
    await vi.waitFor(() => {
      expect(postmaster()).toBeUndefined();
      expect(log().trimEnd()).toMatch(/database system is shut down$/);
    }, 10_000);
  });

  test('two first starts at once share one', async () => {
    ownHome();
    const both = await Promise.all([another(), another()]);
    expect(both.map(({ attached }) => attached).sort()).toEqual([false, true]);
    expect(await query(await start(), 'select 1 as one')).toEqual([{ one: 1 }]);
  });
});

describe('after kill -9', () => {
  test('of the process that started it, the next one attaches, finds the rows, and may stop it', async () => {
    const { child } = await another('create table kept as select 7 as value');
    child.kill('SIGKILL');
    await ended(child);
    expect(postmaster()?.status).toBe('ready');

    const mine = await start();
    expect(mine.attached).toBe(true);
    expect(await query(mine, 'select value from kept')).toEqual([{ value: 7 }]);
    await mine.stop();
    expect(postmaster()).toBeUndefined();
  });

  test.skipIf(onWindows)('of PostgreSQL itself, every acknowledged commit is there again', async () => {
    const first = await start();
    await query(first, 'create table kept (value int)');
    for (let value = 1; value <= 20; value += 1) await query(first, `insert into kept values (${value})`);
    // A session that computes does not notice at once, and keeps the shared memory until it does.
    const busy = query(first, 'select sum(n) from generate_series(1, 8000000) n');
    await vi.waitFor(async () => {
      const active = `select from pg_stat_activity where state = 'active' and query like '%generate_series%' and pid <> pg_backend_pid()`;
      expect(await query(first, active)).toHaveLength(1);
    }, 10_000);
    process.kill(postmaster()?.pid ?? 0, 'SIGKILL');

    const second = await start();
    expect(second.attached).toBe(false);
    expect(await query(second, 'select count(*)::int, sum(value)::int from kept')).toEqual([
      { count: 20, sum: 210 },
    ]);
    // It did outlive the server, so the start above had to wait for it.
    expect(await busy).toEqual([{ sum: '32000004000000' }]);
  });

  test('of the whole machine, a number that now belongs to somebody else does not block the start', async () => {
    const first = await start();
    const { pid } = postmaster() ?? { pid: 0 };
    const path = join(home, 'postgres', 'postmaster.pid');
    const left = readFileSync(path, 'utf8');
    const owner = statSync(path);
    await first.stop();
    writeFileSync(path, left.replace(String(pid), String(process.pid)), { mode: 0o600 });
    if (asRoot) chownSync(path, owner.uid, owner.gid);
    expect((await start()).attached).toBe(false);
  });
});

describe('a directory that is not ours to use', () => {
  test('of another major version is refused and left alone', async () => {
    ownHome();
    await (await start()).stop();
    writeFileSync(join(home, 'postgres', 'PG_VERSION'), '17\n');
    await expect(start()).rejects.toMatchObject({
      code: 'database.otherVersion',
      facts: { path: join(home, 'postgres'), found: '17', expected: 18 },
    });
    expect(readFileSync(join(home, 'postgres', 'PG_VERSION'), 'utf8')).toBe('17\n');
    expect(readdirSync(join(home, 'users'))).toEqual([]);
  });

  test('with something else in its place is refused', async () => {
    ownHome();
    mkdirSync(join(home, 'postgres'));
    writeFileSync(join(home, 'postgres', 'surat.txt'), '');
    if (asRoot) chownSync(join(home, 'postgres'), 65534, 65534);
    await expect(start()).rejects.toMatchObject({ code: 'database.notACluster' });
  });

  test('with a setting PostgreSQL does not know, the error says what it said', async () => {
    const failure = start({ settings: { shared_bufers: '1MB' } });
    await expect(failure).rejects.toMatchObject({ code: 'database.startFailed' });
    await expect(failure).rejects.toThrow(/shared_bufers/);
  });
});

describe.skipIf(!asRoot)('as root (skipped otherwise: only root runs PostgreSQL as another user)', () => {
  test('PostgreSQL runs as nobody, who owns the data', async () => {
    await start();
    expect(statSync(`/proc/${postmaster()?.pid}`).uid).toBe(65534);
    expect(statSync(join(home, 'postgres')).uid).toBe(65534);
  });

  test('a strict umask does not shut PostgreSQL out of the directories made for it', async () => {
    ownHome();
    const before = process.umask(0o077);
    try {
      const embedded = await start({ dataDirectory: join(home, 'var', 'payung') });
      expect(await query(embedded, 'select 1 as one')).toEqual([{ one: 1 }]);
    } finally {
      process.umask(before);
    }
  });

  test('a directory under one closed to nobody is refused, naming that one', async () => {
    ownHome();
    const closed = join(home, 'closed');
    mkdirSync(closed, { mode: 0o700 });
    const failure = start({ dataDirectory: join(closed, 'data') });
    await expect(failure).rejects.toMatchObject({
      code: 'database.unreachableDirectory',
      facts: { path: join(closed, 'data'), blocked: closed, uid: 65534 },
    });
  });

  test('binaries under a directory closed to nobody, without their links, are copied once beside the data', async () => {
    ownHome();
    const closed = temporaryDirectory();
    chmodSync(closed, 0o700);
    cpSync(join(bundledBinaries(), '..'), closed, {
      recursive: true,
      filter: (path) => !/\.so\.60$/.test(path),
    });
    const embedded = await start({ binaries: join(closed, 'native') });
    expect(await query(embedded, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(readdirSync(home).filter((name) => name.startsWith('postgresql-'))).toHaveLength(1);
  });

  // Skipped in a checkout that only root may enter: an ordinary user could not run it.
  test.skipIf(blockedAt(import.meta.dirname, { uid: 65534, gid: 65534 }) !== undefined)(
    'data that an ordinary user made goes on as his',
    async () => {
      ownHome();
      chownSync(home, 65534, 65534);
      const { child, attached } = await another('create table kept as select 7 as value', 65534);
      expect(attached).toBe(false);
      expect(statSync(`/proc/${postmaster()?.pid}`).uid).toBe(65534);
      child.send('end');
      await ended(child);
      await vi.waitFor(() => expect(postmaster()).toBeUndefined(), 10_000);
      expect(await query(await start(), 'select value from kept')).toEqual([{ value: 7 }]);
    },
  );
});
