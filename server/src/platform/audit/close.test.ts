import type { PoolClient } from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { newKeyringDocument, openKeyring } from '#platform/seal';
import { type TestDatabase, testDatabase } from '#testing';
import { auditHead, closeBlock, closeOpenEntries, record, verifyAudit } from './index.ts';

const keyring = openKeyring(newKeyringDocument());
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});

const entry = { actor: 'terminal:op', actingAs: 'rosters.accept', action: 'rosters.accepted' };

/** Several connections of the server at once, each in a transaction that the test ends itself. */
async function withClients(count: number, work: (...clients: PoolClient[]) => Promise<void>): Promise<void> {
  const clients = await Promise.all(Array.from({ length: count }, () => database.pools.app.connect()));
  try {
    await work(...clients);
  } finally {
    for (const client of clients) {
      await client.query('rollback');
      client.release();
    }
  }
}

async function report() {
  const client = await database.pools.app.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    return await verifyAudit(client, keyring.audit.publicKey);
  } finally {
    await client.query('rollback');
    client.release();
  }
}

async function currentHead() {
  const client = await database.pools.app.connect();
  try {
    await client.query('begin');
    return await auditHead(client);
  } finally {
    await client.query('rollback');
    client.release();
  }
}

describe('closing blocks', () => {
  test('an empty log has no head and closes nothing', async () => {
    expect(await currentHead()).toBeUndefined();
    expect(await closeOpenEntries(database.pools.app, keyring)).toBe(0);
    expect(await report()).toMatchObject({
      intact: true,
      blocks: 0,
      entries: 0,
      open: 0,
      fingerprint: undefined,
    });
  });

  test('an entry that commits after a later one was sealed is neither missed nor lost', async () => {
    await withClients(2, async (early, late) => {
      await early.query('begin');
      await record(early, entry);
      await late.query('begin');
      await record(late, entry);
      await late.query('commit');
      expect(await closeOpenEntries(database.pools.app, keyring)).toBe(1);

      await early.query('commit');
      expect((await report()).open).toBe(1);
      expect(await closeOpenEntries(database.pools.app, keyring)).toBe(1);
      expect(await report()).toMatchObject({ intact: true, blocks: 2, entries: 2, open: 0 });
    });
  });

  test('an entry of a transaction that is undone leaves nothing', async () => {
    await withClients(1, async (client) => {
      await client.query('begin');
      await record(client, entry);
      await client.query('rollback');
      expect(await closeOpenEntries(database.pools.app, keyring)).toBe(0);
      expect(await report()).toMatchObject({ intact: true, entries: 2, open: 0 });
    });
  });

  test('a closing that is undone leaves its entries open for the next one', async () => {
    await withClients(1, async (client) => {
      await client.query('begin');
      await record(client, entry);
      await client.query('commit; begin');
      expect(await closeBlock(client, keyring)).toEqual({ block: 3, entries: 1 });
      await client.query('rollback');
      expect(await report()).toMatchObject({ intact: true, blocks: 2, open: 1 });
      expect(await closeOpenEntries(database.pools.app, keyring)).toBe(1);
      expect(await report()).toMatchObject({ intact: true, blocks: 3, open: 0 });
    });
  });

  test('two closings at once wait for each other and make one chain', async () => {
    await withClients(2, async (first, second) => {
      await first.query('begin');
      for (let n = 0; n < 5; n += 1) await record(first, entry);
      await first.query('commit; begin');
      await second.query('begin');
      expect(await closeBlock(first, keyring, 3)).toEqual({ block: 4, entries: 3 });
      const waiting = closeBlock(second, keyring);
      await first.query('commit');
      expect(await waiting).toEqual({ block: 5, entries: 2 });
      await second.query('commit');
      expect(await report()).toMatchObject({ intact: true, blocks: 5, entries: 8, open: 0 });
    });
  });

  test('a copy restored row by row into another database goes on where it stood', async () => {
    const copy = await testDatabase();
    const restore = async (table: string, columns: string) => {
      const { rows } = await database.superuser.query(
        `select coalesce(json_agg(t), '[]')::text as all_rows from (select * from ${table} order by ${columns}) as t`,
      );
      await copy.superuser.query(
        `insert into ${table} overriding system value select * from json_populate_recordset(null::${table}, $1::json)`,
        [rows[0].all_rows],
      );
    };
    await withClients(1, async (client) => {
      await client.query('begin');
      await record(client, entry);
      await client.query('commit');
    });
    await restore('audit_entry', 'id');
    await restore('audit_block', 'id');
    await restore('audit_seal', 'block_id, position');
    const { rows } = await copy.superuser.query('select count(*) as open from audit_open');
    expect(rows[0].open).toBe(1);
    expect(await closeOpenEntries(copy.pools.app, keyring)).toBe(1);
  });
});
