import { formatRupiah, type Rupiah, rupiah } from '@payung/kernel';
import { parameter } from '../engine/parameter.ts';
import { rupiahText, type Text } from '../engine/text.ts';

const PERMENAKER_4_2023 = { law: 'Permenaker 4/2023' };
const PASAL_ID = {
  confidence: 'quoted',
  page: 'https://pasal.id/peraturan/permen/Permenaker-no-4-tahun-2023/koreksi/9656301',
} as const;

const CHECKED = '2026-11-20';

/** One amount for JKK and JKM together, during and after work, for contracts up to so many months. */
export type Package = { readonly upToMonths: number; readonly amount: Rupiah };

/** How a package reads in an explanation. */
export function packageText({ upToMonths, amount }: Package): Text {
  return {
    id: `${formatRupiah(amount)} sampai dengan ${upToMonths} bulan`,
    en: `${formatRupiah(amount)} up to ${upToMonths} months`,
  };
}

/** Paid before departure by workers of a placement company; individual migrants pay no such part. */
export const beforeWork = parameter<Rupiah>('pmi.before', {
  label: { id: 'Iuran PMI sebelum bekerja', en: 'Contribution of migrant workers before work' },
  unit: 'IDR per contract',
  checked: CHECKED,
  show: rupiahText,
  history: [
    [
      '2023-02-22',
      rupiah(37_500),
      { ...PERMENAKER_4_2023, article: 'Pasal 18 ayat (1) huruf a', ...PASAL_ID },
    ],
  ],
});

/** The packages in ascending order; a contract longer than the last pays the extra months on top of it. */
export const packages = parameter<readonly Package[]>('pmi.during_after', {
  label: {
    id: 'Iuran PMI selama dan setelah bekerja',
    en: 'Contribution of migrant workers during and after work',
  },
  unit: 'IDR per contract',
  checked: CHECKED,
  show: (list) => ({ id: `${list.length} paket`, en: `${list.length} packages` }),
  history: [
    [
      '2023-02-22',
      [
        { upToMonths: 6, amount: rupiah(108_000) },
        { upToMonths: 12, amount: rupiah(189_000) },
        { upToMonths: 24, amount: rupiah(332_500) },
      ],
      { ...PERMENAKER_4_2023, article: 'Pasal 18 ayat (1) huruf b dan ayat (2)', ...PASAL_ID },
    ],
  ],
});

/** For each month beyond the longest package, paid at once. */
export const extraMonth = parameter<Rupiah>('pmi.extra_month', {
  label: { id: 'Iuran PMI per bulan tambahan', en: 'Contribution of migrant workers per extra month' },
  unit: 'IDR/month',
  checked: CHECKED,
  show: rupiahText,
  history: [
    ['2023-02-22', rupiah(13_500), { ...PERMENAKER_4_2023, article: 'Pasal 18 ayat (3)', ...PASAL_ID }],
  ],
});

/** All parameters of the contribution of migrant workers, for a page that lists them. */
export const pmiContributionParameters = [beforeWork, packages, extraMonth] as const;
