import {
  firstDay,
  type Month,
  monthsThrough,
  multiplyRatios,
  percent,
  type Rate,
  type Rupiah,
  ratio,
  ratioOf,
  roundRatio,
  share,
  sum,
} from '@payung/kernel';
import { LawError } from '../engine/error.ts';
import { type Explained, Explanation } from '../engine/explain.ts';
import { type Citation, periodOn } from '../engine/parameter.ts';
import { notBefore, type Text } from '../engine/text.ts';
import { bandOf, bandText, covidCharge, incomeBands, jhtRate, jkkRate, jkmAmount } from './parameters.ts';
import { chargedShare, type Payer, type Sector } from './relief.ts';
import * as texts from './texts.ts';

/** The programmes a BPU member can have: JKK and JKM always together, JHT if wished. */
export type BpuProgramme = 'JKK' | 'JKM' | 'JHT';

/** What decides the terms of one month: everything but the income. */
export type BpuConditions = {
  readonly month: Month;
  readonly sector: Sector;
  readonly payer: Payer;
  readonly programmes: readonly BpuProgramme[];
};

/** One month of one member. */
export type BpuContributionInput = BpuConditions & {
  /** Declared monthly income; Rp 0 is band 1. */
  readonly income: Rupiah;
  /**
   * `uncertain` if it is not established whether the money is APBN/APBD (Dana Desa, ADD). The contribution is that of
   * `payer`, and the explanation says that it is not settled and what the other reading gives. Default `settled`.
   */
  readonly payerCertainty?: 'settled' | 'uncertain';
};

/** The values of the law for one month, sector and payer. `jhtRate` is absent if JHT was not asked. */
export type BpuTerms = {
  readonly jkkRate: Rate;
  readonly jkmAmount: Rupiah;
  readonly jhtRate?: Rate;
  /** The share of JKK and JKM that is charged: 100 % without a relief. */
  readonly charged: Rate;
};

/** What is charged, by programme; `total` is their sum. `JHT` is absent if it was not asked. */
export type BpuAmounts = {
  readonly JKK: Rupiah;
  readonly JKM: Rupiah;
  readonly JHT?: Rupiah;
  readonly total: Rupiah;
};

/** One month's contribution, with the income band and the base it was computed on. */
export type BpuContribution = BpuAmounts & { readonly band: number; readonly base: Rupiah };

/** The contribution of several months: sums of the months' rounded amounts, band and base of the first. */
export type BpuContributionOverMonths = BpuContribution & { readonly monthsCount: number };

const RULE = 'contribution.bpu';
const LAW: Citation = { law: 'PP 44/2015', article: 'Pasal 17, Pasal 18 ayat (2) dan Lampiran II' };
const IN_FULL = percent('100');
const PAIR: Text = { id: 'JKK dan JKM bersama', en: 'JKK and JKM together' };

/**
 * The formula alone: JKK = base × 1 % × share charged, JKM = 6,800 × share charged, JHT = base × 2 %, each rounded to the
 * nearest rupiah with halves up (our convention; at today's bases and rates nothing is rounded).
 *
 * Depends on nothing but its arguments, so that a bill over millions computes it once per base and terms.
 */
export function bpuAmounts(base: Rupiah, terms: BpuTerms): BpuAmounts {
  const charged = ratioOf(terms.charged);
  const JKK = roundRatio(multiplyRatios(ratio(base), ratioOf(terms.jkkRate), charged), 'halfUp');
  const JKM = share(terms.jkmAmount, terms.charged, 'halfUp');
  if (terms.jhtRate === undefined) return { JKK, JKM, total: sum([JKK, JKM]) };
  const JHT = share(base, terms.jhtRate, 'halfUp');
  return { JKK, JKM, JHT, total: sum([JKK, JKM, JHT]) };
}

/**
 * The terms of a month without their explanation: read once per month, sector and payer of a bill.
 *
 * @throws LawError date.outOfRange before July 2015, input.combination if JKK and JKM are not both asked
 */
export function bpuTerms(conditions: BpuConditions): BpuTerms {
  return readTerms(new Explanation(RULE, firstDay(conditions.month), 'month'), conditions);
}

/**
 * Contribution of one BPU (non-wage) member for one month, explained: the band, each parameter, which relief applied or
 * why none did, and the questions of law that are open.
 *
 * @law PP 44/2015 Pasal 17, 18 ayat (2), Lampiran II; PP 46/2015 Lampiran; PP 49/2020; PP 50/2025 Pasal 2–4
 * @throws LawError date.outOfRange before July 2015; input.range for a negative income; input.combination if JKK and JKM
 *   are not both asked
 */
export function bpuContribution(input: BpuContributionInput): Explained<BpuContribution> {
  const { month, income, payer } = input;
  const x = new Explanation(RULE, firstDay(month), 'month');
  const { band, base } = x.pick(incomeBands, (bands) => bandOf(bands, income), bandText);
  const terms = readTerms(x, input);
  const amounts = bpuAmounts(base, terms);
  explainAmounts(x, base, terms, amounts);

  if (input.payerCertainty === 'uncertain') {
    const otherPayer = payer === 'government' ? 'other' : 'government';
    const otherwise = bpuAmounts(base, bpuTerms({ ...input, payer: otherPayer })).total;
    x.uncertainty({
      id: 'bpu.payer',
      text: texts.payerUncertain(payer, amounts.total, otherwise),
      changesResult: otherwise !== amounts.total,
      otherwise,
    });
  }
  if (periodOn(covidCharge, firstDay(month)) !== undefined) {
    const otherwise = bpuAmounts(base, { ...terms, charged: IN_FULL }).total;
    x.uncertainty({
      id: 'bpu.covid_conditions',
      text: texts.covidUncertain(otherwise),
      changesResult: true,
      otherwise,
    });
  }
  return x.result({ band, base, ...amounts }, texts.monthTotal(month, amounts.total), LAW);
}

/**
 * Contribution of a run of months, both ends included; each month by its own law and rounded by itself.
 *
 * @throws LawError as `bpuContribution`, with the path `months.from`; input.combination if `to` is before `from`
 */
export function bpuContributionOverMonths(
  input: Omit<BpuContributionInput, 'month'> & {
    readonly months: { readonly from: Month; readonly to: Month };
  },
): Explained<BpuContributionOverMonths> {
  const { months: span, ...member } = input;
  const months = monthsThrough(span.from, span.to);
  if (months.length === 0)
    throw new LawError('input.combination', 'months.to', { accepted: notBefore(span.from) });
  const x = new Explanation(RULE, firstDay(span.from), 'months.from');
  const { band, base } = x.pick(incomeBands, (bands) => bandOf(bands, input.income), bandText);

  const parts = months.map((month) => x.include(bpuContribution({ ...member, month })));
  const amounts = {
    JKK: sum(parts.map(({ JKK }) => JKK)),
    JKM: sum(parts.map(({ JKM }) => JKM)),
    ...(input.programmes.includes('JHT') && { JHT: sum(parts.flatMap(({ JHT }) => JHT ?? [])) }),
    total: sum(parts.map(({ total }) => total)),
  };
  const text = texts.monthsTotal({ first: span.from, last: span.to }, months.length, amounts.total);
  return x.result({ band, base, monthsCount: months.length, ...amounts }, text, LAW);
}

function readTerms(x: Explanation, conditions: BpuConditions): BpuTerms {
  const { programmes } = conditions;
  if (!programmes.includes('JKK') || !programmes.includes('JKM')) {
    throw new LawError('input.combination', 'programmes', { accepted: PAIR });
  }
  return {
    jkkRate: x.read(jkkRate),
    jkmAmount: x.read(jkmAmount),
    ...(programmes.includes('JHT') && { jhtRate: x.read(jhtRate) }),
    charged: chargedShare(x, conditions),
  };
}

function explainAmounts(x: Explanation, base: Rupiah, terms: BpuTerms, { JKK, JKM, JHT }: BpuAmounts): void {
  const rounding = 'halfUp';
  x.step('bpu.jkk', JKK, texts.jkk(base, terms.jkkRate, terms.charged, JKK), { rounding });
  x.step('bpu.jkm', JKM, texts.jkm(terms.jkmAmount, terms.charged, JKM), { rounding });
  if (terms.jhtRate !== undefined && JHT !== undefined) {
    x.step('bpu.jht', JHT, texts.jht(base, terms.jhtRate, JHT), { rounding });
  }
}
