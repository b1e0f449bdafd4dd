import type { Day } from '@payung/kernel';
import type { Json } from './explain.ts';
import { AWAITED, type Row, type Source, UNKNOWN } from './parameter.ts';
import type { Text } from './text.ts';

/** One row of a parameter's history as a page, a list or a document shows it. */
export type ShownRow = {
  readonly from: Day;
  /** The day on which the next value begins; null if it has no end yet, or the row was replaced. */
  readonly until: Day | null;
  /** A value; nothing from that day on (repealed); announced yearly and not known yet; or one that we have not found. */
  readonly state: 'value' | 'none' | 'awaited' | 'unknown';
  /** Null without a value, as is its text. */
  readonly value: Json;
  readonly text: Text | null;
  readonly source: Source;
  /** The day we came to know it. */
  readonly known: Day;
  /** The day on which we came to know the correction that replaced this row; null for what is believed. */
  readonly replaced: Day | null;
  /** The open question on which `from` depends, such as U-01; absent if that day is settled. */
  readonly dayQuestion?: string;
};

/** A parameter, whatever its type of value, with its history in the order of days and then of when we knew. */
export type ShownParameter = {
  readonly id: string;
  readonly label: Text;
  readonly unit: string;
  readonly checked: Day;
  readonly rows: readonly ShownRow[];
};

/** The rows with their values in words. */
export function shownRows<T extends Json>(
  rows: readonly Row<T>[],
  show: (value: T) => Text,
): readonly ShownRow[] {
  return rows.map(({ from, value, source, known, dayQuestion }, index) => {
    const next = rows[index + 1];
    const replacement = next?.from === from ? next : undefined;
    const row = {
      from,
      until: replacement === undefined ? (next?.from ?? null) : null,
      source,
      known,
      replaced: replacement?.known ?? null,
      ...(dayQuestion !== undefined && { dayQuestion }),
    };
    if (value === null) return { ...row, state: 'none', value: null, text: null };
    if (value === AWAITED) return { ...row, state: 'awaited', value: null, text: null };
    if (value === UNKNOWN) return { ...row, state: 'unknown', value: null, text: null };
    return { ...row, state: 'value', value, text: show(value) };
  });
}
