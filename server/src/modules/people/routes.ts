import { createRoute, z } from '@hono/zod-openapi';
import { answers, byId, cursors, json, jsonBody, needs, routes } from '#platform/http';
import { tableFormats, tableResponse } from '#platform/spreadsheet';
import { deathShape } from './death-routes.ts';
import { disputesTable, listDisputes, settleDispute } from './disputes.ts';
import { getPerson, revealPerson, searchPeople } from './service.ts';

const summary = z
  .object({
    personId: z.uuid(),
    name: z.string(),
    sex: z.enum(['L', 'P']).nullable(),
    birthDate: z
      .string()
      .nullable()
      .describe('Day of birth; see birthPrecision for how much of it is known.'),
    birthPrecision: z.enum(['day', 'month', 'year']).nullable(),
    area: z.int().describe('Village of residence, ten digits.'),
    areaName: z.string(),
    example: z.boolean().describe('Synthetic: part of the shipped example.'),
    diedOn: z.string().nullable(),
    merged: z.boolean().describe('Another record speaks for this one.'),
  })
  .openapi('PersonSummary');

const personFile = z
  .object({
    person: summary,
    nikMasked: z.string().nullable(),
    residences: z.array(
      z.object({
        area: z.int(),
        areaName: z.string(),
        rt: z.string().nullable(),
        rw: z.string().nullable(),
        from: z.string(),
        until: z.string().nullable(),
        source: z.string(),
      }),
    ),
    work: z.array(
      z.object({
        occupation: z.string(),
        occupationText: z.string(),
        from: z.string(),
        until: z.string().nullable(),
      }),
    ),
    mergedInto: summary.nullable().describe('The record that speaks for this one; null outside the scope.'),
    merges: z
      .array(
        z.object({
          aliasId: z.uuid(),
          record: summary,
          intoName: z.string().nullable().describe('What it was merged into, which may be merged itself.'),
          by: z.string(),
          at: z.string(),
          reason: z.string(),
        }),
      )
      .describe('Records for which this one speaks.'),
    deaths: z.array(deathShape).describe('What was said of their death; what holds comes first.'),
    fillings: z
      .array(
        z.object({
          rosterId: z.uuid(),
          fields: z.array(z.string()).describe('Names of fields; never what they say.'),
          at: z.string(),
          undoneAt: z.string().nullable().describe('When the list was undone; null while it stands.'),
        }),
      )
      .describe('Fields that were empty and that lists filled in, the latest list first.'),
  })
  .openapi('PersonFile');

const clear = z
  .object({
    nik: z.string().nullable(),
    kk: z.string().nullable().describe('Number of the family card.'),
    mother: z.string().nullable(),
    phone: z.string().nullable(),
    address: z.string().nullable(),
  })
  .openapi('ClearPerson');

export const people = routes()
  .openapi(
    createRoute({
      // Posted, though it changes nothing: an address is written into the logs of whatever stands in front of the server.
      method: 'post',
      path: '/people/search',
      summary: 'Find people by name or by a whole NIK',
      ...needs('people.read'),
      request: jsonBody(z.object({ q: z.string().max(100), after: cursors.name.optional() })),
      responses: {
        ...answers,
        200: json(z.object({ people: z.array(summary), next: z.string().nullable() }), 'People, by name.'),
      },
    }),
    async (c) => {
      const { q, after } = c.req.valid('json');
      const page = await searchPeople(c.var.ctx, q, after);
      return c.json({ people: [...page.people], next: page.next }, 200);
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/people/disputes',
      summary: 'NIKs that several people claim',
      ...needs('people.settle'),
      responses: {
        ...answers,
        200: json(
          z.object({
            disputes: z.array(
              z.object({
                people: z.array(summary),
                elsewhere: z.int().describe('Claimants outside the scope.'),
              }),
            ),
          }),
          'Disputes, the oldest first.',
        ),
      },
    }),
    async (c) => {
      const disputes = await listDisputes(c.var.ctx);
      return c.json({ disputes: disputes.map((one) => ({ ...one, people: [...one.people] })) }, 200);
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/people/disputes/table',
      summary: 'The same as CSV or XLSX, a line for each claimant',
      ...needs('people.settle'),
      request: { query: z.object({ format: z.enum(tableFormats).default('csv') }) },
      responses: { ...answers, 200: { description: 'The table.' } },
    }),
    async (c) => tableResponse(await disputesTable(c.var.ctx), c.req.valid('query').format),
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/people/{id}/nik-settlement',
      summary: 'Settle that a disputed NIK is this person’s; the others stay without one',
      ...needs('people.settle'),
      request: { ...byId, ...jsonBody(z.object({ reason: z.string().min(5).max(300) })) },
      responses: { ...answers, 204: { description: 'Settled.' } },
    }),
    async (c) => {
      await settleDispute(c.var.ctx, c.req.valid('param').id, c.req.valid('json').reason);
      return c.body(null, 204);
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/people/{id}',
      summary: 'One person, masked',
      ...needs('people.read'),
      request: byId,
      responses: { ...answers, 200: json(personFile, 'The person.') },
    }),
    async (c) => {
      const file = await getPerson(c.var.ctx, c.req.valid('param').id);
      const { residences, work, merges, deaths, fillings } = file;
      return c.json(
        {
          ...file,
          residences: [...residences],
          work: [...work],
          merges: [...merges],
          deaths: [...deaths],
          fillings: fillings.map(({ fields, ...filling }) => ({ ...filling, fields: [...fields] })),
        },
        200,
      );
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/people/{id}/revelation',
      summary: 'Read sealed data in clear; audited',
      ...needs('people.reveal'),
      request: {
        ...byId,
        ...jsonBody(z.object({ reason: z.string().min(5).max(300) })),
      },
      responses: { ...answers, 200: json(clear, 'The sealed record; null where nothing is known.') },
    }),
    async (c) => {
      const { reason } = c.req.valid('json');
      const record = await revealPerson(c.var.ctx, c.req.valid('param').id, reason);
      return c.json(
        {
          nik: record.nik ?? null,
          kk: record.kk ?? null,
          mother: record.mother ?? null,
          phone: record.phone ?? null,
          address: record.address ?? null,
        },
        200,
      );
    },
  );
