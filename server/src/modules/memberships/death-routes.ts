import { createRoute, z } from '@hono/zod-openapi';
import { answers, byId, json, needs, routes } from '#platform/http';
import { tableFormats, tableResponse } from '#platform/spreadsheet';
import { listToldDeaths, monthsAfterDeath, toldDeathsTable } from './after-death.ts';

const afterDeath = z
  .object({
    diedOn: z.string(),
    openBills: z
      .array(
        z.object({
          number: z.string().nullable().describe('Null when the bill is outside the scope.'),
          partnerName: z.string(),
          months: z.int(),
          amount: z.int(),
        }),
      )
      .describe('Unpaid bills that ask for months after that of the death; nothing is taken off.'),
    paid: z
      .array(z.object({ partnerName: z.string(), months: z.int(), through: z.string() }))
      .describe('Months after that of the death that were paid, and stay so.'),
  })
  .openapi('AfterDeath');

const told = z
  .object({
    deaths: z
      .array(
        z.object({
          personId: z.uuid(),
          name: z.string(),
          areaName: z.string(),
          lastDay: z.string().describe('The day of death, as the partner says.'),
          partnerName: z.string(),
          note: z.string().nullable(),
          by: z.string(),
          at: z.string(),
        }),
      )
      .describe('At most 200; the table has them all.'),
  })
  .openapi('ToldDeaths');

/** What hangs on a death, and of whom a partner says that they died. */
export const memberDeaths = routes()
  .openapi(
    createRoute({
      method: 'get',
      path: '/people/{id}/after-death',
      summary: 'Months billed or paid beyond the death of somebody',
      ...needs('deaths.record'),
      request: byId,
      responses: { ...answers, 200: json(afterDeath, 'Open bills and paid months.') },
    }),
    async (c) => {
      const found = await monthsAfterDeath(c.var.ctx, c.req.valid('param').id);
      return c.json({ ...found, openBills: [...found.openBills], paid: [...found.paid] }, 200);
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/told-deaths',
      summary: 'People of whom a partner said that they died, which nobody recorded yet',
      ...needs('deaths.record'),
      responses: { ...answers, 200: json(told, 'The oldest first.') },
    }),
    async (c) => c.json({ deaths: await listToldDeaths(c.var.ctx) }, 200),
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/told-deaths/table',
      summary: 'The same as a table',
      ...needs('deaths.record'),
      request: { query: z.object({ format: z.enum(tableFormats).default('csv') }) },
      responses: { ...answers, 200: { description: 'The table.' } },
    }),
    async (c) => tableResponse(await toldDeathsTable(c.var.ctx), c.req.valid('query').format),
  );
