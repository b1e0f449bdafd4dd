import type { Random } from '../../server/src/example/random.ts';

/** What a hand does to a word: single characters put in, left out, mistaken, exchanged. */
export type Slip = 'insert' | 'delete' | 'substitute' | 'transpose';

/** The keys beside a key in its row, and in its column. */
const rowKeys = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm', '1234567890'];
const letters = 'abcdefghijklmnopqrstuvwxyz';
const digits = '0123456789';

/**
 * One slip, more likely behind the middle of the word than at its beginning, the wrong key mostly a neighbour of the right one:
 * the way of Febrl's generator. A word that is too short stays as it is.
 */
export function slip(text: string, kind: Slip, random: Random): string {
  const length = text.length;
  if (length === 0) return text;
  switch (kind) {
    case 'insert': {
      const at = place(length + 1, random);
      return text.slice(0, at) + random.pick([...alphabet(text)]) + text.slice(at);
    }
    case 'delete': {
      if (length < 2) return text;
      const at = place(length, random);
      return text.slice(0, at) + text.slice(at + 1);
    }
    case 'substitute': {
      const at = place(length, random);
      return text.slice(0, at) + wrongKey(text.charAt(at), text, random) + text.slice(at + 1);
    }
    case 'transpose': {
      if (length < 2) return text;
      const at = Math.min(length - 2, place(length - 1, random));
      return text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2);
    }
  }
}

/** Around one place behind the middle, with a deviation of one character. */
function place(length: number, random: Random): number {
  const gauss = Math.sqrt(-2 * Math.log(1 - random.fraction())) * Math.cos(2 * Math.PI * random.fraction());
  return Math.max(0, Math.min(length - 1, Math.round(length / 2 + 1 + gauss)));
}

function alphabet(text: string): string {
  return /^\d+$/.test(text) ? digits : letters;
}

function wrongKey(key: string, text: string, random: Random): string {
  const row = rowKeys.find((keys) => keys.includes(key));
  if (row !== undefined && random.chance(0.4)) {
    const at = row.indexOf(key);
    const beside = [row.charAt(at - 1), row.charAt(at + 1)].filter((one) => one !== '');
    return random.pick(beside);
  }
  const others = [...alphabet(text)].filter((one) => one !== key);
  return random.pick(others);
}
