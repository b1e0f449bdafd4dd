import { type Day, type Fraction, smallPortion } from '@payung/kernel';
import { COLUMN_LIMITS, type ColumnRule, columnFraction, lowerOf, upperOf } from '../engine/columns.ts';
import { Explanation } from '../engine/explain.ts';
import { pensionBounds } from './bounds.ts';
import { earnedAMonth, monthsCounted } from './formula.ts';
import {
  jpAccrual,
  jpDensity,
  jpDisabilityMembership,
  jpSurvivorMembership,
  jpSurvivorShares,
  jpVestingMonths,
} from './parameters.ts';
import { monthAfter, type PensionKind } from './pension.ts';
import { KINDS } from './rule.ts';

type Field = 'kind' | 'months' | 'averageWage' | 'membershipMonths';

const RESULTS = ['monthsUsed', 'raw', 'monthly'] as const;
type Result = (typeof RESULTS)[number];

/** A century of contributions. */
const LONGEST = 1_200;

/**
 * `benefit.jp.monthly` for a population with one event on one day, without testing an age: all are 0 where the pension is a
 * lump sum, and `monthly` is NaN in months whose lowest and highest pension are not established.
 */
export const jpColumns: ColumnRule<{ readonly date: Day }, Field, Result> = {
  id: 'benefit.jp.monthly',
  fields: {
    kind: { kind: 'word', words: KINDS },
    months: { kind: 'whole', least: 0, most: LONGEST },
    averageWage: { kind: 'whole', least: 1, most: COLUMN_LIMITS.money },
    membershipMonths: { kind: 'whole', least: 0, most: LONGEST },
  },
  results: RESULTS,
  prepare({ date }) {
    const x = new Explanation('benefit.jp.monthly', date);
    const vesting = x.read(jpVestingMonths);
    const density = x.read(jpDensity);
    // By kind, as arrays, so that the loop reads plain numbers.
    const enough = Float64Array.from(KINDS, (kind) => leastMembership(x, kind));
    const earned = KINDS.map((kind) => earnedBy(x, kind));
    const numerators = Float64Array.from(earned, ({ numerator }) => numerator);
    const denominators = Float64Array.from(earned, ({ denominator }) => denominator);
    const { benefitMin, benefitMax } = pensionBounds(monthAfter(date, 'date')).value;
    const least = benefitMin ?? Number.NaN;
    const most = benefitMax ?? Number.NaN;
    return (people, { monthsUsed, raw, monthly }, from, until) => {
      const { kind: kinds, months, averageWage, membershipMonths } = people;
      for (let i = from; i < until; i++) {
        const kind = kinds[i] ?? 0;
        const members = membershipMonths[i] ?? 0;
        const counted = monthsCounted(months[i] ?? 0, members, vesting, enough[kind] ?? 0, density);
        const numerator = counted * (numerators[kind] ?? 0);
        const amount = smallPortion(averageWage[i] ?? 0, numerator, denominators[kind] ?? 1);
        monthsUsed[i] = counted;
        raw[i] = amount;
        monthly[i] = counted === 0 ? 0 : upperOf(least, lowerOf(most, amount));
      }
    };
  },
};

function earnedBy(x: Explanation, kind: PensionKind): Fraction {
  const isMembers = kind === 'oldAge' || kind === 'disability';
  const earned = earnedAMonth(x.read(jpAccrual), isMembers ? undefined : x.read(jpSurvivorShares)[kind]);
  columnFraction({ numerator: earned.numerator * LONGEST, denominator: earned.denominator });
  return earned;
}

/** No membership makes up for missing months of an old-age pension. */
function leastMembership(x: Explanation, kind: PensionKind): number {
  if (kind === 'oldAge') return Number.POSITIVE_INFINITY;
  return x.read(kind === 'disability' ? jpDisabilityMembership : jpSurvivorMembership);
}
