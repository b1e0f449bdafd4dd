import { percent, type Rate } from '@payung/kernel';
import { parameter } from '../engine/parameter.ts';
import { countText, rateText, type Text } from '../engine/text.ts';

const PP_37_2021 = { law: 'PP 37/2021' };
const PP_6_2025 = { law: 'PP 6/2025' };

const STATUS_TERNATE = {
  confidence: 'quoted',
  page: 'https://statusternate.com/2025/02/15/presiden-prabowo-keluarkan-aturan-baru-korban-phk-wajib-terima-60-gaji-selama-6-bulan/',
} as const;
const JAGA = {
  confidence: 'secondary',
  page: 'https://github.com/hibahtiar/jaga-pekerja/blob/64d985b/data/program.js',
} as const;
const TRIBUN_BATAM = {
  confidence: 'quoted',
  page: 'https://batam.tribunnews.com/2021/10/05/cek-syarat-mendapat-uang-tunjangan-dari-bpjs-ketenagakerjaan-bagi-pekerja-kena-phk',
} as const;

const CHECKED = '2026-11-20';

/** Share of the counted wage paid, by benefit month; the list's length is the longest entitlement. */
export const cashRates = parameter<readonly Rate[]>('jkp.cash_rates', {
  label: { id: 'Manfaat uang tunai JKP per bulan', en: 'JKP cash benefit by month' },
  unit: 'share of counted wage, months 1…n',
  checked: CHECKED,
  show: (rates) => ({
    id: rates.map((rate) => rateText(rate).id).join(', '),
    en: rates.map((rate) => rateText(rate).en).join(', '),
  }),
  history: [
    [
      '2021-02-02',
      [...tier('45', 3), ...tier('25', 3)],
      { ...PP_37_2021, article: 'Pasal 21', ...STATUS_TERNATE },
    ],
    ['2025-02-07', tier('60', 6), { ...PP_6_2025, article: 'Pasal 21 ayat (1)', ...STATUS_TERNATE }],
  ],
});

/** Months after the dismissal within which the benefit must be claimed, the last day included. */
export const claimWindow = parameter<number>('jkp.claim_window_months', {
  label: { id: 'Batas pengajuan JKP setelah PHK', en: 'Time to claim JKP after dismissal' },
  unit: 'months',
  checked: CHECKED,
  show: monthsText,
  history: [
    ['2021-02-02', 3, { ...PP_37_2021, article: 'Pasal 40', ...STATUS_TERNATE }],
    ['2025-02-07', 6, { ...PP_6_2025, article: 'Pasal 40', ...STATUS_TERNATE }],
  ],
});

/** Least contribution months among the 24 before the dismissal. */
export const contributionMonths = parameter<number>('jkp.min_contribution_months', {
  label: { id: 'Masa iur JKP minimum dalam 24 bulan', en: 'Least JKP contributions in 24 months' },
  unit: 'months in the last 24',
  checked: CHECKED,
  show: monthsText,
  history: [
    ['2021-02-02', 12, { ...PP_37_2021, article: 'Pasal 19 ayat (3)', ...JAGA }],
    ['2025-02-07', 12, { ...PP_6_2025, article: 'Pasal 19', ...JAGA }],
  ],
});

/** Least unbroken contribution months just before the dismissal. That PP 6/2025 dropped it was not read in its text. */
export const consecutiveMonths = parameter<number>('jkp.min_consecutive_months', {
  label: { id: 'Masa iur JKP berturut-turut minimum', en: 'Least consecutive JKP contributions' },
  unit: 'months before dismissal',
  checked: CHECKED,
  show: monthsText,
  history: [
    ['2021-02-02', 6, { ...PP_37_2021, article: 'Pasal 19 ayat (3)', ...JAGA }],
    ['2025-02-07', null, { ...PP_6_2025, article: 'Pasal 19', ...JAGA }],
  ],
});

/** Age at registration from which a member is too old for JKP. */
export const registrationAge = parameter<number>('jkp.max_registration_age', {
  label: { id: 'Usia pendaftaran JKP, di bawah', en: 'Age at JKP registration, below' },
  unit: 'years',
  checked: CHECKED,
  show: (years) => countText(years, 'year'),
  history: [['2021-02-02', 54, { ...PP_37_2021, article: 'Pasal 4', ...JAGA }]],
});

/** How often the benefit is paid in a working life. */
export const timesPaid = parameter<number>('jkp.max_times', {
  label: { id: 'Manfaat JKP selama usia kerja', en: 'JKP benefits in a working life' },
  unit: 'times',
  checked: CHECKED,
  show: (times) => countText(times, 'time'),
  history: [['2021-02-02', 3, { ...PP_37_2021, article: 'Pasal 24', ...TRIBUN_BATAM }]],
});

/** All parameters of the JKP benefit, for a page that lists them; the wage cap is that of the contribution. */
export const jkpParameters = [
  cashRates,
  claimWindow,
  contributionMonths,
  consecutiveMonths,
  registrationAge,
  timesPaid,
] as const;

function tier(rate: string, months: number): Rate[] {
  return Array<Rate>(months).fill(percent(rate));
}

function monthsText(months: number): Text {
  return countText(months, 'month');
}
