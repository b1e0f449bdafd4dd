import {
  addRatios,
  day,
  divideRatios,
  formatRupiah,
  multiplyRatios,
  type Ratio,
  type Rounding,
  type Rupiah,
  ratio,
  roundRatio,
  rupiah,
} from '@payung/kernel';
import { WITHIN_MOST } from '../engine/amount.ts';
import { LawError } from '../engine/error.ts';
import { type Explained, Explanation } from '../engine/explain.ts';
import type { Citation } from '../engine/parameter.ts';
import type { Text } from '../engine/text.ts';

/** What is indexed: the wage cap by the growth of GDP, or a benefit (also its bounds) by inflation. */
export type IndexedFigure = 'wageCap' | 'benefit';

/** A figure of last year and the change that a statistic gives it. */
export type IndexationInput = {
  readonly kind: IndexedFigure;
  readonly previous: Rupiah;
  /** Growth or inflation as a fraction (5.31 % is 531/10,000), negative if the statistic fell; −100 % or more. */
  readonly change: Ratio;
};

/** The exact new figure to the nearest rupiah, and the figure as it is announced. */
export type Indexation = { readonly raw: Rupiah; readonly value: Rupiah };

const RULES: Readonly<Record<IndexedFigure, { citation: Citation; rounding: Rounding }>> = {
  wageCap: { citation: { law: 'PP 45/2015', article: 'Pasal 29 ayat (2)–(4)' }, rounding: 'down' },
  benefit: { citation: { law: 'PP 45/2015', article: 'Pasal 18 ayat (3)' }, rounding: 'up' },
};

// The formula names no day and has been the same since the programme began.
const BEGINNING = day('2015-07-01');
// A quadrillion: beyond it a sum of figures would no longer be exact.
const MOST = 10n ** 15n;
const NOT_BELOW_ZERO: Text = { id: 'mulai -100', en: 'from -100' };

/**
 * A yearly figure of the pension carried forward: `previous × (1 + change)`, the cap down to Rp 100 and a benefit up to
 * Rp 100. The value is rounded from the exact product, not from `raw`. The rounding is inferred: it reproduces every
 * announced figure, but no article that says so was read.
 *
 * @law PP 45/2015 Pasal 18 ayat (3), 29 ayat (2)–(4)
 * @throws LawError input.range at `percent` for a fall below zero, at `previous` above Rp 10¹⁵
 */
export function indexation({ kind, previous, change }: IndexationInput): Explained<Indexation> {
  const { citation, rounding } = RULES[kind];
  const x = new Explanation('benefit.jp.indexation', BEGINNING);
  const exact = multiplyRatios(ratio(previous), addRatios(ratio(1), change));
  if (exact.numerator < 0n) throw new LawError('input.range', 'percent', { accepted: NOT_BELOW_ZERO });
  if (exact.numerator > MOST * exact.denominator)
    throw new LawError('input.range', 'previous', { accepted: WITHIN_MOST });

  const raw = roundRatio(exact, 'halfUp');
  const value = rupiah(100 * roundRatio(divideRatios(exact, ratio(100)), rounding));
  x.step(
    'jp.indexed',
    raw,
    {
      id: `${formatRupiah(previous)} dengan kenaikan atau penurunan tahunan = ${formatRupiah(raw)}`,
      en: `${formatRupiah(previous)} with the yearly change = ${formatRupiah(raw)}`,
    },
    { citation, rounding: 'halfUp' },
  );
  x.step(
    'jp.to_hundred',
    value,
    {
      id: `Dibulatkan ${rounding === 'down' ? 'ke bawah' : 'ke atas'} ke kelipatan Rp 100: ${formatRupiah(value)}`,
      en: `Rounded ${rounding} to Rp 100: ${formatRupiah(value)}`,
    },
    { citation, confidence: 'inferred', rounding },
  );
  return x.result(
    { raw, value },
    { id: `Angka baru ${formatRupiah(value)}`, en: `New figure ${formatRupiah(value)}` },
    citation,
  );
}
