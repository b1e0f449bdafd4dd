import {
  addRatios,
  divideRatios,
  firstDay,
  type Month,
  multiplyRatios,
  percent,
  type Rate,
  type Ratio,
  type Rupiah,
  ratio,
  ratioOf,
  roundRatio,
  rupiah,
  sum,
} from '@payung/kernel';
import { type Explained, Explanation } from '../engine/explain.ts';
import type { Citation } from '../engine/parameter.ts';
import { productText } from '../engine/text.ts';
import { covidRelief } from '../relief/covid.ts';
import { contractSlices, covidCharge, jkkWageRate, jkmWageRate, type Slice } from './parameters.ts';
import * as texts from './texts.ts';

/** What the contribution is computed on: the wage if it is known, else the value of the contract. */
export type JakonBasis =
  | { readonly wage: Rupiah }
  /** The value without VAT. */
  | { readonly contractValue: Rupiah }
  /** A price with VAT, which is divided out first. */
  | { readonly priceIncludingVat: Rupiah; readonly vat: Rate };

/** Contribution of one construction project, or of one worker's month where the wage is known. */
export type JakonContribution = {
  readonly method: 'contract' | 'wage';
  /** The wage, or the contract value without VAT. */
  readonly base: Rupiah;
  readonly JKK: Rupiah;
  readonly JKM: Rupiah;
  readonly total: Rupiah;
};

type Lines = { readonly JKK: Rupiah; readonly JKM: Rupiah };

const IN_FULL = percent('100');

/**
 * Contribution of construction work (jasa konstruksi), explained: 1.74 % and 0.30 % of a known wage, otherwise marginal
 * rates on the slices of the contract value. JKK and JKM are each rounded once to the nearest rupiah, halves up (our
 * convention), the relief included.
 *
 * @law PP 44/2015 Pasal 54 and following; Permenaker 5/2021 Pasal 65, 71; PP 49/2020 Pasal 12
 * @throws LawError date.outOfRange before July 2015
 */
export function jakonContribution(basis: JakonBasis, month: Month): Explained<JakonContribution> {
  const x = new Explanation('contribution.jakon', firstDay(month), 'month');
  const charged = covidRelief(x, covidCharge, 'jakon.relief.pp_49_2020') ?? IN_FULL;
  const { method, base, lines } =
    'wage' in basis ? onWage(x, basis.wage) : onContract(x, contractValueOf(x, basis));
  const { JKK, JKM } = lines(charged, true);
  const total = sum([JKK, JKM]);
  if (charged !== IN_FULL) {
    const full = lines(IN_FULL, false);
    const otherwise = sum([full.JKK, full.JKM]);
    const text = texts.covidMonthsUnread(otherwise);
    x.uncertainty({ id: 'jakon.covid_months', text, changesResult: otherwise !== total, otherwise });
  }
  return x.result({ method, base, JKK, JKM, total }, texts.total(total), lawOf(method));
}

type Computation = {
  readonly method: 'contract' | 'wage';
  readonly base: Rupiah;
  /** The two lines at a share charged; recorded in the explanation if `isRecorded`. */
  readonly lines: (charged: Rate, isRecorded: boolean) => Lines;
};

function onWage(x: Explanation, wage: Rupiah): Computation {
  const rates = { JKK: x.read(jkkWageRate), JKM: x.read(jkmWageRate) };
  const line = (programme: keyof Lines, charged: Rate, isRecorded: boolean) => {
    const factors = charged === IN_FULL ? [rates[programme]] : [rates[programme], charged];
    const amount = roundRatio(multiplyRatios(ratio(wage), ...factors.map(ratioOf)), 'halfUp');
    if (isRecorded) record(x, programme, amount, productText(programme, wage, factors, amount));
    return amount;
  };
  const lines = (charged: Rate, isRecorded: boolean) => ({
    JKK: line('JKK', charged, isRecorded),
    JKM: line('JKM', charged, isRecorded),
  });
  return { method: 'wage', base: wage, lines };
}

function onContract(x: Explanation, base: Rupiah): Computation {
  const slices = x.read(contractSlices);
  const line = (programme: keyof Lines, charged: Rate, isRecorded: boolean) => {
    const exact = onSlices(slices, base, ({ jkkRate, jkmRate }) => (programme === 'JKK' ? jkkRate : jkmRate));
    const amount = roundRatio(multiplyRatios(exact, ratioOf(charged)), 'halfUp');
    if (isRecorded) record(x, programme, amount, texts.slicesSum(programme, charged, amount));
    return amount;
  };
  const lines = (charged: Rate, isRecorded: boolean) => ({
    JKK: line('JKK', charged, isRecorded),
    JKM: line('JKM', charged, isRecorded),
  });
  return { method: 'contract', base, lines };
}

function contractValueOf(x: Explanation, basis: Exclude<JakonBasis, { readonly wage: Rupiah }>): Rupiah {
  if ('contractValue' in basis) return basis.contractValue;
  const { priceIncludingVat: price, vat } = basis;
  const base = roundRatio(divideRatios(ratio(price), addRatios(ratio(1), ratioOf(vat))), 'halfUp');
  return x.step('jakon.without_vat', base, texts.withoutVat(price, vat, base), { rounding: 'halfUp' });
}

function onSlices(slices: readonly Slice[], base: Rupiah, rateOf: (slice: Slice) => Rate): Ratio {
  return addRatios(
    ...slices.map((slice) => {
      const upTo = slice.upTo === null || base < slice.upTo ? base : slice.upTo;
      return multiplyRatios(ratio(upTo > slice.over ? upTo - slice.over : rupiah(0)), ratioOf(rateOf(slice)));
    }),
  );
}

function record(
  x: Explanation,
  programme: keyof Lines,
  amount: Rupiah,
  text: ReturnType<typeof productText>,
) {
  x.step(`jakon.${programme.toLowerCase()}`, amount, text, { rounding: 'halfUp' });
}

function lawOf(method: 'contract' | 'wage'): Citation {
  const article = method === 'wage' ? 'Pasal 54 ayat (1)' : 'Pasal 54 dan pasal berikutnya';
  return { law: 'PP 44/2015', article };
}
