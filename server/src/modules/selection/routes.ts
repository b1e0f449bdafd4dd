import { createRoute, z } from '@hono/zod-openapi';
import { areaCode } from '#areas';
import { answers, byId, dayText, json, jsonBody, monthText, needs, routes } from '#platform/http';
import type { Language } from '#platform/messages';
import type { Candidate, Proposal } from './model.ts';
import { shownRule } from './rule-routes.ts';
import { candidateSchema, proposalFileSchema, proposalSchema } from './schemas.ts';
import { listCandidates } from './service/candidates.ts';
import { decideProposal, rankPeople, reopenProposal } from './service/decide.ts';
import { decreeProposal } from './service/decree.ts';
import { enrolProposal } from './service/enrol.ts';
import { createProposal, getProposal, listProposals } from './service/proposals.ts';
import { checkPeople, verifyProposal } from './service/verify.ts';
import { outcomeText, reasonText } from './words.ts';

const made = z.object({ id: z.uuid() });
const people = z.array(z.uuid()).max(5000);
const done = { ...answers, 204: { description: 'Recorded.' } } as const;
const text = (least: number, most: number) => z.string().trim().min(least).max(most);

/** Proposals of villages, from the draft to the members. */
export const selection = routes()
  .openapi(
    createRoute({
      method: 'get',
      path: '/selection/proposals',
      summary: 'Proposals in scope, newest first',
      ...needs('selection.read'),
      responses: { ...answers, 200: json(z.object({ proposals: z.array(proposalSchema) }), 'Proposals.') },
    }),
    async (c) => c.json({ proposals: (await listProposals(c.var.ctx)).map(shown) }, 200),
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/selection/proposals',
      summary: 'Begin the proposal of a village',
      ...needs('selection.prepare'),
      request: jsonBody(
        z.object({
          area: areaCode,
          agreementId: z.uuid(),
          from: monthText,
          to: monthText,
          quota: z.int().min(1).max(100_000).describe('Places; whoever stands below is a substitute.'),
        }),
      ),
      responses: { ...answers, 201: json(made, 'The id of the proposal.') },
    }),
    async (c) => c.json({ id: await createProposal(c.var.ctx, c.req.valid('json')) }, 201),
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/selection/proposals/{id}',
      summary: 'One proposal with its list, cost and steps',
      ...needs('selection.read'),
      request: byId,
      responses: { ...answers, 200: json(proposalFileSchema, 'The proposal.') },
    }),
    async (c) => {
      const { ctx } = c.var;
      const file = await getProposal(ctx, c.req.valid('param').id);
      return c.json(
        {
          proposal: shown(file.proposal),
          rule: file.rule === undefined ? null : shownRule(file.rule),
          cost: file.cost,
          entries: file.entries.map((one) => ({
            ...one,
            outcomeText:
              one.outcome === null || one.outcome === 'enrolled'
                ? null
                : outcomeText(ctx.language, one.outcome, { fund: '…', state: '…' }),
          })),
          steps: [...file.steps],
        },
        200,
      );
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/selection/proposals/{id}/candidates',
      summary: 'Everybody of the village, weighed, in the order proposed to the meeting',
      ...needs('selection.read'),
      request: byId,
      responses: { ...answers, 200: json(z.object({ candidates: z.array(candidateSchema) }), 'Candidates.') },
    }),
    async (c) => {
      const { ctx } = c.var;
      const { candidates } = await listCandidates(ctx, c.req.valid('param').id);
      return c.json({ candidates: candidates.map((one) => shownCandidate(ctx.language, one)) }, 200);
    },
  )
  .openapi(
    createRoute({
      method: 'put',
      path: '/selection/proposals/{id}/entries',
      summary: 'Put exactly these people on the draft, in this order',
      ...needs('selection.prepare'),
      request: { ...byId, ...jsonBody(z.object({ personIds: people })) },
      responses: done,
    }),
    async (c) => {
      await rankPeople(c.var.ctx, c.req.valid('param').id, c.req.valid('json').personIds);
      return c.body(null, 204);
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/selection/proposals/{id}/decision',
      summary: 'Record what the meeting of the village (musdes) decided, with its Berita Acara',
      ...needs('selection.prepare'),
      request: {
        ...byId,
        ...jsonBody(
          z.object({
            metOn: dayText,
            place: text(2, 200),
            ledBy: text(2, 200),
            attendance: z.int().min(1).max(100_000),
            minutes: text(3, 5000),
            number: text(1, 100),
            signedOn: dayText,
          }),
        ),
      },
      responses: done,
    }),
    async (c) => {
      await decideProposal(c.var.ctx, c.req.valid('param').id, c.req.valid('json'));
      return c.body(null, 204);
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/selection/proposals/{id}/reopening',
      summary: 'Take a decided or verified list back to the draft, saying why',
      ...needs('selection.verify'),
      request: { ...byId, ...jsonBody(z.object({ reason: text(3, 1000) })) },
      responses: done,
    }),
    async (c) => {
      await reopenProposal(c.var.ctx, c.req.valid('param').id, c.req.valid('json').reason);
      return c.body(null, 204);
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/selection/proposals/{id}/checks',
      summary: 'Verify people of a decided list, or strike them with a reason',
      ...needs('selection.verify'),
      request: {
        ...byId,
        ...jsonBody(
          z.object({
            personIds: people.min(1),
            struck: text(3, 500)
              .nullable()
              .default(null)
              .describe('Why they are struck; null verifies them.'),
          }),
        ),
      },
      responses: done,
    }),
    async (c) => {
      const { personIds, struck } = c.req.valid('json');
      await checkPeople(c.var.ctx, c.req.valid('param').id, personIds, struck);
      return c.body(null, 204);
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/selection/proposals/{id}/verification',
      summary: 'Close the verification: everybody who fills a place was verified',
      ...needs('selection.verify'),
      request: byId,
      responses: done,
    }),
    async (c) => {
      await verifyProposal(c.var.ctx, c.req.valid('param').id);
      return c.body(null, 204);
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/selection/proposals/{id}/decree',
      summary: 'Record the SK of a verified list and freeze its annex',
      ...needs('selection.verify'),
      request: {
        ...byId,
        ...jsonBody(
          z.object({
            number: text(1, 100),
            signedOn: dayText,
            signedBy: text(2, 200),
            signedAs: text(2, 200),
          }),
        ),
      },
      responses: done,
    }),
    async (c) => {
      await decreeProposal(c.var.ctx, c.req.valid('param').id, c.req.valid('json'));
      return c.body(null, 204);
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/selection/proposals/{id}/enrolment',
      summary: 'Make members of the people whom the decree names',
      ...needs('selection.enrol'),
      request: byId,
      responses: {
        ...answers,
        200: json(
          z.object({
            enrolled: z.int(),
            left: z.int().describe('Decreed and not enrolled; why is on the list.'),
          }),
          'How many.',
        ),
      },
    }),
    async (c) => c.json(await enrolProposal(c.var.ctx, c.req.valid('param').id), 200),
  );

/** A proposal as the interface shows it. */
export function shown(proposal: Proposal) {
  return { ...proposal, makers: [...proposal.makers] };
}

function shownCandidate(language: Language, candidate: Candidate) {
  return {
    ...candidate,
    missing: [...candidate.missing],
    reasons: candidate.reasons.map((reason) => ({
      code: reason.code,
      text: reasonText(language, reason),
      fund: reason.fund ?? null,
      state: reason.state ?? null,
    })),
  };
}
