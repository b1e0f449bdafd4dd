import { percent, type Rate } from '@payung/kernel';
import { parameter } from '../engine/parameter.ts';
import { rateText } from '../engine/text.ts';

const PP_44_2015 = { law: 'PP 44/2015' };
const PP_49_2020 = { law: 'PP 49/2020' };
const KONTAN = {
  confidence: 'quoted',
  page: 'https://keuangan.kontan.co.id/news/siapa-yang-bayar-iuran-jkk-bpjs-ketenagakerjaan-ini-jawabannya?page=3',
} as const;
const ALKHAIRAAT = {
  confidence: 'quoted',
  page: 'https://media.alkhairaat.id/bpjamsostek-rp16-800-bagi-peserta-mandiri-dapat-dua-perlindungan-dan-bebas-denda',
} as const;
// The Minister on the day and on a day off; that it is Pasal 4 is quoted by the page below.
const TIRTO = {
  confidence: 'quoted',
  page: 'https://tirto.id/pemerintah-ringankan-industri-bayar-iuran-bpjs-ketenagakerjaan-f35j',
} as const;
const KLIPING = {
  confidence: 'quoted',
  page: 'https://online.flipbuilder.com/plcl/yyuc/files/basic-html/page105.html',
} as const;

const CHECKED = '2026-11-20';
const CHECKED_AGAIN = '2026-11-26';

/** Day of the month by which a contribution is paid: of the following month for PU, of the month itself for BPU. */
export const dueDay = parameter<number>('admin.due_day', {
  label: { id: 'Tanggal paling lambat membayar iuran', en: 'Day by which contributions are paid' },
  unit: 'day of month',
  checked: CHECKED,
  show: (on) => ({ id: `tanggal ${on}`, en: `day ${on}` }),
  history: [['2015-07-01', 15, { ...PP_44_2015, ...KONTAN }]],
});

/** The day that took its place for the months of the Covid relief: of the following month. Read for all, certain for PU. */
export const covidDueDay = parameter<number>('admin.due_day.covid', {
  label: {
    id: 'Tanggal paling lambat membayar iuran (Covid)',
    en: 'Day by which contributions are paid (Covid)',
  },
  unit: 'day of month',
  checked: CHECKED_AGAIN,
  show: (on) => ({
    id: `tanggal ${on} bulan berikutnya, atau hari kerja sebelumnya`,
    en: `day ${on} of the following month, or the working day before it`,
  }),
  history: [
    ['2020-08-01', 30, { ...PP_49_2020, article: 'Pasal 4', ...TIRTO, known: CHECKED_AGAIN }],
    ['2021-02-01', null, { ...PP_49_2020, ...TIRTO, known: CHECKED_AGAIN }],
  ],
});

/** Fine on a late contribution of wage earners for each month, simple, borne by the employer. */
export const puPenaltyRate = parameter<Rate>('admin.penalty_rate.pu', {
  label: { id: 'Denda keterlambatan iuran PU', en: 'Fine on late contributions of wage earners' },
  unit: 'share of contribution per month',
  checked: CHECKED,
  show: rateText,
  history: [['2015-07-01', percent('2'), { ...PP_44_2015, article: 'Pasal 22', ...KONTAN }]],
});

/** The same fine on contributions of the months of the Covid relief. */
export const covidPenaltyRate = parameter<Rate>('admin.penalty_rate.covid', {
  label: {
    id: 'Denda keterlambatan iuran PU (Covid)',
    en: 'Fine on late contributions of wage earners (Covid)',
  },
  unit: 'share of contribution per month',
  checked: CHECKED_AGAIN,
  show: rateText,
  history: [
    ['2020-08-01', percent('0.5'), { ...PP_49_2020, confidence: 'known' }],
    [
      '2020-08-01',
      percent('0.5'),
      { ...PP_49_2020, article: 'Pasal 23 ayat (1)', ...KLIPING, known: CHECKED_AGAIN },
    ],
    ['2021-02-01', null, { ...PP_49_2020, confidence: 'known' }],
    ['2021-02-01', null, { ...PP_49_2020, ...TIRTO, known: CHECKED_AGAIN }],
  ],
});

/** Fine on a late contribution of non-wage members: none. */
export const bpuPenaltyRate = parameter<Rate>('admin.penalty_rate.bpu', {
  label: { id: 'Denda keterlambatan iuran BPU', en: 'Fine on late contributions of non-wage members' },
  unit: 'share of contribution per month',
  checked: CHECKED,
  show: rateText,
  history: [['2015-07-01', percent('0'), { ...PP_44_2015, ...ALKHAIRAAT }]],
});

/** All parameters of payment, for a page that lists them. */
export const administrationParameters = [
  dueDay,
  covidDueDay,
  puPenaltyRate,
  covidPenaltyRate,
  bpuPenaltyRate,
] as const;
