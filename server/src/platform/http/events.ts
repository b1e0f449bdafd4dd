import type { Context as HonoContext } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Env } from './env.ts';

/**
 * Sends what `next` yields as server-sent events until it ends or the browser goes away.
 * `next` is an async generator that paces itself; each value becomes one `message` event of JSON.
 */
export function events<T>(c: HonoContext<Env>, next: (signal: AbortSignal) => AsyncIterable<T>): Response {
  return streamSSE(c, async (stream) => {
    const gone = new AbortController();
    stream.onAbort(() => gone.abort());
    for await (const value of next(gone.signal)) {
      if (gone.signal.aborted) return;
      await stream.writeSSE({ data: JSON.stringify(value) });
    }
  });
}
