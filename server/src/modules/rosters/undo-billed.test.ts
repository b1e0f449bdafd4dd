import { month } from '@payung/kernel';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cancelBill, getBill, importStatement, runBilling } from '#billing';
import { trialBalance } from '#ledger';
import { searchPeople } from '#people';
import { getRoster } from './service/read.ts';
import { previewUndo, requestUndo, undoRoster } from './service/undo.ts';
import { belu, beluLists, fatuketi, listOf, type Person } from './testing/belu-lists.ts';

const lists = await beluLists();
const { terminal, people } = lists;

async function accepted(agreementId: string, rows: readonly Partial<Person>[]): Promise<string> {
  const rosterId = await lists.send(agreementId, listOf(...rows));
  await lists.accept(rosterId);
  return rosterId;
}

const bill = (agreementId: string, at = '2026-11') =>
  runBilling(terminal, { agreementId, from: month(at), to: month(at) });

async function undo(rosterId: string, cancelBills: readonly string[] = []): Promise<string> {
  await requestUndo(terminal, rosterId, 'daftar yang salah', cancelBills);
  await undoRoster.run(terminal, rosterId);
  return (await getRoster(terminal, rosterId)).roster.state;
}

/** What anybody counts, owes or is owed; accounts that come to nothing left out. */
async function figures() {
  const { balances, total } = await trialBalance(terminal);
  return {
    total,
    balances: balances.filter(({ amount }) => amount !== 0),
    people: await lists.look('select name from payung.person where withdrawn_at is null order by name'),
    memberships: await lists.look(
      'select area, during::text from payung.membership where not isempty(during) order by 1, 2',
    ),
    open: await lists.look('select sum(open)::bigint as open from payung.bill_state where open > 0'),
    lines: await lists.look(
      'select person_id, month from payung.bill_line where not cancelled order by 1, 2',
    ),
    cover: await lists.look('select person_id from payung.cover order by 1'),
    counted: await lists.look(
      'select area, month, sum(people)::int as people from payung.cover_delta group by 1, 2 order by 1, 2',
    ),
    stages: await lists.look('select stage from payung.agreement_stage order by agreement_id'),
  };
}

describe('a roster that was billed and not paid', () => {
  test('is undone together with the bills that hold nobody else, which are told first', async () => {
    const agreementId = await lists.sign('PKS-B1');
    const rows = people(3);
    const rosterId = await accepted(agreementId, rows);
    const before = await figures();
    const november = await bill(agreementId);
    const december = await bill(agreementId, '2026-12');
    expect(await previewUndo(terminal, rosterId)).toMatchObject({
      memberships: 3,
      withdrawn: 3,
      kept: 0,
      bills: [
        { number: november.number, amount: 50_400, people: 3, others: 0, payments: [] },
        { number: december.number, amount: 50_400, people: 3, others: 0, payments: [] },
      ],
    });
    // Only what was told is cancelled.
    await expect(requestUndo(terminal, rosterId, 'salah', [november.number])).rejects.toMatchObject({
      code: 'rosters.undoBilled',
      facts: { bills: [december.number] },
    });
    expect((await getBill(terminal, november.billId)).bill.state).toBe('unpaid');
    expect(await undo(rosterId, [november.number, december.number])).toBe('undone');
    expect((await getBill(terminal, december.billId)).bill).toMatchObject({
      state: 'cancelled',
      cancelled: { why: 'daftar yang salah' },
    });
    expect((await searchPeople(terminal, String(rows[0]?.nik))).people).toEqual([]);
    const after = await figures();
    expect(after).toMatchObject({
      balances: before.balances,
      total: 0,
      open: before.open,
      lines: before.lines,
    });
    // The file may come again, and its months are billed again.
    await accepted(agreementId, rows);
    expect(await bill(agreementId)).toMatchObject({ people: 3, amount: 50_400 });
  });

  test('and billed again before the job runs stays accepted, and keeps all its bills', async () => {
    const agreementId = await lists.sign('PKS-B7');
    const rosterId = await accepted(agreementId, people(2));
    const told = await bill(agreementId);
    await requestUndo(terminal, rosterId, 'daftar yang salah', [told.number]);
    expect((await getBill(terminal, told.billId)).bill.state).toBe('unpaid');
    const since = await bill(agreementId, '2026-12');
    await undoRoster.run(terminal, rosterId);
    expect(await getRoster(terminal, rosterId)).toMatchObject({
      roster: { state: 'accepted' },
      stopped: { code: 'rosters.undoBilled', facts: { bills: [since.number] } },
    });
    for (const { billId } of [told, since]) {
      expect((await getBill(terminal, billId)).bill.state).toBe('unpaid');
    }
    expect(await undo(rosterId, [told.number, since.number])).toBe('undone');
    expect((await getRoster(terminal, rosterId)).stopped).toBeNull();
  });

  test('and holds others too waits until that bill is cancelled by hand; the others are billed again', async () => {
    const agreementId = await lists.sign('PKS-B2');
    const wrong = await accepted(agreementId, people(2));
    await accepted(agreementId, people(3));
    const both = await bill(agreementId);
    expect((await previewUndo(terminal, wrong)).bills).toMatchObject([{ people: 2, others: 3 }]);
    await expect(requestUndo(terminal, wrong, 'salah', [both.number])).rejects.toMatchObject({
      code: 'rosters.undoBilled',
      facts: { bills: [both.number] },
    });
    await cancelBill(terminal, both.billId, 'daftar yang salah ikut tertagih');
    expect((await previewUndo(terminal, wrong)).bills).toEqual([]);
    expect(await undo(wrong)).toBe('undone');
    expect(await bill(agreementId)).toMatchObject({ people: 3, amount: 50_400 });
  });

  test('is refused once something was paid, in part or whole, and nothing is cancelled', async () => {
    const agreementId = await lists.sign('PKS-B3');
    const rosterId = await accepted(agreementId, people(2));
    const paid = await bill(agreementId);
    const open = await bill(agreementId, '2026-12');
    await importStatement(lists.user('finance_officer', belu), {
      fileName: 'b.csv',
      account: 'BRI 12345',
      content: new TextEncoder().encode(
        `Tanggal;Ref;Keterangan;Kredit\n19/11/2026;B3;${paid.number};8.400\n`,
      ),
    });
    await expect(requestUndo(terminal, rosterId, 'salah', [paid.number, open.number])).rejects.toMatchObject({
      code: 'rosters.undoPaid',
      facts: { bill: paid.number, payments: ['B3'] },
    });
    expect((await getBill(terminal, open.billId)).bill.state).toBe('unpaid');
  });

  test('by an office above is not undone by the office below, and its bill is not named', async () => {
    const agreementId = await lists.sign('PKS-B4');
    const officer = lists.user('registration_officer', fatuketi);
    const rosterId = await lists.send(agreementId, listOf(...people(1)), {}, officer);
    await lists.accept(rosterId);
    const { number } = await bill(agreementId);
    const { bills } = await previewUndo(officer, rosterId);
    expect(bills).toMatchObject([{ number: null, people: 1 }]);
    const refused = requestUndo(officer, rosterId, 'salah', [number]);
    await expect(refused).rejects.toMatchObject({ code: 'rosters.undoBilled', facts: { bills: ['–'] } });
  });
});

test('accept, bill, cancel, undo in any number and order ends where it began, and the ledger balances', async () => {
  const agreementId = await lists.sign('PKS-B5');
  const other = await lists.sign('PKS-B6');
  const all = people(5);
  await accepted(other, people(1));
  await bill(other);
  await undo(await accepted(agreementId, all));
  const before = await figures();
  await fc.assert(
    fc.asyncProperty(
      fc.subarray(all, { minLength: 1 }),
      fc.subarray(['2026-11', '2026-12'], { minLength: 1 }),
      fc.array(fc.boolean(), { minLength: 2, maxLength: 2 }),
      async (rows, billed, byHand) => {
        const rosterId = await accepted(agreementId, rows);
        const left: string[] = [];
        for (const [n, at] of billed.entries()) {
          const { billId, number } = await bill(agreementId, at);
          if (byHand[n]) await cancelBill(terminal, billId, 'salah');
          else left.push(number);
        }
        expect(await undo(rosterId, left)).toBe('undone');
        expect(await figures()).toEqual(before);
      },
    ),
    { numRuns: 5 },
  );
});
