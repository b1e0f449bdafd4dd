import { createRoute, z } from '@hono/zod-openapi';
import { areaCode } from '#areas';
import { answers, byId, dayText, events, formBody, json, needs, routes, uploadedFile } from '#platform/http';
import { watchProgress } from '#platform/jobs';
import type { Language } from '#platform/messages';
import { Refusal } from '#platform/refusal';
import { formKinds, rosterTemplate } from './file/index.ts';
import { verdicts } from './judge/index.ts';
import { policies, purposes, type Roster, rosterStates } from './model.ts';
import { requestAcceptance } from './service/accept.ts';
import {
  columnsOf,
  generalTextOf,
  getRoster,
  getWorkbook,
  listRosterRows,
  listRosters,
  textOf,
} from './service/read.ts';
import { sendRoster } from './service/send.ts';

const said = {
  text: z.string().describe('What was found, in the language of the request.'),
  remedy: z.string(),
};

const roster = z
  .object({
    rosterId: z.uuid(),
    purpose: z.enum(purposes),
    agreementId: z.uuid().nullable().describe('Null when the people are recorded only.'),
    partnerId: z.uuid(),
    partnerName: z.string(),
    area: z.int(),
    areaName: z.string(),
    fileName: z.string(),
    startsOn: z.string(),
    policy: z.enum(policies),
    sameFrom: z
      .int()
      .nullable()
      .describe('Percent of likeness from which a doubtful row is decided as the same person.'),
    newBelow: z.int().nullable().describe('Percent below which it is decided as a new person.'),
    state: z.enum(rosterStates),
    problem: z
      .object({ code: z.string(), ...said })
      .nullable()
      .describe('Why the file as a whole could not be read.'),
    counts: z
      .object({
        rowsIn: z.int(),
        new: z.int(),
        known: z.int(),
        doubtful: z.int(),
        refused: z.int(),
        ignored: z.int(),
      })
      .describe('rowsIn = new + known + doubtful + refused + ignored.'),
    enrolled: z.int().describe('Rows that acceptance enrols, or enrolled.'),
    recorded: z.int().describe('New people whom acceptance records without a membership.'),
    listed: z.int().describe('Known people whom a list that records confirms or brings up to date.'),
    example: z.boolean(),
    madeBy: z.string(),
    recordedAt: z.string(),
    checkedAt: z.string().nullable(),
    acceptedAt: z.string().nullable(),
  })
  .openapi('Roster');

/** A field left empty in a form is not there. */
const percent = z
  .literal('')
  .transform(() => undefined)
  .or(z.coerce.number().int().min(1).max(100))
  .openapi({ type: 'integer', minimum: 1, maximum: 100 });

const rosterFile = z
  .object({
    roster,
    reasons: z.array(z.object({ verdict: z.enum(verdicts), reason: z.string(), ...said, count: z.int() })),
    columns: z.array(
      z.object({
        sheet: z.string(),
        fields: z.array(z.string()),
        unused: z.array(z.string()),
        form: z.enum(formKinds).describe('The layout it was recognised as.'),
        version: z
          .int()
          .nullable()
          .describe('Of our template; null where the name of the sheet does not tell.'),
        mapping: z.string().nullable().describe('Name of the saved meaning it was read by.'),
      }),
    ),
  })
  .openapi('RosterFile');

const row = z
  .object({
    ordinal: z.int(),
    sheet: z.string(),
    row: z.int().describe('Number at the left edge of the sheet.'),
    verdict: z.enum(verdicts),
    reason: z.string(),
    ...said,
    field: z.string().nullable(),
    warnings: z.array(z.object({ code: z.string(), ...said })),
    name: z.string().nullable(),
    nikMasked: z.string().nullable(),
    villageName: z.string().nullable(),
    enrol: z.boolean(),
  })
  .openapi('RosterRow');

function shown(one: Roster, language: Language) {
  const { fileId: _, columns: __, census: ___, problem, ...rest } = one;
  return {
    ...rest,
    problem:
      problem === null ? null : { code: problem.code, ...textOf(language, problem.code, problem.facts) },
  };
}

export const rosters = routes()
  .openapi(
    createRoute({
      method: 'get',
      path: '/rosters',
      summary: 'Rosters in scope, newest first',
      ...needs('rosters.read'),
      responses: { ...answers, 200: json(z.object({ rosters: z.array(roster) }), 'At most 200 rosters.') },
    }),
    async (c) => {
      const { ctx } = c.var;
      return c.json({ rosters: (await listRosters(ctx)).map((one) => shown(one, ctx.language)) }, 200);
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
      const { file, purpose, agreementId, area, partnerId, ...rest } = c.req.valid('form');
      const content = new Uint8Array(await file.arrayBuffer());
      const input = { ...rest, fileName: file.name, content };
      const sent =
        purpose === 'enrol'
          ? await sendRoster(c.var.ctx, { ...input, purpose, agreementId: given(agreementId, 'agreementId') })
          : await sendRoster(c.var.ctx, {
              ...input,
              purpose,
              area: given(area, 'area'),
              partnerId: given(partnerId, 'partnerId'),
            });
      return c.json(sent, 201);
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/rosters/template',
      summary: 'An empty workbook with our headings and lists',
      responses: { ...answers, 200: { description: 'XLSX.' } },
    }),
    async (c) => workbook(await rosterTemplate(c.var.ctx.language), 'payung-daftar.xlsx'),
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
          after: z.coerce.number().int().min(0).optional(),
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
      path: '/rosters/{id}/workbook',
      summary: 'The file as it was sent, with result, reason and remedy on each row',
      ...needs('rosters.read'),
      request: byId,
      responses: { ...answers, 200: { description: 'XLSX.' } },
    }),
    async (c) => {
      const { fileName, content } = await getWorkbook(c.var.ctx, c.req.valid('param').id);
      return workbook(content, fileName);
    },
  );

/** @throws Refusal request.invalid when the field, needed for this purpose, is not there */
function given<T>(value: T | undefined, path: string): T {
  if (value === undefined) throw new Refusal('request.invalid', { path, problem: '–' });
  return value;
}

function workbook(content: Uint8Array, fileName: string): Response {
  return new Response(content.slice().buffer, {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
    },
  });
}
