import { afterAll, describe, expect, test } from 'vitest';
import { coverageOf } from '#coverage';
import { startJobs } from '#platform/jobs';
import { actorForUser, exampleDataIn } from '#platform/session';
import { getRegistration } from '#registration';
import { listRosterRows } from '#rosters';
import { testPlatform } from '#testing';
import { listUsers } from '#users';
import { connectModules } from '../api.ts';
import { jobs } from '../jobs.ts';
import { exampleAccounts } from './accounts.ts';
import { beluWorkers, cooperativePeople } from './belu.ts';
import { runExample } from './run.ts';
import { belu } from './setup.ts';

const { platform, terminal, database } = await testPlatform();
connectModules();
const worker = await startJobs(platform, jobs, (id) => actorForUser(platform, id));
afterAll(() => worker.stop());

const lines: string[] = [];
const quiet = { say: () => undefined, progress: () => undefined };
const first = await runExample(terminal, { ...quiet, say: (line) => lines.push(line) });
const { roster, bill, before, after } = first;

async function count(table: string): Promise<number> {
  const { rows } = await database.superuser.query(`select count(*)::int as n from payung.${table}`);
  return rows[0].n;
}

describe('the example, from file to covered month', () => {
  test('every row is accounted for, and every worker row is judged', () => {
    const { rowsIn, new: fresh, known, doubtful, refused, ignored } = roster.counts;
    expect(fresh + known + doubtful + refused + ignored).toBe(rowsIn);
    expect(rowsIn - ignored).toBe(beluWorkers);
  });

  test('people of the cooperative are known: the paid ones elsewhere, the lapsed ones taken in', () => {
    const counts = new Map(first.reasons.map(({ reason, count: rows }) => [reason, rows]));
    expect(counts.get('known.otherFund')).toBe(cooperativePeople.membersKnown);
    expect(counts.get('known.reactivated')).toBe(cooperativePeople.saversKnown);
    expect(roster.recorded).toBe(counts.get('new.withoutNik'));
    expect(roster.enrolled + roster.recorded).toBe(roster.counts.new + cooperativePeople.saversKnown);
  });

  test('the bill is people × Rp 16.800, from the budget of the kabupaten, and paid', () => {
    expect(bill).toMatchObject({ people: roster.enrolled, amount: roster.enrolled * 16_800, state: 'paid' });
    expect(bill.fundName).toBe('APBD Kabupaten Belu 2026');
  });

  test('coverage grows by exactly the people paid for, and says of how many', () => {
    expect(before?.totals.people).toBe(cooperativePeople.members);
    expect(after.totals.people).toBe(cooperativePeople.members + bill.people);
    for (const { numerator, denominator } of after.percentages) {
      expect(numerator).toBe(after.totals.people);
      expect(denominator.source).not.toBe('');
    }
    expect(after.percentages.length).toBeGreaterThan(0);
  });

  test('what it says adds up in words, too', () => {
    expect(lines.join('\n')).toContain('× Rp 16.800 = Rp ');
    expect(lines.join('\n')).toContain('CONTOH');
  });

  test('everything carries the mark of the example', async () => {
    expect(await exampleDataIn(platform.pools.app)).toBe(true);
    const { rows } = await database.superuser.query('select distinct example from payung.person');
    expect(rows).toEqual([{ example: true }]);
    expect(roster).toMatchObject({ example: true });
  });

  test('most members are ready for the sheet of the branch, and of the others it is known what their lists lack', async () => {
    const { ready, presumedTotal, incompleteTotal, lacking } = await getRegistration(terminal);
    expect(ready + incompleteTotal).toBe(after.totals.people);
    expect(ready).toBeGreaterThan(2 * incompleteTotal);
    expect(presumedTotal).toBe(ready);
    expect(lacking.map(({ field }) => field)).toEqual(['address', 'birth_place']);
  });

  test('there is one account for each role', async () => {
    const users = await listUsers(terminal);
    expect(users.every(({ example }) => example)).toBe(true);
    expect(users.flatMap(({ grants }) => grants.map(({ role }) => role)).toSorted()).toEqual(
      exampleAccounts.map(({ role }) => role).toSorted(),
    );
  });

  test('most bad rows are refused or doubted for the mistake that was made in them', async () => {
    const { rows } = await listRosterRows(terminal, roster.rosterId, { reason: 'nik.scientific' });
    expect(rows.length).toBeGreaterThan(5);
  });

  test('a second run changes nothing and says the same of the end', async () => {
    const tables = [
      'roster',
      'person',
      'membership',
      'bill',
      'payment',
      'cover',
      'access_grant',
      'agreement_event',
    ];
    const counted = await Promise.all(tables.map(count));
    const second = await runExample(terminal, quiet);
    expect(await Promise.all(tables.map(count))).toEqual(counted);
    expect(second.before).toBeUndefined();
    expect(second.after.totals).toEqual(after.totals);
    expect(second.bill).toEqual(bill);
    const { totals } = await coverageOf(terminal, { area: belu, month: after.month, by: 'fund' });
    expect(totals).toEqual(after.totals);
  });
});
