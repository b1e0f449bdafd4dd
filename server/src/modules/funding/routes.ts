import { createRoute, z } from '@hono/zod-openapi';
import { areaCode } from '#areas';
import { purseKinds } from '#partners';
import { answers, json, monthText, needs, routes } from '#platform/http';
import type { FundedMembership } from './model.ts';
import { doubleFunding, doubleFundingCsv } from './service.ts';

const rupiah = z.int().describe('Whole rupiah.');
const somebody = {
  personId: z.uuid(),
  name: z.string(),
  birthDate: z.string().nullable(),
  village: z.int(),
  villageName: z.string(),
};
const fund = { fundId: z.uuid(), fundName: z.string(), fundKind: z.enum(purseKinds) };

const membership = z.object({
  membershipId: z.uuid(),
  segment: z.enum(['BPU', 'PU']),
  partnerName: z.string(),
  ...fund,
  programmes: z.array(z.enum(['JKK', 'JKM', 'JHT', 'JP', 'JKP'])),
  state: z.enum(['paid', 'agreed']).describe('paid: the month was paid from it; agreed: it is bound to pay.'),
  amount: rupiah
    .nullable()
    .describe('Contribution of the month; null when the law cannot say, and of a wage.'),
});

const found = z
  .object({
    month: z.string(),
    funds: z
      .array(z.object({ ...fund, people: z.int(), saving: rupiah }))
      .describe('What each fund could save in the month if it left to the others whom they pay for too.'),
    saving: rupiah.describe('Saved when for each person only the dearest membership goes on.'),
    total: z.int(),
    people: z
      .array(
        z.object({
          ...somebody,
          memberships: z.array(membership),
          saving: rupiah,
        }),
      )
      .describe('At most 500; the CSV has them all.'),
    besideWage: z
      .array(z.object({ ...somebody, memberships: z.array(membership) }))
      .describe(
        'Employed, and paid for by a fund as BPU: whether both may run at once is not settled in the law. At most 500; the CSV has them all.',
      ),
    totalBesideWage: z.int(),
    employed: z
      .array(z.object({ ...somebody, partnerNames: z.array(z.string()) }))
      .describe('People with several employers: lawful, and no double funding.'),
  })
  .openapi('DoubleFunding');

const query = z.object({ month: monthText, area: areaCode.optional() });

function shown(memberships: readonly FundedMembership[]) {
  return memberships.map((one) => ({ ...one, programmes: [...one.programmes] }));
}

export const funding = routes()
  .openapi(
    createRoute({
      method: 'get',
      path: '/funding/double',
      summary: 'People for whom several funds pay at once, and what each could save',
      ...needs('funding.compare'),
      request: { query },
      responses: { ...answers, 200: json(found, 'Funds, people, and those with several employers.') },
    }),
    async (c) => {
      const result = await doubleFunding(c.var.ctx, c.req.valid('query'));
      return c.json(
        {
          ...result,
          funds: [...result.funds],
          people: result.people.map((person) => ({ ...person, memberships: shown(person.memberships) })),
          besideWage: result.besideWage.map((person) => ({
            ...person,
            memberships: shown(person.memberships),
          })),
          employed: result.employed.map((one) => ({ ...one, partnerNames: [...one.partnerNames] })),
        },
        200,
      );
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/funding/double.csv',
      summary: 'The same as CSV, a line for each membership',
      ...needs('funding.compare'),
      request: { query },
      responses: { ...answers, 200: { description: 'CSV.' } },
    }),
    async (c) => {
      const wanted = c.req.valid('query');
      return new Response(await doubleFundingCsv(c.var.ctx, wanted), {
        headers: {
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': `attachment; filename="dana-ganda-${wanted.month}.csv"`,
        },
      });
    },
  );
