import { createHmac } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAreas } from '@payung/server/local';
import { temporaryDirectory, testPlatform } from '@payung/server/testing';
import { describe, expect, test } from 'vitest';
import { runCommandLine } from '../run.ts';
import { keptTerminal } from '../testing/kept-terminal.ts';
import { commands } from './index.ts';

const world = await testPlatform();
await loadAreas(world.terminal);
const directory = temporaryDirectory();
const salt = 'kunci acak yang disepakati 2026';
const nik = '5304051708909001';

function written(name: string, ...lines: string[]): string {
  const path = join(directory, name);
  writeFileSync(path, lines.join('\n'));
  return path;
}

async function payung(...argv: string[]) {
  const { terminal, ended } = keptTerminal(world.terminal, 'id');
  return ended(await runCommandLine(argv, terminal, commands));
}

test('payung funding double says when there is none, and prints CSV', async () => {
  expect((await payung('funding', 'double', '--month', '2026-11')).out).toContain('Tidak ada orang');
  expect((await payung('funding', 'double', '--month', '2026-11', '--csv')).out).toMatch(
    /^month,village_code,/,
  );
  expect((await payung('funding', 'double')).status).toBe(2);
});

describe('payung members', () => {
  const headings = 'NIK;Nama;Tanggal Lahir;No KPJ;Segmen';
  const file = written('aktif.csv', headings, `${nik};Yohanes Seran;17-08-1990;21012345678;BPU`);

  test('import says what became of the rows, and which columns were dropped', async () => {
    const { status, out } = await payung(
      'members',
      'import',
      file,
      '--branch',
      'atambua',
      '--month',
      '2026-11',
    );
    expect(out).toContain(
      '2 baris = 0 dikenal + 0 meragukan + 1 belum ada di sini + 0 ditolak + 1 diabaikan',
    );
    expect(out).toContain('Kolom nomor peserta (KPJ) tidak disimpan: No KPJ.');
    expect(status).toBe(0);
    expect(
      (await payung('members', 'import', file, '--branch', 'atambua', '--month', '2026-11')).out,
    ).toContain('sudah berlaku');
  });

  test('hashed numbers are read with a salt that comes from a file', async () => {
    const hash = createHmac('sha256', salt).update(nik).digest('hex');
    const hashed = written('sandi.csv', headings, `${hash};Yohanes Seran;17-08-1990;;BPU`);
    const argv = ['members', 'import', hashed, '--branch', 'atambua', '--month', '2026-10'];
    expect(await payung(...argv)).toMatchObject({ status: 1, out: '' });
    const salted = await payung(...argv, '--salt-file', written('kunci.txt', salt, ''), '--json');
    expect(JSON.parse(salted.out)).toMatchObject({ counts: { unknown: 1 } });
    expect(salted.out + salted.err).not.toContain(salt);
  });

  test('differences says when there is nothing to compare, and prints CSV', async () => {
    expect((await payung('members', 'differences', '--month', '2026-09')).out).toContain('Belum ada berkas');
    expect((await payung('members', 'differences', '--month', '2026-11')).out).toContain('Tidak ada selisih');
    expect((await payung('members', 'differences', '--month', '2026-11', '--csv')).out).toMatch(
      /^month,village_code,/,
    );
  });

  test('export writes who is covered, under headings that import reads', async () => {
    const path = join(directory, 'keluar.csv');
    const { status, out } = await payung('members', 'export', path, '--month', '2026-11', '--area', '53.04');
    expect({ status, out }).toEqual({ status: 0, out: `${path} ditulis: 0 orang terlindungi.` });
    expect(readFileSync(path, 'utf8')).toMatch(/^Hash NIK,Nama,/);
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['no month',          ['members', 'differences']],
    ['what is no month',  ['members', 'differences', '--month', 'November']],
    ['what is no area',   ['members', 'differences', '--month', '2026-11', '--area', 'Belu']],
    ['branch and area',   ['members', 'export', 'x.csv', '--month', '2026-11', '--branch', 'atambua', '--area', '53']],
    ['no branch',         ['members', 'import', file, '--month', '2026-11']],
  ] as const)('%s is a misuse', async (_, argv) => {
    expect((await payung(...argv)).status).toBe(2);
  });
});
