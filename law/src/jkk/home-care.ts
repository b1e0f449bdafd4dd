import { addRatios, type Day, lesser, type Rupiah, ratio, rupiah } from '@payung/kernel';
import { amountOf } from '../engine/amount.ts';
import { type Explained, Explanation } from '../engine/explain.ts';
import { laterDay } from '../engine/later.ts';
import { careClass, homeCareCap, homeCareMonths } from './care-parameters.ts';
import * as texts from './care-texts.ts';
import { PP_82_2019 } from './sources.ts';
import { paidCost, transitionUncertain } from './texts.ts';

/** Home care after one accident. */
export type HomeCareInput = {
  /** The day of the accident. */
  readonly date: Day;
  /** The first day of home care, not before `date`. */
  readonly from: Day;
  /** What each month of home care cost, beginning with the first. */
  readonly costs: readonly Rupiah[];
};

/** What is paid for home care, or that it was no benefit yet. `counted` is the cost of the months within time. */
export type HomeCareBenefit =
  | { readonly eligible: true; readonly counted: Rupiah; readonly total: Rupiah }
  | { readonly eligible: false; readonly because: readonly ['jkk.homeCare.notYet'] };

/**
 * Home care of a member who need not or cannot stay in hospital, explained: the cost of the first twelve months, up to a cap on
 * all of them together. A benefit only for accidents since PP 82/2019. That a doctor ordered it is not tested here.
 *
 * @law PP 82/2019 Lampiran III
 * @throws LawError date.outOfRange before July 2015; input.range for costs above Rp 10¹⁵
 */
export function homeCare({ date, from, costs }: HomeCareInput): Explained<HomeCareBenefit> {
  const x = new Explanation('benefit.jkk.homeCare', date);
  x.read(careClass);
  const cap = x.find(homeCareCap);
  if (cap === undefined) {
    x.finding({
      id: 'jkk.homeCare',
      applies: false,
      because: 'jkk.homeCare.notYet',
      text: texts.notYet(texts.HOME_CARE),
      citation: PP_82_2019,
      confidence: 'quoted',
    });
    noteTransition(x, { date, from, costs });
    return x.result({ eligible: false, because: ['jkk.homeCare.notYet'] }, texts.notCovered, PP_82_2019);
  }
  const most = x.read(homeCareMonths);
  const counted = sumOf(costs.slice(0, most));
  x.step('jkk.homeCare.counted', counted, texts.withinTime(costs.length, most, counted));
  const total = lesser(counted, cap);
  const { id, en } = texts.HOME_CARE;
  x.step('jkk.homeCare', total, paidCost(id, en, counted, total));
  return x.result({ eligible: true, counted, total }, texts.homeCare(total), PP_82_2019);
}

/** Home care that went on, or began, when it had become a benefit. */
function noteTransition(x: Explanation, { date, from, costs }: HomeCareInput): void {
  const since = homeCareCap.periods[0]?.during.from;
  if (since === undefined || since <= date) return;
  const isBefore = (month: number) => laterDay(from, { months: month }, 'from') < since;
  const later = costs.map((cost, month) => (isBefore(month) ? rupiah(0) : cost));
  const { value } = homeCare({ date: since, from, costs: later });
  const otherwise = value.eligible ? value.total : rupiah(0);
  if (otherwise === 0) return;
  const text = transitionUncertain(otherwise);
  x.uncertainty({ id: 'jkk.homeCare_transition', text, changesResult: true, otherwise });
}

function sumOf(costs: readonly Rupiah[]): Rupiah {
  return amountOf('costs', addRatios(...costs.map((cost) => ratio(cost))));
}
