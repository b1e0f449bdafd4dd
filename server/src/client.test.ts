import { expect, test } from 'vitest';
import { testPlatform } from '#testing';
import { createApp } from './api.ts';
import { createClient } from './client.ts';

const { platform, user, terminal } = await testPlatform();

/** A client whose requests go straight into an application. */
function clientOf(ctx: typeof terminal | undefined) {
  const app = createApp({ platform, authenticate: async () => ctx });
  return createClient('http://payung.example', { fetch: async (...request) => app.request(...request) });
}

test('the typed client reaches the routes of several modules', async () => {
  const client = clientOf(user('administrator', 5300000000));
  const session = await client.session.$get();
  const { permissions, due, grants } = await session.json();
  expect(permissions).toContain('users.manage');
  expect([due, grants[0]?.role]).toEqual([null, 'administrator']);
  const users = await client.users.$get({ query: {} });
  expect((await users.json()).users).toEqual([]);
  const installation = await client.installation.$get();
  expect(await installation.json()).toEqual({ exampleData: false });
});

test('a refusal arrives as its problem document', async () => {
  const refused = await clientOf(undefined).bills[':id'].$get({
    param: { id: '01980000-0000-7000-8000-000000000000' },
  });
  const problem: unknown = await refused.json();
  expect(refused.ok).toBe(false);
  expect(problem).toMatchObject({ status: 401, code: 'auth.required' });
});
