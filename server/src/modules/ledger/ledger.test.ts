import { day, rupiah } from '@payung/kernel';
import { beforeAll, describe, expect, test } from 'vitest';
import { change, type Tx } from '#platform/context';
import { newId } from '#platform/ids';
import { type TestPlatform, testPlatform } from '../../testing/index.ts';
import { type Entry, type Posting, post, postAll, trialBalance } from './index.ts';

const belu = 5304000000;
const malaka = 5321000000;

let world: TestPlatform;
beforeAll(async () => {
  world = await testPlatform();
  for (const code of [belu, malaka])
    await world.database.superuser.query(
      `insert into area (code, beyond, level, kind, name, name_key, source) values ($1::bigint, $1::bigint + 1000000, 'regency', 'kabupaten', 'x', 'x', 'test')`,
      [code],
    );
});

const line = (account: Posting['account'], amount: number): Posting => ({
  account,
  fundId: null,
  billId: null,
  amount: rupiah(amount),
});

function entry(area: number, ...postings: Posting[]): Entry {
  return { kind: 'payment', causeId: newId(), onDay: day('2026-11-16'), partnerId: null, area, postings };
}

function booked(work: (tx: Tx) => Promise<void>): Promise<void> {
  return change(world.terminal, 'payments.import', async (tx) => {
    await work(tx);
    await tx.record({ action: 'test.booked' });
  });
}

describe('an entry is refused', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    ['that does not sum to zero',  [line('bank', 10), line('unallocated', -9)]],
    ['with a posting of nothing',  [line('bank', 10), line('unallocated', -10), line('receivable', 0)]],
    ['without postings',           []],
  ])('%s', async (_, postings) => {
    await expect(booked((tx) => post(tx, entry(belu, ...postings)))).rejects.toThrow(RangeError);
  });

  test('that books the same cause a second time', async () => {
    const one = entry(belu, line('bank', 10), line('unallocated', -10));
    await booked((tx) => post(tx, one));
    await expect(booked((tx) => post(tx, one))).rejects.toMatchObject({ constraint: 'journal_cause_once' });
  });
});

describe('the database refuses, whoever writes', () => {
  const journal = `insert into journal (journal_id, kind, cause_id, on_day, area, made_by)
    values (gen_random_uuid(), 'payment', gen_random_uuid(), '2026-11-16', ${belu}, 'x') returning journal_id`;

  test('a journal that does not sum to zero', async () => {
    const crooked = world.database.superuser.query(`with j as (${journal})
      insert into posting (posting_id, journal_id, account, amount, area)
      select gen_random_uuid(), journal_id, 'bank', 1, ${belu} from j`);
    await expect(crooked).rejects.toMatchObject({ constraint: 'journal_balances' });
  });

  test('a journal without postings', async () => {
    await expect(world.database.superuser.query(journal)).rejects.toMatchObject({
      constraint: 'journal_has_postings',
    });
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['changing a posting',  'update posting set amount = 2'],
    ['deleting a posting',  'delete from posting'],
    ['changing a journal',  `update journal set kind = 'bill'`],
    ['deleting a journal',  'delete from journal'],
  ])('%s by the role that serves', async (_, statement) => {
    await expect(booked(async (tx) => void (await tx.client.query(statement)))).rejects.toMatchObject({
      code: '42501',
    });
  });
});

test('balances add up by account, and each office sees the books of its area only', async () => {
  const sums = async (ctx = world.terminal) =>
    Object.fromEntries((await trialBalance(ctx)).balances.map(({ account, amount }) => [account, amount]));
  const before = await sums();
  await booked((tx) =>
    postAll(tx, [
      entry(belu, line('receivable', 100), line('contributions', -100)),
      entry(belu, line('bank', 130), line('receivable', -100), line('unallocated', -30)),
      entry(malaka, line('bank', 7), line('unallocated', -7)),
    ]),
  );
  const after = await sums();
  const moved = (account: string) => (after[account] ?? 0) - (before[account] ?? 0);
  expect(['bank', 'receivable', 'contributions', 'unallocated'].map(moved)).toEqual([137, 0, -100, -37]);
  expect(await sums(world.user('finance_officer', malaka))).toEqual({ bank: 7, unallocated: -7 });
  expect((await trialBalance(world.user('finance_officer', belu))).total).toBe(0);
  await expect(trialBalance(world.user('planner', belu))).rejects.toMatchObject({ code: 'auth.forbidden' });
});
