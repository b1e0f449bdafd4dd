import { foldSpelling, soundOf } from '../names/fold.ts';
import { BASIS, finished, hashText, hashUnits, PRIME } from '../unit-hash.ts';
import { type KeyExpression, parseKey } from './key.ts';
import { type Dictionary, type Field, fieldOf, type Records, sourceOfKey } from './records.ts';
import { sharedInts } from './shared-array.ts';
import type { BlockingRule, LinkageSpec } from './spec.ts';
import { codesIn, isBetweenTokens, isWhite, textOf, ValueTable } from './values.ts';

/**
 * The keys of each record as numbers from 1 to 2³¹ − 1, 0 for none. Two keys of one number are taken for one, which at worst
 * adds a candidate. Without `starts` a record has one key, `keys[record]`; with it those from `starts[record]` to
 * `starts[record + 1]`, all different.
 */
export type KeyLists = { readonly starts: Int32Array | undefined; readonly keys: Int32Array };

/** The keys under which a rule finds the records of both sides; the same object twice if one table is deduplicated. */
export function ruleKeys(
  records: Omit<Records, 'blocks'>,
  spec: LinkageSpec,
  rule: BlockingRule,
): readonly [left: KeyLists, right: KeyLists] {
  const parts = rule.on.map((text) => {
    const field = fieldOf(records, sourceOfKey(spec, text));
    const expression = parseKey(text);
    if (expression === undefined) throw new RangeError(`No key: ${text}`);
    return { field, lists: keysOfCodes(field.dictionary, expression) };
  });
  const side = (codesOf: (field: Field) => Int32Array, size: number): KeyLists =>
    parts
      .map(({ field, lists }) => ofRecords(lists, codesOf(field), size))
      .reduce((all, next) => crossed(all, next, size));
  const left = side((field) => field.left, records.leftSize);
  return [left, records.within ? left : side((field) => field.right, records.rightSize)];
}

/** Several rules, and the inference of rules, ask for the same keys of the same values. */
const MOST_KEPT = 1 << 22;
const known = new WeakMap<Dictionary, Map<string, KeyLists>>();

function keysOfCodes(dictionary: Dictionary, expression: KeyExpression): KeyLists {
  const name = `${expression.kind} ${expression.length}`;
  const own = known.get(dictionary) ?? new Map<string, KeyLists>();
  known.set(dictionary, own);
  const lists = own.get(name) ?? readKeys(dictionary, expression);
  if (lists.keys.length <= MOST_KEPT) own.set(name, lists);
  return lists;
}

function readKeys(dictionary: Dictionary, expression: KeyExpression): KeyLists {
  const codes = codesIn(dictionary);
  const { units, starts } = dictionary;
  const single = (keyOf: (start: number, end: number, code: number) => number): KeyLists => {
    const keys = new Int32Array(codes);
    for (let code = 1; code < codes; code++)
      keys[code] = keyOf(starts[code] ?? 0, starts[code + 1] ?? 0, code);
    return { starts: undefined, keys };
  };
  const slice = (from: number, to: number) =>
    single((start, end) => hashUnits(units, Math.min(start + from, end), Math.min(start + to, end)));

  switch (expression.kind) {
    case 'value':
      return single((start, end) => hashUnits(units, start, end));
    case 'first':
      return slice(0, expression.length);
    case 'last':
      return single((start, end) => hashUnits(units, Math.max(start, end - expression.length), end));
    case 'year':
      return slice(0, 4);
    case 'month':
      return slice(5, 7);
    case 'day':
      return slice(8, 10);
    case 'sound':
      return single((_start, _end, code) =>
        hashText(
          textOf(dictionary, code)
            .split(/[\s-]+/)
            .map(soundIn)
            .join(''),
        ),
      );
    case 'sounds': {
      // Words repeat, and how one sounds takes long to find.
      const words = new ValueTable();
      const sounds = [0];
      return several(codes, (code, add) => {
        visitWords(units, starts[code] ?? 0, starts[code + 1] ?? 0, isBetweenWords, (start, end) => {
          const word = words.add(units, start, end);
          if (word === sounds.length) sounds.push(hashText(soundIn(textOf(words.values(), word))));
          add(sounds[word] ?? 0);
        });
      });
    }
    case 'token':
      return several(codes, (code, add) => {
        visitWords(units, starts[code] ?? 0, starts[code + 1] ?? 0, isBetweenTokens, (start, end) =>
          add(hashUnits(units, start, end)),
        );
      });
    case 'dropped':
      return several(codes, (code, add) => addDropped(units, starts[code] ?? 0, starts[code + 1] ?? 0, add));
  }
}

/** How a word sounds, of which only a to z are heard. */
function soundIn(word: string): string {
  return soundOf(foldSpelling(word.toLowerCase().replace(/[^a-z]/g, '')));
}

function visitWords(
  units: Uint16Array,
  start: number,
  end: number,
  isBetween: (unit: number) => boolean,
  visit: (start: number, end: number) => void,
): void {
  for (let at = start; at < end; at++) {
    const from = at;
    while (at < end && !isBetween(units[at] ?? 0)) at++;
    if (at > from) visit(from, at);
  }
}

const HYPHEN = 0x2d;

function isBetweenWords(unit: number): boolean {
  return isWhite(unit) || unit === HYPHEN;
}

function several(codes: number, write: (code: number, add: (key: number) => void) => void): KeyLists {
  const starts = new Int32Array(codes + 1);
  let keys = new Int32Array(codes * 4);
  let count = 0;
  const add = (key: number): void => {
    if (key === 0) return;
    for (let i = start; i < count; i++) if (keys[i] === key) return;
    if (count === keys.length) {
      const larger = new Int32Array(keys.length * 2);
      larger.set(keys);
      keys = larger;
    }
    keys[count++] = key;
  };
  let start = 0;
  for (let code = 1; code < codes; code++) {
    start = count;
    write(code, add);
    starts[code + 1] = count;
  }
  return { starts, keys: keys.slice(0, count) };
}

/** A longer value is no number, and would have as many keys as characters. */
const MOST_DROPPED = 64;

/** The value itself and all but any one of its units: what one slip turns into another shares one of them. */
function addDropped(units: Uint16Array, start: number, end: number, add: (key: number) => void): void {
  add(hashUnits(units, start, end));
  if (end - start > MOST_DROPPED) return;
  for (let left = start; left < end && end - start > 1; left++) {
    let hash = BASIS;
    for (let i = start; i < end; i++) if (i !== left) hash = Math.imul(hash ^ (units[i] ?? 0), PRIME);
    add(finished(hash));
  }
}

function ofRecords({ starts, keys }: KeyLists, codes: Int32Array, size: number): KeyLists {
  if (starts === undefined) {
    const own = sharedInts(size);
    for (let i = 0; i < size; i++) own[i] = keys[codes[i] ?? 0] ?? 0;
    return { starts, keys: own };
  }
  const ownStarts = new Int32Array(size + 1);
  for (let i = 0; i < size; i++) {
    const code = codes[i] ?? 0;
    ownStarts[i + 1] = (ownStarts[i] ?? 0) + (starts[code + 1] ?? 0) - (starts[code] ?? 0);
  }
  const own = new Int32Array(ownStarts[size] ?? 0);
  for (let i = 0; i < size; i++) {
    const code = codes[i] ?? 0;
    const until = starts[code + 1] ?? 0;
    let at = ownStarts[i] ?? 0;
    for (let p = starts[code] ?? 0; p < until; p++) own[at++] = keys[p] ?? 0;
  }
  return { starts: ownStarts, keys: own };
}

/** Every key of the one with every key of the other. */
function crossed(a: KeyLists, b: KeyLists, size: number): KeyLists {
  if (a.starts === undefined && b.starts === undefined) {
    const keys = sharedInts(size);
    for (let i = 0; i < size; i++) keys[i] = combined(a.keys[i] ?? 0, b.keys[i] ?? 0);
    return { starts: undefined, keys };
  }
  const { starts, keys } = several(size + 1, (code, add) => {
    const i = code - 1;
    for (let p = startOf(a, i); p < startOf(a, i + 1); p++) {
      for (let q = startOf(b, i); q < startOf(b, i + 1); q++) add(combined(a.keys[p] ?? 0, b.keys[q] ?? 0));
    }
  });
  // Codes count from 1, records from 0.
  return { starts: starts?.slice(1), keys };
}

function startOf({ starts }: KeyLists, record: number): number {
  return starts === undefined ? record : (starts[record] ?? 0);
}

function combined(a: number, b: number): number {
  return a === 0 || b === 0 ? 0 : finished(Math.imul(a, PRIME) ^ Math.imul(b, 0x9e3779b1) ^ (a >>> 15));
}
