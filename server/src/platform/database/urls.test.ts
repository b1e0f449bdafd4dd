import { expect, test } from 'vitest';
import { serverUrls } from './urls.ts';

const APP = 'postgresql://payung_app:s%40ndi@db.example:5432/payung?sslmode=verify-full';

test('nothing set means the embedded PostgreSQL', () => {
  expect(serverUrls({})).toBeUndefined();
  expect(serverUrls({ DATABASE_URL: '' })).toBeUndefined();
});

test('the other roles default to the same server and password', () => {
  expect(serverUrls({ DATABASE_URL: APP })).toEqual({
    migrate: undefined,
    app: APP,
    match: APP.replace('payung_app', 'payung_match'),
    intake: APP.replace('payung_app', 'payung_intake'),
    auth: APP.replace('payung_app', 'payung_auth'),
  });
});

test('each may have an address of its own', () => {
  const own = (role: string) => `postgresql://${role}@other/payung`;
  const env = {
    DATABASE_URL: APP,
    PAYUNG_MIGRATE_URL: own('admin'),
    PAYUNG_MATCH_URL: own('payung_match'),
    PAYUNG_INTAKE_URL: own('payung_intake'),
    PAYUNG_AUTH_URL: own('payung_auth'),
  };
  expect(serverUrls(env)).toEqual({
    migrate: own('admin'),
    app: APP,
    match: own('payung_match'),
    intake: own('payung_intake'),
    auth: own('payung_auth'),
  });
});

// biome-ignore format: aligned table of cases
test.each([
  // case                                    environment                                                        variable at fault
  ['a migration address alone',              { PAYUNG_MIGRATE_URL: APP },                                       'DATABASE_URL'],
  ['no address at all',                      { DATABASE_URL: 'payung' },                                        'DATABASE_URL'],
  ['another protocol',                       { DATABASE_URL: 'mysql://payung_app@db/payung' },                  'DATABASE_URL'],
  ['nobody to sign in as',                   { DATABASE_URL: 'postgresql://db/payung' },                        'DATABASE_URL'],
  ['a broken address of a lesser role',      { DATABASE_URL: APP, PAYUNG_AUTH_URL: 'db' },                      'PAYUNG_AUTH_URL'],
])('%s is refused', (_, env, variable) => {
  expect(() => serverUrls(env)).toThrow(expect.objectContaining({ code: 'database.badUrl', facts: { variable } }));
});
