import {
  firstDay,
  lesser,
  type Month,
  multiplyRatios,
  percent,
  type Rate,
  type Rupiah,
  ratio,
  ratioOf,
  roundRatio,
  rupiah,
  share,
  sum,
} from '@payung/kernel';
import { LawError } from '../engine/error.ts';
import { type Explained, Explanation } from '../engine/explain.ts';
import { type Citation, type Parameter, periodOn } from '../engine/parameter.ts';
import { productText } from '../engine/text.ts';
import { jpWageCap } from '../jp/parameters.ts';
import { type JkpFinancing, jkpFinancing } from './jkp.ts';
import {
  covidCharge,
  jhtEmployerRate,
  jhtWorkerRate,
  jkkRates,
  jkmRate,
  jpEmployerRate,
  jpWorkerRate,
  labourIntensiveCharge,
  type RiskClass,
  riskRateText,
} from './parameters.ts';
import { covidShare, labourIntensiveShare } from './relief.ts';
import * as texts from './texts.ts';

/** The programmes of a wage earner. */
export type PuProgramme = 'JKK' | 'JKM' | 'JHT' | 'JP' | 'JKP';

/** One month of one wage earner. */
export type PuContributionInput = {
  /** Base wage and fixed allowances of the month. */
  readonly wage: Rupiah;
  readonly month: Month;
  /** Required if JKK is asked. */
  readonly riskClass?: RiskClass;
  readonly programmes: readonly PuProgramme[];
  /** Whether the employer qualifies for the relief of PP 7/2025. Default false. */
  readonly labourIntensive?: boolean;
  /** Whether the contributions up to July 2020 are settled, as PP 49/2020 requires. Default true. */
  readonly arrearsFree?: boolean;
};

/** What worker and employer pay for one programme. */
export type Shares = { readonly worker: Rupiah; readonly employer: Rupiah };

/**
 * One month's contribution by programme, each absent if it was not asked. The totals add the rounded amounts; JKP is not
 * in them, since nobody pays it on top.
 */
export type PuContribution = {
  readonly month: Month;
  readonly JKK?: Rupiah;
  readonly JKM?: Rupiah;
  readonly JHT?: Shares;
  readonly JP?: Shares & { readonly base: Rupiah };
  readonly JKP?: JkpFinancing;
  readonly workerTotal: Rupiah;
  readonly employerTotal: Rupiah;
  readonly total: Rupiah;
};

const LAW: Citation = {
  law: 'PP 44/2015 Pasal 16 dan 18; PP 46/2015 Pasal 16; PP 45/2015 Pasal 28 dan 29',
};
const IN_FULL = percent('100');
const NOTHING = rupiah(0);

/**
 * Contribution of one wage earner (PU) for one month, explained.
 *
 * JKK and JKM are the employer's: wage × rate × share charged. JHT is shared and has no cap, JP is shared and counts the
 * wage up to the cap of the month. Every amount is rounded once to the nearest rupiah, halves up (our convention).
 *
 * @law PP 44/2015 Pasal 16, 18; PP 46/2015 Pasal 16; PP 45/2015 Pasal 28, 29; PP 49/2020; PP 7/2025; PP 36/2025 Pasal 10A
 * @throws LawError date.outOfRange before July 2015 (JKP: February 2021), parameter.unpublished for a JP cap that is not
 *   announced yet, input.missing if no programme is asked, or JKK without a risk class
 */
export function puContribution(input: PuContributionInput): Explained<PuContribution> {
  const { wage, month, riskClass, programmes, labourIntensive = false, arrearsFree = true } = input;
  if (programmes.length === 0) throw new LawError('input.missing', 'programmes');
  const asks = (programme: PuProgramme) => programmes.includes(programme);
  const x = new Explanation('contribution.pu', firstDay(month), 'month');

  const isRelievable = asks('JKK') || asks('JKM');
  const charged = isRelievable ? covidShare(x, month, arrearsFree) : IN_FULL;
  const JKK = asks('JKK') ? employmentInjury(x, input, riskClass, charged) : undefined;
  const JKM = asks('JKM') ? employerLine(x, 'JKM', wage, x.read(jkmRate), [charged]) : undefined;
  const JHT = asks('JHT') ? shares(x, 'JHT', wage, jhtWorkerRate, jhtEmployerRate) : undefined;
  const JP = asks('JP') ? pension(x, wage) : undefined;
  const isJkkRelieved = labourIntensive && periodOn(labourIntensiveCharge, firstDay(month)) !== undefined;
  const JKP = asks('JKP') ? x.include(jkpFinancing(wage, month, isJkkRelieved)) : undefined;

  const workerTotal = sum([JHT?.worker ?? NOTHING, JP?.worker ?? NOTHING]);
  const employerTotal = sum([
    JKK ?? NOTHING,
    JKM ?? NOTHING,
    JHT?.employer ?? NOTHING,
    JP?.employer ?? NOTHING,
  ]);
  const total = sum([workerTotal, employerTotal]);
  if (JP !== undefined) explainPostponedPension(x, month, arrearsFree, JP, total);

  const value: PuContribution = {
    month,
    ...(JKK !== undefined && { JKK }),
    ...(JKM !== undefined && { JKM }),
    ...(JHT !== undefined && { JHT }),
    ...(JP !== undefined && { JP }),
    ...(JKP !== undefined && { JKP }),
    workerTotal,
    employerTotal,
    total,
  };
  return x.result(value, texts.monthTotal(month, workerTotal, employerTotal, total), LAW);
}

function employmentInjury(
  x: Explanation,
  { wage, month, labourIntensive = false }: PuContributionInput,
  riskClass: RiskClass | undefined,
  covid: Rate,
): Rupiah {
  if (riskClass === undefined) throw new LawError('input.missing', 'riskClass');
  const { rate } = x.pick(
    jkkRates,
    (rates) => {
      const row = rates.find((candidate) => candidate.riskClass === riskClass);
      if (row === undefined) throw new LawError('input.range', 'riskClass');
      return row;
    },
    riskRateText,
  );
  return employerLine(x, 'JKK', wage, rate, [covid, labourIntensiveShare(x, month, labourIntensive)]);
}

/** wage × rate × shares charged, rounded once at the end. A share of 100 % is left out of the explanation. */
function employerLine(
  x: Explanation,
  programme: 'JKK' | 'JKM',
  wage: Rupiah,
  rate: Rate,
  charged: readonly Rate[],
): Rupiah {
  const rates = [rate, ...charged.filter((part) => part !== IN_FULL)];
  const amount = roundRatio(multiplyRatios(ratio(wage), ...rates.map(ratioOf)), 'halfUp');
  const text = productText(programme, wage, rates, amount);
  return x.step(`pu.${programme.toLowerCase()}`, amount, text, { rounding: 'halfUp' });
}

function pension(x: Explanation, wage: Rupiah): Shares & { readonly base: Rupiah } {
  const base = x.step('pu.jp.base', lesser(wage, x.read(jpWageCap)), texts.cappedWage('JP'));
  return { base, ...shares(x, 'JP', base, jpWorkerRate, jpEmployerRate) };
}

function shares(
  x: Explanation,
  programme: 'JHT' | 'JP',
  base: Rupiah,
  workerRate: Parameter<Rate>,
  employerRate: Parameter<Rate>,
): Shares {
  const line = (party: keyof Shares, parameter: Parameter<Rate>) => {
    const rate = x.read(parameter);
    const amount = share(base, rate, 'halfUp');
    const text = productText(texts.partOf(programme, party), base, [rate], amount);
    return x.step(`pu.${programme.toLowerCase()}.${party}`, amount, text, { rounding: 'halfUp' });
  };
  return {
    worker: line('worker', workerRate),
    employer: line('employer', employerRate),
  };
}

/** PP 49/2020 postponed most of JP. When it fell due was not read, so the month's JP is not settled. */
function explainPostponedPension(
  x: Explanation,
  month: Month,
  arrearsFree: boolean,
  JP: Shares,
  total: Rupiah,
): void {
  const postponed = periodOn(covidCharge, firstDay(month));
  if (postponed === undefined || !arrearsFree) return;
  const dueNow = [JP.worker, JP.employer].map((amount) => share(amount, postponed.value, 'halfUp'));
  const otherwise = rupiah(total - JP.worker - JP.employer + sum(dueNow));
  const text = texts.jpPostponed(otherwise);
  x.uncertainty({ id: 'pu.jp.postponed', text, changesResult: otherwise !== total, otherwise });
}
