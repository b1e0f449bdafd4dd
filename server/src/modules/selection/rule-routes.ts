import { createRoute, z } from '@hono/zod-openapi';
import { rupiah } from '@payung/kernel';
import type { VulnerableCriteria } from '@payung/law';
import { areaCode } from '#areas';
import { answers, dayText, json, jsonBody, needs, routes } from '#platform/http';
import { confidences, type Rule } from './model.ts';
import { criteriaSchema, findingsSchema, ruleSchema } from './schemas.ts';
import { assessPeople } from './service/assess.ts';
import { createRule, listRules } from './service/rules.ts';

const ruleInput = z.object({
  area: areaCode,
  law: z.string().trim().min(3).max(200),
  article: z.string().trim().min(1).max(100).nullable().default(null),
  confidence: z.enum(confidences).default('known'),
  criteria: criteriaSchema,
  from: dayText,
  until: dayText.nullable().default(null).describe('First day on which it is no longer in force.'),
});

/** Local rules, and what was found of people for them. */
export const selectionRules = routes()
  .openapi(
    createRoute({
      method: 'get',
      path: '/selection/rules',
      summary: 'Local rules on who is vulnerable, with every version',
      ...needs('selection.read'),
      responses: { ...answers, 200: json(z.object({ rules: z.array(ruleSchema) }), 'By area.') },
    }),
    async (c) => c.json({ rules: (await listRules(c.var.ctx)).map(shownRule) }, 200),
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/selection/rules',
      summary: 'Record a local rule; the same law again is its next version',
      ...needs('selection.rules'),
      request: jsonBody(ruleInput),
      responses: { ...answers, 201: json(ruleSchema, 'The version.') },
    }),
    async (c) => {
      const { criteria, ...input } = c.req.valid('json');
      const rule = await createRule(c.var.ctx, { ...input, criteria: criteriaOf(criteria) });
      return c.json(shownRule(rule), 201);
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/selection/assessments',
      summary: 'Record what was found of people; what is left out stays as it was',
      ...needs('selection.prepare'),
      request: jsonBody(
        z.object({
          personIds: z.array(z.uuid()).min(1).max(5000),
          found: findingsSchema.partial(),
        }),
      ),
      responses: { ...answers, 201: json(z.object({ people: z.int() }), 'How many were assessed.') },
    }),
    async (c) => {
      const { personIds, found } = c.req.valid('json');
      return c.json({ people: await assessPeople(c.var.ctx, personIds, found) }, 201);
    },
  );

/** A version as the interface shows it. */
export function shownRule(rule: Rule) {
  const { registers, occupations, excludedOccupations, ...criteria } = rule.criteria;
  return {
    ...rule,
    criteria: {
      ...criteria,
      ...(registers !== undefined && { registers: [...registers] }),
      ...(occupations !== undefined && { occupations: [...occupations] }),
      ...(excludedOccupations !== undefined && { excludedOccupations: [...excludedOccupations] }),
    },
  };
}

/** Leaves out what is not asked: the law package tells an absent criterion from one that is undefined. */
function criteriaOf(input: z.infer<typeof criteriaSchema>): VulnerableCriteria {
  const { minAge, maxAge, incomeBelow, registers, maxDecile, occupations, excludedOccupations } = input;
  return {
    ...(minAge !== undefined && { minAge }),
    ...(maxAge !== undefined && { maxAge }),
    ...(input.withoutEmployer === true && { withoutEmployer: true }),
    ...(input.withoutRoutineIncome === true && { withoutRoutineIncome: true }),
    ...(incomeBelow !== undefined && { incomeBelow: rupiah(incomeBelow) }),
    ...(registers !== undefined && { registers }),
    ...(maxDecile !== undefined && { maxDecile }),
    ...(occupations !== undefined && { occupations }),
    ...(excludedOccupations !== undefined && { excludedOccupations }),
    ...(input.resident === true && { resident: true }),
  };
}
