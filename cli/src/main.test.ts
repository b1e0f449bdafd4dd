import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { temporaryDirectory } from '@payung/server/testing';
import { describe, expect, test } from 'vitest';
import { commands } from './commands/index.ts';

const bin = join(import.meta.dirname, '../bin/payung.js');

/** Runs the real program. */
async function payung(...argv: string[]) {
  const env = { ...process.env, PAYUNG_LANG: 'en' };
  return promisify(execFile)(process.execPath, [bin, ...argv], { env });
}

describe('the program', () => {
  test('--help names every command with its summary', async () => {
    const { stdout, stderr } = await payung('--help');
    for (const { name, summary } of commands)
      expect(stdout).toMatch(new RegExp(`${name} +${escaped(summary.en)}`));
    expect(stderr).toBe('');
  });

  test('an unknown command ends with status 2', async () => {
    await expect(payung('strat')).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining('payung start'),
    });
  });

  test('a reader that closes early is no failure', async () => {
    const { stderr } = await promisify(execFile)('sh', [
      '-c',
      `"${process.execPath}" "${bin}" --help | true`,
    ]);
    expect(stderr).toBe('');
  });
});

describe('payung law run', () => {
  const line = (id: number) =>
    JSON.stringify({ id, rule: 'benefit.jkm', input: { date: '2026-01-01', segment: 'PU' } });

  /** Runs it in an empty folder, with a database that nobody could reach. */
  async function lawRun(input: string, then = '') {
    const cwd = temporaryDirectory();
    const env = { ...process.env, PAYUNG_LANG: 'en', DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' };
    const shell = `"${process.execPath}" "${bin}" law run${then}`;
    const running = promisify(execFile)('sh', ['-c', shell], { cwd, env, maxBuffer: 1024 * 1024 * 16 });
    running.child.stdin?.on('error', () => undefined);
    running.child.stdin?.end(input);
    return { ...(await running), left: readdirSync(cwd) };
  }

  test('answers what is piped in, needs no database and leaves nothing behind', async () => {
    const ids = Array.from({ length: 3000 }, (_, id) => id);
    const { stdout, stderr, left } = await lawRun(ids.map(line).join('\n'));
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((answer) => JSON.parse(answer).id),
    ).toEqual(ids);
    expect(stderr).toBe('3,000 requests answered, 0 of them invalid.\n');
    expect(left).toEqual([]);
  });

  test('stops quietly when its reader has seen enough', async () => {
    const ids = Array.from({ length: 20_000 }, (_, id) => id);
    const { stdout, stderr } = await lawRun(ids.map(line).join('\n'), ' | head -n 1');
    expect(JSON.parse(stdout)).toMatchObject({ id: 0, answer: { total: 42_000_000 } });
    expect(stderr).toBe('');
  });
});

/** Writes down every module that the program loads. */
const trace = `
import { appendFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
registerHooks({
  load(url, context, next) {
    appendFileSync(process.env.LOADED, url + '\\n');
    return next(url, context);
  },
});`;

describe('a command loads what it needs:', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    // words                              packages
    [['help'],                            []],
    [['law', 'explain', '--help'],        []],
    [['law', 'list'],                     ['law']],
    [['law', 'run', '/dev/null'],         ['law']],
    [['law', 'run', 'no-such-file'],      ['law']],
    [['keys', 'public', 'no-such-file'],  ['law', 'server']],
  ])('%j', async (words, packages) => {
    const file = join(temporaryDirectory(), 'loaded');
    const preload = `data:text/javascript,${encodeURIComponent(trace)}`;
    const env = { ...process.env, LOADED: file };
    const ended = promisify(execFile)(process.execPath, ['--import', preload, bin, ...words], { env });
    await ended.catch((error: unknown) => expect(error).toMatchObject({ code: 1 }));
    const loaded = readFileSync(file, 'utf8');
    expect(loaded).toContain('/cli/src/main.ts');
    expect(['law', 'server'].filter((name) => loaded.includes(`/${name}/src/`))).toEqual(packages);
  });
});

describe('the commands', () => {
  test('have names of their own, and a usage that begins with them', () => {
    expect(new Set(commands.map(({ name }) => name)).size).toBe(commands.length);
    for (const { name, usage } of commands) expect(usage).toMatch(new RegExp(`^payung ${name}( |$)`));
  });
});

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
