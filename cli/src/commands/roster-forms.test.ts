import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createPartner, loadAreas } from '@payung/server/local';
import { temporaryDirectory, testPlatform } from '@payung/server/testing';
import { expect, test } from 'vitest';
import { runCommandLine } from '../run.ts';
import { keptTerminal } from '../testing/kept-terminal.ts';
import { commands } from './index.ts';

const world = await testPlatform();
await loadAreas(world.terminal);
await createPartner(world.terminal, { kind: 'government', name: 'Pemda', area: 5_304_000_000 });
const directory = temporaryDirectory();

async function payung(...argv: string[]) {
  const { terminal, ended } = keptTerminal(world.terminal, 'id');
  return ended(await runCommandLine(argv, terminal, commands));
}

test('payung roster template writes an empty list of a layout, and knows its kinds', async () => {
  const path = join(directory, 'templat.xlsx');
  expect(await payung('roster', 'template', 'opensid', '--out', path, '--area', '53.04.04')).toMatchObject({
    status: 0,
    out: expect.stringContaining(path),
  });
  expect(readFileSync(path).subarray(0, 2).toString()).toBe('PK');
  expect((await payung('roster', 'template', 'sispp')).err).toContain('payung, f1_bpu, sipp, opensid, p3ke');
});

test('payung roster mapping shows, saves, lists, renames and ends what headings mean', async () => {
  const path = join(directory, 'kub.csv');
  writeFileSync(path, 'Kode;Sebutan;Kelurahannya\n5304051708909001;Yohanes Seran;Fatuketi\n');
  const checked = await payung('roster', 'check', path, '--record', '--area', '53.04', '--partner', 'pemda');
  expect(checked).toMatchObject({ status: 1, out: expect.stringContaining('Kepala tabel tidak ditemukan') });
  const rosterId =
    /\[([0-9a-f-]{36})\]|([0-9a-f-]{36})/.exec((await payung('roster', 'list')).out)?.[0] ?? '';
  expect((await payung('roster', 'mapping', 'show', rosterId)).out).toContain(
    '1  Kode | Sebutan | Kelurahannya',
  );
  const save = [
    'roster',
    'mapping',
    'save',
    rosterId,
    '--name',
    'KUB',
    '--row',
    '1',
    '--set',
    'Sebutan=name',
  ];
  expect((await payung(...save, '--set', 'Sebutan=nama')).err).toContain('Bukan arti kolom: Sebutan=nama');
  const saved = await payung(...save, '--set', 'Kode=nik', '--set', 'Kelurahannya=village');
  expect(saved.out).toContain('1 baru');
  const mappingId = /^\S+/.exec((await payung('roster', 'mapping', 'list')).out)?.[0] ?? '';
  expect((await payung('roster', 'mapping', 'rename', mappingId, 'KUB Fatuketi')).status).toBe(0);
  expect((await payung('roster', 'mapping', 'list')).out).toContain(
    'KUB Fatuketi  Pemda, Kabupaten Belu  nik, name, village',
  );
  expect((await payung('roster', 'mapping', 'end', mappingId)).out).toContain('1 daftar akan diperiksa lagi');
  expect((await payung('roster', 'mapping', 'hapus', mappingId)).status).toBe(2);
});
