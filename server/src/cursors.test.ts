import { beforeAll, describe, expect, test } from 'vitest';
import { type Permission, roleHolds, roles } from '#platform/access';
import type { Context } from '#platform/context';
import { newId } from '#platform/ids';
import { apiDocument, createApp } from './api.ts';
import { belu, billingWorld } from './testing/billing-world.ts';

interface Operation {
  readonly 'x-permission'?: Permission;
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
  }[];
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema?: object }>> };
}

/** Every operation that takes up a list where a page ended, in its address or in its body. */
const paged = Object.entries(apiDocument().paths ?? {}).flatMap(([path, methods]) =>
  Object.entries(methods as Readonly<Record<string, Operation>>).flatMap(([method, operation]) => {
    const inQuery = operation.parameters?.some(({ name }) => name === 'after') === true;
    const schema = operation.requestBody?.content?.['application/json']?.schema ?? {};
    const inBody = 'properties' in schema && 'after' in (schema.properties as object);
    return inQuery || inBody ? [{ name: `${method.toUpperCase()} ${path}`, path, operation, inQuery }] : [];
  }),
);

let user: (role: (typeof roles)[number], area: number) => Context;
let platform: Context['platform'];
beforeAll(async () => {
  const world = await billingWorld();
  user = world.user;
  platform = world.platform;
});

async function ask({ path, operation, inQuery }: (typeof paged)[number], after: string) {
  const permission = operation['x-permission'];
  const role = roles.find((one) => permission !== undefined && roleHolds(one, permission)) ?? 'auditor';
  const app = createApp({ platform, authenticate: async () => user(role, belu) });
  const address = `/api${path.replace(/^\/api/, '').replaceAll(/\{\w+\}/g, newId())}`;
  const query = new URLSearchParams({ month: '2026-11', area: '5304000000', ...(inQuery && { after }) });
  const answer = await app.request(`${address}?${query}`, {
    headers: { 'accept-language': 'id', 'content-type': 'application/json' },
    ...(!inQuery && { method: 'POST', body: JSON.stringify({ q: 'yohanes', after }) }),
  });
  const body = (await answer.json()) as { readonly code?: string; readonly title?: string };
  return { status: answer.status, code: body.code, title: body.title };
}

test('the lists that are read by pages are found', () => {
  expect(paged.length).toBeGreaterThan(7);
});

describe.each(paged)('$name', (one) => {
  test.each([
    ['nothing', ''],
    ['a word', 'x'],
    ['a number beyond the database', '99999999999999999999'],
    ['a null byte', `\0|${newId()}`],
    ['a broken id', 'ani|0193e8b2-0000'],
    ['too many parts', '1|2|3|4|5'],
  ])('refuses %s as the place to go on', async (_, after) => {
    expect(await ask(one, after)).toEqual({
      status: 400,
      code: 'request.cursorUnreadable',
      title: 'Penunjuk halaman (after) tak terbaca.',
    });
  });

  test('takes what some list hands out', async () => {
    const id = newId();
    const places = [
      id,
      `ani|${id}`,
      `${'9'.repeat(3)}|${id}|${id}`,
      `ani|${id}|24322`,
      `5304052001|ani|${id}`,
      '9'.repeat(9),
    ];
    const answers = await Promise.all(places.map((after) => ask(one, after)));
    expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
    expect(answers.filter(({ code }) => code === 'request.cursorUnreadable')).toHaveLength(places.length - 1);
  });
});

describe('the place of a row in an address', () => {
  const placed = Object.entries(apiDocument().paths ?? {}).flatMap(([path, methods]) =>
    path.includes('{ordinal}')
      ? Object.entries(methods as Readonly<Record<string, Operation>>).map(([method, operation]) => ({
          name: `${method.toUpperCase()} ${path}`,
          method: method.toUpperCase(),
          path,
          operation,
        }))
      : [],
  );

  test('is in some', () => {
    expect(placed.length).toBeGreaterThan(4);
  });

  test.each(placed)('$name refuses what no row has', async ({ method, path, operation }) => {
    const permission = operation['x-permission'];
    const role = roles.find((one) => permission !== undefined && roleHolds(one, permission)) ?? 'auditor';
    const app = createApp({ platform, authenticate: async () => user(role, belu) });
    const places = ['0', '-1', '1.5', 'x', '2147483648', '99999999999999999999'];
    const statuses = await Promise.all(
      [...places, '2147483647'].map(async (place) => {
        const address = `/api${path.replace(/^\/api/, '').replace('{ordinal}', place)}`;
        const answer = await app.request(address.replaceAll(/\{\w+\}/g, newId()), {
          method,
          headers: { 'content-type': 'application/json' },
          ...(method === 'PUT' && { body: JSON.stringify({ choice: 'left' }) }),
        });
        return answer.status;
      }),
    );
    const last = statuses.pop();
    expect(statuses).toEqual(places.map(() => 400));
    expect([404, 409]).toContain(last);
  });
});
