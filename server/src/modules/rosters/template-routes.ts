import { createRoute, z } from '@hono/zod-openapi';
import { areaCode } from '#areas';
import { answers, needs, routes } from '#platform/http';
import { templateKinds } from './file/index.ts';
import { getTemplate } from './service/template.ts';
import { workbookAnswer } from './workbook-answer.ts';

export const rosterTemplates = routes().openapi(
  createRoute({
    method: 'get',
    path: '/rosters/template',
    summary: 'An empty workbook of a layout, with lists, notes and the villages of an area',
    ...needs('reference.read'),
    request: {
      query: z.object({
        kind: z.enum(templateKinds).default('payung'),
        area: areaCode
          .optional()
          .describe('Whose villages stand in the lists; the caller’s own when left out.'),
      }),
    },
    responses: { ...answers, 200: { description: 'XLSX.' } },
  }),
  async (c) => {
    const { kind, area } = c.req.valid('query');
    const { fileName, content } = await getTemplate(c.var.ctx, kind, area);
    return workbookAnswer(content, fileName);
  },
);
