import { bitsIn } from '../bits.ts';
import { Alignment, MOST_WORDS } from './alignment.ts';
import { normaliseName } from './normalise.ts';
import { JOINED, pairSimilarity, RELATED, UNRELATED_FACTOR } from './similarity.ts';
import { joinCompounds, type NameToken, nameToken } from './token.ts';

/** Pairs of words whose similarity is remembered: the exponent of 2, for long lists and for short ones. */
const MOST_BITS = 19;
const LEAST_BITS = 8;

/** Numbered names that are compared with one another again and again: the same as `nameSimilarity`, many times as fast. */
export class NameList {
  readonly #written: (at: number) => string;
  readonly #isNormalised: boolean;
  readonly #names: (ListedName | undefined)[];
  readonly #alignment = new Alignment();
  readonly #words = new Map<string, number>();
  readonly #tokens: NameToken[] = [];
  /** Of each word a bit for each letter in it, 0 for one that may stand for others; and how long it is. */
  readonly #letters: number[] = [];
  readonly #lengths: number[] = [];
  /** By the numbers of two words, the lower first: those numbers, and the similarity of both. */
  readonly #low: Int32Array;
  readonly #high: Int32Array;
  readonly #similarities: Float64Array;
  /** What remains of a hash are the bits that number a remembered pair. */
  readonly #shift: number;

  /**
   * @param written the name of each number from 0 to before `size`
   * @param isNormalised the names are the `text` of normalised ones already
   */
  constructor(size: number, written: (at: number) => string, isNormalised = false) {
    this.#written = written;
    this.#isNormalised = isNormalised;
    this.#names = new Array(size);
    const bits = Math.min(MOST_BITS, LEAST_BITS + Math.ceil(Math.log2(Math.max(1, size))));
    this.#shift = 32 - bits;
    this.#low = new Int32Array(1 << bits).fill(-1);
    this.#high = new Int32Array(1 << bits);
    this.#similarities = new Float64Array(1 << bits);
  }

  /** `nameSimilarity` of two names by their numbers; 0 if it is seen at a glance that it is less than `least`. */
  similarity(a: number, b: number, least = 0): number {
    const one = this.#nameOf(a);
    const other = this.#nameOf(b);
    if (one.text === '' || other.text === '') return 0;
    if (one.text === other.text) return 1;
    const isJoined =
      one.count !== other.count && (one.letters === other.letters || one.canons === other.canons);
    if (!isJoined && this.#highest(one, other) < least) return 0;
    // Ties between alignments are broken by order, so the order must not depend on the caller.
    const aligned = one.text < other.text ? this.#align(one, other) : this.#align(other, one);
    return isJoined ? Math.max(aligned, JOINED) : aligned;
  }

  /** No less than the similarity of both: words that may be related are taken for equal, and for the heaviest. */
  #highest(a: ListedName, b: ListedName): number {
    const [short, long] = a.words.length <= b.words.length ? [a, b] : [b, a];
    let related = 0;
    for (let row = 0; row < short.words.length; row++) {
      const word = short.words[row] ?? 0;
      for (let column = 0; column < long.words.length; column++) {
        if (!this.#mayBeRelated(word, long.words[column] ?? 0)) continue;
        related++;
        break;
      }
    }
    const unrelated = (short.words.length - related) * Math.min(a.lightest, b.lightest);
    return (related + unrelated * RELATED * UNRELATED_FACTOR) / (related + unrelated);
  }

  /** Letters that one word has and the other has not are not in common, which bounds Jaro-Winkler from above. */
  #mayBeRelated(a: number, b: number): boolean {
    const lettersA = this.#letters[a] ?? 0;
    const lettersB = this.#letters[b] ?? 0;
    if (a === b || lettersA === 0 || lettersB === 0) return true;
    const lengthA = this.#lengths[a] ?? 0;
    const lengthB = this.#lengths[b] ?? 0;
    const common = Math.min(lengthA - bitsIn(lettersA & ~lettersB), lengthB - bitsIn(lettersB & ~lettersA));
    const jaro = (common / lengthA + common / lengthB + 1) / 3;
    return jaro + 0.4 * (1 - jaro) >= RELATED;
  }

  #align(a: ListedName, b: ListedName): number {
    const [short, long] = a.words.length <= b.words.length ? [a, b] : [b, a];
    const { similarities, weights, columnWeights } = this.#alignment;
    for (let column = 0; column < long.words.length; column++)
      columnWeights[column] = long.weights[column] ?? 0;
    for (let row = 0; row < short.words.length; row++) {
      const word = short.words[row] ?? 0;
      const weight = short.weights[row] ?? 0;
      for (let column = 0; column < long.words.length; column++) {
        const at = row * MOST_WORDS + column;
        similarities[at] = this.#wordSimilarity(word, long.words[column] ?? 0);
        weights[at] = Math.min(weight, columnWeights[column] ?? 0);
      }
    }
    return this.#alignment.similarity(short.words.length, long.words.length);
  }

  #wordSimilarity(a: number, b: number): number {
    if (a === b) return 1;
    const low = Math.min(a, b);
    const high = Math.max(a, b);
    const at = (Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b)) >>> this.#shift;
    if (this.#low[at] === low && this.#high[at] === high) return this.#similarities[at] ?? 0;
    const [one, other] = [this.#tokens[low], this.#tokens[high]];
    const similarity = one === undefined || other === undefined ? 0 : pairSimilarity(one, other);
    this.#low[at] = low;
    this.#high[at] = high;
    this.#similarities[at] = similarity;
    return similarity;
  }

  #nameOf(at: number): ListedName {
    const known = this.#names[at];
    if (known !== undefined) return known;
    const written = this.#written(at);
    const { text, tokens } = this.#isNormalised
      ? { text: written, tokens: tokensOf(written) }
      : normaliseName(written);
    const compared = tokens.slice(0, MOST_WORDS);
    const name = {
      text,
      count: tokens.length,
      letters: text.replaceAll(' ', ''),
      canons: tokens.map(({ canon }) => canon).join(''),
      words: Int32Array.from(compared, (token) => this.#numberOf(token)),
      weights: Float64Array.from(compared, ({ weight }) => weight),
      lightest: Math.min(1, ...compared.map(({ weight }) => weight)),
    };
    this.#names[at] = name;
    return name;
  }

  #numberOf(token: NameToken): number {
    const known = this.#words.get(token.spelling);
    if (known !== undefined) return known;
    const number = this.#tokens.push(token) - 1;
    // An initial, an abbreviation or a nickname may stand for a word with other letters.
    const isPlain = token.kind === 'word' && token.standsFor.size + token.calls.size === 0;
    this.#letters.push(isPlain ? lettersOf(token.canon) : 0);
    this.#lengths.push(token.canon.length);
    this.#words.set(token.spelling, number);
    return number;
  }
}

function tokensOf(text: string): readonly NameToken[] {
  return text === '' ? [] : joinCompounds(text.split(' ')).map(nameToken);
}

function lettersOf(word: string): number {
  let letters = 0;
  for (let i = 0; i < word.length; i++) letters |= 1 << (word.charCodeAt(i) - 97);
  return letters;
}

type ListedName = {
  readonly text: string;
  /** Of all words, also those beyond the ones compared. */
  readonly count: number;
  /** The words run together, and their canons. */
  readonly letters: string;
  readonly canons: string;
  /** Numbers of the words. */
  readonly words: Int32Array;
  readonly weights: Float64Array;
  readonly lightest: number;
};
