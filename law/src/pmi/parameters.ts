import { formatRupiah, type Rupiah, rupiah } from '@payung/kernel';
import { parameter } from '../engine/parameter.ts';
import { countText, rupiahText, type Text } from '../engine/text.ts';

const PERMENAKER_4_2023 = { law: 'Permenaker 4/2023' };
const PASAL_ID = {
  confidence: 'quoted',
  page: 'https://pasal.id/peraturan/permen/Permenaker-no-4-tahun-2023/koreksi/9656301',
} as const;

const LAMPIRAN = { ...PERMENAKER_4_2023, article: 'Lampiran' };
const JAGA = {
  confidence: 'secondary',
  page: 'https://github.com/hibahtiar/jaga-pekerja/blob/64d985b/simulasi-pmi.html',
} as const;
const RADAR_BANGKA = {
  confidence: 'quoted',
  page: 'https://www.radarbangka.co.id/berita/read/874/bpjs-ketenagakerjaan-surakarta-serahkan-santunan-kepada-ahli-waris-pmi',
} as const;
const HALUAN_BANTEN = {
  confidence: 'quoted',
  page: 'https://haluanbanten.co.id/2024/10/01/gagal-berangkat-calon-pmi-dapat-santunan-rp-10-juta-dari-bpjs-ketenagakerjaan-serang/',
} as const;
const ADBMI = {
  confidence: 'quoted',
  page: 'https://www.adbmi.org/kabar/25-juta-bantuan-bagi-pmi-jika-tidak-sesuai-perjanjian-kerja',
} as const;

const CHECKED = '2026-11-20';

/** One amount for JKK and JKM together, during and after work, for contracts up to so many months. */
export type Package = { readonly upToMonths: number; readonly amount: Rupiah };

/** How a package reads in an explanation. */
export function packageText({ upToMonths, amount }: Package): Text {
  const months = countText(upToMonths, 'month');
  return {
    id: `${formatRupiah(amount)} sampai dengan ${months.id}`,
    en: `${formatRupiah(amount)} up to ${months.en}`,
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
  show: (list) => countText(list.length, 'package'),
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

/** Paid at once for a death during work that is no work accident: grant, periodic benefit and funeral in one. */
export const deathDuringWork = parameter<Rupiah>('pmi.benefit.jkm_death_during_work', {
  label: { id: 'Santunan PMI meninggal selama bekerja', en: 'Death of a migrant worker during work' },
  unit: 'IDR',
  checked: CHECKED,
  show: rupiahText,
  history: [['2023-02-22', rupiah(85_000_000), { ...LAMPIRAN, ...JAGA }]],
});

/** Paid for a death after work: grant, periodic benefit and funeral of JKM. */
export const deathAfterWork = parameter<Rupiah>('pmi.benefit.jkm_death_after_work', {
  label: { id: 'Santunan PMI meninggal setelah bekerja', en: 'Death of a migrant worker after work' },
  unit: 'IDR',
  checked: CHECKED,
  show: rupiahText,
  history: [['2023-02-22', rupiah(42_000_000), { ...LAMPIRAN, ...RADAR_BANGKA }]],
});

/** Paid to a prospective migrant who does not depart, through no fault of their own. */
export const failedDeparture = parameter<Rupiah>('pmi.benefit.gagal_berangkat', {
  label: { id: 'Bantuan PMI gagal berangkat', en: 'Migrant worker whose departure fails' },
  unit: 'IDR',
  checked: CHECKED,
  show: rupiahText,
  history: [['2023-02-22', rupiah(10_000_000), { ...PERMENAKER_4_2023, ...HALUAN_BANTEN }]],
});

/** Paid to a migrant whose placement is not as agreed. */
export const wrongPlacement = parameter<Rupiah>('pmi.benefit.penempatan_tidak_sesuai', {
  label: { id: 'Bantuan PMI dengan penempatan tidak sesuai', en: 'Migrant worker placed not as agreed' },
  unit: 'IDR',
  checked: CHECKED,
  show: rupiahText,
  history: [['2023-02-22', rupiah(25_000_000), { ...PERMENAKER_4_2023, ...ADBMI }]],
});

/** Paid to a migrant who was raped. */
export const rape = parameter<Rupiah>('pmi.benefit.pemerkosaan', {
  label: { id: 'Santunan PMI korban pemerkosaan', en: 'Migrant worker who was raped' },
  unit: 'IDR',
  checked: CHECKED,
  show: rupiahText,
  history: [['2023-02-22', rupiah(50_000_000), { ...LAMPIRAN, ...JAGA }]],
});

/** All parameters of migrant workers, for a page that lists them. */
export const pmiParameters = [
  beforeWork,
  packages,
  extraMonth,
  deathDuringWork,
  deathAfterWork,
  failedDeparture,
  wrongPlacement,
  rape,
] as const;
