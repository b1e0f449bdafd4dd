import { type Fraction, firstDay, type Month, monthsThrough, type Rate, smallPortion } from '@payung/kernel';
import {
  COLUMN_LIMITS,
  type ColumnRule,
  type Columns,
  columnFraction,
  lowerOf,
  type Results,
  weighted,
} from '../engine/columns.ts';
import { LawError } from '../engine/error.ts';
import { Explanation } from '../engine/explain.ts';
import type { PuConditions, PuProgramme } from './contribution.ts';
import { jhtLine, jkkLine, jkmLine, jpLine } from './lines.ts';
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

/** The employer's two lines of every kind of worker, at the place that `kindOf` gives: they depend on class and reliefs. */
type EmployerTerms = { readonly jkk: Fractions; readonly jkm: Fractions };
type Fractions = { readonly numerators: Float64Array; readonly denominators: Float64Array };

/** Two lines on the wage up to a cap; without one, the cap is the highest wage of a column. */
type SharedTerms = { readonly cap: number; readonly worker: Fraction; readonly employer: Fraction };

/** The line of a programme that was not asked. */
const NOTHING: Fraction = { numerator: 0, denominator: 1 };
const NO_SHARES: SharedTerms = { cap: 0, worker: NOTHING, employer: NOTHING };

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
    const asks = (programme: PuShared['programmes'][number]) => programmes.includes(programme);
    const employers = weighted(
      months.map((month) => ({
        jkk: asks('JKK') ? byKind(month, jkkLine) : byKind(month, () => NOTHING),
        jkm: asks('JKM') ? byKind(month, (x, _, covid) => jkmLine(x, covid)) : byKind(month, () => NOTHING),
      })),
    );
    const savings = weighted(months.map((month) => (asks('JHT') ? savingsIn(month) : NO_SHARES)));
    const pensions = weighted(months.map((month) => (asks('JP') ? pensionIn(month) : NO_SHARES)));

    return (people, results, first, until) => {
      for (let start = first; start < until; start += BLOCK) {
        const end = Math.min(start + BLOCK, until);
        for (const [n, { months: count, line }] of employers.entries()) {
          addEmployers(people, results, n > 0, count, line, start, end);
        }
        for (const [n, { months: count, line }] of savings.entries()) {
          addShared(
            people.wage,
            results['JHT.worker'],
            results['JHT.employer'],
            n > 0,
            count,
            line,
            start,
            end,
          );
        }
        for (const [n, { months: count, line }] of pensions.entries()) {
          addShared(
            people.wage,
            results['JP.worker'],
            results['JP.employer'],
            n > 0,
            count,
            line,
            start,
            end,
          );
        }
        addTotals(results, start, end);
      }
    };
  },
};

function savingsIn(month: Month): SharedTerms {
  const { worker, employer } = jhtLine(explanationOf(month));
  return { cap: COLUMN_LIMITS.money, worker: columnFraction(worker), employer: columnFraction(employer) };
}

function pensionIn(month: Month): SharedTerms {
  const { cap, worker, employer } = jpLine(explanationOf(month));
  return { cap, worker: columnFraction(worker), employer: columnFraction(employer) };
}

function byKind(
  month: Month,
  lineOf: (x: Explanation, kind: Omit<PuConditions, 'programmes'>, covid: Rate) => Fraction,
): Fractions {
  const lines = [false, true].flatMap((arrearsFree) =>
    [false, true].flatMap((labourIntensive) =>
      RISK_CLASSES.map((riskClass) => {
        const x = explanationOf(month);
        const covid = covidShare(x, month, arrearsFree);
        return columnFraction(lineOf(x, { month, riskClass, labourIntensive }, covid));
      }),
    ),
  );
  return {
    numerators: Float64Array.from(lines, ({ numerator }) => numerator),
    denominators: Float64Array.from(lines, ({ denominator }) => denominator),
  };
}

/** The place of a kind of worker in `LinesByKind`. */
function kindOf(riskClass: number, labourIntensive: number, arrearsFree: number): number {
  return riskClass + RISK_CLASSES.length * (labourIntensive + 2 * arrearsFree);
}

function explanationOf(month: Month): Explanation {
  return new Explanation('contribution.pu', firstDay(month), 'months');
}

function addEmployers(
  { wage, riskClass, labourIntensive, arrearsFree }: Columns<Field>,
  { JKK, JKM }: Results<Result>,
  isMore: boolean,
  months: number,
  { jkk, jkm }: EmployerTerms,
  start: number,
  end: number,
): void {
  const { numerators: jkkNumerators, denominators: jkkDenominators } = jkk;
  const { numerators: jkmNumerators, denominators: jkmDenominators } = jkm;
  for (let i = start; i < end; i++) {
    const base = wage[i] ?? 0;
    const kind = kindOf(riskClass[i] ?? 0, labourIntensive[i] ?? 0, arrearsFree[i] ?? 0);
    const injury = smallPortion(base, jkkNumerators[kind] ?? 0, jkkDenominators[kind] ?? 1);
    const death = smallPortion(base, jkmNumerators[kind] ?? 0, jkmDenominators[kind] ?? 1);
    JKK[i] = (isMore ? (JKK[i] ?? 0) : 0) + months * injury;
    JKM[i] = (isMore ? (JKM[i] ?? 0) : 0) + months * death;
  }
}

function addShared(
  wage: Columns<Field>['wage'],
  workers: Float64Array,
  employers: Float64Array,
  isMore: boolean,
  months: number,
  { cap, worker, employer }: SharedTerms,
  start: number,
  end: number,
): void {
  const { numerator: workerNumerator, denominator: workerDenominator } = worker;
  const { numerator: employerNumerator, denominator: employerDenominator } = employer;
  for (let i = start; i < end; i++) {
    const base = lowerOf(wage[i] ?? 0, cap);
    const ofWorker = smallPortion(base, workerNumerator, workerDenominator);
    const ofEmployer = smallPortion(base, employerNumerator, employerDenominator);
    workers[i] = (isMore ? (workers[i] ?? 0) : 0) + months * ofWorker;
    employers[i] = (isMore ? (employers[i] ?? 0) : 0) + months * ofEmployer;
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
