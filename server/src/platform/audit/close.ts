import type { Keyring } from '#platform/seal';
import {
  type BlockContent,
  blockHash,
  ENTRY_COLUMNS,
  type EntryText,
  entryHash,
  rootOf,
  signBlock,
} from './chain.ts';
import type { Queryable } from './record.ts';

/** A million entries a day are a hundred blocks; one block is read, hashed and written in well under a second. */
const BLOCK_SIZE = 10_000;

/** Any fixed number: serialises closing, so that two jobs never chain two blocks to the same one. */
const CLOSING_LOCK = 7_291_802_645;

/**
 * Opens the log for reading, for the rest of the transaction.
 *
 * @throws Error outside a transaction, where the setting would not hold and every table would look empty
 */
export async function readAsAuditor(tx: Queryable): Promise<void> {
  await tx.query(`select set_config('payung.groups', 'audit', true)`);
  const { rows } = await tx.query(`select current_setting('payung.groups', true) as groups`);
  if (rows[0]?.groups !== 'audit') throw new Error('the audit log is read inside a transaction');
}

/**
 * Seals entries that are in no block yet, oldest first, at most `limit` of them, in one new signed block.
 *
 * Call it in a transaction of its own at the isolation level `read committed`: it waits for another closing to commit, then sees
 * what that one did, and it opens the log for reading until the transaction ends.
 *
 * @returns the number of the block and of its entries; undefined when nothing was open
 */
export async function closeBlock(
  tx: Queryable,
  keyring: Keyring,
  limit = BLOCK_SIZE,
): Promise<{ block: number; entries: number } | undefined> {
  await readAsAuditor(tx);
  await tx.query('select pg_advisory_xact_lock($1)', [CLOSING_LOCK]);
  const open = await tx.query(
    `select ${ENTRY_COLUMNS} from payung.audit_open o join payung.audit_entry e on e.id = o.entry_id order by e.id limit $1`,
    [limit],
  );
  const entries = open.rows as EntryText[];
  const first = entries[0];
  const last = entries.at(-1);
  if (first === undefined || last === undefined) return undefined;

  const before = await tx.query(
    `select id::text as id, encode(hash, 'hex') as hash from payung.audit_block order by payung.audit_block.id desc limit 1`,
  );
  const previous = before.rows[0] as { id: string; hash: string } | undefined;
  const clock = await tx.query(
    `select t::text as instant, extract(epoch from t)::text as epoch from (select clock_timestamp() as t) as now`,
  );
  const closed = clock.rows[0] as { instant: string; epoch: string };
  const hashes = entries.map(entryHash);
  const block: BlockContent = {
    id: String(previous === undefined ? 1n : BigInt(previous.id) + 1n),
    previous: previous?.hash ?? null,
    firstEntry: first.id,
    lastEntry: last.id,
    entries: entries.length,
    root: rootOf(hashes).toString('hex'),
    closedAt: closed.epoch,
    keyId: keyring.audit.keyId,
  };
  await tx.query(
    `insert into payung.audit_block (id, previous, first_entry, last_entry, entries, root, closed_at, hash, key_id, signature)
     values ($1, decode($2, 'hex'), $3, $4, $5, decode($6, 'hex'), $7::timestamptz, $8, $9, $10)`,
    [
      block.id,
      block.previous,
      block.firstEntry,
      block.lastEntry,
      block.entries,
      block.root,
      closed.instant,
      blockHash(block),
      block.keyId,
      signBlock(block, keyring.audit.privateKey),
    ],
  );
  await tx.query(
    `insert into payung.audit_seal (block_id, position, entry_id, hash)
     select $1, ordinality, entry_id, decode(hash, 'hex')
     from unnest($2::bigint[], $3::text[]) with ordinality as sealed (entry_id, hash, ordinality)`,
    [block.id, entries.map((entry) => entry.id), hashes.map((hash) => hash.toString('hex'))],
  );
  return { block: Number(block.id), entries: entries.length };
}

/** What closing needs of a pool; a `pg` pool of the role `payung_app` is one. */
export interface Connectable {
  connect(): Promise<Queryable & { release(broken?: Error | boolean): void }>;
}

/**
 * Seals everything open, one block and one transaction after another: the scheduled job. A job killed in between loses nothing;
 * the next one goes on.
 *
 * @returns the number of entries sealed
 */
export async function closeOpenEntries(pool: Connectable, keyring: Keyring): Promise<number> {
  const client = await pool.connect();
  let sealed = 0;
  try {
    for (;;) {
      await client.query('begin isolation level read committed');
      const closed = await closeBlock(client, keyring);
      await client.query('commit');
      if (closed === undefined) break;
      sealed += closed.entries;
    }
  } catch (error) {
    // A failure may have left the transaction open: the connection does not go back to the pool.
    client.release(true);
    throw error;
  }
  client.release();
  return sealed;
}
