import type { Language } from '@payung/kernel';
import { ANNOTATE_TEXTS, VERDICTS, type Verdict } from './annotate-texts.ts';
import { SUMMARY_MARK } from './interpret.ts';
import { columnName } from './row.ts';
import { safeCell } from './safe-cell.ts';
import { escapeXml } from './xml.ts';

/** The XML of the sheet that says what was checked, when, and how many rows ended where. */
export function summarySheet(
  about: Readonly<{ language: Language; fileName: string; checkedAt: string }>,
  counts: ReadonlyMap<string, ReadonlyMap<Verdict, number>>,
): string {
  const texts = ANNOTATE_TEXTS[about.language];
  const shown = VERDICTS.toReversed();
  const rows: (string | number)[][] = [
    [SUMMARY_MARK],
    [texts.file, about.fileName],
    [texts.checked, about.checkedAt],
    [],
    [texts.sheet, ...shown.map((verdict) => texts.verdicts[verdict]), texts.rows],
    ...[...counts].map(([sheet, verdicts]) => {
      const numbers = shown.map((verdict) => verdicts.get(verdict) ?? 0);
      return [sheet, ...numbers, numbers.reduce((total, count) => total + count, 0)];
    }),
    [],
    ...texts.notes.map((note) => [note]),
  ];
  const body = rows
    .map((cells, row) => {
      const xml = cells.map((cell, column) => cellXml(`${columnName(column)}${row + 1}`, cell)).join('');
      return `<row r="${row + 1}">${xml}</row>`;
    })
    .join('');
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cols><col min="1" max="7" width="18" customWidth="1"/></cols><sheetData>${body}</sheetData></worksheet>`;
}

function cellXml(place: string, cell: string | number): string {
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
  return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(safeCell(cell))}</t></is></c>`;
}
