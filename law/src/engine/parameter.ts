import { addDays, type Day, day, type Month, monthOf, type Span } from '@payung/kernel';
import type { Text } from './text.ts';

/**
 * How we know a value: read in a source; read in other people's software; arithmetic from one of these; from knowledge
 * without a page read; worked back from printed totals; our own decision where the law is silent.
 */
export type Confidence = 'quoted' | 'secondary' | 'derived' | 'known' | 'inferred' | 'convention';

/** Where the law says it: the regulation in its short Indonesian form and the article, absent if we do not know it. */
export type Citation = { readonly law: string; readonly article?: string };

/** A citation, how we know it, and where we read it (an address; absent if no page was read). */
export type Source = Citation & { readonly confidence: Confidence; readonly page?: string };

/** The value in force from `from` until the next entry's day, as one entry of a parameter's history. */
export type Period<T> = { readonly during: Span; readonly value: T; readonly source: Source };

/** A figure of the law that changes over time. Before its first period and between periods it is not in force. */
export type Parameter<T> = {
  readonly id: string;
  readonly label: Text;
  readonly unit: string;
  /** The day on which someone last compared the history with its sources. */
  readonly checked: Day;
  /** For a value that is announced yearly: the day from which none is known yet. Absent if the law itself sets it. */
  readonly publishedUntil?: Day;
  readonly show: (value: T) => Text;
  readonly periods: readonly Period<T>[];
};

/** What is written down for a parameter; in `history` each entry holds until the next, and `null` repeals. */
export type ParameterDefinition<T> = {
  readonly label: Text;
  readonly unit: string;
  readonly checked: string;
  readonly publishedUntil?: string;
  readonly show: (value: T) => Text;
  readonly history: readonly (readonly [from: string, value: T | null, source: Source])[];
};

/**
 * Defines a dated parameter.
 *
 * @throws RangeError if a day does not exist or the history is not in ascending order
 */
export function parameter<T>(id: string, definition: ParameterDefinition<T>): Parameter<T> {
  const { label, unit, checked, show, history } = definition;
  const end = definition.publishedUntil === undefined ? undefined : day(definition.publishedUntil);
  const periods: Period<T>[] = [];
  for (const [index, [from, value, source]] of history.entries()) {
    const next = history[index + 1];
    const during = { from: day(from), until: next === undefined ? end : day(next[0]) };
    if (during.until !== undefined && during.until <= during.from)
      throw new RangeError(`${id}: ${during.until} does not follow ${from}`);
    if (value !== null) periods.push({ during, value, source });
  }
  const defined = { id, label, unit, checked: day(checked), show, periods };
  return end === undefined ? defined : { ...defined, publishedUntil: end };
}

/** The period of the parameter that contains the day; undefined if it is not in force then. */
export function periodOn<T>({ periods }: Parameter<T>, on: Day): Period<T> | undefined {
  return periods.find(({ during }) => during.from <= on && (during.until === undefined || on < during.until));
}

/** The citation of a source, without how and where we read it. */
export function citationOf({ law, article }: Source): Citation {
  return article === undefined ? { law } : { law, article };
}

/**
 * The first and last month of a value that was in force for a time, such as a relief: both included.
 *
 * @throws RangeError if it has no last month
 */
export function monthsInForce<T>({ id, periods }: Parameter<T>): { first: Month; last: Month } {
  const from = periods[0]?.during.from;
  const until = periods.at(-1)?.during.until;
  if (from === undefined || until === undefined) throw new RangeError(`${id} has no last month`);
  return { first: monthOf(from), last: monthOf(addDays(until, -1)) };
}
