import { createRoute, z } from '@hono/zod-openapi';
import { areaCode } from '#areas';
import { roles } from '#platform/access';
import { answers, byId, dayText, json, jsonBody, needs, routes } from '#platform/http';
import type { NewGrant } from './model.ts';
import * as service from './service.ts';

const grantEntry = z
  .object({
    grantId: z.uuid(),
    userId: z.uuid(),
    role: z.enum(roles),
    area: z.int().nullable().describe('Root of the subtree; null when the grant is for a partner.'),
    partnerId: z.uuid().nullable(),
    from: z.string(),
    until: z.string().nullable().describe('First day without it.'),
    grantedBy: z.string(),
  })
  .openapi('Grant');

const user = z
  .object({
    id: z.uuid(),
    email: z.string(),
    name: z.string(),
    secondFactor: z.boolean(),
    mustChangePassword: z.boolean(),
    example: z.boolean(),
    grants: z.array(grantEntry).describe('Those in the areas of the caller.'),
  })
  .openapi('User');

const newGrant = z
  .object({
    role: z.enum(roles),
    area: areaCode.optional(),
    partnerId: z.uuid().optional(),
    from: dayText.optional(),
    until: dayText.optional(),
  })
  .refine((grant) => (grant.area === undefined) !== (grant.partnerId === undefined), {
    path: ['area'],
    message: 'onePlace',
  })
  .openapi('NewGrant', {
    description: 'A role in an area or for a partner: exactly one of the two.',
    example: { role: 'planner', area: '53.04' },
  });

const oneTime = z.object({
  oneTimePassword: z.string().describe('Shown once; to be changed at the next sign-in.'),
});

function grantOf(input: z.output<typeof newGrant>): NewGrant {
  const { role, area, partnerId, from, until } = input;
  return {
    role,
    place: area === undefined ? { partnerId: partnerId ?? '' } : { area },
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
  };
}

export const users = routes()
  .openapi(
    createRoute({
      method: 'get',
      path: '/users',
      summary: 'Accounts with a role in the areas of the caller',
      ...needs('users.manage'),
      request: { query: z.object({ email: z.email().optional().describe('Exactly this address.') }) },
      responses: { ...answers, 200: json(z.object({ users: z.array(user) }), 'Accounts by address.') },
    }),
    async (c) => {
      const found = await service.listUsers(c.var.ctx, c.req.valid('query').email);
      return c.json({ users: found.map((one) => ({ ...one, grants: [...one.grants] })) }, 200);
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/users',
      summary: 'Make an account with its first role',
      ...needs('users.manage'),
      request: jsonBody(z.object({ email: z.email(), name: z.string().min(2).max(200), grant: newGrant })),
      responses: { ...answers, 201: json(oneTime.extend({ userId: z.uuid() }), 'The account.') },
    }),
    async (c) => {
      const { email, name, grant } = c.req.valid('json');
      const made = await service.createUser(c.var.ctx, { email, name, grant: grantOf(grant) });
      return c.json({ userId: made.userId, oneTimePassword: made.password }, 201);
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/users/{id}/grants',
      summary: 'Give a user a role',
      ...needs('users.manage'),
      request: { ...byId, ...jsonBody(newGrant) },
      responses: { ...answers, 201: json(z.object({ grantId: z.uuid() }), 'The grant.') },
    }),
    async (c) => {
      const grantId = await service.grantRole(
        c.var.ctx,
        c.req.valid('param').id,
        grantOf(c.req.valid('json')),
      );
      return c.json({ grantId }, 201);
    },
  )
  .openapi(
    createRoute({
      method: 'delete',
      path: '/grants/{id}',
      summary: 'End a role from today on',
      ...needs('users.manage'),
      request: byId,
      responses: { ...answers, 204: { description: 'Ended.' } },
    }),
    async (c) => {
      await service.endGrant(c.var.ctx, c.req.valid('param').id);
      return c.body(null, 204);
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/users/{id}/password',
      summary: 'Give a user a one-time password',
      ...needs('users.manage'),
      request: byId,
      responses: { ...answers, 201: json(oneTime, 'The password.') },
    }),
    async (c) =>
      c.json({ oneTimePassword: await service.resetPassword(c.var.ctx, c.req.valid('param').id) }, 201),
  )
  .openapi(
    createRoute({
      method: 'delete',
      path: '/users/{id}/second-factor',
      summary: 'Take away a lost second factor',
      ...needs('users.manage'),
      request: byId,
      responses: { ...answers, 204: { description: 'Taken away.' } },
    }),
    async (c) => {
      await service.disableSecondFactor(c.var.ctx, c.req.valid('param').id);
      return c.body(null, 204);
    },
  );
