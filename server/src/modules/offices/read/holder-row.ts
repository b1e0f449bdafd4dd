import type { Day } from '@payung/kernel';
import { type Cell, type ClassifiedRow, cellText, type SheetReading } from '#rosters';
import { readLabel, readOffice } from './office-words.ts';
import { readDay, readTermEnd } from './read-day.ts';

/** What a row of a body's list says of the seat. */
export interface HolderRow {
  readonly sheet: string;
  readonly row: number;
  /** As written; empty when the list has no column for it. */
  readonly officeText: string;
  readonly office: string | undefined;
  readonly label: string | null;
  readonly decreeNumber: string | null;
  readonly decreeDay: Day | null;
  readonly from: Day | undefined;
  readonly termTo: Day | null;
}

type Part = 'office' | 'decreeNumber' | 'decreeDay' | 'from' | 'termTo' | 'term';

/** Headings of a body's list beyond those of every roster; the first that fits takes the column. */
const headings: readonly (readonly [RegExp, Part])[] = [
  [/\b(tgl|tanggal)\b.*\b(sk|keputusan)\b/i, 'decreeDay'],
  [/\b(no|nomor|nmr)\b.*\b(sk|keputusan)\b|^sk\b|\bsk (pengangkatan|no|nomor)\b/i, 'decreeNumber'],
  [/\bmasa (jabatan|bakti|kerja)\b|\bperiode\b/i, 'term'],
  [/\b(tmt|mulai|dilantik|pelantikan)\b/i, 'from'],
  [/\b(akhir|berakhir|sampai|s\.?d)\b/i, 'termTo'],
  [/\b(jabatan|kedudukan|posisi|unsur)\b/i, 'office'],
];

/** The columns of a sheet that say something of the seat. */
export function holderColumns(sheet: SheetReading): ReadonlyMap<Part, number> {
  const columns = new Map<Part, number>();
  const layout = sheet.layout;
  for (const { header, column } of [...(layout?.recognised ?? []), ...(layout?.unrecognised ?? [])]) {
    const part = headings.find(([pattern]) => pattern.test(header.replace(/[._/]+/g, ' ')))?.[1];
    if (part !== undefined && !columns.has(part)) columns.set(part, column);
  }
  return columns;
}

/** Reads what a row says of the seat. */
export function readHolder(row: ClassifiedRow, columns: ReadonlyMap<Part, number>): HolderRow {
  const cell = (part: Part): Cell | undefined => {
    const column = columns.get(part);
    return column === undefined ? undefined : row.raw.cells[column];
  };
  const officeText = cellText(cell('office'));
  const office = readOffice(officeText);
  const decree = cellText(cell('decreeNumber')).slice(0, 100);
  return {
    sheet: row.raw.sheet,
    row: row.raw.row,
    officeText,
    office,
    label: office === undefined ? null : readLabel(officeText, office),
    decreeNumber: decree === '' ? null : decree,
    decreeDay: readDay(cell('decreeDay')) ?? null,
    from: readDay(cell('from')),
    termTo: readTermEnd(cell('termTo')) ?? readTermEnd(cell('term')) ?? null,
  };
}
