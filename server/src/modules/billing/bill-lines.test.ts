import { month, monthIndex } from '@payung/kernel';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '#platform/access';
import { newId } from '#platform/ids';
import { csvOf, streamResponse } from '#platform/spreadsheet';
import { createApp } from '../../api.ts';
import {
  type BillingWorld,
  belu,
  billingWorld,
  malaka,
  refusalOf,
  type SignedAgreement,
  villages,
} from '../../testing/billing-world.ts';
import { billLinesTable, getBill, listBillLines, runBilling } from './index.ts';
import { billsTable } from './service/read-bills.ts';

let world: BillingWorld;
let agreement: SignedAgreement;
let billId: string;

/** People whom an SK names, in the order of its annex. */
async function decree(number: string, signedOn: string, people: readonly string[]): Promise<string> {
  const decreeId = newId();
  await world.look(
    `insert into decree (decree_id, agreement_id, partner_id, area, kind, number, signed_on, made_by)
     values ($1, $2, $3, $4, 'SK', $5, $6, 'test')`,
    decreeId,
    agreement.agreementId,
    agreement.partnerId,
    villages.fatubaa,
    number,
    signedOn,
  );
  for (const [at, person] of people.entries())
    await world.look(
      `update membership set decree_id = $1, annex_place = $2 where person_id = $3`,
      decreeId,
      at + 1,
      person,
    );
  return decreeId;
}

let people: string[];
let first: string;
beforeAll(async () => {
  world = await billingWorld();
  agreement = await world.sign();
  people = await world.enrol(agreement, { people: 6 });
  for (const [at, person] of people.entries())
    await world.look(
      `update person set name = 'Contoh ' || $2, name_key = 'contoh ' || $2 where person_id = $1`,
      person,
      'ABCDEF'[at],
    );
  await decree('SK/9/2026', '2026-09-30', people.slice(3, 5));
  first = await decree('SK/2/2026', '2026-02-02', people.slice(0, 3));
  const bill = await runBilling(world.terminal, {
    agreementId: agreement.agreementId,
    from: month('2026-11'),
    to: month('2026-12'),
  });
  billId = bill.billId;
});

const linesFor = (role: Role, area: number) => listBillLines(world.user(role, area), billId);

describe('a bill', () => {
  test('names the decrees its people rest on by date, with how many each, and how many by none', async () => {
    const { decrees, withoutDecree, bill } = await getBill(world.user('finance_officer', belu), billId);
    expect(decrees).toEqual([
      { decreeId: first, number: 'SK/2/2026', signedOn: '2026-02-02', people: 3 },
      { decreeId: expect.any(String), number: 'SK/9/2026', signedOn: '2026-09-30', people: 2 },
    ]);
    expect([withoutDecree, bill.people]).toEqual([1, 6]);
  });

  test('names decree and annex number on each line, one for each month', async () => {
    const { lines, next } = await linesFor('approver', belu);
    expect(next).toBeNull();
    expect(lines.map((one) => [one.name, one.month, one.decree?.number, one.annexPlace])).toEqual([
      ['Contoh A', '2026-11', 'SK/2/2026', 1],
      ['Contoh A', '2026-12', 'SK/2/2026', 1],
      ['Contoh B', '2026-11', 'SK/2/2026', 2],
      ['Contoh B', '2026-12', 'SK/2/2026', 2],
      ['Contoh C', '2026-11', 'SK/2/2026', 3],
      ['Contoh C', '2026-12', 'SK/2/2026', 3],
      ['Contoh D', '2026-11', 'SK/9/2026', 1],
      ['Contoh D', '2026-12', 'SK/9/2026', 1],
      ['Contoh E', '2026-11', 'SK/9/2026', 2],
      ['Contoh E', '2026-12', 'SK/9/2026', 2],
      ['Contoh F', '2026-11', undefined, null],
      ['Contoh F', '2026-12', undefined, null],
    ]);
    expect(lines[0]).toMatchObject({ villageName: "Fatuba'a", jkk: 10_000, jkm: 6_800, amount: 16_800 });
  });

  test('goes on where a page ended', async () => {
    const { lines } = await linesFor('auditor', belu);
    const at = lines[3];
    const after = `contoh B|${at?.membershipId}|${monthIndex(month('2026-12'))}`;
    const rest = await listBillLines(world.user('auditor', belu), billId, after);
    expect(rest.lines).toEqual(lines.slice(4));
  });

  test('leaves as a table with the decree on each line', async () => {
    const table = await billLinesTable(world.terminal, billId);
    const rows = (await streamResponse(table, 'csv').text()).trimEnd().split('\r\n');
    expect(rows).toHaveLength(14);
    expect(rows[0]).toBe(
      'bill,month,name,village_code,village,jkk,jkm,jht,amount,decree,decree_date,annex_number',
    );
    expect(rows[1]).toMatch(
      /^B-5304-202611-\d{4},2026-11,Contoh A,53\.04\.01\.2001,Fatuba'a,10000,6800,0,16800,SK\/2\/2026,2026-02-02,1$/,
    );
    expect(rows[11]).toMatch(/,16800,,,$/);
  });

  test('stands in the table of all bills', async () => {
    const table = csvOf(await billsTable(world.user('finance_officer', belu)));
    expect(table).toMatch(
      /\r\nB-5304-202611-\d{4},PKS\/1\/2026,.*,2026-11,2026-12,6,201600,0,201600,unpaid,/,
    );
  });
});

describe('whom a bill asks for', () => {
  test('is not told in another area, nor to a planner', async () => {
    expect(await refusalOf(linesFor('finance_officer', malaka))).toMatchObject({ code: 'billing.notFound' });
    expect(await refusalOf(linesFor('planner', belu))).toMatchObject({ code: 'auth.forbidden' });
  });

  test('a name is not told of somebody who has moved to another area', async () => {
    await world.look(`update person set area = $1 where person_id = $2`, villages.besikama, people[0]);
    const { lines } = await linesFor('finance_officer', belu);
    expect(lines.filter(({ name }) => name === null).map(({ personId }) => personId)).toEqual([
      people[0],
      people[0],
    ]);
  });

  test('is asked over HTTP, and saved', async () => {
    const ctx = world.user('finance_officer', belu);
    const app = createApp({ platform: world.platform, authenticate: async () => ctx });
    const page = await app.request(`/api/bills/${billId}/lines`);
    expect(await page.json()).toMatchObject({ next: null, lines: { length: 12 } });
    const file = await app.request(`/api/bills/${billId}/lines/file?format=xlsx`);
    expect([file.status, file.headers.get('content-disposition')]).toEqual([
      200,
      expect.stringMatching(/filename="tagihan-B-5304-202611-\d{4}\.xlsx"/),
    ]);
    expect(
      Buffer.from(await file.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
    const all = await app.request('/api/bills/file?format=csv');
    expect(await all.text()).toMatch(/^number,agreement,partner,/);
  });
});
