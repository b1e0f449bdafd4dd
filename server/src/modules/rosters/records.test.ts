import { day } from '@payung/kernel';
import { beforeEach, describe, expect, test } from 'vitest';
import { createPartner } from '#partners';
import { getPerson, searchPeople } from '#people';
import { getRoster, listRosterRows } from './service/read.ts';
import { sendRoster } from './service/send.ts';
import { belu, beluLists, fatuketi, listOf, type Person } from './testing/belu-lists.ts';

const lists = await beluLists();
const { terminal } = lists;

let sequence = 0;
let partnerId = '';
/** A number nobody has yet; every test has its own people. */
const nik = (serial: number) => `530405170890${9000 + sequence * 10 + serial}`;
beforeEach(async () => {
  sequence += 1;
  ({ partnerId } = await createPartner(terminal, {
    kind: 'village',
    name: `Desa Fatuketi ${sequence}`,
    area: fatuketi,
  }));
});

/** Sends a list that records Fatuketi. */
function record(people: readonly Partial<Person>[], startsOn = '2026-11-01', area = fatuketi) {
  return lists.record({ area, partnerId }, listOf(...people), { startsOn: day(startsOn) });
}

async function count(table: string): Promise<number> {
  const [row] = await lists.look<{ n: number }>(`select count(*)::int as n from payung.${table}`);
  return row?.n ?? -1;
}

/** Residence and work of whoever is found under the name, the latest first. */
async function factsOf(name: string) {
  const { people } = await searchPeople(terminal, name);
  const [one] = people;
  if (one === undefined) throw new Error(`nobody is called ${name}`);
  const { person, residences, work } = await getPerson(terminal, one.personId);
  return {
    village: person.areaName,
    places: residences.map(({ areaName, from, until }) => `${areaName} ${from} ${until ?? ''}`.trim()),
    work: work.map(({ occupationText, from, until }) => `${occupationText} ${from} ${until ?? ''}`.trim()),
  };
}

describe('a list that records', () => {
  test('records people with and without a NIK, and makes nobody a member', async () => {
    const memberships = await count('membership');
    const rosterId = await record([
      { nik: nik(1), name: 'Agustinus Bere Mau' },
      { nik: '', name: 'Blandina Hoar Seran', birth: '02-03-1991', sex: 'P' },
      { nik: '', name: 'Carolus Luan', birth: '', sex: '' },
    ]);
    expect(await lists.verdicts(rosterId)).toEqual([
      'new new.recorded',
      'new new.recorded',
      'refused person.tooLittle',
    ]);
    await lists.accept(rosterId);
    const { roster } = await getRoster(terminal, rosterId);
    expect(roster).toMatchObject({ state: 'accepted', purpose: 'record', agreementId: null });
    expect([roster.enrolled, roster.recorded, roster.listed]).toEqual([0, 2, 0]);
    expect(await count('membership')).toBe(memberships);
    expect(
      await lists.look(`select state from payung.identifier where person_id in
      (select person_id from payung.person where name = 'Agustinus Bere Mau')`),
    ).toEqual([{ state: 'held' }]);
  });

  test('records those who could not become members: too old, too young, without work', async () => {
    const rosterId = await record([
      { nik: '', name: 'Dominggus Tua', birth: '17-08-1940' },
      { nik: '', name: 'Emilia Kecil', birth: '17-08-2020', sex: 'P' },
      { nik: '', name: 'Fransiska Rumah', sex: 'P', work: 'IRT' },
    ]);
    expect(await lists.verdicts(rosterId)).toEqual(Array(3).fill('new new.recorded'));
  });

  test('a newer list says of each row what changed, and what held before is kept with its dates', async () => {
    const people = [
      { nik: nik(1), name: 'Gabriel Mau' },
      { nik: nik(2), name: 'Hendrikus Mau' },
      { nik: nik(3), name: 'Ignasius Mau' },
    ];
    await lists.accept(await record(people, '2026-10-01'));
    const newer = await record(
      [{ ...people[0], work: 'Nelayan' }, { ...people[1], village: 'Kabuna' }, { ...people[2] }],
      '2026-11-01',
      belu,
    );
    expect(await lists.verdicts(newer)).toEqual([
      'known updated.work',
      'known updated.village',
      'known known.unchanged',
    ]);
    const { rows } = await listRosterRows(terminal, newer, { reason: 'updated.work' });
    expect(rows[0]?.facts).toEqual({ before: 'Petani', now: 'Nelayan' });
    await lists.accept(newer);
    expect((await getRoster(terminal, newer)).roster).toMatchObject({ recorded: 0, listed: 3 });
    expect(await factsOf('Gabriel Mau')).toEqual({
      village: 'Fatuketi',
      places: ['Fatuketi 2026-10-01'],
      work: ['Nelayan 2026-11-01', 'Petani 2026-10-01 2026-11-01'],
    });
    expect(await factsOf('Hendrikus Mau')).toEqual({
      village: 'Kabuna',
      places: ['Kabuna 2026-11-01', 'Fatuketi 2026-10-01 2026-11-01'],
      work: ['Petani 2026-10-01'],
    });
    expect(await factsOf('Ignasius Mau')).toEqual({
      village: 'Fatuketi',
      places: ['Fatuketi 2026-10-01'],
      work: ['Petani 2026-10-01'],
    });
  });

  test('a list that is no newer than what is known changes nothing and says so', async () => {
    const person = { nik: nik(1), name: 'Januarius Mau' };
    await lists.accept(await record([person], '2026-11-01'));
    const older = await record([{ ...person, work: 'Nelayan' }], '2026-11-01');
    expect(await lists.verdicts(older)).toEqual(['known known.notNewer']);
    await lists.accept(older);
    expect((await factsOf('Januarius Mau')).work).toEqual(['Petani 2026-11-01']);
  });

  test('a number that comes later completes the record, and somebody recorded can be enrolled', async () => {
    const person = { name: 'Klemens Bau Tae', birth: '05-05-1985', mother: 'Yuliana Bete' };
    await lists.accept(await record([{ ...person, nik: '' }], '2026-10-01'));
    const completing = await record([{ ...person, nik: '5304050505859001' }], '2026-10-15');
    expect(await lists.verdicts(completing)).toEqual(['known updated.nik']);
    await lists.accept(completing);
    const enrolling = await lists.send(
      await lists.sign(`PKS-R${sequence}`),
      listOf({ ...person, nik: '5304050505859001' }),
    );
    expect(await lists.verdicts(enrolling)).toEqual(['known known.reactivated']);
  });

  test('two rows of one person are taken once', async () => {
    const person = { nik: nik(1), name: 'Lambertus Mau' };
    await lists.accept(await record([person], '2026-10-01'));
    const rosterId = await record([
      { ...person, work: 'Nelayan' },
      { ...person, work: 'Tukang kayu' },
    ]);
    expect(await lists.verdicts(rosterId)).toEqual(['known updated.work', 'known known.repeated']);
    await lists.accept(rosterId);
    expect((await factsOf('Lambertus Mau')).work).toEqual([
      'Nelayan 2026-11-01',
      'Petani 2026-10-01 2026-11-01',
    ]);
  });

  test('the same file for the same day is taken once; outside the area nothing is', async () => {
    const rosterId = await record([{ nik: nik(1), village: 'Kabuna' }]);
    expect(await lists.verdicts(rosterId)).toEqual(['refused village.outOfScope']);
    const content = listOf({ nik: nik(1), village: 'Kabuna' });
    const input = { purpose: 'record', area: fatuketi, partnerId, fileName: 'x.csv', content } as const;
    const again = await sendRoster(terminal, { ...input, startsOn: day('2026-11-01'), policy: 'good_rows' });
    expect(again).toEqual({ rosterId, repeated: true });
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['an area that is not the sender\'s',   fatuketi,       'areas.outsideScope'],
    ['a partner seated elsewhere',          5_305_000_000,  'partners.elsewhere'],
  ] as const)('%s is refused', async (_, area, code) => {
    const sender = code === 'areas.outsideScope'
      ? lists.user('registration_officer', 5_305_000_000)
      : terminal;
    const input = { purpose: 'record', area, partnerId, fileName: 'x.csv', content: listOf({}) } as const;
    await expect(sendRoster(sender, { ...input, startsOn: day('2026-11-01'), policy: 'good_rows' })).rejects.toMatchObject({ code });
  });
});
