import { createRoute, z } from '@hono/zod-openapi';
import { answers, byId, dayText, json, jsonBody, needs, routes } from '#platform/http';
import { deathEvidence, recordDeath, withdrawDeath } from './deaths.ts';

/** What was said of a death, in an answer. */
export const deathShape = z
  .object({
    deathId: z.uuid(),
    diedOn: z.string(),
    evidence: z.enum(deathEvidence),
    certified: z.boolean().describe('An official paper says so; false when it is only reported.'),
    reference: z.string().nullable().describe('Number of the paper.'),
    note: z.string().nullable(),
    by: z.string(),
    at: z.string(),
    withdrawn: z
      .object({ by: z.string(), at: z.string(), reason: z.string() })
      .nullable()
      .describe('Null while it stands.'),
  })
  .openapi('Death');

const words = (longest: number) => z.string().trim().min(1).max(longest).nullable().default(null);

/** Who died, and who lives after all. */
export const peopleDeaths = routes()
  .openapi(
    createRoute({
      method: 'post',
      path: '/people/{id}/death',
      summary: 'Record that somebody died; memberships and seats end with that day',
      ...needs('deaths.record'),
      request: {
        ...byId,
        ...jsonBody(
          z.object({
            diedOn: dayText,
            evidence: z
              .enum(deathEvidence)
              .describe('A certificate or letter has a number; the others are a report.'),
            reference: words(100),
            note: words(300),
          }),
        ),
      },
      responses: { ...answers, 201: json(z.object({ deathId: z.uuid() }), 'Recorded.') },
    }),
    async (c) => {
      const personId = c.req.valid('param').id;
      const deathId = await recordDeath(c.var.ctx, { personId, ...c.req.valid('json') });
      return c.json({ deathId }, 201);
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/people/{id}/death/withdrawal',
      summary: 'Withdraw what was said of a death: what it had ended goes on',
      ...needs('deaths.record'),
      request: { ...byId, ...jsonBody(z.object({ reason: z.string().min(5).max(300) })) },
      responses: { ...answers, 204: { description: 'Withdrawn.' } },
    }),
    async (c) => {
      await withdrawDeath(c.var.ctx, c.req.valid('param').id, c.req.valid('json').reason);
      return c.body(null, 204);
    },
  );
