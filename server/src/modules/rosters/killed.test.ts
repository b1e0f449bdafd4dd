import { day, month } from '@payung/kernel';
import { describe, expect, test } from 'vitest';
import { getBill, runBilling } from '#billing';
import { read } from '#platform/context';
import { findProgress } from '#platform/jobs';
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

/** Runs the job, and kills it again and again until it has been killed `times` times; then lets it end. */
async function runKilled(
  job: typeof checkRoster,
  rosterId: string,
  times: number,
  when: () => Promise<boolean>,
) {
  for (let killed = 0; killed < times; ) {
    const ended = Promise.withResolvers<boolean>();
    job.run(terminal, rosterId).then(
      () => ended.resolve(true),
      () => ended.resolve(false),
    );
    let over = false;
    void ended.promise.then(() => {
      over = true;
    });
    while (!over) {
      if (await when().catch(() => false)) await kill();
    }
    if (await ended.promise) return killed;
    killed += 1;
  }
  await job.run(terminal, rosterId);
  return times;
}

/**
 * Runs the job once for each of these tables, held so that it can get no further than writing there, and kills it where it waits;
 * then lets it end. Each death must leave everything as it was. Returns how many connections were cut.
 */
async function runKilledAt(
  job: typeof acceptRoster,
  rosterId: string,
  tables: readonly string[],
  asBefore: () => Promise<void>,
): Promise<number> {
  let cut = 0;
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
      cut += await kill();
      expect([table, await ended]).toEqual([table, false]);
    } finally {
      await holder.query('rollback');
      holder.release();
    }
    await asBefore();
  }
  await job.run(terminal, rosterId);
  return cut;
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
    let seen = 0;
    const moved = async () => {
      const progress = await read(terminal, 'rosters.read', (tx) => findProgress(tx, rosterId));
      const done = progress?.phase === 'checking' ? progress.done : 0;
      const further = done > seen;
      seen = done;
      return further;
    };
    const kills = await runKilled(checkRoster, rosterId, 2, moved);
    expect(kills).toBeGreaterThan(0);
    const { roster } = await getRoster(terminal, rosterId);
    expect(roster.state).toBe('checked');
    expect(roster.counts.rowsIn).toBe(people.length + 1);
    expect(
      await lists.look('select count(*)::int as n from payung.roster_row where roster_id = $1', rosterId),
    ).toEqual([{ n: people.length + 1 }]);

    const before = await figures();
    await requestAcceptance(terminal, rosterId);
    const cut = await runKilledAt(acceptRoster, rosterId, ['person', 'membership', 'audit_entry'], async () =>
      expect(await figures()).toEqual(before),
    );
    expect(cut).toBeGreaterThanOrEqual(3);
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
    const cutUndoing = await runKilledAt(
      undoRoster,
      rosterId,
      ['bill_cancellation', 'membership', 'match_key', 'audit_entry'],
      async () => {
        // Neither the bill is gone nor anybody on it.
        expect([await billed(), await figures()]).toEqual(['unpaid', [after]]);
      },
    );
    expect(cutUndoing).toBeGreaterThanOrEqual(4);
    expect(await billed()).toBe('cancelled');
    expect((await getRoster(terminal, rosterId)).roster.state).toBe('undone');
    expect((await figures())[0]).toEqual({ ...before[0], bases: taken });
  }, 180_000);
});
