import { type Day, lesser, type Rupiah, rupiah, sum } from '@payung/kernel';
import { amountOf } from '../engine/amount.ts';
import { type Explained, Explanation } from '../engine/explain.ts';
import {
  careClass,
  denturesCap,
  glassesCap,
  hearingAidCap,
  occupationalDiagnosis,
} from './care-parameters.ts';
import * as texts from './care-texts.ts';
import { PP_44_2015, PP_82_2019 } from './sources.ts';
import { paidCost } from './texts.ts';

/** The costs of care, in the order of the answer. */
export const CARE_COSTS = ['treatment', 'diagnosis', 'dentures', 'hearingAid', 'glasses'] as const;

/** One of the costs of care. */
export type CareCost = (typeof CARE_COSTS)[number];

/** What care after one accident cost, Rp 0 for what was not needed; `date` is the day of the accident or diagnosis. */
export type CareInput = Readonly<Record<CareCost, Rupiah>> & {
  readonly date: Day;
  /** The day of the care, not before `date`. */
  readonly careDate: Day;
  /** What the treatment costs in class I of a government hospital; absent if the member was in no higher class. */
  readonly classOneCost?: Rupiah;
  /** Whether the care was given in another country. */
  readonly abroad: boolean;
};

/** What is paid of each cost, and their sum; or that nothing of what was asked for was a benefit at that time. */
export type CareBenefit =
  | ({ readonly eligible: true; readonly total: Rupiah } & Readonly<Record<CareCost, Rupiah>>)
  | { readonly eligible: false; readonly because: readonly ['jkk.care.notYet'] };

/**
 * Medical care after a work accident, explained: treatment as needed up to class I without a cap in rupiah, diagnostics of an
 * occupational disease, and dentures, a hearing aid and glasses up to a cap for each.
 *
 * Transport, home care and rehabilitation are rules of their own. The law of the day of the accident decides; that a later
 * law might, for care that was given under it, is shown as open.
 *
 * @law PP 44/2015 Lampiran III, as amended by PP 82/2019
 * @throws LawError date.outOfRange before July 2015; input.range for a cost above Rp 10¹⁵
 */
export function medicalCare(input: CareInput): Explained<CareBenefit> {
  const x = new Explanation('benefit.jkk.care', input.date);
  x.read(careClass);
  const asked = CARE_COSTS.filter((name) => amountOf(name, input[name]) > 0);
  const limits = new Map(asked.map((name) => [name, limitOf(x, name, input)]));
  const pay = (name: CareCost): Rupiah => {
    const limit = limits.get(name);
    if (limit === undefined) return rupiah(0);
    const paid = lesser(input[name], limit);
    const { id, en } = texts.COSTS[name];
    return x.step(`jkk.care.${name}`, paid, paidCost(id, en, input[name], paid));
  };
  const treatment = pay('treatment');
  const diagnosis = pay('diagnosis');
  const dentures = pay('dentures');
  const hearingAid = pay('hearingAid');
  const glasses = pay('glasses');
  const total = sum([treatment, diagnosis, dentures, hearingAid, glasses]);
  const otherwise =
    input.careDate > input.date ? totalOf(medicalCare({ ...input, date: input.careDate })) : total;
  if (otherwise !== total) {
    const text = texts.careTransition(otherwise);
    x.uncertainty({ id: 'jkk.care_transition', text, changesResult: true, otherwise });
  }
  if (asked.length > 0 && asked.every((name) => limits.get(name) === undefined)) {
    return x.result({ eligible: false, because: ['jkk.care.notYet'] }, texts.notCovered, PP_44_2015);
  }
  if (dentures > 0 && denturesCap.periods.some(({ during }) => during.from > input.date)) {
    x.uncertainty({
      id: 'jkk.dentures_cap',
      text: texts.denturesUncertain,
      changesResult: true,
      otherwise: null,
    });
  }
  if (input.abroad) {
    x.uncertainty({
      id: 'jkk.care_abroad',
      text: texts.abroadUncertain,
      changesResult: total > 0,
      otherwise: rupiah(0),
    });
  }
  return x.result(
    { eligible: true, treatment, diagnosis, dentures, hearingAid, glasses, total },
    texts.care(total),
    PP_44_2015,
  );
}

/** The most that is paid of a cost that was asked for; undefined, and recorded, if it was no benefit yet. */
function limitOf(x: Explanation, name: CareCost, input: CareInput): Rupiah | undefined {
  const limit = inForce(x, name, input);
  if (limit === undefined) {
    x.finding({
      id: `jkk.care.${name}`,
      applies: false,
      because: 'jkk.care.notYet',
      text: texts.notYet(texts.COSTS[name]),
      citation: PP_82_2019,
      confidence: 'quoted',
    });
  }
  return limit;
}

function totalOf({ value }: Explained<CareBenefit>): Rupiah {
  return value.eligible ? value.total : rupiah(0);
}

function inForce(x: Explanation, name: CareCost, input: CareInput): Rupiah | undefined {
  switch (name) {
    case 'treatment':
      return input.classOneCost ?? input.treatment;
    case 'diagnosis':
      return x.find(occupationalDiagnosis) === undefined ? undefined : input.diagnosis;
    case 'dentures':
      return x.find(denturesCap);
    case 'hearingAid':
      return x.find(hearingAidCap);
    case 'glasses':
      return x.find(glassesCap);
  }
}
