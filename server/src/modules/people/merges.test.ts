import type { Nik } from '@payung/identity';
import { describe, expect, test } from 'vitest';
import { loadAreas } from '#areas';
import { newId } from '#platform/ids';
import { testPlatform } from '#testing';
import { listDisputes } from './disputes.ts';
import { comparePair, mergePeople, undoMerge } from './merges.ts';
import { getPerson, searchPeople } from './service.ts';

const { platform, terminal, user, database } = await testPlatform();
await loadAreas(terminal);
const belu = 5_304_000_000;
const inBelu = 5_304_052_002;
const inAlor = 5_305_011_001;
const officer = user('registration_officer', belu);
const steward = user('registration_officer', 5_300_000_000);

let sequence = 0;

/** Puts a person into the base as enrolment does. */
async function put(name: string, { nik, area = inBelu }: { nik?: string; area?: number } = {}) {
  const personId = newId();
  const key = `${name} ${++sequence}`.toLowerCase();
  const sealed = platform.sealer.seal(personId, {
    mother: 'Maria Hoar',
    ...(nik === undefined ? {} : { nik: nik as Nik }),
  });
  await database.superuser.query(
    `insert into person (person_id, name, name_key, name_turned, birth_date, birth_precision, area, sealed, numbered, example)
     values ($1, $2, $3, $3, '1990-08-17', 'day', $4, $5, $6, true)`,
    [personId, name, key, area, sealed, nik !== undefined],
  );
  if (nik !== undefined) {
    await database.superuser.query(`insert into identifier (hash, kind, person_id) values ($1, 'nik', $2)`, [
      platform.sealer.blindIndex('nik', nik),
      personId,
    ]);
  }
  return personId;
}

const newNik = () => `5304051708${String(909_200 + ++sequence)}`;
const merge = (personId: string, into: string, ctx = officer) =>
  mergePeople(ctx, { personId, into, reason: 'KTP keduanya dilihat' });
const speaksFor = async (personId: string) => {
  const { rows } = await database.superuser.query('select payung.canonical_person($1) as id', [personId]);
  return rows[0]?.id;
};

describe('two records merged', () => {
  test('are one person: found by either number, and each page says so', async () => {
    const [nikA, nikB] = [newNik(), newNik()];
    const a = await put('Anselmus Bau', { nik: nikA });
    const b = await put('Anselmus Bao', { nik: nikB });
    const aliasId = await merge(a, b);
    for (const nik of [nikA, nikB]) {
      expect((await searchPeople(officer, nik)).people.map(({ personId }) => personId)).toEqual([b]);
    }
    expect(await getPerson(officer, b)).toMatchObject({
      person: { merged: false },
      mergedInto: null,
      merges: [{ aliasId, record: { personId: a, merged: true }, intoName: 'Anselmus Bao' }],
    });
    expect(await getPerson(officer, a)).toMatchObject({ mergedInto: { personId: b }, merges: [] });
    expect((await searchPeople(officer, 'anselmus')).people.map(({ merged }) => merged).sort()).toEqual([
      false,
      true,
    ]);
    await undoMerge(officer, aliasId, 'ternyata dua orang');
    expect((await searchPeople(officer, nikA)).people.map(({ personId }) => personId)).toEqual([a]);
    expect(await getPerson(officer, b)).toMatchObject({ merges: [] });
  });

  test('leave who, when and why in the log, and no name', async () => {
    const [a, b] = [await put('Bernadus Klau'), await put('Bernardus Klau')];
    const aliasId = await merge(a, b);
    await undoMerge(officer, aliasId, 'ternyata dua orang');
    const { rows } = await database.superuser.query(
      `select action, subject_id, facts from audit_entry where facts ->> 'alias' = $1 order by id`,
      [aliasId],
    );
    expect(rows).toEqual([
      {
        action: 'people.merged',
        subject_id: b,
        facts: { alias: aliasId, record: a, reason: 'KTP keduanya dilihat' },
      },
      {
        action: 'people.unmerged',
        subject_id: b,
        facts: { alias: aliasId, record: a, reason: 'ternyata dua orang' },
      },
    ]);
  });

  test('a chain is followed to its end, and ends where a merge in it is undone', async () => {
    const ids = [await put('Ciprianus A'), await put('Ciprianus B'), await put('Ciprianus C')];
    const [a = '', b = '', c = ''] = ids;
    const first = await merge(a, b);
    const second = await merge(b, c);
    expect(await Promise.all(ids.map(speaksFor))).toEqual([c, c, c]);
    expect((await getPerson(officer, c)).merges.map(({ record }) => record.personId)).toEqual([b, a]);
    expect((await getPerson(officer, a)).mergedInto?.personId).toBe(c);
    await undoMerge(officer, second, 'dua orang');
    expect(await Promise.all(ids.map(speaksFor))).toEqual([b, b, c]);
    await undoMerge(officer, first, 'dua orang');
    expect(await Promise.all(ids.map(speaksFor))).toEqual(ids);
  });

  test('merging into a merged record means the one that speaks for it, on either side', async () => {
    const [a, b, c, d] = [await put('D A'), await put('D B'), await put('D C'), await put('D D')];
    await merge(a, b);
    await merge(c, a);
    expect(await speaksFor(c)).toBe(b);
    await merge(a, d);
    expect(await Promise.all([a, b, c, d].map(speaksFor))).toEqual([d, d, d, d]);
  });

  test('two who claim one NIK are no dispute any more', async () => {
    const nik = newNik();
    const a = await put('Emanuel Seran', { nik });
    const b = await put('Imanuel Seran');
    await database.superuser.query(`update identifier set state = 'disputed' where person_id = $1`, [a]);
    await database.superuser.query(
      `insert into identifier (hash, kind, person_id, state) values ($1, 'nik', $2, 'disputed')`,
      [platform.sealer.blindIndex('nik', nik), b],
    );
    const disputed = async () =>
      (await listDisputes(officer)).some(({ people }) => people.some(({ personId }) => personId === a));
    expect(await disputed()).toBe(true);
    const aliasId = await merge(b, a);
    expect(await disputed()).toBe(false);
    await undoMerge(officer, aliasId, 'dua orang');
    expect(await disputed()).toBe(true);
  });
});

describe('side by side', () => {
  test('what differs is said field by field, with its weight; of the mother nothing but the likeness', async () => {
    const [a, b] = [await put('Fransiskus Bere', { nik: newNik() }), await put('Fransiskus Bere')];
    const pair = await comparePair(officer, a, b);
    expect(pair).toMatchObject({
      merged: false,
      people: [
        { personId: a, numbered: true },
        { personId: b, numbered: false, nikMasked: null },
      ],
      agreements: { name: 'same', nik: 'missing', mother: 'same' },
      waterfall: { verdict: 'same', rule: 'match.nameBirthDateMother' },
    });
    const { prior, bars, weight, probability } = pair.waterfall;
    expect(bars.reduce((sum, bar) => sum + bar.weight, prior)).toBe(weight);
    expect(probability).toBeCloseTo(1 / (1 + 2 ** -weight));
    expect(JSON.stringify(pair)).not.toMatch(/Hoar|5304051708909/);
  });
});

describe('refused', () => {
  test('the same record, or two that are one already', async () => {
    const [a, b] = [await put('G A'), await put('G B')];
    await expect(merge(a, a)).rejects.toMatchObject({ code: 'people.alreadyOne' });
    await merge(a, b);
    await expect(merge(b, a)).rejects.toMatchObject({ code: 'people.alreadyOne' });
  });

  test('to keep a record without a NIK for one that has it', async () => {
    const [a, b] = [await put('H A', { nik: newNik() }), await put('H B')];
    await expect(merge(a, b)).rejects.toMatchObject({ code: 'people.keepNumbered' });
    await expect(merge(b, a)).resolves.toBeTypeOf('string');
  });

  test('a merge that is not in force', async () => {
    await expect(undoMerge(officer, newId(), 'dua orang')).rejects.toMatchObject({
      code: 'people.mergeNotFound',
    });
  });

  test('a reason that holds a NIK', async () => {
    const [a, b] = [await put('I A'), await put('I B')];
    await expect(
      mergePeople(officer, { personId: a, into: b, reason: 'NIK 5304051708909001' }),
    ).rejects.toMatchObject({ code: 'request.invalid' });
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['a village operator', 'village_operator'],
    ['a planner',          'planner'],
    ['an auditor',         'auditor'],
  ] as const)('%s', async (_, role) => {
    await expect(merge(newId(), newId(), user(role, belu))).rejects.toMatchObject({ code: 'auth.forbidden' });
  });
});

describe('across the border', () => {
  test('only who answers for both merges them, and undoes it', async () => {
    const [here, there] = [await put('J Belu'), await put('J Alor', { area: inAlor })];
    await expect(merge(here, there)).rejects.toMatchObject({ code: 'people.notFound' });
    await expect(merge(there, here)).rejects.toMatchObject({ code: 'people.notFound' });
    await expect(comparePair(officer, here, there)).rejects.toMatchObject({ code: 'people.notFound' });
    const aliasId = await merge(here, there, steward);
    await expect(undoMerge(officer, aliasId, 'dua orang')).rejects.toMatchObject({
      code: 'people.mergeNotFound',
    });
    // The page of Belu says that it was merged, and not into whom.
    expect(await getPerson(officer, here)).toMatchObject({ person: { merged: true }, mergedInto: null });
    expect(JSON.stringify(await getPerson(officer, here))).not.toContain(there);
    const another = await put('J Belu');
    await expect(merge(another, here)).rejects.toMatchObject({ code: 'people.mergedElsewhere' });
    await undoMerge(steward, aliasId, 'dua orang');
  });

  test('a merged record is found by its own number where the other one is not seen', async () => {
    const nik = newNik();
    const here = await put('K Belu', { nik });
    const there = await put('K Alor', { nik: newNik(), area: inAlor });
    await merge(here, there, steward);
    const seen = async (ctx: typeof officer) =>
      (await searchPeople(ctx, nik)).people.map(({ personId }) => personId);
    expect(await seen(officer)).toEqual([here]);
    expect(await seen(steward)).toEqual([there]);
  });
});
