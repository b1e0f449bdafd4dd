import { day } from '@payung/kernel';
import { describe, expect, test } from 'vitest';
import { listDuplicates, searchArea, searchDuplicates } from '#duplicates';
import { appoint } from '#offices';
import { addDeath, holdForDeath, recordDeath, searchPeople, withdrawDeath } from '#people';
import { change } from '#platform/context';
import { say } from '#platform/messages';
import { getRegistration } from '#registration';
import { connectModules } from '../../api.ts';
import { decideRow } from './service/decide.ts';
import { getRoster } from './service/read.ts';
import { listReview } from './service/review.ts';
import { requestUndo, undoRoster } from './service/undo.ts';
import { belu, beluLists, fatuketi, listOf } from './testing/belu-lists.ts';

const lists = await beluLists();
connectModules();
const { terminal } = lists;
const officer = lists.user('registration_officer', belu);

let people = 0;
/** Somebody whom nobody else resembles. */
function somebody() {
  people += 1;
  const year = 1970 + people;
  const first = [
    'Agustinus',
    'Benyamin',
    'Carolus',
    'Dominikus',
    'Egidius',
    'Gaspar',
    'Hilarius',
    'Kanisius',
  ];
  const last = ['Tae', 'Luan', 'Mali', 'Asa', 'Leki', 'Moruk', 'Bria', 'Klau'];
  return {
    nik: `5304051708${String(year).slice(2)}9001`,
    name: `${first[people % 8]} ${last[people % 8]}`,
    birth: `17-08-${year}`,
    mother: `Ibu ${first[people % 8]}`,
  };
}
let agreements = 0;
function agree() {
  agreements += 1;
  return lists.sign(`PKS-D${agreements}`);
}
const idOf = async ({ nik }: { nik: string }) =>
  (await searchPeople(terminal, nik)).people[0]?.personId ?? '';
const die = (personId: string) =>
  recordDeath(officer, {
    personId,
    diedOn: day('2026-11-03'),
    evidence: 'village_letter',
    reference: '474.3/12/DS/2026',
    note: null,
  });
const spans = async (personId: string) =>
  (
    await lists.look<{ during: string }>('select during::text from membership where person_id = $1', personId)
  ).map(({ during }) => during);

describe('a list that names somebody dead', () => {
  test('does not enrol them: the row is told why, and what to do', async () => {
    const person = somebody();
    await lists.accept(await lists.send(await agree(), listOf(person)));
    await die(await idOf(person));
    const rosterId = await lists.send(await agree(), listOf(person));
    expect(await lists.verdicts(rosterId)).toEqual(['refused person.dead']);
    expect(say('id', 'person.dead').remedy).toContain('batalkan kematiannya');
    await withdrawDeath(officer, await idOf(person), 'Orang lain dengan nama sama');
    expect(await lists.verdicts(await lists.send(await agree(), listOf(person)))).toEqual([
      expect.stringMatching(/^known/),
    ]);
  });

  test('under another number is asked with the day they died; whoever is the same is refused, not enrolled', async () => {
    const person = somebody();
    await lists.accept(await lists.send(await agree(), listOf(person)));
    await die(await idOf(person));
    const rosterId = await lists.send(
      await agree(),
      listOf({ ...person, nik: person.nik.replace('9001', '9003') }),
    );
    expect((await lists.verdicts(rosterId))[0]).toMatch(/^doubtful/);
    const { rows } = await listReview(officer, rosterId, {});
    expect(rows[0]?.person.diedOn).toBeNull();
    expect(rows[0]?.candidates).toMatchObject([{ kind: 'person', person: { diedOn: '2026-11-03' } }]);
    await decideRow(officer, rosterId, 2, { choice: 'same', candidate: 1 });
    expect(await lists.verdicts(rosterId)).toEqual(['refused person.dead']);
    expect((await getRoster(terminal, rosterId)).roster).toMatchObject({
      enrolled: 0,
      counts: { doubtful: 0, refused: 1 },
    });
    await decideRow(officer, rosterId, 2, { choice: 'new' });
    expect(await lists.verdicts(rosterId)).toEqual(['new new.decided']);
  });

  test('and was checked before they died is checked again instead of accepted', async () => {
    const person = somebody();
    await lists.accept(await lists.send(await agree(), listOf(person)));
    const personId = await idOf(person);
    await lists.look(
      `update membership set during = '[2026-01-01,2026-02-01)' where person_id = $1`,
      personId,
    );
    const rosterId = await lists.send(await agree(), listOf(person, somebody()));
    expect((await lists.verdicts(rosterId))[0]).toBe('known known.reactivated');
    await die(personId);
    await lists.accept(rosterId);
    expect(await getRoster(terminal, rosterId)).toMatchObject({ roster: { state: 'received' } });
    expect(await spans(personId)).toHaveLength(1);
  });

  test('and is undone while the death is recorded waits for it, and both are done', async () => {
    const person = somebody();
    const rosterId = await lists.send(await agree(), listOf(person));
    await lists.accept(rosterId);
    const personId = await idOf(person);
    await requestUndo(terminal, rosterId, 'daftar yang salah');
    const held = Promise.withResolvers<void>();
    const released = Promise.withResolvers<void>();
    // Has the locks of a death, and has not reached the membership yet.
    const death = change(officer, 'deaths.record', async (tx) => {
      await holdForDeath(tx, [personId], true);
      held.resolve();
      await released.promise;
      await addDeath(
        tx,
        {
          personId,
          diedOn: day('2026-11-03'),
          evidence: 'family_report',
          reference: null,
          note: null,
        },
        null,
      );
    });
    await held.promise;
    const undoing = undoRoster.run(terminal, rosterId);
    for (let waiting = 0; waiting === 0; ) {
      const rows = await lists.look(
        `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      waiting = rows.length;
    }
    released.resolve();
    await Promise.all([death, undoing]);
    expect(await getRoster(terminal, rosterId)).toMatchObject({ roster: { state: 'undone' } });
    expect(await spans(personId)).toEqual(['empty']);
  });

  test('and is undone stays undone when they turn out to live', async () => {
    const person = somebody();
    const rosterId = await lists.send(await agree(), listOf(person));
    await lists.accept(rosterId);
    const personId = await idOf(person);
    const terms = { label: null, decreeNumber: null, decreeDay: null, from: day('2026-11-01'), termTo: null };
    await appoint(terminal, fatuketi, 'kepala_desa', { personId, ...terms });
    await lists.look(`update office_holding set roster_id = $1 where person_id = $2`, rosterId, personId);
    await die(personId);
    await requestUndo(terminal, rosterId, 'daftar yang salah');
    await undoRoster.run(terminal, rosterId);
    await withdrawDeath(officer, personId, 'Orang lain dengan nama sama');
    expect(await spans(personId)).toEqual(['empty']);
    expect(
      await lists.look('select during::text from office_holding where person_id = $1', personId),
    ).toEqual([{ during: '[2026-11-01,2026-11-04)' }]);
  });
});

test('somebody dead is on no registration sheet', async () => {
  const person = somebody();
  await lists.accept(await lists.send(await agree(), listOf(person)));
  const personId = await idOf(person);
  const waiting = async () => {
    const { ready, incompleteTotal } = await getRegistration(officer);
    return ready + incompleteTotal;
  };
  const before = await waiting();
  await die(personId);
  expect(await waiting()).toBe(before - 1);
  await withdrawDeath(officer, personId, 'Orang lain dengan nama sama');
  expect(await waiting()).toBe(before);
});

test('somebody dead is offered as nobody’s duplicate', async () => {
  const person = somebody();
  await lists.accept(await lists.send(await agree(), listOf(person)));
  const personId = await idOf(person);
  const twin = { ...person, nik: person.nik.replace('9001', '9002'), name: 'Petrus Mau' };
  await lists.accept(await lists.send(await agree(), listOf(twin)));
  await lists.look(
    `update person p set name = o.name, name_key = o.name_key, name_turned = o.name_turned from person o
     where p.name = 'Petrus Mau' and o.person_id = $1`,
    personId,
  );
  const offered = async () => {
    await searchArea.run(terminal, await searchDuplicates(terminal, belu));
    return JSON.stringify(await listDuplicates(terminal, {})).includes(personId);
  };
  expect(await offered()).toBe(true);
  await die(personId);
  expect(await offered()).toBe(false);
});
