import { day, month } from '@payung/kernel';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
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
import { explanationHash } from './explanation.ts';
import { getBill, listBills } from './service/read-bills.ts';
import { runBilling } from './service/run-billing.ts';

const november = month('2026-11');
let world: BillingWorld;
let agreement: SignedAgreement;
beforeAll(async () => {
  world = await billingWorld();
});
beforeEach(async () => {
  agreement = await world.sign();
});

const bill = (from = '2026-11', to = from, of = agreement) =>
  runBilling(world.terminal, { agreementId: of.agreementId, from: month(from), to: month(to) });

describe('a billing run', () => {
  test('bills everybody once, explained and booked', async () => {
    await world.enrol(agreement, { people: 3 });
    await world.enrol(agreement, { people: 2, village: villages.dafala });
    const issued = await bill();
    expect(issued).toMatchObject({
      people: 5,
      lines: 5,
      amount: 5 * 16_800,
      dueOn: '2026-11-16',
      from: '2026-11',
      to: '2026-11',
      deceased: 0,
    });
    expect(issued.number).toMatch(/^B-5304-202611-\d{4}$/);

    const file = await getBill(world.terminal, issued.billId);
    expect(file.bill).toMatchObject({ state: 'unpaid', paid: 0, open: 84_000, areaName: 'Kabupaten Belu' });
    expect(
      file.villages.map(({ areaName, people, jkk, jkm, amount }) => [areaName, people, jkk, jkm, amount]),
    ).toEqual([
      ["Fatuba'a", 3, 30_000, 20_400, 50_400],
      ['Dafala', 2, 20_000, 13_600, 33_600],
    ]);
    expect(file.reasons).toHaveLength(1);
    const [reason] = file.reasons;
    expect(reason?.lines).toBe(5);
    expect(reason?.tree).toMatchObject({ rule: 'contribution.bpu', settled: true });
    expect(explanationHash(reason?.tree ?? null)).toBe(reason?.hash);

    const books = await world.look(
      'select account, sum(amount)::bigint as amount from posting where bill_id = $1 group by account order by account',
      issued.billId,
    );
    expect(books).toEqual([
      { account: 'contributions', amount: -84_000 },
      { account: 'receivable', amount: 84_000 },
    ]);
    expect(await stageOf(agreement)).toBe('awaiting_payment');
    const [entry] = await world.look<{ facts: object }>(
      `select facts from audit_entry where action = 'bills.issued' and subject_id = $1`,
      issued.billId,
    );
    expect(entry?.facts).toMatchObject({ number: issued.number, people: 5, amount: 84_000 });
  });

  test('bills one person once who was enrolled under two records, and both again when the merge is undone', async () => {
    await world.enrol(agreement, { people: 3 });
    const [first, second] = await world.look<{ person_id: string }>(
      'select person_id from membership where agreement_id = $1 order by person_id',
      agreement.agreementId,
    );
    const aliasId = newId();
    await world.look(
      `insert into person_alias (alias_id, person_id, canonical_id, decided_by, reason) values ($1, $2, $3, 'test', 'satu orang')`,
      aliasId,
      first?.person_id,
      second?.person_id,
    );
    const november = await bill('2026-11');
    expect(november).toMatchObject({ people: 2, lines: 2, amount: 2 * 16_800 });
    const billed = await world.look<{ person_id: string }>(
      'select person_id from bill_line where bill_id = $1',
      november.billId,
    );
    expect(billed.map(({ person_id: id }) => id)).not.toContain(first?.person_id);
    // Whoever was billed under one record is not billed again under the other.
    expect((await refusalOf(bill('2026-11')))?.code).toBe('billing.alreadyBilled');
    await world.look('update person_alias set undone_at = now() where alias_id = $1', aliasId);
    expect(await bill('2026-11')).toMatchObject({ people: 1, lines: 1 });
    expect(await bill('2026-12')).toMatchObject({ people: 3, lines: 3 });
  });

  test('asks the law once per distinct question, and carries an open question into the explanation', async () => {
    const village = await world.sign({ fundKind: 'dana_desa', programmes: 7 });
    await world.enrol(village, { people: 2, income: 1_000_000 });
    await world.enrol(village, { people: 1, income: 1_099_999 });
    await world.enrol(village, { people: 1, income: 1_100_000 });
    const issued = await bill('2026-11', '2026-12', village);
    const { reasons } = await getBill(world.terminal, issued.billId);
    // Band 1 holds both lower incomes; the explanation names the band, not the income.
    expect(reasons.map(({ lines, amount, tree }) => [lines, amount, tree.settled])).toEqual([
      [3, 3 * 36_800, false],
      [1, 12_000 + 6_800 + 24_000, false],
      [3, 3 * 36_800, false],
      [1, 12_000 + 6_800 + 24_000, false],
    ]);
    expect(JSON.stringify(reasons[0]?.tree)).toContain('bpu.payer');
  });

  test('a private sponsor has the relief of PP 50/2025 until December, and no more in January', async () => {
    const sponsor = await world.sign({ fundKind: 'csr' });
    await world.enrol(sponsor, { people: 1 });
    const issued = await bill('2026-12', '2027-01', sponsor);
    const { villages: rows } = await getBill(world.terminal, issued.billId);
    expect(rows.map(({ month, amount }) => [month, amount])).toEqual([
      ['2026-12', 8_400],
      ['2027-01', 16_800],
    ]);
  });

  // biome-ignore format: aligned table of cases
  test.each([
    // case                                  from          until         billed for November
    ['from its first day',                   '2026-11-01', null,         true],
    ['joined on the last day of the month',  '2026-11-30', null,         true],
    ['joins on the first of the next',       '2026-12-01', null,         false],
    ['left on the second',                   '2026-01-01', '2026-11-02', true],
    ['left at the end of October',           '2026-01-01', '2026-11-01', false],
  ])('a membership is billed for a month it touches: %s', async (_, from, until, billed) => {
    await world.enrol(agreement, { people: 1, from: day(from), until: until === null ? null : day(until) });
    const refusal = await refusalOf(bill());
    expect(refusal?.code).toBe(billed ? undefined : 'billing.nothingToBill');
  });

  test('the dead are left out from the month after their death, and counted', async () => {
    const [first, second] = await world.enrol(agreement, { people: 3 });
    await world.look(`update person set died_on = '2026-10-31' where person_id = $1`, first);
    await world.look(`update person set died_on = '2026-11-01' where person_id = $1`, second);
    expect(await bill()).toMatchObject({ people: 2, deceased: 1 });
  });

  test('a line belongs to the village where the person lives now', async () => {
    const [mover] = await world.enrol(agreement, { people: 2 });
    await world.look('update person set area = $2 where person_id = $1', mover, villages.dafala);
    const { villages: rows } = await getBill(world.terminal, (await bill()).billId);
    expect(rows.map(({ area, people }) => [area, people])).toEqual([
      [villages.fatubaa, 1],
      [villages.dafala, 1],
    ]);
  });
});

describe('a month already billed', () => {
  test('is refused with the number of its bill when nobody is left', async () => {
    await world.enrol(agreement, { people: 2 });
    const { number } = await bill();
    expect(await refusalOf(bill())).toEqual({
      code: 'billing.alreadyBilled',
      facts: { month: '2026-11', number: [number] },
    });
    expect(await countOf('bill', agreement)).toBe(1);
  });

  test('newly enrolled people of the month come on a supplementary bill', async () => {
    await world.enrol(agreement, { people: 2 });
    const first = await bill();
    await world.enrol(agreement, { people: 1 });
    const second = await bill();
    expect(second).toMatchObject({ people: 1, amount: 16_800 });
    expect(second.number > first.number).toBe(true);
  });

  test('a longer span bills the months that are left, and the bill names only those', async () => {
    await world.enrol(agreement, { people: 1 });
    await bill('2026-11');
    const rest = await bill('2026-11', '2027-01');
    expect(rest).toMatchObject({ from: '2026-12', to: '2027-01', lines: 2, people: 1, dueOn: '2026-12-15' });
    expect(rest.number).toMatch(/^B-5304-202612-/);
  });

  test('a bill is due on the next working day by the calendar of the law', async () => {
    await world.enrol(agreement, { people: 1, from: day('2026-08-01') });
    // The 15th is a Saturday, the Monday after it Independence Day.
    expect(await bill('2026-08')).toMatchObject({ dueOn: '2026-08-18' });
  });

  test('of two runs at once, one bills and the other is refused', async () => {
    await world.enrol(agreement, { people: 5 });
    const outcomes = await Promise.all([bill(), bill(), bill()].map(refusalOf));
    expect(outcomes.map((refusal) => refusal?.code).sort()).toEqual([
      'billing.alreadyBilled',
      'billing.alreadyBilled',
      undefined,
    ]);
    expect(await countOf('bill', agreement)).toBe(1);
  });

  test('agreements of one kabupaten billed at once get numbers of their own', async () => {
    const signed = await Promise.all([world.sign(), world.sign(), world.sign(), world.sign()]);
    for (const one of signed) await world.enrol(one, { people: 1 });
    const numbers = (await Promise.all(signed.map((one) => bill('2026-11', '2026-11', one)))).map(
      (one) => one.number,
    );
    expect(new Set(numbers).size).toBe(signed.length);
  });
});

describe('a run is refused', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    ['when the last month is before the first',   '2026-12', '2026-11', 'request.invalid'],
    ['for more than twelve months',               '2026-01', '2027-01', 'request.invalid'],
    ['for a month before the agreement',          '2025-12', '2025-12', 'agreements.notInForce'],
    ['for a month after its end',                 '2027-01', '2027-01', 'agreements.notInForce'],
  ])('%s', async (_, from, to, code) => {
    const dated = await world.sign({ from: day('2026-01-01'), until: day('2027-01-01') });
    await world.enrol(dated, { people: 1 });
    expect((await refusalOf(bill(from, to, dated)))?.code).toBe(code);
    expect(await countOf('bill', dated)).toBe(0);
  });

  test('for a segment whose contribution is not known here yet', async () => {
    const wages = await world.sign({ segment: 'PU' });
    expect(await refusalOf(bill('2026-11', '2026-11', wages))).toEqual({
      code: 'law.refused',
      facts: { code: 'rule.unknown', path: 'segment' },
    });
  });

  test('for an agreement nobody knows', async () => {
    const run = runBilling(world.terminal, { agreementId: newId(), from: november, to: november });
    expect((await refusalOf(run))?.code).toBe('agreements.notFound');
  });
});

describe('who may', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    // role                      where    bills                    sees it
    ['registration_officer',     belu,    undefined,               undefined],
    ['registration_officer',     malaka,  'agreements.notFound',   'billing.notFound'],
    ['finance_officer',          belu,    'auth.forbidden',        undefined],
    ['finance_officer',          malaka,  'auth.forbidden',        'billing.notFound'],
    ['planner',                  belu,    'auth.forbidden',        'auth.forbidden'],
    ['village_operator',         belu,    'auth.forbidden',        'auth.forbidden'],
    ['auditor',                  belu,    'auth.forbidden',        undefined],
  ] as const)('%s of %d: bills → %s, reads → %s', async (role, area, bills, reads) => {
    const user = world.user(role, area);
    await world.enrol(agreement, { people: 1 });
    const { billId } = await bill();
    await world.enrol(agreement, { people: 1 });
    const run = runBilling(user, { agreementId: agreement.agreementId, from: november, to: november });
    expect((await refusalOf(run))?.code).toBe(bills);
    expect((await refusalOf(getBill(user, billId)))?.code).toBe(reads);
  });

  test('a list shows the bills of the area, a page at a time', async () => {
    await world.enrol(agreement, { people: 1 });
    const { billId } = await bill();
    const here = await listBills(world.user('finance_officer', belu), { agreementId: agreement.agreementId });
    expect(here).toMatchObject({ bills: [{ billId }], next: null });
    const older = await listBills(world.terminal, { agreementId: agreement.agreementId, after: billId });
    expect(older.bills).toEqual([]);
    expect((await listBills(world.user('finance_officer', malaka))).bills).toEqual([]);
  });
});

describe('a server killed half-way', () => {
  test('leaves no half bill, and the run can be repeated', async () => {
    await world.enrol(agreement, { people: 4 });
    await world.look(
      `create function kill_me() returns trigger language plpgsql as $$ begin perform pg_terminate_backend(pg_backend_pid()); return new; end $$`,
    );
    await world.look(
      'create trigger kill_me before insert on posting for each row execute function kill_me()',
    );
    await expect(bill()).rejects.toThrow(/terminat/i);
    await world.look('drop trigger kill_me on posting');

    for (const table of ['bill', 'bill_line', 'journal']) expect(await countOf(table, agreement)).toBe(0);
    expect(await bill()).toMatchObject({ people: 4 });
    expect(await countOf('bill_line', agreement)).toBe(4);
  });
});

async function countOf(table: string, { partnerId }: SignedAgreement): Promise<number> {
  const rows = await world.look<{ n: number }>(
    `select count(*)::integer as n from ${table} where partner_id = $1`,
    partnerId,
  );
  return rows[0]?.n ?? -1;
}

async function stageOf({ agreementId }: SignedAgreement): Promise<string | undefined> {
  const rows = await world.look<{ stage: string }>(
    'select stage from agreement_stage where agreement_id = $1',
    agreementId,
  );
  return rows[0]?.stage;
}
