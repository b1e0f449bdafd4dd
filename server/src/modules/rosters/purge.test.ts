import { describe, expect, test } from 'vitest';
import { lookIntoRoster } from './mapping/look.ts';
import { requestAcceptance } from './service/accept.ts';
import { decideRow } from './service/decide.ts';
import { keptDays, purgeRosters, waitingDays } from './service/purge.ts';
import { getRoster, getWorkbook, listRosterRows } from './service/read.ts';
import { requestUndo, undoRoster } from './service/undo.ts';
import { beluLists, listOf } from './testing/belu-lists.ts';

const lists = await beluLists();
const { terminal } = lists;

let sequence = 0;
/** Somebody who can be enrolled, somebody else with the same number, and somebody without a real one. */
async function threeRows() {
  sequence += 1;
  const good = { nik: `530405170890${9_100 + sequence}`, name: `Leonardus Tae ${'ABCDEF'[sequence]}` };
  const claimant = { ...good, name: 'Xaverius Lain Sekali', mother: 'Ibu Lain' };
  const content = listOf(good, claimant, { nik: '77', name: 'Hilarius Manek' });
  const agreementId = await lists.sign(`PKS-H${sequence}`);
  return { agreementId, content, rosterId: await lists.send(agreementId, content) };
}

/** Lets days go by for a roster, since it was accepted or since it was checked. */
const age = (rosterId: string, column: 'accepted_at' | 'checked_at', days: number) =>
  lists.look(
    `update payung.roster set ${column} = $2::timestamptz - $3 * interval '1 day' where roster_id = $1`,
    rosterId,
    terminal.platform.clock.now().toISOString(),
    days,
  );

/** What is still there of a roster. */
const left = async (rosterId: string) =>
  (
    await lists.look(
      `select (select count(*)::int from intake.prepared_row where roster_id = r.roster_id) as prepared,
         f.purged_at is null as file
       from payung.roster r join payung.stored_file f using (file_id) where r.roster_id = $1`,
      rosterId,
    )
  )[0];

const named = async (rosterId: string) =>
  (await listRosterRows(terminal, rosterId, {})).rows
    .filter(({ verdict }) => verdict !== 'ignored')
    .map(({ verdict, name, nikMasked }) => [verdict, name !== null, nikMasked !== null]);

describe('thirty days after acceptance', () => {
  test('the names of those go who are nobody of the base; verdicts and reasons stay', async () => {
    const { rosterId } = await threeRows();
    await lists.accept(rosterId);
    await age(rosterId, 'accepted_at', keptDays);
    expect(await purgeRosters(terminal)).toBe(0);
    const before = await lists.verdicts(rosterId);
    await age(rosterId, 'accepted_at', keptDays + 1);
    expect(await purgeRosters(terminal)).toBe(1);
    expect(await lists.verdicts(rosterId)).toEqual(before);
    expect(await named(rosterId)).toEqual([
      ['new', true, true],
      ['doubtful', false, false],
      ['refused', false, false],
    ]);
    expect(await left(rosterId)).toEqual({ prepared: 0, file: false });
  });

  test('of a list that was undone all names go', async () => {
    const { rosterId } = await threeRows();
    await lists.accept(rosterId);
    await requestUndo(terminal, rosterId, 'daftar yang salah');
    await undoRoster.run(terminal, rosterId);
    await age(rosterId, 'accepted_at', keptDays + 1);
    expect(await purgeRosters(terminal)).toBe(1);
    expect((await named(rosterId)).map(([, name]) => name)).toEqual([false, false, false]);
  });
});

describe('a list that nobody accepts', () => {
  test('is destroyed after ninety days, verdicts too, and says so; a day before it is not', async () => {
    const { rosterId } = await threeRows();
    await age(rosterId, 'checked_at', waitingDays);
    expect(await purgeRosters(terminal)).toBe(0);
    expect((await getRoster(terminal, rosterId)).roster.state).toBe('checked');
    await age(rosterId, 'checked_at', waitingDays + 1);
    expect(await purgeRosters(terminal)).toBe(1);
    expect(await purgeRosters(terminal)).toBe(0);
    const { roster, reasons } = await getRoster(terminal, rosterId);
    expect(roster).toMatchObject({
      state: 'failed',
      problem: { code: 'rosters.expired', facts: { days: waitingDays } },
    });
    expect(reasons).toEqual([]);
    expect(await left(rosterId)).toEqual({ prepared: 0, file: false });
    expect(
      await lists.look('select action from payung.audit_entry where subject_id = $1 order by id', rosterId),
    ).toMatchObject([
      { action: 'rosters.sent' },
      { action: 'rosters.expired' },
      { action: 'rosters.purged' },
    ]);
    await expect(requestAcceptance(terminal, rosterId)).rejects.toMatchObject({ code: 'rosters.notChecked' });
    await expect(getWorkbook(terminal, rosterId)).rejects.toMatchObject({ code: 'rosters.notChecked' });
    await expect(lookIntoRoster(terminal, rosterId)).rejects.toMatchObject({ code: 'rosters.expired' });
  });

  test('two servers that purge at once: one expires and purges it, the other does nothing', async () => {
    const { rosterId } = await threeRows();
    await age(rosterId, 'checked_at', waitingDays + 1);
    const other = await lists.database.superuser.connect();
    try {
      await other.query('begin');
      await other.query('select from payung.roster where roster_id = $1 for update', [rosterId]);
      const purging = [purgeRosters(terminal), purgeRosters(terminal)];
      await expect
        .poll(() =>
          lists.look(
            `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
          ),
        )
        .toHaveLength(2);
      await other.query('commit');
      await Promise.all(purging);
    } finally {
      other.release();
    }
    expect(
      await lists.look('select action from payung.audit_entry where subject_id = $1 order by id', rosterId),
    ).toMatchObject([
      { action: 'rosters.sent' },
      { action: 'rosters.expired' },
      { action: 'rosters.purged' },
    ]);
  });

  test('waits on while somebody decides its rows', async () => {
    const { rosterId } = await threeRows();
    await age(rosterId, 'checked_at', waitingDays + 1);
    await decideRow(terminal, rosterId, 3, { choice: 'left' });
    expect(await purgeRosters(terminal)).toBe(0);
    expect((await getRoster(terminal, rosterId)).roster.state).toBe('checked');
    await lists.look(
      `update payung.roster_decision set recorded_at = recorded_at - interval '200 days' where roster_id = $1`,
      rosterId,
    );
    expect(await purgeRosters(terminal)).toBe(1);
  });

  test('stands in nobody’s way: the same file may come again', async () => {
    const { rosterId, agreementId, content } = await threeRows();
    expect(await lists.send(agreementId, content)).toBe(rosterId);
    await age(rosterId, 'checked_at', waitingDays + 1);
    await purgeRosters(terminal);
    const again = await lists.send(agreementId, content);
    expect(again).not.toBe(rosterId);
    expect(await lists.verdicts(again)).toHaveLength(3);
  });
});
