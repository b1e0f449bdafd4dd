import { day } from '@payung/kernel';
import { describe, expect, test } from 'vitest';
import { checkRoster } from '#rosters';
import { alor, belu, beluLists, fatuketi, listOf } from '../rosters/testing/belu-lists.ts';
import { checkNik, getEntry, registerPerson, textOfEntry } from './index.ts';
import type { PersonInput } from './model.ts';

const { terminal, user, sign, send, accept, look } = await beluLists();
const officer = user('registration_officer', belu);
const village = user('village_operator', fatuketi);

let sequence = 0;
const newNik = () => `5304051708${String(909_100 + ++sequence)}`;
const startsOn = day('2026-11-01');

const somebody = (more: Partial<PersonInput> = {}): PersonInput => ({
  name: 'Yohanes Seran Bria',
  nik: newNik(),
  birthDate: day('1990-08-17'),
  sex: 'L',
  village: fatuketi,
  rt: '2',
  rw: '1',
  occupation: 'Petani',
  mother: 'Maria Hoar',
  phone: '0812 3456 7890',
  ...more,
});

/** Registers somebody, and lets the check run. */
async function register(person: PersonInput, agreementId: string, ctx = officer) {
  const { rosterId } = await registerPerson(ctx, person, { agreementId, startsOn });
  await checkRoster.run(ctx, rosterId);
  return getEntry(ctx, rosterId);
}

describe('somebody registered alone', () => {
  test('is checked, and enrolled by the acceptance of any list', async () => {
    const person = somebody({ name: 'Andreas "Anis" Bau; Mali' });
    const { roster, row, personId } = await register(person, await sign(`PKS-${++sequence}`));
    expect([row?.verdict, row?.reason, row?.enrol, personId]).toEqual(['new', 'new.ready', true, null]);
    await accept(roster.rosterId, officer);
    const done = await getEntry(officer, roster.rosterId);
    const [kept] = await look<Record<string, unknown>>(
      `select p.name, p.sex, p.birth_date, p.area, r.rt, r.rw, w.occupation from person p
       join residence r using (person_id) join work w using (person_id) where p.person_id = $1`,
      done.personId,
    );
    expect(kept).toEqual({
      name: 'Andreas "Anis" Bau; Mali',
      sex: 'L',
      birth_date: '1990-08-17',
      area: fatuketi,
      rt: '002',
      rw: '001',
      occupation: 'petani',
    });
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['without a NIK: recorded',                  { nik: undefined },                          'new',     'new.withoutNik'],
    ['with a NIK one digit short: refused',      { nik: '530405170890900' },                  'refused', 'nik.length'],
    ['too old to begin: refused',                { nik: '5304051708409001', birthDate: day('1940-08-17') }, 'refused', 'age.tooOld'],
  ] as const)('%s', async (_, more, verdict, reason) => {
    const name = ['Benediktus Loe', 'Cornelis Asa', 'Dominikus Leto'][++sequence % 3] ?? '';
    const { row } = await register(somebody({ name: `${name} ${String.fromCharCode(97 + sequence)}`, mother: undefined, ...more }), await sign(`PKS-${++sequence}`));
    expect([row?.verdict, row?.reason]).toEqual([verdict, reason]);
  });

  test('who is a member elsewhere is known there, and more is not told', async () => {
    const nik = newNik();
    const there = await send(
      await sign(`PKS-${++sequence}`, alor),
      listOf({ nik, name: 'Eduardus Tae', village: 'Adang Buom', district: 'Teluk Mutiara' }),
    );
    await accept(there);
    const { row, personId } = await register(
      somebody({ nik, name: 'Eduardus Tae' }),
      await sign(`PKS-${++sequence}`),
    );
    expect(row).toMatchObject({ verdict: 'known', enrol: false, facts: { regency: 'Kabupaten Alor' } });
    expect(personId).toBeNull();
    const [them] = await look<{ person_id: string }>(
      `select person_id from person where name = 'Eduardus Tae'`,
    );
    expect(JSON.stringify(row)).not.toContain(them?.person_id ?? 'nobody');
  });

  test('who is known here is shown, and what is still empty of them is filled in', async () => {
    const nik = newNik();
    const agreementId = await sign(`PKS-${++sequence}`);
    await accept(await send(agreementId, listOf({ nik, name: 'Felix Nahak' })));
    const { row, personId } = await register(somebody({ nik, name: 'Felix Nahak' }), agreementId);
    const [them] = await look<{ person_id: string }>(
      `select person_id from person where name = 'Felix Nahak'`,
    );
    expect([row?.reason, personId]).toEqual(['updated.filled', them?.person_id]);
  });

  test('who resembles somebody is asked about', async () => {
    const agreementId = await sign(`PKS-${++sequence}`);
    await accept(await send(agreementId, listOf({ nik: newNik(), name: 'Gregorius Mau' })));
    const { row } = await register(somebody({ name: 'Gregorius Mau' }), await sign(`PKS-${++sequence}`));
    expect(row?.verdict).toBe('doubtful');
  });

  test('the same once more is the same list', async () => {
    const agreementId = await sign(`PKS-${++sequence}`);
    const person = somebody({ name: 'Hubertus Kali' });
    const first = await registerPerson(officer, person, { agreementId, startsOn });
    expect(await registerPerson(officer, person, { agreementId, startsOn })).toEqual({
      ...first,
      repeated: true,
    });
  });

  test('by an office without an agreement, for the records of a partner', async () => {
    await sign('PKS-catat');
    const [partner] = await look<{ partner_id: string }>(
      `select partner_id from partner where name = 'Pemda PKS-catat'`,
    );
    const { rosterId } = await registerPerson(officer, somebody({ name: 'Ignasius Bere' }), {
      partnerId: partner?.partner_id ?? '',
    });
    await checkRoster.run(officer, rosterId);
    const { row, roster } = await getEntry(officer, rosterId);
    expect([row?.verdict, row?.enrol, roster.purpose]).toEqual(['new', false, 'record']);
  });
});

describe('within the scope', () => {
  test('a village registers its own; somebody of another village is refused', async () => {
    const agreementId = await sign(`PKS-${++sequence}`);
    const own = await register(somebody({ name: 'Julius Taek' }), agreementId, village);
    expect(own.row?.verdict).toBe('new');
    const other = await register(
      somebody({ name: 'Karolus Uas', village: 5_304_052_002 }),
      agreementId,
      village,
    );
    expect(other.row).toMatchObject({ verdict: 'refused', reason: 'village.outOfScope' });
    expect(textOfEntry('id', 'village.outOfScope', other.row?.facts ?? {})).toEqual({
      text: 'Desa ini di Kabupaten Belu, di luar wilayah perjanjian atau wilayah tugas Anda.',
      remedy: 'Pilih perjanjian kabupaten itu, atau minta petugasnya mendaftarkan.',
    });
  });

  test('what is no village is no place to live', async () => {
    await expect(
      registerPerson(officer, somebody({ village: belu }), {
        agreementId: await sign(`PKS-${++sequence}`),
        startsOn,
      }),
    ).rejects.toMatchObject({ code: 'areas.notFound' });
  });

  test('a planner may not', async () => {
    await expect(
      registerPerson(user('planner', belu), somebody(), { agreementId: crypto.randomUUID(), startsOn }),
    ).rejects.toMatchObject({ code: 'auth.forbidden' });
  });
});

describe('a NIK as it is typed', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    ['read',                   '5304055708909001',   { ok: true, birthDate: '1990-08-17', sex: 'P', issuedIn: expect.stringContaining('Kabupaten Belu') }],
    ['with dots and spaces',   '53.04.05 170890 9001', { ok: true, birthDate: '1990-08-17', sex: 'L' }],
    ['too short',              '530405',             { ok: false, text: expect.stringContaining('6') }],
    ['of no day',              '5304053113909001',   { ok: false }],
  ] as const)('%s', async (_, text, expected) => {
    expect(await checkNik(terminal, text)).toMatchObject(expected);
  });
});
