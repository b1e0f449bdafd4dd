import { firstDay, lesser, type Month, percent, type Rupiah, rupiah, share, sum } from '@payung/kernel';
import { LawError } from '../engine/error.ts';
import { type Explained, Explanation } from '../engine/explain.ts';
import { type Citation, periodOn } from '../engine/parameter.ts';
import { productText, type Text, wordsText } from '../engine/text.ts';
import { type JkpFinancing, jkpFinancing } from './jkp.ts';
import { jhtLine, jkkLine, jkmLine, jpLine, type Line, lineAmount, type SharedLine } from './lines.ts';
import { covidCharge, labourIntensiveCharge, type RiskClass } from './parameters.ts';
import { covidShare } from './relief.ts';
import * as texts from './texts.ts';

/** The programmes of a wage earner. */
export type PuProgramme = 'JKK' | 'JKM' | 'JHT' | 'JP' | 'JKP';

/** Every programme that can be asked for. */
export const PROGRAMMES: readonly PuProgramme[] = ['JKK', 'JKM', 'JHT', 'JP', 'JKP'];

/** What decides the lines of one month: everything but the wage. */
export type PuConditions = {
  readonly month: Month;
  /** Required if JKK is asked. */
  readonly riskClass?: RiskClass;
  readonly programmes: readonly PuProgramme[];
  /** Whether the employer qualifies for the relief of PP 7/2025. Default false. */
  readonly labourIntensive?: boolean;
  /** Whether the contributions up to July 2020 are settled, as PP 49/2020 requires. Default true. */
  readonly arrearsFree?: boolean;
};

/** One month of one wage earner. */
export type PuContributionInput = PuConditions & {
  /** Base wage and fixed allowances of the month. */
  readonly wage: Rupiah;
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
  const { wage, month, programmes, labourIntensive = false, arrearsFree = true } = input;
  if (programmes.length === 0)
    throw new LawError('input.missing', 'programmes', { accepted: wordsText(PROGRAMMES) });
  const asks = (programme: PuProgramme) => programmes.includes(programme);
  const x = new Explanation('contribution.pu', firstDay(month), 'month');

  const isRelievable = asks('JKK') || asks('JKM');
  const covid = isRelievable ? covidShare(x, month, arrearsFree) : IN_FULL;
  const JKK = asks('JKK') ? employerPart(x, 'JKK', wage, jkkLine(x, input, covid)) : undefined;
  const JKM = asks('JKM') ? employerPart(x, 'JKM', wage, jkmLine(x, covid)) : undefined;
  const JHT = asks('JHT') ? bothParts(x, 'JHT', wage, jhtLine(x)) : undefined;
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

function pension(x: Explanation, wage: Rupiah): Shares & { readonly base: Rupiah } {
  const line = jpLine(x);
  const base = x.step('pu.jp.base', lesser(wage, line.cap), texts.cappedWage('JP'));
  return { base, ...bothParts(x, 'JP', base, line) };
}

function bothParts(x: Explanation, programme: 'JHT' | 'JP', base: Rupiah, line: SharedLine): Shares {
  const id = `pu.${programme.toLowerCase()}`;
  return {
    worker: part(x, `${id}.worker`, texts.partOf(programme, 'worker'), base, line.worker),
    employer: part(x, `${id}.employer`, texts.partOf(programme, 'employer'), base, line.employer),
  };
}

function employerPart(x: Explanation, programme: 'JKK' | 'JKM', wage: Rupiah, line: Line): Rupiah {
  return part(x, `pu.${programme.toLowerCase()}`, programme, wage, line);
}

function part(x: Explanation, id: string, name: string | Text, base: Rupiah, line: Line): Rupiah {
  const amount = lineAmount(base, line);
  return x.step(id, amount, productText(name, base, line.rates, amount), { rounding: 'halfUp' });
}

/** PP 49/2020 postponed most of JP for some employers. Which is not asked, so the month's JP is not settled. */
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
