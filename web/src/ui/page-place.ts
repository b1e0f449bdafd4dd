/**
 * Where one is in a list that comes page by page. The server only tells where the next page begins, so the way back is
 * remembered: `before` holds the beginnings of the pages already seen.
 */
export interface PagePlace<Cursor> {
  /** Undefined on the first page. */
  readonly after: Cursor | undefined;
  readonly before: readonly (Cursor | undefined)[];
}

/** The beginning of a list. */
export const firstPage: PagePlace<never> = { after: undefined, before: [] };

/** The page that begins at `next`. */
export function pageAfter<Cursor>(place: PagePlace<Cursor>, next: Cursor): PagePlace<Cursor> {
  return { after: next, before: [...place.before, place.after] };
}

/** The page one came from; the first page stays where it is. */
export function pageBefore<Cursor>(place: PagePlace<Cursor>): PagePlace<Cursor> {
  return { after: place.before.at(-1), before: place.before.slice(0, -1) };
}

/** Number of the page, from 1. */
export function pageNumber(place: PagePlace<unknown>): number {
  return place.before.length + 1;
}
