import { createRoute, z } from '@hono/zod-openapi';
import { answers, byId, cursors, json, needs, routes } from '#platform/http';
import { streamResponse, tableFormats, tableResponse } from '#platform/spreadsheet';
import { billDecree, rupiah } from './bill-schemas.ts';
import { billLinesTable, listBillLines } from './service/bill-lines.ts';
import { billsTable } from './service/read-bills.ts';

const line = z
  .object({
    personId: z.uuid(),
    membershipId: z.uuid(),
    month: z.string(),
    name: z.string().nullable().describe('Null when the person moved to where the caller may not look.'),
    village: z.int(),
    villageName: z.string(),
    jkk: rupiah,
    jkm: rupiah,
    jht: rupiah,
    amount: rupiah,
    decree: billDecree
      .omit({ people: true })
      .nullable()
      .describe('The decree that names the person; null when enrolled otherwise.'),
    annexPlace: z.int().nullable().describe('Number in its annex.'),
  })
  .openapi('BillLine');

const file = { ...answers, 200: { description: 'The file.' } } as const;
const format = { format: z.enum(tableFormats) };

/** Bills line by line, and as files. */
export const billLines = routes()
  .openapi(
    createRoute({
      method: 'get',
      path: '/bills/file',
      summary: 'The bills in scope as CSV or XLSX',
      ...needs('billing.read'),
      request: { query: z.object(format) },
      responses: file,
    }),
    async (c) => tableResponse(await billsTable(c.var.ctx), c.req.valid('query').format),
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/bills/{id}/lines',
      summary: 'Whom a bill asks for, by name, with the decree and annex number of each, a hundred at a time',
      ...needs('billing.lines'),
      request: { ...byId, query: z.object({ after: cursors.line.optional() }) },
      responses: {
        ...answers,
        200: json(z.object({ lines: z.array(line), next: z.string().nullable() }), 'Lines, by name.'),
      },
    }),
    async (c) => {
      const page = await listBillLines(c.var.ctx, c.req.valid('param').id, c.req.valid('query').after);
      return c.json({ lines: [...page.lines], next: page.next }, 200);
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/bills/{id}/lines/file',
      summary: 'All of them as CSV or XLSX',
      ...needs('billing.lines'),
      request: { ...byId, query: z.object(format) },
      responses: file,
    }),
    async (c) => {
      const table = await billLinesTable(c.var.ctx, c.req.valid('param').id);
      return streamResponse(table, c.req.valid('query').format);
    },
  );
