import { month } from '@payung/kernel';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type AppOptions, createApp } from '../../api.ts';
import {
  type BillingWorld,
  belu,
  billingWorld,
  malaka,
  refusalOf,
  type SignedAgreement,
} from '../../testing/billing-world.ts';
import { cancelBill, getBillId } from './service/cancel-bill.ts';
import { importStatement } from './service/import-statement.ts';
import { getBill } from './service/read-bills.ts';
import { getStatement } from './service/read-payments.ts';
import { runBilling } from './service/run-billing.ts';

let world: BillingWorld;
let agreement: SignedAgreement;
let files = 0;
beforeAll(async () => {
  world = await billingWorld();
});
beforeEach(async () => {
  agreement = await world.sign();
  await world.enrol(agreement, { people: 3 });
});

const bill = (from = '2026-11', to = from) =>
  runBilling(world.terminal, {
    agreementId: agreement.agreementId,
    from: month(from),
    to: month(to),
  });
const cancel = (billId: string, ctx = world.terminal) => cancelBill(ctx, billId, 'daftar yang salah');

function pay(number: string, amount: number) {
  files += 1;
  const content = new TextEncoder().encode(
    `Tanggal;Ref;Keterangan;Kredit\n16/11/2026;C${files};${number};${amount}\n`,
  );
  return importStatement(world.terminal, { fileName: 'c.csv', content, account: 'BRI 12345' });
}

const balances = (billId: string) =>
  world.look(
    `select account, sum(amount)::bigint as amount, count(*)::int as postings from posting where bill_id = $1
     group by account order by account`,
    billId,
  );
const stage = async () =>
  (
    await world.look<{ stage: string }>(
      'select stage from agreement_stage where agreement_id = $1',
      agreement.agreementId,
    )
  )[0]?.stage;

describe('a cancelled bill', () => {
  test('is owed no more and says who, when and why; the ledger is booked back, nothing is deleted', async () => {
    const { billId, number } = await bill();
    expect(await cancel(billId)).toEqual({ billId, number, people: 3, amount: 50_400 });
    const file = await getBill(world.terminal, billId);
    expect(file.bill).toMatchObject({
      state: 'cancelled',
      amount: 50_400,
      paid: 0,
      open: 0,
      cancelled: { by: world.terminal.actor.id, why: 'daftar yang salah' },
    });
    expect(file.villages).toMatchObject([{ people: 3, amount: 50_400 }]);
    expect(await balances(billId)).toEqual([
      { account: 'contributions', amount: 0, postings: 2 },
      { account: 'receivable', amount: 0, postings: 2 },
    ]);
    expect(
      await world.look('select kind from journal where cause_id = $1 order by recorded_at, kind', billId),
    ).toEqual([{ kind: 'bill' }, { kind: 'reversal' }]);
    const [entry] = await world.look<{ facts: object }>(
      `select facts from audit_entry where action = 'bills.cancelled' and subject_id = $1`,
      billId,
    );
    expect(entry?.facts).toEqual({
      number,
      months: '2026-11',
      people: 3,
      amount: 50_400,
      why: 'daftar yang salah',
    });
  });

  test('gives its months back: all of them, and only its own', async () => {
    const october = await bill('2026-11');
    await world.enrol(agreement, { people: 2 });
    const late = await bill('2026-11', '2026-12');
    expect(late).toMatchObject({ people: 5, lines: 7 });
    await cancel(late.billId);
    expect(await bill('2026-11', '2026-12')).toMatchObject({ people: 5, lines: 7, amount: late.amount });
    expect(await refusalOf(bill('2026-11'))).toMatchObject({ code: 'billing.alreadyBilled' });
    expect((await getBill(world.terminal, october.billId)).bill).toMatchObject({
      state: 'unpaid',
      people: 3,
    });
  });

  test('is never settled: money that comes for it waits unallocated, and the row says so', async () => {
    const { billId, number } = await bill();
    await cancel(billId);
    const done = await pay(number, 50_400);
    expect(done).toMatchObject({ settled: 0, unallocated: 50_400, billsPaid: [], peopleCovered: 0 });
    const { lines } = await getStatement(world.terminal, done.statementId);
    expect(lines.find(({ verdict }) => verdict === 'excess')).toMatchObject({
      reason: 'statement.billCancelled',
    });
    expect(await world.look('select from cover where bill_id = $1', billId)).toEqual([]);
    expect((await getBill(world.terminal, billId)).bill).toMatchObject({ state: 'cancelled', paid: 0 });
    const again = await bill();
    await pay(again.number, 50_400);
    expect(await world.look('select person_id from cover where bill_id = $1', again.billId)).toHaveLength(3);
  });

  test('takes the agreement back from awaiting payment once no other bill waits', async () => {
    const first = await bill('2026-11');
    const second = await bill('2026-12');
    expect(await stage()).toBe('awaiting_payment');
    await cancel(first.billId);
    expect(await stage()).toBe('awaiting_payment');
    await cancel(second.billId);
    expect(await stage()).toBe('draft');
    await pay((await bill('2026-11')).number, 50_400);
    await cancel((await bill('2026-12')).billId);
    expect(await stage()).toBe('active');
  });
});

describe('a bill is not cancelled', () => {
  test.each([
    ['paid in part', 8_400, 'partial'],
    ['paid', 50_400, 'paid'],
  ])('when it is %s: it stays as it is', async (_, amount, state) => {
    const { billId, number } = await bill();
    await pay(number, amount);
    expect(await refusalOf(cancel(billId))).toEqual({
      code: 'billing.paidAlready',
      facts: { number, paid: amount, days: ['2026-11-16'] },
    });
    expect((await getBill(world.terminal, billId)).bill).toMatchObject({ state, cancelled: null });
  });

  test('twice, nor by two at once', async () => {
    const { billId, number } = await bill();
    const both = await Promise.all([refusalOf(cancel(billId)), refusalOf(cancel(billId))]);
    expect(both.filter((one) => one === undefined)).toHaveLength(1);
    expect(both).toContainEqual({ code: 'billing.cancelledAlready', facts: { number } });
    expect(await balances(billId)).toMatchObject([{ amount: 0 }, { amount: 0 }]);
  });

  test('while it is being paid: one of the two comes first, and the books agree', async () => {
    const { billId, number } = await bill();
    const [refused, paid] = await Promise.all([refusalOf(cancel(billId)), pay(number, 50_400)]);
    const { state } = (await getBill(world.terminal, billId)).bill;
    expect([refused?.code, paid.settled, state]).toEqual(
      state === 'paid' ? ['billing.paidAlready', 50_400, 'paid'] : [undefined, 0, 'cancelled'],
    );
    expect(
      (await balances(billId)).find((one) => 'account' in one && one.account === 'receivable'),
    ).toMatchObject({ amount: 0 });
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['an auditor',                         'auditor',               belu,   'auth.forbidden'],
    ['a village operator',                 'village_operator',      belu,   'auth.forbidden'],
    ['a finance officer of elsewhere',     'finance_officer',       malaka, 'billing.notFound'],
    ['a registration officer of elsewhere', 'registration_officer', malaka, 'billing.notFound'],
    ['an officer of one of its villages',  'registration_officer',  5304012001, 'billing.notFound'],
    ['a finance officer of its area',      'finance_officer',       belu,   undefined],
    ['a registration officer of its area', 'registration_officer',  belu,   undefined],
  ] as const)('by %s unless they answer for it', async (_, role, area, code) => {
    const { billId, number } = await bill();
    expect((await refusalOf(cancel(billId, world.user(role, area))))?.code).toBe(code);
    expect((await getBill(world.terminal, billId)).bill.state).toBe(code === undefined ? 'cancelled' : 'unpaid');
    expect(await getBillId(world.terminal, number)).toBe(billId);
    if (area === malaka)
      expect(await refusalOf(getBillId(world.user(role, area), number))).toMatchObject({ code: 'billing.notFound' });
  });

  test('for a reason that holds a NIK', async () => {
    const { billId } = await bill();
    await expect(async () =>
      cancelBill(world.terminal, billId, 'milik 5304051708909001'),
    ).rejects.toMatchObject({
      code: 'request.invalid',
    });
  });

  test('behind the back of the rules: the database refuses both orders', async () => {
    const { billId, number } = await bill();
    await pay(number, 8_400);
    const insert = (id: string) =>
      world.look(
        `insert into bill_cancellation (bill_id, why, on_day, made_by, partner_id, area) values ($1, 'salah', '2026-11-20', 'uji', $2, $3)`,
        id,
        agreement.partnerId,
        belu,
      );
    await expect(insert(billId)).rejects.toMatchObject({ constraint: 'bill_cancellation_unpaid' });
    const other = await bill('2026-12');
    await cancel(other.billId);
    await expect(
      world.look(
        `insert into allocation (allocation_id, payment_id, bill_id, amount, area)
         select gen_random_uuid(), payment_id, $1, 1, area from payment limit 1`,
        other.billId,
      ),
    ).rejects.toMatchObject({ constraint: 'allocation_to_standing_bill' });
  });
});

test('over HTTP: a reason is asked for, and what was cancelled is told', async () => {
  const { billId, number } = await bill();
  const options: AppOptions = {
    platform: world.platform,
    authenticate: async () => world.user('finance_officer', belu),
  };
  const ask = async (body: object) => {
    const answer = await createApp(options).request(`/api/bills/${billId}/cancellation`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { status: answer.status, body: await answer.json() };
  };
  expect(await ask({ why: '  ' })).toMatchObject({ status: 400 });
  expect(await ask({ why: 'salah bulan' })).toEqual({
    status: 201,
    body: { billId, number, people: 3, amount: 50_400 },
  });
  expect(await ask({ why: 'salah bulan' })).toMatchObject({
    status: 409,
    body: { code: 'billing.cancelledAlready' },
  });
});
