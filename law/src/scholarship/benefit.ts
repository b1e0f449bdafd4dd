import {
  type Day,
  day,
  formatDay,
  type Rupiah,
  rupiah,
  spanContains,
  spanThrough,
  sum,
} from '@payung/kernel';
import { LawError } from '../engine/error.ts';
import { type Explained, Explanation } from '../engine/explain.ts';
import { type Citation, periodOn } from '../engine/parameter.ts';
import { type Requirement, unmet } from '../engine/requirement.ts';
import {
  type Child,
  type ChildRefusal,
  type Conditions,
  checkChildren,
  childRequirements,
  conditionsSource,
} from './child.ts';
import {
  ageLimit,
  contributionPeriod,
  type LevelGrant,
  levelGrants,
  lumpSum,
  monthsAtWork,
  mostChildren,
} from './parameters.ts';
import * as texts from './texts.ts';
import { type ScholarshipYear, yearsByGrants } from './years.ts';

/** What the children have a right from. Only a death of other causes (JKM) asks for a contribution period. */
export type ScholarshipTrigger = 'jkkDeath' | 'jkkTotalDisability' | 'jkmDeath' | 'pmiDeath';

/** Why there is no scholarship at all, in the order in which it is tested. */
export type ScholarshipRefusal = 'scholarship.contributionPeriod' | 'scholarship.noEligibleChild';

/** Why one child gets none: the member's reason, its own, or that enough children before it do. */
export type ScholarshipChildRefusal =
  | 'scholarship.contributionPeriod'
  | ChildRefusal
  | 'scholarship.maxChildren';

/** One member and the children on the day of a claim. */
export type ScholarshipInput = {
  readonly trigger: ScholarshipTrigger;
  /** The day of the accident, disability or death. */
  readonly date: Day;
  /** The day of the yearly claim, not before `date`. */
  readonly asOf: Day;
  /** Months with contributions; needed for `jkmDeath`, otherwise of no effect. */
  readonly contributionMonths?: number;
  /** In the order in which they are to be considered. */
  readonly children: readonly Child[];
};

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

/** What all children get; Rp 0 if there are reasons against it. */
export type Scholarship = {
  readonly eligible: boolean;
  /** All reasons of refusal; absent if eligible. */
  readonly because?: readonly ScholarshipRefusal[];
  /** In the order given. */
  readonly children: readonly ScholarshipChild[];
  readonly yearTotal: Rupiah;
  /** Projected: what is paid every year depends on the claim of that year. */
  readonly total: Rupiah;
};

/** What the law of the event pays: one sum for the member, or grants by level for so many children. */
type Terms =
  | { readonly once: Rupiah; readonly most: undefined }
  | { readonly once: undefined; readonly most: number; readonly grants: readonly LevelGrant[] };

const RULE = 'benefit.scholarship';
const LEVELS: Citation = { law: 'PP 82/2019', article: 'Lampiran III' };
const ONCE: Citation = { law: 'PP 44/2015' };
const PERIOD: Citation = { law: 'PP 82/2019', article: 'Pasal 34' };
const NOTHING = rupiah(0);

// Permenaker 1/2025 took effect on some day of these two months; a claim outside them has the same law whichever it was.
const UNSETTLED = spanThrough(day('2025-02-01'), day('2025-03-31'));

/**
 * Scholarships of a member's children, explained: for each of the first two eligible children the amount of its level in
 * the year of the claim, and projected to the end of every level. For an event before PP 82/2019 one sum for the member.
 *
 * The law of the event gives the amounts, the day of the claim decides on each child. A claim is made every year; the
 * projection assumes that each is granted, also beyond the age limit (the explanation says so where it matters).
 *
 * @law PP 82/2019 Lampiran III and Pasal 34; Permenaker 5/2021 Pasal 103, as amended by Permenaker 1/2025
 * @throws LawError date.outOfRange before July 2015; input.combination for a claim before the event; input.range for years
 *   that a level does not have; input.missing without `contributionMonths` or `workMonths` where they decide
 */
export function scholarship(input: ScholarshipInput): Explained<Scholarship> {
  const { date, asOf, children } = input;
  const x = new Explanation(RULE, date);
  const terms = termsOn(x);
  if (asOf < date) throw new LawError('input.combination', 'asOf', { came: asOf, accepted: notBefore(date) });
  checkChildren(children, date);

  const ofMember = unmet(x, periodRequirements(x, input, terms));
  const judged = judgeChildren(x, input, terms, ofMember);
  const granted = judged.filter(({ own }) => own.length === 0);
  const because: readonly ScholarshipRefusal[] = [
    ...ofMember,
    ...unmet(x, [
      {
        code: 'scholarship.noEligibleChild',
        isMet: granted.length > 0,
        text: texts.eligibleChildren(granted.length),
        ...conditionsSource(date),
      },
    ]),
  ];
  const list = judged.map(({ child }) => child);
  const amounts =
    because.length > 0
      ? { yearTotal: NOTHING, total: NOTHING }
      : terms.once === undefined
        ? {
            yearTotal: sum(list.map(({ yearAmount }) => yearAmount)),
            total: sum(list.map(({ remaining }) => remaining)),
          }
        : { yearTotal: terms.once, total: terms.once };
  if (ofMember.length === 0) noteOpenQuestions(x, input, terms, judged, amounts.total);

  const citation = terms.once === undefined ? LEVELS : ONCE;
  return because.length > 0
    ? x.result({ eligible: false, because, children: list, ...amounts }, texts.refused, citation)
    : x.result({ eligible: true, children: list, ...amounts }, texts.total(amounts.total), citation);
}

function termsOn(x: Explanation): Terms {
  const once = x.find(lumpSum);
  if (once !== undefined) return { once, most: undefined };
  return { once, grants: x.read(levelGrants), most: x.read(mostChildren) };
}

function periodRequirements(
  x: Explanation,
  { trigger, contributionMonths }: ScholarshipInput,
  { once }: Terms,
): Requirement<'scholarship.contributionPeriod'>[] {
  if (trigger !== 'jkmDeath') return [];
  const needed = x.read(contributionPeriod);
  if (contributionMonths === undefined) throw new LawError('input.missing', 'contributionMonths');
  return [
    {
      code: 'scholarship.contributionPeriod',
      isMet: contributionMonths >= needed,
      text: texts.period(contributionMonths, needed),
      citation: once === undefined ? PERIOD : ONCE,
      confidence: 'quoted',
    },
  ];
}

/** One child with the reasons that are not the member's, and what its years would be if it were paid for. */
type Judged = {
  readonly child: ScholarshipChild;
  readonly own: readonly ScholarshipChildRefusal[];
  readonly years: readonly ScholarshipYear[];
};

function judgeChildren(
  x: Explanation,
  input: ScholarshipInput,
  terms: Terms,
  ofMember: readonly 'scholarship.contributionPeriod'[],
): readonly Judged[] {
  const judged: Judged[] = [];
  for (const [index, child] of input.children.entries()) {
    const before = judged.filter(({ own }) => own.length === 0).length;
    const y = new Explanation('benefit.scholarship.child', input.asOf, 'asOf');
    const own = reasonsAgainst(y, input, child, index, terms.most, before);
    const years = terms.once === undefined ? yearsByGrants(terms.grants, child, input.asOf) : [];
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
    const { citation } = conditionsSource(input.date);
    judged.push({ child: x.include(y.result(value, text, citation)), own, years });
  }
  return judged;
}

/** A child's own reasons, or that enough children before it are paid for: one who drops out does not take a place. */
function reasonsAgainst(
  y: Explanation,
  { date, asOf }: ScholarshipInput,
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
  return unmet(y, [
    { code, isMet: before < most, text: texts.amongFirst(most), ...source, citation: LEVELS },
  ]);
}

function noteOpenQuestions(
  x: Explanation,
  input: ScholarshipInput,
  terms: Terms,
  judged: readonly Judged[],
  total: Rupiah,
): void {
  const note = (id: string, text: (otherwise: Rupiah) => ReturnType<typeof texts.total>, otherwise: Rupiah) =>
    x.uncertainty({ id, text: text(otherwise), changesResult: otherwise !== total, otherwise });

  if (spanContains(UNSETTLED, input.asOf) && input.children.some(({ work }) => work !== 'none')) {
    const otherwise = totalUnderOtherDay(input, terms);
    x.uncertainty({
      id: 'scholarship.permenaker_1_2025_day',
      text: texts.dayUncertain(otherwise),
      changesResult: otherwise !== total,
      otherwise,
    });
  }
  if (terms.once !== undefined) {
    if (total === 0 && judged.length > 0)
      note('scholarship.old_conditions', texts.oldConditionsUncertain, terms.once);
    return;
  }
  const paid = judged.filter(({ own }) => own.length === 0).flatMap(({ years }) => years);
  const uncut = totalOf(paid.filter(({ isPastAge }) => isPastAge !== true));
  if (uncut !== total) note('scholarship.age_cut', texts.cutUncertain, uncut);
  const most = mostOf(
    judged.filter(({ own }) => own.every((code) => code === 'scholarship.maxChildren')),
    terms.most,
  );
  if (most !== total) note('scholarship.choice', texts.choiceUncertain, most);
}

/** What would be paid if Permenaker 1/2025 took effect on the other side of the claim; null if that cannot be told. */
function totalUnderOtherDay({ date, asOf, children }: ScholarshipInput, terms: Terms): Rupiah | null {
  const isInForce = periodOn(monthsAtWork, asOf) !== undefined;
  // In February 2025 the months of work need not be given, and the later law cannot be applied without them.
  const isUnknown = children.some(({ work, workMonths }) => work === 'PU' && workMonths === undefined);
  const limit = periodOn(ageLimit, asOf)?.value;
  if (limit === undefined || (isUnknown && !isInForce)) return null;
  const other = isInForce ? undefined : monthsAtWork.periods[0]?.value;
  const conditions: Conditions = { asOf, ageLimit: limit, monthsAtWork: other, ...conditionsSource(date) };
  const eligible = children.filter((child, index) =>
    childRequirements(child, conditions, `children.${index}`).every(({ isMet }) => isMet),
  );
  if (terms.once !== undefined) return eligible.length === 0 ? NOTHING : terms.once;
  const { grants, most } = terms;
  return totalOf(eligible.slice(0, most).flatMap((child) => yearsByGrants(grants, child, asOf)));
}

function mostOf(eligible: readonly Judged[], children: number): Rupiah {
  const amounts = eligible.map(({ years }) => totalOf(years)).sort((a, b) => b - a);
  return sum(amounts.slice(0, children));
}

function totalOf(years: readonly ScholarshipYear[]): Rupiah {
  return sum(years.map(({ amount }) => amount));
}

function notBefore(date: Day) {
  return { id: `tidak sebelum ${formatDay(date, 'id')}`, en: `not before ${formatDay(date, 'en')}` };
}
