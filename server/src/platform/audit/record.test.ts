import { beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#platform/ids';
import { type TestDatabase, testDatabase } from '#testing';
import { type AuditEntry, record } from './record.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});

const entry: AuditEntry = { actor: 'terminal:op', actingAs: 'rosters.accept', action: 'rosters.accepted' };
const NIK = '5304015508909001';

const failure = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: { code?: string; message: string }) => error.code ?? error.message,
  );

describe('recording', () => {
  test('keeps every field as given, and the instant and id of the database', async () => {
    const full: AuditEntry = {
      ...entry,
      subjectKind: 'roster',
      subjectId: newId(),
      area: 5304012001,
      facts: { new: 5_829, refused: [3, 4], source: 'Daftar "Belu"' },
      digest: new Uint8Array(32).fill(7),
    };
    await record(database.pools.app, full);
    const { rows } = await database.superuser.query('select * from audit_entry');
    expect(rows).toEqual([
      {
        id: 1,
        at: expect.stringMatching(/^20\d\d-/),
        actor: full.actor,
        acting_as: full.actingAs,
        action: full.action,
        subject_kind: full.subjectKind,
        subject_id: full.subjectId,
        area: full.area,
        facts: full.facts,
        digest: Buffer.alloc(32, 7),
      },
    ]);
  });

  // biome-ignore format: aligned table of cases
  test.each<[string, Partial<AuditEntry>, string]>([
    ['a NIK as a fact',              { facts: { value: NIK } },                         'entry.facts.value'],
    ['a NIK in a sentence',          { facts: { reason: `warga ${NIK} wafat` } },       'entry.facts.reason'],
    ['a NIK with dots',              { facts: { value: '53.04.01.550890.9001' } },      'entry.facts.value'],
    ['a NIK as a number, nested',    { facts: { rows: [{ value: Number(NIK) }] } },     'entry.facts.rows[0].value'],
    ['a NIK as the name of a fact',  { facts: { [NIK]: 1 } },                           'a field of entry.facts'],
    ['a NIK as the subject',         { subjectKind: 'person', subjectId: NIK },         'entry.subjectId'],
    ['a NIK as the actor',           { actor: NIK },                                    'entry.actor'],
    ['a name',                       { facts: { name: 'Maria' } },                      'entry.facts.name'],
    ["a mother's name, nested",      { facts: { before: { mother_name: 'Yuliana' } } }, 'entry.facts.before.mother_name'],
  ])('refuses %s, and does not repeat it', async (_, part, where) => {
    const error = await record(database.pools.app, { ...entry, ...part }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(RangeError);
    expect(String(error)).toContain(where);
    expect(String(error)).not.toMatch(/\d{16}|Maria|Yuliana|550890/);
  });

  test('takes ids and digests for what they are', async () => {
    const digest = `a${'1'.repeat(63)}`;
    expect(
      await failure(record(database.pools.app, { ...entry, facts: { digest, fields: ['nik', 'name'] } })),
    ).toBe('done');
  });
});

describe('the database itself', () => {
  const insert = (columns: string, values: string) =>
    `insert into payung.audit_entry (${columns}) values (${values})`;
  const who = 'actor, acting_as, action';

  // biome-ignore format: aligned table of cases
  test.each([
    // who       does what                                                                            outcome
    ['app',      insert(who, "'a', 'b', 'c'"),                                                        'done'],
    ['match',    insert(who, "'a', 'b', 'c'"),                                                        'done'],
    ['intake',   insert(who, "'a', 'b', 'c'"),                                                        'done'],
    ['auth',     insert(who, "'a', 'b', 'c'"),                                                        '42501'],
    ['app',      insert(`${who}, at`, "'a', 'b', 'c', now()"),                                        '42501'],
    ['app',      insert(`${who}, id`, "'a', 'b', 'c', 7").replace('values', 'overriding system value values'), '42501'],
    ['app',      insert(`${who}, facts`, `'a', 'b', 'c', '{"x": "${NIK}"}'`),                         '23514'],
    ['app',      insert(`${who}, facts`, `'a', 'b', 'c', '{"x": ${NIK}}'`),                           '23514'],
    ['app',      insert(`${who}, facts`, `'a', 'b', 'c', '{"x": "ab${NIK}cd"}'`),                     'done'],
    ['app',      insert(`${who}, facts`, `'a', 'b', 'c', '[]'`),                                      '23514'],
    ['app',      insert(`${who}, subject_id`, "'a', 'b', 'c', 'x'"),                                  '23514'],
    ['app',      insert(`${who}, digest`, "'a', 'b', 'c', 'x'"),                                      '23514'],
    ['app',      insert(who, "'', 'b', 'c'"),                                                         '23514'],
    ['app',      'update payung.audit_entry set actor = actor',                                       '42501'],
    ['app',      'delete from payung.audit_entry',                                                    '42501'],
    ['app',      'truncate payung.audit_entry',                                                       '42501'],
    ['app',      'insert into payung.audit_open values (1)',                                          '42501'],
    ['app',      'delete from payung.audit_open',                                                     '42501'],
    ['app',      'update payung.audit_block set entries = 1',                                         '42501'],
    ['app',      'delete from payung.audit_block',                                                    '42501'],
    ['app',      'update payung.audit_seal set position = 1',                                         '42501'],
    ['app',      'delete from payung.audit_seal',                                                     '42501'],
    ['match',    'select from payung.audit_entry',                                                    '42501'],
    ['intake',   'select from payung.audit_seal',                                                     '42501'],
    ['superuser', 'set role payung_owner; update payung.audit_entry set actor = actor',               '42501'],
    ['superuser', 'set role payung_owner; delete from payung.audit_block',                            '42501'],
    ['superuser', 'set role payung_owner; truncate payung.audit_seal',                                '42501'],
    ['superuser', 'delete from payung.audit_entry',                                                   '42501'],
    ['superuser', 'truncate payung.audit_entry cascade',                                              '42501'],
  ] as const)('%s: %s', async (role, sql, outcome) => {
    const client = await (role === 'superuser' ? database.superuser : database.pools[role]).connect();
    try {
      await client.query('begin');
      expect(await failure(client.query(sql))).toBe(outcome);
    } finally {
      await client.query('rollback');
      client.release();
    }
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['nothing set',      'select 1',                                                    false],
    ['nothing',          "set local payung.groups = ''",                                false],
    ['other purposes',   "set local payung.groups = 'people,auditors,money'",           false],
    ['the purpose',      "set local payung.groups = 'people,audit'",                    true],
  ])('shows the log to the purpose audit alone: %s', async (_, setting, visible) => {
    const client = await database.pools.app.connect();
    try {
      await client.query(`begin; ${setting}`);
      const { rows } = await client.query('select count(*) > 0 as visible from payung.audit_entry');
      const open = await client.query('select count(*) > 0 as visible from payung.audit_open');
      expect([rows[0].visible, open.rows[0].visible]).toEqual([visible, visible]);
    } finally {
      await client.query('rollback');
      client.release();
    }
  });
});
