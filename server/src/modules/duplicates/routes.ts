import { createRoute, z } from '@hono/zod-openapi';
import { pairShape, shownPair } from '#people';
import { answers, cursors, json, jsonBody, needs, routes } from '#platform/http';
import { streamResponse, tableFormats } from '#platform/spreadsheet';
import { choices, type DuplicatePair } from './model.ts';
import { decidePair, listDuplicates, reopenPair } from './service/decide.ts';
import { duplicatesTable } from './service/export.ts';
import { searchDuplicates } from './service/find.ts';
import { latestSearch } from './service/latest-search.ts';

const progress = z
  .object({
    open: z.int(),
    later: z.int(),
    elsewhere: z.int().describe('Open pairs of which the scope shows one record only.'),
  })
  .openapi('DuplicateProgress');

const pair = z
  .object({
    ...pairShape,
    decision: z
      .object({ choice: z.enum(choices), why: z.string().nullable(), by: z.string(), at: z.string() })
      .nullable(),
  })
  .openapi('DuplicatePair');

const search = z
  .object({
    searchId: z.uuid(),
    areaName: z.string(),
    done: z.int(),
    total: z.int().nullable(),
    finishedAt: z.string().nullable().describe('Null while it runs.'),
    failed: z.boolean(),
  })
  .openapi('DuplicateSearch');

const onePair = { params: z.object({ one: z.uuid(), other: z.uuid() }) };

export const duplicates = routes()
  .openapi(
    createRoute({
      method: 'get',
      path: '/duplicates',
      summary: 'Records that may be one person, side by side, 25 at a time',
      ...needs('people.merge'),
      request: { query: z.object({ later: z.enum(['true']).optional(), after: cursors.pair.optional() }) },
      responses: {
        ...answers,
        200: json(
          z.object({
            progress,
            pairs: z.array(pair),
            next: z.string().nullable(),
            search: search.nullable().describe('The latest search of an area in scope; null when none was.'),
          }),
          'Pairs, the likeliest first.',
        ),
      },
    }),
    async (c) => {
      const { ctx } = c.var;
      const { later, after } = c.req.valid('query');
      const list = await listDuplicates(ctx, { later: later === 'true', after });
      const answer = {
        progress: list.progress,
        pairs: list.pairs.map(shown),
        next: list.next,
        search: await latestSearch(ctx),
      };
      return c.json(answer, 200);
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/duplicates/table',
      summary: 'All open pairs as CSV or XLSX',
      ...needs('people.merge'),
      request: { query: z.object({ format: z.enum(tableFormats).default('csv') }) },
      responses: { ...answers, 200: { description: 'The table.' } },
    }),
    (c) => streamResponse(duplicatesTable(c.var.ctx), c.req.valid('query').format),
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/duplicates/searches',
      summary: 'Compare everybody of an area with the whole base; a job does it',
      ...needs('people.merge'),
      request: jsonBody(z.object({ area: z.int().describe('Ten digits, of any level.') })),
      responses: { ...answers, 202: json(z.object({ searchId: z.uuid() }), 'Queued.') },
    }),
    async (c) => c.json({ searchId: await searchDuplicates(c.var.ctx, c.req.valid('json').area) }, 202),
  )
  .openapi(
    createRoute({
      method: 'put',
      path: '/duplicates/{one}/{other}',
      summary: 'Decide a pair; deciding again replaces it',
      ...needs('people.merge'),
      request: {
        ...onePair,
        ...jsonBody(
          z.object({
            choice: z.enum(choices).describe('same merges the records.'),
            keep: z.uuid().optional().describe('For `same`: whose record speaks for both.'),
            why: z.string().min(3).max(300).optional(),
          }),
        ),
      },
      responses: { ...answers, 200: json(progress, 'Decided.') },
    }),
    async (c) => {
      const { one, other } = c.req.valid('param');
      return c.json(await decidePair(c.var.ctx, [one, other], c.req.valid('json')), 200);
    },
  )
  .openapi(
    createRoute({
      method: 'delete',
      path: '/duplicates/{one}/{other}',
      summary: 'Take a decision back; what was merged is two people again',
      ...needs('people.merge'),
      request: onePair,
      responses: { ...answers, 200: json(progress, 'Open again.') },
    }),
    async (c) => {
      const { one, other } = c.req.valid('param');
      return c.json(await reopenPair(c.var.ctx, [one, other]), 200);
    },
  );

function shown(one: DuplicatePair) {
  return { ...shownPair(one), decision: one.decision };
}
