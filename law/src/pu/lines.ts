import { type Fraction, percent, portion, productOf, type Rate, type Rupiah, rupiah } from '@payung/kernel';
import { LawError } from '../engine/error.ts';
import type { Explanation } from '../engine/explain.ts';
import { wholeText } from '../engine/input.ts';
import { jpWageCap } from '../jp/parameters.ts';
import type { PuConditions } from './contribution.ts';
import {
  jhtEmployerRate,
  jhtWorkerRate,
  jkkRates,
  jkmRate,
  jpEmployerRate,
  jpWorkerRate,
  riskRateText,
} from './parameters.ts';
import { labourIntensiveShare } from './relief.ts';

const RISK_CLASSES = wholeText(1, 5);

/** One line of a contribution: the rates its base is multiplied by, and their product. A share of 100 % is left out. */
export type Line = Fraction & { readonly rates: readonly Rate[] };

/** A line of the worker and one of the employer. */
export type SharedLine = { readonly worker: Line; readonly employer: Line };

/** JP counts the wage up to a cap. */
export type CappedLine = SharedLine & { readonly cap: Rupiah };

const IN_FULL = percent('100');

/** The formula of every line: base × rates, rounded once to the nearest rupiah with halves up (our convention). */
export function lineAmount(base: Rupiah, { numerator, denominator }: Fraction): Rupiah {
  return rupiah(portion(base, numerator, denominator));
}

/** The line that these rates make. */
export function lineOf(...rates: readonly Rate[]): Line {
  const kept = rates.filter((rate) => rate !== IN_FULL);
  return { rates: kept, ...productOf(...kept) };
}

/**
 * JKK, the employer's.
 *
 * @param covid the share that PP 49/2020 leaves to be charged
 * @throws LawError input.missing without a risk class, date.outOfRange before July 2015
 */
export function jkkLine(
  x: Explanation,
  { month, riskClass, labourIntensive = false }: Omit<PuConditions, 'programmes'>,
  covid: Rate,
): Line {
  if (riskClass === undefined) throw new LawError('input.missing', 'riskClass', { accepted: RISK_CLASSES });
  const { rate } = x.pick(
    jkkRates,
    (rates) => {
      const row = rates.find((candidate) => candidate.riskClass === riskClass);
      if (row === undefined) throw new LawError('input.range', 'riskClass', { accepted: RISK_CLASSES });
      return row;
    },
    riskRateText,
  );
  return lineOf(rate, covid, labourIntensiveShare(x, month, labourIntensive));
}

/** JKM, the employer's. */
export function jkmLine(x: Explanation, covid: Rate): Line {
  return lineOf(x.read(jkmRate), covid);
}

/** JHT, on the whole wage. */
export function jhtLine(x: Explanation): SharedLine {
  return { worker: lineOf(x.read(jhtWorkerRate)), employer: lineOf(x.read(jhtEmployerRate)) };
}

/**
 * JP, on the wage up to the cap.
 *
 * @throws LawError parameter.unpublished for a month whose cap is not announced yet
 */
export function jpLine(x: Explanation): CappedLine {
  const cap = x.read(jpWageCap);
  return { cap, worker: lineOf(x.read(jpWorkerRate)), employer: lineOf(x.read(jpEmployerRate)) };
}
