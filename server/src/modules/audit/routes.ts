import { createRoute, z } from '@hono/zod-openapi';
import { formatHead } from '#platform/audit';
import { answers, json, needs, routes } from '#platform/http';
import { getAuditHead } from './service.ts';

const auditHeadSchema = z
  .object({
    block: z.int().describe('Number of the last closed block.'),
    closedAt: z.string(),
    entries: z.int().describe('Entries sealed so far.'),
    fingerprint: z.string(),
    sentence: z.string().describe('The same for the minutes of a meeting, in the language of the request.'),
  })
  .openapi('AuditHead');

export const audit = routes().openapi(
  createRoute({
    method: 'get',
    path: '/audit/head',
    summary: 'The end of the audit log, for the minutes of a meeting',
    ...needs('audit.read'),
    responses: {
      ...answers,
      200: json(z.object({ head: auditHeadSchema.nullable() }), 'Null while no block is closed.'),
    },
  }),
  async (c) => {
    const { ctx } = c.var;
    const head = await getAuditHead(ctx);
    if (head === undefined) return c.json({ head: null }, 200);
    const { block, closedAt, entries, fingerprint } = head;
    const sentence = formatHead(head, ctx.language);
    return c.json({ head: { block, closedAt: closedAt.toISOString(), entries, fingerprint, sentence } }, 200);
  },
);
