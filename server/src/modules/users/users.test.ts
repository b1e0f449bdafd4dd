import { day } from '@payung/kernel';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Role } from '#platform/access';
import { type Context, jobActor } from '#platform/context';
import { newId } from '#platform/ids';
import { Refusal } from '#platform/refusal';
import { findAccountByEmail, openSignIn, rightsOf } from '#platform/session';
import { testPlatform } from '#testing';
import { createApp } from '../../api.ts';
import type { NewGrant } from './model.ts';
import { createUser, disableSecondFactor, endGrant, grantRole, listUsers, resetPassword } from './service.ts';

const { platform, database, terminal, user } = await testPlatform();

const ntt = 5300000000;
const belu = 5304000000;
const ttu = 5303000000;
const village = 5304012001;
const cooperative = newId();

const inBelu = user('administrator', belu);

async function arrange(): Promise<void> {
  const { superuser } = database;
  for (const [code, beyond, level, kind, parent] of [
    [ntt, 5400000000, 'province', 'provinsi', null],
    [belu, 5305000000, 'regency', 'kabupaten', ntt],
    [ttu, 5304000000, 'regency', 'kabupaten', ntt],
    [5304010000, 5304020000, 'district', 'kecamatan', belu],
    [village, village + 1, 'village', 'desa', 5304010000],
  ]) {
    await superuser.query(
      `insert into area (code, beyond, level, kind, name, name_key, parent, source) values ($1, $2, $3, $4, $3, $3, $5, 'test')`,
      [code, beyond, level, kind, parent],
    );
  }
  await superuser.query(
    `insert into partner (partner_id, kind, name, area) values ($1, 'cooperative', 'Koperasi Uji', $2)`,
    [cooperative, ttu],
  );
}
await arrange();

beforeEach(async () => {
  await database.superuser.query(
    'delete from access_grant; truncate auth.user_account, auth.rate_limit cascade',
  );
});

const planner: NewGrant = { role: 'planner', place: { area: belu } };

async function codeOf(outcome: Promise<unknown>): Promise<string> {
  return outcome.then(
    () => 'done',
    (thrown: unknown) => (thrown instanceof Refusal ? thrown.code : String(thrown)),
  );
}

let serial = 0;
async function account(ctx: Context = terminal, grant?: NewGrant): Promise<string> {
  serial += 1;
  const made = await createUser(ctx, {
    email: `pengguna${serial}@payung.example`,
    name: `Pengguna ${serial}`,
    ...(grant === undefined ? {} : { grant }),
  });
  return made.userId;
}

/** Statuses of signing in with an address and a password. */
async function signsIn(email: string, password: string): Promise<string> {
  const request = new Request('http://payung.example/api/auth/sign-in/email', {
    method: 'POST',
    headers: { host: 'payung.example', origin: 'http://payung.example', 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  return codeOf(openSignIn(platform, { secure: false }).answer(request, '10.0.0.1'));
}

async function audited(action: string): Promise<unknown[]> {
  const { rows } = await database.superuser.query(
    'select actor, acting_as, subject_id, area, facts from audit_entry where action = $1 order by id desc limit 1',
    [action],
  );
  return rows;
}

describe('a new account', () => {
  test('signs in once with the password it was given, which must then be changed', async () => {
    const made = await createUser(inBelu, { email: 'Baru@Payung.example', name: 'Baru', grant: planner });
    expect(made.password).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/);
    expect(await signsIn('baru@payung.example', made.password)).toBe('done');
    const found = await findAccountByEmail(platform.pools.auth, 'baru@payung.example');
    expect(found).toMatchObject({ id: made.userId, mustChangePassword: true, example: false });
    const { grants } = await rightsOf(platform.pools.app, made.userId);
    expect(grants).toEqual([
      { role: 'planner', area: belu, partnerId: null, from: day('2026-11-20'), until: null },
    ]);
    expect(await audited('users.created')).toMatchObject([
      { actor: inBelu.actor.id, acting_as: 'users.manage', subject_id: made.userId },
    ]);
  });

  test('is not left behind when its grant is refused', async () => {
    const email = 'gagal@payung.example';
    const elsewhere: NewGrant = { role: 'planner', place: { area: ttu } };
    expect(await codeOf(createUser(inBelu, { email, name: 'Gagal', grant: elsewhere }))).toBe(
      'users.beyondScope',
    );
    expect(await findAccountByEmail(platform.pools.auth, email)).toBeUndefined();
  });

  test('is not left behind when recording the grant fails after it was made', async () => {
    const email = 'gagal@payung.example';
    const backwards: NewGrant = { ...planner, from: day('2026-12-01'), until: day('2026-12-01') };
    expect(await codeOf(createUser(inBelu, { email, name: 'Gagal', grant: backwards }))).toBe(
      'request.invalid',
    );
    expect(await findAccountByEmail(platform.pools.auth, email)).toBeUndefined();
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['a password of 11 characters', { email: 'a@b.example', name: 'A', password: 'a'.repeat(11) },  'auth.passwordLength'],
    ['a password of 12 characters', { email: 'a@b.example', name: 'A', password: 'a'.repeat(12) },  'done'],
    ['an address that has one',     { email: 'ADA@b.example', name: 'A' },                          'users.exists'],
  ])('with %s: %s', async (_, input, code) => {
    await createUser(terminal, { email: 'ada@b.example', name: 'Ada' });
    expect(await codeOf(createUser(terminal, input))).toBe(code);
  });
});

describe('a grant', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    // who                                            as                                        what                                                              code
    ['an administrator of the kabupaten, in it',      inBelu,                                   planner,                                                          'done'],
    ['in a village below it',                         inBelu,                                   { role: 'village_operator', place: { area: village } },           'done'],
    ['in the province above it',                      inBelu,                                   { role: 'planner', place: { area: ntt } },                        'users.beyondScope'],
    ['in another kabupaten',                          inBelu,                                   { role: 'planner', place: { area: ttu } },                        'users.beyondScope'],
    ['for a partner seated in another kabupaten',     inBelu,                                   { role: 'partner_administrator', place: { partnerId: cooperative } }, 'users.beyondScope'],
    ['for a partner seated in one’s own',             user('administrator', ttu),               { role: 'partner_administrator', place: { partnerId: cooperative } }, 'done'],
    ['for a partner, at the terminal',                terminal,                                 { role: 'partner_administrator', place: { partnerId: cooperative } }, 'done'],
    ['for a partner nobody knows',                    terminal,                                 { role: 'partner_administrator', place: { partnerId: newId() } },  'partners.notFound'],
    ['in an area nobody knows',                       terminal,                                 { role: 'planner', place: { area: 5399000000 } },                 'areas.notFound'],
    ['by a planner',                                  user('planner', ntt),                     planner,                                                          'auth.forbidden'],
    ['by an auditor',                                 user('auditor', ntt),                     planner,                                                          'auth.forbidden'],
  ] as const)('%s', async (_, ctx, grant: NewGrant, code) => {
    const userId = await account();
    expect(await codeOf(grantRole(ctx, userId, grant))).toBe(code);
    expect((await rightsOf(platform.pools.app, userId)).grants).toHaveLength(code === 'done' ? 1 : 0);
  });

  test('to oneself is refused, by the database too', async () => {
    const userId = await account(terminal, { role: 'administrator', place: { area: ntt } });
    const { grants } = await rightsOf(platform.pools.app, userId);
    const self: Context = { ...terminal, actor: jobActor(userId, 'Saya', grants) };
    expect(await codeOf(grantRole(self, userId, planner))).toBe('users.oneself');
    const client = await platform.pools.app.connect();
    try {
      await client.query(
        `begin; set local payung.actor = '${userId}'; set local payung.groups = 'access'; set local payung.areas = '{[0,10000000000)}'`,
      );
      await expect(
        client.query(
          `insert into access_grant (grant_id, user_id, role, area, home, during, granted_by) values ($1, $2, 'auditor', $3, $3, '[2026-01-01,)', $2)`,
          [newId(), userId, belu],
        ),
      ).rejects.toThrow(/row-level security/);
    } finally {
      await client.query('rollback');
      client.release();
    }
  });

  test('to nobody is refused', async () => {
    expect(await codeOf(grantRole(terminal, newId(), planner))).toBe('users.notFound');
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['the same again',                    {},                                                    'users.alreadyGranted'],
    ['the same, inside its time',         { from: day('2027-01-01'), until: day('2027-02-01') }, 'users.alreadyGranted'],
    ['the same, before it begins',        { from: day('2026-01-01'), until: day('2026-11-20') }, 'done'],
    ['another role',                      { role: 'approver' },                                  'done'],
    ['the same role one level down',      { place: { area: village } },                          'done'],
  ] as const)('%s', async (_, change: Partial<NewGrant>, code) => {
    const userId = await account(inBelu, planner);
    expect(await codeOf(grantRole(inBelu, userId, { ...planner, ...change }))).toBe(code);
  });

  test('ends today, and is audited', async () => {
    const userId = await account();
    const grantId = await grantRole(inBelu, userId, { ...planner, from: day('2026-11-01') });
    await endGrant(inBelu, grantId);
    const { grants } = await rightsOf(platform.pools.app, userId);
    expect(grants).toMatchObject([{ from: '2026-11-01', until: '2026-11-20' }]);
    expect(await audited('users.grantEnded')).toMatchObject([
      { subject_id: userId, area: belu, facts: { grant: grantId } },
    ]);
    expect(await codeOf(endGrant(inBelu, grantId))).toBe('users.grantNotFound');
  });

  test('that began today leaves no day', async () => {
    const userId = await account();
    await endGrant(inBelu, await grantRole(inBelu, userId, planner));
    expect((await rightsOf(platform.pools.app, userId)).grants).toEqual([]);
  });

  test('elsewhere cannot be ended', async () => {
    const grantId = await grantRole(terminal, await account(), { role: 'planner', place: { area: ttu } });
    expect(await codeOf(endGrant(inBelu, grantId))).toBe('users.grantNotFound');
  });

  test('of one’s own cannot be ended', async () => {
    const userId = await account(terminal, { role: 'administrator', place: { area: belu } });
    const { grants } = await rightsOf(platform.pools.app, userId);
    const self: Context = { ...terminal, actor: jobActor(userId, 'Saya', grants) };
    const [me] = await listUsers(self);
    expect(await codeOf(endGrant(self, me?.grants[0]?.grantId ?? ''))).toBe('users.oneself');
  });
});

describe('a list of users', () => {
  test('shows who has a role in the areas of the administrator, and only those roles', async () => {
    const both = await account(terminal, planner);
    await grantRole(terminal, both, { role: 'auditor', place: { area: ttu } });
    const elsewhere = await account(terminal, { role: 'planner', place: { area: ttu } });
    await account();
    expect((await listUsers(inBelu)).map((one) => [one.id, one.grants.map((grant) => grant.role)])).toEqual([
      [both, ['planner']],
    ]);
    expect((await listUsers(user('administrator', ttu))).map((one) => one.id)).toEqual([both, elsewhere]);
    expect(await listUsers(terminal)).toHaveLength(3);
  });

  test('finds somebody from elsewhere by the exact address', async () => {
    const id = await account();
    const email = `PENGGUNA${serial}@payung.example`;
    expect(await listUsers(inBelu, email)).toMatchObject([{ id, grants: [] }]);
    expect(await listUsers(inBelu, email.slice(1))).toEqual([]);
  });
});

describe('a new password, or the end of a second factor', () => {
  const actions = { resetPassword, disableSecondFactor };

  // biome-ignore format: aligned table of cases
  test.each(
    (['resetPassword', 'disableSecondFactor'] as const).flatMap((action) => [
      [action, 'a user of the kabupaten only',               inBelu,                      [belu],      'done'],
      [action, 'a user who also works elsewhere',            inBelu,                      [belu, ttu], 'users.beyondScope'],
      [action, 'the same, by the administrator above',       user('administrator', ntt),  [belu, ttu], 'done'],
      [action, 'a user without any role',                    inBelu,                      [],          'users.beyondScope'],
      [action, 'a user without any role, at the terminal',   terminal,                    [],          'done'],
      [action, 'by somebody without the right',              user('auditor', ntt),        [belu],      'auth.forbidden'],
    ] as const),
  )('%s: %s', async (action, _, ctx, areas, code) => {
    const userId = await account();
    for (const area of areas) await grantRole(terminal, userId, { role: 'planner', place: { area } });
    expect(await codeOf(actions[action](ctx, userId))).toBe(code);
  });

  test('signs in the user with it, and no longer with the old one', async () => {
    const made = await createUser(inBelu, { email: 'lupa@payung.example', name: 'Lupa', grant: planner });
    const password = await resetPassword(inBelu, made.userId);
    expect(await signsIn('lupa@payung.example', made.password)).toBe('auth.wrongPassword');
    expect(await signsIn('lupa@payung.example', password)).toBe('done');
  });

  test('is not for oneself', async () => {
    expect(await codeOf(resetPassword(inBelu, inBelu.actor.id))).toBe('users.oneself');
    expect(await codeOf(disableSecondFactor(inBelu, inBelu.actor.id))).toBe('users.oneself');
  });
});

describe('over HTTP', () => {
  const as = (ctx: Context) => createApp({ platform, authenticate: async () => ctx });
  const send = (ctx: Context, method: string, path: string, body?: unknown) =>
    as(ctx).request(`/api${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });

  test('an account is made, seen, given a role, given a password, and loses the role', async () => {
    const grant = { role: 'planner' satisfies Role, area: '53.04' };
    const made = await send(inBelu, 'POST', '/users', {
      email: 'http@payung.example',
      name: 'Lewat HTTP',
      grant,
    });
    expect(made.status).toBe(201);
    const { userId } = (await made.json()) as { userId: string };
    const again = await send(inBelu, 'POST', `/users/${userId}/grants`, {
      role: 'auditor',
      area: '5304012001',
      until: '2027-01-01',
    });
    expect(again.status).toBe(201);
    const { users } = (await (await send(inBelu, 'GET', '/users')).json()) as {
      users: {
        id: string;
        grants: { grantId: string; role: string; area: number; until: string | null }[];
      }[];
    };
    expect(users).toMatchObject([
      {
        id: userId,
        grants: [
          { role: 'planner', area: belu, until: null },
          { role: 'auditor', area: village, until: '2027-01-01' },
        ],
      },
    ]);
    expect((await send(inBelu, 'POST', `/users/${userId}/password`)).status).toBe(201);
    expect((await send(inBelu, 'DELETE', `/users/${userId}/second-factor`)).status).toBe(204);
    expect((await send(inBelu, 'DELETE', `/grants/${users[0]?.grants[0]?.grantId}`)).status).toBe(204);
    expect((await rightsOf(platform.pools.app, userId)).grants.map((one) => one.role)).toEqual(['auditor']);
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['a place that is both',     { role: 'planner', area: '53.04', partnerId: cooperative }],
    ['a place that is neither',  { role: 'planner' }],
    ['a role nobody has',        { role: 'raja', area: '53.04' }],
    ['a day that does not exist', { role: 'planner', area: '53.04', until: '2026-02-30' }],
  ])('%s cannot be read', async (_, grant) => {
    const response = await send(inBelu, 'POST', '/users', { email: 'http@payung.example', name: 'Lewat HTTP', grant });
    expect(response.status).toBe(400);
    expect(await findAccountByEmail(platform.pools.auth, 'http@payung.example')).toBeUndefined();
  });
});
