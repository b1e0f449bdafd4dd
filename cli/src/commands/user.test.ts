import { type TestPlatform, testPlatform } from '@payung/server/testing';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { runCommandLine } from '../run.ts';
import { keptTerminal } from '../testing/kept-terminal.ts';
import { commands } from './index.ts';

let world: TestPlatform;

beforeAll(async () => {
  world = await testPlatform();
  await world.database.superuser.query(`
    insert into area (code, beyond, level, kind, name, name_key, parent, source) values
      (5300000000, 5400000000, 'province', 'provinsi', 'NTT', 'ntt', null, 'test'),
      (5304000000, 5305000000, 'regency', 'kabupaten', 'Belu', 'belu', 5300000000, 'test')`);
});

beforeEach(() =>
  world.database.superuser.query('delete from access_grant; truncate auth.user_account cascade'),
);

async function run(command: string, argv: readonly string[], language: 'id' | 'en' = 'id') {
  const { terminal, ended } = keptTerminal(world.terminal, language);
  return ended(await runCommandLine([...command.split(' '), ...argv], terminal, commands));
}

const first = ['ketua@nttprov.example', '--name', 'Ketua', '--role', 'administrator', '--area', '53'];

test('an empty register says how the first administrator is made', async () => {
  expect(await run('user list', [])).toMatchObject({ status: 0, out: '' });
  expect((await run('user list', [], 'en')).err).toContain('payung user add EMAIL');
});

test('the first administrator is made, with a password that is printed once', async () => {
  const { status, out, err } = await run('user add', first);
  expect(status).toBe(0);
  expect(out).toMatch(
    /^Akun ketua@nttprov\.example dibuat\.\nketua@nttprov\.example kini pengelola di 53\.\nKata sandi sekali pakai: [a-z2-9-]{19}$/,
  );
  expect(err).toContain('Serahkan langsung');
  expect((await run('user list', [])).out).toMatch(
    /^ketua@nttprov\.example · Ketua \(kata sandi harus diganti\)\n {2}pengelola · 53 · dari 20 November 2026 · [0-9a-f-]{36}$/,
  );
});

describe('what cannot be understood is said before the register is opened', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    ['no name',                   'user add',           ['a@b.example', '--role', 'planner', '--area', '53'],                    'payung user add'],
    ['no address',                'user add',           ['--name', 'A', '--role', 'planner', '--area', '53'],                    'payung user add'],
    ['a role nobody has',         'user add',           ['a@b.example', '--name', 'A', '--role', 'raja', '--area', '53'],        'Tidak ada peran raja. Pilih salah satu: enumerator'],
    ['no place',                  'user add',           ['a@b.example', '--name', 'A', '--role', 'planner'],                     'tepat satu dari --area dan --partner'],
    ['two places',                'user grant',         ['a@b.example', '--role', 'planner', '--area', '53', '--partner', 'x'],  'tepat satu dari --area dan --partner'],
    ['a place that is none',      'user grant',         ['a@b.example', '--role', 'planner', '--area', 'Belu'],                  'Bukan kode wilayah: Belu'],
    ['a day that is none',        'user grant',         ['a@b.example', '--role', 'planner', '--area', '53', '--until', '2026-02-30'], 'Bukan tanggal: 2026-02-30'],
    ['an option we do not have',  'user list',          ['--all'],                                                               'payung user list'],
    ['an id that is none',        'user end',           ['7'],                                                                   'payung user end'],
    ['nobody named',              'user password',      [],                                                                      'payung user password'],
    ['an option for an address',  'user second-factor', ['--email'],                                                             'payung user second-factor'],
  ])('%s', async (_, command, argv, said) => {
    const { status, out, err } = await run(command, argv);
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain(said);
  });
});

test('an account that is not there is refused', async () => {
  const { status, err } = await run('user password', ['lain@b.example']);
  expect(status).toBe(1);
  expect(err).toContain('lain@b.example');
});

test('a role is given, seen, and ended', async () => {
  await run('user add', first);
  const argv = ['KETUA@nttprov.example', '--role', 'auditor', '--area', '53.04', '--until', '2027-01-01'];
  expect((await run('user grant', argv, 'en')).out).toBe('ketua@nttprov.example is now auditor in 53.04.');
  const listed: unknown = JSON.parse((await run('user list', ['--json'])).out);
  const [user] = listed as { grants: { role: string; area: number; until: string; grantId: string }[] }[];
  expect(user?.grants[1]).toMatchObject({ role: 'auditor', area: 5304000000, until: '2027-01-01' });
  const grant = user?.grants[1]?.grantId ?? '';
  expect((await run('user end', [grant])).out).toContain(grant);
  expect((await run('user list', [])).out).not.toContain('auditor');
});

test('a password and a second factor are replaced', async () => {
  await run('user add', first);
  await world.database.superuser.query('update auth.user_account set two_factor_enabled = true');
  expect((await run('user list', [])).out).toContain('dua langkah');
  expect((await run('user password', ['ketua@nttprov.example'])).out).toMatch(
    /^Kata sandi sekali pakai: [a-z2-9-]{19}$/,
  );
  expect((await run('user second-factor', ['ketua@nttprov.example'])).out).toContain('dihapus');
  expect((await run('user list', [])).out).not.toContain('dua langkah');
});
