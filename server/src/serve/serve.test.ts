import { createServer, request } from 'node:http';
import { get as getTls } from 'node:https';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { testPlatform } from '#testing';
import { certificate } from './certificate.fixture.ts';
import { isLoopback, serve } from './serve.ts';

const { platform } = await testPlatform();

// biome-ignore format: aligned table of cases
test.each([
  ['127.0.0.1',        true],
  ['127.1.2.3',        true],
  ['::1',              true],
  ['localhost',        true],
  ['0.0.0.0',          false],
  ['::',               false],
  ['10.0.0.7',         false],
  ['127.jahat.example', false],
])('%s is this machine only: %s', (host, expected) => {
  expect(isLoopback(host)).toBe(expected);
});

describe('a server', () => {
  test('answers on the address it gives, and no longer after it stopped', async () => {
    const serving = await serve({ platform, host: '127.0.0.1', port: 0 });
    expect((await fetch(`${serving.url}/healthz`)).status).toBe(200);
    await serving.stop();
    await expect(fetch(`${serving.url}/healthz`)).rejects.toThrow();
  });

  test('lets a running request end when it stops', async () => {
    let proceed = () => {};
    const held = new Promise<void>((resolve) => {
      proceed = resolve;
    });
    let entered = () => {};
    const inside = new Promise<void>((resolve) => {
      entered = resolve;
    });
    const slow: typeof platform = {
      ...platform,
      pools: {
        ...platform.pools,
        app: new Proxy(platform.pools.app, {
          get(pool, key) {
            const value = Reflect.get(pool, key);
            if (key !== 'query') return typeof value === 'function' ? value.bind(pool) : value;
            return async (...args: unknown[]) => {
              entered();
              await held;
              return Reflect.apply(value, pool, args);
            };
          },
        }),
      },
    };
    const serving = await serve({ platform: slow, host: '127.0.0.1', port: 0 });
    const answer = fetch(`${serving.url}/readyz`);
    await inside;
    const stopped = serving.stop();
    proceed();
    expect((await answer).status).toBe(200);
    await stopped;
  });

  test('refuses to be reached from the network without TLS', async () => {
    await expect(serve({ platform, host: '0.0.0.0', port: 0 })).rejects.toMatchObject({
      code: 'serve.needsTls',
      facts: { host: '0.0.0.0' },
    });
  });

  test('behind a proxy that ends TLS, is reached by any name', async () => {
    const serving = await serve({ platform, host: '127.0.0.1', port: 0, behindProxy: true });
    const { port } = new URL(serving.url);
    const status = await new Promise((resolve, reject) => {
      const headers = { host: 'payung.nttprov.example' };
      request({ port, path: '/healthz', headers }, (answer) => resolve(answer.statusCode))
        .on('error', reject)
        .end();
    });
    await serving.stop();
    expect(status).toBe(200);
  });

  test('says so when the port is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    await expect(serve({ platform, host: '127.0.0.1', port })).rejects.toMatchObject({
      code: 'serve.portTaken',
      facts: { port },
    });
    await new Promise((resolve) => other.close(resolve));
  });

  test('speaks TLS with the certificate it is given', async () => {
    const serving = await serve({ platform, host: '127.0.0.1', port: 0, tls: certificate });
    expect(serving.url).toMatch(/^https:/);
    const status = await new Promise((resolve, reject) => {
      getTls(`${serving.url}/healthz`, { ca: certificate.cert, agent: false }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      }).on('error', reject);
    });
    await serving.stop();
    expect(status).toBe(200);
  });
});
