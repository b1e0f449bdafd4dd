import {
  addMonthsTo,
  type Day,
  firstDay,
  formatDay,
  formatRate,
  formatRupiah,
  greater,
  lesser,
  monthOf,
  percent,
  type Rate,
  type Rupiah,
} from '@payung/kernel';
import { portionOf } from '../engine/amount.ts';
import { LawError } from '../engine/error.ts';
import { type Explained, Explanation } from '../engine/explain.ts';
import { wholeText } from '../engine/input.ts';
import { WITHIN_YEARS } from '../engine/later.ts';
import type { Citation } from '../engine/parameter.ts';
import { countText } from '../engine/text.ts';
import { pensionBounds } from './bounds.ts';
import { earnedAMonth, isDense, monthsCounted } from './formula.ts';
import {
  jpAccrual,
  jpDensity,
  jpDisabilityMembership,
  jpPensionAge,
  jpSurvivorMembership,
  jpSurvivorShares,
  jpVestingMonths,
} from './parameters.ts';
import { pensionRight } from './pension-age.ts';

/** Who is paid: the member, for age or total permanent disability, or a survivor. */
export type PensionKind = 'oldAge' | 'disability' | 'widow' | 'child' | 'parent';

/** One member and one event. */
export type PensionInput = {
  readonly kind: PensionKind;
  /** The day of the event: the end of work, the disability, the death. */
  readonly date: Day;
  /** Masa iur: months with contributions. */
  readonly months: number;
  /** Average monthly wage, already revalued by the inflation of each year. */
  readonly averageWage: Rupiah;
  /** Months of membership, with or without contributions; needed below 180 months except for old age. */
  readonly membershipMonths?: number;
  /** For old age: if absent the age is not tested. */
  readonly birthDate?: Day;
};

/** What is paid, or that nothing is yet. A lump sum (contributions and return) has its amount in the member's ledger. */
export type Pension =
  | { readonly eligible: false; readonly because: readonly ['jp.pensionAge']; readonly pensionAge: number }
  | {
      readonly eligible: true;
      readonly type: 'lumpSum';
      readonly startsOn: Day;
      readonly pensionAge?: number;
    }
  | {
      readonly eligible: true;
      readonly type: 'monthly';
      /** The contribution months counted, 180 where fewer are deemed to be. */
      readonly monthsUsed: number;
      /** The formula's amount, to the nearest rupiah. */
      readonly raw: Rupiah;
      /** Held between the lowest and highest pension of the first month; null where those are not established. */
      readonly monthly: Rupiah | null;
      readonly startsOn: Day;
      readonly pensionAge?: number;
    };

const RULE = 'benefit.jp.monthly';
const FORMULA: Citation = { law: 'PP 45/2015', article: 'Pasal 17' };
const AGE: Citation = { law: 'PP 45/2015', article: 'Pasal 15' };
const LUMP_SUM: Citation = { law: 'PP 45/2015', article: 'Pasal 24' };
const DEEMED_DISABILITY: Citation = { law: 'PP 45/2015', article: 'Pasal 20' };
const DEEMED_SURVIVORS: Citation = { law: 'Permenaker 29/2015', article: 'Pasal 26' };
const IN_FULL = percent('100');

/**
 * First year's monthly pension (JP), explained: `1 % × months / 12 × average wage × share`, rounded once, then held
 * between the bounds of the month in which it starts. The indexation of later years, and deferring the pension while
 * still employed, are not decided here.
 *
 * @law PP 45/2015 Pasal 15, 17–24; Permenaker 29/2015 Pasal 26
 * @throws LawError date.outOfRange before July 2015; input.missing without `membershipMonths` where it decides;
 *   input.range at `averageWage` if the pension exceeds Rp 10¹⁵
 */
export function monthlyPension(input: PensionInput): Explained<Pension> {
  const { kind, date, birthDate } = input;
  const x = new Explanation(RULE, date);
  const ageNow = x.read(jpPensionAge);
  const right = kind === 'oldAge' && birthDate !== undefined ? pensionRight(birthDate) : undefined;
  if (right !== undefined) {
    const reached = date >= right.from;
    x.finding({
      id: 'jp.pensionAge',
      applies: reached,
      because: reached ? 'met' : 'jp.pensionAge',
      text: {
        id: `Usia pensiun ${right.pensionAge} tahun dicapai ${formatDay(right.from, 'id')}`,
        en: `Pension age of ${right.pensionAge} reached on ${formatDay(right.from, 'en')}`,
      },
      citation: AGE,
      confidence: 'quoted',
    });
    const { pensionAge } = right;
    if (!reached) {
      const text = { id: 'Belum mencapai usia pensiun', en: 'Pension age not reached yet' };
      return x.result({ eligible: false, because: ['jp.pensionAge'], pensionAge }, text, AGE);
    }
    if (pensionAge < ageNow) explainRisenAge(x, pensionAge, ageNow);
  }

  const startsOn = monthAfter(right?.from ?? date, right === undefined ? 'date' : 'birthDate');
  const age = right === undefined ? {} : { pensionAge: right.pensionAge };
  const monthsUsed = countedMonths(x, input);
  if (monthsUsed === undefined) {
    const text = {
      id: 'Dibayar sekaligus: akumulasi iuran dan hasil pengembangannya',
      en: 'Paid at once: the contributions with their return',
    };
    return x.result({ eligible: true, type: 'lumpSum', startsOn, ...age }, text, LUMP_SUM);
  }
  const raw = formulaAmount(x, input, monthsUsed);
  const monthly = held(x, raw, startsOn, kind);
  const shown = monthly ?? raw;
  const text = {
    id: `Manfaat pensiun mulai ${formatDay(startsOn, 'id')}: ${formatRupiah(shown)} per bulan`,
    en: `Pension from ${formatDay(startsOn, 'en')}: ${formatRupiah(shown)} a month`,
  };
  return x.result(
    { eligible: true, type: 'monthly', monthsUsed, raw, monthly, startsOn, ...age },
    text,
    FORMULA,
  );
}

/** The contribution months that the formula counts; undefined if they are too few for a monthly pension. */
function countedMonths(x: Explanation, input: PensionInput): number | undefined {
  const { kind, months, membershipMonths } = input;
  const vesting = x.read(jpVestingMonths);
  if (months >= vesting) return months;
  if (kind === 'oldAge') {
    x.finding({
      id: 'jp.vesting',
      applies: false,
      because: 'months',
      text: {
        id: `Masa iur ${months} bulan, kurang dari ${vesting}`,
        en: `${countText(months, 'contribution month').en}, fewer than ${vesting}`,
      },
      citation: LUMP_SUM,
      confidence: 'quoted',
    });
    return undefined;
  }
  if (membershipMonths === undefined)
    throw new LawError('input.missing', 'membershipMonths', { accepted: wholeText() });
  const least = x.read(kind === 'disability' ? jpDisabilityMembership : jpSurvivorMembership);
  const density = x.read(jpDensity);
  const counted = monthsCounted(months, membershipMonths, vesting, least, density);
  const deemed = counted > 0;
  x.finding({
    id: 'jp.deemed_months',
    applies: deemed,
    because: deemed ? 'met' : isDense(months, membershipMonths, density) ? 'membership' : 'density',
    text: {
      id: `${months} bulan iur dari ${membershipMonths} bulan kepesertaan; ${vesting} bulan dipakai bila kepesertaan sedikitnya ${least} bulan dan kepadatan ${formatRate(density, 'id')}`,
      en: `${countText(months, 'contribution month').en} in ${membershipMonths} of membership; ${vesting} are used from ${least} of membership with ${formatRate(density, 'en')} paid`,
    },
    citation: kind === 'disability' ? DEEMED_DISABILITY : DEEMED_SURVIVORS,
    confidence: kind === 'disability' ? 'known' : 'quoted',
  });
  return deemed ? counted : undefined;
}

function formulaAmount(x: Explanation, { kind, averageWage }: PensionInput, months: number): Rupiah {
  const accrual = x.read(jpAccrual);
  const part: Rate =
    kind === 'oldAge' || kind === 'disability'
      ? IN_FULL
      : x.pick(
          jpSurvivorShares,
          (shares) => shares[kind],
          (rate) => ({ id: formatRate(rate, 'id'), en: formatRate(rate, 'en') }),
        );
  const raw = portionOf('averageWage', averageWage, months, earnedAMonth(accrual, part));
  const chain = (language: 'id' | 'en') =>
    `${formatRate(accrual, language)} × ${months}/12 × ${formatRupiah(averageWage)} × ${formatRate(part, language)} = ${formatRupiah(raw)}`;
  return x.step(
    'jp.formula',
    raw,
    { id: `Manfaat = ${chain('id')}`, en: `Pension = ${chain('en')}` },
    { citation: FORMULA, rounding: 'halfUp' },
  );
}

/** The formula's amount held between the bounds of the first month; null where those are not established. */
function held(x: Explanation, raw: Rupiah, startsOn: Day, kind: PensionKind): Rupiah | null {
  const { benefitMin, benefitMax } = x.include(pensionBounds(startsOn));
  if (benefitMin === null || benefitMax === null) return null;
  const monthly = greater(benefitMin, lesser(benefitMax, raw));
  if (kind === 'widow' || kind === 'child' || kind === 'parent') {
    x.uncertainty({
      id: 'jp.survivor_minimum',
      text: {
        id: `Bahwa manfaat paling sedikit berlaku bagi ahli waris disimpulkan dari dua kasus yang dimuat pers; tanpa itu ${formatRupiah(lesser(benefitMax, raw))}`,
        en: `That the lowest pension holds for survivors rests on two printed cases; without it ${formatRupiah(lesser(benefitMax, raw))}`,
      },
      changesResult: raw < benefitMin,
      otherwise: lesser(benefitMax, raw),
    });
  }
  return x.step('jp.held', monthly, {
    id: `Di antara ${formatRupiah(benefitMin)} dan ${formatRupiah(benefitMax)}: ${formatRupiah(monthly)}`,
    en: `Between ${formatRupiah(benefitMin)} and ${formatRupiah(benefitMax)}: ${formatRupiah(monthly)}`,
  });
}

/** A member who reached the age before it rose may have to wait for the higher one if still employed. */
function explainRisenAge(x: Explanation, pensionAge: number, ageNow: number): void {
  x.uncertainty({
    id: 'jp.risen_age',
    text: {
      id: `Peserta mencapai ${pensionAge} tahun sebelum usia pensiun naik menjadi ${ageNow}; belum dibaca apakah yang masih bekerja menunggu usia baru`,
      en: `The member reached ${pensionAge} before the pension age rose to ${ageNow}; not read: whether one still employed waits for the new age`,
    },
    changesResult: true,
    otherwise: { pensionAge: ageNow },
  });
}

/** The first day of the month after the event, on which the pension starts. */
export function monthAfter(event: Day, path: string): Day {
  try {
    return firstDay(addMonthsTo(monthOf(event), 1));
  } catch {
    throw new LawError('date.outOfRange', path, { accepted: WITHIN_YEARS });
  }
}
