import type { ColumnKind, ColumnProfile, Sample } from './infer-columns.ts';
import { isOfManyWords, partsOf } from './infer-comparisons.ts';
import { keyColumn } from './key.ts';
import { KeyCounter } from './key-count.ts';
import { type KeyLists, ruleKeys } from './key-hash.ts';
import { randomOf } from './random.ts';
import { encodeValues } from './records.ts';
import type { BlockingRule, ComparisonSpec, LinkageSpec } from './spec.ts';

/** A key of a column, and how likely it survives in two records of one person whose values are not the same. */
type KeyKind = readonly [expression: (column: string) => string, survives: number];

const whole: KeyKind = [(column) => column, 0];
const call =
  (name: string, argument = '') =>
  (column: string) =>
    `${name}(${column}${argument})`;

/** How likely two records of one person hold the same value, and the keys that may be had of it; guesses, to weigh rules by. */
const keyKinds: Readonly<Record<ColumnKind, { readonly same: number; readonly keys: readonly KeyKind[] }>> = {
  digits: { same: 0.9, keys: [whole, [call('dropped'), 0.7]] },
  date: { same: 0.8, keys: [whole, [call('year'), 0.5]] },
  name: { same: 0.5, keys: [whole, [call('token'), 0.8], [call('sounds'), 0.85]] },
  namePart: { same: 0.7, keys: [whole, [call('sound'), 0.4], [call('first', ', 3'), 0.5]] },
  postcode: { same: 0.7, keys: [whole, [call('first', ', 3'), 0.5]] },
  text: { same: 0.65, keys: [whole, [call('token'), 0.5], [call('first', ', 5'), 0.4]] },
  number: { same: 0.8, keys: [whole] },
  amount: { same: 0.6, keys: [whole] },
  category: { same: 0.75, keys: [whole] },
};

/** A key as counted in the sample. */
type Key = {
  readonly column: string;
  readonly isOfManyWords: boolean;
  readonly text: string;
  readonly lists: readonly [left: KeyLists, right: KeyLists];
  /** For each imagined pair whether it agrees. */
  readonly agrees: Uint8Array;
};

type Candidate = {
  readonly rule: BlockingRule;
  readonly pairs: number;
  readonly found: Uint8Array;
};

/** Rows for each one of the sample from which tables are large. */
const LARGE = 5;
/** What it is worth to be found by one rule more: so many times less each time. Of large tables less, as each pair costs. */
const WORTH_AGAIN = 4;
const WORTH_AGAIN_LARGE = 16;
/** Rows in which pairs are counted: of large tables more, as each pair stands for many. */
const rowsOf = ({ scale, rows }: Sample): number => Math.min(rows, scale > LARGE ? 10_000 : 3_000);
const imagined = 2_000;
const mostRules = 20;
const mostColumns = 30;
/** A rule that adds less than this, in shares of all true pairs, is not worth its time. */
const leastGain = 0.0004;
/** Groups of a rule that are larger are left to others. */
const mostInGroup = 500;
/** Groups of rules that look at rare words only. */
const fewInGroup = [50, 15];

/**
 * Rules that together find as many of the true pairs as the budget allows: the dearest information first, whole rare values,
 * then combinations of common ones. Pairs are counted in a sample; true ones are imagined, each column erring by itself.
 *
 * @param budget pairs that may be compared for each record
 */
export function inferBlocking(
  sample: Sample,
  comparisons: readonly ComparisonSpec[],
  budget: number,
): BlockingRule[] {
  const keys = keysOf(sample, comparisons);
  const rows = rowsOf(sample);
  const scale = (sample.scale * sample.rows) / rows;
  const records = rows * scale;
  const candidates = candidatesOf(keys, scale, records, records * budget);
  const stillWorth = new Float64Array(imagined).fill(1);
  const again = sample.scale > LARGE ? WORTH_AGAIN_LARGE : WORTH_AGAIN;
  const rules: BlockingRule[] = [];
  // The more rules there are, the less each of the others adds: what one added before is the most that it may add.
  const mostGained = new Map<Candidate, number>();
  let left = records * budget;
  while (rules.length < mostRules) {
    let best: { readonly candidate: Candidate; readonly worth: number } | undefined;
    for (const candidate of candidates) {
      if (candidate.pairs > left || rules.some((rule) => implies(candidate.rule, rule))) continue;
      // Below its share of the budget a rule is as good as free.
      const cost = candidate.pairs + (records * budget) / mostRules;
      if (best !== undefined && (mostGained.get(candidate) ?? imagined) / cost <= best.worth) continue;
      const gain = gainOf(candidate, stillWorth);
      mostGained.set(candidate, gain);
      // The dearer a rule, the more it must find.
      if (gain < leastGain * imagined * (1 + (20 * candidate.pairs) / (records * budget))) continue;
      if (best === undefined || gain / cost > best.worth) best = { candidate, worth: gain / cost };
    }
    if (best === undefined) break;
    const { candidate } = best;
    rules.push(candidate.rule);
    left -= candidate.pairs;
    // Pairs are imagined no better than guessed: to be found by a second rule is worth something as well.
    for (let n = 0; n < imagined; n++)
      if (candidate.found[n] === 1) stillWorth[n] = (stillWorth[n] ?? 0) / again;
  }
  return rules;
}

function gainOf({ found }: Candidate, worth: Float64Array): number {
  let gain = 0;
  for (let n = 0; n < found.length; n++) gain += (found[n] ?? 0) * (worth[n] ?? 0);
  return gain;
}

/** Whether whatever agrees on the one rule agrees on the other. */
function implies(one: BlockingRule, other: BlockingRule): boolean {
  return (
    (one.most ?? mostInGroup) <= (other.most ?? mostInGroup) && other.on.every((key) => one.on.includes(key))
  );
}

/** Each two columns are tried together, so that those which tell little are not tried where there are many. */
function mostTelling(profiles: readonly ColumnProfile[]): readonly ColumnProfile[] {
  if (profiles.length <= mostColumns) return profiles;
  const told = new Map(profiles.map((profile) => [profile, profile.filled * Math.log2(profile.distinct)]));
  const least = [...told.values()].toSorted((a, b) => b - a)[mostColumns - 1] ?? 0;
  return profiles.filter((profile) => (told.get(profile) ?? 0) >= least).slice(0, mostColumns);
}

function keysOf(sample: Sample, comparisons: readonly ComparisonSpec[]): readonly Key[] {
  const profiles = mostTelling(sample.profiles).map((profile) => ({
    ...profile,
    parts: partsOf(profile, sample.profiles),
  }));
  // Numbers that are compared as a whole only are not looked for with a character wrong.
  const isWhole = ({ column, kind }: ColumnProfile) =>
    kind === 'digits' &&
    comparisons.some(({ columns, levels }) => columns[0] === column && levels.length === 1);
  const texts = profiles.map((profile) => ({
    profile,
    keys: (isWhole(profile) ? [whole] : keyKinds[profile.kind].keys).map(
      ([expression, survives]) => [expression(keyColumn(profile.column)), survives] as const,
    ),
  }));
  const spec: LinkageSpec = {
    id: '',
    comparisons,
    blocking: texts.flatMap(({ keys }) => keys.map(([text]) => ({ on: [text] }))),
  };
  const { left, right } = tablesOf(sample);
  const records = encodeValues(left, right, spec);
  const random = randomOf(1);
  const quality = Float64Array.from({ length: imagined }, () => 0.4 + 4 * random() * random());
  const states = new Map(
    profiles.map(({ column, kind, filled }) => [
      column,
      imagine(keyKinds[kind].same, filled, quality, random),
    ]),
  );
  return texts.flatMap(({ profile, keys }) => {
    const { column, parts } = profile;
    const own = states.get(column);
    const several = parts.map((part) => states.get(part.column)).filter((state) => state !== undefined);
    return keys.map(([text, survives]): Key => {
      const lists = ruleKeys(records, spec, { on: [text] });
      const holds = (state: Imagined | undefined, n: number) =>
        (state?.[n] ?? 2) < survives || state?.[n] === 0;
      const agrees = Uint8Array.from({ length: imagined }, (_, n) => {
        if (several.length < 2) return Number(holds(own, n));
        // What is put together of others is the same if they all are; a part of it if one is.
        return Number(
          survives > 0 ? several.some((state) => holds(state, n)) : several.every((state) => state[n] === 0),
        );
      });
      return { column, isOfManyWords: isOfManyWords(profile), text, lists, agrees };
    });
  });
}

/**
 * How a column of each imagined pair stands: 0 for the same value in both records; a number up to 1 for different ones, of
 * which a key that survives in a larger share of them agrees; 2 if one is missing.
 */
type Imagined = Float64Array;

function imagine(same: number, filled: number, quality: Float64Array, random: () => number): Imagined {
  return quality.map((worse) => {
    const [present, equal, survives] = [random() < filled * filled, random() < same ** worse, random()];
    if (!present) return 2;
    return equal ? 0 : Math.max(survives, Number.MIN_VALUE);
  });
}

/** The sampled rows as tables again. */
function tablesOf(sample: Sample) {
  const every = sample.rows / rowsOf(sample);
  const columns = (from: number, until: number) => {
    const rows = Array.from(
      { length: Math.floor((until - from) / every) },
      (_, n) => from + Math.floor(n * every),
    );
    return Object.fromEntries(
      sample.profiles.map(({ column, values }): [string, string[]] => [
        column,
        rows.map((row) => values[row] ?? ''),
      ]),
    );
  };
  const isOne = sample.leftRows === sample.rows;
  return {
    left: columns(0, sample.leftRows),
    right: isOne ? undefined : columns(sample.leftRows, sample.rows),
  };
}

/** Every key by itself and every two of different columns, as far as they can be afforded; a rule is none if a part of it is. */
function candidatesOf(
  keys: readonly Key[],
  scale: number,
  cheap: number,
  most: number,
): readonly Candidate[] {
  const counter = new KeyCounter(
    Math.max(0, ...keys.flatMap(({ lists }) => lists.map((list) => list.keys.length))),
  );
  const single = keys.map((key) => candidateOf([key], counter, scale, most / 4));
  // Words that many share cost too much; the rare ones among them may be enough.
  const rare = keys.flatMap((key, n) =>
    key.isOfManyWords && isSeveral(key) && (single[n]?.pairs ?? 0) > cheap
      ? fewInGroup.map((few) => candidateOf([key], counter, scale, most / 4, few))
      : [],
  );
  // What is cheap enough by itself needs no second condition.
  const common = keys.filter((_, n) => (single[n]?.pairs ?? 0) > cheap);
  const affordable = (candidate: Candidate) => candidate.pairs <= most / 4;
  const double = common.flatMap((one, n) =>
    common
      .slice(n + 1)
      .filter((other) => other.column !== one.column && !(isSeveral(one) && isSeveral(other)))
      .map((other) => candidateOf([one, other], counter, scale, most / 4)),
  );
  return [...single, ...rare, ...double].filter(affordable);
}

/** Two lists of keys, every one with every one, would be many keys for each record. */
function isSeveral({ lists }: Key): boolean {
  return lists[0].starts !== undefined;
}

/** Of one key or two. */
function candidateOf(
  keys: readonly Key[],
  counter: KeyCounter,
  scale: number,
  most: number,
  inGroup = mostInGroup,
): Candidate {
  const within = keys.every(({ lists }) => lists[0] === lists[1]);
  counter.count(keys.map(({ lists }) => lists[0]));
  if (!within) counter.countRight(keys.map(({ lists }) => lists[1]));
  const { pairs, reach } = counter.take(within, scale, inGroup);
  const found = new Uint8Array(imagined);
  // What cannot be afforded is not asked what it would find.
  if (pairs <= most) {
    const [first, second] = keys.map(({ agrees }) => agrees);
    for (let n = 0; n < imagined; n++) {
      // Who is in a group that is too large is not found; it is as if those pairs disagreed.
      const isReached = (n * 0.618_033_988_75) % 1 < reach;
      const agrees = first?.[n] === 1 && (second === undefined || second[n] === 1);
      found[n] = Number(isReached && agrees);
    }
  }
  const on = keys.map(({ text }) => text);
  return { rule: inGroup === mostInGroup ? { on } : { on, most: inGroup }, pairs, found };
}
