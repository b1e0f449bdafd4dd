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
  await expect(readInBatches(planner, 'people.read', (tx) => counting(tx, 1)).next()).rejects.toMatchObject({
    code: 'auth.forbidden',
  });
});
