import { createRoute, z } from '@hono/zod-openapi';
import { areaCode } from '#areas';
import {
  answers,
  byId,
  dayText,
  formBody,
  json,
  jsonBody,
  needs,
  routes,
  rowPlace,
  uploadedFile,
} from '#platform/http';
import { say } from '#platform/messages';
import { streamResponse, tableFormats } from '#platform/spreadsheet';
import { rejectReasons, sheetFields, workPlaces } from './model.ts';
import { answerBatch } from './service/answer.ts';
import { completeMembers } from './service/complete.ts';
import { completeMember, correctRejection } from './service/correct.ts';
import { makeBatch, takeSheet } from './service/export.ts';
import { getRegistration, workList } from './service/waiting.ts';

const wanted = z.object({
  since: dayText.optional().describe('First day of the membership from which on.'),
  rosterId: z.uuid().optional(),
  area: areaCode.optional(),
  workPlace: z
    .enum(workPlaces)
    .default('residence')
    .describe(
      'What stands for a place of work that nobody stated: the village, the seat of the partner, or nothing.',
    ),
});
const waiting = { personId: z.uuid(), name: z.string(), villageName: z.string() };

const registrationState = z
  .object({
    ready: z.int().describe('Lines the next sheet would have: people, each once for the same programmes.'),
    presumedTotal: z.int().describe('Those of them whose place of work nobody stated.'),
    presumed: z.array(z.object({ ...waiting, workPlace: z.string() })).describe('The first 200.'),
    incompleteTotal: z.int(),
    lacking: z
      .array(z.object({ field: z.enum(sheetFields), people: z.int() }))
      .describe('How many lack each field, the commonest first.'),
    incomplete: z
      .array(z.object({ ...waiting, missing: z.array(z.enum(sheetFields)) }))
      .describe('The first 200.'),
    rejectionsTotal: z.int(),
    rejections: z.array(
      z.object({
        ...waiting,
        batchId: z.uuid(),
        ordinal: z.int(),
        reason: z.enum(rejectReasons),
        text: z.string(),
        remedy: z.string(),
        code: z.string().nullable().describe('As the branch wrote it.'),
        words: z.string().nullable().describe('As the branch wrote them, numbers hidden.'),
        corrected: z.boolean().describe('Goes on the next sheet.'),
      }),
    ),
    batches: z.array(
      z.object({
        batchId: z.uuid(),
        area: z.int(),
        areaName: z.string(),
        people: z.int(),
        accepted: z.int(),
        rejected: z.int(),
        workPlace: z.enum(workPlaces),
        madeBy: z.string(),
        recordedAt: z.string(),
      }),
    ),
  })
  .openapi('Registration');

const detail = z.string().trim().min(1).max(120).optional();

export const registration = routes()
  .openapi(
    createRoute({
      method: 'get',
      path: '/registration',
      summary:
        'Who waits to be registered at the branch, what they lack, whom it rejected, and the sheets made',
      ...needs('registration.read'),
      request: { query: wanted },
      responses: { ...answers, 200: json(registrationState, 'Where registration stands.') },
    }),
    async (c) => {
      const { ctx } = c.var;
      const { rejections, lacking, incomplete, presumed, batches, ...rest } = await getRegistration(
        ctx,
        c.req.valid('query'),
      );
      return c.json(
        {
          ...rest,
          presumed: [...presumed],
          lacking: [...lacking],
          incomplete: incomplete.map((one) => ({ ...one, missing: [...one.missing] })),
          rejections: rejections.map((one) => ({ ...one, ...say(ctx.language, one.reason) })),
          batches: [...batches],
        },
        200,
      );
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/registration/work',
      summary: 'Everybody who lacks something or was rejected, to fill in and to bring back; without any NIK',
      ...needs('registration.read'),
      request: { query: wanted.extend({ format: z.enum(tableFormats).default('xlsx') }) },
      responses: { ...answers, 200: { description: 'XLSX or CSV.' } },
    }),
    async (c) => {
      const { format, ...of } = c.req.valid('query');
      return streamResponse(await workList(c.var.ctx, of), format);
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/registration/batches',
      summary: 'Put everybody who is ready on a sheet for the branch; they are marked as sent',
      ...needs('registration.export'),
      request: jsonBody(wanted),
      responses: { ...answers, 201: json(z.object({ batchId: z.uuid(), people: z.int() }), 'The sheet.') },
    }),
    async (c) => c.json(await makeBatch(c.var.ctx, c.req.valid('json')), 201),
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/registration/batches/{id}/sheet',
      summary: 'The sheet, with NIKs in clear, for the branch; every taking of it is audited',
      ...needs('registration.export'),
      request: { ...byId, query: z.object({ format: z.enum(tableFormats).default('xlsx') }) },
      responses: { ...answers, 200: { description: 'XLSX or CSV, in the columns of F1 BPU.' } },
    }),
    async (c) => {
      const table = await takeSheet(c.var.ctx, c.req.valid('param').id);
      return streamResponse(table, c.req.valid('query').format);
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/registration/batches/{id}/answer',
      summary: "Take in the branch's answer to a sheet: row, NIK, code, words",
      ...needs('registration.export'),
      request: { ...byId, ...formBody(z.object({ file: uploadedFile })) },
      responses: {
        ...answers,
        200: json(
          z.object({
            accepted: z.int(),
            rejected: z.int(),
            unanswered: z.int().describe('People on the sheet of whom the file says nothing.'),
            changed: z.int().describe('0 when the same answer comes again.'),
            leftAside: z.array(z.object({ row: z.int(), because: z.enum(['nobody', 'unclear', 'twice']) })),
          }),
          'What became of it.',
        ),
      },
    }),
    async (c) => {
      const content = new Uint8Array(await c.req.valid('form').file.arrayBuffer());
      const { leftAside, ...counts } = await answerBatch(c.var.ctx, c.req.valid('param').id, content);
      return c.json({ ...counts, leftAside: [...leftAside] }, 200);
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/registration/batches/{id}/rows/{ordinal}/correction',
      summary: 'Say that the cause of a rejection is mended: the member goes on the next sheet',
      ...needs('registration.complete'),
      request: { params: z.object({ id: z.uuid(), ordinal: rowPlace }) },
      responses: { ...answers, 204: { description: 'Noted.' } },
    }),
    async (c) => {
      const { id, ordinal } = c.req.valid('param');
      await correctRejection(c.var.ctx, id, ordinal);
      return c.body(null, 204);
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/registration/work',
      summary:
        'Take in a work list that was filled in; what stands in its columns goes into the sealed envelopes',
      ...needs('registration.complete'),
      request: formBody(z.object({ file: uploadedFile })),
      responses: {
        ...answers,
        200: json(
          z.object({
            completed: z.int(),
            empty: z.int().describe('Rows in which nothing was filled in.'),
            leftAside: z.array(z.object({ row: z.int(), because: z.enum(['nobody', 'otherName']) })),
          }),
          'What became of it.',
        ),
      },
    }),
    async (c) => {
      const content = new Uint8Array(await c.req.valid('form').file.arrayBuffer());
      const { leftAside, ...counts } = await completeMembers(c.var.ctx, content);
      return c.json({ ...counts, leftAside: [...leftAside] }, 200);
    },
  )
  .openapi(
    createRoute({
      method: 'put',
      path: '/registration/people/{id}',
      summary: 'Fill in what the sheet lacks of a member; it goes into the sealed envelope',
      ...needs('registration.complete'),
      request: {
        ...byId,
        ...jsonBody(
          z.object({
            birthPlace: detail,
            mother: detail,
            phone: detail,
            email: detail,
            address: detail,
            postalCode: detail,
            workPlace: detail,
            workHours: detail,
          }),
        ),
      },
      responses: { ...answers, 204: { description: 'Kept.' } },
    }),
    async (c) => {
      const given = Object.entries(c.req.valid('json')).filter(([, value]) => value !== undefined);
      await completeMember(c.var.ctx, c.req.valid('param').id, Object.fromEntries(given));
      return c.body(null, 204);
    },
  );
