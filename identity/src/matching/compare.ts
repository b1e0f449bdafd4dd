import { type Agreement, type Agreements, agreementsOf } from './agreement.ts';
import type { MatchPerson } from './person.ts';
import { type MatchRule, RULES, type Verdict } from './rules.ts';

export interface Evidence {
  readonly field: 'nik' | 'name' | 'birthDate' | 'sex' | 'mother' | 'village';
  readonly agreement: Agreement;
  /**
   * How much it speaks for one person (positive) or two (negative): the base-2 logarithm of a likelihood ratio, so that weights
   * add up. 0 if missing. Assumed, not estimated from data.
   */
  readonly weight: number;
}

export interface Comparison {
  readonly verdict: Verdict;
  /** The rule that decided; rules are tried in a fixed order. */
  readonly rule: MatchRule;
  /** From 0 to 1, to put the surest first. Never contradicts the verdict: same from 0.9, different below 0.2. */
  readonly score: number;
  /** One entry per field, also for missing ones, always in the same order. */
  readonly evidence: readonly Evidence[];
}

/**
 * Whether two records mean one person. Symmetric. "Same" is safe to link without asking; "doubtful" needs a person's decision;
 * "different" needs none.
 */
export function comparePeople(a: MatchPerson, b: MatchPerson): Comparison {
  const agreements = agreementsOf(a, b);
  const rule = RULES.find(({ applies }) => applies(agreements)) ?? LAST_RULE;
  const evidence = FIELDS.map((field) => {
    const agreement = agreements[field];
    return { field, agreement, weight: weightOf(field, agreement, agreements) };
  });
  return { verdict: rule.verdict, rule: rule.code, score: scoreOf(evidence, rule.verdict), evidence };
}

const LAST_RULE = { code: 'match.littleInCommon', verdict: 'different' } as const;

const FIELDS = ['nik', 'name', 'birthDate', 'sex', 'mother', 'village'] as const;

// biome-ignore format: aligned table
const WEIGHTS: Readonly<Record<Evidence['field'], Readonly<Record<Agreement, number>>>> = {
  nik:       { same: 20, close: 6, different: -10, missing: 0 },
  name:      { same:  8, close: 2, different:  -8, missing: 0 },
  birthDate: { same:  9, close: 3, different:  -7, missing: 0 },
  sex:       { same:  1, close: 0, different:  -8, missing: 0 },
  mother:    { same:  8, close: 2, different:  -6, missing: 0 },
  village:   { same:  5, close: 2, different:  -1, missing: 0 },
};
const ASSUMED_BIRTH_DATE_WEIGHT = 4;
/** Of two people of one sex, district and birth date, perhaps every second pair has such serials. */
const NEXT_IN_TURN_WEIGHT = 1;
/** The weight before anything is compared: of a hundred thousand pairs that share a key one or so is one person. */
export const matchPrior = -17;

// biome-ignore format: aligned table
const BANDS: Readonly<Record<Verdict, readonly [least: number, most: number]>> = {
  same:      [0.9, 1],
  doubtful:  [0.2, 0.89],
  different: [0,   0.19],
};

function weightOf(field: Evidence['field'], agreement: Agreement, all: Agreements): number {
  if (field === 'birthDate' && agreement === 'same' && all.birthDateAssumed) return ASSUMED_BIRTH_DATE_WEIGHT;
  if (field === 'nik' && all.nikNextInTurn) return NEXT_IN_TURN_WEIGHT;
  return WEIGHTS[field][agreement];
}

function scoreOf(evidence: readonly Evidence[], verdict: Verdict): number {
  const total = evidence.reduce((sum, { weight }) => sum + weight, matchPrior);
  const probability = 1 / (1 + 2 ** -total);
  const [least, most] = BANDS[verdict];
  return Math.min(most, Math.max(least, probability));
}
