import type { Sex } from '../nik/nik.ts';
import { foldSpelling, soundOf } from './fold.ts';
import { COMPOUNDS, LOCAL, MEN, WOMEN } from './lexicon.ts';
import { FAMILY_NAMES, GIVEN_NAMES } from './spellings.ts';

/** One word of a name, with what is known of it. */
export interface NameToken {
  /** Lower case, a to z; compounds joined (`riwukaho`). */
  readonly spelling: string;
  /** Equal for all spellings of one name (Yohanes, Johannes, Yohanis); a key, not a spelling to show. */
  readonly canon: string;
  readonly sound: string;
  readonly kind: 'word' | 'abbreviation' | 'initial';
  /** Whose name it is; undefined if either's or unknown. */
  readonly sex: Sex | undefined;
  /** True if it is in the lists: two listed names that differ are two names, however alike. */
  readonly listed: boolean;
  /** Canons an abbreviation may stand for (Yoh.: Yohanes, Yohana). */
  readonly standsFor: ReadonlySet<string>;
  /** Canons of those who are called so (Tina: Kristina, Martina …). */
  readonly calls: ReadonlySet<string>;
  /** From 0 to 1: how much it tells that two people share it. Every second Catholic woman is a Maria. */
  readonly weight: number;
}

const NOBODY: ReadonlySet<string> = new Set();
const COMMON_WEIGHT = 0.4;
const ABBREVIATION_WEIGHT = 0.6;
const INITIAL_WEIGHT = 0.5;
// Names and honorifics so frequent that they hardly tell people apart.
const COMMON: ReadonlySet<string> = new Set(
  ['maria', 'muhammad', 'abdul', 'siti', 'umbu', 'rambu', 'nona', 'nong', 'ama', 'ina', 'dua', 'moan'].map(
    foldSpelling,
  ),
);

/** Lower case a to z without spaces: `Pit'ay` → `pitay`. */
const letters = (text: string): string => text.toLowerCase().replace(/[^a-z]/g, '');
const list = (text: string | undefined): readonly string[] =>
  (text ?? '')
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');

interface Lexicon {
  readonly canons: Map<string, string>;
  readonly sexes: Map<string, Sex>;
  readonly listed: Set<string>;
  readonly abbreviations: Map<string, Set<string>>;
  readonly calls: Map<string, Set<string>>;
  readonly compounds: Set<string>;
  /** First words of compounds: most names have none of them. */
  readonly compoundStarts: Set<string>;
}

const lexicon = readLexicon();

function readLexicon(): Lexicon {
  const lexicon: Lexicon = {
    canons: new Map(),
    sexes: new Map(),
    listed: new Set(),
    abbreviations: new Map(),
    calls: new Map(),
    compounds: new Set(COMPOUNDS),
    compoundStarts: new Set(['da', 'de']),
  };
  for (const line of GIVEN_NAMES.trim().split('\n')) {
    const [name = '', variants, abbreviations, calls] = line.split('|');
    const [usual = '', sex] = name.trim().split(' ');
    const canon = addSpellings(lexicon, usual, list(variants));
    lexicon.sexes.set(canon, sex === 'P' ? 'P' : 'L');
    for (const short of list(abbreviations)) addTo(lexicon.abbreviations, letters(short), canon);
    for (const call of list(calls)) addTo(lexicon.calls, letters(call), canon);
  }
  for (const line of FAMILY_NAMES.trim().split('\n')) {
    const [usual = '', variants] = line.split('|');
    addSpellings(lexicon, usual.trim(), list(variants));
  }
  const given: readonly [Sex, readonly string[]][] = [
    ['L', MEN],
    ['P', WOMEN],
  ];
  for (const [sex, names] of given) {
    for (const name of names) {
      lexicon.listed.add(name);
      const canon = canonOf(lexicon, name);
      if (!lexicon.sexes.has(canon)) lexicon.sexes.set(canon, sex);
    }
  }
  for (const name of LOCAL) lexicon.listed.add(name);
  for (const compound of lexicon.compounds) lexicon.compoundStarts.add(compound.split(' ')[0] ?? '');
  return lexicon;
}

function addSpellings(lexicon: Lexicon, usual: string, variants: readonly string[]): string {
  const canon = foldSpelling(letters(usual));
  for (const spelling of [usual, ...variants]) {
    const word = letters(spelling);
    lexicon.canons.set(foldSpelling(word), canon);
    lexicon.listed.add(word);
    if (/[ -]/.test(spelling)) lexicon.compounds.add(spelling.toLowerCase().replace(/[^a-z]+/g, ' '));
  }
  return canon;
}

function addTo(map: Map<string, Set<string>>, key: string, value: string): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, new Set([value]));
  else values.add(value);
}

function canonOf({ canons }: Lexicon, word: string): string {
  const folded = foldSpelling(word);
  return canons.get(folded) ?? folded;
}

/** What is known of a word. */
export function nameToken(spelling: string): NameToken {
  const known = recent.get(spelling);
  if (known !== undefined) return known;
  if (recent.size === MOST_RECENT) recent.clear();
  const token = readToken(spelling);
  recent.set(spelling, token);
  return token;
}

/** Lists repeat their words, and reading one takes long. More would hold on to memory for words that do not come again. */
const MOST_RECENT = 10_000;
const recent = new Map<string, NameToken>();

function readToken(spelling: string): NameToken {
  const canon = canonOf(lexicon, spelling);
  const listed = lexicon.listed.has(spelling);
  const standsFor = lexicon.abbreviations.get(spelling) ?? NOBODY;
  const kind = spelling.length === 1 ? 'initial' : standsFor.size > 0 && !listed ? 'abbreviation' : 'word';
  return {
    spelling,
    canon,
    sound: soundOf(canon),
    kind,
    sex: lexicon.sexes.get(canon),
    listed,
    standsFor,
    calls: lexicon.calls.get(spelling) ?? NOBODY,
    weight: weightOf(kind, canon),
  };
}

function weightOf(kind: NameToken['kind'], canon: string): number {
  if (kind === 'initial') return INITIAL_WEIGHT;
  if (kind === 'abbreviation') return ABBREVIATION_WEIGHT;
  return COMMON.has(canon) ? COMMON_WEIGHT : 1;
}

/** Joins the words of compound names: `yohanes`, `riwu`, `kaho` → `yohanes`, `riwukaho`. */
export function joinCompounds(words: readonly string[]): readonly string[] {
  if (!words.some((word) => lexicon.compoundStarts.has(word))) return words;
  const joined: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const [a = '', b, c] = words.slice(i, i + 3);
    if (b !== undefined && c !== undefined && lexicon.compounds.has(`${a} ${b} ${c}`)) {
      joined.push(a + b + c);
      i += 2;
    } else if (
      b !== undefined &&
      (lexicon.compounds.has(`${a} ${b}`) || ((a === 'da' || a === 'de') && b.length > 1))
    ) {
      joined.push(a + b);
      i += 1;
    } else {
      joined.push(a);
    }
  }
  return joined;
}
