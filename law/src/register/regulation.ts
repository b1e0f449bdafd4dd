import { type Day, day } from '@payung/kernel';
import type { Confidence } from '../engine/parameter.ts';
import type { Text } from '../engine/text.ts';

/** The kinds of regulation, in their Indonesian short forms; `usage` is a notion without a regulation. */
export type RegulationKind =
  | 'UU'
  | 'KUH Perdata'
  | 'PP'
  | 'Perpres'
  | 'Keppres'
  | 'Inpres'
  | 'Permenaker'
  | 'Permendagri'
  | 'Permendes'
  | 'PMK'
  | 'SKB 3 Menteri'
  | 'SE Gubernur NTT'
  | 'Kepgub DKI Jakarta'
  | 'usage';

/** What is written down of one regulation. What amends or replaces it is told by the other one. */
export type RegulationEntry = {
  readonly id: string;
  readonly kind: RegulationKind;
  /** As in the id, without the year where that stands apart; null for a code or a notion. */
  readonly number: string | null;
  readonly year: number | null;
  /** The official title without kind and number; null if it was neither read nor is known. */
  readonly title: string | null;
  readonly subject: Text;
  /** The first day in force; null if it is not established. */
  readonly from: Day | null;
  /** The first day on which it no longer holds by its own terms; null if it sets none. */
  readonly until: Day | null;
  readonly amends: readonly string[];
  readonly replaces: readonly string[];
  /** How title and days are known. */
  readonly confidence: Confidence;
  /** Where they were read; null if no page was. */
  readonly page: string | null;
  /** The day on which someone last looked. */
  readonly checked: Day;
  readonly note: Text | null;
};

type Definition = {
  readonly title?: string;
  readonly subject: Text;
  readonly from?: string;
  readonly until?: string;
  readonly amends?: readonly string[];
  readonly replaces?: readonly string[];
  readonly confidence: Confidence;
  readonly page?: string;
  readonly checked?: string;
  readonly note?: Text;
};

/** The day on which the rulebook was compared with its sources; regulations looked up later say so. */
const CHECKED = '2026-11-20';

/**
 * Writes down one regulation. The id is kind and number; `KUH Perdata` and a notion have no number.
 *
 * @throws RangeError if a day does not exist
 */
export function regulation(kind: RegulationKind, number: string, definition: Definition): RegulationEntry {
  const { title, subject, from, until, amends, replaces, confidence, page, checked, note } = definition;
  const [, serial, year] = /^(\d+)\/(\d{4})$/.exec(number) ?? [];
  const lastYear = /(\d{4})$/.exec(number)?.[1];
  return {
    id: kind === 'usage' ? number : `${kind} ${number}`.trim(),
    kind,
    number: kind === 'usage' || number === '' ? null : (serial ?? number),
    year: lastYear === undefined ? null : Number(year ?? lastYear),
    title: title ?? null,
    subject,
    from: from === undefined ? null : day(from),
    until: until === undefined ? null : day(until),
    amends: amends ?? [],
    replaces: replaces ?? [],
    confidence,
    page: page ?? null,
    checked: day(checked ?? CHECKED),
    note: note ?? null,
  };
}
