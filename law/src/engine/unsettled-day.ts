import { type Day, day, formatDay, formatRupiah, type Language, type Rupiah } from '@payung/kernel';
import { belief, FIRST_KNOWN } from './belief.ts';
import type { Text } from './text.ts';

/** The days on which the law before a change or after it may hold: the first and the last one. */
export type DoubtfulDays = {
  readonly first: Day;
  readonly last: Day;
  /** Where it was read; undefined if no page was. */
  readonly page: string | undefined;
};

/** The day on which a regulation changed the law, while it is not established. */
export type UnsettledDay = {
  readonly regulation: string;
  /** Where the change stands in every history until the day is known. */
  readonly placeholder: Day;
  /** The open question that lists it, such as U-01. */
  readonly question: string;
  /** As known on the day of `asKnownOn`. */
  readonly doubtful: DoubtfulDays;
};

/**
 * What is written down of an unsettled day. A later row of `doubtful` replaces the one before it from its `known` on, as a
 * correction does in the history of a parameter.
 */
export type UnsettledDayDefinition = {
  readonly placeholder: string;
  readonly question: string;
  readonly doubtful: readonly (readonly [
    first: string,
    last: string,
    source: { readonly known?: string; readonly page?: string },
  ])[];
};

/**
 * Defines a day that is not settled.
 *
 * @throws RangeError if a day does not exist, or nothing was known of it from the beginning
 */
export function unsettledDay(regulation: string, definition: UnsettledDayDefinition): UnsettledDay {
  const rows = definition.doubtful.map(([first, last, { page, known = FIRST_KNOWN }]) => ({
    days: { first: day(first), last: day(last), page },
    known: day(known),
  }));
  return {
    regulation,
    placeholder: day(definition.placeholder),
    question: definition.question,
    get doubtful() {
      const on = belief();
      const row = rows.findLast(({ known }) => on === undefined || known <= on);
      if (row === undefined) throw new RangeError(`${regulation}: nothing was known of its day on ${on}`);
      return row.days;
    },
  };
}

/** Whether the law of this day depends on the unsettled one. */
export function isDoubtful({ doubtful: { first, last } }: UnsettledDay, on: Day): boolean {
  return first <= on && on <= last;
}

/** The doubtful days in words: `24 Februari 2025 sampai dengan 31 Maret 2025`. */
export function doubtfulText({ doubtful: { first, last } }: UnsettledDay): Text {
  return {
    id: `${formatDay(first, 'id')} sampai dengan ${formatDay(last, 'id')}`,
    en: `${formatDay(first, 'en')} to ${formatDay(last, 'en')}`,
  };
}

/**
 * What is open about the day, and the result if it lies on the other side of the event.
 *
 * @param otherwise null if that result cannot be computed: it then depends on what `dependsOn` says
 */
export function unsettledDayText(unsettled: UnsettledDay, otherwise: Rupiah | null, dependsOn: Text): Text {
  const other = (language: Language) => (otherwise === null ? dependsOn[language] : formatRupiah(otherwise));
  const { regulation } = unsettled;
  const days = doubtfulText(unsettled);
  return {
    id: `Hari mulai berlakunya ${regulation} belum dipastikan: ${days.id} dapat berlaku aturan lama atau baru. Menurut tafsir lain: ${other('id')}`,
    en: `The day on which ${regulation} took effect is not established: from ${days.en} the old rule or the new one may hold. Under the other reading: ${other('en')}`,
  };
}
