import { type Day, type Fraction, smallPortion } from '@payung/kernel';
import { COLUMN_LIMITS, type ColumnRule, columnFraction, lowerOf, upperOf } from '../engine/columns.ts';
import { Explanation } from '../engine/explain.ts';
import { pensionBounds } from './bounds.ts';
import { earnedAMonth, monthsCounted, type Vesting } from './formula.ts';
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
    const kinds = KINDS.map((kind) => termsOf(new Explanation('benefit.jp.monthly', date), kind));
    const { benefitMin, benefitMax } = pensionBounds(monthAfter(date, 'date')).value;
    const least = benefitMin ?? Number.NaN;
    const most = benefitMax ?? Number.NaN;
    return ({ kind, months, averageWage, membershipMonths }, { monthsUsed, raw, monthly }, from, until) => {
      for (let i = from; i < until; i++) {
        const terms = kinds[kind[i] ?? 0];
        if (terms === undefined) continue;
        const counted = monthsCounted(months[i] ?? 0, membershipMonths[i] ?? 0, terms);
        const amount = smallPortion(averageWage[i] ?? 0, counted * terms.numerator, terms.denominator);
        monthsUsed[i] = counted;
        raw[i] = amount;
        monthly[i] = counted === 0 ? 0 : upperOf(least, lowerOf(most, amount));
      }
    };
  },
};

function termsOf(x: Explanation, kind: PensionKind): Vesting & Fraction {
  const isMembers = kind === 'oldAge' || kind === 'disability';
  const earned = earnedAMonth(x.read(jpAccrual), isMembers ? undefined : x.read(jpSurvivorShares)[kind]);
  columnFraction({ numerator: earned.numerator * LONGEST, denominator: earned.denominator });
  return {
    vesting: x.read(jpVestingMonths),
    least: leastMembership(x, kind),
    density: x.read(jpDensity),
    ...earned,
  };
}

/** No membership makes up for missing months of an old-age pension. */
function leastMembership(x: Explanation, kind: PensionKind): number {
  if (kind === 'oldAge') return Number.POSITIVE_INFINITY;
  return x.read(kind === 'disability' ? jpDisabilityMembership : jpSurvivorMembership);
}
