import { type Day, type Rupiah, rupiah, sum } from '@payung/kernel';
import { Explanation } from '../engine/explain.ts';
import type { Citation } from '../engine/parameter.ts';
import { unmet } from '../engine/requirement.ts';
import { type Child, type ChildRefusal, childRequirements, conditionsSource } from './child.ts';
import { ageLimit, type LevelGrant, monthsAtWork } from './parameters.ts';
import * as texts from './texts.ts';
import { type ScholarshipYear, yearsByGrants } from './years.ts';

/** Why one child gets none: the member's reason, its own, or that enough children before it do. */
export type ScholarshipChildRefusal =
  | 'scholarship.contributionPeriod'
  | ChildRefusal
  | 'scholarship.maxChildren';

/** What one child gets. Both amounts are Rp 0 if nothing, and where one sum is paid for all children. */
export type ScholarshipChild = {
  readonly eligible: boolean;
  /** All reasons against it; absent if eligible. */
  readonly because?: readonly ScholarshipChildRefusal[];
  /** In the year of the claim; Rp 0 below school age. */
  readonly yearAmount: Rupiah;
  /** Projected from the year of the claim to the end of every level; see `scholarshipYears`. */
  readonly remaining: Rupiah;
};

/** What the law of the event pays: one sum for the member, or grants by level for so many children. */
export type Terms =
  | { readonly once: Rupiah; readonly most: undefined }
  | { readonly once: undefined; readonly most: number; readonly grants: readonly LevelGrant[] };

/** The children for whom a scholarship is claimed. */
export type Claim = {
  /** The day of the accident, disability or death, whose law gives the amounts. */
  readonly date: Day;
  /** The day of the yearly claim, whose law decides on each child. */
  readonly asOf: Day;
  /** In the order in which they are to be considered. */
  readonly children: readonly Child[];
};

/** One child with the reasons that are not the member's, and what its years would be if it were paid for. */
export type Judged = {
  readonly child: ScholarshipChild;
  /** Whether it meets its own conditions; enough children before it may still leave it without. */
  readonly meetsConditions: boolean;
  readonly own: readonly ScholarshipChildRefusal[];
  readonly years: readonly ScholarshipYear[];
};

const LEVELS: Citation = { law: 'PP 82/2019', article: 'Lampiran III' };
const NOTHING = rupiah(0);

/**
 * Judges each child in the order given, with an explanation of its own; `ofMember` are the reasons that hold for all.
 *
 * @throws LawError as `childRequirements`
 */
export function judgeChildren(
  x: Explanation,
  claim: Claim,
  terms: Terms,
  ofMember: readonly 'scholarship.contributionPeriod'[],
): readonly Judged[] {
  const judged: Judged[] = [];
  for (const [index, child] of claim.children.entries()) {
    const before = judged.filter(({ own }) => own.length === 0).length;
    const y = new Explanation('benefit.scholarship.child', claim.asOf, 'asOf');
    const own = reasonsAgainst(y, claim, child, index, terms.most, before);
    const years = terms.once === undefined ? yearsByGrants(terms.grants, child, claim.asOf) : [];
    const because = [...ofMember, ...own];
    const isEligible = because.length === 0;
    const remaining = isEligible ? totalOf(years) : NOTHING;
    const yearAmount = isEligible ? totalOf(years.filter(({ offset }) => offset === 0)) : NOTHING;
    if (isEligible && terms.once === undefined) {
      y.step('scholarship.year', yearAmount, texts.thisYear(yearAmount), { citation: LEVELS });
      y.step('scholarship.remaining', remaining, texts.projection(years), { citation: LEVELS });
    }
    const value: ScholarshipChild = isEligible
      ? { eligible: true, yearAmount, remaining }
      : { eligible: false, because, yearAmount, remaining };
    const text = texts.childResult(index + 1, child, isEligible, remaining);
    const { citation } = conditionsSource(claim.date);
    judged.push({
      child: x.include(y.result(value, text, citation)),
      meetsConditions: own.every((code) => code === 'scholarship.maxChildren'),
      own,
      years,
    });
  }
  return judged;
}

/** A child's own reasons, or that enough children before it are paid for: one who drops out does not take a place. */
function reasonsAgainst(
  y: Explanation,
  { date, asOf }: Claim,
  child: Child,
  index: number,
  most: number | undefined,
  before: number,
): readonly ScholarshipChildRefusal[] {
  const source = conditionsSource(date);
  const conditions = {
    asOf,
    ageLimit: y.read(ageLimit),
    monthsAtWork: child.work === 'none' ? undefined : y.find(monthsAtWork),
    ...source,
  };
  if (child.birthDate === undefined) {
    y.finding({
      id: 'scholarship.age',
      applies: true,
      because: 'unknown',
      text: texts.ageUnknown,
      ...source,
    });
  }
  const own = unmet(y, childRequirements(child, conditions, `children.${index}`));
  if (own.length > 0 || most === undefined) return own;
  const code = 'scholarship.maxChildren';
  const isMet = before < most;
  return unmet(y, [{ code, isMet, text: texts.amongFirst(isMet, most), ...source, citation: LEVELS }]);
}

/** What the years pay together. */
export function totalOf(years: readonly ScholarshipYear[]): Rupiah {
  return sum(years.map(({ amount }) => amount));
}
