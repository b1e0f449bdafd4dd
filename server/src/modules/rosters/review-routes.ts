import { createRoute, z } from '@hono/zod-openapi';
import { answers, cursors, json, jsonBody, needs, routes } from '#platform/http';
import { decidedRow, oneRow, reviewPage, rowDecision, shownReviewRow } from './review-desk.ts';
import { decideRow, reopenRow } from './service/decide.ts';
import { listReview } from './service/review.ts';

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
          after: cursors.row.optional(),
          open: z.enum(['true']).optional().describe('Only rows that nobody has decided.'),
        }),
      },
      responses: {
        ...answers,
        200: json(reviewPage, 'Rows in file order.'),
      },
    }),
    async (c) => {
      const { ctx } = c.var;
      const { after, open } = c.req.valid('query');
      const found = await listReview(ctx, c.req.valid('param').id, { after, open: open === 'true' });
      const { total, decided: done, next, roster } = found;
      const rows = found.rows.map((one) => shownReviewRow(one, ctx.language));
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
        ...jsonBody(rowDecision),
      },
      responses: { ...answers, 200: json(decidedRow, 'The row, decided.') },
    }),
    async (c) => {
      const { id, ordinal } = c.req.valid('param');
      const { row: one, ...rest } = await decideRow(c.var.ctx, id, ordinal, c.req.valid('json'));
      return c.json({ ...rest, row: shownReviewRow(one, c.var.ctx.language) }, 200);
    },
  )
  .openapi(
    createRoute({
      method: 'delete',
      path: '/rosters/{id}/review/{ordinal}',
      summary: 'Take a decision back; the row is in doubt again',
      ...needs('rosters.review'),
      request: oneRow,
      responses: { ...answers, 200: json(decidedRow, 'The row, open.') },
    }),
    async (c) => {
      const { id, ordinal } = c.req.valid('param');
      const { row: one, ...rest } = await reopenRow(c.var.ctx, id, ordinal);
      return c.json({ ...rest, row: shownReviewRow(one, c.var.ctx.language) }, 200);
    },
  );
