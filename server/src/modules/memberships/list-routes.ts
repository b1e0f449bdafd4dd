import { createRoute, z } from '@hono/zod-openapi';
import { memberGroups, partnerKinds, segments } from '#partners';
import { answers, byId, dayText, json, jsonBody, monthText, needs, routes } from '#platform/http';
import { tableFormats, tableResponse } from '#platform/spreadsheet';
import { listPresumedLeavers, recordStays, stateComplete, withdrawComplete } from './complete-list.ts';
import { leavingReasons, recordLeavers, undoLeaving } from './leaving.ts';
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
const key = { personId: z.uuid(), membershipId: z.uuid() };
const somebody = {
  ...key,
  name: z.string().nullable().describe('Null when the person has since moved out of the caller’s areas.'),
  village: z.int(),
  villageName: z.string(),
  group: z.enum(memberGroups),
};

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

const presumed = z
  .object({
    lists: z.array(
      z.object({
        listId: z.uuid(),
        rosterId: z.uuid(),
        fileName: z.string(),
        agreementNumber: z.string(),
        asOf: z.string(),
        unrecognised: z.int().describe('Rows refused or in doubt: somebody missing may be one of them.'),
      }),
    ),
    missing: z.array(
      z.object({
        ...somebody,
        listId: z.uuid(),
        birthDate: z.string().nullable(),
        from: z.string(),
        likeRow: z.int().nullable().describe('A refused or doubtful row of the list with the same name.'),
      }),
    ),
    total: z.int(),
  })
  .openapi('PresumedLeavers');

const month = z.object({ month: monthText });
const cursor = z
  .string()
  .max(300)
  .regex(/^[^|]*\|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
const span = z.object({ from: dayText, to: dayText });
const format = z.object({ format: z.enum(tableFormats) });
const note = z.string().max(300).nullable().default(null);
const members = z.array(z.object(key)).min(1).max(5000);

/** The list of a partner, who came and who left. */
export const partnerLists = routes()
  .openapi(
    createRoute({
      method: 'get',
      path: '/partners/{id}/members',
      summary: 'Who is a member through a partner in a month, and whether the month is paid',
      ...needs('members.list'),
      request: {
        ...byId,
        query: month.extend({ state: z.enum(paymentStates).optional(), after: cursor.optional() }),
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
      return tableResponse(table, wanted);
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
      return tableResponse(table, wanted);
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/partners/{id}/missing',
      summary: 'Members who are missing on the complete list that the partner sent',
      ...needs('members.list'),
      request: byId,
      responses: { ...answers, 200: json(presumed, 'Presumed leavers, and the lists they are missing on.') },
    }),
    async (c) => {
      const found = await listPresumedLeavers(c.var.ctx, c.req.valid('param').id);
      return c.json({ ...found, lists: [...found.lists], missing: [...found.missing] }, 200);
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/memberships/leavings',
      summary: 'Record that people left: their memberships end after the last day, all or none',
      ...needs('members.end'),
      request: jsonBody(
        z.object({
          members,
          lastDay: dayText,
          reason: z.enum(leavingReasons),
          note,
          listId: z.uuid().nullable().default(null),
        }),
      ),
      responses: {
        ...answers,
        201: json(
          z.object({
            ended: z.int(),
            openBills: z
              .array(z.object({ number: z.string(), people: z.int(), months: z.int(), amount: z.int() }))
              .describe('Unpaid bills that still ask for months after the last day; nothing is taken off.'),
            paidBeyond: z.int().describe('People with paid months after the last day; they stay covered.'),
          }),
          'What ended, and what hangs on it.',
        ),
      },
    }),
    async (c) => {
      const left = await recordLeavers(c.var.ctx, c.req.valid('json'));
      return c.json({ ...left, openBills: [...left.openBills] }, 201);
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/memberships/leavings/undoing',
      summary: 'Take back that somebody left',
      ...needs('members.end'),
      request: jsonBody(z.object(key)),
      responses: { ...answers, 204: { description: 'The membership goes on.' } },
    }),
    async (c) => {
      await undoLeaving(c.var.ctx, c.req.valid('json'));
      return c.body(null, 204);
    },
  )
  .openapi(
    createRoute({
      method: 'put',
      path: '/rosters/{id}/completeness',
      summary: 'State that a roster names everybody: who is missing on it has presumably left',
      ...needs('members.end'),
      request: byId,
      responses: { ...answers, 200: json(z.object({ listId: z.uuid() }), 'The complete list.') },
    }),
    async (c) => c.json({ listId: await stateComplete(c.var.ctx, c.req.valid('param').id) }, 200),
  )
  .openapi(
    createRoute({
      method: 'delete',
      path: '/complete-lists/{id}',
      summary: 'Take back that a roster is complete',
      ...needs('members.end'),
      request: byId,
      responses: { ...answers, 204: { description: 'Nobody is asked about it any more.' } },
    }),
    async (c) => {
      await withdrawComplete(c.var.ctx, c.req.valid('param').id);
      return c.body(null, 204);
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/complete-lists/{id}/stays',
      summary: 'Record that people missing on a complete list are members all the same',
      ...needs('members.end'),
      request: { ...byId, ...jsonBody(z.object({ members, note })) },
      responses: { ...answers, 204: { description: 'Recorded.' } },
    }),
    async (c) => {
      const { members: stayed, note: said } = c.req.valid('json');
      await recordStays(c.var.ctx, c.req.valid('param').id, stayed, said);
      return c.body(null, 204);
    },
  );
