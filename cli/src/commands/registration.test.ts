import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { day, rupiah } from '@payung/kernel';
import { createAgreement, createFund, createPartner, loadAreas } from '@payung/server/local';
import { temporaryDirectory, testPlatform } from '@payung/server/testing';
import { expect, test } from 'vitest';
import { runCommandLine } from '../run.ts';
import { keptTerminal } from '../testing/kept-terminal.ts';
import { commands } from './index.ts';

const world = await testPlatform();
const belu = 5_304_000_000;
await loadAreas(world.terminal);
const { partnerId } = await createPartner(world.terminal, { kind: 'government', name: 'Pemda', area: belu });
const purse = { kind: 'apbd_regency', name: 'APBD', partnerId, area: belu, year: 2026 } as const;
const { fundId } = await createFund(world.terminal, purse);
await createAgreement(world.terminal, {
  partnerId,
  area: belu,
  kind: 'PKS',
  number: 'PKS/1',
  title: 'Pekerja rentan',
  segment: 'BPU',
  group: 'vulnerable',
  sector: 'other',
  programmes: ['JKK', 'JKM'],
  income: rupiah(1_000_000),
  fundId,
  from: day('2026-01-01'),
  until: day('2027-01-01'),
});
const directory = temporaryDirectory();

async function payung(...argv: string[]) {
  const { terminal, ended } = keptTerminal(world.terminal, 'id');
  return ended(await runCommandLine(argv, terminal, commands));
}

test('payung registration lists who waits, writes the sheet, and takes in the answer', async () => {
  const path = join(directory, 'daftar.csv');
  writeFileSync(
    path,
    [
      'NIK;Nama;Tempat Lahir;Tanggal Lahir;L/P;RT;Desa;Kecamatan;Nama Ibu;Pekerjaan;Lokasi Kerja',
      '5304051708909001;Yohanes Seran;Kupang;17-08-1990;L;004;Fatuketi;Kakuluk Mesak;Agnes;Petani;Kebun',
      '5304051708909002;Petrus Bau;;17-08-1990;L;004;Fatuketi;Kakuluk Mesak;Rosa;Petani;Kebun',
    ].join('\n'),
  );
  const checked = await payung('roster', 'check', path, '--agreement', 'PKS/1');
  await payung('roster', 'accept', /roster accept (\S+)/.exec(checked.out)?.[1] ?? '');

  const listed = await payung('registration', 'list');
  expect(listed.out).toContain('1 peserta siap dikirim ke cabang; 1 belum lengkap.');
  expect(listed.out).toContain('Petrus Bau (Fatuketi): belum ada tempat lahir');
  expect((await payung('registration', 'list', '--since', 'kemarin')).err).toContain('Bukan tanggal');

  const work = join(directory, 'kerja.csv');
  expect((await payung('registration', 'work', work)).out).toContain('1 orang ditulis ke');
  writeFileSync(work, readFileSync(work, 'utf8').replace(',,,,,', ',,,,Sawah,'));
  expect((await payung('registration', 'complete', work)).out).toContain('1 orang dilengkapi; 0 baris');
  expect((await payung('registration', 'work', join(directory, 'kerja.pdf'))).status).toBe(2);

  const sheet = join(directory, 'cabang.csv');
  const written = await payung('registration', 'export', sheet);
  expect(written.out).toContain('1 peserta ditulis ke');
  expect(readFileSync(sheet, 'utf8')).toContain('5304051708909001,Yohanes Seran,Kupang,17-08-1990,L');
  expect((await payung('registration', 'export', join(directory, 'lembar.pdf'))).status).toBe(2);

  const batchId = /answer (\S+)/.exec(written.out)?.[1] ?? '';
  const answer = join(directory, 'jawaban.csv');
  writeFileSync(answer, 'NIK;Hasil;Keterangan\n5304051708909001;DITOLAK;Nama tidak sesuai\n');
  expect((await payung('registration', 'answer', batchId, answer)).out).toContain('0 diterima, 1 ditolak');
  expect((await payung('registration', 'list')).out).toContain('Nama berbeda dari data Dukcapil.');
});
