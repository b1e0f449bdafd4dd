import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Permission, permissions, roleHolds, roles } from '#platform/access';
import { testPlatform } from '#testing';
import { accessPage, accessPagePath, operations } from './access-page.ts';
import { apiDocument, createApp } from './api.ts';

const { user, platform, database } = await testPlatform();
const ntt = 5300000000;
await database.superuser.query(
  `insert into area (code, beyond, level, kind, name, name_key, source) values ($1, 5400000000, 'province', 'provinsi', 'NTT', 'ntt', 'test')`,
  [ntt],
);

test('docs/access.md is what the matrix and the interface say (node server/src/access-page.ts writes it)', () => {
  expect(readFileSync(accessPagePath, 'utf8')).toBe(accessPage());
});

test('every address names a permission that exists, but for those that need none', () => {
  const rules = operations();
  expect(rules.length).toBeGreaterThan(30);
  const without = rules.filter((rule) => rule.permission === undefined);
  expect(without.filter((rule) => rule.isOpen).map((rule) => rule.path)).toEqual([
    '/installation',
    '/law/run',
    '/law/explain',
    '/law/rules',
    '/law/parameters',
    '/law/parameters/{id}',
    '/branches',
  ]);
  expect(without.filter((rule) => !rule.isOpen).map((rule) => rule.path)).toEqual(['/session']);
  for (const rule of rules)
    if (rule.permission !== undefined) expect(permissions).toHaveProperty([rule.permission]);
});

type Schema = Readonly<Record<string, unknown>>;
const document = apiDocument() as unknown as {
  paths: Record<
    string,
    Record<string, { parameters?: Schema[]; requestBody?: { content: Record<string, { schema: Schema }> } }>
  >;
  components: { schemas: Record<string, Schema> };
};

/** Something that a schema takes: what it gives as an example, else the least it asks for. */
function sample(schema: Schema, name = ''): unknown {
  if (typeof schema.$ref === 'string')
    return sample(document.components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {});
  if (Array.isArray(schema.anyOf)) return sample(schema.anyOf[0]);
  if (schema.example !== undefined) return schema.example;
  if (schema.const !== undefined) return schema.const;
  if (Array.isArray(schema.enum)) return schema.enum[0];
  const [kind] = [schema.type].flat();
  if (kind === 'object') {
    const properties = (schema.properties ?? {}) as Record<string, Schema>;
    const required = (schema.required ?? []) as string[];
    return Object.fromEntries(required.map((key) => [key, sample(properties[key] ?? {}, key)]));
  }
  if (kind === 'array') {
    const items = Array.from({ length: Number(schema.minItems ?? 0) });
    return items.map(() => sample((schema.items ?? {}) as Schema));
  }
  if (kind === 'integer' || kind === 'number') return name === 'area' ? ntt : Number(schema.minimum ?? 1);
  if (kind === 'boolean') return false;
  if (schema.format === 'uuid') return '01980000-0000-7000-8000-000000000000';
  if (schema.format === 'date' || name === 'startsOn') return '2026-11-20';
  if (schema.format === 'email') return 'seseorang@payung.example';
  if (schema.format === 'binary') return new File(['tanggal,referensi,jumlah,keterangan\n'], 'uji.csv');
  return 'maria'.padEnd(Number(schema.minLength ?? 0), 'x');
}

/** A request that can be read, so that a refusal is about who asks. */
function requestFor(method: string, path: string): [string, RequestInit] {
  const { parameters = [], requestBody } = document.paths[path]?.[method] ?? {};
  let address = `/api${path}`;
  const query = new URLSearchParams();
  for (const one of parameters) {
    const value = String(sample(one.schema as Schema, String(one.name)));
    if (one.in === 'path') address = address.replace(`{${String(one.name)}}`, value);
    else if (one.required === true) query.set(String(one.name), value);
  }
  const [type, { schema } = { schema: {} }] = Object.entries(requestBody?.content ?? {})[0] ?? [];
  const body = type === undefined ? undefined : sample(schema);
  if (type === 'multipart/form-data') {
    const form = new FormData();
    for (const [key, value] of Object.entries(body as Record<string, string | File>)) form.set(key, value);
    return [`${address}?${query}`, { method, body: form }];
  }
  return [
    `${address}?${query}`,
    {
      method,
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    },
  ];
}

/** Everybody with a role, and nobody at all: each is asked as many times as there are addresses. */
const apps = new Map(
  roles.map((role) => [role, createApp({ platform, authenticate: async () => user(role, ntt) })]),
);
const nobody = createApp({ platform, authenticate: async () => undefined });

describe('what the server does', () => {
  const cases = operations().flatMap(({ method, path, permission }) =>
    permission === undefined ? [] : [[method.toUpperCase(), path, permission as Permission] as const],
  );

  test.each(cases)('%s %s lets in exactly the roles of %s', async (verb, path, permission) => {
    const outcomes: Record<string, string> = {};
    for (const [role, app] of apps) {
      const response = await app.request(...requestFor(verb.toLowerCase(), path));
      // A request that could not be read, or failed, would prove nothing.
      const unusable = response.status === 400 || response.status >= 500;
      outcomes[role] = unusable
        ? `${response.status} ${await response.text()}`
        : response.status === 403
          ? 'forbidden'
          : 'let in';
    }
    const wanted = roles.map((role) => [role, roleHolds(role, permission) ? 'let in' : 'forbidden']);
    expect(outcomes).toEqual(Object.fromEntries(wanted));
  });

  test.each(operations())(
    '$method $path lets in nobody who is not signed in, unless it is open',
    async (rule) => {
      const response = await nobody.request(...requestFor(rule.method, rule.path));
      expect(response.status).toBe(rule.isOpen ? 200 : 401);
    },
  );
});
