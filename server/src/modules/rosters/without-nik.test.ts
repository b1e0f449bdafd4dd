import { beforeEach, describe, expect, test } from 'vitest';
import { searchPeople } from '#people';
import { acceptRoster, requestAcceptance } from './service/accept.ts';
import { checkRoster } from './service/check.ts';
import { decideRow } from './service/decide.ts';
import { getRoster } from './service/read.ts';
import { listReview } from './service/review.ts';
import { belu, beluLists, listOf, type Person } from './testing/belu-lists.ts';

const { terminal, user, sign, send, accept, verdicts, look } = await beluLists();
const officer = user('registration_officer', belu);

let sequence = 0;
let agreementId = '';
const newNik = () => `5304051708${String(909_100 + ++sequence)}`;
beforeEach(async () => {
  agreementId = await sign(`PKS-${++sequence}`);
});

const none = { nik: '-' };
const named = (name: string) =>
  look<{ person_id: string; numbered: boolean; sex: string | null; birth_date: string | null }>(
    'select person_id, numbered, sex, birth_date::text from person where name = $1 order by person_id',
    name,
  );
/** Records somebody without a NIK, under an agreement of their own. */
async function recorded(person: Partial<Person>): Promise<void> {
  await accept(await send(await sign(`PKS-before-${++sequence}`), listOf({ ...none, ...person })));
}

describe('a row without a NIK', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    ['says all but the NIK',           { name: 'Abel Abanat' },                             'new new.withoutNik'],
    ['says no birth date',             { name: 'Basilius Bakoil', birth: '' },              'new new.withoutNik'],
    ['says no sex',                    { name: 'Celsus Dethan', sex: '' },                  'new new.withoutNik'],
    ['says neither',                   { name: 'Damasus Foenay', sex: '', birth: '' },      'refused person.tooLittle'],
    ['says no village',                { name: 'Evaristus Ganggut', village: '' },           'refused village.missing'],
    ['is of somebody aged 70',         { name: 'Felix Humau', birth: '02-11-1955' },       'refused age.tooOld'],
    ['is marked as deceased',          { name: 'Gaius Isliko (Alm)' },                      'doubtful name.deceased'],
    ['has a NIK of 15 digits instead', { name: 'Hilarius Jehadut', nik: '530405170890900' }, 'refused nik.length'],
  ] as const)('%s', async (_, person, expected) => {
    expect(await verdicts(await send(agreementId, listOf({ ...none, ...person })))).toEqual([expected]);
  });

  test('is recorded by acceptance, not enrolled, and not found by a number', async () => {
    const rosterId = await send(agreementId, listOf({ ...none, name: 'Inosensius Koroh' }));
    expect((await getRoster(terminal, rosterId)).roster).toMatchObject({ enrolled: 0, recorded: 1 });
    await accept(rosterId);
    expect((await getRoster(terminal, rosterId)).roster).toMatchObject({ state: 'accepted', enrolled: 0 });
    expect(await named('Inosensius Koroh')).toMatchObject([
      { numbered: false, sex: 'L', birth_date: '1990-08-17' },
    ]);
    expect(await look('select from membership where roster_id = $1', rosterId)).toEqual([]);
    expect((await searchPeople(terminal, 'Inosensius')).people).toHaveLength(1);
  });

  test('stands in the way of all or nothing', async () => {
    const content = listOf({ nik: newNik(), name: 'Yulius Lakapu' }, { ...none, name: 'Kaliktus Malelak' });
    const rosterId = await send(agreementId, content, { policy: 'all_or_nothing' });
    await expect(requestAcceptance(terminal, rosterId)).rejects.toMatchObject({ code: 'rosters.notAllGood' });
  });

  // biome-ignore format: aligned table of cases
  test.each([
    // recorded before                              comes again as                            becomes
    ['Liberius Nahas',  {},                          {},                                       'known known.withoutNik'],
    ['Marselinus Oematan', {},                         { mother: '' },                           'doubtful doubtful.similar'],
    ['Nikolas Panie',   {},                          { mother: 'Yuliana Bete' },               'new new.withoutNik'],
    ['Ormisdas Ratukore',  { birth: '', mother: '' },   { birth: '', mother: '' },                'doubtful doubtful.similar'],
    ['Paskalis Sabneno',  { birth: '' },               { birth: '', village: 'Dualaus' },        'new new.withoutNik'],
    ['Romanus Toepitu',   { birth: '' },               {},                                       'doubtful doubtful.similar'],
  ] as const)('%s, %o, sent again with %o: %s', async (name, before, again, expected) => {
    await recorded({ name, ...before });
    expect(await verdicts(await send(agreementId, listOf({ ...none, name, ...again })))).toEqual([expected]);
  });

  test('of somebody who is known with a NIK enrols them when name, birth date and mother agree', async () => {
    await accept(
      await send(await sign(`PKS-nik-${sequence}`), listOf({ nik: newNik(), name: 'Silverius Ully' })),
    );
    const rosterId = await send(agreementId, listOf({ ...none, name: 'Silverius Ully' }));
    expect(await verdicts(rosterId)).toEqual(['known known.reactivated']);
    await accept(rosterId);
    expect(await named('Silverius Ully')).toHaveLength(1);
  });

  test('twice in one file is one person', async () => {
    const row = { ...none, name: 'Telesforus Wadu' };
    const rosterId = await send(agreementId, listOf(row, row));
    expect(await verdicts(rosterId)).toEqual(['new new.withoutNik', 'known known.repeated']);
    await accept(rosterId);
    expect(await named('Telesforus Wadu')).toHaveLength(1);
  });
});

describe('a later row with the NIK', () => {
  test('completes the person when name, birth date and mother agree: one person, enrolled, found by number', async () => {
    await recorded({ name: 'Urbanus Zacharias' });
    const nik = newNik();
    const rosterId = await send(agreementId, listOf({ nik, name: 'Urbanus Zacharias' }));
    expect(await verdicts(rosterId)).toEqual(['known known.completed']);
    const [before] = await named('Urbanus Zacharias');
    await accept(rosterId);
    expect(await named('Urbanus Zacharias')).toEqual([{ ...before, numbered: true }]);
    expect((await searchPeople(terminal, nik)).people).toMatchObject([{ personId: before?.person_id }]);
    const again = await send(agreementId, listOf({ nik, name: 'Urbanus Zacharias', work: 'Nelayan' }));
    expect(await verdicts(again)).toEqual(['known known.member']);
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['same', 'Valentinus Adoe', { choice: 'same', candidate: 1 } as const, 'known known.completed', 1],
    ['new',  'Wendelinus Biredoko', { choice: 'new' } as const,                'new new.decided',       2],
  ] as const)('is asked when the mother is not known: %s', async (_, name, choice, becomes, people) => {
    await recorded({ name, mother: '' });
    const nik = newNik();
    const rosterId = await send(agreementId, listOf({ nik, name, mother: '' }));
    expect(await verdicts(rosterId)).toEqual(['doubtful doubtful.similar']);
    await decideRow(officer, rosterId, 2, choice);
    expect(await verdicts(rosterId)).toEqual([becomes]);
    await accept(rosterId);
    const found = await named(name);
    expect(found).toHaveLength(people);
    expect(found.filter(({ numbered }) => numbered)).toHaveLength(1);
    expect((await searchPeople(terminal, nik)).people).toHaveLength(1);
  });

  test('does not complete somebody whom another list completed meanwhile: the roster is checked again', async () => {
    await recorded({ name: 'Hubertus Manafe' });
    const [first, second] = [await sign(`PKS-a-${sequence}`), await sign(`PKS-b-${sequence}`)];
    const row = { nik: newNik(), name: 'Hubertus Manafe' };
    const [one, other] = [await send(first, listOf(row)), await send(second, listOf(row))];
    await accept(one);
    await accept(other);
    expect((await getRoster(terminal, other)).roster.state).toBe('received');
    await checkRoster.run(terminal, other);
    expect(await verdicts(other)).toEqual(['known known.reactivated']);
  });

  test('a doubt without a NIK, decided as somebody new, is recorded only', async () => {
    await recorded({ name: 'Yosafat Dju', mother: '' });
    const rosterId = await send(agreementId, listOf({ ...none, name: 'Yosafat Dju', mother: '' }));
    expect((await listReview(officer, rosterId, {})).rows[0]?.person.nikMasked).toBeNull();
    await decideRow(officer, rosterId, 2, { choice: 'new' });
    expect(await verdicts(rosterId)).toEqual(['new new.withoutNik']);
    expect((await getRoster(terminal, rosterId)).roster).toMatchObject({ enrolled: 0, recorded: 1 });
    await accept(rosterId);
    expect(await named('Yosafat Dju')).toHaveLength(2);
  });
});

describe('two imports at one moment', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    ['neither has the NIK',       'Zefirinus Edon',  none,                   none],
    ['one of them has the NIK',   'Anterus Fanggidae',    none,                   { nik: newNik() }],
    ['the other one has it',      'Bonosus Giri',    { nik: newNik() },      none],
    ['no birth date on either',   'Konon Haning',      { ...none, birth: '' }, { ...none, birth: '' }],
  ] as const)('%s: one person, and the other list is checked again', async (_, name, left, right) => {
    const agreements = [await sign(`PKS-l-${++sequence}`), await sign(`PKS-r-${sequence}`)] as const;
    const rosters = [
      await send(agreements[0], listOf({ name, ...left })),
      await send(agreements[1], listOf({ name, ...right })),
    ];
    for (const rosterId of rosters) await requestAcceptance(terminal, rosterId);
    await Promise.all(rosters.map((rosterId) => acceptRoster.run(terminal, rosterId)));
    expect(await named(name)).toHaveLength(1);
    const states = await Promise.all(
      rosters.map(async (rosterId) => (await getRoster(terminal, rosterId)).roster.state),
    );
    expect([...states].sort()).toEqual(['accepted', 'received']);
  });

  test('in different villages, or all with NIKs, they do not hinder each other', async () => {
    const agreements = [await sign(`PKS-l-${++sequence}`), await sign(`PKS-r-${sequence}`)] as const;
    const rosters = [
      await send(
        agreements[0],
        listOf(
          { ...none, name: 'Dionisius Ina' },
          { nik: newNik(), name: 'Eusebius Jacob', village: 'Dualaus' },
        ),
      ),
      await send(agreements[1], listOf({ nik: newNik(), name: 'Fabianus Kolo', village: 'Dualaus' })),
    ];
    for (const rosterId of rosters) await requestAcceptance(terminal, rosterId);
    await Promise.all(rosters.map((rosterId) => acceptRoster.run(terminal, rosterId)));
    for (const rosterId of rosters) {
      expect((await getRoster(terminal, rosterId)).roster.state).toBe('accepted');
    }
  });
});
