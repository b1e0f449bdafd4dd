import { createRoute, z } from '@hono/zod-openapi';
import { answers, byId, dayText, json, jsonBody, needs, routes } from '#platform/http';
import { tableFormats, tableResponse } from '#platform/spreadsheet';
import { endReasons } from './model.ts';
import { appointment, areaFigures, byCode, otherCover, placeOf, query, village } from './schemas.ts';
import { appoint, vacate } from './service/hold.ts';
import { previewHolder } from './service/preview.ts';
import { areaSeats, officialsTable, villageSeats } from './service/read.ts';
import { replaceHolder } from './service/replace.ts';
import { stateSeats } from './service/seats.ts';
import { takeHolders, takenOutcomes } from './service/take-from-roster.ts';

export const offices = routes()
  .openapi(
    createRoute({
      method: 'get',
      path: '/offices',
      summary: 'Seats of village bodies in an area: how many, filled, covered, vacant, ending',
      ...needs('offices.read'),
      request: { query },
      responses: { ...answers, 200: json(areaFigures, 'The area, its bodies, and the areas right below.') },
    }),
    async (c) => {
      const found = await areaSeats(c.var.ctx, c.req.valid('query'));
      return c.json(
        {
          ...found,
          area: placeOf(found.area),
          parents: found.parents.map(placeOf),
          bodies: [...found.bodies],
          rows: [...found.rows],
          sources: [...found.sources],
        },
        200,
      );
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/offices/file',
      summary: 'Everybody in a seat of an area, as CSV or XLSX',
      ...needs('offices.read'),
      request: { query: query.extend({ format: z.enum(tableFormats) }) },
      responses: { ...answers, 200: { description: 'The file.' } },
    }),
    async (c) => {
      const { format, ...wanted } = c.req.valid('query');
      return tableResponse(await officialsTable(c.var.ctx, wanted), format);
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/offices/villages/{code}',
      summary: 'The bodies of a village with their seats and holders',
      ...needs('offices.read'),
      request: { ...byCode, query: z.object({ on: dayText.optional() }) },
      responses: { ...answers, 200: json(village, 'Bodies, seats, holders, and who was in office before.') },
    }),
    async (c) => {
      const found = await villageSeats(c.var.ctx, {
        area: c.req.valid('param').code,
        ...c.req.valid('query'),
      });
      const holders = (list: (typeof found)['former']) =>
        list.map((one) => ({ ...one, others: [...one.others] }));
      return c.json(
        {
          ...found,
          area: placeOf(found.area),
          parents: found.parents.map(placeOf),
          offices: found.offices.map((one) => ({ ...one, holders: holders(one.holders) })),
          former: holders(found.former),
        },
        200,
      );
    },
  )
  .openapi(
    createRoute({
      method: 'put',
      path: '/offices/villages/{code}/seats',
      summary: 'State how many seats of an office a village has from a day on',
      ...needs('offices.manage'),
      request: {
        ...byCode,
        ...jsonBody(
          z.object({
            office: z.string(),
            since: dayText,
            seats: z.int().min(0).max(500),
            source: z.string().min(3).max(200).describe('The document, such as a Perdes with its number.'),
          }),
        ),
      },
      responses: { ...answers, 204: { description: 'Recorded.' } },
    }),
    async (c) => {
      await stateSeats(c.var.ctx, { village: c.req.valid('param').code, ...c.req.valid('json') });
      return c.body(null, 204);
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/offices/villages/{code}/holders',
      summary: 'Put a known person into a free seat',
      ...needs('offices.manage'),
      request: { ...byCode, ...jsonBody(z.object({ office: z.string(), ...appointment })) },
      responses: {
        ...answers,
        201: json(z.object({ holdingId: z.uuid(), elsewhere: otherCover }), 'The holding.'),
      },
    }),
    async (c) => {
      const { office, ...person } = c.req.valid('json');
      return c.json(await appoint(c.var.ctx, c.req.valid('param').code, office, person), 201);
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/offices/people/{id}/other-cover',
      summary: 'What protects somebody already who is thought of for a seat',
      ...needs('offices.manage'),
      request: {
        ...byId,
        query: z.object({
          office: z.string(),
          from: dayText.describe('First day in office, at most a year from today.'),
          replaces: z
            .uuid()
            .optional()
            .describe('Who holds the seat now, when memberships are to change with it.'),
        }),
      },
      responses: { ...answers, 200: json(z.object({ elsewhere: otherCover }), 'What was found.') },
    }),
    async (c) => {
      const candidate = { personId: c.req.valid('param').id, ...c.req.valid('query') };
      return c.json({ elsewhere: await previewHolder(c.var.ctx, candidate) }, 200);
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/offices/holdings/{id}/ending',
      summary: 'End a holding: the seat is vacant from the day after',
      ...needs('offices.manage'),
      request: {
        ...byId,
        ...jsonBody(z.object({ personId: z.uuid(), lastDay: dayText, reason: z.enum(endReasons) })),
      },
      responses: { ...answers, 204: { description: 'Ended.' } },
    }),
    async (c) => {
      const { personId, lastDay, reason } = c.req.valid('json');
      await vacate(c.var.ctx, { personId, holdingId: c.req.valid('param').id }, lastDay, reason);
      return c.body(null, 204);
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/offices/holdings/{id}/replacement',
      summary: 'Change the holder of a seat in one act, with the memberships under the agreement of the body',
      ...needs('offices.manage'),
      request: {
        ...byId,
        ...jsonBody(
          z.object({
            holderId: z.uuid().describe('Who holds the seat now.'),
            reason: z.enum(endReasons).default('replaced'),
            diedOn: dayText
              .nullable()
              .default(null)
              .describe('Day of death of who holds it now; asked for with that reason, and recorded.'),
            enrol: z.boolean().default(true).describe('False leaves memberships alone.'),
            ...appointment,
          }),
        ),
      },
      responses: {
        ...answers,
        201: json(
          z.object({
            holdingId: z.uuid(),
            memberships: z
              .enum([
                'changed',
                'notWanted',
                'notAllowed',
                'noAgreement',
                'otherSeat',
                'memberAlready',
                'paidElsewhere',
              ])
              .describe('What became of the memberships, or why nothing did.'),
            oldUntil: z.string().nullable().describe('Last day of the membership of who left.'),
            newFrom: z.string().nullable().describe('First day of the membership of who came.'),
            elsewhere: otherCover,
          }),
          'The new holding.',
        ),
      },
    }),
    async (c) => {
      const { holderId, ...input } = c.req.valid('json');
      const key = { personId: holderId, holdingId: c.req.valid('param').id };
      return c.json(await replaceHolder(c.var.ctx, key, input), 201);
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/offices/rosters/{id}/holders',
      summary: 'Take the holders of seats from an accepted roster with the columns Jabatan, SK, Masa Jabatan',
      ...needs('offices.manage'),
      request: byId,
      responses: {
        ...answers,
        201: json(
          z.object({
            seated: z.int(),
            left: z
              .array(
                z.object({
                  sheet: z.string(),
                  row: z.int(),
                  name: z.string().nullable(),
                  officeText: z.string(),
                  outcome: z.enum(takenOutcomes),
                }),
              )
              .describe('Rows that brought no holder, at most 500.'),
          }),
          'What became of the rows.',
        ),
      },
    }),
    async (c) => {
      const taken = await takeHolders(c.var.ctx, c.req.valid('param').id);
      return c.json({ ...taken, left: [...taken.left] }, 201);
    },
  );
