import { createRoute, z } from '@hono/zod-openapi';
import { type Permission, permissions, roles } from '#platform/access';
import { holds } from '#platform/context';
import { answers, json, routes } from '#platform/http';
import { exampleDataIn } from './rights.ts';

const allPermissions = Object.keys(permissions) as [Permission, ...Permission[]];

const sessionSchema = z
  .object({
    userId: z.string(),
    name: z.string(),
    due: z
      .enum(['auth.secondFactorRequired', 'auth.passwordChangeRequired'])
      .nullable()
      .describe('What must be done on the account page before anything else is allowed; null when nothing.'),
    permissions: z.array(z.enum(allPermissions)).describe('What is allowed today, somewhere.'),
    grants: z
      .array(
        z.object({
          role: z.enum(roles),
          area: z.int().nullable(),
          partnerId: z.string().nullable(),
          from: z.string(),
          until: z.string().nullable(),
        }),
      )
      .describe('Every grant that holds today.'),
    today: z.string().describe('The day it is where the branch is.'),
  })
  .openapi('Session');

/** Who is signed in, and what they may do. Answers also while a second factor or a new password is due. */
export const session = routes().openapi(
  createRoute({
    method: 'get',
    path: '/session',
    summary: 'Who is signed in, and what they may do',
    responses: { ...answers, 200: json(sessionSchema, 'The session.') },
  }),
  (c) => {
    const { actor, platform } = c.var.ctx;
    const today = platform.clock.today();
    const due = actor.due;
    return c.json(
      {
        userId: actor.id,
        name: actor.name,
        due: due === 'auth.secondFactorRequired' || due === 'auth.passwordChangeRequired' ? due : null,
        permissions: allPermissions.filter((permission) => holds(c.var.ctx, permission)),
        grants: (actor.grants ?? [])
          .filter((grant) => grant.from <= today && (grant.until === null || today < grant.until))
          .map(({ role, area, partnerId, from, until }) => ({ role, area, partnerId, from, until })),
        today,
      },
      200,
    );
  },
);

const installationSchema = z
  .object({
    exampleData: z.boolean().describe('True when this installation holds the example: every page says so.'),
  })
  .openapi('Installation');

/** What a page must know before anybody is signed in. */
export const installation = routes().openapi(
  createRoute({
    method: 'get',
    path: '/installation',
    summary: 'What kind of installation this is; needs no sign-in',
    security: [],
    responses: { 200: json(installationSchema, 'The installation.') },
  }),
  async (c) => c.json({ exampleData: await exampleDataIn(c.var.platform.pools.app) }, 200),
);
