import type { Day } from '@payung/kernel';
import type { Confidence, ShownParameter, ShownRow } from '@payung/law';

/** The rows that are believed, by day: what a correction has replaced is left out. */
export function believedRows({ rows }: Pick<ShownParameter, 'rows'>): readonly ShownRow[] {
  return rows.filter(({ replaced }) => replaced === null);
}

/** The row that holds on the day; undefined before the first. */
export function rowOn(parameter: Pick<ShownParameter, 'rows'>, on: Day): ShownRow | undefined {
  return believedRows(parameter).findLast(({ from }) => from <= on);
}

/** Whether the value was read in a source that says so itself. Everything else is told as less than certain. */
export function isCertain(confidence: Confidence): boolean {
  return confidence === 'quoted';
}

/** Everything less certain than what was read, the furthest from the gazette first. */
export const doubts = [
  'convention',
  'inferred',
  'known',
  'secondary',
  'derived',
] as const satisfies readonly Confidence[];
