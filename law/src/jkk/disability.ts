import {
  type Day,
  percent,
  percentText,
  type Rate,
  type Ratio,
  type Rupiah,
  ratioOf,
  rupiah,
  sum,
} from '@payung/kernel';
import { baseOf, type Earnings, earningsField } from '../base/base.ts';
import { amountOf } from '../engine/amount.ts';
import { LawError } from '../engine/error.ts';
import { type Explained, Explanation } from '../engine/explain.ts';
import type { Citation } from '../engine/parameter.ts';
import { bodyTable, otherSide, ROWS_IN_UNITS, SCALP_ROW, scalpRange } from './body-table.ts';
import { periodicBenefit, totalDisabilityShare, wageMonths } from './parameters.ts';
import * as texts from './texts.ts';

/** One loss of the disability table. */
export type Loss = {
  /** Number of the row in our numbering, `1` to `43`. */
  readonly row: string;
  /** How often the row counts, at least 1; above 1 only for the rows of each 10 decibels or each 10 %. */
  readonly units: number;
  /** What the doctor set for a torn scalp (row 28), and only there. */
  readonly percent?: Rate;
  /** The share of the function that was lost; absent if all of it. */
  readonly functionLoss?: Rate;
};

/** One disability after a work accident; `date` is the day of the accident. */
export type DisabilityInput = Earnings & { readonly date: Day } & (
    | { readonly extent: 'total' }
    | { readonly extent: 'partial'; readonly losses: readonly Loss[]; readonly leftHanded: boolean }
  );

/** What the member gets. */
export type DisabilityBenefit = {
  readonly eligible: true;
  readonly base: Rupiah;
  /** The counted share as an exact decimal in percent, without trailing zeros. */
  readonly percent: string;
  readonly santunan: Rupiah;
  /** Rp 0 unless the disability is total. */
  readonly berkala: Rupiah;
  readonly total: Rupiah;
};

const LAW: Citation = { law: 'PP 44/2015', article: 'Lampiran III' };

// A row and the function lost are each in parts per million: their product is whole in parts per 10¹².
const WHOLE = 10n ** 12n;
const ALL_OF_IT = percent('100');
const CUSTOMARY_CAP = percent('70');

/**
 * JKK benefit for a permanent disability, explained: a share of 80 monthly bases, and the periodic benefit if it is total.
 * Several partial losses add up without a cap; one of 70 % is customary but has no article that was found.
 *
 * @law PP 44/2015 Lampiran III, as amended by PP 82/2019
 * @throws LawError date.outOfRange before July 2015; input.range for a row that does not exist, a share of row 28 outside
 *   its bounds or a benefit above Rp 10¹⁵; input.missing and input.combination for fields that a row needs or does not have
 */
export function disability(input: DisabilityInput): Explained<DisabilityBenefit> {
  const x = new Explanation('benefit.jkk.disability', input.date);
  const base = baseOf(x, input);
  const months = x.read(wageMonths);
  const isTotal = input.extent === 'total';
  const parts = isTotal
    ? partsOf(x.read(totalDisabilityShare))
    : countLosses(x, input.losses, input.leftHanded);
  const counted = percentOf(parts);
  const field = earningsField(input);
  // With a payable base, only the number of losses can still make the benefit too high.
  amountOf(field, base, months);
  const santunan = x.step(
    'jkk.disability.santunan',
    amountOf(isTotal ? field : 'losses', base, months, shareOf(parts)),
    texts.product('Santunan cacat', 'Disability grant', counted, months, base),
    { rounding: 'halfUp' },
  );
  const berkala = isTotal ? x.read(periodicBenefit) : rupiah(0);
  if (!isTotal) {
    x.finding({
      id: 'jkk.disability.berkala',
      applies: false,
      because: 'partial',
      text: texts.noPeriodicBenefit,
      citation: LAW,
      confidence: 'quoted',
    });
  }
  if (!isTotal && parts > partsOf(CUSTOMARY_CAP)) {
    const otherwise = amountOf(field, base, months, ratioOf(CUSTOMARY_CAP));
    x.uncertainty({
      id: 'jkk.disability_cap',
      text: texts.capUncertain(otherwise),
      changesResult: otherwise !== santunan,
      otherwise,
    });
  }
  const total = sum([santunan, berkala]);
  return x.result(
    { eligible: true, base, percent: counted, santunan, berkala, total },
    texts.amount('Manfaat JKK cacat', 'JKK benefit for disability', total),
    LAW,
  );
}

function countLosses(x: Explanation, losses: readonly Loss[], leftHanded: boolean): bigint {
  let parts = 0n;
  for (const [index, loss] of losses.entries()) {
    const path = `losses.${index}`;
    const row = leftHanded ? otherSide(loss.row) : loss.row;
    if (row !== loss.row) x.step('jkk.disability.left_handed', row, texts.exchanged(loss.row, row));
    const share = row === SCALP_ROW ? scalpShare(x, loss, path) : rowShare(x, { ...loss, row }, path);
    const counted = BigInt(share) * BigInt(loss.functionLoss ?? ALL_OF_IT) * BigInt(loss.units);
    x.step(
      'jkk.disability.loss',
      percentOf(counted),
      texts.loss(row, share, loss.units, loss.functionLoss, percentOf(counted)),
    );
    parts += counted;
  }
  return parts;
}

function rowShare(x: Explanation, { row, units, percent: own }: Loss, path: string): Rate {
  const parameter = bodyTable.get(row);
  if (parameter === undefined)
    throw new LawError('input.range', `${path}.row`, { accepted: texts.knownRows, came: row });
  if (own !== undefined)
    throw new LawError('input.combination', `${path}.percent`, { accepted: texts.onlyScalp });
  if (units > 1 && !ROWS_IN_UNITS.has(row)) throw tooManyUnits(units, path);
  return x.read(parameter);
}

function scalpShare(x: Explanation, { units, percent: own }: Loss, path: string): Rate {
  const range = x.read(scalpRange);
  const accepted = scalpRange.show(range);
  if (own === undefined) throw new LawError('input.missing', `${path}.percent`, { accepted });
  if (units > 1) throw tooManyUnits(units, path);
  if (own < range.least || own > range.most)
    throw new LawError('input.range', `${path}.percent`, { accepted, came: percentText(own) });
  return own;
}

function tooManyUnits(units: number, path: string): LawError {
  return new LawError('input.combination', `${path}.units`, { accepted: texts.onlyInUnits, came: units });
}

function partsOf(share: Rate): bigint {
  return BigInt(share) * BigInt(ALL_OF_IT);
}

function shareOf(parts: bigint): Ratio {
  return { numerator: parts, denominator: WHOLE };
}

function percentOf(parts: bigint): string {
  const one = WHOLE / 100n;
  const fraction = String(parts % one)
    .padStart(10, '0')
    .replace(/0+$/, '');
  return fraction === '' ? `${parts / one}` : `${parts / one}.${fraction}`;
}
