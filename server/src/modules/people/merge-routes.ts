import { createRoute, z } from '@hono/zod-openapi';
import { answers, byId, json, jsonBody, needs, routes } from '#platform/http';
import type { Likeness } from './comparison.ts';
import { comparePair, mergePeople, type Pair, type PairPerson, undoMerge } from './merges.ts';

const agreement = z.enum(['same', 'close', 'different', 'missing']);

/** What two records have in common, in an answer. */
export const likenessShape = {
  score: z.int().describe('Percent of likeness.'),
  agreements: z.object({
    nik: agreement,
    name: agreement,
    birthDate: agreement,
    sex: agreement,
    mother: agreement,
    village: agreement,
  }),
  waterfall: z
    .object({
      prior: z.number(),
      bars: z.array(
        z.object({
          field: z.enum(['nik', 'name', 'birthDate', 'sex', 'mother', 'village']),
          agreement,
          weight: z.number(),
        }),
      ),
      weight: z.number().describe('Prior and bars together: base-2 logarithm of the odds.'),
      probability: z.number().describe('What the weight alone would say.'),
      rule: z.string().describe('The rule that decided, whatever the weight says.'),
      verdict: z.enum(['same', 'doubtful', 'different']),
    })
    .describe('Why: given weights, not estimated from this register.')
    .openapi('Waterfall'),
};

/** Somebody as a comparison shows them. */
export const comparedPerson = z
  .object({
    name: z.string(),
    nikMasked: z.string().nullable(),
    birthDate: z.string().nullable(),
    birthPrecision: z.enum(['day', 'month', 'year']).nullable(),
    sex: z.enum(['L', 'P']).nullable(),
    villageName: z.string(),
    diedOn: z.string().nullable().describe('Null of the living, and of a row.'),
  })
  .openapi('ComparedPerson');

const pairPerson = comparedPerson.extend({ personId: z.uuid(), numbered: z.boolean() }).openapi('PairPerson');

/** Two records side by side, in an answer. */
export const pairShape = { people: z.tuple([pairPerson, pairPerson]), ...likenessShape };

const reason = z.string().min(5).max(300);

export const peopleMerges = routes()
  .openapi(
    createRoute({
      method: 'get',
      path: '/people/{id}/comparison/{other}',
      summary: 'Two records side by side, and what they have in common',
      ...needs('people.merge'),
      request: { params: z.object({ id: z.uuid(), other: z.uuid() }) },
      responses: {
        ...answers,
        200: json(z.object({ ...pairShape, merged: z.boolean() }).openapi('Pair'), 'The pair.'),
      },
    }),
    async (c) => {
      const { id, other } = c.req.valid('param');
      const pair = await comparePair(c.var.ctx, id, other);
      return c.json({ ...shownPair(pair), merged: pair.merged }, 200);
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/people/{id}/merge',
      summary: 'Merge this record into another: two records become one person',
      ...needs('people.merge'),
      request: { ...byId, ...jsonBody(z.object({ into: z.uuid(), reason })) },
      responses: { ...answers, 201: json(z.object({ aliasId: z.uuid() }), 'Merged; the id undoes it.') },
    }),
    async (c) => {
      const personId = c.req.valid('param').id;
      const aliasId = await mergePeople(c.var.ctx, { personId, ...c.req.valid('json') });
      return c.json({ aliasId }, 201);
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/people/merges/{id}/undoing',
      summary: 'Undo a merge: one person becomes two again',
      ...needs('people.merge'),
      request: { ...byId, ...jsonBody(z.object({ reason })) },
      responses: { ...answers, 204: { description: 'Undone.' } },
    }),
    async (c) => {
      await undoMerge(c.var.ctx, c.req.valid('param').id, c.req.valid('json').reason);
      return c.body(null, 204);
    },
  );

/** Likeness as it is sent. */
export function shownLikeness({ score, agreements, waterfall }: Likeness) {
  return { score, agreements, waterfall: { ...waterfall, bars: [...waterfall.bars] } };
}

/** A pair as it is sent. */
export function shownPair(pair: Omit<Pair, 'merged'>) {
  const [one, other] = pair.people;
  const people: [PairPerson, PairPerson] = [one, other];
  return { people, ...shownLikeness(pair) };
}
