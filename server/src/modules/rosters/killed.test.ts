import { day, month } from '@payung/kernel';
import { describe, expect, test } from 'vitest';
import { getBill, runBilling } from '#billing';
import type { Job } from '#platform/jobs';
import { acceptRoster, requestAcceptance } from './service/accept.ts';
import { checkRoster } from './service/check.ts';
import { getRoster } from './service/read.ts';
import { sendRoster } from './service/send.ts';
import { requestUndo, undoRoster } from './service/undo.ts';
import { beluLists, listOf, type Person } from './testing/belu-lists.ts';

const lists = await beluLists();
const { terminal, database } = lists;
const agreementId = await lists.sign('PKS-K1');

/** People of whom no two are alike, and enough of them for several batches. */
const people: Partial<Person>[] = Array.from({ length: 2_500 }, (_, n) => {
  const [month, date] = [1 + (n % 12), 1 + (Math.floor(n / 12) % 28)].map((one) =>
    String(one).padStart(2, '0'),
  );
  const year = 1970 + Math.floor(n / 336);
  return {
    nik: `530405${date}${month}${String(year).slice(2)}9${String(100 + (n % 900))}`,
    name: `${word(n)} ${word(n * 7 + 3)} ${word(n * 13 + 5)}`,
    birth: `${date}-${month}-${year}`,
    mother: `${word(n * 3 + 1)} ${word(n * 11 + 2)}`,
  };
});

function word(n: number): string {
  const [a, b, c] = [n % 17, Math.floor(n / 17) % 13, Math.floor(n / 221) % 11];
  return `${'BDFGHKLMNPRSTWYJC'[a]}${'aeiou'[b % 5]}${'lmnrst'[c % 6]}${'aeiou'[(a + c) % 5]}${'kndtsm'[b % 6]}`;
}

/** Cuts every connection of these roles that is in the middle of something: what runs dies as its process would. */
async function kill(): Promise<number> {
  const { rowCount } = await database.superuser.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null
       and usename ~ '(app|match|intake)'`,
  );
  return rowCount ?? 0;
}

/**
 * Runs the job once for each of these tables, held so that it can get no further than writing there, and kills it where it waits;
 * then lets it end. Each kill must hit a connection, and leave everything as it was.
 */
async function runKilledAt(
  job: Job,
  rosterId: string,
  tables: readonly string[],
  asBefore: () => Promise<void>,
): Promise<void> {
  for (const table of tables) {
    const holder = await database.superuser.connect();
    try {
      await holder.query(`begin; lock table payung.${table} in share mode`);
      let over = false;
      const ended = job.run(terminal, rosterId).then(
        () => true,
        () => false,
      );
      void ended.then(() => {
        over = true;
      });
      while (!over && !(await isWaitedFor(table))) {
        // Asking is what lets the job go on meanwhile.
      }
      const wasHit = (await kill()) > 0;
      expect({ table, wasHit, done: await ended }).toEqual({ table, wasHit: true, done: false });
    } finally {
      await holder.query('rollback');
      holder.release();
    }
    await asBefore();
  }
  await job.run(terminal, rosterId);
}

async function isWaitedFor(table: string): Promise<boolean> {
  const waiting = await lists.look(
    'select from pg_locks where not granted and relation = $1::regclass',
    `payung.${table}`,
  );
  return waiting.length > 0;
}

const figures = () =>
  lists.look(`select
    (select count(*)::int from payung.person where withdrawn_at is null) as people,
    (select count(*)::int from payung.identifier where state = 'held') as numbers,
    (select count(*)::int from payung.match_key) as keys,
    (select count(*)::int from payung.residence where not isempty(during)) as residences,
    (select count(*)::int from payung.work where not isempty(during)) as work,
    (select count(*)::int from payung.membership where not isempty(during)) as memberships,
    (select count(*)::int from payung.membership_basis) as bases`);

describe('a list whose work is killed in the middle', () => {
  test('is checked, accepted and undone once, whenever it was killed', async () => {
    const { rosterId } = await sendRoster(terminal, {
      agreementId,
      fileName: 'daftar.csv',
      content: listOf(...people),
      startsOn: day('2026-11-01'),
      policy: 'good_rows',
    });
    const before = await figures();
    const asBefore = async () => expect(await figures()).toEqual(before);
    // How far it is, the check says for the first time when a batch of rows is written.
    await runKilledAt(checkRoster, rosterId, ['job_progress', 'job_progress'], asBefore);
    const { roster } = await getRoster(terminal, rosterId);
    expect(roster.state).toBe('checked');
    expect(roster.counts.rowsIn).toBe(people.length + 1);
    expect(
      await lists.look('select count(*)::int as n from payung.roster_row where roster_id = $1', rosterId),
    ).toEqual([{ n: people.length + 1 }]);

    await requestAcceptance(terminal, rosterId);
    await runKilledAt(acceptRoster, rosterId, ['person', 'membership', 'audit_entry'], asBefore);
    const taken = roster.enrolled;
    expect(taken).toBeGreaterThan(2_000);
    const [after] = await figures();
    expect(after).toMatchObject({
      people: taken,
      numbers: taken,
      memberships: taken,
      bases: taken,
      work: taken,
    });
    await acceptRoster.run(terminal, rosterId);
    expect((await figures())[0]).toEqual(after);

    const november = month('2026-11');
    const { billId, number } = await runBilling(terminal, { agreementId, from: november, to: november });
    const billed = async () => (await getBill(terminal, billId)).bill.state;
    await requestUndo(terminal, rosterId, 'uji putus', [number]);
    const tables = ['bill_cancellation', 'membership', 'match_key', 'audit_entry'];
    await runKilledAt(undoRoster, rosterId, tables, async () => {
      // Neither the bill is gone nor anybody on it.
      expect([await billed(), await figures()]).toEqual(['unpaid', [after]]);
    });
    expect(await billed()).toBe('cancelled');
    expect((await getRoster(terminal, rosterId)).roster.state).toBe('undone');
    expect((await figures())[0]).toEqual({ ...before[0], bases: taken });
  }, 180_000);
});
