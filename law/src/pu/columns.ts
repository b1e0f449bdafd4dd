import { firstDay, type Month, monthsThrough, type Rate, smallPortion } from '@payung/kernel';
import {
  COLUMN_LIMITS,
  type ColumnRule,
  type Columns,
  columnFraction,
  lowerOf,
  type Results,
  type Weighted,
  weighted,
} from '../engine/columns.ts';
import { LawError } from '../engine/error.ts';
import { Explanation } from '../engine/explain.ts';
import type { PuConditions, PuProgramme } from './contribution.ts';
import { jhtLine, jkkLine, jkmLine, jpLine, type Line } from './lines.ts';
import type { RiskClass } from './parameters.ts';
import { covidShare } from './relief.ts';

/** The months that are charged, both included, at the same wage; and the programmes. JKP is charged to nobody. */
export type PuShared = {
  readonly months: { readonly from: Month; readonly to: Month };
  readonly programmes: readonly Exclude<PuProgramme, 'JKP'>[];
};

type Field = 'wage' | 'riskClass' | 'labourIntensive' | 'arrearsFree';

const RESULTS = [
  'JKK',
  'JKM',
  'JHT.worker',
  'JHT.employer',
  'JP.worker',
  'JP.employer',
  'workerTotal',
  'employerTotal',
  'total',
] as const;
type Result = (typeof RESULTS)[number];

/** The lines of every kind of worker, at the place that `kindOf` gives: a rate depends on the risk class and the reliefs. */
type LinesByKind = { readonly numerators: Float64Array; readonly denominators: Float64Array };

/** A line on the wage up to a cap; without one, the cap is the highest wage of a column. */
type CappedLine = { readonly cap: number; readonly line: Line };

const RISK_CLASSES: readonly RiskClass[] = [1, 2, 3, 4, 5];

// What a block reads and writes stays in the processor's cache from one line to the next.
const BLOCK = 2_048;

/** `contribution.pu` for a population: sums over the months, each month rounded by itself. */
export const puColumns: ColumnRule<PuShared, Field, Result> = {
  id: 'contribution.pu',
  fields: {
    wage: { kind: 'whole', least: 1, most: COLUMN_LIMITS.money },
    riskClass: { kind: 'word', words: RISK_CLASSES },
    labourIntensive: { kind: 'flag', otherwise: 0 },
    arrearsFree: { kind: 'flag', otherwise: 1 },
  },
  results: RESULTS,
  prepare({ months: { from, to }, programmes }) {
    const months = monthsThrough(from, to);
    if (months.length === 0) throw new LawError('input.combination', 'months.to');
    if (programmes.length === 0) throw new LawError('input.missing', 'programmes');
    const of = <L>(programme: PuShared['programmes'][number], lineIn: (month: Month) => L) =>
      programmes.includes(programme) ? weighted(months.map(lineIn)) : [];
    const uncapped = (party: 'worker' | 'employer') => (month: Month) => ({
      cap: COLUMN_LIMITS.money,
      line: columnFraction(jhtLine(explanationOf(month))[party]),
    });
    const capped = (party: 'worker' | 'employer') => (month: Month) => {
      const { cap, ...lines } = jpLine(explanationOf(month));
      return { cap, line: columnFraction(lines[party]) };
    };

    const byKind: readonly [Result, readonly Weighted<LinesByKind>[]][] = [
      ['JKK', of('JKK', (month) => linesByKind(month, (x, kind, covid) => jkkLine(x, kind, covid)))],
      ['JKM', of('JKM', (month) => linesByKind(month, (x, _, covid) => jkmLine(x, covid)))],
    ];
    const forAll: readonly [Result, readonly Weighted<CappedLine>[]][] = [
      ['JHT.worker', of('JHT', uncapped('worker'))],
      ['JHT.employer', of('JHT', uncapped('employer'))],
      ['JP.worker', of('JP', capped('worker'))],
      ['JP.employer', of('JP', capped('employer'))],
    ];
    return (people, results, first, until) => {
      for (let start = first; start < until; start += BLOCK) {
        const end = Math.min(start + BLOCK, until);
        for (const [name, lines] of byKind) {
          if (lines.length === 0) results[name].fill(0, start, end);
          for (const [n, { months: count, line }] of lines.entries())
            addByKind(people, results[name], n > 0, count, line, start, end);
        }
        for (const [name, lines] of forAll) {
          if (lines.length === 0) results[name].fill(0, start, end);
          for (const [n, { months: count, line }] of lines.entries())
            addCapped(people.wage, results[name], n > 0, count, line, start, end);
        }
        addTotals(results, start, end);
      }
    };
  },
};

function linesByKind(
  month: Month,
  lineOf: (x: Explanation, kind: Omit<PuConditions, 'programmes'>, covid: Rate) => Line,
): LinesByKind {
  const numerators: number[] = [];
  const denominators: number[] = [];
  for (const arrearsFree of [false, true]) {
    for (const labourIntensive of [false, true]) {
      for (const riskClass of RISK_CLASSES) {
        const x = explanationOf(month);
        const covid = covidShare(x, month, arrearsFree);
        const line = columnFraction(lineOf(x, { month, riskClass, labourIntensive }, covid));
        numerators.push(line.numerator);
        denominators.push(line.denominator);
      }
    }
  }
  return { numerators: Float64Array.from(numerators), denominators: Float64Array.from(denominators) };
}

/** The place of a kind of worker in `LinesByKind`. */
function kindOf(riskClass: number, labourIntensive: number, arrearsFree: number): number {
  return riskClass + RISK_CLASSES.length * (labourIntensive + 2 * arrearsFree);
}

function explanationOf(month: Month): Explanation {
  return new Explanation('contribution.pu', firstDay(month), 'months');
}

function addByKind(
  { wage, riskClass, labourIntensive, arrearsFree }: Columns<Field>,
  result: Float64Array,
  isMore: boolean,
  months: number,
  { numerators, denominators }: LinesByKind,
  start: number,
  end: number,
): void {
  for (let i = start; i < end; i++) {
    const kind = kindOf(riskClass[i] ?? 0, labourIntensive[i] ?? 0, arrearsFree[i] ?? 0);
    const amount = smallPortion(wage[i] ?? 0, numerators[kind] ?? 0, denominators[kind] ?? 1);
    result[i] = (isMore ? (result[i] ?? 0) : 0) + months * amount;
  }
}

function addCapped(
  wage: Columns<Field>['wage'],
  result: Float64Array,
  isMore: boolean,
  months: number,
  { cap, line: { numerator, denominator } }: CappedLine,
  start: number,
  end: number,
): void {
  for (let i = start; i < end; i++) {
    const amount = smallPortion(lowerOf(wage[i] ?? 0, cap), numerator, denominator);
    result[i] = (isMore ? (result[i] ?? 0) : 0) + months * amount;
  }
}

function addTotals(results: Results<Result>, start: number, end: number): void {
  const { JKK, JKM, workerTotal, employerTotal, total } = results;
  const jhtWorker = results['JHT.worker'];
  const jhtEmployer = results['JHT.employer'];
  const jpWorker = results['JP.worker'];
  const jpEmployer = results['JP.employer'];
  for (let i = start; i < end; i++) {
    const worker = (jhtWorker[i] ?? 0) + (jpWorker[i] ?? 0);
    const employer = (JKK[i] ?? 0) + (JKM[i] ?? 0) + (jhtEmployer[i] ?? 0) + (jpEmployer[i] ?? 0);
    workerTotal[i] = worker;
    employerTotal[i] = employer;
    total[i] = worker + employer;
  }
}
