import { createRoute, z } from '@hono/zod-openapi';
import { rupiah } from '@payung/kernel';
import { answers, byId, cursors, dayText, json, jsonBody, needs, routes } from '#platform/http';
import { fundKinds, groups, memberGroups, partnerKinds, purseKinds, segments, stages } from './model.ts';
import * as service from './service.ts';
import * as directory from './service-partners.ts';

const partner = z
  .object({
    partnerId: z.uuid(),
    kind: z.enum(partnerKinds),
    name: z.string(),
    area: z.int(),
    example: z.boolean(),
  })
  .openapi('Partner');

const seatedPartner = partner.extend({ areaName: z.string() }).openapi('SeatedPartner');

/** Where one of many is looked for. */
const searched = {
  q: z.string().trim().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(1_000).optional(),
};

const fund = z
  .object({
    fundId: z.uuid(),
    kind: z.enum(purseKinds),
    name: z.string(),
    partnerId: z.uuid(),
    area: z.int(),
    year: z.int(),
    payer: z.enum(['government', 'other', 'self']).describe('Who pays, in the sense of PP 50/2025.'),
    payerCertainty: z.enum(['settled', 'uncertain']),
    payerCitation: z.string(),
  })
  .openapi('Fund');

const programmes = z.array(z.enum(['JKK', 'JKM', 'JHT', 'JP', 'JKP']));

const agreement = z
  .object({
    agreementId: z.uuid(),
    partnerId: z.uuid(),
    partnerName: z.string(),
    area: z.int(),
    areaName: z.string(),
    kind: z.enum(['MoU', 'PKS']),
    number: z.string(),
    title: z.string(),
    segment: z.enum(segments),
    group: z.enum(memberGroups),
    sector: z.enum(['transport', 'other']),
    programmes,
    income: z.int().describe('Declared monthly income agreed for everybody on the list, rupiah.'),
    fund,
    from: z.string(),
    until: z.string().nullable(),
    stage: z.enum(stages).nullable(),
    stageOn: z.string().nullable(),
    example: z.boolean(),
  })
  .openapi('Agreement');

const decree = z
  .object({
    decreeId: z.uuid(),
    kind: z.enum(['SK', 'BA']),
    number: z.string(),
    signedOn: z.string(),
    annexDigest: z.string().nullable(),
    signedBy: z.string().nullable(),
    signedAs: z.string().nullable(),
  })
  .openapi('Decree');

const agreementFile = z
  .object({
    agreement,
    events: z.array(
      z.object({
        stage: z.enum(stages),
        onDay: z.string(),
        note: z.string().nullable(),
        madeBy: z.string(),
        recordedAt: z.string(),
      }),
    ),
    decrees: z.array(decree),
  })
  .openapi('AgreementFile');

const made = z.object({ id: z.uuid() });

export const partners = routes()
  .openapi(
    createRoute({
      method: 'get',
      path: '/partners',
      summary: 'Organisations we work with, a thousand at a time unless fewer are asked for',
      ...needs('reference.read'),
      request: {
        query: z.object({
          ...searched,
          area: z.coerce.number().int().optional().describe('Seated in this area or below it.'),
          around: z.coerce.number().int().optional().describe('Also those seated in an area that holds it.'),
          after: cursors.id.optional(),
        }),
      },
      responses: {
        ...answers,
        200: json(
          z.object({ partners: z.array(seatedPartner), next: z.string().nullable() }),
          'By seat and name.',
        ),
      },
    }),
    async (c) => c.json(await directory.pageOfPartners(c.var.ctx, c.req.valid('query')), 200),
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/partners',
      summary: 'Record a partner',
      ...needs('agreements.manage'),
      request: jsonBody(
        z.object({ kind: z.enum(partnerKinds), name: z.string().min(3).max(200), area: z.int() }),
      ),
      responses: { ...answers, 201: json(partner, 'The partner.') },
    }),
    async (c) => c.json(await directory.createPartner(c.var.ctx, c.req.valid('json')), 201),
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/partners/{id}',
      summary: 'One organisation',
      ...needs('reference.read'),
      request: byId,
      responses: { ...answers, 200: json(seatedPartner, 'The partner.') },
    }),
    async (c) => c.json(await directory.getSeatedPartner(c.var.ctx, c.req.valid('param').id), 200),
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/funds',
      summary: 'Purses that pay',
      ...needs('reference.read'),
      request: {
        query: z.object({
          ...searched,
          payingFor: z.coerce.number().int().optional().describe('May pay for workers of this area.'),
        }),
      },
      responses: { ...answers, 200: json(z.object({ funds: z.array(fund) }), 'Funds.') },
    }),
    async (c) => c.json({ funds: await directory.listFunds(c.var.ctx, c.req.valid('query')) }, 200),
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/funds',
      summary: 'Record a fund',
      ...needs('agreements.manage'),
      request: jsonBody(
        z.object({
          kind: z.enum(fundKinds),
          name: z.string().min(3).max(200),
          partnerId: z.uuid(),
          area: z.int(),
          year: z.int().min(2015).max(2100),
        }),
      ),
      responses: { ...answers, 201: json(fund, 'The fund.') },
    }),
    async (c) => c.json(await directory.createFund(c.var.ctx, c.req.valid('json')), 201),
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/agreements',
      summary: 'Agreements in scope, newest first',
      ...needs('agreements.read'),
      request: {
        query: z.object({
          ...searched,
          open: z.literal('true').optional().describe('Neither ended nor past their last day.'),
        }),
      },
      responses: { ...answers, 200: json(z.object({ agreements: z.array(agreement) }), 'Agreements.') },
    }),
    async (c) => {
      const { open, ...of } = c.req.valid('query');
      const list = await service.listAgreements(c.var.ctx, { ...of, open: open !== undefined });
      return c.json({ agreements: list.map((one) => ({ ...one, programmes: [...one.programmes] })) }, 200);
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/agreements',
      summary: 'Record an agreement as a draft',
      ...needs('agreements.manage'),
      request: jsonBody(
        z.object({
          partnerId: z.uuid(),
          area: z.int(),
          kind: z.enum(['MoU', 'PKS']),
          number: z.string().min(1).max(100),
          title: z.string().min(3).max(300),
          segment: z.literal('BPU').describe('Other segments come with the complete law.'),
          group: z.enum(groups),
          sector: z.enum(['transport', 'other']).default('other'),
          programmes: z.array(z.enum(['JKK', 'JKM', 'JHT'])).min(2),
          income: z.int().min(0),
          fundId: z.uuid(),
          from: dayText,
          until: dayText.nullable(),
        }),
      ),
      responses: { ...answers, 201: json(made, 'The id of the agreement.') },
    }),
    async (c) => {
      const input = c.req.valid('json');
      return c.json(
        { id: await service.createAgreement(c.var.ctx, { ...input, income: rupiah(input.income) }) },
        201,
      );
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/agreements/{id}',
      summary: 'One agreement with its steps and decrees',
      ...needs('agreements.read'),
      request: byId,
      responses: { ...answers, 200: json(agreementFile, 'The agreement.') },
    }),
    async (c) => {
      const file = await service.getAgreementFile(c.var.ctx, c.req.valid('param').id);
      return c.json(
        {
          agreement: { ...file.agreement, programmes: [...file.agreement.programmes] },
          events: [...file.events],
          decrees: [...file.decrees],
        },
        200,
      );
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/agreements/{id}/stages',
      summary: 'Record a step of an agreement',
      ...needs('agreements.manage'),
      request: {
        ...byId,
        ...jsonBody(
          z.object({
            stage: z.enum(stages),
            onDay: dayText,
            note: z.string().max(1000).nullable().default(null),
          }),
        ),
      },
      responses: { ...answers, 204: { description: 'Recorded.' } },
    }),
    async (c) => {
      const { stage, onDay, note } = c.req.valid('json');
      await service.stepAgreement(c.var.ctx, c.req.valid('param').id, stage, onDay, note);
      return c.body(null, 204);
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/agreements/{id}/decrees',
      summary: 'Record an SK or Berita Acara',
      ...needs('agreements.manage'),
      request: {
        ...byId,
        ...jsonBody(
          z.object({
            kind: z.enum(['SK', 'BA']),
            number: z.string().min(1).max(100),
            signedOn: dayText,
            annexDigest: z.string().nullable().default(null),
          }),
        ),
      },
      responses: { ...answers, 201: json(decree, 'The decree.') },
    }),
    async (c) =>
      c.json(await service.createDecree(c.var.ctx, c.req.valid('param').id, c.req.valid('json')), 201),
  );
