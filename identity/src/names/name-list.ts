import { bitsIn } from '../bits.ts';
import { Alignment, MOST_WORDS } from './alignment.ts';
import { nameText } from './normalise.ts';
import { JOINED, pairSimilarity, RELATED, UNRELATED_FACTOR } from './similarity.ts';
import { joinCompounds, type NameToken, nameToken } from './token.ts';

/** Pairs of words whose similarity is remembered: the exponent of 2, for long lists and for short ones. */
const MOST_BITS = 19;
const LEAST_BITS = 8;
/** Words are numbered below this, so that the number of a pair is exact. */
const MOST_DISTINCT = 2 ** 26;

/**
 * Numbered names that are compared with one another again and again: the same as `nameSimilarity`, many times as fast. There
 * may be millions, so that of each no more is kept than the numbers of its words.
 */
export class NameList {
  readonly #written: (at: number) => string;
  readonly #isNormalised: boolean;
  readonly #alignment = new Alignment();
  /** Of each name where its words begin, one more than in `#pool`; 0 if it was not read yet. */
  readonly #starts: Int32Array;
  /** How many words it has, and how many of them are compared. */
  readonly #counts: Int32Array;
  readonly #compared: Uint8Array;
  /** Whether a word of it was put together of several. */
  readonly #joins: Uint8Array;
  /** Of its words run together, as spelt and as canons: different ones are different names. */
  readonly #letters: Int32Array;
  readonly #canons: Int32Array;
  #pool = new Int32Array(1024);
  #pooled = 0;
  readonly #words = new Map<string, number>();
  readonly #tokens: NameToken[] = [];
  readonly #weights: number[] = [];
  /** Of each word a bit for each letter in it, 0 for one that may stand for others; how long it is, and how it begins. */
  readonly #wordLetters: number[] = [];
  readonly #lengths: number[] = [];
  readonly #firsts: number[] = [];
  /** For each remembered pair of words its number, and behind it how alike they are. */
  readonly #remembered: Float64Array;
  /** What remains of a hash are the bits that number a remembered pair. */
  readonly #shift: number;

  /**
   * @param written the name of each number from 0 to before `size`
   * @param isNormalised the names are the `text` of normalised ones already
   */
  constructor(size: number, written: (at: number) => string, isNormalised = false) {
    this.#written = written;
    this.#isNormalised = isNormalised;
    this.#starts = new Int32Array(size);
    this.#counts = new Int32Array(size);
    this.#compared = new Uint8Array(size);
    this.#joins = new Uint8Array(size);
    this.#letters = new Int32Array(size);
    this.#canons = new Int32Array(size);
    const bits = Math.min(MOST_BITS, LEAST_BITS + Math.ceil(Math.log2(Math.max(1, size))));
    this.#shift = 32 - bits;
    this.#remembered = new Float64Array(2 << bits);
  }

  /** `nameSimilarity` of two names by their numbers; 0 if it is seen at a glance that it is less than `least`. */
  similarity(a: number, b: number, least = 0): number {
    if (this.#starts[a] === 0) this.#read(a);
    if (this.#starts[b] === 0) this.#read(b);
    if (this.#counts[a] === 0 || this.#counts[b] === 0) return 0;
    const isJoined = this.#counts[a] !== this.#counts[b] && this.#areJoined(a, b);
    if (!isJoined && this.#highest(a, b) < least) return 0;
    const order = this.#order(a, b);
    if (order === 0) return 1;
    // Ties between alignments are broken by order, so the order must not depend on the caller.
    const aligned = order < 0 ? this.#align(a, b) : this.#align(b, a);
    return isJoined ? Math.max(aligned, JOINED) : aligned;
  }

  /** The words run together in one of both. */
  #areJoined(a: number, b: number): boolean {
    const isSame = (of: (token: NameToken) => string) => this.#joined(a, of) === this.#joined(b, of);
    return (
      (this.#letters[a] === this.#letters[b] && isSame(({ spelling }) => spelling)) ||
      (this.#canons[a] === this.#canons[b] && isSame(({ canon }) => canon))
    );
  }

  #joined(at: number, of: (token: NameToken) => string): string {
    return tokensOf(this.#textOf(at)).map(of).join('');
  }

  /** The order of two names as texts, 0 if they are the same: that of the first words that differ. */
  #order(a: number, b: number): number {
    if (a === b) return 0;
    const from = (this.#starts[a] ?? 0) - 1;
    const otherFrom = (this.#starts[b] ?? 0) - 1;
    const isWhole = this.#joins[a] === 0 && this.#joins[b] === 0;
    const shared = Math.min(this.#compared[a] ?? 0, this.#compared[b] ?? 0);
    for (let n = 0; isWhole && n < shared; n++) {
      const one = this.#pool[from + n] ?? 0;
      const other = this.#pool[otherFrom + n] ?? 0;
      if (one === other) continue;
      return (this.#tokens[one]?.spelling ?? '') < (this.#tokens[other]?.spelling ?? '') ? -1 : 1;
    }
    const one = this.#textOf(a);
    const other = this.#textOf(b);
    return one === other ? 0 : one < other ? -1 : 1;
  }

  /** No less than the similarity of both: words that may be related are taken for equal, and for the heaviest. */
  #highest(a: number, b: number): number {
    const [short, long] = this.#inOrder(a, b);
    const from = (this.#starts[short] ?? 0) - 1;
    const until = from + (this.#compared[short] ?? 0);
    const otherFrom = (this.#starts[long] ?? 0) - 1;
    const otherUntil = otherFrom + (this.#compared[long] ?? 0);
    let lightestShort = 1;
    let lightestLong = 1;
    for (let q = otherFrom; q < otherUntil; q++)
      lightestLong = Math.min(lightestLong, this.#weights[this.#pool[q] ?? 0] ?? 1);
    let related = 0;
    for (let p = from; p < until; p++) {
      const word = this.#pool[p] ?? 0;
      lightestShort = Math.min(lightestShort, this.#weights[word] ?? 1);
      for (let q = otherFrom; q < otherUntil; q++) {
        if (!this.#mayBeRelated(word, this.#pool[q] ?? 0)) continue;
        related++;
        break;
      }
    }
    const unrelated = (until - from - related) * Math.min(lightestShort, lightestLong);
    return (related + unrelated * RELATED * UNRELATED_FACTOR) / (related + unrelated);
  }

  /** Letters that one word has and the other has not are not in common, which bounds Jaro-Winkler from above. */
  #mayBeRelated(a: number, b: number): boolean {
    const lettersA = this.#wordLetters[a] ?? 0;
    const lettersB = this.#wordLetters[b] ?? 0;
    if (a === b || lettersA === 0 || lettersB === 0) return true;
    const lengthA = this.#lengths[a] ?? 0;
    const lengthB = this.#lengths[b] ?? 0;
    const common = Math.min(lengthA - bitsIn(lettersA & ~lettersB), lengthB - bitsIn(lettersB & ~lettersA));
    const jaro = (common / lengthA + common / lengthB + 1) / 3;
    // Only a common beginning is worth more, at most that of four letters.
    const bonus = this.#firsts[a] === this.#firsts[b] ? 0.4 : 0;
    return jaro + bonus * (1 - jaro) >= RELATED;
  }

  /** The one of fewer words first. */
  #inOrder(a: number, b: number): readonly [short: number, long: number] {
    return (this.#compared[a] ?? 0) <= (this.#compared[b] ?? 0) ? [a, b] : [b, a];
  }

  #align(a: number, b: number): number {
    const [short, long] = this.#inOrder(a, b);
    const rows = this.#compared[short] ?? 0;
    const columns = this.#compared[long] ?? 0;
    const from = (this.#starts[short] ?? 0) - 1;
    const otherFrom = (this.#starts[long] ?? 0) - 1;
    const { similarities, weights, columnWeights } = this.#alignment;
    for (let column = 0; column < columns; column++)
      columnWeights[column] = this.#weights[this.#pool[otherFrom + column] ?? 0] ?? 0;
    for (let row = 0; row < rows; row++) {
      const word = this.#pool[from + row] ?? 0;
      const weight = this.#weights[word] ?? 0;
      for (let column = 0; column < columns; column++) {
        const at = row * MOST_WORDS + column;
        similarities[at] = this.#wordSimilarity(word, this.#pool[otherFrom + column] ?? 0);
        weights[at] = Math.min(weight, columnWeights[column] ?? 0);
      }
    }
    return this.#alignment.similarity(rows, columns);
  }

  #wordSimilarity(a: number, b: number): number {
    if (a === b) return 1;
    const low = Math.min(a, b);
    const high = Math.max(a, b);
    const at = ((Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b)) >>> this.#shift) << 1;
    // Never 0, which is nobody's: the higher of two words is not the first.
    const pair = high * MOST_DISTINCT + low;
    if (this.#remembered[at] === pair) return this.#remembered[at + 1] ?? 0;
    const [one, other] = [this.#tokens[low], this.#tokens[high]];
    const similarity = one === undefined || other === undefined ? 0 : pairSimilarity(one, other);
    this.#remembered[at] = pair;
    this.#remembered[at + 1] = similarity;
    return similarity;
  }

  #textOf(at: number): string {
    return this.#isNormalised ? this.#written(at) : nameText(this.#written(at));
  }

  #read(at: number): void {
    const text = this.#textOf(at);
    const written = text === '' ? [] : text.split(' ');
    const words = joinCompounds(written);
    this.#joins[at] = Number(words.length < written.length);
    if (this.#pooled + words.length > this.#pool.length) {
      const larger = new Int32Array(this.#pool.length * 2 + words.length);
      larger.set(this.#pool);
      this.#pool = larger;
    }
    this.#starts[at] = this.#pooled + 1;
    this.#counts[at] = words.length;
    this.#compared[at] = Math.min(words.length, MOST_WORDS);
    let letters = 0;
    let canons = 0;
    for (const [n, word] of words.entries()) {
      const number = this.#numberOf(word);
      if (n < MOST_WORDS) this.#pool[this.#pooled++] = number;
      letters = hashOf(letters, word);
      canons = hashOf(canons, this.#tokens[number]?.canon ?? '');
    }
    this.#letters[at] = letters;
    this.#canons[at] = canons;
  }

  #numberOf(word: string): number {
    const known = this.#words.get(word);
    if (known !== undefined) return known;
    const token = nameToken(word);
    const number = this.#tokens.push(token) - 1;
    // An initial, an abbreviation or a nickname may stand for a word with other letters.
    const isPlain = token.kind === 'word' && token.standsFor.size + token.calls.size === 0;
    this.#wordLetters.push(isPlain ? lettersOf(token.canon) : 0);
    this.#lengths.push(token.canon.length);
    this.#firsts.push(token.canon.charCodeAt(0));
    this.#weights.push(token.weight);
    this.#words.set(word, number);
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

/** The same whether words come apart or run together. */
function hashOf(hash: number, word: string): number {
  let own = hash;
  for (let i = 0; i < word.length; i++) own = (Math.imul(own, 31) + word.charCodeAt(i)) | 0;
  return own;
}
