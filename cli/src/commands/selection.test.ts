import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryDirectory } from '@payung/server/testing';
import { decreedList, type SelectionWorld, selectionWorld } from '@payung/server/testing/selection-world';
import { beforeAll, describe, expect, test } from 'vitest';
import { runCommandLine } from '../run.ts';
import { keptTerminal } from '../testing/kept-terminal.ts';
import { commands } from './index.ts';

const directory = temporaryDirectory();
let world: SelectionWorld;
let proposalId = '';
beforeAll(async () => {
  world = await selectionWorld();
});

async function payung(...argv: string[]) {
  const { terminal, ended } = keptTerminal(world.terminal, 'id');
  return ended(await runCommandLine(argv, terminal, commands));
}

describe('payung selection', () => {
  test('list says when there is none, and then how far each is', async () => {
    expect((await payung('selection', 'list')).out).toContain('Belum ada usulan.');
    proposalId = await decreedList(world, { people: 3, quota: 2 });
    expect((await payung('selection', 'list')).out).toMatch(
      /Fatuba'a {2}2026-11–2026-12 {2}2\/2 {2}ditetapkan dengan SK {2}SK\/7/,
    );
  });

  test('show names everybody by rank, and what the places cost', async () => {
    const { out } = await payung('selection', 'show', proposalId);
    expect(out).toContain('2 orang, Rp 33.600 seorang selama 2 bulan: Rp 67.200');
    expect(out).toMatch(/1\. Contoh \d+ {2}mengisi tempat/);
    expect(out).toMatch(/3\. Contoh \d+ {2}cadangan/);
    const { out: json } = await payung('selection', 'show', proposalId, '--json');
    expect(JSON.parse(json)).toMatchObject({ proposal: { proposalId }, entries: [{}, {}, {}] });
  });

  test('export writes the annex by the ending of the file, with numbers masked unless they are asked for', async () => {
    const [masked, whole, docx] = ['a.csv', 'b.csv', 'c.docx'].map((name) => join(directory, name));
    await payung('selection', 'export', proposalId, masked ?? '');
    await payung('selection', 'export', proposalId, whole ?? '', '--whole-numbers');
    await payung('selection', 'export', proposalId, docx ?? '');
    expect(readFileSync(masked ?? '', 'utf8')).not.toMatch(/\d{16}/);
    expect(readFileSync(whole ?? '', 'utf8').match(/\d{16}/g)).toHaveLength(2);
    expect(
      readFileSync(docx ?? '')
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['an id that is none',       ['show', 'x'],                       1],
    ['an unknown ending',        ['export', '019a0000-0000-7000-8000-000000000000', 'a.pdf'], 2],
    ['no operand',               ['export'],                          2],
  ])('%s is refused', async (_, argv, status) => {
    expect((await payung('selection', ...argv)).status).toBe(status);
  });
});
