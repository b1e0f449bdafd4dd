import type { Context as HonoContext } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Env } from './env.ts';

/** A minute: then the browser opens the stream anew by itself, with the rights that its user has by then. */
const longestMilliseconds = 60_000;

/**
 * Sends what `next` yields as server-sent events until it ends, the browser goes away, or a minute is over.
 * `next` is an async generator that paces itself; each value becomes one `message` event of JSON.
 */
export function events<T>(
  c: HonoContext<Env>,
  next: (signal: AbortSignal) => AsyncIterable<T>,
  milliseconds: number = longestMilliseconds,
): Response {
  return streamSSE(c, async (stream) => {
    const gone = new AbortController();
    stream.onAbort(() => gone.abort());
    const over = AbortSignal.any([gone.signal, AbortSignal.timeout(milliseconds)]);
    for await (const value of next(over)) {
      if (over.aborted) return;
      await stream.writeSSE({ data: JSON.stringify(value) });
    }
  });
}
