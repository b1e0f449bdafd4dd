import { z } from '@hono/zod-openapi';
import { type Answer, FIRST_KNOWN, type Json, type Result } from '@payung/law';
import { dayText } from '#platform/http';

/** Most requests of one list. */
export const mostRequests = 1000;

const text = z.object({ id: z.string(), en: z.string() }).openapi('Text');

/** The day whose knowledge of the law is used. */
export const knownOn = dayText.refine((on) => on >= FIRST_KNOWN, 'tooEarly');

// The law itself says what is wrong with a request, so that every door says the same; this is for the document.
const properties = {
  rule: { type: 'string', example: 'benefit.jkm' },
  input: { type: 'object', example: { date: '2026-01-01', segment: 'PU' } },
  asKnownOn: {
    type: 'string',
    format: 'date',
    description: 'Corrections that we came to know later are not seen.',
  },
} as const;

/** One request to a rule. */
export const lawRequest = z
  .custom<object>((value) => typeof value === 'object' && value !== null && !Array.isArray(value))
  .openapi('LawRequest', { type: 'object', required: ['rule', 'input'], properties });

const lawMessage = z.unknown().openapi('LawMessage', {
  type: 'object',
  required: ['id', 'rule', 'input'],
  properties: {
    id: { type: ['string', 'integer'], description: 'Comes back with the answer.' },
    ...properties,
  },
});

/** One request, or a list of them that tells its members apart by their ids. */
export const oneOrMany = z.union([lawRequest, z.array(lawMessage).max(mostRequests)]);

/** What a rule answers. */
export const lawAnswer = z
  .custom<Answer>((value) => typeof value === 'object')
  .openapi('LawAnswer', {
    type: 'object',
    description:
      'The values of the rule: see docs/law/interface.md. In a list also { error: { code, path, accepted, came } }.',
  });

/** What one request gets. */
export const lawReply = z
  .object({
    answer: lawAnswer,
    settled: z
      .literal(false)
      .optional()
      .describe(
        'There only if an open question of law would change the answer: never present it as settled. Explain says which.',
      ),
  })
  .openapi('LawReply');

/** What each of a list gets. */
export const lawReplies = z.array(
  lawReply
    .extend({ id: z.union([z.string(), z.int()]).nullable().describe('Null if the request had none.') })
    .openapi('LawMessageReply'),
);

/** What a rule answers, with the reasons for it. */
export const lawExplanation = z
  .object({
    answer: lawAnswer,
    trace: z
      .custom<Result>((value) => typeof value === 'object')
      .openapi({
        type: 'object',
        description:
          'A tree of what was read and computed, each with its article. Where settled is false, an open question of law would change the result: never present it as settled.',
      }),
  })
  .openapi('LawExplanation');

/** A rule and what it answers. */
export const lawRule = z.object({ id: z.string(), about: text }).openapi('LawRule');

/** A figure of the law, without its values. */
export const lawParameter = z
  .object({
    id: z.string(),
    label: text,
    unit: z.string(),
    checked: z.string().describe('The day on which someone last compared it with its sources.'),
  })
  .openapi('LawParameter');

/** A figure of the law with its history. */
export const lawHistory = lawParameter
  .extend({
    rows: z
      .array(
        z.object({
          from: z.string(),
          until: z
            .string()
            .nullable()
            .describe('The day on which the next value begins; null if it has no end yet.'),
          state: z
            .enum(['value', 'none', 'awaited', 'unknown'])
            .describe(
              'none: repealed from that day on; awaited: announced yearly and not known yet; unknown: there is a value, which was not found.',
            ),
          value: z
            .custom<Json>(() => true)
            .openapi({ type: ['number', 'string', 'boolean', 'array', 'object', 'null'] }),
          text: text.nullable(),
          source: z.object({
            law: z.string(),
            article: z.string().optional().describe('Absent if we do not know it.'),
            confidence: z.enum(['quoted', 'secondary', 'derived', 'known', 'inferred', 'convention']),
            page: z.string().optional().describe('Where it was read.'),
            known: z.string().optional(),
          }),
          known: z.string().describe('The day we came to know it.'),
          replaced: z
            .string()
            .nullable()
            .describe('The day we came to know the correction that replaced it.'),
        }),
      )
      .readonly(),
  })
  .openapi('LawHistory');
