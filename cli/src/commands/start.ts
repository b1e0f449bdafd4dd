import {
  actorForUser,
  exampleAccounts,
  examplePassword,
  jobs,
  type LocalPlatform,
  listUsers,
  loadProvince,
  runExample,
  ServeProblem,
  type Serving,
  serve,
  startJobs,
  terminalContext,
  untilStopped,
} from '@payung/server/local';
import { buildWeb, type WebBuild } from '@payung/web/build';
import { openBrowser } from '../browser.ts';
import type { Run, Terminal } from '../command.ts';
import { fill } from '../fill.ts';
import { readOptions } from '../options.ts';
import { progressPrinter } from '../progress.ts';
import { openRegister } from '../register.ts';
import { portIn } from './port.ts';

const texts = {
  id: {
    starting: 'Menyiapkan basis data …',
    migrated: 'Skema dipasang: {count} langkah.',
    building: 'Menyiapkan halaman …',
    busy: 'Port 8080 sedang dipakai; Payung memakai port lain.',
    at: 'Payung: {url}',
    signIn: 'Masuk sebagai {email} atau peran lain di atas, kata sandi: {password}',
    account: '  {email}  {name}',
    nobody:
      'Belum ada akun. Buat yang pertama: payung user add EMAIL --name NAMA --role administrator --area 53',
    end: 'Ctrl-C menghentikan. Data tetap tersimpan di {path}.',
  },
  en: {
    starting: 'Preparing the database …',
    migrated: 'Schema installed: {count} steps.',
    building: 'Preparing the pages …',
    busy: 'Port 8080 is in use; Payung takes another.',
    at: 'Payung: {url}',
    signIn: 'Sign in as {email} or another of the roles above, password: {password}',
    account: '  {email}  {name}',
    nobody:
      'There is no account yet. Make the first: payung user add EMAIL --name NAME --role administrator --area 53',
    end: 'Ctrl-C stops it. The data stay in {path}.',
  },
} as const;

const usualPort = '8080';

/**
 * `payung start`, which is `npm start`: everything a newcomer needs in one command. Started again, it carries on where it was.
 */
export const start: Run = async (argv, terminal) => {
  const { language } = terminal;
  const { values } = readOptions(argv, {
    empty: { type: 'boolean', default: false },
    port: { type: 'string' },
    'no-open': { type: 'boolean', default: false },
  });
  const port = values.port === undefined ? undefined : portIn(values.port, language);
  const said = texts[language];
  terminal.err(said.starting);
  const { env } = process;
  const tell = (line: string) => terminal.err(line);
  const register = await openRegister({ env, cwd: process.cwd(), language, tell, log: 'warn' });
  try {
    if (register.migrated.length > 0) {
      terminal.err(fill(said.migrated, language, { count: register.migrated.length }));
    }
    // Bundling needs a processor of its own, the example mostly the database's.
    const [web] = await Promise.all([
      pages(terminal),
      values.empty ? prepare(register, terminal) : showExample(register, terminal),
    ]);
    const serving = await serveHere(register, web, port, terminal);
    await greet(register, serving, terminal, !values.empty);
    if (!values['no-open'] && terminal.live) openBrowser(serving.url);
    await untilStopped();
    await serving.stop();
  } finally {
    await register.close();
  }
  return 0;
};

async function showExample({ platform }: LocalPlatform, terminal: Terminal): Promise<void> {
  const worker = await startJobs(platform, jobs, (actorId) => actorForUser(platform, actorId));
  try {
    const progress = progressPrinter(terminal);
    await runExample(terminalContext(platform, terminal.language), {
      say: (line) => terminal.out(line),
      progress,
    });
  } finally {
    await worker.stop();
  }
}

/** Without the example, places and published figures are there all the same: nobody can be given a role without a place. */
function prepare({ platform }: LocalPlatform, terminal: Terminal): Promise<void> {
  return loadProvince(terminalContext(platform, terminal.language));
}

async function pages(terminal: Terminal): Promise<WebBuild> {
  const slow = setTimeout(() => terminal.err(texts[terminal.language].building), 500);
  try {
    return await buildWeb();
  } finally {
    clearTimeout(slow);
  }
}

/** Serves on loopback: on the port asked for, else on the usual one, else on any that is free. */
async function serveHere(
  { platform }: LocalPlatform,
  web: WebBuild,
  port: number | undefined,
  terminal: Terminal,
): Promise<Serving> {
  const options = { platform, host: '127.0.0.1', jobs, webRoot: web.directory };
  try {
    return await serve({ ...options, port: port ?? Number(usualPort) });
  } catch (error) {
    const taken = error instanceof ServeProblem && error.code === 'serve.portTaken';
    if (!taken || port !== undefined) throw error;
    terminal.err(texts[terminal.language].busy);
    return serve({ ...options, port: 0 });
  }
}

async function greet(
  { platform, data }: LocalPlatform,
  { url }: Serving,
  terminal: Terminal,
  example: boolean,
): Promise<void> {
  const { language } = terminal;
  const said = texts[language];
  const [first] = exampleAccounts;
  if (example && first !== undefined) {
    for (const { email, name } of exampleAccounts) {
      terminal.out(fill(said.account, language, { email: email.padEnd(28), name }));
    }
    terminal.out(fill(said.signIn, language, { email: first.email, password: examplePassword }));
  } else if ((await listUsers(terminalContext(platform, language))).length === 0) {
    terminal.out(said.nobody);
  }
  // Last, so that whoever waits for the address may use it at once.
  terminal.out(fill(said.end, language, { path: data.path }));
  terminal.out(fill(said.at, language, { url }));
}
