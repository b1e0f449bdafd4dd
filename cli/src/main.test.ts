import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
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

describe('the commands', () => {
  test('have names of their own, and a usage that begins with them', () => {
    expect(new Set(commands.map(({ name }) => name)).size).toBe(commands.length);
    for (const { name, usage } of commands) expect(usage).toMatch(new RegExp(`^payung ${name}( |$)`));
  });
});

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
