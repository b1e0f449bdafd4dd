import { z } from '@hono/zod-openapi';

/** An RFC 9457 problem document, as every refusal is answered. */
const problemSchema = z
  .object({
    type: z.string().describe('A URI that identifies the kind of problem: urn:payung:problem:CODE.'),
    title: z.string().describe('What happened, in the language of the request.'),
    status: z.int(),
    detail: z.string().describe('The remedy; empty when there is none.'),
    code: z.string().describe('The same kind as a short code, such as rosters.notChecked.'),
    facts: z.record(z.string(), z.unknown()).describe('What the message was made of.'),
    requestId: z.string(),
  })
  .openapi('Problem');

/** A JSON body of `schema`. */
export function json<S extends z.ZodType>(schema: S, description: string) {
  return { description, content: { 'application/json': { schema } } } as const;
}

const problem = (description: string) =>
  ({ description, content: { 'application/problem+json': { schema: problemSchema } } }) as const;

/** The problem answers a signed-in route can give, for its OpenAPI description. */
export const answers = {
  400: problem('The request cannot be read.'),
  401: problem('Not signed in.'),
  403: problem('Not allowed to this role.'),
  404: problem('Not in the scope of the caller.'),
  409: problem('The state does not allow it.'),
  422: problem('The content cannot be taken.'),
} as const;

/** The problem answers a route can give that needs no sign-in and limits how often one address may ask. */
export const openAnswers = {
  400: problem('The request cannot be read.'),
  404: problem('There is no such thing.'),
  422: problem('The content cannot be taken.'),
  429: problem('Too many requests from this address; Retry-After says how long to wait, in seconds.'),
} as const;
