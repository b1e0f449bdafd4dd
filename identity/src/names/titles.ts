import type { Sex } from '../nik/nik.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

// At the beginning, with or without a dot. "fr" is not here: among workers it is Fransiskus, not Frater.
export const FRONT = words(
  'drs dra drg dr ir prof pdt pater rm rd sr br ny tn nn sdr sdri bpk bapak ibu mama hj ust ustad ustadz',
);
// Haji and Pater; but H. Seran may be Hendrikus, so only with a dot and two more words to go.
const FRONT_INITIALS = words('h p');
const TITLES_OF_WOMEN = words('dra sr ny nn sdri ibu mama hj');
const TITLES_OF_MEN = words('drs pater rm rd br tn bpk bapak');

// Degrees nobody is called by: taken off at the end of a name wherever they stand.
export const DEGREES = words(
  'spd spdk spdsd spdi ssos skom ssi skep sfarm skm spt sth sfil sst strkeb sked shut stp ' +
    'amd amdkep amdkeb amapd msi mpd mhum mth mkes msc svd ofm cmf ssps',
);
// These could be words of a name: only with dots inside, or after a comma.
const DEGREES_IF_MARKED = words('se sh st sp sag sip mm mh mt apt pr ns ma me');

/**
 * Whether nothing of a name could be a title or a degree: `words` are its words in lower case, of which none had a dot but at its
 * end, and no comma stood between them.
 */
export function isWithoutTitles(words: readonly string[]): boolean {
  const [first = ''] = words;
  if (FRONT.has(first) || FRONT_INITIALS.has(first)) return false;
  let tail = '';
  for (let count = 1; count <= 3 && count <= words.length; count++) {
    const word = words[words.length - count] ?? '';
    tail = word + tail;
    if ((count === 1 || word.length === 1) && DEGREES.has(tail)) return false;
  }
  return true;
}

export interface WithoutTitles {
  /** Words of a to z; at least one if the text had one. */
  readonly words: readonly string[];
  readonly titles: readonly string[];
  /** Sex told by a title. */
  readonly sex: Sex | undefined;
}

interface Word {
  readonly text: string;
  /** A dot followed it. */
  readonly dotted: boolean;
}

/**
 * Splits a name in lower case into words and takes off titles before it and degrees after it. The last word left is kept
 * even if it is a title.
 */
export function stripTitles(name: string): WithoutTitles {
  const titles: string[] = [];
  const [first = '', ...parts] = name.split(/[,;]/);
  const kept = [first];
  for (const part of parts) {
    const compact = part.replace(/[^a-z]/g, '');
    if (DEGREES.has(compact) || DEGREES_IF_MARKED.has(compact)) titles.push(compact);
    else kept.push(part);
  }
  const written = kept
    .join(' ')
    .split(/[^a-z.]+/)
    .filter((word) => /[a-z]/.test(word));
  takeDottedDegrees(written, titles);
  const split = written.flatMap(splitAtDots);
  takeBack(split, titles);
  takeFront(split, titles);
  return { words: split.map((word) => word.text), titles, sex: sexOf(titles) };
}

function takeDottedDegrees(written: string[], titles: string[]): void {
  while (written.length > 1) {
    const last = written.at(-1) ?? '';
    const compact = last.replaceAll('.', '');
    const dotsInside = /[a-z]\.[a-z]/.test(last);
    if (!dotsInside || !(DEGREES.has(compact) || DEGREES_IF_MARKED.has(compact))) return;
    titles.push(compact);
    written.pop();
  }
}

function splitAtDots(word: string): readonly Word[] {
  if (!word.includes('.')) return [{ text: word, dotted: false }];
  const parts = word.split('.');
  return parts.flatMap((text, i) => (text === '' ? [] : [{ text, dotted: i < parts.length - 1 }]));
}

/** Degrees at the end, also those written apart: "S. Pd". */
function takeBack(split: Word[], titles: string[]): void {
  for (let taken = true; taken; ) {
    taken = false;
    for (const count of [3, 2, 1]) {
      if (split.length <= count) continue;
      if (count > 1 && (split.at(-count)?.text.length ?? 0) > 1) continue;
      const tail = split.slice(-count).map((word) => word.text);
      if (!DEGREES.has(tail.join(''))) continue;
      titles.push(tail.join(''));
      split.length -= count;
      taken = true;
      break;
    }
  }
}

function takeFront(split: Word[], titles: string[]): void {
  for (let word = split[0]; word !== undefined && split.length > 1; word = split[0]) {
    const initial = FRONT_INITIALS.has(word.text) && word.dotted && split.length > 2;
    if (!FRONT.has(word.text) && !initial) return;
    titles.push(word.text);
    split.shift();
    // Pendeta emeritus.
    if (word.text === 'pdt' && split[0]?.text === 'em' && split.length > 1) split.shift();
  }
}

function sexOf(titles: readonly string[]): Sex | undefined {
  if (titles.some((title) => TITLES_OF_WOMEN.has(title))) return 'P';
  return titles.some((title) => TITLES_OF_MEN.has(title)) ? 'L' : undefined;
}
