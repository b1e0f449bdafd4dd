import { createMiddleware } from 'hono/factory';
import { secureHeaders } from 'hono/secure-headers';
import { newId } from '#platform/ids';
import { Refusal } from '#platform/refusal';
import type { Authenticate, Env } from './env.ts';

/** Number of the request, security headers: on every answer. Answers of the interface are kept by no cache. */
export function protect() {
  const headers = secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      // Mantine writes its colours as style attributes and one style element.
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:'],
      connectSrc: ["'self'"],
      objectSrc: ["'none'"],
      frameAncestors: ["'none'"],
      baseUri: ["'self'"],
      formAction: ["'self'"],
    },
    referrerPolicy: 'same-origin',
    xFrameOptions: 'DENY',
  });
  return createMiddleware<Env>(async (c, next) => {
    c.set('requestId', newId());
    await headers(c, next);
    // Set last: an answer made by an error handler starts without the headers set before.
    c.res.headers.set('x-request-id', c.var.requestId);
    // People's data: neither a shared cache nor the disk of a borrowed computer, and not the button "back" after signing out.
    if (c.req.path.startsWith('/api/')) c.res.headers.set('cache-control', 'no-store');
  });
}

/**
 * Refuses a change that another site made the browser send: the Origin of a request with a body must be ours.
 * Programs without a browser send no Origin and no cookie, and are not concerned.
 */
export function sameOrigin() {
  return createMiddleware<Env>(async (c, next) => {
    const origin = c.req.header('origin');
    const safe = c.req.method === 'GET' || c.req.method === 'HEAD';
    const host = c.req.header('host');
    const foreign = origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== host);
    const crossSite = c.req.header('sec-fetch-site') === 'cross-site';
    if (!safe && (foreign || crossSite)) throw new Refusal('auth.foreignSite');
    await next();
  });
}

/** Lets only signed-in callers through, with their context in `c.var.ctx`. */
export function signedIn(authenticate: Authenticate) {
  return createMiddleware<Env>(async (c, next) => {
    const ctx = await authenticate(c.req.raw, c.var.requestId);
    if (ctx === undefined) throw new Refusal('auth.required');
    c.set('ctx', ctx);
    await next();
  });
}

/**
 * Refuses a name that is not this machine's own. A server on loopback is reached by the browsers of this machine only; but a
 * page elsewhere could let its name point here (DNS rebinding) and would then be of the same origin.
 */
export function loopbackOnly() {
  return createMiddleware<Env>(async (c, next) => {
    const host = c.req.header('host') ?? new URL(c.req.url).host;
    const hostname = URL.parse(`http://${host}`)?.hostname ?? '';
    if (!loopbackNames.has(hostname)) throw new Refusal('auth.foreignSite');
    // A proxy that nobody declared, and that calls us by our own name: whoever is behind it is not on this machine.
    if (forwardingHeaders.some((name) => c.req.header(name) !== undefined))
      throw new Refusal('auth.foreignSite');
    await next();
  });
}

const forwardingHeaders = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'] as const;

const loopbackNames: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);
