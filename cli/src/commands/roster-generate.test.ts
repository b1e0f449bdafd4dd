import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryDirectory, testPlatform } from '@payung/server/testing';
import { expect, test } from 'vitest';
import { runCommandLine } from '../run.ts';
import { keptTerminal } from '../testing/kept-terminal.ts';
import { commands } from './index.ts';

const world = await testPlatform();
const directory = temporaryDirectory();
const path = (name: string) => join(directory, name);

async function payung(...argv: string[]) {
  const { terminal, ended } = keptTerminal(world.terminal, 'id');
  return ended(await runCommandLine(['roster', 'generate', ...argv], terminal, commands));
}

const lines = (name: string) => readFileSync(path(name), 'utf8').trimEnd().split('\r\n');

test('a made list and its truth line up, and the same seed makes the same bytes', async () => {
  const options = ['--rows', '300', '--area', '53.71', '--errors', 'every', '--seed', 'a'];
  expect(await payung(path('a.csv'), ...options, '--truth', path('truth.csv'))).toMatchObject({ status: 0 });
  await payung(path('b.csv'), ...options);
  expect(lines('a.csv')).toEqual(lines('b.csv'));
  expect(lines('a.csv')).toHaveLength(301);
  const truth = lines('truth.csv').map((line) => line.split(';'));
  expect(truth[0]).toEqual(['row', 'person', 'nik', 'mistake']);
  for (const [n, line] of lines('a.csv').entries()) {
    if (n === 0) continue;
    const [row, , nik, mistake] = truth[n] ?? [];
    expect(row).toBe(String(n + 1));
    if (mistake === '') expect(line.split(';')[0]).toBe(nik);
  }
});

test.each([
  ['no rows', ['--rows', '0'], 2],
  ['words for rows', ['--rows', 'many'], 2],
  ['no such errors', ['--errors', 'some'], 2],
  ['no area code', ['--area', 'Belu'], 2],
  ['an area without villages', ['--area', '99.99'], 1],
])('%s writes nothing', async (name, argv, status) => {
  expect(await payung(path(`${name}.csv`), ...argv)).toMatchObject({ status });
  expect(existsSync(path(`${name}.csv`))).toBe(false);
});
