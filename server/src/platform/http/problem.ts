import type { Context as HonoContext } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { asRefusal } from '#platform/database';
import type { Logger } from '#platform/log';
import { languageOf, say } from '#platform/messages';
import { type Facts, Refusal } from '#platform/refusal';
import type { Env } from './env.ts';

/**
 * Turns any error into a problem document. Refusals keep their code and facts; everything unknown is a bare 500 with the
 * number of the request, and its cause goes to the log only.
 */
export function problemOf(error: unknown, c: HonoContext<Env>, log: Logger): Response {
  const refusal = refusalOf(error);
  const requestId = c.var.requestId ?? 'unknown';
  if (refusal === undefined) log.error({ err: error, requestId }, 'request failed');
  const code = refusal?.code ?? 'server.error';
  const facts: Facts = refusal?.facts ?? {};
  const status = refusal?.status ?? 500;
  const message = say(languageOf(c.req.header('accept-language')), code, facts);
  return new Response(
    JSON.stringify({
      type: `urn:payung:problem:${code}`,
      title: message.text,
      status,
      detail: message.remedy,
      code,
      facts,
      requestId,
    }),
    {
      status,
      headers: {
        'content-type': 'application/problem+json; charset=utf-8',
        ...(typeof facts.seconds === 'number' ? { 'retry-after': String(facts.seconds) } : {}),
      },
    },
  );
}

function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof HTTPException) {
    // The framework throws these for what it cannot parse: a body that is no JSON, a path that is no text.
    const code = error.status === 404 ? 'request.notFound' : 'request.invalid';
    return new Refusal(code, { path: 'body', problem: 'unreadable' });
  }
  return asRefusal(error);
}
