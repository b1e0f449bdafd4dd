import { createRoute, z } from '@hono/zod-openapi';
import { areaCode } from '#areas';
import { segments } from '#partners';
import {
  answers,
  byId,
  formBody,
  json,
  jsonBody,
  monthText,
  needs,
  routes,
  uploadedFile,
} from '#platform/http';
import { hasMessage, say } from '#platform/messages';
import { differenceSides, memberVerdicts } from './model.ts';
import { differencesCsv, differencesOf } from './service/differences.ts';
import { exportMembers } from './service/export-members.ts';
import { importMembers } from './service/import-members.ts';
import { listMemberFiles, listMemberRows } from './service/read-members.ts';

const count = z.int();

const memberFile = z
  .object({
    fileId: z.uuid(),
    branchId: z.string(),
    branchName: z.string(),
    month: z.string(),
    fileName: z.string(),
    counts: z
      .object({
        rowsIn: count,
        matched: count,
        doubtful: count,
        unknown: count,
        refused: count,
        ignored: count,
      })
      .describe('rowsIn = matched + doubtful + unknown + refused + ignored.'),
    people: count.describe('People whose cover it made, each once.'),
    dropped: z
      .array(z.string())
      .describe('Headings of columns with membership numbers (KPJ); nothing of them was kept.'),
    madeBy: z.string(),
    recordedAt: z.string(),
    replacedAt: z.string().nullable().describe('Null while it stands for its branch and month.'),
  })
  .openapi('MemberFile');

const memberRow = z
  .object({
    ordinal: count,
    sheet: z.string(),
    row: count.describe('Number at the left edge of the sheet.'),
    verdict: z.enum(memberVerdicts),
    reason: z.string(),
    text: z.string().describe('What was found, in the language of the request.'),
    remedy: z.string(),
    field: z.string().nullable(),
    name: z.string().nullable(),
    nikMasked: z.string().nullable(),
    segment: z.enum(segments).nullable(),
    npp: z.string().nullable().describe('Number of the employer, as stated.'),
    paidUntil: z.string().nullable(),
  })
  .openapi('MemberRow');

const differences = z
  .object({
    month: z.string(),
    files: z
      .array(memberFile)
      .describe('Files that stand for the month. Without one for a village nothing is said of it.'),
    villages: z.array(
      z.object({ village: count, villageName: z.string(), paidHere: count, statedThere: count }),
    ),
    people: z
      .array(
        z.object({
          personId: z.uuid(),
          name: z.string(),
          birthDate: z.string().nullable(),
          village: count,
          villageName: z.string(),
          segment: z.enum(segments),
          side: z
            .enum(differenceSides)
            .describe('paid_here: paid here, not active at BPJS; stated_there: the other way round.'),
          agreed: z.boolean().describe('False when BPJS alone knows the person as its member.'),
          partnerName: z.string(),
          fundName: z.string(),
        }),
      )
      .describe('At most 500; the CSV has them all.'),
    total: count,
  })
  .openapi('MemberDifferences');

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
            branches: z.array(z.object({ branchId: z.string(), name: z.string(), areas: z.array(count) })),
          }),
          'At most 200 files.',
        ),
      },
    }),
    async (c) => {
      const { files, branches } = await listMemberFiles(c.var.ctx);
      return c.json(
        {
          files: files.map((file) => ({ ...file, dropped: [...file.dropped] })),
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
      summary: 'Import the active members of a branch in a month, in place of what stood',
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
              'Agreed with the branch, when NIKs are HMAC-SHA-256 under it, hexadecimal. Kept nowhere.',
            ),
        }),
      ),
      responses: {
        ...answers,
        201: json(
          memberFile.extend({ repeated: z.boolean().describe('This file stands already; nothing changed.') }),
          'The file, with what became of its rows.',
        ),
      },
    }),
    async (c) => {
      const { file, salt, ...input } = c.req.valid('form');
      const imported = await importMembers(c.var.ctx, {
        ...input,
        fileName: file.name,
        content: new Uint8Array(await file.arrayBuffer()),
        salt: salt === '' ? undefined : salt,
      });
      return c.json({ ...imported, dropped: [...imported.dropped] }, 201);
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
      path: '/members/differences.csv',
      summary: 'The same as CSV, all people',
      ...needs('members.compare'),
      request: { query: monthAndArea },
      responses: { ...answers, 200: { description: 'CSV.' } },
    }),
    async (c) => {
      const wanted = c.req.valid('query');
      return csvFile(await differencesCsv(c.var.ctx, wanted), `selisih-bpjs-${wanted.month}.csv`);
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
      const wanted = c.req.valid('json');
      const { text } = await exportMembers(c.var.ctx, wanted);
      return csvFile(text, `terlindungi-${wanted.month}.csv`);
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
          after: z.coerce.number().int().min(0).optional(),
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

function csvFile(text: string, fileName: string): Response {
  return new Response(text, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${fileName}"`,
    },
  });
}
