import { createRoute, z } from '@hono/zod-openapi';
import { areaCode } from '#areas';
import { answers, dayText, json, jsonBody, monthText, needs, routes } from '#platform/http';
import { coverageCsv } from './csv.ts';
import { dimensions, measures } from './model.ts';
import { createFigure, listAreaFigures } from './service/figures.ts';
import { coverageOf, coverageTiles } from './service/read-coverage.ts';

const count = z.int();
const counts = z
  .object({
    people: count,
    stated: count.describe(
      'Of the people: those whose month rests on a BPJS file alone; the rest was paid here.',
    ),
    jkk: count,
    jkm: count,
    jht: count,
    jp: count,
    jkp: count,
  })
  .describe('People whose month was paid, each counted once, and how many of them in each programme.')
  .openapi('Counts');

const figure = z
  .object({
    figureId: z.uuid(),
    area: z.int(),
    branchId: z.string().nullable().describe("Set when the figure is a branch's own."),
    measure: z.enum(measures),
    segment: z.string(),
    period: z.string(),
    value: z.number(),
    low: z.number().nullable(),
    high: z.number().nullable(),
    estimate: z.boolean().describe('True when no source printed the value.'),
    unit: z.enum(['person', 'percent']),
    definition: z.string(),
    source: z.string(),
    url: z.string().nullable(),
    asOf: z.string().nullable(),
    confidence: z.string(),
    note: z.string().nullable(),
  })
  .openapi('Figure');

const percentage = z
  .object({ percent: z.number().describe('Two decimals.'), numerator: count, denominator: figure })
  .openapi('Percentage');

const namedArea = z.object({ code: z.int(), name: z.string(), kind: z.string(), level: z.string() });

const coverageTable = z
  .object({
    area: namedArea,
    parents: z.array(namedArea).readonly(),
    month: z.string(),
    by: z.enum(dimensions),
    totals: counts,
    percentages: z.array(percentage).readonly(),
    registered: z
      .object({ registered: count, unpaid: count, tolerated: count })
      .describe(
        'People with a membership in the month; of them those not paid for; of those the ones the law tolerates.',
      ),
    rows: z
      .array(
        z.object({ key: z.string(), label: z.string(), counts, percentages: z.array(percentage).readonly() }),
      )
      .readonly(),
    published: z.array(figure).readonly(),
    breaks: z
      .array(
        z.object({
          from: z.int(),
          fromName: z.string(),
          to: z.int(),
          toName: z.string(),
          year: z.int(),
          law: z.string(),
          share: z.number().nullable(),
          confidence: z.string(),
        }),
      )
      .readonly(),
  })
  .openapi('Coverage');

const tile = z
  .object({
    code: z.int(),
    name: z.string(),
    shortName: z.string().nullable(),
    column: z.int(),
    row: z.int(),
    counts: counts.nullable().describe('Null outside the scope of the caller.'),
    percentages: z.array(percentage).readonly(),
    published: z.array(figure).readonly(),
  })
  .openapi('Tile');

const wanted = z.object({
  area: areaCode,
  month: monthText,
  by: z.enum(dimensions).default('area'),
});

const newFigure = z
  .object({
    area: areaCode,
    measure: z.enum(measures),
    segment: z.string().min(1).max(40).default('all'),
    period: z.string().min(4).max(20).describe('As published: 2024, 2024-08, 2024-05-09 or 2024-01/2024-03.'),
    value: z.number().nonnegative().max(1_000_000_000),
    low: z.number().nonnegative().optional(),
    high: z.number().nonnegative().max(1_000_000_000).optional(),
    estimate: z.boolean().default(false),
    definition: z.string().min(5).max(300),
    source: z.string().min(3).max(300),
    url: z
      .url({ protocol: /^https?$/ })
      .max(500)
      .optional(),
    asOf: dayText.optional(),
    confidence: z.enum(['high', 'medium', 'low']),
    note: z.string().max(500).optional(),
  })
  .refine(({ value, low, high }) => (low ?? value) <= value && value <= (high ?? value), {
    path: ['low'],
    message: 'ordered',
  });

export const coverage = routes()
  .openapi(
    createRoute({
      method: 'get',
      path: '/coverage',
      summary: 'Who is covered in an area and a month',
      ...needs('coverage.read'),
      request: { query: wanted },
      responses: { ...answers, 200: json(coverageTable, 'Totals, rows and what they rest on.') },
    }),
    async (c) => c.json(await coverageOf(c.var.ctx, c.req.valid('query')), 200),
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/coverage/tiles',
      summary: 'The tile map of an area',
      ...needs('coverage.read'),
      request: { query: z.object({ area: areaCode, month: monthText }) },
      responses: {
        ...answers,
        200: json(z.object({ tiles: z.array(tile) }), 'One tile per kabupaten/kota.'),
      },
    }),
    async (c) => {
      const { area, month } = c.req.valid('query');
      return c.json({ tiles: await coverageTiles(c.var.ctx, area, month) }, 200);
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/coverage.csv',
      summary: 'The same table as a CSV file',
      ...needs('coverage.read'),
      request: { query: wanted },
      responses: {
        ...answers,
        200: {
          description: 'The rows; the header payung-rows says how many, without the line of names.',
          content: { 'text/csv': { schema: z.string() } },
        },
      },
    }),
    async (c) => {
      const table = await coverageOf(c.var.ctx, c.req.valid('query'));
      const { text, rows } = coverageCsv(table);
      return c.body(text, 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="payung-${table.area.code}-${table.month}-${table.by}.csv"`,
        'payung-rows': String(rows),
      });
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/figures',
      summary: 'Published and entered numbers of an area',
      ...needs('coverage.read'),
      request: { query: z.object({ area: areaCode }) },
      responses: { ...answers, 200: json(z.object({ figures: z.array(figure) }), 'Figures, side by side.') },
    }),
    async (c) => c.json({ figures: await listAreaFigures(c.var.ctx, c.req.valid('query').area) }, 200),
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/figures',
      summary: 'Enter a baseline, target or denominator',
      ...needs('coverage.manage'),
      request: jsonBody(newFigure),
      responses: { ...answers, 201: json(figure, 'The figure.') },
    }),
    async (c) => c.json(await createFigure(c.var.ctx, c.req.valid('json')), 201),
  );
