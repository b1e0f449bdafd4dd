import { createRoute, z } from '@hono/zod-openapi';
import { answers, byId, json, needs, routes } from '#platform/http';
import { tableFormats, tableResponse } from '#platform/spreadsheet';
import { documentDocx } from './documents/document-docx.ts';
import { cellsOf, textsOf } from './documents/document-texts.ts';
import { annexTable, candidatesTable, proposalsTable, rulesTable } from './documents/tables.ts';
import { shown } from './routes.ts';
import { annexSchema } from './schemas.ts';
import { documentKinds, getAnnex, revealAnnex } from './service/annex.ts';
import { listCandidates } from './service/candidates.ts';
import { listProposals } from './service/proposals.ts';
import { listRules } from './service/rules.ts';

const format = { format: z.enum(tableFormats).default('xlsx') };
const wanted = {
  document: z
    .enum(documentKinds)
    .default('decree')
    .describe(
      'decree: the SK, with those who fill a place; minutes: the Berita Acara, with everybody by rank.',
    ),
  numbers: z
    .enum(['masked', 'whole'])
    .default('masked')
    .describe('whole: for the copy that is signed; needs people.reveal, and is recorded.'),
};
const file = { ...answers, 200: { description: 'The file.' } } as const;
const annexOf = { masked: getAnnex, whole: revealAnnex } as const;

/** Lists, candidates and decrees as files. */
export const selectionDocuments = routes()
  .openapi(
    createRoute({
      method: 'get',
      path: '/selection/proposals.table',
      summary: 'The proposals as a table (CSV, XLSX)',
      ...needs('selection.read'),
      request: { query: z.object(format) },
      responses: file,
    }),
    async (c) => tableResponse(proposalsTable(await listProposals(c.var.ctx)), c.req.valid('query').format),
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/selection/rules.table',
      summary: 'The local rules with every version as a table (CSV, XLSX)',
      ...needs('selection.read'),
      request: { query: z.object(format) },
      responses: file,
    }),
    async (c) => tableResponse(rulesTable(await listRules(c.var.ctx)), c.req.valid('query').format),
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/selection/proposals/{id}/candidates.table',
      summary: 'The candidates as a table (CSV, XLSX)',
      ...needs('selection.read'),
      request: { ...byId, query: z.object(format) },
      responses: file,
    }),
    async (c) => {
      const { ctx } = c.var;
      const { proposal, candidates } = await listCandidates(ctx, c.req.valid('param').id);
      return tableResponse(candidatesTable(ctx.language, proposal, candidates), c.req.valid('query').format);
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/selection/proposals/{id}/annex',
      summary: 'The decree or the minutes with the annex by name, as it stood on its day',
      ...needs('selection.read'),
      request: { ...byId, query: z.object(wanted) },
      responses: { ...answers, 200: json(annexSchema, 'The annex.') },
    }),
    async (c) => {
      const { document, numbers } = c.req.valid('query');
      const printed = await annexOf[numbers](c.var.ctx, c.req.valid('param').id, document);
      const { proposal, decree, lines } = printed;
      const texts = textsOf(printed);
      return c.json(
        {
          proposal: shown(proposal),
          decree,
          texts: {
            ...texts,
            sections: texts.sections.map((one) => ({ ...one, lines: [...one.lines] })),
            signature: [...texts.signature],
            columns: [...texts.columns],
          },
          lines: lines.map((line) => ({ ...line, cells: cellsOf(line) })),
        },
        200,
      );
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/selection/proposals/{id}/annex.table',
      summary: 'The annex as a table (CSV, XLSX)',
      ...needs('selection.read'),
      request: { ...byId, query: z.object({ ...format, ...wanted }) },
      responses: file,
    }),
    async (c) => {
      const query = c.req.valid('query');
      const printed = await annexOf[query.numbers](c.var.ctx, c.req.valid('param').id, query.document);
      return tableResponse(annexTable(c.var.ctx.language, printed), query.format);
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/selection/proposals/{id}/document.docx',
      summary: 'The decree or the minutes with the annex, as a document to be edited and signed',
      ...needs('selection.read'),
      request: { ...byId, query: z.object(wanted) },
      responses: file,
    }),
    async (c) => {
      const { document, numbers } = c.req.valid('query');
      const printed = await annexOf[numbers](c.var.ctx, c.req.valid('param').id, document);
      const sign = document === 'decree' ? 'SK' : 'BA';
      const name = `${sign}-${printed.decree.number}`.replace(/[^A-Za-z0-9._-]+/g, '-');
      return new Response(Buffer.from(await documentDocx(printed)), {
        headers: {
          'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
          'content-disposition': `attachment; filename="${name}.docx"`,
        },
      });
    },
  );
