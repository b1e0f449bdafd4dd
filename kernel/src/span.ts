import { addDays, type Day } from './day.ts';

/**
 * The days from `from` up to, not including, `until`; open-ended if `until` is undefined. The same as a Postgres
 * `daterange` in its canonical form. Made by `span` or `spanThrough` it holds at least one day.
 */
export type Span = { readonly from: Day; readonly until: Day | undefined };

/**
 * The span `[from, until)`.
 *
 * @throws RangeError if it would hold no day
 */
export function span(from: Day, until?: Day): Span {
  if (until !== undefined && until <= from) throw new RangeError(`an empty span: ${from} until ${until}`);
  return { from, until };
}

/**
 * The span from the first to the last day, both included: Indonesian documents write "sampai dengan".
 *
 * @throws RangeError if the last day is before the first, or is the last of all days
 */
export function spanThrough(first: Day, last: Day): Span {
  return span(first, addDays(last, 1));
}

/** Whether the day lies in the span. */
export function spanContains({ from, until }: Span, date: Day): boolean {
  return from <= date && (until === undefined || date < until);
}

/** Whether some day lies in both spans; spans that only touch do not overlap. */
export function spansOverlap(a: Span, b: Span): boolean {
  const from = a.from >= b.from ? a.from : b.from;
  return spanContains(a, from) && spanContains(b, from);
}
