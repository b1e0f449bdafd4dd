import { type Day, type Rupiah, sum } from '@payung/kernel';
import { amountOf } from '../engine/amount.ts';
import { LawError } from '../engine/error.ts';
import { type Explained, Explanation } from '../engine/explain.ts';
import { wholeText } from '../engine/input.ts';
import { type Citation, periodOn, sourceOn } from '../engine/parameter.ts';
import { isDoubtful, unsettledDayText } from '../engine/unsettled-day.ts';
import { PERMENAKER_1_2025_DAY } from '../register/permenaker-1-2025.ts';
import { grantsPaid } from './formula.ts';
import { bpuWaitingMonths, deathGrant, funeralCost, funeralsPaid, periodicBenefit } from './parameters.ts';
import * as texts from './texts.ts';

/** The segments whose members have JKM under PP 44/2015; migrant workers have a table of their own. */
export type JkmSegment = 'PU' | 'BPU' | 'JAKON';

/** Why JKM pays nothing. */
export type JkmRefusal = 'jkm.workAccident' | 'membership.inactive';

/** One death. */
export type JkmInput = {
  /** The day of the death. */
  readonly date: Day;
  readonly segment: JkmSegment;
  /**
   * Completed months of membership. Needed for BPU once the waiting period is in force, otherwise of no effect. How the
   * months of a reactivated member count is not established; the caller counts them.
   */
  readonly membershipMonths?: number;
  /** Memberships of the member on that day, at least 1. */
  readonly memberships: number;
  readonly cause: 'other' | 'workAccident';
  /** Whether the membership was active on that day. A member in arrears of up to three months still is. */
  readonly active: boolean;
};

/** What the heirs get, or all reasons why they get nothing. */
export type JkmBenefit =
  | {
      readonly eligible: true;
      readonly santunan: Rupiah;
      readonly berkala: Rupiah;
      readonly funeral: Rupiah;
      readonly total: Rupiah;
    }
  | { readonly eligible: false; readonly because: readonly JkmRefusal[] };

type Amounts = Omit<JkmBenefit & { eligible: true }, 'eligible'>;

/** What Permenaker 1/2025 brought; undefined where it is not in force or does not concern the member. */
type NewTerms = { readonly waitingMonths: number | undefined; readonly funerals: number | undefined };

const RULE = 'benefit.jkm';
const LAW: Citation = { law: 'PP 44/2015', article: 'Pasal 34' };
const DEFINITION: Citation = { law: 'UU 40/2004', article: 'Pasal 43–46' };
/** The waiting period before Permenaker 1/2025. */
export const NO_WAITING = 0;
const BEFORE: NewTerms = { waitingMonths: undefined, funerals: undefined };

/**
 * Death benefit (JKM), explained: death grant, periodic benefit and funeral, once for each membership.
 *
 * Since Permenaker 1/2025 the heirs of a BPU member of fewer than three completed months get the funeral only, and the
 * funeral is paid once however many memberships there were. Scholarships are not part of it.
 *
 * @law PP 44/2015 Pasal 34, as amended by PP 82/2019; Permenaker 5/2021 Pasal 97A and 101, as amended by Permenaker 1/2025
 * @throws LawError date.outOfRange before July 2015; input.missing if BPU needs `membershipMonths`; input.range if an
 *   amount is above Rp 10¹⁵
 */
export function jkmBenefit(input: JkmInput): Explained<JkmBenefit> {
  const x = new Explanation(RULE, input.date);
  x.checkInForce(deathGrant);
  const hasWaiting = input.segment === 'BPU' && periodOn(bpuWaitingMonths, input.date) !== undefined;
  if (hasWaiting && input.membershipMonths === undefined) {
    throw new LawError('input.missing', 'membershipMonths', { accepted: wholeText() });
  }
  const because = refusals(x, input);
  if (because.length > 0) return x.result({ eligible: false, because }, texts.refused, DEFINITION);

  const single = {
    santunan: x.read(deathGrant),
    berkala: x.read(periodicBenefit),
    funeral: x.read(funeralCost),
  };
  const terms: NewTerms = {
    waitingMonths: input.segment === 'BPU' ? x.find(bpuWaitingMonths) : undefined,
    funerals: input.memberships > 1 ? x.find(funeralsPaid) : undefined,
  };
  if (terms.waitingMonths !== undefined) {
    const applies = isWaiting(input, terms);
    x.finding({
      id: 'jkm.bpu_waiting',
      applies,
      because: applies ? 'membershipMonths' : 'completed',
      text: texts.waiting(applies, input.membershipMonths ?? 0, terms.waitingMonths),
      ...sourceOn(bpuWaitingMonths, input.date),
    });
  }
  const amounts = amountsOf(single, input, terms);
  x.step('jkm.santunan', amounts.santunan, texts.part('Santunan kematian', 'Death grant', amounts.santunan));
  x.step('jkm.berkala', amounts.berkala, texts.part('Santunan berkala', 'Periodic benefit', amounts.berkala));
  x.step('jkm.funeral', amounts.funeral, texts.part('Biaya pemakaman', 'Funeral', amounts.funeral));
  noteOpenQuestions(x, input, terms, amounts.total, (other) => amountsOf(single, input, other).total);
  return x.result({ eligible: true, ...amounts }, texts.total(amounts.total), LAW);
}

function refusals(x: Explanation, { cause, active }: JkmInput): JkmRefusal[] {
  const found: JkmRefusal[] = [];
  if (cause === 'workAccident') {
    found.push('jkm.workAccident');
    x.finding({
      id: 'jkm.cause',
      applies: true,
      because: 'jkm.workAccident',
      text: texts.workAccident,
      citation: DEFINITION,
      confidence: 'known',
    });
  }
  if (!active) {
    found.push('membership.inactive');
    x.finding({
      id: 'jkm.membership',
      applies: true,
      because: 'membership.inactive',
      text: texts.inactive,
      citation: { law: 'PP 44/2015' },
      confidence: 'secondary',
    });
  }
  return found;
}

function isWaiting(input: JkmInput, terms: NewTerms): boolean {
  return grantsUnder(input, terms) === 0;
}

function grantsUnder({ memberships, segment, membershipMonths = 0 }: JkmInput, terms: NewTerms): number {
  return grantsPaid(memberships, segment === 'BPU', membershipMonths, terms.waitingMonths ?? NO_WAITING);
}

function amountsOf(single: Omit<Amounts, 'total'>, input: JkmInput, terms: NewTerms): Amounts {
  const grants = grantsUnder(input, terms);
  const funerals = Math.min(input.memberships, terms.funerals ?? input.memberships);
  const santunan = amountOf('memberships', single.santunan, grants);
  const berkala = amountOf('memberships', single.berkala, grants);
  const funeral = amountOf('memberships', single.funeral, funerals);
  return { santunan, berkala, funeral, total: sum([santunan, berkala, funeral]) };
}

function noteOpenQuestions(
  x: Explanation,
  input: JkmInput,
  terms: NewTerms,
  total: Rupiah,
  totalUnder: (other: NewTerms) => Rupiah,
): void {
  if (isDoubtful(PERMENAKER_1_2025_DAY, input.date)) {
    const other = periodOn(bpuWaitingMonths, input.date) === undefined ? afterwards() : BEFORE;
    // Before the placeholder the months of a BPU member need not be given, and the later law cannot be applied without them.
    const unknown = input.segment === 'BPU' && input.membershipMonths === undefined;
    const otherwise = unknown ? null : totalUnder(other);
    x.uncertainty({
      id: 'jkm.permenaker_1_2025_day',
      text: unsettledDayText(PERMENAKER_1_2025_DAY, otherwise, texts.dependsOnMonths),
      changesResult: otherwise !== total,
      otherwise,
    });
  }
  if (terms.funerals !== undefined) {
    const otherwise = totalUnder({ ...terms, funerals: undefined });
    x.uncertainty({
      id: 'jkm.memberships',
      text: texts.membershipsUncertain(otherwise),
      changesResult: otherwise !== total,
      otherwise,
    });
  }
}

function afterwards(): NewTerms {
  return { waitingMonths: bpuWaitingMonths.periods[0]?.value, funerals: funeralsPaid.periods[0]?.value };
}
