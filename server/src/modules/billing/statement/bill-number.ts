import { maskText } from '#platform/log';

/**
 * A bill number as people and banks write it: small letters, blanks, dots or nothing where the dashes were. A zero typed for
 * the letter, or a digit missing, is not guessed: the money then waits on the unallocated account.
 */
const NUMBER = /B[\s\-_./]*(\d{4})[\s\-_./]*(\d{6})[\s\-_./]*(\d{4,6})(?!\d)/gi;

/** The bill numbers a description names, in our own spelling, each once. */
export function findBillNumbers(description: string): string[] {
  const found = [...description.matchAll(NUMBER)].map(
    ([, area, month, running]) => `B-${area}-${month}-${running}`,
  );
  return [...new Set(found)];
}

/** A description fit to be kept: bill numbers stay, other long numbers (accounts, NIKs, phones) are masked. */
export function maskDescription(description: string): string {
  const kept: string[] = [];
  let at = 0;
  for (const match of description.matchAll(NUMBER)) {
    kept.push(maskText(description.slice(at, match.index)), match[0]);
    at = match.index + match[0].length;
  }
  return [...kept, maskText(description.slice(at))].join('').slice(0, 500);
}
