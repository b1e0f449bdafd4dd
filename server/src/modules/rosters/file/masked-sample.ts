import { type Cell, cellText } from './row.ts';

/** Characters of each word that stay: enough to tell a name from a place, too few to know whose. */
const SHOWN = 2;

/**
 * A cell as a sample of what its column holds: short words such as L, P or 004 as they are, of every longer one its first two
 * characters. Never enough to tell who somebody is.
 */
export function maskedSample(cell: Cell | undefined): string {
  return cellText(cell)
    .slice(0, 40)
    .replace(/[\p{L}\p{N}]+/gu, (word) =>
      word.length <= 3 ? word : word.slice(0, SHOWN) + '•'.repeat(Math.min(word.length - SHOWN, 14)),
    );
}
