import { type ClassifiedRow, parseDecile, type SheetReading } from '../file/index.ts';

/** Registers of poor households. */
export type Register = 'P3KE' | 'DTSEN' | 'DTKS';

/** What the rows of a sheet say of welfare: the decile, and of which register. */
export interface Listing {
  readonly decile: number | null;
  /** Null without a decile, and where no heading tells it. */
  readonly register: Register | null;
}

/** The register that the headings of a sheet tell; null when none does. */
export function registerOf({ layout }: SheetReading): Register | null {
  const headers = [...(layout?.recognised ?? []), ...(layout?.unrecognised ?? [])].map(
    ({ header }) => header,
  );
  const text = [layout?.sheet ?? '', ...headers].join(' | ').toLowerCase();
  if (/dtsen|desil.?nasional/.test(text)) return 'DTSEN';
  if (/p3ke|desil.kesejahteraan|padan.dukcapil/.test(text)) return 'P3KE';
  return /dtks/.test(text) ? 'DTKS' : null;
}

/** The decile of a row. */
export function listingOf({ values }: ClassifiedRow, register: Register | null): Listing {
  const decile = parseDecile(values?.decile) ?? null;
  return { decile, register: decile === null ? null : register };
}
