import fc from 'fast-check';
import type { PoolClient } from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#platform/ids';
import { type Keyring, newKeyringDocument, openKeyring } from '#platform/seal';
import { type TestDatabase, testDatabase } from '#testing';
import {
  type AuditEntry,
  type AuditFinding,
  auditHead,
  closeBlock,
  closeOpenEntries,
  formatHead,
  type NotedHead,
  record,
  verifyAudit,
} from './index.ts';

const keyring = openKeyring(newKeyringDocument());
const stranger = openKeyring(newKeyringDocument());

let database: TestDatabase;

/** Three blocks of four entries, ids 1–4, 5–8, 9–12; then two open entries, 13 and 14. */
beforeAll(async () => {
  database = await testDatabase();
  for (let block = 1; block <= 3; block += 1) {
    await asApp(async (client) => {
      for (let n = 1; n <= 4; n += 1) await record(client, entryOf({ facts: { block, n } }));
    });
    await closeOpenEntries(database.pools.app, keyring);
  }
  await asApp(async (client) => {
    await record(client, entryOf({ action: 'bills.created' }));
    await record(client, { actor: 'terminal:op', actingAs: 'audit.read', action: 'audit.verified' });
  });
});

function entryOf(overrides: Partial<AuditEntry>): AuditEntry {
  return {
    actor: '0190a1b2-1234-7123-8123-a23456789012',
    actingAs: 'rosters.accept',
    action: 'rosters.accepted',
    subjectKind: 'roster',
    subjectId: newId(),
    area: 5304000000,
    digest: Buffer.alloc(32, 9),
    ...overrides,
  };
}

async function asApp<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await database.pools.app.connect();
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

/** What a superuser could do, triggers and foreign keys switched off; undone afterwards. */
async function tampered<T>(sql: string, then: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await database.superuser.connect();
  try {
    await client.query('begin; set local session_replication_role = replica');
    await client.query(sql);
    await client.query('set local session_replication_role = origin');
    return await then(client);
  } finally {
    await client.query('rollback');
    client.release();
  }
}

const findingsOf = async (client: PoolClient, head?: NotedHead): Promise<readonly AuditFinding[]> =>
  (await verifyAudit(client, keyring.audit.publicKey, head === undefined ? {} : { head })).findings;

describe('an untouched log', () => {
  test('is intact, read by the server as an auditor and with the head in whatever way it was typed', async () => {
    const client = await database.pools.app.connect();
    try {
      await client.query('begin isolation level repeatable read read only');
      const head = await auditHead(client);
      expect(head).toMatchObject({ block: 3, entries: 12 });
      const typed = { block: 3, fingerprint: head?.fingerprint.toLowerCase().replaceAll('-', ' ') ?? '' };
      const keys = [stranger.audit.publicKey, keyring.audit.publicKey];
      expect(await verifyAudit(client, keys, { head: typed })).toEqual({
        intact: true,
        blocks: 3,
        entries: 12,
        open: 2,
        fingerprint: head?.fingerprint,
        findings: [],
      });
    } finally {
      await client.query('rollback');
      client.release();
    }
  });

  test('is not read outside a transaction, where it would look empty', async () => {
    await expect(verifyAudit(database.superuser, keyring.audit.publicKey)).rejects.toThrow(
      'inside a transaction',
    );
    await expect(auditHead(database.pools.app)).rejects.toThrow('inside a transaction');
  });

  test('has a head for the minutes, in both languages and the time of the branch', () => {
    const head = {
      block: 12,
      closedAt: new Date('2026-11-20T22:31:00Z'),
      entries: 4_711,
      fingerprint: '1A2B-3C4D-5E6F-7G8H-9J0K',
    };
    expect(formatHead(head, 'id')).toBe(
      'Log audit Payung: blok 12, ditutup 21 November 2026 pukul 06.31 WITA, 4.711 catatan, sidik 1A2B-3C4D-5E6F-7G8H-9J0K.',
    );
    expect(formatHead(head, 'en')).toBe(
      'Payung audit log: block 12, closed 21 November 2026 at 06:31 GMT+8, 4,711 entries, fingerprint 1A2B-3C4D-5E6F-7G8H-9J0K.',
    );
  });

  test('refuses a noted fingerprint that is none', async () => {
    await asApp(async (client) => {
      await expect(findingsOf(client, { block: 1, fingerprint: 'ABCD' })).rejects.toThrow(RangeError);
    });
  });
});

describe('a superuser who tampers is found', () => {
  const moved = (a: number, b: number) =>
    `alter table audit_entry alter id drop identity; update audit_entry set id = -1 where id = ${a}; update audit_entry set id = ${a} where id = ${b};
     update audit_entry set id = ${b} where id = -1`;

  // biome-ignore format: aligned table of cases
  test.each<[string, string, AuditFinding[]]>([
    ['nothing done',                       'select 1',                                                   []],
    ['an entry deleted',                   'delete from audit_entry where id = 6',                       [{ code: 'entry.deleted', block: 2, entry: 6 }]],
    ['an open entry deleted',              'delete from audit_entry where id = 13',                      [{ code: 'entry.deleted', entry: 13 }]],
    ['an entry deleted with its place in the block',
      'delete from audit_entry where id = 12; delete from audit_seal where entry_id = 12',
      [{ code: 'block.entriesChanged', block: 3 }]],
    ['two entries exchanged',              moved(6, 7),
      [{ code: 'entry.reordered', block: 2, entry: 6 }, { code: 'entry.reordered', block: 2, entry: 7 }]],
    ['entries of two blocks exchanged',    moved(4, 5),
      [{ code: 'entry.edited', block: 1, entry: 4 }, { code: 'entry.edited', block: 2, entry: 5 }]],
    ['an entry slipped in',
      "insert into audit_entry (id, actor, acting_as, action) overriding system value values (0, 'x', 'x', 'x')",
      [{ code: 'entry.unsealed', entry: 0 }]],
    ['the list of a block reordered',
      'update audit_seal set position = 9 where entry_id = 6; update audit_seal set position = 2 where entry_id = 7; update audit_seal set position = 3 where entry_id = 6',
      [{ code: 'block.entriesChanged', block: 2 }]],
    ['an entry edited and its hash with it',
      "update audit_entry set facts = '{}' where id = 6; update audit_seal set hash = sha256('x') where entry_id = 6",
      [{ code: 'block.entriesChanged', block: 2 }, { code: 'entry.edited', block: 2, entry: 6 }]],
    ['an entry moved to another block',
      'update audit_seal set block_id = 1, position = 5 where entry_id = 8',
      [{ code: 'block.entriesChanged', block: 1 }, { code: 'block.entriesChanged', block: 2 }]],
    ['a block in the middle deleted',      'delete from audit_block where id = 2',
      [{ code: 'block.missing', block: 2 }, { code: 'block.chainBroken', block: 3 }]],
    ['the first block deleted',            'delete from audit_block where id = 1',
      [{ code: 'block.missing', block: 1 }, { code: 'block.chainBroken', block: 2 }]],
    ['the last block deleted',             'delete from audit_block where id = 3',                       [{ code: 'block.missing', block: 3 }]],
    ['the last block deleted with its list',
      'delete from audit_block where id = 3; delete from audit_seal where block_id = 3',
      [9, 10, 11, 12].map((entry) => ({ code: 'entry.unsealed', entry }))],
    ['a signature replaced',               "update audit_block set signature = decode(repeat('00', 64), 'hex') where id = 2",
      [{ code: 'block.forged', block: 2 }]],
    ['a block under a key nobody knows',   "update audit_block set key_id = 'ffffffff' where id = 2",    [{ code: 'block.edited', block: 2 }]],
    ['a hash replaced',                    "update audit_block set hash = sha256('x') where id = 2",
      [{ code: 'block.edited', block: 2 }, { code: 'block.chainBroken', block: 3 }]],
    ['everything deleted but the blocks',  'delete from audit_entry; delete from audit_seal; delete from audit_open',
      [1, 2, 3].map((block) => ({ code: 'block.entriesChanged', block }))],
  ])('%s', async (_, sql, findings) => {
    await tampered(sql, async (client) => {
      const report = await verifyAudit(client, keyring.audit.publicKey);
      expect(report.findings).toEqual(findings);
      expect(report.intact).toBe(findings.length === 0);
    });
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['at',           "at + interval '1 microsecond'"],
    ['at',           "at - interval '4052 years'"], // the same day before Christ
    ['actor',        "actor || ' '"],
    ['acting_as',    "'audit.read'"],
    ['action',       "'rosters.refused'"],
    ['subject_kind', "'bill'"],
    ['subject_kind', 'null'],
    ['subject_id',   "overlay(subject_id placing 'x' from 36)"],
    ['subject_id',   "''"],
    ['area',         'area + 1'],
    ['area',         'null'],
    ['facts',        "facts || '{\"n\": 99}'"],
    ['facts',        "'{\"block\": 2, \"n\": 2.0}'"],
    ['digest',       "sha256('x')"],
    ['digest',       'null'],
  ] as const)('the field %s set to %s', async (column, value) => {
    const sql = `alter table audit_entry drop constraint audit_entry_subject_whole;
      update audit_entry set ${column} = ${value} where id = 6`;
    await tampered(sql, async (client) => {
      expect(await findingsOf(client)).toEqual([{ code: 'entry.edited', block: 2, entry: 6 }]);
    });
  });

  test('any text in any field of any sealed entry', async () => {
    const column = fc.constantFrom('actor', 'acting_as', 'action', 'subject_kind', 'subject_id');
    const text = fc.string({ unit: 'grapheme', minLength: 1 }).filter((value) => !value.includes('\0'));
    await tampered('select 1', async (client) => {
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 1, max: 12 }), column, text, async (id, name, value) => {
          await client.query('savepoint before; set local session_replication_role = replica');
          await client.query(`update audit_entry set ${name} = $1 where id = $2`, [value, id]);
          const block = Math.ceil(id / 4);
          expect(await findingsOf(client)).toEqual([{ code: 'entry.edited', block, entry: id }]);
          await client.query('rollback to before');
        }),
        { numRuns: 30 },
      );
    });
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['previous',    "sha256('x')"],
    ['first_entry', 'first_entry - 1'],
    ['last_entry',  'last_entry + 1'],
    ['entries',     'entries + 1'],
    ['root',        "sha256('x')"],
    ['closed_at',   "closed_at + interval '1 microsecond'"],
    ['key_id',      "key_id || '0'"],
    ['hash',        "sha256('x')"],
    ['signature',   "overlay(signature placing '\\x0000' from 1)"],
    ['id',          '4'],
  ])('the field %s of a block set to %s', async (column, value) => {
    await tampered(`update audit_block set ${column} = ${value} where id = 3`, async (client) => {
      const findings = await findingsOf(client);
      expect(findings.length).toBeGreaterThan(0);
      expect(findings.every(({ block, entry }) => (block ?? 0) >= 3 || (entry ?? 0) > 8)).toBe(true);
    });
  });
});

describe('a chain written anew', () => {
  /** Changes history, throws the seals away and seals everything again. */
  const rewritten = async (by: Keyring, head?: NotedHead) =>
    tampered(
      `update audit_entry set facts = '{}' where id = 6;
       delete from audit_seal; delete from audit_block; delete from audit_open;
       insert into audit_open select id from audit_entry`,
      async (client) => {
        while ((await closeBlock(client, by, 4)) !== undefined);
        return findingsOf(client, head);
      },
    );
  const noted = async () => {
    const head = await asApp(auditHead);
    return { block: head?.block ?? 0, fingerprint: head?.fingerprint ?? '' };
  };
  const everyBlock = (code: AuditFinding['code']) => [1, 2, 3, 4].map((block) => ({ code, block }));

  test('with another key is found: nobody knows the key', async () => {
    expect(await rewritten(stranger)).toEqual(everyBlock('block.unknownKey'));
  });

  test('with another key under the name of ours is found', async () => {
    const disguised = { ...stranger, audit: { ...stranger.audit, keyId: keyring.audit.keyId } };
    expect(await rewritten(disguised)).toEqual(everyBlock('block.forged'));
  });

  test('with our own key is found by the head on paper, and only by it', async () => {
    expect(await rewritten(keyring)).toEqual([]);
    expect(await rewritten(keyring, await noted())).toEqual([{ code: 'head.differs', block: 3 }]);
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['entries made to wait again', 'insert into audit_open values (9), (10), (11), (12)'],
    ['entries deleted too',        'delete from audit_entry where id between 9 and 12'],
  ])('whose end was cut off is found by the head on paper: %s', async (_, sql) => {
    const head = await noted();
    const cut = `delete from audit_seal where block_id = 3; delete from audit_block where id = 3; ${sql}`;
    await tampered(cut, async (client) => {
      expect(await findingsOf(client)).toEqual([]);
      expect(await findingsOf(client, head)).toEqual([{ code: 'head.missing', block: 3 }]);
    });
  });
});
