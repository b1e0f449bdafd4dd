import { type Day, formatDay, type Rupiah, sum } from '@payung/kernel';
import { LawError } from '../engine/error.ts';
import { type Explained, Explanation } from '../engine/explain.ts';
import type { Citation } from '../engine/parameter.ts';
import { type Requirement, unmet } from '../engine/requirement.ts';
import { checkChildren, conditionsSource } from './child.ts';
import { type Claim, judgeChildren, type ScholarshipChild, type Terms } from './judge.ts';
import { noteOpenQuestions } from './open-questions.ts';
import { contributionPeriod, levelGrants, lumpSum, mostChildren } from './parameters.ts';
import * as texts from './texts.ts';

/** What the children have a right from. Only a death of other causes (JKM) asks for a contribution period. */
export type ScholarshipTrigger = 'jkkDeath' | 'jkkTotalDisability' | 'jkmDeath' | 'pmiDeath';

/** Why there is no scholarship at all, in the order in which it is tested. */
export type ScholarshipRefusal = 'scholarship.contributionPeriod' | 'scholarship.noEligibleChild';

/** One member with the children on the day of a claim, which is not before the event. */
export type ScholarshipInput = Claim & {
  readonly trigger: ScholarshipTrigger;
  /** Months with contributions; needed for `jkmDeath`, otherwise of no effect. */
  readonly contributionMonths?: number;
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

const RULE = 'benefit.scholarship';
const LEVELS: Citation = { law: 'PP 82/2019', article: 'Lampiran III' };
const ONCE: Citation = { law: 'PP 44/2015' };
const PERIOD: Citation = { law: 'PP 82/2019', article: 'Pasal 34' };

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
  const eligible = judged.filter(({ meetsConditions }) => meetsConditions).length;
  const because: readonly ScholarshipRefusal[] = [
    ...ofMember,
    ...unmet(x, [
      {
        code: 'scholarship.noEligibleChild',
        isMet: eligible > 0,
        text: texts.eligibleChildren(eligible),
        ...conditionsSource(date),
      },
    ]),
  ];
  const list = judged.map(({ child }) => child);
  // What is refused sums to Rp 0, and so do the children of a member for whom one sum is paid.
  const once = because.length === 0 ? terms.once : undefined;
  const amounts = {
    yearTotal: once ?? sum(list.map(({ yearAmount }) => yearAmount)),
    total: once ?? sum(list.map(({ remaining }) => remaining)),
  };
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
  if (contributionMonths === undefined) {
    throw new LawError('input.missing', 'contributionMonths', { accepted: texts.wholeMonths });
  }
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

function notBefore(date: Day) {
  return { id: `tidak sebelum ${formatDay(date, 'id')}`, en: `not before ${formatDay(date, 'en')}` };
}
