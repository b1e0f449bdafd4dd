import { percent, type Rate, type Rupiah, rupiah } from '@payung/kernel';
import { parameter } from '../engine/parameter.ts';
import { countText, rateText, rupiahText } from '../engine/text.ts';
import { PERMENAKER_1_2025, PERMENAKER_1_2025_DAY } from '../register/permenaker-1-2025.ts';

const PP_44_2015 = { law: 'PP 44/2015' };
const PP_82_2019 = { law: 'PP 82/2019' };

const HARIANJOGJA = {
  confidence: 'quoted',
  page: 'https://news.harianjogja.com/read/2019/12/23/500/1027736/jaminan-kecelakaan-kerja-diperpanjang-jadi-5-tahun-jaminan-kematian-jadi-rp20-juta-',
} as const;
const REALITA = {
  confidence: 'quoted',
  page: 'https://realita.co/amp/baca-38410-bpjs-ketenagakerjaan-sosialisasikan-permenaker-1-tahun-2025-ke-mitra-gojek',
} as const;
const PASAL_ID = {
  confidence: 'quoted',
  page: 'https://pasal.id/peraturan/permen/permenaker-no-1-tahun-2025/koreksi/9439674',
} as const;
const PERISAI_BLORA = {
  confidence: 'quoted',
  page: 'https://perisaiblora.blogspot.com/2023/11/tata-cara-pembayaran-manfaat-jaminan.html',
} as const;

const CHECKED = '2026-11-20';

/** Paid once to the heirs; also the least that JKK pays for a death. */
export const deathGrant = parameter<Rupiah>('jkm.benefit.santunan_kematian', {
  label: { id: 'Santunan kematian JKM', en: 'JKM death grant' },
  unit: 'IDR',
  checked: CHECKED,
  show: rupiahText,
  history: [
    ['2015-07-01', rupiah(16_200_000), { ...PP_44_2015, article: 'Pasal 34', ...HARIANJOGJA }],
    ['2019-12-02', rupiah(20_000_000), { ...PP_82_2019, article: 'Pasal 34', ...HARIANJOGJA }],
  ],
});

/** The periodic benefit of 24 months, paid at once. */
export const periodicBenefit = parameter<Rupiah>('jkm.benefit.berkala', {
  label: { id: 'Santunan berkala JKM, dibayar sekaligus', en: 'JKM periodic benefit, paid at once' },
  unit: 'IDR',
  checked: CHECKED,
  show: rupiahText,
  history: [
    ['2015-07-01', rupiah(4_800_000), { ...PP_44_2015, article: 'Pasal 34', ...HARIANJOGJA }],
    ['2019-12-02', rupiah(12_000_000), { ...PP_82_2019, article: 'Pasal 34', ...HARIANJOGJA }],
  ],
});

/** Paid to whoever buried the member. */
export const funeralCost = parameter<Rupiah>('jkm.benefit.funeral', {
  label: { id: 'Biaya pemakaman JKM', en: 'JKM funeral cost' },
  unit: 'IDR',
  checked: CHECKED,
  show: rupiahText,
  history: [
    ['2015-07-01', rupiah(3_000_000), { ...PP_44_2015, article: 'Pasal 34', ...HARIANJOGJA }],
    ['2019-12-02', rupiah(10_000_000), { ...PP_82_2019, article: 'Pasal 34', ...HARIANJOGJA }],
  ],
});

/**
 * Completed months of membership from which the heirs of a BPU member get more than the funeral. Not in force before: the
 * full benefit was due from the first day.
 */
export const bpuWaitingMonths = parameter<number>('jkm.bpu.min_months_full_benefit', {
  label: { id: 'Masa kepesertaan BPU untuk manfaat penuh', en: 'BPU membership for the full benefit' },
  unit: 'months',
  checked: CHECKED,
  show: (months) => countText(months, 'month'),
  history: [[PERMENAKER_1_2025_DAY, 3, { ...PERMENAKER_1_2025, article: 'Pasal 97A ayat (2)', ...REALITA }]],
});

/**
 * How many funerals are paid to the heirs of a member with several memberships. Not in force before: everything was paid
 * for each membership.
 */
export const funeralsPaid = parameter<number>('jkm.memberships.funerals', {
  label: { id: 'Biaya pemakaman bagi peserta ganda', en: 'Funerals paid for several memberships' },
  unit: 'times',
  checked: CHECKED,
  show: (times) => countText(times, 'time'),
  history: [[PERMENAKER_1_2025_DAY, 1, { ...PERMENAKER_1_2025, article: 'Pasal 101', ...REALITA }]],
});

/**
 * Share of the benefit owed for each day that it is paid late. The rule has no date of its own: it is answered by the law
 * as known on the day the parameter was checked.
 */
export const lateShare = parameter<Rate>('jkm.late_compensation.rate', {
  label: { id: 'Ganti rugi keterlambatan per hari', en: 'Compensation for each day late' },
  unit: 'share of benefit, per day',
  checked: CHECKED,
  show: rateText,
  history: [
    [
      '2015-07-01',
      percent('1'),
      { ...PP_44_2015, article: 'Pasal 40 ayat (4)', ...PERISAI_BLORA, known: '2026-11-26' },
    ],
    [
      PERMENAKER_1_2025_DAY,
      percent('1'),
      { ...PERMENAKER_1_2025, article: 'Pasal 79 ayat (3)', ...PASAL_ID },
    ],
  ],
});

/** All parameters of JKM benefits, for a page that lists them. */
export const jkmParameters = [
  deathGrant,
  periodicBenefit,
  funeralCost,
  bpuWaitingMonths,
  funeralsPaid,
  lateShare,
] as const;
