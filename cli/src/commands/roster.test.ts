import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { day, rupiah } from '@payung/kernel';
import { createAgreement, createFund, createPartner, loadAreas } from '@payung/server/local';
import { temporaryDirectory, testPlatform } from '@payung/server/testing';
import { describe, expect, test } from 'vitest';
import { runCommandLine } from '../run.ts';
import { keptTerminal } from '../testing/kept-terminal.ts';
import { commands } from './index.ts';

const world = await testPlatform();
const belu = 5_304_000_000;
await loadAreas(world.terminal);
const { partnerId } = await createPartner(world.terminal, { kind: 'government', name: 'Pemda', area: belu });
const { fundId } = await createFund(world.terminal, {
  kind: 'apbd_regency',
  name: 'APBD',
  partnerId,
  area: belu,
  year: 2026,
});
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
const list = join(directory, 'daftar.csv');
writeFileSync(
  list,
  [
    'NIK;Nama;Tanggal Lahir;L/P;Desa;Kecamatan;Pekerjaan',
    '5304051708909001;Yohanes Seran;17-08-1990;L;Fatuketi;Kakuluk Mesak;Petani',
    '530405170890900;Petrus Bau;17-08-1990;L;Fatuketi;Kakuluk Mesak;Petani',
  ].join('\n'),
);
const text = join(directory, 'surat.csv');
writeFileSync(text, 'halo;dunia\nini;bukan daftar\n');

async function payung(...argv: string[]) {
  const { terminal, ended } = keptTerminal(world.terminal, 'id');
  return ended(await runCommandLine(argv, terminal, commands));
}

describe('payung roster', () => {
  test('records a list of a partner without enrolling anybody', async () => {
    const path = join(directory, 'warga.csv');
    writeFileSync(
      path,
      'Nama;L/P;Desa;Kecamatan;Pekerjaan\nMaria Goreti Luruk;P;Fatuketi;Kakuluk Mesak;Penenun\n',
    );
    const record = ['roster', 'check', path, '--record', '--area', '53.04', '--partner'];
    const checked = await payung(...record, 'pemda');
    expect(checked.out).toContain('1 orang baru akan dicatat dan 0 orang dikenal dicocokkan');
    const rosterId = /payung roster accept (\S+)/.exec(checked.out)?.[1] ?? '';
    expect((await payung('roster', 'accept', rosterId)).out).toContain(
      '1 orang baru dicatat, 0 orang dikenal dicocokkan; tidak ada yang menjadi peserta.',
    );
    expect((await payung(...record, 'Paroki')).err).toContain('Mitra bernama Paroki');
    expect((await payung(...record.slice(0, 4), '--partner', 'pemda')).err).toContain('--area');
  });

  test('checks a list, accepts it, lists it and gives the file back', async () => {
    const checked = await payung('roster', 'check', list, '--agreement', 'PKS/1');
    expect(checked.status).toBe(0);
    expect(checked.out).toContain('3 baris = 1 baru + 0 dikenal + 0 meragukan + 1 ditolak + 1 diabaikan');
    expect(checked.out).toContain('1 orang akan didaftarkan');
    const rosterId = /roster accept (\S+)/.exec(checked.out)?.[1] ?? '';

    const again = await payung('roster', 'check', list, '--agreement', 'PKS/1', '--json');
    expect(again.err).toContain('sudah pernah dikirim');
    expect(JSON.parse(again.out)).toMatchObject({ roster: { rosterId, counts: { rowsIn: 3, refused: 1 } } });

    expect(await payung('roster', 'accept', rosterId)).toMatchObject({
      status: 0,
      out: expect.stringContaining('1 orang terdaftar.'),
    });
    expect(await payung('roster', 'accept', rosterId)).toMatchObject({
      status: 1,
      err: expect.stringContaining('sudah diterima'),
    });
    expect((await payung('roster', 'list')).out.split('\n')[0]).toBe(
      `${rosterId}  2026-11-01  Kabupaten Belu  terdaftar  1/3  daftar.csv`,
    );

    const billed = await payung('bill', 'run', '--agreement', 'PKS/1', '--month', '2026-11', '--json');
    const { number } = JSON.parse(billed.out);
    const preview = await payung('roster', 'undo', rosterId);
    expect(preview.out).toContain('1 kepesertaan ditarik, 1 orang ditarik, 0 orang baru tetap');
    expect(preview.out).toContain(`Tagihan ${number} memuat 1 orang dari daftar ini dan 0 orang lain.`);
    expect(await payung('roster', 'undo', rosterId, '--why', 'salah kirim')).toMatchObject({
      status: 1,
      err: expect.stringContaining(`masih ditagih: ${number}`),
    });
    expect(await payung('roster', 'undo', rosterId, '--why', 'salah kirim', '--cancel-bills')).toMatchObject({
      status: 0,
      out: expect.stringContaining('boleh dikirim lagi'),
    });
    expect((await payung('roster', 'undo', rosterId, '--why', 'salah kirim')).status).toBe(1);

    const back = join(directory, 'hasil.xlsx');
    expect(await payung('roster', 'workbook', rosterId, back)).toMatchObject({ status: 0 });
    expect(readFileSync(back).subarray(0, 2).toString()).toBe('PK');
  });

  test('a file without a list of people ends with status 1 and its reason', async () => {
    const { status, out } = await payung('roster', 'check', text, '--agreement', 'PKS/1');
    expect(status).toBe(1);
    expect(out).toContain('surat.csv tidak dapat diperiksa');
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['no agreement named',         2, '--agreement',      ['check', list]],
    ['no file named',              2, 'Cara pakai',       ['check', '--agreement', 'PKS/1']],
    ['a day that does not exist',  2, '2026-02-30',       ['check', list, '--agreement', 'PKS/1', '--starts-on', '2026-02-30']],
    ['a policy that is none',      2, 'all_or_nothing',   ['check', list, '--agreement', 'PKS/1', '--policy', 'some']],
    ['a file that is not there',   1, 'tidak ada',        ['check', '/nowhere/x.csv', '--agreement', 'PKS/1']],
    ['an unknown agreement',       1, 'Perjanjian',       ['check', list, '--agreement', 'PKS/9']],
    ['a day before the agreement', 1, 'tidak berlaku',    ['check', list, '--agreement', 'PKS/1', '--starts-on', '2025-12-31']],
    ['an id that is none',         1, 'tidak ada',        ['accept', '7']],
    ['an unknown id',              1, 'tidak ada',        ['workbook', '01a1f640-bc00-774f-b3b9-94cb0ddd9c7e', 'x.xlsx']],
  ] as const)('%s: status %i', async (_, status, said, argv) => {
    const result = await payung('roster', ...argv);
    expect(result.err).toContain(said);
    expect(result.status).toBe(status);
    expect(result.out).toBe('');
  });
});
