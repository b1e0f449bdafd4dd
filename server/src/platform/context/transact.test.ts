import { describe, expect, test } from 'vitest';
import type { Permission } from '#platform/access';
import { testPlatform } from '#testing';
import { type Context, change, read, type Tx } from './index.ts';

const { platform, terminal, user, database } = await testPlatform();
await database.superuser.query(`
  insert into area (code, beyond, level, kind, name, name_key, source) values
    (5304000000, 5305000000, 'regency', 'kabupaten', 'Kabupaten Belu', 'belu', 'test'),
    (5304012001, 5304012002, 'village', 'desa', 'Satu', 'satu', 'test'),
    (5305012001, 5305012002, 'village', 'desa', 'Dua', 'dua', 'test');
  insert into person (person_id, name, name_key, name_turned, area, sealed) values
    ('019a0000-0000-7000-8000-000000000001', 'Di Belu', 'di belu', 'belu di', 5304012001, '\\x00'),
    ('019a0000-0000-7000-8000-000000000002', 'Di Alor', 'di alor', 'alor di', 5305012001, '\\x00')`);

const names = (ctx: Context, permission: Permission) =>
  read(ctx, permission, async (tx) =>
    (await tx.db.selectFrom('person').select('name').orderBy('name').execute()).map(({ name }) => name),
  );

describe('the scope holds below the code', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    ['the terminal',                       terminal,                                    'people.read',   ['Di Alor', 'Di Belu']],
    ['a planner of Belu',                  user('planner', 5_304_000_000),              'people.read',   ['Di Belu']],
    ['a planner of a village of Alor',     user('planner', 5_305_012_001),              'people.read',   ['Di Alor']],
    ['a planner of a village of nobody',   user('planner', 5_304_012_002),              'people.read',   []],
    ['a purpose that does not open people', user('planner', 5_304_000_000),             'coverage.read', []],
  ] as const)('%s', async (_, ctx, permission, expected) => {
    expect(await names(ctx, permission)).toEqual(expected);
  });

  test('a role without the permission reads nothing at all', async () => {
    await expect(names(user('finance_officer', 5_304_000_000), 'people.read')).rejects.toMatchObject({
      code: 'auth.forbidden',
    });
  });

  test('a row outside the scope cannot be written, nor moved out of it', async () => {
    const officer = user('registration_officer', 5_304_000_000);
    const write = (area: number) =>
      change(officer, 'rosters.accept', async (tx) => {
        await tx.db
          .insertInto('person')
          .values({
            person_id: crypto.randomUUID(),
            name: 'Baru',
            name_key: 'baru',
            name_turned: 'baru',
            area,
            sealed: Buffer.from([0]),
          })
          .execute();
        await tx.record({ action: 'test.written' });
      });
    await expect(write(5_305_012_001)).rejects.toThrow(/row-level security/);
    await expect(write(5_304_012_001)).resolves.toBeUndefined();
    await expect(
      change(officer, 'rosters.accept', async (tx) => {
        await tx.record({ action: 'test.moved' });
        await tx.db
          .updateTable('person')
          .set({ area: 5_305_012_001 })
          .where('name', '=', 'Di Belu')
          .execute();
      }),
    ).rejects.toThrow(/row-level security/);
  });

  test('what a connection was told ends with its transaction', async () => {
    await names(terminal, 'people.read');
    const clients = await Promise.all(Array.from({ length: 10 }, () => platform.pools.app.connect()));
    const counts = await Promise.all(clients.map((client) => client.query('select from person')));
    for (const client of clients) client.release();
    expect(counts.map(({ rowCount }) => rowCount)).toEqual(Array(10).fill(0));
  });
});

test('questions asked at once are answered in their order, until one fails', async () => {
  const seen: unknown[] = [];
  const ask = async (tx: Tx, text: string) => {
    const { rows } = await tx.client.query<{ n: number }>(text);
    seen.push(rows[0]?.n);
  };
  await read(terminal, 'people.read', (tx) =>
    Promise.all(['select 1 as n', 'select 2 as n', 'select 3 as n'].map((text) => ask(tx, text))),
  );
  expect(seen).toEqual([1, 2, 3]);
  const failing = read(terminal, 'people.read', async (tx) => {
    const [first, second] = await Promise.allSettled([
      ask(tx, 'select 1 / 0 as n'),
      ask(tx, 'select 4 as n'),
    ]);
    expect([first?.status, second?.status]).toEqual(['rejected', 'rejected']);
    throw new Error('as it must');
  });
  await expect(failing).rejects.toThrow('as it must');
  expect(await names(terminal, 'people.read')).toContain('Di Belu');
});

describe('a change', () => {
  const rename = (fail: 'no entry' | 'after' | 'not') =>
    change(terminal, 'rosters.accept', async (tx) => {
      await tx.db
        .updateTable('person')
        .set({ name: `Nama ${fail}` })
        .where('name_key', '=', 'di belu')
        .execute();
      if (fail !== 'no entry') await tx.record({ action: `test.${fail.replace(' ', '')}` });
      if (fail === 'after') throw new Error('too late');
    });
  const entries = async (action: string) =>
    (await database.superuser.query('select from audit_entry where action = $1', [action])).rowCount;

  test('without an audit entry is a mistake of ours, and undone', async () => {
    await expect(rename('no entry')).rejects.toThrow(/must record an audit entry/);
    expect(await names(terminal, 'people.read')).toContain('Di Belu');
  });

  test('that fails leaves neither change nor entry', async () => {
    await expect(rename('after')).rejects.toThrow('too late');
    expect(await names(terminal, 'people.read')).toContain('Di Belu');
    expect(await entries('test.after')).toBe(0);
  });

  test('stands together with its entry', async () => {
    await rename('not');
    expect(await names(terminal, 'people.read')).toContain('Nama not');
    expect(await entries('test.not')).toBe(1);
  });

  test('reading cannot change anything', async () => {
    await expect(
      read(terminal, 'rosters.accept', (tx) => tx.db.updateTable('person').set({ name: 'X' }).execute()),
    ).rejects.toThrow(/read-only/);
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['a quote in the actor',     { id: "a'; drop table person; --", areas: [] as [number, number][], partners: [] as string[] }],
    ['a partner that is no id',  { id: 'a', areas: [] as [number, number][], partners: ["x'"] }],
    ['an area that is no code',  { id: 'a', areas: [[0.5, 1]] as [number, number][], partners: [] as string[] }],
  ] as const)('refuses %s', async (_, { id, areas, partners }) => {
    const actor = { id, name: id, scopeFor: () => ({ areas, partners, groups: [] }) };
    await expect(names({ ...terminal, actor }, 'people.read')).rejects.toThrow(RangeError);
  });
});
