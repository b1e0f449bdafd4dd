import { month, monthIndex } from '@payung/kernel';
import { type TestPlatform, testPlatform } from '@payung/server/testing';
import { beforeAll, describe, expect, test } from 'vitest';
import { runCommandLine } from '../run.ts';
import { keptTerminal } from '../testing/kept-terminal.ts';
import { commands } from './index.ts';

let world: TestPlatform;

beforeAll(async () => {
  world = await testPlatform();
});

async function run(command: string, argv: readonly string[], language: 'id' | 'en' = 'id') {
  const { terminal, ended } = keptTerminal(world.terminal, language);
  return ended(await runCommandLine([...command.split(' '), ...argv], terminal, commands));
}

describe('payung areas load', () => {
  test('loads the shipped province with its figures, and a second time nothing', async () => {
    const first = await run('areas load', []);
    expect(first).toEqual({
      status: 0,
      out: 'Wilayah provinsi 53: 3.780 baru, 0 diperbaiki.\nAngka terbitan: 121 baru.',
      err: '',
    });
    expect((await run('areas load', [], 'en')).out).toBe(
      'Areas of province 53: 0 new, 0 corrected.\nPublished figures: 0 new.',
    );
  });

  test.each([
    ['a kabupaten', ['--province', '53.04'], 'Bukan kode provinsi: 53.04.'],
    ['a name', ['--province', 'NTB'], 'Bukan kode provinsi: NTB.'],
    ['an option we do not have', ['--region', '52'], 'payung areas load'],
  ])('%s is refused before the register is opened', async (_, argv, said) => {
    const { status, out, err } = await run('areas load', argv);
    expect(status).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(said);
  });
});

describe('payung coverage', () => {
  beforeAll(async () => {
    const at = monthIndex(month('2026-11'));
    await world.database.superuser.query(
      `insert into cover_delta (area, month, segment, grp, fund_id, people, jkk, jkm, jht, jp, jkp)
       values (5304012001, $1, 'BPU', 'vulnerable', gen_random_uuid(), 5829, 5829, 5829, 0, 0, 0)`,
      [at],
    );
  });

  test('prints the headline with both denominators, the rows, and what others published', async () => {
    const { status, out } = await run('coverage', ['--area', '53.04']);
    expect(status).toBe(0);
    expect(out).toContain('Kabupaten Belu (53.04) · November 2026');
    expect(out).toContain('Terlindungi (iuran bulan itu lunas): 5.829 orang');
    expect(out).toContain('4,48 % dari 130.000 [PERKIRAAN 105.400–145.600] · Angkatan kerja menurut BPS');
    expect(out).toContain('8,56 % dari 68.100 [PERKIRAAN] · Potensi pekerja menurut BPJS');
    expect(out).toMatch(/^Lamaknen +5\.829 +5\.829 +5\.829 +0 +0 +0$/m);
    expect(out).toMatch(/^Jumlah +5\.829/m);
    expect(out).toContain('45,76 %');
    expect(out).toContain('90,00 %');
  });

  test('speaks English', async () => {
    expect((await run('coverage', ['--by', 'segment'], 'en')).out).toMatch(/^BPU +5,829/m);
  });

  test('an empty month says so instead of an empty table', async () => {
    expect((await run('coverage', ['--month', '2020-01', '--by', 'fund'])).out).toContain('Tidak ada');
  });

  test('--csv prints the table alone, and the number of rows beside it', async () => {
    const { out, err } = await run('coverage', ['--csv']);
    expect(out.split('\r\n')).toHaveLength(23);
    expect(out).toContain('5304000000,Kabupaten Belu,2026-11,5829,');
    expect(err).toBe('22 baris');
  });

  test('--json prints the figure that the table shows', async () => {
    const { out } = await run('coverage', ['--area', '5304000000', '--json']);
    expect(JSON.parse(out)).toMatchObject({ area: { code: 5_304_000_000 }, totals: { people: 5829 } });
  });

  test.each([
    ['a BPS code', ['--area', '5304'], 'Bukan kode wilayah: 5304.'],
    ['a month that is none', ['--month', '2026-13'], 'Bukan bulan: 2026-13.'],
    ['a way to divide that we do not have', ['--by', 'sex'], 'Tidak dikenal: --by sex.'],
    ['two formats at once', ['--json', '--csv'], 'Pilih salah satu'],
    ['an option we do not have', ['--year', '2026'], 'payung coverage ['],
  ])('%s is refused', async (_, argv, said) => {
    const { status, out, err } = await run('coverage', argv);
    expect(status).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(said);
  });

  test('an area that does not exist is refused by the register', async () => {
    const { status, err } = await run('coverage', ['--area', '53.99']);
    expect(status).toBe(1);
    expect(err).toContain('Wilayah 53.99 tidak ada');
  });
});
