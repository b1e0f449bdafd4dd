import { digitCount } from './cell-evidence.ts';
import { type Cell, cellText } from './row.ts';

/** Characters of each word that stay: enough to tell a name from a place, too few to know whose. */
const SHOWN = 2;

/** Digits from which a text is a number or a date of somebody. */
const TELLING_DIGITS = 6;

/**
 * A cell as a sample of what its column holds: short words such as L, P or 004 as they are, of every longer one its first two
 * characters, and of numbers and dates the first two digits. Never enough to tell who somebody is.
 */
export function maskedSample(cell: Cell | undefined): string {
  const text = cellText(cell).slice(0, 40);
  if (isTelling(cell)) return text.slice(0, SHOWN) + text.slice(SHOWN).replace(/[\p{L}\p{N}]/gu, '•');
  return text.replace(/[\p{L}\p{N}]+/gu, (word) =>
    word.length <= 3 ? word : word.slice(0, SHOWN) + '•'.repeat(word.length - SHOWN),
  );
}

/** True for a number or date long enough to be of one person; a row that holds one is no heading. */
export function isTelling(cell: Cell | undefined): boolean {
  return cell instanceof Date || digitCount(cell) >= TELLING_DIGITS;
}
