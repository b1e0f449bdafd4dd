import { hashUnits } from '../unit-hash.ts';
import { MARKING } from './normalise.ts';
import { DEGREES, FRONT } from './titles.ts';

const [BLANK, DOT] = [0x20, 0x2e];

/** By the end of its hash, whether a word may be more than a part of a name; of the others a few hundredths are taken for such. */
const perhapsMore = new Uint8Array(1 << 14);
const scratch = new Uint16Array(16);
for (const word of [...MARKING, ...FRONT, ...DEGREES]) {
  for (let i = 0; i < word.length; i++) scratch[i] = word.charCodeAt(i);
  perhapsMore[hashUnits(scratch, 0, word.length) & (perhapsMore.length - 1)] = 1;
}

/**
 * Writes the `nameText` of a name that lies in UTF-16 units from `start` to before `end`, if it is words of plain letters of
 * which none could be a title, a degree, a mark or an initial; returns how many units it wrote, -1 for any other name.
 */
export function plainName(units: Uint16Array, start: number, end: number, into: Uint16Array): number {
  let length = 0;
  let word = 0;
  let isDotted = false;
  for (let at = start; at <= end; at++) {
    const unit = at === end ? BLANK : (units[at] ?? 0);
    // As a small letter.
    const letter = unit | 0x20;
    if (letter >= 0x61 && letter <= 0x7a) {
      if (isDotted) return -1;
      into[length++] = letter;
    } else if (unit === BLANK) {
      if (length - word < 2 || isPerhapsMore(into, word, length)) return -1;
      if (at < end) into[length++] = BLANK;
      word = length;
      isDotted = false;
    } else if (unit === DOT && !isDotted && length > word) isDotted = true;
    else return -1;
  }
  return length;
}

function isPerhapsMore(units: Uint16Array, start: number, end: number): boolean {
  return perhapsMore[hashUnits(units, start, end) & (perhapsMore.length - 1)] === 1;
}
