import { expect, test } from 'vitest';
import { testPlatform } from '#testing';
import { readInBatches, type Tx } from './index.ts';

const { terminal, user, database } = await testPlatform();

async function* counting(tx: Tx, to: number): AsyncGenerator<number> {
  for (let n = 1; n <= to; n += 1) {
    const { rows } = await tx.client.query<{ n: number }>('select $1::int as n', [n]);
    yield rows[0]?.n ?? 0;
  }
}

async function open(): Promise<number> {
  const { rows } = await database.superuser.query<{ n: number }>(
    `select count(*)::int as n from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid() and state like 'idle in transaction%'`,
  );
  return rows[0]?.n ?? -1;
}

test('hands on each batch, in one transaction that ends with the last', async () => {
  const seen: number[] = [];
  for await (const n of readInBatches(terminal, 'people.read', (tx) => counting(tx, 3))) {
    seen.push(n);
    expect(await open()).toBe(1);
  }
  expect(seen).toEqual([1, 2, 3]);
  expect(await open()).toBe(0);
});

test('ends the transaction when whoever reads leaves', async () => {
  for await (const n of readInBatches(terminal, 'people.read', (tx) => counting(tx, 1_000))) {
    if (n === 2) break;
  }
  expect(await open()).toBe(0);
});

test('passes on what went wrong, and asks for the permission', async () => {
  const failing = readInBatches(terminal, 'people.read', async function* (tx) {
    yield* counting(tx, 1);
    throw new Error('the table is gone');
  });
  expect((await failing.next()).value).toBe(1);
  await expect(failing.next()).rejects.toThrow('the table is gone');
  expect(await open()).toBe(0);
  const planner = user('finance_officer', 5_304_000_000);
  expect(() => readInBatches(planner, 'people.read', (tx) => counting(tx, 1))).toThrow(
    expect.objectContaining({ code: 'auth.forbidden' }),
  );
});

test('ends the transaction of whoever takes nothing any more, and says so when they come back', async () => {
  const slow = readInBatches(terminal, 'people.read', (tx) => counting(tx, 3), 1);
  expect((await slow.next()).value).toBe(1);
  await expect.poll(open).toBe(0);
  await expect(slow.next()).rejects.toThrow('not taken in time');
});

test('leaves connections for everybody else: a fifth reader waits for one of four', async () => {
  const readers = Array.from({ length: 5 }, () =>
    readInBatches(terminal, 'people.read', (tx) => counting(tx, 2)),
  );
  const [first] = readers;
  const begun = readers.map(async (reader) => (await reader.next()).value);
  expect(await Promise.all(begun.slice(0, 4))).toEqual([1, 1, 1, 1]);
  expect(await open()).toBe(4);
  await first?.return(undefined);
  expect(await begun[4]).toBe(1);
  expect(await open()).toBe(4);
  await Promise.all(readers.map((reader) => reader.return(undefined)));
  expect(await open()).toBe(0);
});
