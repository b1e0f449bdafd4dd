import { createRoute, z } from '@hono/zod-openapi';
import { answers, byId, json, jsonBody, needs, routes } from '#platform/http';
import { formKinds, isMappable, mappableFields } from '../file/index.ts';
import { lookIntoRoster, type SeenSheet } from './look.ts';
import type { Mapping } from './model.ts';
import { changeMapping, endMapping, listMappings, mapRoster } from './save.ts';

const field = z.enum(mappableFields).nullable().describe('Null when the column is not used.');
const columns = z
  .array(z.object({ header: z.string().max(300), field }))
  .max(512)
  .describe('Every heading of the file, from left to right.');
const name = z.string().trim().min(1).max(120);
const village = z
  .int()
  .nullable()
  .describe('Village of every row that names none; null when each row names its own.');
const said = z.object({ name, columns, village });

const mapping = z
  .object({
    mappingId: z.uuid(),
    name: z.string(),
    partnerId: z.uuid(),
    partnerName: z.string(),
    area: z.int().describe('Whose lists it reads, with all below.'),
    areaName: z.string(),
    columns,
    village,
    villageName: z.string().nullable(),
    madeBy: z.string(),
    recordedAt: z.string(),
    endedAt: z.string().nullable().describe('Null while files are read by it.'),
  })
  .openapi('Mapping');

const sheet = z
  .object({
    sheet: z.string().describe('Empty for CSV.'),
    headerRows: z
      .array(z.int())
      .describe('Empty when no heading was found, or the sheet goes on with that before.'),
    form: z.enum(formKinds).nullable().describe('The layout it was recognised as.'),
    mapping: z.object({ mappingId: z.uuid(), name: z.string() }).nullable(),
    columns: z.array(
      z.object({
        column: z.int().describe('0 for column A.'),
        header: z.string(),
        field,
        samples: z.array(z.string()).describe('At most three, each word cut to two characters.'),
        doubtful: z.boolean().describe('Another column claims the same field with other values.'),
      }),
    ),
    firstRows: z
      .array(z.object({ row: z.int(), cells: z.array(z.string()) }))
      .describe('Where no heading was found: one of these rows is it.'),
  })
  .openapi('SeenSheet');

const checkedAgain = z.object({
  checkedAgain: z.int().describe('Rosters that are read anew; those accepted stay as they are.'),
});

export const rosterMapping = routes()
  .openapi(
    createRoute({
      method: 'get',
      path: '/rosters/{id}/mapping',
      summary: 'What each column of a roster is taken for, with masked samples',
      ...needs('rosters.send'),
      request: byId,
      responses: {
        ...answers,
        200: json(
          z.object({
            fileName: z.string(),
            partnerName: z.string(),
            areaName: z.string(),
            sheets: z.array(sheet),
            villages: z.array(z.object({ code: z.int(), name: z.string(), district: z.string() })),
          }),
          'The sheets as they are read now.',
        ),
      },
    }),
    async (c) => {
      const { roster, sheets, villages } = await lookIntoRoster(c.var.ctx, c.req.valid('param').id);
      const { fileName, partnerName, areaName } = roster;
      return c.json(
        { fileName, partnerName, areaName, sheets: sheets.map(shownSheet), villages: [...villages] },
        200,
      );
    },
  )
  .openapi(
    createRoute({
      method: 'put',
      path: '/rosters/{id}/mapping',
      summary:
        'Say what the columns hold; the roster is checked again, and the next file is read the same way',
      ...needs('rosters.send'),
      request: { ...byId, ...jsonBody(said) },
      responses: { ...answers, 200: json(z.object({ mappingId: z.uuid() }), 'Kept; the check begins.') },
    }),
    async (c) => {
      const mappingId = await mapRoster(c.var.ctx, c.req.valid('param').id, c.req.valid('json'));
      return c.json({ mappingId }, 200);
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/mappings',
      summary: 'What was said of the headings of partners’ files',
      ...needs('rosters.read'),
      responses: { ...answers, 200: json(z.object({ mappings: z.array(mapping) }), 'Those in use first.') },
    }),
    async (c) => c.json({ mappings: (await listMappings(c.var.ctx)).map(shownMapping) }, 200),
  )
  .openapi(
    createRoute({
      method: 'put',
      path: '/mappings/{id}',
      summary: 'Rename a mapping, or say something else of its headings',
      ...needs('rosters.send'),
      request: { ...byId, ...jsonBody(said.partial()) },
      responses: { ...answers, 200: json(checkedAgain, 'Changed.') },
    }),
    async (c) => {
      const given = Object.fromEntries(
        Object.entries(c.req.valid('json')).filter(([, value]) => value !== undefined),
      );
      return c.json(await changeMapping(c.var.ctx, c.req.valid('param').id, given), 200);
    },
  )
  .openapi(
    createRoute({
      method: 'delete',
      path: '/mappings/{id}',
      summary: 'End a mapping: its headings speak for themselves again',
      ...needs('rosters.send'),
      request: byId,
      responses: { ...answers, 200: json(checkedAgain, 'Ended.') },
    }),
    async (c) => c.json(await endMapping(c.var.ctx, c.req.valid('param').id), 200),
  );

/** A field that only the exchange with BPJS reads is of no use here. */
function shownField(one: SeenSheet['columns'][number]['field']) {
  return one !== null && isMappable(one) ? one : null;
}

function shownSheet({ columns: seen, firstRows, headerRows, ...rest }: SeenSheet) {
  return {
    ...rest,
    headerRows: [...headerRows],
    columns: seen.map((one) => ({ ...one, field: shownField(one.field), samples: [...one.samples] })),
    firstRows: firstRows.map(({ row, cells }) => ({ row, cells: [...cells] })),
  };
}

function shownMapping({ columns: said, ...rest }: Mapping) {
  return { ...rest, columns: said.map(({ header, field: one }) => ({ header, field: shownField(one) })) };
}
