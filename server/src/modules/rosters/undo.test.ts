import { day, month } from '@payung/kernel';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runBilling } from '#billing';
import { listMemberships } from '#memberships';
import { createPartner } from '#partners';
import { getPerson, searchPeople } from '#people';
import { read } from '#platform/context';
import { findProgress } from '#platform/jobs';
import { checkRoster } from './service/check.ts';
import { decideRow } from './service/decide.ts';
import { getRoster } from './service/read.ts';
import { previewUndo, requestUndo, undoRoster } from './service/undo.ts';
import { belu, beluLists, fatuketi, listOf, type Person } from './testing/belu-lists.ts';

const lists = await beluLists();
const { terminal } = lists;

let sequence = 0;
/** An agreement of its own, and as many people as asked for whom nobody else resembles. */
async function fresh(count: number, names = 'Seran') {
  sequence += 1;
  return { agreementId: await lists.sign(`PKS-U${sequence}`), people: lists.people(count, names) };
}

async function undo(rosterId: string, why = 'daftar yang salah'): Promise<void> {
  await requestUndo(terminal, rosterId, why);
  await undoRoster.run(terminal, rosterId);
}

/** Everything that anybody may count or list: ids and instants left out, what nobody sees left out. */
async function figures() {
  const [people, identifiers, keys, residences, work, memberships, counted] = await Promise.all([
    lists.look(`select name, sex, birth_date::text, area, numbered, cardinality(partners) as partners from payung.person
      where withdrawn_at is null order by name, birth_date`),
    lists.look(
      `select encode(hash, 'hex') as hash, state from payung.identifier where state <> 'withdrawn' order by 1, 2`,
    ),
    lists.look('select count(*)::int as n, sum(hash)::text as sum from payung.match_key'),
    lists.look(
      'select area, rt, rw, during::text from payung.residence where not isempty(during) order by 1, 2, 3, 4',
    ),
    lists.look(
      'select occupation_text, area, during::text from payung.work where not isempty(during) order by 1, 2, 3',
    ),
    lists.look(
      'select segment, area, during::text from payung.membership where not isempty(during) order by 1, 2, 3',
    ),
    lists.look(
      'select area, month, sum(people)::int as people from payung.cover_delta group by 1, 2 order by 1, 2',
    ),
  ]);
  return { people, identifiers, keys, residences, work, memberships, counted };
}

describe('an accepted roster', () => {
  test('that is undone leaves nobody to be found, and may come again', async () => {
    const { agreementId, people } = await fresh(3);
    const before = await figures();
    const rosterId = await lists.send(agreementId, listOf(...people));
    await lists.accept(rosterId);
    expect(await previewUndo(terminal, rosterId)).toEqual({
      memberships: 3,
      withdrawn: 3,
      kept: 0,
      listed: 0,
      seats: 0,
      bills: [],
      covered: 0,
    });
    const [found] = (await searchPeople(terminal, String(people[0]?.nik))).people;
    expect(found?.name).toBe(people[0]?.name);
    await undo(rosterId);
    expect(await figures()).toEqual(before);
    expect((await searchPeople(terminal, String(people[0]?.nik))).people).toEqual([]);
    expect((await searchPeople(terminal, String(people[0]?.name))).people).toEqual([]);
    await expect(getPerson(terminal, found?.personId ?? '')).rejects.toMatchObject({
      code: 'people.notFound',
    });
    const { roster } = await getRoster(terminal, rosterId);
    expect(roster).toMatchObject({
      state: 'undone',
      undone: { why: 'daftar yang salah', by: terminal.actor.id },
    });

    const again = await lists.send(agreementId, listOf(...people));
    expect(again).not.toBe(rosterId);
    expect(await lists.verdicts(again)).toEqual(Array(3).fill('new new.ready'));
    await lists.accept(again);
    expect((await getRoster(terminal, again)).roster).toMatchObject({ state: 'accepted', enrolled: 3 });
  });

  test('leaves a trace: the record, the withdrawn number, and an audit entry with a digest', async () => {
    const { agreementId, people } = await fresh(1);
    const rosterId = await lists.send(agreementId, listOf(...people));
    await lists.accept(rosterId);
    await undo(rosterId);
    expect(
      await lists.look(
        `select i.state, p.withdrawn_at is not null as withdrawn, isempty(m.during) as never
         from payung.person p join payung.identifier i using (person_id) join payung.membership m using (person_id)
         where m.roster_id = $1`,
        rosterId,
      ),
    ).toEqual([{ state: 'withdrawn', withdrawn: true, never: true }]);
    const [entry] = await lists.look<{ facts: object; digest: Buffer }>(
      `select facts, digest from payung.audit_entry where action = 'rosters.undone' and subject_id = $1`,
      rosterId,
    );
    expect(entry?.facts).toMatchObject({ memberships: 1, withdrawn: 1, kept: 0, restored: 0, changed: 0 });
    expect(entry?.digest).toHaveLength(32);
  });

  test('keeps whom another roster names since, with what that one says', async () => {
    const { agreementId, people } = await fresh(2);
    const first = await lists.send(agreementId, listOf(...people));
    await lists.accept(first);
    const second = await lists.send(await lists.sign(`PKS-U${sequence}b`), listOf({ ...people[0] }), {
      startsOn: day('2026-12-01'),
    });
    expect(await lists.verdicts(second)).toEqual(['known known.reactivated']);
    await lists.accept(second);
    await undo(first);
    const { people: still } = await searchPeople(terminal, String(people[0]?.nik));
    expect(still.map(({ name }) => name)).toEqual([people[0]?.name]);
    const { memberships } = await listMemberships(terminal, still[0]?.personId ?? '', month('2026-12'));
    expect(memberships.map(({ from }) => from)).toEqual(['2026-12-01']);
    expect((await searchPeople(terminal, String(people[1]?.nik))).people).toEqual([]);
    // With the second nothing speaks of them any more.
    await undo(second);
    expect((await searchPeople(terminal, String(people[0]?.nik))).people).toEqual([]);
  });

  test('after the next list was checked: who was withdrawn is not enrolled, but asked for anew', async () => {
    const { agreementId, people } = await fresh(2);
    const first = await lists.send(agreementId, listOf(...people));
    await lists.accept(first);
    const terms = { startsOn: day('2026-12-01') };
    const next = await lists.send(await lists.sign(`PKS-U${sequence}c`), listOf(...people), terms);
    expect(await lists.verdicts(next)).toEqual(Array(2).fill('known known.reactivated'));
    await undo(first);
    await lists.accept(next);
    expect((await getRoster(terminal, next)).roster.state).toBe('received');
    await checkRoster.run(terminal, next);
    expect(await lists.verdicts(next)).toEqual(Array(2).fill('new new.ready'));
    await lists.accept(next);
    const members = await lists.look(
      `select p.withdrawn_at from payung.membership m join payung.person p using (person_id)
       where m.roster_id = $1 and not isempty(m.during)`,
      next,
    );
    expect(members).toEqual(Array(2).fill({ withdrawn_at: null }));
    await undo(next);
  });

  test('puts back whom it completed', async () => {
    const { agreementId, people } = await fresh(1);
    const { nik: number, ...person } = people[0] ?? {};
    await lists.accept(await lists.send(agreementId, listOf({ ...person, nik: '' })));
    const before = await figures();
    const completing = await lists.send(agreementId, listOf({ ...person, nik: number ?? '', sex: 'L' }));
    expect(await lists.verdicts(completing)).toEqual(['known known.completed']);
    await lists.accept(completing);
    await undo(completing);
    expect(await figures()).toEqual(before);
    expect((await searchPeople(terminal, String(number))).people).toEqual([]);
    const [again] = (await searchPeople(terminal, String(person.name))).people;
    expect((await getPerson(terminal, again?.personId ?? '')).nikMasked).toBeNull();
  });

  test('of a list that records takes back what it said, and a later list stands', async () => {
    const { people } = await fresh(2);
    const { partnerId } = await createPartner(terminal, {
      kind: 'village',
      name: `Desa U${sequence}`,
      area: fatuketi,
    });
    const of = { area: belu, partnerId };
    const send = (startsOn: string, ...rows: Partial<Person>[]) =>
      lists.record(of, listOf(...rows), { startsOn: day(startsOn) });
    await lists.accept(await send('2026-08-01', ...people));
    const before = await figures();
    const second = await send(
      '2026-09-01',
      { ...people[0], work: 'Nelayan', village: 'Kabuna' },
      { ...people[1] },
    );
    await lists.accept(second);
    const middle = await figures();
    expect(middle.work).not.toEqual(before.work);
    await undo(second);
    expect(await figures()).toEqual(before);

    const third = await send('2026-09-15', { ...people[0], work: 'Nelayan', village: 'Kabuna' });
    await lists.accept(third);
    const fourth = await send('2026-10-01', { ...people[0], work: 'Penenun', village: 'Fatuketi' });
    await lists.accept(fourth);
    await undo(third);
    const [found] = (await searchPeople(terminal, String(people[0]?.nik))).people;
    const file = await getPerson(terminal, found?.personId ?? '');
    expect(file.work.map(({ occupationText, from, until }) => [occupationText, from, until])).toEqual([
      ['Penenun', '2026-10-01', null],
      ['Petani', '2026-08-01', '2026-10-01'],
    ]);
    expect(file.residences.map(({ areaName, from, until }) => [areaName, from, until])).toEqual([
      ['Fatuketi', '2026-10-01', null],
      ['Fatuketi', '2026-08-01', '2026-10-01'],
    ]);
  });

  test('ends a dispute that it began', async () => {
    const { agreementId, people } = await fresh(1);
    await lists.accept(await lists.send(agreementId, listOf(...people)));
    const before = await figures();
    const claim = { ...people[0], name: 'Xaverius Lain Sekali', mother: 'Ibu Lain' };
    const disputing = await lists.send(agreementId, listOf(claim));
    await decideRow(terminal, disputing, 2, { choice: 'new' });
    await lists.accept(disputing);
    expect((await figures()).identifiers).toContainEqual(expect.objectContaining({ state: 'disputed' }));
    await undo(disputing);
    expect(await figures()).toEqual(before);
  });
});

describe('is not undone', () => {
  test('while its people are billed, and the bills are named', async () => {
    const { agreementId, people } = await fresh(1);
    const rosterId = await lists.send(agreementId, listOf(...people));
    await lists.accept(rosterId);
    const { number } = await runBilling(terminal, {
      agreementId,
      from: month('2026-11'),
      to: month('2026-11'),
    });
    expect((await previewUndo(terminal, rosterId)).bills).toMatchObject([
      { number, state: 'unpaid', payments: [] },
    ]);
    await expect(requestUndo(terminal, rosterId, 'salah')).rejects.toMatchObject({
      code: 'rosters.undoBilled',
      facts: { bills: [number] },
    });
    // A roster of the same agreement that came after the bill is not on it.
    const { people: others } = await fresh(1, 'Kali');
    const later = await lists.send(agreementId, listOf(...others));
    await lists.accept(later);
    await undo(later);
    expect((await getRoster(terminal, later)).roster.state).toBe('undone');
  });

  test('when its people are billed after it was asked for: it stays accepted and says why', async () => {
    const { agreementId, people } = await fresh(1);
    const rosterId = await lists.send(agreementId, listOf(...people));
    await lists.accept(rosterId);
    await requestUndo(terminal, rosterId, 'salah');
    await runBilling(terminal, { agreementId, from: month('2026-11'), to: month('2026-11') });
    await undoRoster.run(terminal, rosterId);
    expect((await getRoster(terminal, rosterId)).roster.state).toBe('accepted');
    const progress = await read(terminal, 'rosters.read', (tx) => findProgress(tx, rosterId));
    expect(progress).toMatchObject({ finished: true, problem: { code: 'rosters.undoBilled' } });
  });

  test('before it is accepted, twice, or by somebody who answers for a part of it', async () => {
    const { agreementId, people } = await fresh(1);
    const rosterId = await lists.send(agreementId, listOf(...people));
    await expect(requestUndo(terminal, rosterId, 'salah')).rejects.toMatchObject({
      code: 'rosters.notAccepted',
    });
    await lists.accept(rosterId);
    for (const [area, code] of [
      [fatuketi, 'rosters.notFound'],
      [5_305_000_000, 'rosters.notFound'],
    ] as const) {
      const other = lists.user('registration_officer', area);
      await expect(requestUndo(other, rosterId, 'salah')).rejects.toMatchObject({ code });
    }
    const village = lists.user('village_operator', belu);
    await expect(requestUndo(village, rosterId, 'salah')).rejects.toMatchObject({ code: 'auth.forbidden' });
    await undo(rosterId);
    await expect(requestUndo(terminal, rosterId, 'salah')).rejects.toMatchObject({
      code: 'rosters.notAccepted',
    });
  });
});

test('accepting and undoing rosters in any order ends where it began', async () => {
  const { agreementId, people } = await fresh(6, 'Hale');
  const other = await lists.sign(`PKS-U${sequence}c`);
  const before = await figures();
  await fc.assert(
    fc.asyncProperty(
      fc.subarray(people, { minLength: 1 }),
      fc.subarray(people, { minLength: 1 }),
      fc.boolean(),
      async (one, two, firstFirst) => {
        const a = await lists.send(agreementId, listOf(...one), { startsOn: day('2026-11-01') });
        await lists.accept(a);
        const b = await lists.send(other, listOf(...two), { startsOn: day('2026-12-01') });
        await lists.accept(b);
        for (const rosterId of firstFirst ? [a, b] : [b, a]) await undo(rosterId);
        expect(await figures()).toEqual(before);
      },
    ),
    { numRuns: 4 },
  );
});
