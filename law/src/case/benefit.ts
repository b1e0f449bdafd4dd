import { type Day, type Rupiah, rupiah, sum } from '@payung/kernel';
import type { Earnings } from '../base/base.ts';
import { amountOf } from '../engine/amount.ts';
import { LawError } from '../engine/error.ts';
import { type Explained, Explanation } from '../engine/explain.ts';
import type { Citation } from '../engine/parameter.ts';
import { jkkDeath } from '../jkk/death.ts';
import { disability } from '../jkk/disability.ts';
import { type JkmSegment, jkmBenefit } from '../jkm/benefit.ts';
import { monthlyPension, type PensionInput } from '../jp/pension.ts';
import { type ScholarshipTrigger, scholarship } from '../scholarship/benefit.ts';
import type { Child } from '../scholarship/child.ts';
import * as texts from './texts.ts';

/** An event after a work accident, by the day of the accident, or a death of another cause. */
export type CaseEvent = 'workAccidentDeath' | 'workAccidentTotalDisability' | 'death';

/** One event of one member, whose membership is active. */
export type CaseInput = {
  readonly date: Day;
  readonly segment: JkmSegment;
  /** Completed months; needed for the death of a BPU member as in `JkmInput`. */
  readonly membershipMonths?: number;
  /** At least 1; counts for a death only, what several memberships get after a work accident was not read. */
  readonly memberships: number;
  /** Months with contributions; needed for a death with children. */
  readonly contributionMonths?: number;
  readonly children: readonly Child[];
  /** Whether the total holds the scholarships of all years to come or of the first year. */
  readonly scholarshipBasis: 'projected' | 'firstYear';
  /** What the member has saved in JHT, with its return. */
  readonly jhtBalance: Rupiah;
  /** The contributions to JP with their return, if they are paid at once. */
  readonly jpLumpSum: Rupiah;
  /** The monthly pension that is asked for; absent if none is. */
  readonly jp?: Omit<PensionInput, 'date'>;
} & (
  | { readonly event: 'death' }
  | { readonly event: Exclude<CaseEvent, 'death'>; readonly earnings: Earnings }
);

/** All payments. `total` is the sum of the five amounts before it; the pension is outside. */
export type CaseBenefit = {
  readonly eligible: true;
  /** Rp 0 without a work accident. */
  readonly jkk: Rupiah;
  /** Rp 0 after a work accident. */
  readonly jkm: Rupiah;
  readonly scholarship: Rupiah;
  readonly jht: Rupiah;
  readonly jpLumpSum: Rupiah;
  readonly total: Rupiah;
  /** Absent if none is asked for or due, or if its bounds are not established. */
  readonly jpMonthly?: Rupiah;
  readonly jpAnnual?: Rupiah;
};

const TRIGGERS: Readonly<Record<CaseEvent, ScholarshipTrigger>> = {
  workAccidentDeath: 'jkkDeath',
  workAccidentTotalDisability: 'jkkTotalDisability',
  death: 'jkmDeath',
};
const LAW: Citation = { law: 'UU 40/2004' };
const SAVINGS: Citation = { law: 'PP 46/2015', article: 'Pasal 26' };
const PENSION: Citation = { law: 'PP 45/2015', article: 'Pasal 24' };
const MONTHS_PER_YEAR = 12;
const NOTHING = rupiah(0);

/**
 * All payments for one event, explained by the rules that it is composed of: JKK after a work accident or JKM after
 * another death, scholarships, the JHT balance and JP. Balance and lump sum are passed on as they are given.
 *
 * @law UU 40/2004; the rules named in the explanation
 * @throws LawError as those rules; fields of the pension are named `jp.<field>`; input.range for a balance above Rp 10¹⁵
 */
export function caseBenefit(input: CaseInput): Explained<CaseBenefit> {
  const x = new Explanation('benefit.case', input.date);
  const jkk = jkkOf(x, input);
  const jkm = jkmOf(x, input);
  const forChildren = scholarshipOf(x, input);
  const jht = amountOf('jhtBalance', input.jhtBalance);
  if (jht > 0) x.step('case.jht', jht, texts.savings(jht), { citation: SAVINGS });
  const jpLumpSum = amountOf('jpLumpSum', input.jpLumpSum);
  if (jpLumpSum > 0) x.step('case.jp', jpLumpSum, texts.lumpSum(jpLumpSum), { citation: PENSION });
  const total = sum([jkk, jkm, forChildren, jht, jpLumpSum]);
  x.step('case.total', total, texts.sumOf({ jkk, jkm, scholarship: forChildren, jht, jpLumpSum }, total));
  const pension = pensionOf(x, input);
  return x.result(
    { eligible: true, jkk, jkm, scholarship: forChildren, jht, jpLumpSum, total, ...pension },
    texts.total(total, pension.jpMonthly),
    LAW,
  );
}

function jkkOf(x: Explanation, input: CaseInput): Rupiah {
  const { date } = input;
  switch (input.event) {
    case 'death':
      return NOTHING;
    case 'workAccidentDeath':
      return x.include(jkkDeath({ date, ...input.earnings })).total;
    case 'workAccidentTotalDisability':
      return x.include(disability({ date, ...input.earnings, extent: 'total' })).total;
  }
}

function jkmOf(x: Explanation, { event, date, segment, membershipMonths, memberships }: CaseInput): Rupiah {
  if (event !== 'death') {
    x.finding({
      id: 'case.jkm',
      applies: false,
      because: 'jkm.workAccident',
      text: texts.noJkm,
      citation: { law: 'UU 40/2004', article: 'Pasal 43–46' },
      confidence: 'known',
    });
    return NOTHING;
  }
  const months = membershipMonths === undefined ? {} : { membershipMonths };
  const benefit = x.include(
    jkmBenefit({ date, segment, ...months, memberships, cause: 'other', active: true }),
  );
  return benefit.eligible ? benefit.total : NOTHING;
}

function scholarshipOf(x: Explanation, input: CaseInput): Rupiah {
  const { event, date, contributionMonths, children, scholarshipBasis } = input;
  if (children.length === 0) return NOTHING;
  const months = contributionMonths === undefined ? {} : { contributionMonths };
  const all = x.include(scholarship({ trigger: TRIGGERS[event], date, asOf: date, ...months, children }));
  return scholarshipBasis === 'projected' ? all.total : all.yearTotal;
}

function pensionOf(x: Explanation, { date, jp }: CaseInput): Pick<CaseBenefit, 'jpMonthly' | 'jpAnnual'> {
  if (jp === undefined) return {};
  const pension = x.include(underJp(() => monthlyPension({ date, ...jp })));
  if (!pension.eligible || pension.type === 'lumpSum' || pension.monthly === null) return {};
  const jpMonthly = pension.monthly;
  const jpAnnual = amountOf('jp.averageWage', jpMonthly, MONTHS_PER_YEAR);
  x.step('case.jp_annual', jpAnnual, texts.annual(jpMonthly, jpAnnual));
  return { jpMonthly, jpAnnual };
}

/** The fields of the pension are inside `jp`, all but the day of the event. */
function underJp<T>(answer: () => T): T {
  try {
    return answer();
  } catch (error) {
    if (!(error instanceof LawError) || error.path === 'date') throw error;
    throw new LawError(error.code, `jp.${error.path}`, error.details);
  }
}
