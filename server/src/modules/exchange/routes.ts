import { createRoute, z } from '@hono/zod-openapi';
import { areaCode } from '#areas';
import {
  answers,
  byId,
  cursors,
  events,
  formBody,
  json,
  jsonBody,
  monthText,
  needs,
  routes,
  uploadedFile,
} from '#platform/http';
import { watchProgress } from '#platform/jobs';
import { hasMessage, say } from '#platform/messages';
import { streamResponse, tableFormats } from '#platform/spreadsheet';
import { memberVerdicts } from './model.ts';
import { count, differences, memberFile, memberImport, memberRow, shownImport } from './schemas.ts';
import { differencesOf, differencesTable } from './service/differences.ts';
import { exportMembers } from './service/export-members.ts';
import { memberRowsTable } from './service/export-rows.ts';
import { sendMembers } from './service/import-members.ts';
import { getImport, listMemberFiles, listMemberRows } from './service/read-members.ts';

const monthAndArea = z.object({ month: monthText, area: areaCode.optional() });

export const exchange = routes()
  .openapi(
    createRoute({
      method: 'get',
      path: '/members',
      summary: 'Member files of BPJS branches, latest month first, and the branches',
      ...needs('members.compare'),
      responses: {
        ...answers,
        200: json(
          z.object({
            files: z.array(memberFile),
            imports: z
              .array(memberImport)
              .describe('What is being imported, and what failed in the last days.'),
            branches: z.array(z.object({ branchId: z.string(), name: z.string(), areas: z.array(count) })),
          }),
          'At most 200 files.',
        ),
      },
    }),
    async (c) => {
      const { files, imports, branches } = await listMemberFiles(c.var.ctx);
      return c.json(
        {
          files: files.map((file) => ({ ...file, dropped: [...file.dropped] })),
          imports: imports.map((one) => shownImport(one, c.var.ctx.language)),
          branches: branches.map((branch) => ({ ...branch, areas: [...branch.areas] })),
        },
        200,
      );
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/members',
      summary: 'Send the active members of a branch in a month; a job imports them in place of what stood',
      ...needs('members.import'),
      request: formBody(
        z.object({
          file: uploadedFile,
          branchId: z.string().min(1).max(60),
          month: monthText,
          salt: z
            .string()
            .max(200)
            .optional()
            .describe(
              'Agreed with the branch, when NIKs are HMAC-SHA-256 under it, hexadecimal. Destroyed once the import has ended.',
            ),
        }),
      ),
      responses: {
        ...answers,
        201: json(
          z.object({
            importId: z.uuid(),
            repeated: z
              .boolean()
              .describe('This file stands already, or is being imported; nothing changed.'),
          }),
          'The import.',
        ),
      },
    }),
    async (c) => {
      const { file, salt, ...input } = c.req.valid('form');
      const sent = await sendMembers(c.var.ctx, {
        ...input,
        fileName: file.name,
        content: new Uint8Array(await file.arrayBuffer()),
        salt: salt === '' ? undefined : salt,
      });
      return c.json(sent, 201);
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/members/imports/{id}',
      summary: 'An import of a member file, with the file it made once it is done',
      ...needs('members.import'),
      request: byId,
      responses: {
        ...answers,
        200: json(z.object({ import: memberImport, file: memberFile.nullable() }), 'The import.'),
      },
    }),
    async (c) => {
      const { file, ...one } = await getImport(c.var.ctx, c.req.valid('param').id);
      return c.json(
        {
          import: shownImport(one, c.var.ctx.language),
          file: file === null ? null : { ...file, dropped: [...file.dropped] },
        },
        200,
      );
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/members/imports/{id}/progress',
      summary: 'Progress of the import, as it moves',
      ...needs('members.import'),
      request: byId,
      responses: {
        ...answers,
        200: { description: 'Server-sent events.', content: { 'text/event-stream': { schema: z.string() } } },
      },
    }),
    async (c) => {
      const { id } = c.req.valid('param');
      await getImport(c.var.ctx, id);
      return events(c, (signal) => watchProgress(c.var.ctx, 'members.import', id, signal));
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/members/differences',
      summary: 'Paid here and not active at BPJS, and the other way round',
      ...needs('members.compare'),
      request: { query: monthAndArea },
      responses: { ...answers, 200: json(differences, 'Counts by village, and people.') },
    }),
    async (c) => {
      const found = await differencesOf(c.var.ctx, c.req.valid('query'));
      return c.json(
        {
          ...found,
          files: found.files.map((file) => ({ ...file, dropped: [...file.dropped] })),
          villages: [...found.villages],
          people: [...found.people],
        },
        200,
      );
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/members/differences/file',
      summary: 'All people who differ as CSV or XLSX, written as they are read; the last line says how many',
      ...needs('members.compare'),
      request: { query: monthAndArea.extend({ format: z.enum(tableFormats).default('csv') }) },
      responses: { ...answers, 200: { description: 'The file.' } },
    }),
    async (c) => {
      const { format, ...wanted } = c.req.valid('query');
      return streamResponse(differencesTable(c.var.ctx, wanted), format);
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/members/export',
      summary: 'Who is covered in a month, for a branch or an area, as CSV without any NIK; audited',
      ...needs('members.import'),
      request: jsonBody(
        z.object({
          month: monthText,
          of: z.union([
            z.strictObject({ branchId: z.string().min(1).max(60) }),
            z.strictObject({ area: areaCode }),
          ]),
          salt: z
            .string()
            .max(200)
            .optional()
            .describe('Agreed with whoever receives it: NIKs become HMAC-SHA-256 under it. Kept nowhere.'),
        }),
      ),
      responses: { ...answers, 200: { description: 'CSV.' } },
    }),
    async (c) => {
      return streamResponse(await exportMembers(c.var.ctx, c.req.valid('json')), 'csv');
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/members/{id}/rows/file',
      summary: 'Rows of a member file as XLSX or CSV, written as they are read; the last line says how many',
      ...needs('members.compare'),
      request: {
        ...byId,
        query: z.object({
          verdict: z.enum(memberVerdicts).optional(),
          format: z.enum(tableFormats).default('xlsx'),
        }),
      },
      responses: { ...answers, 200: { description: 'The file.' } },
    }),
    async (c) => {
      const { verdict, format } = c.req.valid('query');
      return streamResponse(await memberRowsTable(c.var.ctx, c.req.valid('param').id, verdict), format);
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/members/{id}/rows',
      summary: 'Rows of a member file with verdict and reason, a hundred at a time',
      ...needs('members.compare'),
      request: {
        ...byId,
        query: z.object({
          verdict: z.enum(memberVerdicts).optional(),
          after: cursors.row.optional(),
        }),
      },
      responses: {
        ...answers,
        200: json(
          z.object({ file: memberFile, rows: z.array(memberRow), next: z.int().nullable() }),
          'Rows in file order.',
        ),
      },
    }),
    async (c) => {
      const { language } = c.var.ctx;
      const page = await listMemberRows(c.var.ctx, c.req.valid('param').id, c.req.valid('query'));
      const rows = page.rows.map(({ facts, ...row }) => ({
        ...row,
        ...(hasMessage(row.reason) ? say(language, row.reason, facts) : { text: row.reason, remedy: '' }),
      }));
      return c.json({ file: { ...page.file, dropped: [...page.file.dropped] }, rows, next: page.next }, 200);
    },
  );
