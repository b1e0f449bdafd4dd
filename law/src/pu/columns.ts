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
import { notBefore, wordsText } from '../engine/text.ts';
import { PROGRAMMES, type PuConditions, type PuProgramme } from './contribution.ts';
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

/** All lines of one month. JKK and JKM are those of every kind of worker, at the place that `kindOf` gives. */
type Terms = {
  readonly JKK: FractionsByKind;
  readonly JKM: FractionsByKind;
  readonly JHT: SharedFractions;
  /** On the wage up to the cap. */
  readonly JP: SharedFractions & { readonly cap: number };
};
type FractionsByKind = { readonly numerators: Float64Array; readonly denominators: Float64Array };
type SharedFractions = { readonly worker: Fraction; readonly employer: Fraction };

/** The line of a programme that was not asked. */
const NOTHING: Fraction = { numerator: 0, denominator: 1 };

const RISK_CLASSES: readonly RiskClass[] = [1, 2, 3, 4, 5];

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
    if (months.length === 0)
      throw new LawError('input.combination', 'months.to', { accepted: notBefore(from) });
    if (programmes.length === 0)
      throw new LawError('input.missing', 'programmes', { accepted: wordsText(PROGRAMMES) });
    const terms = weighted(months.map((month) => termsOf(month, programmes)));
    return (people, results, first, until) => {
      for (const [n, { months: count, line }] of terms.entries()) {
        addMonths(people, results, n > 0, count, line, first, until);
      }
    };
  },
};

function termsOf(month: Month, programmes: PuShared['programmes']): Terms {
  const asks = (programme: PuShared['programmes'][number]) => programmes.includes(programme);
  const none = { worker: NOTHING, employer: NOTHING };
  return {
    JKK: byKind(month, asks('JKK') ? jkkLine : () => NOTHING),
    JKM: byKind(month, asks('JKM') ? (x, _, covid) => jkmLine(x, covid) : () => NOTHING),
    JHT: asks('JHT') ? jhtLine(explanationOf(month)) : none,
    JP: asks('JP') ? jpLine(explanationOf(month)) : { cap: 0, ...none },
  };
}

function byKind(
  month: Month,
  lineOf: (x: Explanation, kind: Omit<PuConditions, 'programmes'>, covid: Rate) => Fraction,
): FractionsByKind {
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

/** So many months under the same terms: added to what is there, or written over it. */
function addMonths(
  { wage, riskClass, labourIntensive, arrearsFree }: Columns<Field>,
  results: Results<Result>,
  isMore: boolean,
  months: number,
  terms: Terms,
  from: number,
  until: number,
): void {
  const { JKK, JKM, workerTotal, employerTotal, total } = results;
  const jhtWorker = results['JHT.worker'];
  const jhtEmployer = results['JHT.employer'];
  const jpWorker = results['JP.worker'];
  const jpEmployer = results['JP.employer'];
  const { numerators: injury, denominators: injuryParts } = terms.JKK;
  const { numerators: death, denominators: deathParts } = terms.JKM;
  const { numerator: workerSaves, denominator: workerSavesOf } = columnFraction(terms.JHT.worker);
  const { numerator: employerSaves, denominator: employerSavesOf } = columnFraction(terms.JHT.employer);
  const { numerator: workerPension, denominator: workerPensionOf } = columnFraction(terms.JP.worker);
  const { numerator: employerPension, denominator: employerPensionOf } = columnFraction(terms.JP.employer);
  const { cap } = terms.JP;
  for (let i = from; i < until; i++) {
    const own = wage[i] ?? 0;
    const counted = lowerOf(own, cap);
    const kind = kindOf(riskClass[i] ?? 0, labourIntensive[i] ?? 0, arrearsFree[i] ?? 0);
    const injured = months * smallPortion(own, injury[kind] ?? 0, injuryParts[kind] ?? 1);
    const died = months * smallPortion(own, death[kind] ?? 0, deathParts[kind] ?? 1);
    const savedByWorker = months * smallPortion(own, workerSaves, workerSavesOf);
    const savedByEmployer = months * smallPortion(own, employerSaves, employerSavesOf);
    const insuredByWorker = months * smallPortion(counted, workerPension, workerPensionOf);
    const insuredByEmployer = months * smallPortion(counted, employerPension, employerPensionOf);
    JKK[i] = isMore ? (JKK[i] ?? 0) + injured : injured;
    JKM[i] = isMore ? (JKM[i] ?? 0) + died : died;
    jhtWorker[i] = isMore ? (jhtWorker[i] ?? 0) + savedByWorker : savedByWorker;
    jhtEmployer[i] = isMore ? (jhtEmployer[i] ?? 0) + savedByEmployer : savedByEmployer;
    jpWorker[i] = isMore ? (jpWorker[i] ?? 0) + insuredByWorker : insuredByWorker;
    jpEmployer[i] = isMore ? (jpEmployer[i] ?? 0) + insuredByEmployer : insuredByEmployer;
    const worker = savedByWorker + insuredByWorker + (isMore ? (workerTotal[i] ?? 0) : 0);
    const employer =
      injured + died + savedByEmployer + insuredByEmployer + (isMore ? (employerTotal[i] ?? 0) : 0);
    workerTotal[i] = worker;
    employerTotal[i] = employer;
    total[i] = worker + employer;
  }
}
