import type { Sex } from '../nik/nik.ts';
import { isWithoutTitles, stripTitles } from './titles.ts';
import { joinCompounds, type NameToken, nameToken } from './token.ts';

/** A name without what is not part of it. */
export interface NormalisedName {
  /** The words in lower case, a to z, one space between: no titles, degrees, aliases or marks. Empty if no word was left. */
  readonly text: string;
  /** The words in the order written; compound names are one. */
  readonly tokens: readonly NameToken[];
  /** A mark of death was found: (Alm), Almh. The person is to be reviewed, never dropped. */
  readonly deceased: boolean;
  /** Other names given in the same cell, after "alias" or in parentheses or quotes, normalised. */
  readonly aliases: readonly string[];
  /** What follows bin or binti, normalised; it stays part of the name, as most people later write it. */
  readonly father: string | undefined;
  /** Told by a title, by bin or binti, or by Almh.; undefined if nothing tells. Never guessed from the name. */
  readonly sex: Sex | undefined;
  /** Titles and degrees taken off, lower case without dots. */
  readonly titles: readonly string[];
}

const MARKS = /\p{M}+/gu;
const APOSTROPHES_AND_DIGITS = /['’‘`´ʼ\d]+/g;
const BRACKETED = /\(([^()]*)\)|\[([^[\]]*)\]|"([^"]*)"|“([^”]*)”/g;
const ALIAS = /(?:^|[\s,./-])(?:alias|als|a\.?k\.?a)(?=[\s.,/:-]|$)\.?|(?<=\S\s+)al\.(?=\s)/;
const DECEASED = /(?<![a-z])(?:almh|almarhumah|almarhum|alm|meninggal)(?![a-z])\.?|[†✝]/g;
const WOMAN_DECEASED = /almh|almarhumah/;
/** Nearly every name of a good list: words of plain letters, perhaps shortened with a dot. */
const PLAIN = /^[A-Za-z]+\.?(?: [A-Za-z]+\.?)*$/;
/** Words that are not part of a name, wherever they stand. */
export const MARKING: ReadonlySet<string> = new Set(
  'almh almarhumah almarhum alm meninggal alias als aka al bin binti bte bt'.split(' '),
);
const NONE: readonly string[] = [];

/**
 * Takes a name as written in a list apart. Works on any text and never fails; normalising `text` again gives the same `text`.
 */
export function normaliseName(written: string): NormalisedName {
  const { words, ...rest } = takeApart(written);
  return { ...rest, text: words.join(' '), tokens: joinCompounds(words).map(nameToken) };
}

/** The `text` of `normaliseName` alone, which is had much sooner than its tokens. */
export function nameText(written: string): string {
  return takeApart(written).words.join(' ');
}

function takeApart(
  written: string,
): Omit<NormalisedName, 'text' | 'tokens'> & { readonly words: readonly string[] } {
  const simple = plainWords(written);
  if (simple !== undefined) {
    return {
      words: simple,
      deceased: false,
      aliases: NONE,
      father: undefined,
      sex: undefined,
      titles: NONE,
    };
  }
  const aliases: string[] = [];
  let sex: Sex | undefined;
  let deceased = false;

  let rest = plain(written).replace(DECEASED, (mark) => {
    deceased = true;
    if (WOMAN_DECEASED.test(mark)) sex = 'P';
    return ' ';
  });
  rest = rest.replace(BRACKETED, (_, ...groups: (string | undefined)[]) => {
    addAlias(aliases, groups.slice(0, 4).find((group) => group !== undefined) ?? '');
    return ' ';
  });
  const [name = '', ...others] = rest.split(ALIAS);
  for (const other of others) addAlias(aliases, other);

  const stripped = stripTitles(name);
  // "(Anis)" alone is a name after all.
  const base =
    stripped.words.length > 0 ? stripped.words : (aliases.shift() ?? '').split(' ').filter((w) => w !== '');
  const { words, father, child } = takePatronymic(base);
  return {
    words,
    deceased,
    aliases,
    father,
    sex: sex ?? child ?? stripped.sex,
    titles: stripped.titles,
  };
}

/** The words of a name in which there is nothing to take apart, found much sooner; undefined when there may be. */
function plainWords(written: string): readonly string[] | undefined {
  if (!PLAIN.test(written)) return undefined;
  const lower = written.toLowerCase();
  const words = (lower.includes('.') ? lower.replaceAll('.', '') : lower).split(' ');
  for (const word of words) if (MARKING.has(word)) return undefined;
  return isWithoutTitles(words) ? words : undefined;
}

/** Lower case without accents, apostrophes and digits. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(APOSTROPHES_AND_DIGITS, '');
}

function addAlias(aliases: string[], written: string): void {
  for (const alias of written.split(ALIAS)) {
    const { words } = takePatronymic(stripTitles(alias).words);
    if (words.length > 0) aliases.push(words.join(' '));
  }
}

const PATRONYMICS: ReadonlyMap<string, Sex> = new Map([
  ['bin', 'L'],
  ['binti', 'P'],
  ['bte', 'P'],
  ['bt', 'P'],
]);

/** Ahmad bin Ali is Ahmad Ali, son of Ali. As the first or last word, bin is someone's name. */
function takePatronymic(words: readonly string[]): {
  words: readonly string[];
  father?: string;
  child?: Sex;
} {
  const at = words.findIndex((word, i) => i > 0 && i < words.length - 1 && PATRONYMICS.has(word));
  if (at < 0) return { words };
  const kept = words.filter((word, i) => i === 0 || i === words.length - 1 || !PATRONYMICS.has(word));
  // What stood apart may now read as a degree: "S. binti Pd".
  const { words: left } = stripTitles(kept.join(' '));
  const father = words
    .slice(at + 1)
    .filter((word, i, after) => i === after.length - 1 || !PATRONYMICS.has(word));
  const child = PATRONYMICS.get(words[at] ?? '');
  return { words: left, father: father.join(' '), ...(child === undefined ? {} : { child }) };
}
