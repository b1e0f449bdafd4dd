import { createRoute, z } from '@hono/zod-openapi';
import { comparedPerson, likenessShape, shownLikeness } from '#people';
import { answers, json, jsonBody, needs, routes } from '#platform/http';
import type { Language } from '#platform/messages';
import { decideRow, reopenRow } from './service/decide.ts';
import { textOf } from './service/read.ts';
import { listReview, type ReviewRow } from './service/review.ts';

const said = {
  text: z.string().describe('In the language of the request.'),
  remedy: z.string(),
};

const candidate = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.enum(['person', 'row']),
      place: z.int().describe('What a decision names: 1, 2, …'),
      person: comparedPerson,
      ...likenessShape,
      at: z
        .object({ sheet: z.string(), row: z.int() })
        .nullable()
        .describe('Where it stands in the file; null for somebody of the base.'),
    }),
    z.object({
      kind: z.literal('elsewhere').describe('Outside the scope: nothing but the kabupaten is told.'),
      place: z.int(),
      regency: z.string().nullable(),
    }),
  ])
  .openapi('Candidate');

const row = z
  .object({
    ordinal: z.int(),
    sheet: z.string(),
    row: z.int(),
    ...said,
    person: comparedPerson,
    candidates: z.array(candidate),
    doubts: z.array(z.object({ code: z.string(), ...said })).describe('About the row itself.'),
    mayBeNew: z.boolean(),
    claims: z.boolean().describe('Somebody else holds the NIK: as a new person the row would dispute it.'),
    decision: z
      .object({
        choice: z.enum(['same', 'new', 'left', 'threshold']),
        place: z.int().nullable(),
        why: z.string().nullable(),
        by: z.string().nullable(),
        at: z.string().nullable(),
        earlier: z.boolean().describe('Made on an earlier roster, for a row of the same content.'),
      })
      .nullable(),
  })
  .openapi('ReviewRow');

const progress = { total: z.int(), decided: z.int().describe('Left for now counts as decided.') };

const decided = z.object({ ...progress, row }).openapi('DecidedRow');

const oneRow = { params: z.object({ id: z.uuid(), ordinal: z.coerce.number().int().min(1) }) };

function shown({ because, doubts, ...rest }: ReviewRow, language: Language) {
  return {
    ...rest,
    candidates: rest.candidates.map((one) =>
      one.kind === 'elsewhere' ? one : { ...one, ...shownLikeness(one) },
    ),
    ...textOf(language, because.code, because.facts),
    doubts: doubts.map(({ code, facts }) => ({ code, ...textOf(language, code, facts) })),
  };
}

export const rosterReview = routes()
  .openapi(
    createRoute({
      method: 'get',
      path: '/rosters/{id}/review',
      summary: 'Doubtful rows beside whom they may mean, 25 at a time',
      ...needs('rosters.review'),
      request: {
        params: z.object({ id: z.uuid() }),
        query: z.object({
          after: z.coerce.number().int().min(0).optional(),
          open: z.enum(['true']).optional().describe('Only rows that nobody has decided.'),
        }),
      },
      responses: {
        ...answers,
        200: json(
          z.object({
            ...progress,
            fileName: z.string(),
            mayDecide: z.boolean().describe('False once the roster is being accepted, or was.'),
            rows: z.array(row),
            next: z.int().nullable(),
          }),
          'Rows in file order.',
        ),
      },
    }),
    async (c) => {
      const { ctx } = c.var;
      const { after, open } = c.req.valid('query');
      const found = await listReview(ctx, c.req.valid('param').id, { after, open: open === 'true' });
      const { total, decided: done, next, roster } = found;
      const rows = found.rows.map((one) => shown(one, ctx.language));
      const mayDecide = roster.state === 'checked';
      return c.json({ total, decided: done, fileName: roster.fileName, mayDecide, rows, next }, 200);
    },
  )
  .openapi(
    createRoute({
      method: 'put',
      path: '/rosters/{id}/review/{ordinal}',
      summary: 'Decide a doubtful row; deciding again replaces it',
      ...needs('rosters.review'),
      request: {
        ...oneRow,
        ...jsonBody(
          z.object({
            choice: z.enum(['same', 'new', 'left']),
            candidate: z.int().min(1).optional().describe('Place of the candidate; only for `same`.'),
            why: z.string().min(3).max(300).optional(),
          }),
        ),
      },
      responses: { ...answers, 200: json(decided, 'The row, decided.') },
    }),
    async (c) => {
      const { id, ordinal } = c.req.valid('param');
      const { row: one, ...rest } = await decideRow(c.var.ctx, id, ordinal, c.req.valid('json'));
      return c.json({ ...rest, row: shown(one, c.var.ctx.language) }, 200);
    },
  )
  .openapi(
    createRoute({
      method: 'delete',
      path: '/rosters/{id}/review/{ordinal}',
      summary: 'Take a decision back; the row is in doubt again',
      ...needs('rosters.review'),
      request: oneRow,
      responses: { ...answers, 200: json(decided, 'The row, open.') },
    }),
    async (c) => {
      const { id, ordinal } = c.req.valid('param');
      const { row: one, ...rest } = await reopenRow(c.var.ctx, id, ordinal);
      return c.json({ ...rest, row: shown(one, c.var.ctx.language) }, 200);
    },
  );
