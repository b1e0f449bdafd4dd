import { createRoute, z } from '@hono/zod-openapi';
import { areaCode } from '#areas';
import { memberGroups, partnerKinds, segments } from '#partners';
import { answers, byId, cursors, dayText, json, monthText, needs, routes } from '#platform/http';
import { streamResponse, tableFormats, tableResponse } from '#platform/spreadsheet';
import { classesTable, countClasses } from './classes.ts';
import { leavingReasons } from './leaving.ts';
import { somebody } from './leaving-routes.ts';
import {
  listPartnerChanges,
  listPartnerMembers,
  partnerChangesTable,
  partnerListTable,
  paymentStates,
} from './partner-list.ts';

const partner = z.object({
  partnerId: z.uuid(),
  kind: z.enum(partnerKinds),
  name: z.string(),
  area: z.int(),
  example: z.boolean(),
});
const list = z
  .object({
    partner,
    month: z.string(),
    counts: z
      .object({ paid: z.int(), unpaid: z.int(), lapsed: z.int() })
      .describe(
        'Of the whole list. unpaid: not yet, or arrears the law allows; lapsed: its patience is over.',
      ),
    members: z.array(
      z.object({
        ...somebody,
        birthDate: z.string().nullable(),
        segment: z.enum(segments),
        agreementNumber: z.string(),
        from: z.string(),
        until: z.string().nullable().describe('First day that is no longer membership; null while it lasts.'),
        state: z.enum(paymentStates),
        paidThrough: z.string().nullable(),
      }),
    ),
    next: z.string().nullable().describe('`after` of the next page; null on the last.'),
  })
  .openapi('PartnerList');

const changes = z
  .object({
    partner,
    entered: z.int(),
    left: z.int(),
    changes: z
      .array(
        z.object({
          ...somebody,
          kind: z.enum(['entered', 'left']),
          on: z.string().describe('First day of membership, or its last.'),
          agreementNumber: z.string(),
          reason: z.enum([...leavingReasons, 'agreement_ended']).nullable(),
          note: z.string().nullable().describe('File of the roster, or the remark on the leaving.'),
          recordedBy: z.string().nullable(),
          undoable: z.boolean(),
        }),
      )
      .describe('At most 500; the file has them all.'),
  })
  .openapi('PartnerChanges');

const month = z.object({ month: monthText });
const span = z.object({ from: dayText, to: dayText });
const format = z.object({ format: z.enum(tableFormats) });

const classes = z
  .object({
    month: z.string(),
    classes: z.array(
      z.object({
        partnerId: z.uuid(),
        partnerName: z.string(),
        kind: z.enum(partnerKinds),
        area: z.int().describe('Seat of the partner.'),
        areaName: z.string(),
        segment: z.enum(segments),
        group: z.enum(memberGroups),
        members: z.int().describe('People with a membership in the month.'),
        paid: z.int().describe('Of these: whose month is paid.'),
      }),
    ),
  })
  .openapi('MemberClasses');
const classQuery = month.extend({ area: areaCode.optional() });

/** The list of a partner, who came and who left. */
export const partnerLists = routes()
  .openapi(
    createRoute({
      method: 'get',
      path: '/memberships/classes',
      summary: 'Members by partner, segment and group',
      ...needs('members.list'),
      request: { query: classQuery },
      responses: { ...answers, 200: json(classes, 'Partners with members, by name.') },
    }),
    async (c) => {
      const query = c.req.valid('query');
      return c.json({ month: query.month, classes: await countClasses(c.var.ctx, query) }, 200);
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/memberships/classes/file',
      summary: 'The same as CSV or XLSX',
      ...needs('members.list'),
      request: { query: classQuery.extend(format.shape) },
      responses: { ...answers, 200: { description: 'The file.' } },
    }),
    async (c) => {
      const { format: wanted, ...query } = c.req.valid('query');
      return tableResponse(await classesTable(c.var.ctx, query), wanted);
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/partners/{id}/members',
      summary: 'Who is a member through a partner in a month, and whether the month is paid',
      ...needs('members.list'),
      request: {
        ...byId,
        query: month.extend({ state: z.enum(paymentStates).optional(), after: cursors.name.optional() }),
      },
      responses: { ...answers, 200: json(list, 'A page of the list, by name.') },
    }),
    async (c) => {
      const found = await listPartnerMembers(c.var.ctx, {
        partnerId: c.req.valid('param').id,
        ...c.req.valid('query'),
      });
      return c.json({ ...found, members: [...found.members] }, 200);
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/partners/{id}/members/file',
      summary: 'The whole list as CSV or XLSX',
      ...needs('members.list'),
      request: {
        ...byId,
        query: month.extend({ state: z.enum(paymentStates).optional() }).extend(format.shape),
      },
      responses: { ...answers, 200: { description: 'The file.' } },
    }),
    async (c) => {
      const { format: wanted, ...query } = c.req.valid('query');
      const table = await partnerListTable(c.var.ctx, { partnerId: c.req.valid('param').id, ...query });
      return streamResponse(table, wanted);
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/partners/{id}/changes',
      summary: 'Who entered and who left the list of a partner in a span of days',
      ...needs('members.list'),
      request: { ...byId, query: span },
      responses: { ...answers, 200: json(changes, 'Entrants and leavers, by day.') },
    }),
    async (c) => {
      const query = c.req.valid('query');
      const found = await listPartnerChanges(c.var.ctx, { partnerId: c.req.valid('param').id, ...query });
      return c.json({ ...found, changes: [...found.changes] }, 200);
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/partners/{id}/changes/file',
      summary: 'Entrants and leavers as CSV or XLSX',
      ...needs('members.list'),
      request: { ...byId, query: span.extend(format.shape) },
      responses: { ...answers, 200: { description: 'The file.' } },
    }),
    async (c) => {
      const { format: wanted, ...query } = c.req.valid('query');
      const table = await partnerChangesTable(c.var.ctx, { partnerId: c.req.valid('param').id, ...query });
      return streamResponse(table, wanted);
    },
  );
