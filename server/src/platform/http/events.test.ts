import { expect, test } from 'vitest';
import { routes } from './env.ts';
import { events } from './events.ts';

/** Tells one thing, then nothing more until it is no longer wanted. */
async function* silent(signal: AbortSignal): AsyncGenerator<string> {
  yield 'first';
  await new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve());
  });
}

test('a stream ends when its time is over, so that nobody goes on reading with the rights of yesterday', async () => {
  const app = routes();
  app.get('/stream', (c) => events(c, silent, 20));
  const response = await app.request('/stream');
  expect(await response.text()).toBe('data: "first"\n\n');
});

test('a stream ends with what it tells', async () => {
  const app = routes();
  app.get('/stream', (c) =>
    events(c, async function* () {
      yield 1;
      yield 2;
    }),
  );
  const response = await app.request('/stream');
  expect(await response.text()).toBe('data: 1\n\ndata: 2\n\n');
});
