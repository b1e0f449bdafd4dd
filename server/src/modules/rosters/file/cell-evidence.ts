import { type Cell, cellText } from './row.ts';

/** Written where a value is not known: `-`, `0`, `belum ada`. */
const ABSENT =
  /^(?:[-–—_.0/?*x\s]*|n\/?a|nihil|kosong|null|nil|belum(?: ada)?|tidak (?:ada|punya|tahu)|tdk ada|blm(?: ada)?)$/i;

/** True for cells that are empty or say that there is nothing: dashes, zero, `belum ada`, `tidak ada`. */
export function isAbsent(cell: Cell | undefined): boolean {
  return ABSENT.test(cellText(cell));
}

/** Number of digits in a cell, separators aside; a number in powers of ten counts the digits it had. */
export function digitCount(cell: Cell | undefined): number {
  const text = cellText(cell);
  const power = /^\d(?:[.,]\d+)?e\+?(\d{1,2})$/i.exec(text);
  return power === null ? (text.match(/\d/g)?.length ?? 0) : Number(power[1]) + 1;
}

/** Looks like a NIK or KK number, damaged ones included: 14 to 18 characters, nearly all digits. */
export function looksLikeNik(cell: Cell | undefined): boolean {
  const text = cellText(cell).replace(/[\s.,'’`"=-]/g, '');
  const digits = digitCount(cell);
  return digits >= 14 && digits <= 18 && (text.length <= 19 || /e\+?\d+$/i.test(text)) && !/nip/i.test(text);
}

/** Share of the cells holding anything that pass the test, 0 when none holds anything. */
export function shareOf(
  cells: readonly (Cell | undefined)[],
  test: (cell: Cell | undefined) => boolean,
): number {
  const present = cells.filter((cell) => !isAbsent(cell));
  return present.length === 0 ? 0 : present.filter(test).length / present.length;
}
