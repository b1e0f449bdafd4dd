/** What was put right in the text of a NIK before it was read. */
export type NikRepairCode =
  | 'nik.repair.label' // "NIK: 5371…"
  | 'nik.repair.formula' // ="5371…", "5371…"
  | 'nik.repair.apostrophe' // '5371…, Excel's mark of a text cell
  | 'nik.repair.decimals' // 5371….0, a number written by other software
  | 'nik.repair.invisible' // no-break and zero-width characters
  | 'nik.repair.width' // full-width digits
  | 'nik.repair.separators' // spaces, dots, dashes
  | 'nik.repair.letterO'
  | 'nik.repair.letterI'
  | 'nik.repair.letterS'
  | 'nik.repair.letterB';

export interface NikRepair {
  readonly code: NikRepairCode;
  /** From 0 to 1: how sure it is that the writer meant this. 1 for characters that carry no meaning. */
  readonly confidence: number;
  /** How many characters were changed or taken out. */
  readonly count: number;
}

/** The text of a cell, reduced to what may be digits. */
export interface CleanedNik {
  /** Digits and, where something else stood in their midst, that too. */
  readonly text: string;
  /** `text` with look-alike letters read as the digits they resemble; the same text if there were none. */
  readonly lookAlike: string;
  /** Repairs that led to `text`. */
  readonly repairs: readonly NikRepair[];
  /** Further repairs that led from `text` to `lookAlike`. */
  readonly guesses: readonly NikRepair[];
}

const LABEL = /^(?:(?:no(?:mor)?\b\.? ?)?(?:nik|ktp|induk kependudukan))\b[ .:=-]*(?=[\d'’‘`OoIlSB])/i;
const FORMULA = /^="?([^"]*)"?$|^"([^"]*)"$/;
const APOSTROPHE = /^['’‘`´]+/;
const DECIMALS = /^(\d{15,17})[.,]0+$/;
// Spaces that do not look like one, zero-width characters, soft hyphen, byte-order mark, direction marks.
const INVISIBLE = /[\u00a0\u00ad\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000\ufeff]/g;
const FULL_WIDTH = /[\uff10-\uff19]/g;
const SEPARATORS = /[\s.,\-–—_/|:;'’]+/g;

const LOOK_ALIKES = [
  { code: 'nik.repair.letterO', confidence: 0.98, letters: /[OoQ]/g, digit: '0' },
  { code: 'nik.repair.letterI', confidence: 0.97, letters: /[Il|!]/g, digit: '1' },
  { code: 'nik.repair.letterS', confidence: 0.9, letters: /[Ss]/g, digit: '5' },
  { code: 'nik.repair.letterB', confidence: 0.9, letters: /B/g, digit: '8' },
] as const;

/** Takes from the text of a cell what does not belong to a number. */
export function cleanNik(raw: string): CleanedNik {
  const repairs: NikRepair[] = [];
  let text = raw;
  const replace = (code: NikRepairCode, pattern: RegExp, by: string | ((match: string) => string)): void => {
    let count = 0;
    text = text.replace(pattern, (match) => {
      count += match.length;
      return typeof by === 'string' ? by : by(match);
    });
    if (count > 0) repairs.push({ code, confidence: 1, count });
  };

  replace('nik.repair.invisible', INVISIBLE, '');
  replace('nik.repair.width', FULL_WIDTH, (digit) => String(digit.charCodeAt(0) - 0xff10));
  text = text.trim();
  replace('nik.repair.label', LABEL, '');
  const quoted = FORMULA.exec(text);
  if (quoted !== null) {
    text = (quoted[1] ?? quoted[2] ?? '').trim();
    repairs.push({ code: 'nik.repair.formula', confidence: 1, count: 1 });
  }
  replace('nik.repair.apostrophe', APOSTROPHE, '');
  const number = DECIMALS.exec(text)?.[1];
  if (number !== undefined) {
    repairs.push({ code: 'nik.repair.decimals', confidence: 1, count: text.length - number.length });
    text = number;
  }
  replace('nik.repair.separators', SEPARATORS, '');
  return { text, repairs, ...readLookAlikes(text) };
}

function readLookAlikes(text: string): Pick<CleanedNik, 'lookAlike' | 'guesses'> {
  const guesses: NikRepair[] = [];
  let lookAlike = text;
  for (const { code, confidence, letters, digit } of LOOK_ALIKES) {
    const count = lookAlike.match(letters)?.length ?? 0;
    if (count === 0) continue;
    lookAlike = lookAlike.replace(letters, digit);
    guesses.push({ code, confidence, count });
  }
  return { lookAlike, guesses };
}
