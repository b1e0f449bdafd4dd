import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, describe, expect, test } from 'vitest';
import { closePools, openPools } from '#platform/database';
import { createLogger } from '#platform/log';
import { emptyDatabase, testPlatform } from '#testing';
import { createApp } from './api.ts';

const { platform, user } = await testPlatform();
const empty = await emptyDatabase();

const webRoot = mkdtempSync(join(tmpdir(), 'payung-web-'));
afterAll(() => rmSync(webRoot, { recursive: true, force: true }));
mkdirSync(join(webRoot, 'assets'));
writeFileSync(join(webRoot, 'index.html'), '<!doctype html><title>Payung</title>');
writeFileSync(join(webRoot, '.sources'), 'not for anybody');
writeFileSync(join(webRoot, 'assets/app-1a2b.js'), 'plain');
writeFileSync(join(webRoot, 'assets/app-1a2b.js.br'), 'brotli');

const nobody = createApp({ platform, authenticate: async () => undefined, webRoot });
const planner = createApp({ platform, authenticate: async () => user('planner', 5304000000), webRoot });

describe('an error is a problem document', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    ['not signed in',            nobody,  'GET',  '/api/session',               {},                                       401, 'auth.required'],
    ['an address nobody knows',  planner, 'GET',  '/api/tidak-ada',             {},                                       404, 'request.notFound'],
    ['a file that is not there', planner, 'GET',  '/assets/hilang.js',          {},                                       404, 'request.notFound'],
    ['an id that is none',       planner, 'GET',  '/api/people/7',              {},                                       400, 'request.invalid'],
    ['a body that is no JSON',   planner, 'POST', '/api/users',                 { body: '{', type: 'application/json' },  400, 'request.invalid'],
    ['a body of another kind',   planner, 'POST', '/api/users',                 { body: 'x', type: 'text/plain' },        400, 'request.invalid'],
    ['a body above 1 MB',        planner, 'POST', '/api/users',                 { body: `"${'x'.repeat(1024 * 1024)}"`, type: 'application/json' }, 413, 'request.tooLarge'],
    ['sent by another site',     planner, 'POST', '/api/users',                 { body: '{}', type: 'application/json', origin: 'https://jahat.example' }, 403, 'auth.foreignSite'],
    ['sent by a hidden page',    planner, 'DELETE', '/api/grants/x',            { origin: 'null' },                       403, 'auth.foreignSite'],
    ['beyond the role',          planner, 'GET',  '/api/users',                 {},                                       403, 'auth.forbidden'],
  ] as const)('%s', async (_, app, method, path, sent: { body?: string; type?: string; origin?: string }, status, code) => {
    const response = await app.request(`http://payung.example${path}`, {
      method,
      headers: {
        host: 'payung.example',
        origin: sent.origin ?? 'http://payung.example',
        ...(sent.type === undefined ? {} : { 'content-type': sent.type }),
        ...(sent.body === undefined ? {} : { 'content-length': String(sent.body.length) }),
      },
      ...(sent.body === undefined ? {} : { body: sent.body }),
    });
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    const problem: unknown = await response.json();
    expect(problem).toMatchObject({
      type: `urn:payung:problem:${code}`,
      status,
      code,
      requestId: response.headers.get('x-request-id'),
    });
  });

  test('in the language of the request', async () => {
    const ask = async (language: string) => {
      const response = await nobody.request('/api/session', { headers: { 'accept-language': language } });
      const problem: unknown = await response.json();
      return problem;
    };
    expect(await ask('id-ID,id;q=0.9')).toMatchObject({ title: 'Anda belum masuk.' });
    expect(await ask('en-GB')).toMatchObject({ title: 'You are not signed in.' });
  });

  test('and an unforeseen one says nothing of its cause', async () => {
    const broken = createApp({
      platform,
      authenticate: () => Promise.reject(new Error('password of the database: rahasia')),
    });
    const response = await broken.request('/api/session');
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('rahasia');
  });
});

describe('every answer', () => {
  test.each([
    ['a refusal', nobody, '/api/session'],
    ['who is signed in', planner, '/api/session'],
    ['a file', planner, '/api/rosters/template'],
  ])('of the interface is kept by no cache: %s', async (_, app, path) => {
    const response = await app.request(path);
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  test.each(['/healthz', '/api/session', '/api/docs', '/', '/hilang'])(
    '%s carries its number and guards the browser',
    async (path) => {
      const response = await nobody.request(path, { headers: { accept: 'text/html' } });
      expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
      expect(response.headers.get('content-security-policy')).toMatch(
        /default-src 'self'.*frame-ancestors 'none'/,
      );
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      expect(response.headers.get('x-frame-options')).toBe('DENY');
    },
  );
});

describe('the interface describes itself', () => {
  test('in a valid OpenAPI 3.1 document', async () => {
    const document: unknown = await (await nobody.request('/api/openapi.json')).json();
    const result = await new Validator().validate(document as Record<string, unknown>);
    expect(result.errors).toBeUndefined();
    expect(result.valid).toBe(true);
    expect(document).toMatchObject({ openapi: '3.1.0' });
  });

  test('on a page that loads nothing and runs nothing', async () => {
    const page = await (await nobody.request('/api/docs')).text();
    expect(page).toContain('GET /areas/{code}');
    expect(page).toContain('<code>users.manage</code>');
    expect(page).toMatch(/<code>POST \/law\/run<\/code><\/h2>\s*<p>[^<]*<\/p>\s*<p>Needs no sign-in\.<\/p>/);
    expect(page).not.toMatch(/<script|https?:\/\/[^"]*\.(?:js|css)|<link/);
  });
});

describe('uploads', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    ['a form of 2 MB',                 'application/json',                    2,  413],
    ['a file of 2 MB',                 'multipart/form-data; boundary=batas', 2,  400],
    ['a file of 201 MB',                'multipart/form-data; boundary=batas', 192, 400],
    ['a file of 202 MB',                'multipart/form-data; boundary=batas', 193, 413],
  ] as const)('%s', async (_, type, megabytes, status) => {
    const response = await planner.request('/api/rosters', {
      method: 'POST',
      headers: { 'content-type': type, 'content-length': String(megabytes * 1024 * 1024) },
      body: '--batas--',
    });
    expect(response.status).toBe(status);
  });
});

test('the log names the request and keeps what was asked for out', async () => {
  const lines: string[] = [];
  const log = createLogger({ destination: { write: (line: string) => lines.push(line) } });
  const ctx = user('village_operator', 5304000000);
  const app = createApp({ platform: { ...platform, log }, authenticate: async () => ctx });
  const response = await app.request('/api/partners?name=Maria%20Bere');
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    requestId: response.headers.get('x-request-id'),
    method: 'GET',
    path: '/api/partners',
    status: 200,
    actor: ctx.actor.id,
  });
  expect(lines[0]).not.toContain('Maria');
});

describe('operators', () => {
  test('learn that the process lives and can work', async () => {
    expect((await nobody.request('/healthz')).status).toBe(200);
    const ready = await nobody.request('/readyz');
    expect([ready.status, await ready.json()]).toEqual([200, { ready: true, missing: [] }]);
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['the database does not answer',      { ...empty.urls, app: 'postgresql://payung_app@127.0.0.1:1/payung' }, ['database']],
    ['the database was never migrated',   empty.urls,                                                            ['migrations']],
    ['the role is above the rules',       { ...empty.urls, app: empty.urls.migrate },                            ['migrations', 'privileges']],
  ])('learn that %s', async (_, urls, missing) => {
    const pools = openPools(urls, { size: 1 });
    const app = createApp({ platform: { ...platform, pools }, authenticate: async () => undefined });
    const response = await app.request('/readyz');
    expect([response.status, await response.json()]).toEqual([503, { ready: false, missing }]);
    await closePools(pools);
  });
});

describe('the pages', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    ['the first page',                       '/',                    {},                                    200, 'no-cache',                            /^<!doctype html>/],
    ['a page inside the application',        '/daftar/7',            { accept: 'text/html' },               200, 'no-cache',                            /^<!doctype html>/],
    ['an address for a program',             '/daftar/7',            { accept: 'application/json' },        404, null,                                  /request.notFound/],
    ['a file with a hash in its name',       '/assets/app-1a2b.js',  {},                                    200, 'public, max-age=31536000, immutable', /^plain$/],
    ['the same, compressed before',          '/assets/app-1a2b.js',  { 'accept-encoding': 'gzip, br' },     200, 'public, max-age=31536000, immutable', /^brotli$/],
    ['a hidden file',                        '/.sources',            {},                                    404, null,                                  /request.notFound/],
    ['a way out of the directory',           '/assets/%2e%2e/.sources', {},                                 404, null,                                  /request.notFound/],
    ['the API never falls back to a page',   '/api/nothing',         { accept: 'text/html' },               404, 'no-store',                            /request.notFound/],
  ] as const)('%s', async (_, path, headers: Record<string, string>, status, caching, body) => {
    const response = await planner.request(path, { headers });
    expect([response.status, response.headers.get('cache-control')]).toEqual([status, caching]);
    expect(await response.text()).toMatch(body);
  });
});

describe('on loopback', () => {
  const app = createApp({ platform, authenticate: async () => undefined, loopback: true });

  // biome-ignore format: aligned table of cases
  test.each([
    ['localhost:8080',      200],
    ['127.0.0.1:8080',      200],
    ['[::1]:8080',          200],
    ['jahat.example:8080',  403],
    ['localhost.jahat.example', 403],
    ['not a host',          403],
  ])('a browser that calls us %s gets %i', async (host, status) => {
    expect((await app.request('http://localhost/healthz', { headers: { host } })).status).toBe(status);
  });

  test.each(['x-forwarded-for', 'forwarded', 'via'])(
    'what comes through a proxy (%s) is not from this machine',
    async (name) => {
      const headers = { host: '127.0.0.1:8080', [name]: '203.0.113.7' };
      expect((await app.request('http://localhost/api/installation', { headers })).status).toBe(403);
    },
  );
});
