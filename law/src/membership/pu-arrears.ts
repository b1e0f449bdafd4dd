import {
  addMonthsTo,
  type Day,
  day,
  type Month,
  month,
  monthOf,
  monthsBetween,
  type Rupiah,
  sum,
} from '@payung/kernel';
import { contributionDueDate } from '../administration/due-date.ts';
import { latePenalty } from '../administration/late-penalty.ts';
import { amountOf } from '../engine/amount.ts';
import { LawError } from '../engine/error.ts';
import { type Explained, Explanation } from '../engine/explain.ts';
import { type Citation, sourceOn } from '../engine/parameter.ts';
import {
  jhtDespiteArrears,
  jkpArrearsMonths,
  jkpBankruptArrearsMonths,
  jkpReimbursementDays,
  jkpReimbursementMonths,
  puArrearsMonths,
} from './parameters.ts';
import * as texts from './pu-arrears-texts.ts';

/** The programmes of which something is said when an employer owes; of JP nothing was found. */
export type ArrearsProgramme = 'JKK' | 'JKM' | 'JHT' | 'JKP';

/** One event of a wage earner whose employer may owe contributions. */
export type PuArrearsInput = {
  readonly programme: ArrearsProgramme;
  /** The day of the accident, death, dismissal or claim. */
  readonly date: Day;
  /** How long the employer owes: the months in a row, or the last one paid, from which they are counted. */
  readonly unpaid: { readonly months: number } | { readonly lastPaid: Month };
  /** The contribution of one month, the same for all; undefined if nothing is to be computed. */
  readonly contribution?: Rupiah;
  /** Whether the employer is bankrupt, which matters for JKP. */
  readonly isBankrupt: boolean;
};

/** What the employer owes. */
export type Settlement = {
  readonly contributions: Rupiah;
  readonly fine: Rupiah;
  readonly total: Rupiah;
};

/** Who pays the benefit first, and what follows for the employer. */
export type PuArrears = {
  readonly paidFirstBy: 'bpjs' | 'employer';
  readonly monthsUnpaid: number;
  /** The most months with which BPJS still pays; null if there is no such limit. */
  readonly toleratedMonths: number | null;
  readonly mustSettle: readonly ('contributions' | 'fines')[];
  /** Whether an employer who paid first may be reimbursed after settling. */
  readonly reimbursable: boolean;
  /** How that is asked; absent where it is not established. */
  readonly reimbursement?: { readonly claimMonths: number; readonly workingDays: number };
  /** Absent without a contribution, or if nothing is owed. */
  readonly settlement?: Settlement;
};

type Payer = Pick<PuArrears, 'paidFirstBy' | 'toleratedMonths'> & {
  readonly law: Citation;
  /** Whether the rule was read in a regulation, so that its answer is settled. */
  readonly isRead: boolean;
};

const JHT_LAW: Citation = { law: 'Permenaker 4/2022' };
const BEGINNING = day('2015-07-01');
// Whoever never paid has the month before the programme as the last one paid.
const EARLIEST_PAID = month('2015-06');
const OWES = ['contributions', 'fines'] as const;

/**
 * Who pays a wage earner's benefit first while the employer owes contributions, explained: BPJS as long as no more than three
 * months in a row are unpaid, beyond that the employer, who may be reimbursed once arrears and fines are settled. JHT is paid
 * whatever the employer owes.
 *
 * A month counts as unpaid once its due day has passed. For the fine (`penalty.late`) the newest unpaid month is one month
 * late and each older one a month more; that is our convention, as is rounding the sum once.
 *
 * @law PP 6/2025 Pasal 39 and 39A (JKP); Permenaker 4/2022 (JHT); for JKK and JKM the content is known, the article was not read
 * @throws LawError date.outOfRange before the programme, or at `lastPaid` before June 2015; input.range at `contribution` if
 *   the arrears are no amount
 */
export function puArrears(input: PuArrearsInput): Explained<PuArrears> {
  const { programme, date, contribution } = input;
  const x = new Explanation('membership.puArrears', date);
  const monthsUnpaid = unpaidMonths(x, input);
  const { paidFirstBy, toleratedMonths, law, isRead } =
    programme === 'JHT' ? jhtPayer(x, date) : payer(x, input, monthsUnpaid);
  const reimbursable = paidFirstBy === 'employer';
  const owes = monthsUnpaid > 0;
  const value: PuArrears = {
    paidFirstBy,
    monthsUnpaid,
    toleratedMonths,
    mustSettle: owes ? OWES : [],
    reimbursable,
    ...(reimbursable && programme === 'JKP' && reimbursement(x)),
    ...(owes && contribution !== undefined && { settlement: settle(x, contribution, monthsUnpaid) }),
  };
  if (owes && !isRead) {
    const isJht = programme === 'JHT';
    x.uncertainty({
      id: 'membership.pu_arrears',
      text: isJht ? texts.jhtNotRead : texts.articleNotRead(reimbursable),
      changesResult: reimbursable || isJht,
      otherwise: reimbursable ? { ...value, paidFirstBy: 'bpjs', reimbursable: false } : null,
    });
  }
  return x.result(value, texts.answer(paidFirstBy, monthsUnpaid), law);
}

function unpaidMonths(x: Explanation, { unpaid, date }: PuArrearsInput): number {
  const count = 'months' in unpaid ? unpaid.months : countSince(x, unpaid.lastPaid, date);
  return x.step('membership.unpaid_months', count, texts.unpaid(count));
}

function countSince(x: Explanation, lastPaid: Month, date: Day): number {
  if (lastPaid < EARLIEST_PAID) {
    throw new LawError('date.outOfRange', 'lastPaid', {
      came: lastPaid,
      accepted: { id: `mulai ${EARLIEST_PAID}`, en: `from ${EARLIEST_PAID}` },
    });
  }
  const previous = addMonthsTo(monthOf(date), -1);
  if (lastPaid >= previous) return 0;
  const { dueDate } = x.include(contributionDueDate('PU', previous));
  return monthsBetween(lastPaid, previous) - (date > dueDate ? 0 : 1);
}

function payer(x: Explanation, { programme, date, isBankrupt }: PuArrearsInput, monthsUnpaid: number): Payer {
  const limit = programme === 'JKP' ? jkpArrearsMonths : puArrearsMonths;
  const bankrupt = programme === 'JKP' && isBankrupt ? x.find(jkpBankruptArrearsMonths) : undefined;
  const toleratedMonths = bankrupt ?? x.read(limit);
  const { citation, confidence } = sourceOn(bankrupt === undefined ? limit : jkpBankruptArrearsMonths, date);
  const isTolerated = monthsUnpaid <= toleratedMonths;
  x.finding({
    id: 'membership.pu_arrears_tolerated',
    applies: isTolerated,
    because: isTolerated ? 'within' : 'beyond',
    text: texts.tolerance(monthsUnpaid, toleratedMonths),
    citation,
    confidence,
  });
  return {
    paidFirstBy: isTolerated ? 'bpjs' : 'employer',
    toleratedMonths,
    law: citation,
    isRead: confidence === 'quoted',
  };
}

function jhtPayer(x: Explanation, date: Day): Payer {
  if (date < BEGINNING) {
    throw new LawError('date.outOfRange', 'date', {
      came: date,
      accepted: { id: `mulai ${BEGINNING}`, en: `from ${BEGINNING}` },
    });
  }
  const isRead = x.find(jhtDespiteArrears) === true;
  const source = isRead
    ? sourceOn(jhtDespiteArrears, date)
    : ({ citation: JHT_LAW, confidence: 'convention' } as const);
  x.finding({
    id: 'membership.jht_in_arrears',
    applies: true,
    because: 'balance',
    text: texts.jht,
    ...source,
  });
  return { paidFirstBy: 'bpjs', toleratedMonths: null, law: source.citation, isRead };
}

function reimbursement(x: Explanation): Pick<PuArrears, 'reimbursement'> {
  const claimMonths = x.find(jkpReimbursementMonths);
  const workingDays = x.find(jkpReimbursementDays);
  return claimMonths === undefined || workingDays === undefined
    ? {}
    : { reimbursement: { claimMonths, workingDays } };
}

function settle(x: Explanation, contribution: Rupiah, monthsUnpaid: number): Settlement {
  const lateMonths = (monthsUnpaid * (monthsUnpaid + 1)) / 2;
  // The fine is computed on this product: what fits an amount here fits it there.
  amountOf('contribution', contribution, lateMonths);
  const contributions = amountOf('contribution', contribution, monthsUnpaid);
  x.step('membership.late_months', lateMonths, texts.lateMonths(monthsUnpaid, lateMonths), {
    confidence: 'convention',
  });
  const fine = x.include(latePenalty('PU', contribution, lateMonths)).penalty;
  const total = sum([contributions, fine]);
  x.step('membership.settlement', total, texts.settlement(contributions, fine, total));
  return { contributions, fine, total };
}
