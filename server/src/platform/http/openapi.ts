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

/** The problem answers a signed-in route can give, for its OpenAPI description. */
export const answers = {
  400: {
    description: 'The request cannot be read.',
    content: { 'application/problem+json': { schema: problemSchema } },
  },
  401: { description: 'Not signed in.', content: { 'application/problem+json': { schema: problemSchema } } },
  403: {
    description: 'Not allowed to this role.',
    content: { 'application/problem+json': { schema: problemSchema } },
  },
  404: {
    description: 'Not in the scope of the caller.',
    content: { 'application/problem+json': { schema: problemSchema } },
  },
  409: {
    description: 'The state does not allow it.',
    content: { 'application/problem+json': { schema: problemSchema } },
  },
  422: {
    description: 'The content cannot be taken.',
    content: { 'application/problem+json': { schema: problemSchema } },
  },
} as const;
