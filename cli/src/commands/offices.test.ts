import { loadAreas } from '@payung/server/local';
import { testPlatform } from '@payung/server/testing';
import { describe, expect, test } from 'vitest';
import { runCommandLine } from '../run.ts';
import { keptTerminal } from '../testing/kept-terminal.ts';
import { commands } from './index.ts';

const world = await testPlatform();
await loadAreas(world.terminal);
const partnerId = '01980000-0000-7000-8000-000000000001';
await world.database.superuser.query(
  `insert into partner (partner_id, kind, name, area) values ($1, 'cooperative', 'Kopdit Belu', 5304000000)`,
  [partnerId],
);

async function payung(...argv: string[]) {
  const { terminal, ended } = keptTerminal(world.terminal, 'id');
  return ended(await runCommandLine(argv, terminal, commands));
}

test('payung office seats tells the seats of a kecamatan, what they rest on, and each village', async () => {
  const { status, out } = await payung('office', 'seats', '--area', '53.04.05');
  expect(status).toBe(0);
  expect(out).toMatch(/Terlindungi: 0 dari \d+ kursi yang diketahui \(0,00 %\)/);
  expect(out).toContain('Sumber: UU 6/2014 Pasal 59');
  expect(out).toContain(
    '53.04.05.2001  Fatuketi: 0/5 terlindungi, 0 terisi, 5 kosong, 10 jabatan tanpa jumlah',
  );
  const json = await payung('office', 'seats', '--area', '53.04.05.2001', '--json');
  expect(JSON.parse(json.out)).toMatchObject({ total: { seats: 5, unknown: 10 } });
});

describe('as CSV', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    [['office', 'list', '--area', '53.04'],                          /^village_code,village,body,office/],
    [['partner', 'list', '--month', '2026-11'],                      /^month,partner,kind/],
    [['partner', 'members', partnerId, '--month', '2026-11'],        /^month,name,birth_date/],
    [['partner', 'changes', partnerId, '--month', '2026-11'],        /^change,day,name/],
    [['seeker', 'list', '--area', '53.04'],                          /^village_code,village,name,sex/],
  ])('%j has its columns', async (argv, columns) => {
    expect((await payung(...argv, '--csv')).out).toMatch(columns);
    expect((await payung(...argv, '--json')).out.trim()).toBe('[]');
    expect((await payung(...argv, '--csv', '--json')).status).toBe(2);
  });
});

test('payung partner missing says that there is no complete list', async () => {
  expect((await payung('partner', 'missing', partnerId)).out).toContain('Belum ada daftar lengkap');
});

// biome-ignore format: aligned table of cases
test.each([
  [['office', 'seats'],                                               2],
  [['office', 'seats', '--area', 'Belu'],                             2],
  [['office', 'seats', '--area', '53.04', '--on', 'besok'],           2],
  [['office', 'take'],                                                2],
  [['office', 'take', partnerId],                                     1],
  [['partner', 'members', partnerId],                                 2],
  [['partner', 'members', '01980000-0000-7000-8000-000000000009', '--month', '2026-11'], 1],
])('%j ends with %d', async (argv, status) => {
  expect((await payung(...argv)).status).toBe(status);
});
