import { createRoute, z } from '@hono/zod-openapi';
import { answers, json, needs, openAnswers, routes } from '#platform/http';
import { areaCode, levels } from './code.ts';
import { shippedBranchNames } from './lists.ts';
import { getArea } from './service.ts';

const area = z
  .object({
    code: z.int().describe('Ten digits; higher levels end in zeros.'),
    beyond: z.int().describe('First code after the subtree.'),
    level: z.enum(levels),
    kind: z.enum(['provinsi', 'kabupaten', 'kota', 'kecamatan', 'desa', 'kelurahan']),
    name: z.string(),
    shortName: z.string().nullable(),
    aliases: z.array(z.string()).readonly(),
    parent: z.int().nullable(),
    capital: z.string().nullable(),
    island: z.string().nullable(),
    tile: z.object({ column: z.int(), row: z.int() }).nullable(),
  })
  .openapi('Area');

const place = z.object({
  area,
  parents: z.array(area).describe('From the province down.'),
  children: z.array(area),
});

export const areas = routes().openapi(
  createRoute({
    method: 'get',
    path: '/areas/{code}',
    summary: 'One area, with those above and right below it',
    ...needs('reference.read'),
    request: { params: z.object({ code: areaCode }) },
    responses: { ...answers, 200: json(place, 'The area.') },
  }),
  async (c) => {
    const { area, parents, children } = await getArea(c.var.ctx, c.req.valid('param').code);
    return c.json({ area, parents: [...parents], children: [...children] }, 200);
  },
);

const branch = z
  .object({
    name: z.string(),
    areas: z
      .array(z.object({ code: z.int(), name: z.string() }))
      .describe('The kabupaten and kota it serves.'),
    confidence: z
      .string()
      .describe('How sure that is; medium: inferred from what its staff told the press, not from a decree.'),
  })
  .openapi('BranchOffice');

/** Where anybody can go to register: nothing here is about a person. */
export const branchOffices = routes().openapi(
  createRoute({
    method: 'get',
    path: '/branches',
    summary: 'The offices of BPJS Ketenagakerjaan in the shipped province, with the kabupaten they serve',
    security: [],
    responses: { ...openAnswers, 200: json(z.object({ branches: z.array(branch) }), 'The offices.') },
  }),
  async (c) => {
    const branches = await shippedBranchNames();
    return c.json({ branches: branches.map((one) => ({ ...one, areas: [...one.areas] })) }, 200);
  },
);
