import { type Day, formatRupiah, type Rupiah, rupiah, sum } from '@payung/kernel';
import { amountOf } from '../engine/amount.ts';
import { LawError } from '../engine/error.ts';
import { type Explained, Explanation } from '../engine/explain.ts';
import { wholeText } from '../engine/input.ts';
import { periodOn } from '../engine/parameter.ts';
import { countText } from '../engine/text.ts';
import { beforeWork, extraMonth, packages, packageText } from './parameters.ts';

/** How a migrant worker goes abroad: through a placement company, or on their own. */
export type Route = 'placement' | 'individual';

/** One migrant worker's contract of at least one month, and the day the contribution is paid. */
export type PmiContributionInput = { readonly route: Route; readonly months: number; readonly date: Day };

/** The contribution for the whole contract; JKK and JKM are one amount. */
export type PmiContribution = {
  /** Rp 0 for individual migrants. */
  readonly before: Rupiah;
  readonly duringAfter: Rupiah;
  /** For the months beyond the longest package. */
  readonly extra: Rupiah;
  readonly total: Rupiah;
};

/**
 * Contribution of a migrant worker (PMI) for a contract, explained: the part before work, the shortest package that holds
 * the contract, and extra months beyond the longest. A contract between two packages counts as the longer one, which is
 * our reading; the explanation then says that it is not settled.
 *
 * @law Permenaker 4/2023 Pasal 18
 * @throws LawError date.outOfRange before 2023-02-22, input.range for no month or more than an amount can hold
 */
export function pmiContribution({ route, months, date }: PmiContributionInput): Explained<PmiContribution> {
  if (months < 1) throw new LawError('input.range', 'months', { accepted: wholeText(1) });
  const x = new Explanation('contribution.pmi', date);
  const before = route === 'placement' ? x.read(beforeWork) : rupiah(0);
  const chosen = x.pick(
    packages,
    (all) => {
      const found = all.find(({ upToMonths }) => months <= upToMonths) ?? all.at(-1);
      if (found === undefined) throw new RangeError('pmi.during_after: no package');
      return found;
    },
    packageText,
  );
  const extraMonths = Math.max(0, months - chosen.upToMonths);
  const extra = extraMonths === 0 ? rupiah(0) : extraFor(x.read(extraMonth), extraMonths);
  const total = sum([before, chosen.amount, extra]);
  x.step('pmi.total', total, {
    id: `${formatRupiah(before)} + ${formatRupiah(chosen.amount)} + ${formatRupiah(extra)} (${extraMonths} bulan tambahan)`,
    en: `${formatRupiah(before)} + ${formatRupiah(chosen.amount)} + ${formatRupiah(extra)} (${countText(extraMonths, 'extra month').en})`,
  });

  if (months < chosen.upToMonths) {
    const shorter = periodOn(packages, date)?.value.findLast(({ upToMonths }) => upToMonths < months);
    const otherwise =
      shorter === undefined
        ? null
        : sum([before, shorter.amount, extraFor(x.read(extraMonth), months - shorter.upToMonths)]);
    x.uncertainty({
      id: 'pmi.between_packages',
      text: betweenPackages(months, otherwise),
      changesResult: otherwise !== total,
      otherwise,
    });
  }
  return x.result(
    { before, duringAfter: chosen.amount, extra, total },
    {
      id: `Iuran PMI: ${formatRupiah(total)}`,
      en: `Contribution of a migrant worker: ${formatRupiah(total)}`,
    },
    { law: 'Permenaker 4/2023', article: 'Pasal 18' },
  );
}

function extraFor(perMonth: Rupiah, months: number): Rupiah {
  return amountOf('months', perMonth, months);
}

function betweenPackages(months: number, otherwise: Rupiah | null) {
  const id = `Kontrak ${months} bulan tidak sama dengan salah satu paket; dihitung dengan paket yang lebih panjang`;
  const en = `A contract of ${countText(months, 'month').en} is none of the packages; the longer package is counted`;
  return otherwise === null
    ? { id: `${id}. Tafsir lain belum dipastikan`, en: `${en}. What else it could be is not established` }
    : {
        id: `${id}. Dengan paket yang lebih pendek dan bulan tambahan: ${formatRupiah(otherwise)}`,
        en: `${en}. With the shorter package and extra months: ${formatRupiah(otherwise)}`,
      };
}
