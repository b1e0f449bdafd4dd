import type { Api } from '@payung/server/api';
import { type ClientResponse, hc, type InferRequestType } from 'hono/client';
import { ask } from './http.ts';

/** Every call of the pages, typed by the server's own routes: a route that changes is a type error here. */
export const api = hc<Api>('/api', { fetch: ask });

/** The body of the answers that are not refusals; `ask` has thrown the others. */
type Good<R> =
  R extends ClientResponse<infer Body, infer Status, string>
    ? Status extends 200 | 201
      ? Body
      : never
    : never;

/** The body of an answer. @throws Problem when it is a refusal */
export async function read<R extends ClientResponse<unknown, number, string>>(
  call: Promise<R>,
): Promise<Good<R>> {
  const response = await call;
  return (await response.json()) as Good<R>;
}

/** What a call brings. */
export type Brings<Call extends (...input: never) => Promise<unknown>> = Awaited<ReturnType<Call>>;
/** The routes speak of Node's File; a form holds the browser's, which is the same on the wire. */
export type FromBrowser<Form> = Omit<Form, 'file'> & { readonly file: File };
/** What a call takes as its body. */
export type Json<Endpoint> = InferRequestType<Endpoint> extends { json: infer Body } ? Body : never;
/** What a call takes in its address. */
export type Query<Endpoint> = InferRequestType<Endpoint> extends { query: infer Body } ? Body : never;
