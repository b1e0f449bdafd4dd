import { z } from '@hono/zod-openapi';
import type { RefusalCode } from '#platform/refusal';

/** What one part of a cursor holds, as a list hands it out in `next`. */
const parts = {
  /** The id of a row. */
  id: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  /** A name key; may be empty. */
  name: /^[^|\p{Cc}]{0,250}$/u,
  /** Percent. */
  score: /^\d{1,3}$/,
  /** The ordinal of a row of a file: what fits the database's integer. */
  row: /^\d{1,9}$/,
  /** The code of a village. */
  village: /^\d{10}$/,
  /** Month index. */
  month: /^\d{4,5}$/,
} as const;

/** A schema names its own refusal as its message; `routes` throws it. */
const unreadable = { error: 'request.cursorUnreadable' satisfies RefusalCode };

/**
 * Where the page before ended, as its `next` said: the parts joined by `|`. Anything else is refused with
 * `request.cursorUnreadable`, so that nothing malformed reaches the database.
 */
function cursor(...kinds: readonly (keyof typeof parts)[]) {
  return z.coerce
    .string(unreadable)
    .refine((text) => {
      const given = text.split('|');
      return given.length === kinds.length && kinds.every((kind, at) => parts[kind].test(given[at] ?? ''));
    }, unreadable)
    .openapi({ type: 'string', description: '`next` of the page before.' });
}

/** The cursors of the lists, by what they are sorted by. */
export const cursors = {
  id: cursor('id'),
  name: cursor('name', 'id'),
  pair: cursor('score', 'id', 'id'),
  line: cursor('name', 'id', 'month'),
  resident: cursor('village', 'name', 'id'),
  row: cursor('row').transform(Number),
} as const;
