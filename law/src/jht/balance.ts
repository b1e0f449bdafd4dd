import { day, formatRate, formatRupiah, type Rate, type Rupiah, ratioOf, rupiah, sum } from '@payung/kernel';
import { baseOf, type Earnings, earningsField } from '../base/base.ts';
import { jhtRate } from '../bpu/parameters.ts';
import { amountOf, WITHIN_MOST } from '../engine/amount.ts';
import { LawError } from '../engine/error.ts';
import { type Explained, Explanation } from '../engine/explain.ts';
import type { Citation } from '../engine/parameter.ts';
import { countText } from '../engine/text.ts';
import { jhtEmployerRate, jhtWorkerRate } from '../pu/parameters.ts';

/** An account over some months of equal earnings. */
export type JhtBalanceInput = {
  readonly opening: Rupiah;
  /** Months of contributions, and the earnings of each; absent if there are none. */
  readonly contributed?: { readonly months: number; readonly earnings: Earnings };
  /** The return (hasil pengembangan): an amount, or a rate on the opening balance alone. */
  readonly development: { readonly amount: Rupiah } | { readonly onOpening: Rate };
};

/** What was paid in, its return, and the balance with both. */
export type JhtBalance = {
  readonly contributions: Rupiah;
  readonly development: Rupiah;
  readonly balance: Rupiah;
};

const LAW: Citation = { law: 'PP 46/2015', article: 'Pasal 16, Pasal 22 ayat (2) dan Lampiran' };
// The request names no day: rates and bands have been the same since the programme began.
const BEGINNING = day('2015-07-01');
const MOST = 10 ** 15;

/**
 * JHT balance, explained: `opening + contributions + development`, each share of a month's contribution and the return
 * rounded to the nearest rupiah, halves up. What a real account earns is credited monthly by BPJS and not reckoned here.
 *
 * @law PP 46/2015 Pasal 16, 22, Lampiran
 * @throws LawError input.range for amounts above Rp 10¹⁵
 */
export function jhtBalance({ opening, contributed, development }: JhtBalanceInput): Explained<JhtBalance> {
  const x = new Explanation('benefit.jht.balance', BEGINNING);
  if (opening > MOST) throw new LawError('input.range', 'opening', { accepted: WITHIN_MOST });
  const contributions = contributed === undefined ? rupiah(0) : paidIn(x, contributed);
  const earned = 'amount' in development ? development.amount : returnOn(x, opening, development.onOpening);
  if (earned > MOST) throw new LawError('input.range', 'development', { accepted: WITHIN_MOST });
  const balance = sum([opening, contributions, earned]);
  return x.result(
    { contributions, development: earned, balance },
    {
      id: `Saldo JHT ${formatRupiah(opening)} + ${formatRupiah(contributions)} + ${formatRupiah(earned)} = ${formatRupiah(balance)}`,
      en: `JHT balance ${formatRupiah(opening)} + ${formatRupiah(contributions)} + ${formatRupiah(earned)} = ${formatRupiah(balance)}`,
    },
    LAW,
  );
}

function paidIn(x: Explanation, { months, earnings }: { months: number; earnings: Earnings }): Rupiah {
  const base = baseOf(x, earnings);
  const rates = 'wage' in earnings ? [x.read(jhtWorkerRate), x.read(jhtEmployerRate)] : [x.read(jhtRate)];
  const field = earningsField(earnings);
  const monthly = sum(rates.map((rate) => amountOf(field, base, ratioOf(rate))));
  const total = amountOf('months', monthly, months);
  const chain = (language: 'id' | 'en') =>
    `${formatRupiah(base)} × (${rates.map((rate) => formatRate(rate, language)).join(' + ')}) = ${formatRupiah(monthly)}`;
  return x.step(
    'jht.contributions',
    total,
    {
      id: `Iuran ${chain('id')} sebulan, ${months} bulan: ${formatRupiah(total)}`,
      en: `Contributions ${chain('en')} a month, ${countText(months, 'month').en}: ${formatRupiah(total)}`,
    },
    { citation: LAW, rounding: 'halfUp' },
  );
}

function returnOn(x: Explanation, opening: Rupiah, rate: Rate): Rupiah {
  const earned = amountOf('returnPercent', opening, ratioOf(rate));
  return x.step(
    'jht.development',
    earned,
    {
      id: `Hasil pengembangan ${formatRupiah(opening)} × ${formatRate(rate, 'id')} = ${formatRupiah(earned)}, hanya atas saldo awal`,
      en: `Return ${formatRupiah(opening)} × ${formatRate(rate, 'en')} = ${formatRupiah(earned)}, on the opening balance only`,
    },
    { confidence: 'convention', rounding: 'halfUp' },
  );
}
