import { addDays, type Day, day, type Month, monthOf, type Span } from '@payung/kernel';
import { belief, FIRST_KNOWN } from './belief.ts';
import type { Json } from './explain.ts';
import { type ShownParameter, shownRows } from './shown-parameter.ts';
import type { Text } from './text.ts';
import type { UnsettledDay } from './unsettled-day.ts';

/**
 * How we know a value: read in a source; read in other people's software; arithmetic from one of these; from knowledge
 * without a page read; worked back from printed totals; our own decision where the law is silent.
 */
export type Confidence = 'quoted' | 'secondary' | 'derived' | 'known' | 'inferred' | 'convention';

/** Where the law says it: the regulation in its short Indonesian form and the article, absent if we do not know it. */
export type Citation = { readonly law: string; readonly article?: string };

/**
 * A citation, how we know it, and where we read it (an address; absent if no page was read).
 *
 * `known` is the day we came to know the value; absent for what was written down when the package began (`FIRST_KNOWN`).
 */
export type Source = Citation & {
  readonly confidence: Confidence;
  readonly page?: string;
  readonly known?: string;
};

/** What an explanation says of a source: where it stands in the law, and how we know. */
export type Basis = { readonly citation: Citation; readonly confidence: Confidence };

/** Where a value stands in a history that is announced every year and not known yet from that day on. */
export const AWAITED: unique symbol = Symbol('awaited');

/** Where a value stands in a history from a day on which there is one, which we have not found. */
export const UNKNOWN: unique symbol = Symbol('unknown');

/** What a row of a history says: a value, nothing (`null`: repealed), or that it is awaited or unknown to us. */
export type Entry<T> = T | null | typeof AWAITED | typeof UNKNOWN;

/** One written row: what holds from this day on. */
export type Row<T> = {
  readonly from: Day;
  readonly value: Entry<T>;
  readonly source: Source;
  readonly known: Day;
  /** The open question on which the day itself depends; undefined if it is settled. */
  readonly dayQuestion: string | undefined;
};

/** The value in force from `from` until the next entry's day, as one entry of a parameter's history. */
export type Period<T> = { readonly during: Span; readonly value: T; readonly source: Source };

/** A figure of the law that changes over time. Before its first period and between periods it is not in force. */
export type Parameter<T> = {
  readonly id: string;
  readonly label: Text;
  readonly unit: string;
  /** The day on which someone last compared the history with its sources. */
  readonly checked: Day;
  readonly show: (value: T) => Text;
  /** Everything ever written down, replaced rows included, by day and then by when we came to know it. */
  readonly rows: readonly Row<T>[];
  /** What holds, as known on the day of `asKnownOn`; everything known without it. */
  readonly periods: readonly Period<T>[];
  /** The day from which a value that is announced yearly is not known. Absent if the law itself sets it. */
  readonly publishedUntil: Day | undefined;
  /** The history in words, as known on the day of `asKnownOn`. */
  readonly shown: () => ShownParameter;
};

/**
 * What is written down for a parameter. In `history` each entry holds until the next; `null` repeals, `AWAITED` says that
 * the next value is announced and not known yet, `UNKNOWN` that there is one we do not have. A correction is one more entry for the same day with a later `known`: it
 * replaces, and the replaced entry stays readable as the older belief.
 */
export type ParameterDefinition<T> = {
  readonly label: Text;
  readonly unit: string;
  readonly checked: string;
  readonly show: (value: T) => Text;
  readonly history: readonly (readonly [from: string | UnsettledDay, value: Entry<T>, source: Source])[];
};

/**
 * Defines a dated parameter.
 *
 * @throws RangeError if a day does not exist or the history is not in ascending order
 */
export function parameter<T extends Json>(id: string, definition: ParameterDefinition<T>): Parameter<T> {
  const { label, unit, checked, show, history } = definition;
  const rows = history.map(
    ([from, value, source]): Row<T> => ({
      from: typeof from === 'string' ? day(from) : from.placeholder,
      value,
      source,
      known: source.known === undefined ? FIRST_KNOWN : day(source.known),
      dayQuestion: typeof from === 'string' ? undefined : from.question,
    }),
  );
  for (const [index, { from, known }] of rows.entries()) {
    const before = rows[index - 1];
    const follows =
      before === undefined || before.from < from || (before.from === from && before.known < known);
    if (!follows) throw new RangeError(`${id}: ${from} (known ${known}) does not follow the entry before it`);
  }
  const beliefs = new Map<Day | undefined, Belief<T>>();
  const believed = (): Belief<T> => {
    const on = belief();
    const found = beliefs.get(on) ?? beliefOf(rows, on);
    beliefs.set(on, found);
    return found;
  };
  return {
    id,
    label,
    unit,
    checked: day(checked),
    show,
    rows,
    get periods() {
      return believed().periods;
    },
    get publishedUntil() {
      return believed().publishedUntil;
    },
    shown: () => ({
      id,
      label,
      unit,
      checked: day(checked),
      rows: shownRows(knownRows(rows, belief()), show),
    }),
  };
}

function knownRows<T>(rows: readonly Row<T>[], on: Day | undefined): readonly Row<T>[] {
  return on === undefined ? rows : rows.filter(({ known }) => known <= on);
}

type Belief<T> = Pick<Parameter<T>, 'periods' | 'publishedUntil'>;

/** The rows that were known on the day, each replaced by the last correction known by then, as periods. */
function beliefOf<T>(rows: readonly Row<T>[], on: Day | undefined): Belief<T> {
  const known = knownRows(rows, on);
  const held = known.filter((row, index) => known[index + 1]?.from !== row.from);
  const periods: Period<T>[] = [];
  let publishedUntil: Day | undefined;
  for (const [index, { from, value, source }] of held.entries()) {
    publishedUntil = value === AWAITED ? from : undefined;
    if (value !== null && value !== AWAITED && value !== UNKNOWN)
      periods.push({ during: { from, until: held[index + 1]?.from }, value, source });
  }
  return { periods, publishedUntil };
}

/** The period of the parameter that contains the day; undefined if it is not in force then. */
export function periodOn<T>({ periods }: Parameter<T>, on: Day): Period<T> | undefined {
  return periods.find(({ during }) => during.from <= on && (during.until === undefined || on < during.until));
}

/** The citation of a source, without how and where we read it. */
export function citationOf({ law, article }: Source): Citation {
  return article === undefined ? { law } : { law, article };
}

/** The citation of a source and how we know it, for a finding or a step. */
export function basisOf(source: Source): Basis {
  return { citation: citationOf(source), confidence: source.confidence };
}

/**
 * The citation of the value in force on the day, and how we know it.
 *
 * @throws RangeError if the parameter is not in force then
 */
export function sourceOn<T>(parameter: Parameter<T>, on: Day): Basis {
  const period = periodOn(parameter, on);
  if (period === undefined) throw new RangeError(`${parameter.id} is not in force on ${on}`);
  return basisOf(period.source);
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
