import { firstDay, type Month, type Rupiah, rupiah } from '@payung/kernel';
import { bpuContribution } from '../bpu/contribution.ts';
import type { Payer } from '../bpu/relief.ts';
import { LawError } from '../engine/error.ts';
import { type Explained, Explanation } from '../engine/explain.ts';
import { wholeText } from '../engine/input.ts';
import { type Citation, citationOf } from '../engine/parameter.ts';
import { puContribution } from '../pu/contribution.ts';
import {
  type BodyEnrolment,
  isInForce,
  type LocalRule,
  type VillageBody,
  type VillageInstitution,
  type VillageOfficial,
} from './local-rule.ts';
import * as texts from './village-body-texts.ts';

/** One person of a village body, for one month. */
export type VillageBodyInput = {
  readonly body: VillageBody;
  readonly month: Month;
  /** Fixed income (siltap) or allowance of the month. Not needed if the local rule fixes the base. */
  readonly wage?: Rupiah;
  /**
   * Who pays a BPU contribution. Absent: the village, as government; whether Dana Desa and ADD are "APBD" is then said to be
   * open where it changes the amount.
   */
  readonly payer?: Payer;
  readonly localRule?: LocalRule;
};

/** JKK and JKM of one month in a segment. */
export type BodyOption =
  | {
      readonly segment: 'PU';
      readonly riskClass: 1;
      readonly base: Rupiah;
      readonly JKK: Rupiah;
      readonly JKM: Rupiah;
      readonly total: Rupiah;
    }
  | {
      readonly segment: 'BPU';
      readonly band: number;
      readonly base: Rupiah;
      readonly JKK: Rupiah;
      readonly JKM: Rupiah;
      readonly total: Rupiah;
    };

/** The segment and its cost, or, where the region has not chosen, every option with its cost. */
export type VillageBodyAnswer =
  | ({ readonly decided: true } & BodyOption)
  | {
      readonly decided: false;
      readonly because: readonly ['villageBody.noLocalChoice' | 'villageBody.notInForce'];
      readonly options: readonly BodyOption[];
    };

const OFFICIALS: Citation = { law: 'UU 6/2014 jo. UU 3/2024' };
const SILTAP: Citation = { law: 'PP 11/2019' };
const COUNCIL: Citation = { law: 'Permendagri 110/2016' };
const INSTITUTIONS: Citation = { law: 'Permendagri 18/2018' };
const RISK: Citation = { law: 'PP 44/2015 jo. PP 82/2019', article: 'Lampiran I' };
const NOTHING = rupiah(0);

/**
 * In which segment a member of a village body is enrolled and what JKK and JKM cost for a month, explained.
 *
 * Perangkat desa are wage earners on their fixed income in risk class I, and the village head shares that cover. For the
 * council and the community institutions the law leaves it open: the region's choice is answered, and without one every
 * option with its cost. Further programmes of wage earners are `contribution.pu`.
 *
 * @law UU 6/2014, as amended by UU 3/2024; PP 11/2019; Permendagri 110/2016; Permendagri 18/2018; PP 44/2015 Lampiran I
 * @throws LawError date.outOfRange before July 2015, input.missing at `wage` if the local rule fixes no base
 */
export function villageBody(input: VillageBodyInput): Explained<VillageBodyAnswer> {
  const { body, month } = input;
  const x = new Explanation('membership.villageBody', firstDay(month), 'month');
  return isOfficial(body) ? official(x, input, body) : institution(x, input, body);
}

function isOfficial(body: VillageBody): body is VillageOfficial {
  return body === 'kepalaDesa' || body === 'perangkatDesa';
}

function official(
  x: Explanation,
  input: VillageBodyInput,
  body: VillageOfficial,
): Explained<VillageBodyAnswer> {
  const known = { applies: true, because: 'applied', confidence: 'known' } as const;
  x.finding({ id: 'region.village_official', text: texts.official[body], citation: OFFICIALS, ...known });
  const base = baseOf(input, enrolmentOf(input));
  x.finding({ id: 'region.siltap', text: texts.siltap(base), citation: SILTAP, ...known });
  const option = asWageEarner(x, input.month, base);
  return x.result({ decided: true, ...option }, texts.total(body, 'PU', option.total), OFFICIALS);
}

function institution(
  x: Explanation,
  input: VillageBodyInput,
  body: VillageInstitution,
): Explained<VillageBodyAnswer> {
  const { localRule, month, payer } = input;
  const enrolment = enrolmentOf(input);
  const base = baseOf(input, enrolment);
  if (localRule !== undefined && enrolment !== undefined) {
    const { segment } = enrolment;
    const citation = citationOf(localRule.source);
    const { confidence } = localRule.source;
    const text = texts.chosen(body, segment, base);
    x.finding({ id: 'region.local_choice', applies: true, because: 'applied', text, citation, confidence });
    const option = segment === 'PU' ? asWageEarner(x, month, base) : asNonWage(x, month, base, payer);
    return x.result({ decided: true, ...option }, texts.total(body, segment, option.total), citation);
  }
  const [pu, bpu] = [asWageEarner(x, month, base), asNonWage(x, month, base, payer)];
  x.uncertainty({
    id: 'region.body_segment',
    text: texts.open(body, pu.total, bpu.total),
    changesResult: true,
    otherwise: null,
  });
  const isLate = localRule !== undefined && !isInForce(localRule, firstDay(month));
  const because = isLate ? 'villageBody.notInForce' : 'villageBody.noLocalChoice';
  const law = body === 'BPD' ? COUNCIL : INSTITUTIONS;
  return x.result({ decided: false, because: [because], options: [pu, bpu] }, texts.undecided(body), law);
}

/** What a rule in force says of the body; undefined if it says nothing. */
function enrolmentOf({ body, month, localRule }: VillageBodyInput): BodyEnrolment | undefined {
  if (localRule === undefined || !isInForce(localRule, firstDay(month))) return undefined;
  return localRule.bodies?.find((enrolment) => enrolment.body === body);
}

function baseOf({ wage }: VillageBodyInput, enrolment: BodyEnrolment | undefined): Rupiah {
  const base = enrolment?.base ?? wage;
  if (base === undefined) throw new LawError('input.missing', 'wage', { accepted: wholeText(1) });
  return base;
}

function asWageEarner(x: Explanation, month: Month, base: Rupiah): BodyOption & { segment: 'PU' } {
  x.finding({
    id: 'region.risk_class',
    applies: true,
    because: 'applied',
    text: texts.riskClass,
    citation: RISK,
    confidence: 'derived',
  });
  const contribution = x.include(
    puContribution({ wage: base, month, riskClass: 1, programmes: ['JKK', 'JKM'] }),
  );
  const { JKK = NOTHING, JKM = NOTHING, total } = contribution;
  return { segment: 'PU', riskClass: 1, base, JKK, JKM, total };
}

function asNonWage(
  x: Explanation,
  month: Month,
  income: Rupiah,
  payer: Payer | undefined,
): BodyOption & { segment: 'BPU' } {
  const { band, base, JKK, JKM, total } = x.include(
    bpuContribution({
      month,
      income,
      sector: 'other',
      payer: payer ?? 'government',
      payerCertainty: payer === undefined ? 'uncertain' : 'settled',
      programmes: ['JKK', 'JKM'],
    }),
  );
  return { segment: 'BPU', band, base, JKK, JKM, total };
}
