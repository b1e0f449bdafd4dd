import { numberGroups } from './group-number.ts';
import { type KeyLists, ruleKeys } from './key-hash.ts';
import type { Records } from './records.ts';
import { sharedInts } from './shared-array.ts';
import type { LinkageSpec } from './spec.ts';

/** Larger groups are left to other rules unless the rule says otherwise. */
const MOST = 500;

/** The records that each rule brings together. */
export type Blocks = {
  readonly within: boolean;
  readonly leftSize: number;
  readonly rightSize: number;
  readonly rules: readonly RuleGroups[];
};

export type RuleGroups = {
  /** Groups of each record, numbered from 1 and ascending; 0 for none. */
  readonly left: KeyLists;
  readonly right: KeyLists;
  /** Records of each group on either side, ascending. The same if one table is deduplicated. */
  readonly leftGroups: Members;
  readonly rightGroups: Members;
  /** Pairs within its groups, those of earlier rules included. */
  readonly pairs: number;
};

/** Group g holds `records` from `starts[g]` to `starts[g + 1]`. */
export type Members = { readonly starts: Int32Array; readonly records: Int32Array };

export function blocksOf(records: Omit<Records, 'blocks'>, spec: LinkageSpec): Blocks {
  const { within, leftSize, rightSize } = records;
  const rules = spec.blocking.map((rule) => {
    const [leftKeys, rightKeys] = ruleKeys(records, spec, rule);
    const count = numberGroups(leftKeys.keys, within ? undefined : rightKeys.keys, rule.most ?? MOST);
    const left = withoutNone(leftKeys);
    const right = within ? left : withoutNone(rightKeys);
    const leftGroups = membersOf(left, leftSize, count);
    const rightGroups = within ? leftGroups : membersOf(right, rightSize, count);
    return { left, right, leftGroups, rightGroups, pairs: pairsIn(leftGroups, rightGroups, within) };
  });
  return { within, leftSize, rightSize, rules };
}

/** Whether a rule puts both records in one group. */
export function isFoundBy({ left, right }: RuleGroups, i: number, j: number): boolean {
  if (left.starts === undefined || right.starts === undefined) {
    const group = left.keys[i] ?? 0;
    return group !== 0 && group === right.keys[j];
  }
  let p = left.starts[i] ?? 0;
  let q = right.starts[j] ?? 0;
  const untilP = left.starts[i + 1] ?? 0;
  const untilQ = right.starts[j + 1] ?? 0;
  while (p < untilP && q < untilQ) {
    const a = left.keys[p] ?? 0;
    const b = right.keys[q] ?? 0;
    if (a === b) return true;
    if (a < b) p++;
    else q++;
  }
  return false;
}

/** Pairs handed over at once. */
const CHUNK = 16_384;

/**
 * Every candidate of a part once, in chunks whose arrays are used again: the first `count` entries are good until `visit`
 * returns.
 */
export function visitCandidates(
  blocks: Blocks,
  part: number,
  parts: number,
  visit: (left: Int32Array, right: Int32Array, count: number) => void,
): void {
  const { within, leftSize, rightSize, rules } = blocks;
  const left = new Int32Array(CHUNK);
  const right = new Int32Array(CHUNK);
  let count = 0;
  // For each right record the last left one with which it was met, from 1.
  const met = new Int32Array(rightSize);
  for (let i = part; i < leftSize; i += parts) {
    for (const { left: lists, rightGroups } of rules) {
      const until = lists.starts === undefined ? i + 1 : (lists.starts[i + 1] ?? 0);
      for (let p = lists.starts === undefined ? i : (lists.starts[i] ?? 0); p < until; p++) {
        const group = lists.keys[p] ?? 0;
        if (group === 0) continue;
        const first = rightGroups.starts[group] ?? 0;
        for (let q = (rightGroups.starts[group + 1] ?? 0) - 1; q >= first; q--) {
          const j = rightGroups.records[q] ?? 0;
          // Those before were met when it was their turn.
          if (within && j <= i) break;
          if (met[j] === i + 1) continue;
          met[j] = i + 1;
          left[count] = i;
          right[count] = j;
          if (++count === CHUNK) {
            visit(left, right, count);
            count = 0;
          }
        }
      }
    }
  }
  if (count > 0) visit(left, right, count);
}

/** Lists of several keys without the zeros and ascending; single keys stay as they are. */
function withoutNone({ starts, keys }: KeyLists): KeyLists {
  if (starts === undefined) return { starts, keys };
  const size = starts.length - 1;
  const kept = sharedInts(starts.length);
  let count = 0;
  for (let i = 0; i < size; i++) {
    const from = count;
    const until = starts[i + 1] ?? 0;
    for (let p = starts[i] ?? 0; p < until; p++) {
      const key = keys[p] ?? 0;
      if (key === 0) continue;
      // A record has few keys, so that putting each in its place is soonest done.
      let at = count++;
      for (; at > from && (keys[at - 1] ?? 0) > key; at--) keys[at] = keys[at - 1] ?? 0;
      keys[at] = key;
    }
    kept[i + 1] = count;
  }
  const own = sharedInts(count);
  own.set(keys.subarray(0, count));
  return { starts: kept, keys: own };
}

function membersOf({ starts, keys }: KeyLists, size: number, groups: number): Members {
  const first = sharedInts(groups + 1);
  for (const group of keys) first[group + 1] = (first[group + 1] ?? 0) + 1;
  // Nobody is in group 0.
  first[1] = 0;
  for (let g = 1; g <= groups; g++) first[g] = (first[g] ?? 0) + (first[g - 1] ?? 0);
  const next = first.slice();
  const members = sharedInts(first[groups] ?? 0);
  for (let i = 0; i < size; i++) {
    const until = starts === undefined ? i + 1 : (starts[i + 1] ?? 0);
    for (let p = starts === undefined ? i : (starts[i] ?? 0); p < until; p++) {
      const group = keys[p] ?? 0;
      if (group === 0) continue;
      const at = next[group] ?? 0;
      members[at] = i;
      next[group] = at + 1;
    }
  }
  return { starts: first, records: members };
}

function pairsIn(left: Members, right: Members, within: boolean): number {
  let pairs = 0;
  for (let g = 1; g < left.starts.length - 1; g++) {
    const a = (left.starts[g + 1] ?? 0) - (left.starts[g] ?? 0);
    const b = (right.starts[g + 1] ?? 0) - (right.starts[g] ?? 0);
    pairs += within ? (a * (a - 1)) / 2 : a * b;
  }
  return pairs;
}
