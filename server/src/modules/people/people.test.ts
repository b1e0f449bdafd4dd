import type { Nik } from '@payung/identity';
import { describe, expect, test } from 'vitest';
import { loadAreas } from '#areas';
import { newId } from '#platform/ids';
import { testPlatform } from '#testing';
import { readOccupation } from './occupations.ts';
import { getPerson, revealPerson, searchPeople } from './service.ts';

const { platform, terminal, user, database } = await testPlatform();
await loadAreas(terminal);
const belu = 5_304_000_000;
const alor = 5_305_000_000;

/** Puts a person into the base as enrolment does. */
async function put(name: string, nik: string, area: number): Promise<string> {
  const personId = newId();
  const key = name.toLowerCase();
  const words = key.split(' ');
  const turned = [words.at(-1), ...words.slice(0, -1)].join(' ');
  const sealed = platform.sealer.seal(personId, { nik: nik as Nik, mother: 'Maria Hoar' });
  await database.superuser.query(
    `insert into person (person_id, name, name_key, name_turned, area, sealed, example) values ($1, $2, $3, $4, $5, $6, true)`,
    [personId, name, key, turned, area, sealed],
  );
  await database.superuser.query(`insert into identifier (hash, kind, person_id) values ($1, 'nik', $2)`, [
    platform.sealer.blindIndex('nik', nik),
    personId,
  ]);
  return personId;
}

const villageOfBelu = 5_304_052_002;
const villageOfAlor = 5_305_011_001;
const yohanes = await put('Yohanes Seran', '5304051708909001', villageOfBelu);
await put('Yohana Seran Bria', '5304055708909002', villageOfBelu);
const inAlor = await put('Yohanes Alor', '5305011708909003', villageOfAlor);

const found = async (query: string, ctx = terminal) =>
  (await searchPeople(ctx, query)).people.map(({ name }) => name);

describe('somebody is found', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    ['by the beginning of the name',          'yohanes',              ['Yohanes Alor', 'Yohanes Seran']],
    ['by the family name',                    'seran',                ['Yohanes Seran']],
    ['by the whole NIK',                      '5304055708909002',     ['Yohana Seran Bria']],
    ['by a NIK with dots and spaces',         '53.04.05 570890 9002', ['Yohana Seran Bria']],
    ['not by a NIK that nobody holds',        '5304055708909009',     []],
    ['not by a name that nobody has',         'zakarias',             []],
    ['not by a pattern',                      'yoh%',                 ['Yohana Seran Bria', 'Yohanes Alor', 'Yohanes Seran']],
  ] as const)('%s', async (_, query, names) => {
    expect((await found(query)).sort()).toEqual(names);
  });

  test('a name needs three letters', async () => {
    await expect(searchPeople(terminal, 'yo')).rejects.toMatchObject({ code: 'people.searchTooShort' });
  });

  test('pages follow one another without a gap or a repetition', async () => {
    for (let n = 0; n < 120; n += 1) {
      await put(
        `Banyak Orang${String(n).padStart(3, '0')}`,
        `53040517089${String(n).padStart(5, '0')}`,
        villageOfBelu,
      );
    }
    const names: string[] = [];
    let after: string | undefined;
    do {
      const page = await searchPeople(terminal, 'banyak', after);
      names.push(...page.people.map(({ name }) => name));
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(names).toEqual(Array.from({ length: 120 }, (_, n) => `Banyak Orang${String(n).padStart(3, '0')}`));
  });
});

describe('what is shown', () => {
  test('the NIK is masked, and neither mother nor envelope is there', async () => {
    const file = await getPerson(terminal, yohanes);
    expect(file.nikMasked).toBe('5304••••••••9001');
    expect(JSON.stringify(file)).not.toMatch(/5304051708909001|Hoar|sealed/);
  });

  test('in clear only with a reason, and the log says so without saying what', async () => {
    const record = await revealPerson(terminal, yohanes, 'mencocokkan dengan KTP');
    expect(record).toMatchObject({ nik: '5304051708909001', mother: 'Maria Hoar' });
    const { rows } = await database.superuser.query(
      `select subject_id, facts from audit_entry where action = 'people.revealed' order by id desc limit 1`,
    );
    expect(rows).toEqual([{ subject_id: yohanes, facts: { reason: 'mencocokkan dengan KTP' } }]);
  });

  test('a reason that holds a NIK is refused, and nothing is read', async () => {
    await expect(revealPerson(terminal, yohanes, 'NIK 5304051708909001')).rejects.toMatchObject({
      code: 'request.invalid',
    });
  });
});

describe('outside the scope', () => {
  const officer = user('registration_officer', belu);

  test('a person of Alor is found neither by name nor by NIK', async () => {
    expect(await found('yohanes', officer)).toEqual(['Yohanes Seran']);
    expect(await found('5305011708909003', officer)).toEqual([]);
    expect(await found('5305011708909003', user('registration_officer', alor))).toEqual(['Yohanes Alor']);
  });

  test('nor can they be read or revealed by id', async () => {
    await expect(getPerson(officer, inAlor)).rejects.toMatchObject({ code: 'people.notFound' });
    await expect(revealPerson(officer, inAlor, 'ingin tahu')).rejects.toMatchObject({
      code: 'people.notFound',
    });
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['a planner',          'planner'],
    ['a finance officer',  'finance_officer'],
    ['an enumerator',      'enumerator'],
  ] as const)('%s of Belu may not reveal', async (_, role) => {
    await expect(revealPerson(user(role, belu), yohanes, 'ingin tahu')).rejects.toMatchObject({ code: 'auth.forbidden' });
  });
});

describe('occupations', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    ['as on the identity card',  'PETANI/PEKEBUN',  'petani', true],
    ['a spelling of the field',  'Tani',            'petani', true],
    ['not on the list',          'Penata lampu',    'other',  true],
    ['empty',                    '',                'other',  true],
    ['no work',                  'Pelajar',         'pelajar', false],
  ] as const)('%s', (_, text, code, isWork) => {
    expect(readOccupation(text)).toEqual({ code, text, isWork });
  });
});
