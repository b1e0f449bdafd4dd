import { createRoute, z } from '@hono/zod-openapi';
import { areaCode } from '#areas';
import { answers, byId, cursors, dayText, json, jsonBody, needs, routes } from '#platform/http';
import { streamResponse, tableFormats } from '#platform/spreadsheet';
import { seekerEnds, trainings } from './model.ts';
import { endSeeking, listSeekers, recordSeeker, seekersTable } from './service.ts';

const place = z.object({ code: z.int(), name: z.string(), level: z.string() });
const placeOf = ({ code, name, level }: z.infer<typeof place>) => ({ code, name, level });

const list = z
  .object({
    area: place,
    parents: z.array(place),
    below: z.array(z.object({ code: z.int(), name: z.string(), people: z.int() })),
    wished: z.array(z.object({ training: z.enum(trainings), people: z.int() })),
    total: z.int(),
    seekers: z.array(
      z.object({
        seekerId: z.uuid(),
        personId: z.uuid(),
        name: z.string().nullable(),
        sex: z.enum(['L', 'P']).nullable(),
        birthDate: z.string().nullable(),
        village: z.int(),
        villageName: z.string(),
        training: z.enum(trainings),
        since: z.string(),
        source: z.string(),
      }),
    ),
    next: z.string().nullable(),
  })
  .openapi('JobSeekers');

const query = z.object({ area: areaCode, training: z.enum(trainings).optional() });

export const seekers = routes()
  .openapi(
    createRoute({
      method: 'get',
      path: '/seekers',
      summary: 'Who looks for work in an area, a hundred at a time, and the training they wish for',
      ...needs('seekers.read'),
      request: { query: query.extend({ after: cursors.resident.optional() }) },
      responses: { ...answers, 200: json(list, 'Job seekers, by village and name.') },
    }),
    async (c) => {
      const found = await listSeekers(c.var.ctx, c.req.valid('query'));
      return c.json(
        {
          ...found,
          area: placeOf(found.area),
          parents: found.parents.map(placeOf),
          below: [...found.below],
          wished: [...found.wished],
          seekers: [...found.seekers],
        },
        200,
      );
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/seekers/file',
      summary: 'All of them as CSV or XLSX, written as they are read',
      ...needs('seekers.read'),
      request: { query: query.extend({ format: z.enum(tableFormats) }) },
      responses: { ...answers, 200: { description: 'The file.' } },
    }),
    async (c) => {
      const { format, ...wanted } = c.req.valid('query');
      return streamResponse(await seekersTable(c.var.ctx, wanted), format);
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/seekers',
      summary: 'Record that a known person looks for work',
      ...needs('seekers.manage'),
      request: jsonBody(
        z.object({
          personId: z.uuid(),
          training: z.enum(trainings),
          since: dayText,
          source: z.string().min(3).max(200),
        }),
      ),
      responses: { ...answers, 201: json(z.object({ seekerId: z.uuid() }), 'The record.') },
    }),
    async (c) => c.json({ seekerId: await recordSeeker(c.var.ctx, c.req.valid('json')) }, 201),
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/seekers/{id}/ending',
      summary: 'Record that somebody no longer looks for work',
      ...needs('seekers.manage'),
      request: {
        ...byId,
        ...jsonBody(z.object({ personId: z.uuid(), lastDay: dayText, reason: z.enum(seekerEnds) })),
      },
      responses: { ...answers, 204: { description: 'Ended.' } },
    }),
    async (c) => {
      const { personId, lastDay, reason } = c.req.valid('json');
      await endSeeking(c.var.ctx, { personId, seekerId: c.req.valid('param').id }, lastDay, reason);
      return c.body(null, 204);
    },
  );
