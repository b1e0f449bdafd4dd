import { createRoute, z } from '@hono/zod-openapi';
import { answers, byId, dayText, json, jsonBody, needs, routes } from '#platform/http';
import type { Language } from '#platform/messages';
import { checkNik, type Entry, getEntry, registerPerson, textOfEntry, waitForEntry } from './service.ts';

/** A check of one row takes well under a second; whoever waits longer is told to come back. */
const patience = 10_000;

const optional = (length: number) => z.string().trim().max(length).optional();

const person = z
  .object({
    name: z.string().trim().min(1).max(200),
    nik: optional(40),
    birthDate: dayText.optional(),
    sex: z.enum(['L', 'P']).optional(),
    village: z.int().describe('Ten digits.'),
    rt: optional(10),
    rw: optional(10),
    occupation: optional(100),
    mother: optional(200),
    phone: optional(40),
  })
  .openapi('PersonInput');

const wanted = z.union([
  z.object({ agreementId: z.uuid(), startsOn: dayText }).describe('To enrol under an agreement.'),
  z.object({ partnerId: z.uuid() }).describe('To record only.'),
]);

const said = { text: z.string(), remedy: z.string() };

const registration = z
  .object({
    rosterId: z.uuid().describe('The list of one: its review and acceptance are those of any list.'),
    state: z.string().describe('As of a roster.'),
    found: z
      .object({
        ordinal: z.int(),
        verdict: z.enum(['new', 'known', 'doubtful', 'refused', 'ignored']),
        enrol: z.boolean().describe('Acceptance opens a membership.'),
        ...said,
        warnings: z.array(z.object(said)),
      })
      .nullable()
      .describe('What the check found; null until it has.'),
    takes: z.boolean().describe('There is something to accept.'),
    personId: z.uuid().nullable().describe('Once recorded or found, if in scope.'),
  })
  .openapi('PersonRegistration');

export const registrations = routes()
  .openapi(
    createRoute({
      method: 'post',
      path: '/registrations',
      summary: 'Register one person: checked and matched as a list of one row',
      ...needs('rosters.send'),
      request: jsonBody(z.object({ person, for: wanted })),
      responses: {
        ...answers,
        201: json(registration.extend({ repeated: z.boolean() }), 'Checked, or being checked.'),
      },
    }),
    async (c) => {
      const { ctx } = c.var;
      const { person: somebody, for: purpose } = c.req.valid('json');
      const { rosterId, repeated } = await registerPerson(ctx, somebody, purpose);
      await waitForEntry(ctx, rosterId, patience);
      return c.json({ ...shown(await getEntry(ctx, rosterId), ctx.language), repeated }, 201);
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/registrations/{id}',
      summary: 'How far a registration is; waits for what is under way',
      ...needs('rosters.read'),
      request: byId,
      responses: { ...answers, 200: json(registration, 'The registration.') },
    }),
    async (c) => {
      const { ctx } = c.var;
      const { id } = c.req.valid('param');
      await waitForEntry(ctx, id, patience);
      return c.json(shown(await getEntry(ctx, id), ctx.language), 200);
    },
  )
  .openapi(
    createRoute({
      // Posted, though it changes nothing: an address is written into the logs of whatever stands in front of the server.
      method: 'post',
      path: '/nik-checks',
      summary: 'What a NIK says by its form alone; asks nobody whose it is',
      ...needs('rosters.send'),
      request: jsonBody(z.object({ nik: z.string().max(40) })),
      responses: {
        ...answers,
        200: json(
          z.discriminatedUnion('ok', [
            z.object({
              ok: z.literal(true),
              birthDate: z.string(),
              sex: z.enum(['L', 'P']),
              issuedIn: z.string().nullable(),
            }),
            z.object({ ok: z.literal(false), ...said }),
          ]),
          'What it says, or what is wrong with it.',
        ),
      },
    }),
    async (c) => c.json(await checkNik(c.var.ctx, c.req.valid('json').nik), 200),
  );

function shown({ roster, row, personId }: Entry, language: Language) {
  return {
    rosterId: roster.rosterId,
    state: roster.state,
    found:
      row === undefined
        ? null
        : {
            ordinal: row.ordinal,
            verdict: row.verdict,
            enrol: row.enrol,
            ...textOfEntry(language, row.reason, row.facts),
            warnings: row.warnings.map(({ code, facts }) => textOfEntry(language, code, facts)),
          },
    takes: roster.enrolled + roster.recorded + roster.listed > 0,
    personId,
  };
}
