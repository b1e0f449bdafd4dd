import { bitsIn } from '../bits.ts';
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
  readonly rules: readonly RuleGroups[];
  /**
   * Of record i, from `i × rules`, what tells at a glance that a rule does not put two records in one group: the number of its
   * group, or one bit for each of several.
   */
  readonly leftMarks: Int32Array;
  readonly rightMarks: Int32Array;
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
  const { within } = records;
  const rules = spec.blocking.map((rule) => {
    const [leftKeys, rightKeys] = ruleKeys(records, spec, rule);
    const count = numberGroups(leftKeys.keys, within ? undefined : rightKeys.keys, rule.most ?? MOST);
    const left = withoutNone(leftKeys);
    const right = within ? left : withoutNone(rightKeys);
    const leftGroups = membersOf(left, records.leftSize, count);
    const rightGroups = within ? leftGroups : membersOf(right, records.rightSize, count);
    return { left, right, leftGroups, rightGroups, pairs: pairsIn(leftGroups, rightGroups, within) };
  });
  const leftMarks = marksOf(
    rules.map(({ left }) => left),
    records.leftSize,
  );
  const rightMarks = within
    ? leftMarks
    : marksOf(
        rules.map(({ right }) => right),
        records.rightSize,
      );
  return { within, rules, leftMarks, rightMarks };
}

function marksOf(rules: readonly KeyLists[], size: number): Int32Array {
  const marks = sharedInts(size * rules.length);
  rules.forEach(({ starts, keys }, r) => {
    for (let i = 0; i < size; i++) {
      let mark = keys[i] ?? 0;
      if (starts !== undefined) {
        mark = 0;
        const until = starts[i + 1] ?? 0;
        for (let p = starts[i] ?? 0; p < until; p++)
          mark |= 1 << (Math.imul(keys[p] ?? 0, 0x9e3779b1) >>> 27);
      }
      marks[i * rules.length + r] = mark;
    }
  });
  return marks;
}

/** The number of the group that a rule puts both records in: of several the first, 0 if none. */
function commonGroup({ left, right }: RuleGroups, i: number, j: number): number {
  if (left.starts === undefined || right.starts === undefined) {
    const group = left.keys[i] ?? 0;
    return group === right.keys[j] ? group : 0;
  }
  let p = left.starts[i] ?? 0;
  let q = right.starts[j] ?? 0;
  const untilP = left.starts[i + 1] ?? 0;
  const untilQ = right.starts[j + 1] ?? 0;
  while (p < untilP && q < untilQ) {
    const a = left.keys[p] ?? 0;
    const b = right.keys[q] ?? 0;
    if (a === b) return a;
    if (a < b) p++;
    else q++;
  }
  return 0;
}

/** Whether a rule puts both records in one group. */
export function isFoundBy(blocks: Blocks, rule: number, i: number, j: number): boolean {
  const { rules, leftMarks, rightMarks } = blocks;
  const left = leftMarks[i * rules.length + rule] ?? 0;
  const right = rightMarks[j * rules.length + rule] ?? 0;
  if ((left & right) === 0) return false;
  const groups = rules[rule];
  if (groups === undefined) return false;
  return groups.left.starts === undefined ? left === right : commonGroup(groups, i, j) !== 0;
}

function isFoundBefore(blocks: Blocks, rule: number, i: number, j: number): boolean {
  for (let r = 0; r < rule; r++) if (isFoundBy(blocks, r, i, j)) return true;
  return false;
}

/** The mark of a record if each of its groups has a bit of its own, so that one bit in common is one group; otherwise 0. */
function tellingMark({ rules, leftMarks }: Blocks, rule: number, i: number): number {
  const starts = rules[rule]?.left.starts;
  const mark = leftMarks[i * rules.length + rule] ?? 0;
  const groups = (starts?.[i + 1] ?? 0) - (starts?.[i] ?? 0);
  return bitsIn(mark) === groups ? mark : 0;
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
  const left = new Int32Array(CHUNK);
  const right = new Int32Array(CHUNK);
  let count = 0;
  blocks.rules.forEach((rule, r) => {
    const { leftGroups, rightGroups } = rule;
    const several = rule.left.starts !== undefined;
    const width = blocks.rules.length;
    const groups = leftGroups.starts.length - 1;
    for (let g = 1 + part; g < groups; g += parts) {
      const end = leftGroups.starts[g + 1] ?? 0;
      const rightStart = rightGroups.starts[g] ?? 0;
      const rightEnd = rightGroups.starts[g + 1] ?? 0;
      for (let p = leftGroups.starts[g] ?? 0; p < end; p++) {
        const i = leftGroups.records[p] ?? 0;
        const mark = several ? tellingMark(blocks, r, i) : 0;
        for (let q = blocks.within ? p + 1 : rightStart; q < rightEnd; q++) {
          const j = rightGroups.records[q] ?? 0;
          if (several) {
            const both = mark & (blocks.rightMarks[j * width + r] ?? 0);
            const shareOne = both !== 0 && (both & (both - 1)) === 0;
            if (!shareOne && commonGroup(rule, i, j) !== g) continue;
          }
          if (r > 0 && isFoundBefore(blocks, r, i, j)) continue;
          left[count] = i;
          right[count] = j;
          if (++count === CHUNK) {
            visit(left, right, count);
            count = 0;
          }
        }
      }
    }
  });
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
