import { z } from '@hono/zod-openapi';
import { comparedPerson, likenessShape, shownLikeness } from '#people';
import { rowPlace } from '#platform/http';
import type { Language } from '#platform/messages';
import { textOf } from './service/read.ts';
import type { ReviewRow } from './service/review.ts';

const said = {
  text: z.string().describe('In the language of the request.'),
  remedy: z.string(),
};

const candidate = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.enum(['person', 'row']),
      place: z.int().describe('What a decision names: 1, 2, …'),
      person: comparedPerson,
      ...likenessShape,
      at: z
        .object({ sheet: z.string(), row: z.int() })
        .nullable()
        .describe('Where it stands in the file; null for somebody of the base.'),
    }),
    z.object({
      kind: z.literal('elsewhere').describe('Outside the scope: nothing but the kabupaten is told.'),
      place: z.int(),
      regency: z.string().nullable(),
    }),
  ])
  .openapi('Candidate');

/** A row on the desk, in an answer. */
export const reviewRow = z
  .object({
    ordinal: z.int(),
    sheet: z.string(),
    row: z.int(),
    ...said,
    person: comparedPerson,
    candidates: z.array(candidate),
    doubts: z.array(z.object({ code: z.string(), ...said })).describe('About the row itself.'),
    mayBeNew: z.boolean(),
    claims: z.boolean().describe('Somebody else holds the NIK: as a new person the row would dispute it.'),
    decision: z
      .object({
        choice: z.enum(['same', 'new', 'left', 'threshold']),
        place: z.int().nullable(),
        why: z.string().nullable(),
        by: z.string().nullable(),
        at: z.string().nullable(),
        earlier: z.boolean().describe('Made on an earlier file, for a row of the same content.'),
      })
      .nullable(),
  })
  .openapi('ReviewRow');

/** How far the desk is. */
export const reviewProgress = {
  total: z.int(),
  decided: z.int().describe('Left for now counts as decided.'),
};

/** A row after a decision, in an answer. */
export const decidedRow = z.object({ ...reviewProgress, row: reviewRow }).openapi('DecidedRow');

/** What is decided of a row. */
export const rowDecision = z.object({
  choice: z.enum(['same', 'new', 'left']).describe('new: none of the candidates.'),
  candidate: z.int().min(1).optional().describe('Place of the candidate; only for `same`.'),
  why: z.string().min(3).max(300).optional(),
});

/** A page of the desk, in an answer. */
export const reviewPage = z.object({
  ...reviewProgress,
  fileName: z.string(),
  mayDecide: z.boolean().describe('False once decisions can no longer be carried out.'),
  rows: z.array(reviewRow),
  next: z.int().nullable(),
});

/** One row on the desk, by its place in the file. */
export const oneRow = { params: z.object({ id: z.uuid(), ordinal: rowPlace }) };

/** A row on the desk as it is sent. */
export function shownReviewRow({ because, doubts, ...rest }: ReviewRow, language: Language) {
  return {
    ...rest,
    candidates: rest.candidates.map((one) =>
      one.kind === 'elsewhere' ? one : { ...one, ...shownLikeness(one) },
    ),
    ...textOf(language, because.code, because.facts),
    doubts: doubts.map(({ code, facts }) => ({ code, ...textOf(language, code, facts) })),
  };
}
