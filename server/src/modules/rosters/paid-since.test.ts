import { month } from '@payung/kernel';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { importStatement, runBilling } from '#billing';
import { requestAcceptance } from './service/accept.ts';
import { rosterRowsTable } from './service/export-rows.ts';
import { getRoster, listRosterRows, textOf } from './service/read.ts';
import { belu, beluLists, listOf, type Person } from './testing/belu-lists.ts';

const lists = await beluLists();
const { terminal, people } = lists;

let agreements = 0;
const sign = () => {
  agreements += 1;
  return lists.sign(`PKS-P${agreements}`);
};

/** Enrols somebody through a fund of their own, and bills them for November. */
async function funded(person: Partial<Person>): Promise<{ number: string; amount: number }> {
  const agreementId = await sign();
  await lists.accept(await lists.send(agreementId, listOf(person)));
  const at = month('2026-11');
  return runBilling(terminal, { agreementId, from: at, to: at });
}

async function pay({ number, amount }: { number: string; amount: number }): Promise<void> {
  await importStatement(lists.user('finance_officer', belu), {
    fileName: `${number}.csv`,
    account: 'BRI 12345',
    content: new TextEncoder().encode(
      `Tanggal;Ref;Keterangan;Kredit\n19/11/2026;${number};${number};${amount}\n`,
    ),
  });
}

/** Names of those whom the roster made members. */
const members = async (rosterId: string) =>
  (
    await lists.look<{ name: string }>(
      `select p.name from payung.membership m join payung.person p using (person_id)
       where m.roster_id = $1 and not isempty(m.during) order by p.name`,
      rosterId,
    )
  ).map(({ name }) => name);

describe('whom another fund comes to pay between check and acceptance', () => {
  test('is not enrolled, and the row says by which fund, until when, and what to do; the others are', async () => {
    const [paid, billed, fresh] = people(3);
    if (paid === undefined || billed === undefined || fresh === undefined) throw new Error('three people');
    const bill = await funded(paid);
    await funded(billed);
    const rosterId = await lists.send(await sign(), listOf(paid, billed, fresh));
    expect(await lists.verdicts(rosterId)).toEqual([
      'known known.reactivated',
      'known known.reactivated',
      'new new.ready',
    ]);
    await pay(bill);
    await lists.accept(rosterId);
    expect(await lists.verdicts(rosterId)).toEqual([
      'known known.paidSince',
      'known known.reactivated',
      'new new.ready',
    ]);
    expect(await members(rosterId)).toEqual([billed.name, fresh.name].sort());
    const { roster } = await getRoster(terminal, rosterId);
    expect(roster).toMatchObject({ state: 'accepted', enrolled: 2, counts: { known: 2, new: 1 } });
    const [row] = (await listRosterRows(terminal, rosterId, { reason: 'known.paidSince' })).rows;
    expect(row).toMatchObject({ name: paid.name, enrol: false });
    const { text, remedy } = textOf('id', row?.reason ?? '', row?.facts ?? {});
    expect(text).toContain('Kabupaten Belu');
    expect(text).toContain('November 2026');
    expect(remedy).toContain('Jangan dibayar dua kali');
    const [entry] = await lists.look<{ facts: object }>(
      `select facts from payung.audit_entry where action = 'rosters.accepted' and subject_id = $1`,
      rosterId,
    );
    expect(entry?.facts).toMatchObject({ memberships: 2, aside: 1 });
  });

  test('is the same people whom a check of that moment would not enrol', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { minLength: 2, maxLength: 3 }), async (paying) => {
        const all = people(paying.length);
        const bills = [];
        for (const person of all) bills.push(await funded(person));
        const rosterId = await lists.send(await sign(), listOf(...all, ...people(1)));
        for (const [n, bill] of bills.entries()) if (paying[n]) await pay(bill);
        const checkedNow = await lists.verdicts(await lists.send(await sign(), listOf(...all)));
        await lists.accept(rosterId);
        const aside = (await lists.verdicts(rosterId)).slice(0, all.length);
        expect(aside.map((verdict) => verdict === 'known known.paidSince')).toEqual(
          checkedNow.map((verdict) => verdict === 'known known.otherFund'),
        );
        expect(aside.filter((verdict) => verdict === 'known known.paidSince')).toHaveLength(
          paying.filter(Boolean).length,
        );
      }),
      { numRuns: 2 },
    );
  });

  test('being everybody, leaves the list as checked, with nobody to enrol', async () => {
    const all = people(1);
    const bill = await funded({ ...all[0] });
    const rosterId = await lists.send(await sign(), listOf(...all));
    await pay(bill);
    await lists.accept(rosterId);
    expect(await lists.verdicts(rosterId)).toEqual(['known known.paidSince']);
    expect(await members(rosterId)).toEqual([]);
    expect(await getRoster(terminal, rosterId)).toMatchObject({
      roster: { state: 'checked', enrolled: 0 },
      stopped: { code: 'rosters.allPaidElsewhere' },
    });
    await expect(requestAcceptance(terminal, rosterId)).rejects.toMatchObject({
      code: 'rosters.nothingToEnrol',
    });
  });

  test('through a membership outside the scope is told in general words: no month, no place but the kabupaten', async () => {
    const all = people(2);
    const bill = await funded({ ...all[0] });
    const rosterId = await lists.send(await sign(), listOf(...all));
    await pay(bill);
    const [alorVillage] = await lists.look<{ code: number }>(
      `select code from payung.area where level = 'village' and code between 5305000000 and 5306000000 order by code limit 1`,
    );
    await lists.look(
      `update payung.membership m set area = $1 from payung.person p where p.person_id = m.person_id and p.name = $2`,
      alorVillage?.code,
      all[0]?.name,
    );
    const officer = lists.user('registration_officer', belu);
    await lists.accept(rosterId, officer);
    const seenBy = async (ctx: typeof terminal) =>
      (await listRosterRows(ctx, rosterId, { reason: 'known.paidSince' })).rows;
    const [mine] = await seenBy(officer);
    expect(mine).toMatchObject({ reason: 'known.coveredSince' });
    expect(mine?.facts).toEqual({ fund: 'apbd_regency', regency: 'Kabupaten Alor' });
    const batches: unknown[] = [];
    for await (const batch of (await rosterRowsTable(officer, rosterId, {})).rows) batches.push(batch);
    const content = JSON.stringify(batches);
    expect(content).toContain('Kabupaten Alor');
    expect(content).not.toMatch(/November 2026|2026-11|5305\d/);
    const [whole] = await seenBy(terminal);
    expect(whole).toMatchObject({ reason: 'known.paidSince', facts: { through: '2026-11' } });
  });
});
