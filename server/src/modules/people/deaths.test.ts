import { day } from '@payung/kernel';
import { describe, expect, test } from 'vitest';
import { loadAreas } from '#areas';
import type { Context } from '#platform/context';
import { newId } from '#platform/ids';
import { refusalOf, testPlatform } from '#testing';
import { createApp } from '../../api.ts';
import { type DeathInput, recordDeath, withdrawDeath } from './deaths.ts';
import { mergePeople, undoMerge } from './merges.ts';
import { getPerson } from './service.ts';

const { platform, terminal, user, database } = await testPlatform();
await loadAreas(terminal);
const belu = 5_304_000_000;
const inBelu = 5_304_052_002;
const inAlor = 5_305_011_001;
const officer = user('registration_officer', belu);
const steward = user('registration_officer', 5_300_000_000);

/** Puts a person into the base as enrolment does, born on 17 August 1990. */
async function put(name = 'Paulus Contoh', area = inBelu) {
  const personId = newId();
  await database.superuser.query(
    `insert into person (person_id, name, name_key, name_turned, birth_date, birth_precision, area, sealed, numbered, example)
     values ($1, $2, lower($2), lower($2), '1990-08-17', 'day', $3, $4, false, true)`,
    [personId, name, area, platform.sealer.seal(personId, { mother: 'Maria Hoar' })],
  );
  return personId;
}

const report = { evidence: 'family_report', reference: null, note: null } as const;
const letter = { evidence: 'village_letter', reference: '474.3/12/DS/2026', note: null } as const;
const die = (personId: string, diedOn: string, more: Partial<DeathInput> = report, ctx = officer) =>
  recordDeath(ctx, { personId, diedOn: day(diedOn), ...report, ...more });
const codeOf = async (attempt: Promise<unknown>) => (await refusalOf(attempt))?.code;
const diedOn = async (personId: string) => (await getPerson(terminal, personId)).person.diedOn;

describe('a death', () => {
  test('is written to the person with day, paper, who and when; a word is reported, a paper certifies', async () => {
    const [one, other] = [await put(), await put()];
    await die(one, '2026-11-03', letter);
    await die(other, '2026-11-03');
    expect(await getPerson(officer, one)).toMatchObject({
      person: { diedOn: '2026-11-03' },
      deaths: [{ ...letter, certified: true, diedOn: '2026-11-03', by: officer.actor.id, withdrawn: null }],
    });
    expect((await getPerson(officer, other)).deaths).toMatchObject([{ certified: false, reference: null }]);
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['today',                                '2026-11-20', {},                                          undefined],
    ['tomorrow',                             '2026-11-21', {},                                          'people.deathAhead'],
    ['on the day of birth',                  '1990-08-17', {},                                          undefined],
    ['the day before',                       '1990-08-16', {},                                          'people.deathBeforeBirth'],
    ['by a letter without its number',       '2026-11-03', { ...letter, reference: null },              'people.deathWithoutNumber'],
    ['by a number that is a NIK',            '2026-11-03', { ...letter, reference: '5304051708909001' }, 'request.invalid'],
    ['with a NIK in the remark',             '2026-11-03', { note: 'NIK 5304051708909001' },            'request.invalid'],
  ])('%s', async (_, on, more, code) => {
    expect(await codeOf(die(await put(), on, more))).toBe(code);
  });

  test('of somebody dead is refused, unless a paper follows a report: its day holds then', async () => {
    const personId = await put();
    await die(personId, '2026-11-03');
    expect(await refusalOf(die(personId, '2026-11-04'))).toEqual({
      code: 'people.diedAlready',
      facts: { day: '2026-11-03' },
    });
    await die(personId, '2026-11-02', letter);
    expect(await diedOn(personId)).toBe('2026-11-02');
    expect(await codeOf(die(personId, '2026-11-03', letter))).toBe('people.diedAlready');
  });

  test('is withdrawn with a reason, and everything said stays on record', async () => {
    const personId = await put();
    await die(personId, '2026-11-03');
    await die(personId, '2026-11-02', letter);
    await withdrawDeath(officer, personId, 'Orang lain dengan nama sama');
    expect(await diedOn(personId)).toBeNull();
    expect((await getPerson(officer, personId)).deaths.map(({ withdrawn }) => withdrawn?.reason)).toEqual([
      'Orang lain dengan nama sama',
      'Orang lain dengan nama sama',
    ]);
    expect(await codeOf(withdrawDeath(officer, personId, 'sekali lagi'))).toBe('people.notDead');
    await die(personId, '2026-11-05');
    expect(await diedOn(personId)).toBe('2026-11-05');
  });

  test('leaves who, when and on what in the log, and neither name, number of the paper, day nor reason', async () => {
    const personId = await put('Rahasia Sekali');
    const death = await die(personId, '2026-11-03', letter);
    await withdrawDeath(officer, personId, 'Orang lain dengan nama sama');
    const { rows } = await database.superuser.query(
      'select action, actor, facts from audit_entry where subject_id = $1 order by id',
      [personId],
    );
    const actor = officer.actor.id;
    expect(rows).toEqual([
      {
        action: 'people.deathRecorded',
        actor,
        facts: { death, evidence: 'village_letter', certified: true },
      },
      {
        action: 'people.deathWithdrawn',
        actor,
        facts: { withdrawn: 1 },
      },
    ]);
  });
});

describe('records of one person', () => {
  const merge = (personId: string, into: string, ctx = officer) =>
    mergePeople(ctx, { personId, into, reason: 'KTP keduanya dilihat' });

  test('die together whichever is named, and live again when they are two', async () => {
    const [a, b] = [await put(), await put()];
    const aliasId = await merge(a, b);
    await die(a, '2026-11-03', letter);
    expect([await diedOn(a), await diedOn(b)]).toEqual(['2026-11-03', '2026-11-03']);
    expect((await getPerson(officer, b)).deaths).toHaveLength(1);
    await undoMerge(officer, aliasId, 'ternyata dua orang');
    expect([await diedOn(a), await diedOn(b)]).toEqual([null, '2026-11-03']);
  });

  test('a record that died dies in both when merged, and alone when they are two again', async () => {
    const [a, b] = [await put(), await put()];
    await die(a, '2026-11-03');
    const aliasId = await merge(a, b);
    expect([await diedOn(a), await diedOn(b)]).toEqual(['2026-11-03', '2026-11-03']);
    await undoMerge(officer, aliasId, 'ternyata dua orang');
    expect([await diedOn(a), await diedOn(b)]).toEqual(['2026-11-03', null]);
  });

  test('of two days the certified one holds, however late the report', async () => {
    const [a, b] = [await put(), await put()];
    await die(a, '2026-11-02', letter);
    await die(b, '2026-11-03');
    await merge(a, b);
    expect([await diedOn(a), await diedOn(b)]).toEqual(['2026-11-02', '2026-11-02']);
    await withdrawDeath(officer, b, 'keduanya hidup');
    expect([await diedOn(a), await diedOn(b)]).toEqual([null, null]);
  });

  test('die also where the scope does not look, and nothing of it is told', async () => {
    const [a, b] = [await put('Paulus Alor', inAlor), await put()];
    await merge(a, b, steward);
    await die(b, '2026-11-03');
    expect(await diedOn(a)).toBe('2026-11-03');
    const inOfficersEyes = await getPerson(officer, b);
    expect(JSON.stringify(inOfficersEyes)).not.toContain(a);
  });
});

describe('a death that a paper certifies', () => {
  const operator = user('village_operator', inBelu);
  const overturn = (personId: string, ctx: Context) => codeOf(withdrawDeath(ctx, personId, 'keliru orang'));

  test('is not withdrawn by who may only record one, while a report is', async () => {
    const [certified, reported] = [await put(), await put()];
    await die(certified, '2026-11-03', letter, operator);
    await die(reported, '2026-11-03', report, operator);
    expect(await overturn(certified, operator)).toBe('people.deathCertified');
    expect(await overturn(reported, operator)).toBeUndefined();
    expect([await diedOn(certified), await diedOn(reported)]).toEqual(['2026-11-03', null]);
    expect(await overturn(certified, officer)).toBeUndefined();
  });

  test('is withdrawn by an officer of where the paper was brought alone', async () => {
    const [there, here] = [await put('Paulus Alor', inAlor), await put()];
    await die(there, '2026-11-03', letter, user('village_operator', inAlor));
    await mergePeople(steward, { personId: there, into: here, reason: 'KTP keduanya dilihat' });
    expect(await diedOn(here)).toBe('2026-11-03');
    expect(await overturn(here, officer)).toBe('people.deathCertified');
    expect(await overturn(here, steward)).toBeUndefined();
    expect(await diedOn(there)).toBeNull();
  });

  test('may be certified here when what was reported elsewhere is not shown, and not twice', async () => {
    const [there, here] = [await put('Paulus Alor', inAlor), await put()];
    await mergePeople(steward, { personId: there, into: here, reason: 'KTP keduanya dilihat' });
    await die(there, '2026-11-03', report, user('village_operator', inAlor));
    expect((await getPerson(officer, here)).deaths).toMatchObject([]);
    expect(await codeOf(die(here, '2026-11-02'))).toBe('people.diedAlready');
    await die(here, '2026-11-02', letter);
    expect(await diedOn(there)).toBe('2026-11-02');
    expect(await codeOf(die(there, '2026-11-01', letter, user('village_operator', inAlor)))).toBe(
      'people.diedAlready',
    );
  });
});

describe('outside the scope', () => {
  test('nobody is declared dead or alive, and the answer is that of somebody unknown', async () => {
    const away = await put('Paulus Alor', inAlor);
    await die(away, '2026-11-03', letter, steward);
    const living = await put('Paulus Alor', inAlor);
    for (const personId of [away, living, newId()]) {
      expect(await codeOf(die(personId, '2026-11-03'))).toBe('people.notFound');
      expect(await codeOf(withdrawDeath(officer, personId, 'ingin tahu saja'))).toBe('people.notFound');
    }
    expect([await diedOn(away), await diedOn(living)]).toEqual(['2026-11-03', null]);
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['village_operator',      201],
    ['registration_officer',  201],
    ['claims_verifier',       201],
    ['enumerator',            403],
    ['planner',               403],
    ['finance_officer',       403],
    ['auditor',               403],
  ] as const)('over HTTP a %s of the place is answered %i', async (role, status) => {
    const app = createApp({ platform, authenticate: async () => user(role, belu) });
    const ask = (path: string, body: object) =>
      app.request(`/api/people/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    const personId = await put();
    expect((await ask(`${personId}/death`, { diedOn: '2026-11-03', evidence: 'family_report' })).status).toBe(status);
    const withdrawn = await ask(`${personId}/death/withdrawal`, { reason: 'Orang lain' });
    expect(withdrawn.status).toBe(status === 201 ? 204 : 403);
  });
});
