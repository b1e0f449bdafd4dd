import { createRoute, z } from '@hono/zod-openapi';
import { answers, byId, cursors, json, jsonBody, needs, routes } from '#platform/http';
import { decidedRow, oneRow, reviewPage, rowDecision, shownReviewRow } from '#rosters';
import { count } from './schemas.ts';
import { decideMember, reopenMember } from './service/decide.ts';
import { listMemberReview } from './service/review.ts';

const memberReviewPage = reviewPage.extend({
  forgotten: count.describe('Doubtful rows whose strangers were forgotten: nobody can decide them.'),
});

export const memberReview = routes()
  .openapi(
    createRoute({
      method: 'get',
      path: '/members/{id}/review',
      summary: 'Doubtful rows of a member file beside whom they may mean, 25 at a time',
      ...needs('members.import'),
      request: {
        ...byId,
        query: z.object({
          after: cursors.row.optional(),
          open: z.enum(['true']).optional().describe('Only rows that nobody has decided.'),
        }),
      },
      responses: { ...answers, 200: json(memberReviewPage, 'Rows in file order.') },
    }),
    async (c) => {
      const { ctx } = c.var;
      const { after, open } = c.req.valid('query');
      const found = await listMemberReview(ctx, c.req.valid('param').id, { after, open: open === 'true' });
      const { total, decided, next, file } = found;
      const rows = found.rows.map((one) => shownReviewRow(one, ctx.language));
      const mayDecide = file.replacedAt === null;
      const forgotten = file.desk?.forgotten ?? 0;
      return c.json({ total, decided, forgotten, fileName: file.fileName, mayDecide, rows, next }, 200);
    },
  )
  .openapi(
    createRoute({
      method: 'put',
      path: '/members/{id}/review/{ordinal}',
      summary: 'Decide a doubtful row of a member file: cover follows at once; deciding again replaces it',
      ...needs('members.import'),
      request: { ...oneRow, ...jsonBody(rowDecision) },
      responses: { ...answers, 200: json(decidedRow, 'The row, decided.') },
    }),
    async (c) => {
      const { id, ordinal } = c.req.valid('param');
      const { row, ...rest } = await decideMember(c.var.ctx, id, ordinal, c.req.valid('json'));
      return c.json({ ...rest, row: shownReviewRow(row, c.var.ctx.language) }, 200);
    },
  )
  .openapi(
    createRoute({
      method: 'delete',
      path: '/members/{id}/review/{ordinal}',
      summary: 'Take a decision back; the row is in doubt again, and covers nobody',
      ...needs('members.import'),
      request: oneRow,
      responses: { ...answers, 200: json(decidedRow, 'The row, open.') },
    }),
    async (c) => {
      const { id, ordinal } = c.req.valid('param');
      const { row, ...rest } = await reopenMember(c.var.ctx, id, ordinal);
      return c.json({ ...rest, row: shownReviewRow(row, c.var.ctx.language) }, 200);
    },
  );
