import { createRoute, z } from '@hono/zod-openapi';
import { areaCode } from '#areas';
import {
  answers,
  byId,
  cursors,
  dayText,
  events,
  formBody,
  json,
  jsonBody,
  needs,
  routes,
  uploadedFile,
} from '#platform/http';
import { watchProgress } from '#platform/jobs';
import { streamResponse, tableFormats } from '#platform/spreadsheet';
import { verdicts } from './judge/index.ts';
import { policies, purposes } from './model.ts';
import { listedRoster, problemIn, rosterFile, row, shown, undoPreview } from './roster-schemas.ts';
import { requestAcceptance } from './service/accept.ts';
import { rosterRowsTable } from './service/export-rows.ts';
import {
  columnsOf,
  generalTextOf,
  getRoster,
  getWorkbook,
  listMovingRosters,
  listRosterRows,
  textOf,
} from './service/read.ts';
import { sendRoster } from './service/send.ts';
import { previewUndo, requestUndo } from './service/undo.ts';
import { workbookAnswer } from './workbook-answer.ts';

/** A field left empty in a form is not there. */
const percent = z
  .literal('')
  .transform(() => undefined)
  .or(z.coerce.number().int().min(1).max(100))
  .openapi({ type: 'integer', minimum: 1, maximum: 100 });

export const rosters = routes()
  .openapi(
    createRoute({
      method: 'get',
      path: '/rosters',
      summary: 'Rosters in scope, newest first',
      ...needs('rosters.read'),
      responses: {
        ...answers,
        200: json(z.object({ rosters: z.array(listedRoster) }), 'At most 200 rosters.'),
      },
    }),
    async (c) => {
      const { ctx } = c.var;
      const rosters = await listMovingRosters(ctx);
      return c.json(
        { rosters: rosters.map((one) => ({ ...shown(one.roster, ctx.language), progress: one.progress })) },
        200,
      );
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/rosters',
      summary: 'Send a roster; its check begins at once',
      ...needs('rosters.send'),
      request: formBody(
        z.object({
          file: uploadedFile,
          purpose: z.enum(purposes).default('enrol'),
          agreementId: z.uuid().optional().describe('To enrol: the agreement.'),
          area: areaCode.optional().describe('To record: where the people live.'),
          partnerId: z.uuid().optional().describe('To record: whose list it is.'),
          startsOn: dayText,
          policy: z.enum(policies),
          sameFrom: percent.optional(),
          newBelow: percent.optional(),
        }),
      ),
      responses: {
        ...answers,
        201: json(
          z.object({
            rosterId: z.uuid(),
            repeated: z.boolean().describe('The same file came before; nothing changed.'),
          }),
          'The roster.',
        ),
      },
    }),
    async (c) => {
      const { file, ...input } = c.req.valid('form');
      const content = new Uint8Array(await file.arrayBuffer());
      const sent = await sendRoster(c.var.ctx, { ...input, fileName: file.name, content });
      return c.json(sent, 201);
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/rosters/{id}',
      summary: 'One roster with its reasons counted',
      ...needs('rosters.read'),
      request: byId,
      responses: { ...answers, 200: json(rosterFile, 'The roster.') },
    }),
    async (c) => {
      const { ctx } = c.var;
      const found = await getRoster(ctx, c.req.valid('param').id);
      return c.json(
        {
          roster: shown(found.roster, ctx.language),
          reasons: found.reasons.map((one) => ({ ...one, ...generalTextOf(ctx.language, one.reason) })),
          stopped: problemIn(found.stopped, ctx.language),
          columns: [...columnsOf(found.roster).values()].map(({ sheet, columns, unused, form, name }) => ({
            sheet,
            fields: Object.keys(columns),
            unused: [...unused],
            form: form?.kind ?? 'free',
            version: form?.version ?? null,
            mapping: name ?? null,
          })),
        },
        200,
      );
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/rosters/{id}/rows',
      summary: 'Rows with verdict, reason and remedy, a hundred at a time',
      ...needs('rosters.read'),
      request: {
        ...byId,
        query: z.object({
          verdict: z.enum(verdicts).optional(),
          reason: z.string().max(60).optional(),
          after: cursors.row.optional(),
        }),
      },
      responses: {
        ...answers,
        200: json(z.object({ rows: z.array(row), next: z.int().nullable() }), 'Rows in file order.'),
      },
    }),
    async (c) => {
      const { ctx } = c.var;
      const page = await listRosterRows(ctx, c.req.valid('param').id, c.req.valid('query'));
      const rows = page.rows.map(({ facts, warnings, ...one }) => ({
        ...one,
        ...textOf(ctx.language, one.reason, facts),
        warnings: warnings.map((warning) => ({
          code: warning.code,
          ...textOf(ctx.language, warning.code, warning.facts),
        })),
      }));
      return c.json({ rows, next: page.next }, 200);
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/rosters/{id}/rows/file',
      summary: 'The rows as CSV or XLSX, written as they are read; the last line says how many',
      ...needs('rosters.read'),
      request: {
        ...byId,
        query: z.object({
          verdict: z.enum(verdicts).optional(),
          reason: z.string().max(60).optional(),
          format: z.enum(tableFormats).default('xlsx'),
        }),
      },
      responses: { ...answers, 200: { description: 'The file.' } },
    }),
    async (c) => {
      const { format, ...filter } = c.req.valid('query');
      return streamResponse(await rosterRowsTable(c.var.ctx, c.req.valid('param').id, filter), format);
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/rosters/{id}/progress',
      summary: 'Progress of the check or the acceptance, as it moves',
      ...needs('rosters.read'),
      request: byId,
      responses: {
        ...answers,
        200: { description: 'Server-sent events.', content: { 'text/event-stream': { schema: z.string() } } },
      },
    }),
    async (c) => {
      const { id } = c.req.valid('param');
      await getRoster(c.var.ctx, id);
      return events(c, (signal) => watchProgress(c.var.ctx, 'rosters.read', id, signal));
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/rosters/{id}/acceptance',
      summary: 'Enrol the good rows; a job does it',
      ...needs('rosters.accept'),
      request: byId,
      responses: { ...answers, 202: { description: 'Queued.' } },
    }),
    async (c) => {
      await requestAcceptance(c.var.ctx, c.req.valid('param').id);
      return c.body(null, 202);
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/rosters/{id}/undo',
      summary: 'What undoing the acceptance would take back, and what stands in its way',
      ...needs('rosters.accept'),
      request: byId,
      responses: { ...answers, 200: json(undoPreview, 'As it stands now.') },
    }),
    async (c) => {
      const { bills, ...rest } = await previewUndo(c.var.ctx, c.req.valid('param').id);
      return c.json(
        { ...rest, bills: bills.map((bill) => ({ ...bill, payments: [...bill.payments] })) },
        200,
      );
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/rosters/{id}/undo',
      summary: 'Undo the acceptance while nothing was paid; a job does it',
      ...needs('rosters.accept'),
      request: {
        ...byId,
        ...jsonBody(
          z.object({
            why: z.string().trim().min(3).max(500),
            cancelBills: z
              .array(z.string())
              .max(1_000)
              .default([])
              .describe('Numbers of the bills to cancel with it: of those that hold nobody else.'),
          }),
        ),
      },
      responses: { ...answers, 202: { description: 'Queued.' } },
    }),
    async (c) => {
      const { why, cancelBills } = c.req.valid('json');
      await requestUndo(c.var.ctx, c.req.valid('param').id, why, cancelBills);
      return c.body(null, 202);
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/rosters/{id}/workbook',
      summary: 'The file as it was sent, with result, reason and remedy on each row',
      ...needs('rosters.read'),
      request: byId,
      responses: { ...answers, 200: { description: 'XLSX.' } },
    }),
    async (c) => {
      const { fileName, content } = await getWorkbook(c.var.ctx, c.req.valid('param').id);
      return workbookAnswer(content, fileName);
    },
  );
