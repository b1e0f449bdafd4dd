import { createMiddleware } from 'hono/factory';
import type { Logger } from '#platform/log';
import type { Env } from './env.ts';

/**
 * One line per request: method, path, status, milliseconds, actor. Without the query, which may hold a name or a NIK, and with
 * ids in the path kept, because an operator must be able to find a request again.
 */
export function logRequests(log: Logger) {
  return createMiddleware<Env>(async (c, next) => {
    const start = performance.now();
    await next();
    log.info(
      {
        requestId: c.var.requestId,
        method: c.req.method,
        path: c.req.path,
        status: c.res.status,
        ms: Math.round(performance.now() - start),
        ...(c.var.ctx === undefined ? {} : { actor: c.var.ctx.actor.id }),
      },
      'request',
    );
  });
}
