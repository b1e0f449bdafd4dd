import { createRoute, z } from '@hono/zod-openapi';
import { memberGroups, purseKinds, segments } from '#partners';
import { answers, byId, json, monthText, needs, routes } from '#platform/http';
import { listMemberships } from './service.ts';

const programmes = z.array(z.enum(['JKK', 'JKM', 'JHT', 'JP', 'JKP']));

const membership = z
  .object({
    membershipId: z.uuid(),
    partnerId: z.uuid(),
    partnerName: z.string(),
    agreementId: z.uuid().nullable().describe('Null when only a BPJS file states the membership.'),
    segment: z.enum(segments),
    group: z.enum(memberGroups),
    programmes,
    fundId: z.uuid(),
    fundName: z.string(),
    fundKind: z.enum(purseKinds),
    from: z.string().describe('First day of the membership.'),
    until: z.string().nullable().describe('First day that is no longer membership; null while it lasts.'),
    state: z
      .enum(['paid', 'tolerated', 'none'])
      .describe('Of the month asked about. tolerated: arrears the law allows, not a payment.'),
    paidThrough: z.string().nullable().describe('Latest paid month; null when nothing was ever paid.'),
    cover: z.array(
      z.object({
        from: z.string().describe('First covered month.'),
        to: z.string().describe('Last covered month.'),
        programmes,
        evidence: z.enum(['ledger', 'bpjs_file', 'law']),
        billId: z.uuid().nullable(),
      }),
    ),
  })
  .openapi('Membership');

const personMemberships = z
  .object({
    month: z.string(),
    memberships: z.array(membership),
    findings: z.array(
      z.object({
        flag: z
          .enum(['two_employers', 'two_funds', 'fund_beside_wage'])
          .describe(
            'two_employers is lawful; two_funds is double funding; fund_beside_wage is too, unless the law allows BPU beside a wage, which is not settled.',
          ),
        membershipIds: z.array(z.uuid()),
      }),
    ),
  })
  .openapi('PersonMemberships');

export const memberships = routes().openapi(
  createRoute({
    method: 'get',
    path: '/people/{id}/memberships',
    summary: 'Memberships and cover of one person',
    ...needs('people.read'),
    request: {
      ...byId,
      query: z.object({
        month: monthText.optional().describe('Month whose state is wanted; this month when left out.'),
      }),
    },
    responses: { ...answers, 200: json(personMemberships, 'Memberships, latest first.') },
  }),
  async (c) => {
    const { month } = c.req.valid('query');
    const list = await listMemberships(c.var.ctx, c.req.valid('param').id, month);
    return c.json(
      {
        month: list.month,
        memberships: list.memberships.map((one) => ({
          ...one,
          programmes: [...one.programmes],
          cover: one.cover.map((cover) => ({ ...cover, programmes: [...cover.programmes] })),
        })),
        findings: list.findings.map(({ flag, membershipIds }) => ({
          flag,
          membershipIds: [...membershipIds],
        })),
      },
      200,
    );
  },
);
