import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const programs = join(import.meta.dirname, '..', '..', 'node_modules', '.bin');
const command = join(programs, 'payung');

/** An empty home and data directory, as on a machine that has never seen Payung. */
export interface Machine {
  readonly env: NodeJS.ProcessEnv;
  /** Runs a command to its end, and returns what it printed. @throws Error with both outputs unless it ends with 0 */
  payung(...args: readonly string[]): Promise<string>;
  /** Starts the server. @param args besides `start`, such as `--empty`; without `--port` it takes a free one */
  start(...args: readonly string[]): Promise<Running>;
  /** Removes what was written. Every server must have ended. */
  clear(): Promise<void>;
}

/** A server that has printed its address. */
export interface Running {
  /** Such as `http://127.0.0.1:40123`. */
  readonly url: string;
  readonly port: string;
  /** Everything it printed until now. */
  output(): string;
  /** Ends it as Ctrl-C does, and waits until it is gone. */
  stop(): Promise<void>;
  /** Ends it as a power cut would: nothing of it runs on. The embedded PostgreSQL is a process of its own and stays. */
  kill(): Promise<void>;
}

/** Makes a machine. Nothing of the real home, and no server of the developer's, reaches the tests. */
export async function newMachine(): Promise<Machine> {
  const directory = await mkdtemp(join(tmpdir(), 'payung-e2e-'));
  // Run as root, PostgreSQL is somebody else, who must be able to pass through.
  await chmod(directory, 0o711);
  const home = join(directory, 'home');
  await mkdir(home);
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    // As npm has it, so that the repository's own Node runs the command.
    PATH: [programs, process.env.PATH ?? ''].join(delimiter),
    HOME: home,
    XDG_CONFIG_HOME: join(home, '.config'),
    XDG_DATA_HOME: join(home, '.local', 'share'),
    PAYUNG_DATA: join(directory, 'data'),
    LANG: 'id_ID.UTF-8',
  };
  for (const name of ['DATABASE_URL', 'PAYUNG_MIGRATE_URL', 'PAYUNG_KEYS', 'PAYUNG_KEY_FILE'])
    delete env[name];
  return {
    env,
    payung: async (...args) => {
      const { stdout } = await promisify(execFile)(command, args, { env, maxBuffer: 64 * 1024 * 1024 });
      return stdout;
    },
    start: (...args) => start(env, ['start', ...(args.includes('--port') ? [] : ['--port', '0']), ...args]),
    clear: () => rm(directory, { recursive: true, force: true }),
  };
}

async function start(env: NodeJS.ProcessEnv, args: readonly string[]): Promise<Running> {
  const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  const url = await new Promise<string>((resolve, reject) => {
    const hear = (chunk: string) => {
      printed += chunk;
      const address = /https?:\/\/127\.0\.0\.1:\d+/.exec(printed);
      if (address !== null) resolve(address[0]);
    };
    child.stdout.setEncoding('utf8').on('data', hear);
    child.stderr.setEncoding('utf8').on('data', hear);
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      reject(
        new Error(`payung ${args.join(' ')} ended with ${signal ?? code} before it served:\n${printed}`),
      );
    });
  });
  return {
    url,
    port: new URL(url).port,
    output: () => printed,
    stop: () => end(child, 'SIGINT'),
    kill: () => end(child, 'SIGKILL'),
  };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}
