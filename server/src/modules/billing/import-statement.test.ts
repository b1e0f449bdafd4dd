import { month } from '@payung/kernel';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { trialBalance } from '#ledger';
import type { Context } from '#platform/context';
import { subscribe } from '#platform/facts';
import { newId } from '#platform/ids';
import {
  type BillingWorld,
  belu,
  billingWorld,
  malaka,
  refusalOf,
  type SignedAgreement,
  villages,
} from '../../testing/billing-world.ts';
import { importStatement } from './service/import-statement.ts';
import { getBill } from './service/read-bills.ts';
import { getStatement, listPayments } from './service/read-payments.ts';
import { type BillIssued, runBilling } from './service/run-billing.ts';
import { maskAccount } from './statement/account.ts';

const account = 'BRI 0161-01-000123-30-4';
const heading = 'Tanggal;No Referensi;Keterangan;Kredit';

let world: BillingWorld;
let agreement: SignedAgreement;
let issued: BillIssued;
let refs = 0;
const told: string[][] = [];
subscribe('cover.changed', async (_, { personIds }) => {
  told.push([...personIds]);
});

beforeAll(async () => {
  world = await billingWorld();
});
beforeEach(async () => {
  agreement = await world.sign();
  await world.enrol(agreement, { people: 10 });
  issued = await runBilling(world.terminal, {
    agreementId: agreement.agreementId,
    from: month('2026-11'),
    to: month('2026-11'),
  });
});

/** A row of a statement with a reference of its own. */
function row(amount: number | string, description: string, reference = `FT${++refs}`): string {
  return `16/11/2026;${reference};${description};${amount}`;
}

function send(rows: readonly string[], ctx: Context = world.terminal, to = account) {
  const content = new TextEncoder().encode([heading, ...rows].join('\n'));
  return importStatement(ctx, { fileName: 'mutasi.csv', content, account: to });
}

const covered = async (billId = issued.billId) =>
  (await world.look<{ n: number }>('select count(*)::integer as n from cover where bill_id = $1', billId))[0]
    ?.n;
const stateOf = async (ctx = world.terminal) => (await getBill(ctx, issued.billId)).bill;
const reasonsOf = async (statementId: string) =>
  (await getStatement(world.terminal, statementId)).lines.map(({ verdict, reason }) => [verdict, reason]);

describe('a payment', () => {
  test('of the exact amount pays the bill, covers its people, and makes the agreement active', async () => {
    told.length = 0;
    const done = await send([row('168.000,00', `Iuran ${issued.number.toLowerCase().replaceAll('-', ' ')}`)]);
    expect(done).toMatchObject({
      repeated: false,
      rows: 2,
      counts: { settled: 1, ignored: 1, partial: 0, excess: 0, unknown: 0, repeated: 0, refused: 0 },
      received: 168_000,
      settled: 168_000,
      unallocated: 0,
      billsPaid: [issued.number],
      peopleCovered: 10,
    });
    expect(await stateOf()).toMatchObject({ state: 'paid', paid: 168_000, open: 0 });
    expect(
      await world.look(
        'select distinct months::text, programmes, evidence, fund_id, area from cover where bill_id = $1',
        issued.billId,
      ),
    ).toEqual([
      {
        months: `[${2026 * 12 + 11},${2026 * 12 + 12})`,
        programmes: 3,
        evidence: 'ledger',
        fund_id: agreement.fundId,
        area: villages.fatubaa,
      },
    ]);
    expect(await covered()).toBe(10);
    expect(told).toHaveLength(1);
    expect(new Set(told[0]).size).toBe(10);
    expect(
      await world.look(
        'select stage, on_day from agreement_stage where agreement_id = $1',
        agreement.agreementId,
      ),
    ).toEqual([{ stage: 'active', on_day: '2026-11-16' }]);
  });

  // biome-ignore format: aligned table of cases
  test.each([
    // case                        paid                 verdict, reason                        state      open     waiting  covered
    ['one rupiah short',           167_999,             'partial', 'statement.partial',        'partial', 1,       0,       0],
    ['one rupiah more',            168_001,             'excess',  'statement.excess',         'paid',    0,       1,       10],
    ['ten times as much',          1_680_000,           'excess',  'statement.excess',         'paid',    0,       1_512_000, 10],
  ] as const)('%s', async (_, amount, verdict, reason, state, open, waiting, people) => {
    const done = await send([row(amount, issued.number)]);
    expect(await reasonsOf(done.statementId)).toEqual([
      ['ignored', 'statement.heading'],
      [verdict, reason],
    ]);
    expect(await stateOf()).toMatchObject({ state, open });
    expect(done.unallocated).toBe(waiting);
    expect(await covered()).toBe(people);
  });

  test('in two parts covers when the second arrives', async () => {
    await send([row(100_000, issued.number)]);
    expect(await covered()).toBe(0);
    const done = await send([row(68_000, issued.number)]);
    expect(done).toMatchObject({ counts: { settled: 1 }, billsPaid: [issued.number], peopleCovered: 10 });
    const { payments } = await getBill(world.terminal, issued.billId);
    expect(payments.map(({ amount, settles }) => [amount, settles])).toEqual([
      [100_000, 100_000],
      [68_000, 68_000],
    ]);
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['in one statement',     true],
    ['in two statements',    false],
  ])('paid twice, %s: the second waits, flagged', async (_, together) => {
    const rows = [row(168_000, issued.number), row(168_000, issued.number)];
    if (!together) await send(rows.splice(0, 1));
    const last = await send(rows);
    expect((await reasonsOf(last.statementId)).at(-1)).toEqual(['excess', 'statement.alreadyPaid']);
    expect(await stateOf()).toMatchObject({ paid: 168_000, open: 0 });
    expect(await covered()).toBe(10);
    const waiting = await listPayments(world.terminal, { unallocatedOnly: true });
    expect(waiting.payments[0]).toMatchObject({ amount: 168_000, unallocated: 168_000, billNumber: issued.number });
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['with a number nobody knows',  () => 'B-5304-209911-0001',                       'statement.unknownBill'],
    ['without a number',            () => 'iuran november',                           'statement.noBillNumber'],
    ['that names two bills',        () => `${issued.number} dan B-5304-202611-9999`,  'statement.severalBills'],
  ])('%s waits on the unallocated account', async (_, description, reason) => {
    // Of two numbers only one is known here; still nobody said how much is for which.
    const done = await send([row(168_000, description())]);
    expect((await reasonsOf(done.statementId)).at(-1)).toEqual(['unknown', reason]);
    expect(done).toMatchObject({ received: 168_000, unallocated: 168_000, billsPaid: [] });
    expect(await stateOf()).toMatchObject({ state: 'unpaid' });
  });

  test('of a bill of several months covers all of them in one row per person', async () => {
    const long = await runBilling(world.terminal, {
      agreementId: agreement.agreementId,
      from: month('2026-12'),
      to: month('2027-02'),
    });
    await send([row(long.amount, long.number)]);
    expect(
      await world.look('select distinct months::text from cover where bill_id = $1', long.billId),
    ).toEqual([{ months: `[${2026 * 12 + 12},${2027 * 12 + 3})` }]);
    expect(await covered(long.billId)).toBe(10);
  });
});

describe('the same again changes nothing', () => {
  test('the same file', async () => {
    const rows = [row(168_000, issued.number), row(5_000, 'tanpa nomor')];
    const first = await send(rows);
    const again = await send(rows);
    expect(again).toEqual({ ...first, repeated: true, billsPaid: [], peopleCovered: 0 });
    expect(await covered()).toBe(10);
  });

  test('the same payment in another file', async () => {
    const payment = row(168_000, issued.number);
    await send([payment]);
    const next = await send([payment, row(1, 'lain')]);
    expect(await reasonsOf(next.statementId)).toEqual([
      ['ignored', 'statement.heading'],
      ['repeated', 'statement.repeated'],
      ['unknown', 'statement.noBillNumber'],
    ]);
    expect(next.received).toBe(1);
  });

  test('the same row twice in one file', async () => {
    const payment = row(100_000, issued.number);
    const done = await send([payment, payment]);
    expect(done).toMatchObject({ received: 100_000, counts: { partial: 1, repeated: 1 } });
  });

  test('but another amount under a known reference is refused, with what it is known for', async () => {
    const reference = `FT${++refs}`;
    await send([row(100_000, issued.number, reference)]);
    const done = await send([row(68_000, issued.number, reference)]);
    const line = (await getStatement(world.terminal, done.statementId)).lines.at(-1);
    expect(line).toMatchObject({ verdict: 'refused', reason: 'statement.referenceUsed', paymentId: null });
    expect(line?.text).toContain('Rp 100.000');
    expect(done.received).toBe(0);
  });

  test('two accounts that end alike are two accounts', async () => {
    const payment = row(100, 'x');
    await send([payment]);
    expect(await send([payment], world.terminal, 'BNI 0161-01-000123-30-4')).toMatchObject({ received: 100 });
  });
});

describe('at once', () => {
  test('two statements cannot overpay a bill', async () => {
    const done = await Promise.all([1, 2, 3, 4].map(() => send([row(168_000, issued.number)])));
    expect(done.map(({ counts }) => counts.settled).sort()).toEqual([0, 0, 0, 1]);
    expect(await stateOf()).toMatchObject({ paid: 168_000, open: 0 });
    expect(await covered()).toBe(10);
  });

  test('the same file sent twice is one statement', async () => {
    const rows = [row(168_000, issued.number)];
    const done = await Promise.all([send(rows), send(rows)]);
    expect(done.map(({ repeated }) => repeated).sort()).toEqual([false, true]);
    expect(done[0]?.statementId).toBe(done[1]?.statementId);
  });

  test('statements that name the same bills in opposite order do not block each other', async () => {
    const other = await world.sign();
    await world.enrol(other, { people: 1 });
    const second = await runBilling(world.terminal, {
      agreementId: other.agreementId,
      from: month('2026-11'),
      to: month('2026-11'),
    });
    const pay = (a: string, b: string) => send([row(8_400, a), row(8_400, b)]);
    await Promise.all([
      pay(issued.number, second.number),
      pay(second.number, issued.number),
      pay(issued.number, second.number),
    ]);
    expect(await covered(second.billId)).toBe(1);
  });

  test('the database itself refuses what two careless writers would overpay', async () => {
    const [{ statement_id: statementId } = { statement_id: '' }] = await world.look<{ statement_id: string }>(
      `insert into statement (statement_id, account, file_name, digest, rows, area, made_by)
       values (gen_random_uuid(), 'x', 'x', gen_random_uuid()::text, 0, $1, 'test') returning statement_id`,
      belu,
    );
    const pay = (amount: number) =>
      world
        .look(
          `with p as (
           insert into payment (payment_id, statement_id, account, external_ref, paid_on, amount, description, area)
           values ($5::uuid, $1, 'x', $5::uuid::text, '2026-11-16', $2, '', $3) returning payment_id)
         insert into allocation (allocation_id, payment_id, bill_id, amount, area)
         select gen_random_uuid(), payment_id, $4, $2, $3 from p`,
          statementId,
          amount,
          belu,
          issued.billId,
          newId(),
        )
        .then(
          () => 'taken',
          (error: { constraint?: string }) => error.constraint,
        );
    expect((await Promise.all([pay(100_000), pay(100_000)])).sort()).toEqual([
      'allocation_within_bill',
      'taken',
    ]);
  });
});

describe('who may', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    // role                     where     imports              settles the bill of Belu
    ['finance_officer',         belu,     undefined,           true],
    ['finance_officer',         malaka,   undefined,           false],
    ['registration_officer',    belu,     'auth.forbidden',    false],
    ['planner',                 belu,     'auth.forbidden',    false],
    ['auditor',                 belu,     'auth.forbidden',    false],
  ] as const)('%s of %d: %s', async (role, area, code, settles) => {
    const user = world.user(role, area);
    expect((await refusalOf(send([row(168_000, issued.number)], user)))?.code).toBe(code);
    expect(await stateOf()).toMatchObject({ state: settles ? 'paid' : 'unpaid' });
  });

  test("another kabupaten's money, statement and books are not seen", async () => {
    const here = world.user('finance_officer', belu);
    const there = world.user('finance_officer', malaka);
    const { statementId } = await send([row(168_000, issued.number), row(9, 'lain')], here);
    expect((await refusalOf(getStatement(there, statementId)))?.code).toBe('payments.statementNotFound');
    expect(
      (await listPayments(here)).payments
        .map(({ amount }) => amount)
        .slice(0, 2)
        .sort(),
    ).toEqual([168_000, 9]);
    const seen = (await listPayments(there)).payments.map((payment) => payment.statementId);
    expect(seen).not.toContain(statementId);
    expect((await refusalOf(listPayments(world.user('planner', belu))))?.code).toBe('auth.forbidden');
    for (const ctx of [here, there, world.terminal]) expect((await trialBalance(ctx)).total).toBe(0);
    expect((await trialBalance(there)).balances.map(({ fundId }) => fundId)).not.toContain(agreement.fundId);
  });

  test('the same file from an office that cannot see the first import is refused, not taken twice', async () => {
    const rows = [row(168_000, issued.number)];
    await send(rows, world.user('finance_officer', belu));
    const there = send(rows, world.user('finance_officer', malaka));
    expect((await refusalOf(there))?.code).toBe('payments.importedElsewhere');
  });
});

describe('a statement is refused', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    ['without an account number',  'BRI',     'request.invalid'],
    ['with a short one',           'BRI 123', 'request.invalid'],
  ])('%s', async (_, to, code) => {
    expect((await refusalOf(send([row(1, 'x')], world.terminal, to)))?.code).toBe(code);
  });

  test('beyond 20 MB', async () => {
    const content = new Uint8Array(20_000_001);
    expect(await refusalOf(importStatement(world.terminal, { fileName: 'a', content, account }))).toEqual({
      code: 'file.tooLarge',
      facts: { bytes: 20_000_001, limit: 20_000_000 },
    });
  });
});

test('an account is kept with its bank, its last four digits, and what tells it from one that looks the same', () => {
  const fingerprints = new Map<string, string>();
  const mask = (text: string) =>
    maskAccount(text, (full) => {
      const known = fingerprints.get(full) ?? `f${fingerprints.size}`;
      fingerprints.set(full, known);
      return known;
    });
  expect(mask(account)).toBe('BRI ***********3304 #f0');
  expect(mask(account.replaceAll('-', ' '))).toBe('BRI ***********3304 #f0');
  expect(mask('016101000123304')).toBe('***********3304 #f1');
  expect(mask('BRI 999999999993304')).toBe('BRI ***********3304 #f2');
  expect(mask('BRI 123')).toBeUndefined();
});

describe('a server killed half-way', () => {
  test('takes all of a statement or none, and it can be sent again', async () => {
    const rows = [row(168_000, issued.number), row(77, 'lain')];
    await world.look(
      `create function kill_me() returns trigger language plpgsql as $$ begin perform pg_terminate_backend(pg_backend_pid()); return new; end $$`,
    );
    for (const table of ['posting', 'statement_row', 'cover', 'audit_entry']) {
      await world.look(
        `create trigger kill_me before insert on ${table} for each row execute function kill_me()`,
      );
      await expect(send(rows)).rejects.toThrow(/terminat/i);
      await world.look(`drop trigger kill_me on ${table}`);
      expect(await stateOf()).toMatchObject({ state: 'unpaid', paid: 0 });
      expect(await covered()).toBe(0);
      expect(await world.look(`select from payment where external_ref = $1`, `FT${refs}`)).toEqual([]);
    }
    expect(await send(rows)).toMatchObject({ repeated: false, received: 168_077, peopleCovered: 10 });
  });
});
