import { hc } from 'hono/client';
import type { Api } from './api.ts';

/**
 * A typed client of the HTTP API: `client.people.$get({ query: { q: 'maria' } })`. The types are those of success; look at
 * `ok` first, because a refusal brings a problem document instead.
 *
 * @param baseUrl origin of the server, such as `http://127.0.0.1:8080`; in a browser, empty for the page's own
 * @param init headers or a `fetch` of one's own; the session cookie is sent along in any case
 */
export function createClient(
  baseUrl: string,
  init: { readonly fetch?: typeof fetch; readonly headers?: Record<string, string> } = {},
) {
  return hc<Api>(`${baseUrl}/api`, { ...init, init: { credentials: 'include' } });
}
