import type { Context as HonoContext } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import { Refusal } from '#platform/refusal';
import type { Env } from './env.ts';

/** Uploads: a file of 200 MB with its form around it. Above, the file itself is refused by whoever reads it, with its size. */
const uploadBytes = 202_000_000;
/** Everything else is text typed into a form. */
const formBytes = 1024 * 1024;

/** Refuses bodies beyond what a route of ours can want, before they are read into memory. */
export function limitBody() {
  const refuse = (limit: number) => (): never => {
    throw new Refusal('request.tooLarge', { limit });
  };
  const upload = bodyLimit({ maxSize: uploadBytes, onError: refuse(uploadBytes) });
  const form = bodyLimit({ maxSize: formBytes, onError: refuse(formBytes) });
  return createMiddleware<Env>((c, next) => {
    const isUpload = c.req.header('content-type')?.startsWith('multipart/form-data') === true;
    return (isUpload ? upload : form)(c, next);
  });
}

/** What @hono/node-server hands over besides the request; absent in tests that call the application directly. */
interface NodeBindings {
  readonly incoming?: { readonly socket: { readonly remoteAddress?: string } };
}

/**
 * The address a request came from. Behind a proxy it is the last one that the proxy wrote into X-Forwarded-For: what stands
 * before that was sent by the caller.
 */
export function peerOf(c: HonoContext<Env>, behindProxy: boolean): string {
  const forwarded = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim();
  if (behindProxy && forwarded !== undefined && forwarded !== '') return forwarded;
  const bindings = c.env as NodeBindings | undefined;
  return bindings?.incoming?.socket.remoteAddress ?? '127.0.0.1';
}
