import { day } from '@payung/kernel';
import { beforeAll, describe, expect, test } from 'vitest';
import { mergePeople, recordDeath } from '#people';
import type { Context } from '#platform/context';
import { streamResponse } from '#platform/spreadsheet';
import {
  type BillingWorld,
  belu,
  billingWorld,
  malaka,
  refusalOf,
  villages,
} from '../../testing/billing-world.ts';
import { endSeeking, listSeekers, recordSeeker, seekersTable } from './index.ts';

let world: BillingWorld;
beforeAll(async () => {
  world = await billingWorld();
});

async function person(name: string, village: number = villages.fatubaa): Promise<string> {
  const [row] = await world.look<{ person_id: string }>(
    `insert into person (person_id, name, name_key, name_turned, area, sealed, example)
     values (gen_random_uuid(), $1, lower($1), lower($1), $2, '\\x00', true) returning person_id`,
    name,
    village,
  );
  return row?.person_id ?? '';
}

const record = (personId: string, more: object = {}, ctx: Context = world.terminal) =>
  recordSeeker(ctx, {
    personId,
    training: 'sewing',
    since: day('2026-10-01'),
    source: 'pendataan desa',
    ...more,
  });

test('people without work are a list per area, with the training they wish for', async () => {
  await record(await person('Yohanes'), { training: 'mechanics' });
  await record(await person('Maria'));
  await record(await person('Petrus', villages.dafala));
  await record(await person('Blasius', villages.besikama));
  const { total, wished, below, seekers } = await listSeekers(world.terminal, { area: belu });
  expect(total).toBe(3);
  expect(wished).toEqual([
    { training: 'mechanics', people: 1 },
    { training: 'sewing', people: 2 },
  ]);
  expect(below).toEqual([{ code: 5304010000, name: 'Tasifeto Timur', people: 3 }]);
  expect(seekers.map(({ name, villageName, since }) => [name, villageName, since])).toEqual([
    ['Maria', "Fatuba'a", '2026-10-01'],
    ['Yohanes', "Fatuba'a", '2026-10-01'],
    ['Petrus', 'Dafala', '2026-10-01'],
  ]);
  expect((await listSeekers(world.terminal, { area: belu, training: 'sewing' })).total).toBe(2);
  const csv = await streamResponse(await seekersTable(world.terminal, { area: belu }), 'csv').text();
  expect(csv.split('\r\n')[1]).toBe("53.04.01.2001,Fatuba'a,Maria,,,sewing,2026-10-01,pendataan desa");
});

test('somebody recorded twice and found to be one person is counted and listed once', async () => {
  const [personId, into] = [
    await person('Agnes Bete', villages.besikama),
    await person('Agnes Beti', villages.besikama),
  ];
  await record(personId, { since: day('2026-09-01') });
  await record(into, { training: 'mechanics' });
  const seen = async () => {
    const { total, wished, seekers } = await listSeekers(world.terminal, { area: malaka });
    return { total, wished, names: seekers.map(({ name }) => name) };
  };
  const before = await seen();
  await mergePeople(world.terminal, { personId, into, reason: 'satu orang' });
  const after = await seen();
  expect(after.total).toBe(before.total - 1);
  expect(after.names).toEqual(before.names.filter((name) => name !== 'Agnes Bete'));
  const file = streamResponse(await seekersTable(world.terminal, { area: malaka }), 'csv');
  expect((await file.text()).trimEnd().split('\r\n')).toHaveLength(1 + after.total);
});

describe('a record', () => {
  test('ends with its reason, and the person may look for work again', async () => {
    const personId = await person('Agustinus');
    const seekerId = await record(personId);
    expect((await refusalOf(record(personId)))?.code).toBe('seekers.recordedAlready');
    const key = { personId, seekerId };
    expect((await refusalOf(endSeeking(world.terminal, key, day('2026-09-30'), 'moved')))?.code).toBe(
      'seekers.notFound',
    );
    await endSeeking(world.terminal, key, day('2026-10-31'), 'found_work');
    expect((await refusalOf(endSeeking(world.terminal, key, day('2026-10-31'), 'trained')))?.code).toBe(
      'seekers.notFound',
    );
    expect((await refusalOf(record(personId, { since: day('2026-10-31') })))?.code).toBe(
      'seekers.recordedAlready',
    );
    expect(await record(personId, { since: day('2026-11-01') })).not.toBe(seekerId);
  });

  test('of somebody who has died since is on the list no more', async () => {
    const personId = await person('Almarhumah');
    await record(personId);
    const listed = async () =>
      JSON.stringify(await listSeekers(world.terminal, { area: villages.fatubaa })).includes('Almarhumah');
    expect(await listed()).toBe(true);
    const said = {
      diedOn: day('2026-11-03'),
      evidence: 'family_report',
      reference: null,
      note: null,
    } as const;
    await recordDeath(world.terminal, { personId, ...said });
    expect(await listed()).toBe(false);
  });

  test('of somebody who died, or with a NIK for a source, is refused', async () => {
    const personId = await person('Almarhum');
    await world.look(`update person set died_on = '2026-01-01' where person_id = $1`, personId);
    expect(await refusalOf(record(personId))).toEqual({ code: 'seekers.dead', facts: { day: '2026-01-01' } });
    expect((await refusalOf(record(personId, { source: 'NIK 5304051708909001' })))?.code).toBe(
      'request.invalid',
    );
  });
});

describe('who may see and record it', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    ['a planner of the kabupaten',     () => world.user('planner', belu),              true],
    ['a planner of elsewhere',         () => world.user('planner', malaka),            false],
    ['an operator of another village', () => world.user('village_operator', villages.dafala), false],
  ])('%s', async (_, who, sees) => {
    const personId = await person('Rahasia');
    await record(personId);
    const { seekers } = await listSeekers(who(), { area: belu });
    expect(seekers.some((one) => one.personId === personId)).toBe(sees);
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['an enumerator of the village',   () => world.user('enumerator', villages.fatubaa),      undefined],
    ['of another village',             () => world.user('enumerator', villages.dafala),       'people.notFound'],
    ['a planner',                      () => world.user('planner', belu),                     'auth.forbidden'],
  ])('%s', async (_, who, code) => {
    expect((await refusalOf(record(await person('Seseorang'), {}, who())))?.code).toBe(code);
  });
});
