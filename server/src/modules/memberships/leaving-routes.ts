import { createRoute, z } from '@hono/zod-openapi';
import { memberGroups } from '#partners';
import { answers, byId, dayText, json, jsonBody, needs, routes } from '#platform/http';
import { listPresumedLeavers, recordStays, stateComplete, withdrawComplete } from './complete-list.ts';
import { leavingReasons, recordLeavers, undoLeaving } from './leaving.ts';

const key = { personId: z.uuid(), membershipId: z.uuid() };
/** A member as the lists of a partner show them. */
export const somebody = {
  ...key,
  name: z.string().nullable().describe('Null when the person has since moved out of the caller’s areas.'),
  village: z.int(),
  villageName: z.string(),
  group: z.enum(memberGroups),
};

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

const note = z.string().max(300).nullable().default(null);
const members = z.array(z.object(key)).min(1).max(5000);

/** Who left the list of a partner, and who is missing on the list it says is complete. */
export const leavings = routes()
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
