import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Role } from '#platform/access';
import { holds, read } from '#platform/context';
import { newId } from '#platform/ids';
import { Refusal } from '#platform/refusal';
import { testPlatform } from '#testing';
import { createAccount } from './accounts.ts';
import { actorForUser, sessionAuthenticator } from './authenticate.ts';
import { exampleDataIn, rightsOf } from './rights.ts';
import type { SignedIn } from './sign-in.ts';

const { platform, database } = await testPlatform();
const userId = newId();

beforeAll(async () => {
  for (const [code, beyond, level, kind, parent] of [
    [5300000000, 5400000000, 'province', 'provinsi', null],
    [5304000000, 5305000000, 'regency', 'kabupaten', 5300000000],
    [5304050000, 5304060000, 'district', 'kecamatan', 5304000000],
    [5304052001, 5304052002, 'village', 'desa', 5304050000],
  ]) {
    await database.superuser.query(
      `insert into area (code, beyond, level, kind, name, name_key, parent, source) values ($1, $2, $3, $4, $3, $3, $5, 'test')`,
      [code, beyond, level, kind, parent],
    );
  }
});

beforeEach(() => database.superuser.query(`delete from access_grant; delete from setting`));

const belu = 5304000000;
const fatuketi = 5304052001;

/** A role in Belu, or in one village of it for those who work there. */
async function grant(
  role: Role,
  during = '[2026-01-01,)',
  user = userId,
  area = role === 'village_operator' || role === 'enumerator' ? fatuketi : belu,
): Promise<void> {
  await database.superuser.query(
    `insert into access_grant (grant_id, user_id, role, area, home, during, granted_by) values ($1, $2, $3, $4, $4, $5, 'test')`,
    [newId(), user, role, area, during],
  );
}

const setExample = (value: boolean) =>
  database.superuser.query(`insert into setting (key, value) values ('example', $1)`, [
    JSON.stringify(value),
  ]);

const plain: SignedIn = {
  userId,
  name: 'Petugas',
  email: 'petugas@belu.example',
  secondFactor: false,
  mustChangePassword: false,
  example: false,
};

async function authenticated(user: Partial<SignedIn>, loopback = false) {
  const signIn = {
    answer: () => Promise.reject(new Error('not asked')),
    session: async () => ({ ...plain, ...user }),
  };
  const authenticate = sessionAuthenticator(signIn, platform, { loopback });
  const ctx = await authenticate(
    new Request('http://localhost/', { headers: { 'accept-language': 'en' } }),
    'request-1',
  );
  if (ctx === undefined) throw new Error('nobody is signed in');
  return ctx;
}

describe('what is due before anything is allowed', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    // case                                              role                    signed in as                                  example  loopback  due
    ['a village operator needs no second factor',        'village_operator',     {},                                           false,   false,    undefined],
    ['an enumerator needs none',                         'enumerator',           {},                                           false,   false,    undefined],
    ['a planner does',                                   'planner',              {},                                           false,   false,    'auth.secondFactorRequired'],
    ['an administrator does',                            'administrator',        {},                                           false,   false,    'auth.secondFactorRequired'],
    ['a planner who has one is let through',             'planner',              { secondFactor: true },                       false,   false,    undefined],
    ['a password chosen by somebody else goes first',    'planner',              { secondFactor: true, mustChangePassword: true }, false, false,  'auth.passwordChangeRequired'],
    ['an example account in the example on loopback',    'planner',              { example: true },                            true,    true,     undefined],
    ['the same, reachable from elsewhere',               'planner',              { example: true },                            true,    false,    'auth.exampleAccount'],
    ['even with a second factor of one’s own',           'planner',              { example: true, secondFactor: true },        true,    false,    'auth.exampleAccount'],
    ['even of a village operator',                       'village_operator',     { example: true },                            true,    false,    'auth.exampleAccount'],
    ['the same, where the example is not loaded',        'planner',              { example: true },                            false,   true,     'auth.secondFactorRequired'],
    ['a real account in the example on loopback',        'planner',              {},                                           true,    true,     'auth.secondFactorRequired'],
  ] as const)('%s', async (_, role, user, example, loopback, due) => {
    await grant(role);
    await setExample(example);
    const ctx = await authenticated(user, loopback);
    expect(ctx.actor.due).toBe(due);
    expect(holds(ctx, 'reference.read')).toBe(due === undefined);
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['an enumerator of one village',      'enumerator',       fatuketi,   undefined],
    ['an enumerator of a kecamatan',      'enumerator',       5304050000, 'auth.secondFactorRequired'],
    ['a village operator of a kabupaten', 'village_operator', belu,       'auth.secondFactorRequired'],
    ['a village operator of a province',  'village_operator', 5300000000, 'auth.secondFactorRequired'],
  ] as const)('a role meant for one village, given for more: %s', async (_, role, area, due) => {
    await grant(role, '[2026-01-01,)', userId, area);
    expect((await authenticated({})).actor.due).toBe(due);
  });

  test('refuses every purpose with the code that says what is due', async () => {
    await grant('planner');
    const ctx = await authenticated({});
    await expect(read(ctx, 'coverage.read', async () => 1)).rejects.toEqual(
      new Refusal('auth.secondFactorRequired', { permission: 'coverage.read' }),
    );
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['has ended',           '[2025-01-01,2026-11-20)', undefined],
    ['holds its last day',  '[2025-01-01,2026-11-21)', 'auth.secondFactorRequired'],
    ['begins today',        '[2026-11-20,)',           'auth.secondFactorRequired'],
    ['begins tomorrow',     '[2026-11-21,)',           undefined],
    ['never held a day',    'empty',                   undefined],
  ])('a role that %s', async (_, during, due) => {
    await grant('village_operator');
    await grant('planner', during);
    expect((await authenticated({})).actor.due).toBe(due);
  });
});

describe('rights', () => {
  test('are those of the database at the moment of the request', async () => {
    await grant('village_operator');
    expect(holds(await authenticated({}), 'people.read')).toBe(true);
    await database.superuser.query(`update access_grant set during = '[2026-01-01,2026-11-20)'`);
    expect(holds(await authenticated({}), 'people.read')).toBe(false);
  });

  test('are one’s own only', async () => {
    await grant('planner', '[2026-01-01,)', newId());
    expect((await rightsOf(platform.pools.app, userId)).grants).toEqual([]);
  });

  test.each([`x' or true --`, '', '00000000-0000-0000-0000-00000000000G'])(
    'of %j are not asked for',
    async (id) => {
      await expect(rightsOf(platform.pools.app, id)).rejects.toThrow(RangeError);
    },
  );

  test('tell whether the example is loaded', async () => {
    expect(await exampleDataIn(platform.pools.app)).toBe(false);
    await setExample(true);
    expect(await exampleDataIn(platform.pools.app)).toBe(true);
  });
});

describe('a job', () => {
  const today = platform.clock.today();

  test('has the rights of its user when it runs', async () => {
    const id = await createAccount(platform.pools.auth, {
      email: 'pendata@belu.example',
      name: 'Pendata',
      password: 'tenun ikat belu',
      mustChangePassword: false,
      example: false,
    });
    await grant('enumerator', '[2026-01-01,)', id ?? '');
    const actor = await actorForUser(platform, id ?? '');
    expect([actor.id, actor.name]).toEqual([id, 'Pendata']);
    expect(actor.scopeFor('people.read', today)?.areas).toEqual([[fatuketi, 5304052002]]);
    await database.superuser.query('delete from access_grant');
    expect((await actorForUser(platform, id ?? '')).scopeFor('people.read', today)).toBeUndefined();
  });

  test('of an account that is gone may do nothing, even if a grant is left', async () => {
    await grant('enumerator');
    expect((await actorForUser(platform, userId)).scopeFor('people.read', today)).toBeUndefined();
  });

  test('asked for at the terminal may do what the terminal may', async () => {
    const actor = await actorForUser(platform, 'terminal:maria');
    expect(actor.id).toBe('terminal:maria');
    expect(actor.scopeFor('billing.run', today)).toBeDefined();
  });
});
