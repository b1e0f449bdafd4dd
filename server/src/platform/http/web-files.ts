import { serveStatic } from '@hono/node-server/serve-static';
import { createMiddleware } from 'hono/factory';
import type { Env } from './env.ts';

const forEver = 'public, max-age=31536000, immutable';

/**
 * Serves the built pages. Files below /assets carry a hash in their names and may be kept for ever; the page itself is asked
 * for again each time. An address without a file is a page of the application, which finds its way by itself. Of a file
 * with a `.br` or `.gz` beside it, the browser gets that.
 *
 * @param root directory with index.html and assets/
 */
export function webFiles(root: string) {
  const file = serveStatic<Env>({ root, precompressed: true });
  const page = serveStatic<Env>({ root, path: 'index.html', precompressed: true });
  return createMiddleware<Env>(async (c, next) => {
    const { path } = c.req;
    const hidden = path.split('/').some((part) => part.startsWith('.'));
    if (hidden || path === '/api' || path.startsWith('/api/')) return next();
    const wantsPage = !path.includes('.') && c.req.header('accept')?.includes('text/html') === true;
    const found = (await file(c, nothing)) ?? (wantsPage ? await page(c, nothing) : undefined);
    if (!(found instanceof Response)) return next();
    found.headers.set('cache-control', path.startsWith('/assets/') ? forEver : 'no-cache');
    return found;
  });
}

/** What comes next is decided by whoever asked for the file. */
const nothing = async (): Promise<void> => undefined;
