import type { Dictionary } from './records.ts';
import { codesIn, isBetweenTokens, type Values, ValueTable } from './values.ts';

/** The distinct tokens of the value of code c as numbers, ascending, from `starts[c]` to `starts[c + 1]`. */
export type TokenSets = { readonly starts: Int32Array; readonly tokens: Int32Array };

/** Takes values apart at white space and at the signs of a list. */
export function tokenSetsOf(values: Values): TokenSets {
  const { units } = values;
  const table = new ValueTable();
  const starts = new Int32Array(values.starts.length);
  let tokens = new Int32Array(values.starts.length * 2);
  let count = 0;
  for (let code = 0; code < codesIn(values); code++) {
    const end = values.starts[code + 1] ?? 0;
    const first = count;
    let word = values.starts[code] ?? 0;
    for (let at = word; at <= end; at++) {
      if (at < end && !isBetweenTokens(units[at] ?? 0)) continue;
      if (count === tokens.length) tokens = twice(tokens);
      if (at > word) count = put(tokens, first, count, table.add(units, word, at));
      while (at + 1 < end && isBetweenTokens(units[at + 1] ?? 0)) at++;
      word = at + 1;
    }
    starts[code + 1] = count;
  }
  return { starts, tokens };
}

/** What each token says, in bits: the more records hold it, the less. */
export function tokenWeights({ starts, tokens }: TokenSets, dictionary: Dictionary): Float64Array {
  const { leftCounts, rightCounts } = dictionary;
  const holders = new Float64Array(tokens.reduce((most, token) => Math.max(most, token), 0) + 1);
  let all = 1;
  for (let code = 1; code < leftCounts.length; code++) {
    const records = (leftCounts[code] ?? 0) + (rightCounts[code] ?? 0);
    all += records;
    for (let at = starts[code] ?? 0; at < (starts[code + 1] ?? 0); at++) {
      const token = tokens[at] ?? 0;
      holders[token] = (holders[token] ?? 0) + records;
    }
  }
  return holders.map((records) => Math.log2(all / Math.max(1, records)));
}

/** Of what the tokens of both sets say, the share that is in both. */
export function shareOfWeights(
  { starts, tokens }: TokenSets,
  weights: Float64Array,
  a: number,
  b: number,
): number {
  let p = starts[a] ?? 0;
  let q = starts[b] ?? 0;
  const untilP = starts[a + 1] ?? 0;
  const untilQ = starts[b + 1] ?? 0;
  let [shared, all] = [0, 0];
  while (p < untilP || q < untilQ) {
    const ofA = p < untilP ? (tokens[p] ?? 0) : Number.POSITIVE_INFINITY;
    const ofB = q < untilQ ? (tokens[q] ?? 0) : Number.POSITIVE_INFINITY;
    const weight = weights[Math.min(ofA, ofB)] ?? 0;
    if (ofA === ofB) shared += 2 * weight;
    all += ofA === ofB ? 2 * weight : weight;
    if (ofA <= ofB) p++;
    if (ofB <= ofA) q++;
  }
  return all === 0 ? 0 : shared / all;
}

/** Of the smaller set the share that the other has as well. */
export function shareOfTokens({ starts, tokens }: TokenSets, a: number, b: number): number {
  let p = starts[a] ?? 0;
  let q = starts[b] ?? 0;
  const untilP = starts[a + 1] ?? 0;
  const untilQ = starts[b + 1] ?? 0;
  const fewest = Math.min(untilP - p, untilQ - q);
  let shared = 0;
  while (p < untilP && q < untilQ) {
    const difference = (tokens[p] ?? 0) - (tokens[q] ?? 0);
    if (difference === 0) shared++;
    if (difference <= 0) p++;
    if (difference >= 0) q++;
  }
  return shared / fewest;
}

/** Puts a token in its place from `first` on, unless it is there; returns where the set ends then. */
function put(tokens: Int32Array, first: number, end: number, token: number): number {
  let at = end;
  while (at > first && (tokens[at - 1] ?? 0) > token) at--;
  if (at > first && tokens[at - 1] === token) return end;
  tokens.copyWithin(at + 1, at, end);
  tokens[at] = token;
  return end + 1;
}

function twice(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(numbers.length * 2);
  longer.set(numbers);
  return longer;
}
