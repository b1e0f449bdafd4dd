import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { withClient } from '#platform/database';
import { emptyDatabase } from '#testing';
import { openBackup } from './index.ts';
import { createTar, listTar } from './tar.ts';
import { madeBackup, problemOf } from './testing/made-backup.ts';

const { source, path, folder, files, restoreInto } = await madeBackup();
const { keyring } = source.platform;

describe('a file that is not what was written', () => {
  const bytesOf = () => readFileSync(path);
  const changed = (name: string, bytes: Buffer) => {
    const file = join(folder, name);
    writeFileSync(file, bytes);
    return file;
  };
  /** Where the content of a part begins. */
  const at = (bytes: Buffer, part: string) => {
    const header = bytes.indexOf(`${part}\0`);
    expect(header % 512).toBe(0);
    return header + 512;
  };
  const flipped = (part: string, offset: number) => {
    const bytes = bytesOf();
    const place = at(bytes, part) + offset;
    bytes.writeUInt8(bytes.readUInt8(place) ^ 1, place);
    return bytes;
  };

  test.each([
    ['tables/payung.person', 10],
    ['tables/auth.credential', 0],
    ['tables/payung.audit_seal', 3],
    ['payung-backup.txt', 7],
    ['manifest.json', 40],
    ['manifest.sig', 5],
  ])('one bit of %s', async (part, offset) => {
    const { urls } = await emptyDatabase();
    const file = changed(`bit-${part.replaceAll('/', '-')}.tar`, flipped(part, offset));
    const problem = await problemOf(restoreInto(urls.migrate, { path: file }));
    // A signature that does not fit speaks against what it signs.
    const named = part === 'manifest.sig' ? 'manifest.json' : part;
    expect(problem).toEqual({ code: 'backup.partDamaged', facts: { path: file, part: named } });
    const { rowCount } = await withClient(urls.migrate, (client) =>
      client.query(`select from pg_namespace where nspname = 'payung'`),
    );
    expect(rowCount).toBe(0);
  });

  test('one bit of a stored file', async () => {
    const part = `files/${files[0]}`;
    const file = changed('bit-file.tar', flipped(part, 1000));
    expect(await problemOf(openBackup(file, keyring))).toEqual({
      code: 'backup.partDamaged',
      facts: { path: file, part },
    });
  });

  // biome-ignore format: aligned table of cases
  test.each([
    // where                                        from the start of the part's header
    ['its name',                                    3],
    ['its size',                                    130],
    ['the filler between it and the part before',   -1],
  ])('one bit beside the contents: %s', async (_, offset) => {
    const bytes = bytesOf();
    const place = at(bytes, 'tables/payung.person') - 512 + offset;
    bytes.writeUInt8(bytes.readUInt8(place) ^ 1, place);
    const file = changed(`beside${offset}.tar`, bytes);
    expect((await problemOf(openBackup(file, keyring))).code).toBe('backup.cutShort');
  });

  test('one bit of the end mark', async () => {
    const bytes = bytesOf();
    bytes.writeUInt8(1, bytes.length - 1);
    expect((await problemOf(openBackup(changed('end.tar', bytes), keyring))).code).toBe('backup.cutShort');
  });

  test.each([0.01, 0.1, 0.5, 0.9, 0.999])('cut short at %f of its length', async (share) => {
    const bytes = bytesOf();
    const file = changed(`cut-${share}.tar`, bytes.subarray(0, Math.floor(bytes.length * share)));
    expect((await problemOf(openBackup(file, keyring))).code).toBe('backup.cutShort');
  });

  test('without its last byte', async () => {
    const file = changed('last-byte.tar', bytesOf().subarray(0, -1));
    expect((await problemOf(openBackup(file, keyring))).code).toBe('backup.cutShort');
  });

  test('something else, nothing at all, or no file', async () => {
    const text = changed('surat.docx', Buffer.from('PK\u0003\u0004 bukan cadangan'.repeat(100)));
    expect((await problemOf(openBackup(text, keyring))).code).toBe('backup.notABackup');
    const empty = changed('kosong.tar', Buffer.alloc(0));
    expect((await problemOf(openBackup(empty, keyring))).code).toBe('backup.notABackup');
    const missing = join(folder, 'tidak-ada.tar');
    expect((await problemOf(openBackup(missing, keyring))).code).toBe('backup.unreadable');
  });

  test('a part exchanged for another, with a manifest that fits it but not its signature', async () => {
    const bytes = bytesOf();
    const start = at(bytes, 'manifest.json');
    const text = bytes.toString('utf8', start);
    const digest = createHash('sha256').update('lain').digest('hex');
    const first = /"sha256": "([0-9a-f]{64})"/.exec(text.slice(text.indexOf('"tables"')))?.[1] ?? '';
    const file = changed(
      'forged.tar',
      Buffer.from(bytes.toString('latin1').replaceAll(first, digest), 'latin1'),
    );
    expect(await problemOf(openBackup(file, keyring))).toEqual({
      code: 'backup.partDamaged',
      facts: { path: file, part: 'manifest.json' },
    });
  });

  /** The same backup with its parts chosen anew; every header and the end mark are as they should be. */
  async function rebuilt(name: string, parts: (names: readonly string[]) => readonly string[]) {
    const contents = await listTar(path);
    const entries = new Map(contents?.entries.map((entry) => [entry.name, entry]));
    const file = join(folder, name);
    const tar = await createTar(file);
    for (const part of parts([...entries.keys()])) {
      await tar.add(part, entries.get(part)?.read() ?? [Buffer.from('lain')]);
    }
    await tar.finish();
    return file;
  }

  // biome-ignore format: aligned table of cases
  test.each([
    ['taken out',        'backup.partMissing', 'tables/payung.cover',  (names: readonly string[]) => names.filter((name) => name !== 'tables/payung.cover')],
    ['put in',           'backup.partUnknown', 'tables/payung.extra',  (names: readonly string[]) => [...names.slice(0, 3), 'tables/payung.extra', ...names.slice(3)]],
    ['there twice',      'backup.partUnknown', 'tables/payung.cover',  (names: readonly string[]) => [...names.slice(0, -2), 'tables/payung.cover', ...names.slice(-2)]],
  ] as const)('a part %s', async (what, code, part, parts) => {
    const file = await rebuilt(`${what.replaceAll(' ', '-')}.tar`, parts);
    expect(await problemOf(openBackup(file, keyring))).toEqual({ code, facts: { path: file, part } });
  });

  test('rebuilt from the same parts it is whole', async () => {
    const file = await rebuilt('same.tar', (names) => names);
    expect(readFileSync(file).equals(bytesOf())).toBe(true);
  });
});
