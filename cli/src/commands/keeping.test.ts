import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { auditPublicKeyPem, loadKeyring, parseHead } from '@payung/server/local';
import { temporaryDirectory, testPlatform } from '@payung/server/testing';
import { describe, expect, test } from 'vitest';
import { runCommandLine } from '../run.ts';
import { keptTerminal } from '../testing/kept-terminal.ts';
import { commands } from './index.ts';

const world = await testPlatform();
const { superuser } = world.database;
const folder = temporaryDirectory();

async function run(command: string, argv: readonly string[], language: 'id' | 'en' = 'en') {
  const { terminal, ended } = keptTerminal(world.terminal, language);
  return ended(await runCommandLine([...command.split(' '), ...argv], terminal, commands));
}

const note = () =>
  superuser.query(
    `insert into audit_entry (actor, acting_as, action) values ('terminal:uji', 'rosters.accept', 'rosters.accepted')`,
  );

describe('every command', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    ['audit head',   ['sekarang']],
    ['audit verify', ['--kunci', 'a.pem']],
    ['backup',       []],
    ['backup',       ['a.tar', 'b.tar']],
    ['backup',       ['--all']],
    ['restore',      []],
    ['keys create',  []],
    ['keys rotate',  []],
    ['keys public',  ['a', 'b']],
    ['keys reseal',  ['now']],
  ] as const)('%s with %j shows how it is used', async (command, argv) => {
    const { status, out, err } = await run(command, argv);
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain(`Usage: payung ${command}`);
  });
});

describe('payung audit', () => {
  test('before anything was recorded says so', async () => {
    expect(await run('audit head', [])).toMatchObject({ status: 0, out: 'Nothing has been recorded yet.' });
    expect(await run('audit head', ['--json'])).toMatchObject({ out: '{"head":null}' });
    expect((await run('audit verify', [])).out).toBe(
      'The audit log holds no block yet; 0 entries are not sealed.',
    );
  });

  test('head seals what is open; verify finds it whole, also by the printed key and the printed head', async () => {
    await note();
    const { out: sentence } = await run('audit head', [], 'id');
    expect(sentence).toMatch(/^Log audit Payung: blok 1, ditutup .*, 1 catatan, sidik \S{24}\.$/);
    const pem = join(folder, 'audit.pem');
    writeFileSync(pem, auditPublicKeyPem(world.platform.keyring));
    const verified = await run('audit verify', ['--key', pem, '--head', sentence]);
    expect(verified).toEqual({
      status: 0,
      out: `The audit log is intact: 1 entries in 1 blocks, fingerprint ${parseHead(sentence)?.fingerprint}; 0 entries are not sealed yet.`,
      err: '',
    });
  });

  test('verify names what was changed by whom no grant could stop', async () => {
    await note();
    await run('audit head', []);
    const client = await superuser.connect();
    await client.query('set session_replication_role = replica');
    await client.query(`update audit_entry set actor = 'terminal:lain' where id = 1`);
    const found = await run('audit verify', []);
    await client.query(`update audit_entry set actor = 'terminal:uji' where id = 1`);
    await client.query('set session_replication_role = origin');
    client.release();
    expect(found).toEqual({
      status: 1,
      out: 'The audit log is NOT intact: 1 findings.\nEntry 1 (block 1) was changed after it was sealed.',
      err: '',
    });
  });

  test('verify with a head that is not there any more', async () => {
    const { status, out } = await run('audit verify', ['--head', '900 7Q2M-0AXK-9TRB-44ZD-PWCE'], 'id');
    expect(status).toBe(1);
    expect(out).toContain('Blok 900 yang tercatat di notulen tidak ada');
  });

  test.each([
    ['a head without a fingerprint', ['--head', 'blok 12'], 'There is no block number'],
    ['a key that is not there', ['--key', join(folder, 'none.pem')], 'is no public audit key'],
  ])('verify with %s is refused before the register is opened', async (_, argv, said) => {
    const { status, err } = await run('audit verify', argv);
    expect(status).toBe(2);
    expect(err).toContain(said);
  });
});

describe('payung keys', () => {
  const path = join(folder, 'keys.json');

  test('create makes a file, and never replaces one', async () => {
    const { status, out } = await run('keys create', [path]);
    expect(status).toBe(0);
    expect(out).toContain(path);
    const before = readFileSync(path);
    const again = await run('keys create', [path]);
    expect(again.status).toBe(1);
    expect(again.err).toContain(`${path} exists and is not overwritten`);
    expect(readFileSync(path)).toEqual(before);
  });

  test('rotate makes a new key the active one and keeps the former', async () => {
    const former = loadKeyring({ PAYUNG_KEY_FILE: path });
    const { out } = await run('keys rotate', [path]);
    const now = loadKeyring({ PAYUNG_KEY_FILE: path });
    expect(out).toContain(now.activeSealingKey);
    expect(now.activeSealingKey).not.toBe(former.activeSealingKey);
    expect([...now.sealing.keys()]).toEqual([now.activeSealingKey, ...former.sealing.keys()]);
  });

  test('public prints what verifies the log, and nothing that signs it', async () => {
    const { out } = await run('keys public', [path]);
    expect(out).toBe(auditPublicKeyPem(loadKeyring({ PAYUNG_KEY_FILE: path })).trim());
    expect(out).not.toContain('PRIVATE');
  });

  test('reseal with nothing to do says so', async () => {
    expect(await run('keys reseal', [])).toEqual({
      status: 0,
      out: `Everything is under key ${world.platform.keyring.activeSealingKey} now: 0 people, 0 waiting rows and 0 files were sealed anew.`,
      err: '',
    });
  });
});

describe('payung backup and restore', () => {
  const data = join(folder, 'no-data');
  const path = join(folder, 'register.tar');

  test('without keys nothing is started and no file is made', async () => {
    const before = { ...process.env };
    process.env.PAYUNG_DATA = data;
    // Nor in the home of whoever runs this test.
    process.env.XDG_CONFIG_HOME = join(folder, 'no-home');
    delete process.env.PAYUNG_KEY_FILE;
    try {
      for (const command of ['backup', 'restore']) {
        const { status, err } = await run(command, [path]);
        expect(status).toBe(1);
        expect(err).toContain('There are no sealing keys.');
      }
    } finally {
      process.env = before;
    }
    expect([existsSync(path), existsSync(data)]).toEqual([false, false]);
  });
});
