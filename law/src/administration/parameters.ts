import { percent, type Rate } from '@payung/kernel';
import { parameter } from '../engine/parameter.ts';
import { rateText } from '../engine/text.ts';

const PP_44_2015 = { law: 'PP 44/2015' };
const KONTAN = {
  confidence: 'quoted',
  page: 'https://keuangan.kontan.co.id/news/siapa-yang-bayar-iuran-jkk-bpjs-ketenagakerjaan-ini-jawabannya?page=3',
} as const;
const ALKHAIRAAT = {
  confidence: 'quoted',
  page: 'https://media.alkhairaat.id/bpjamsostek-rp16-800-bagi-peserta-mandiri-dapat-dua-perlindungan-dan-bebas-denda',
} as const;

const CHECKED = '2026-11-20';

/** Day of the month by which a contribution is paid: of the following month for PU, of the month itself for BPU. */
export const dueDay = parameter<number>('admin.due_day', {
  label: { id: 'Tanggal paling lambat membayar iuran', en: 'Day by which contributions are paid' },
  unit: 'day of month',
  checked: CHECKED,
  show: (on) => ({ id: `tanggal ${on}`, en: `day ${on}` }),
  history: [['2015-07-01', 15, { ...PP_44_2015, ...KONTAN }]],
});

/** Fine on a late contribution of wage earners for each month, simple, borne by the employer. */
export const puPenaltyRate = parameter<Rate>('admin.penalty_rate.pu', {
  label: { id: 'Denda keterlambatan iuran PU', en: 'Fine on late contributions of wage earners' },
  unit: 'share of contribution per month',
  checked: CHECKED,
  show: rateText,
  history: [['2015-07-01', percent('2'), { ...PP_44_2015, article: 'Pasal 22', ...KONTAN }]],
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
export const administrationParameters = [dueDay, puPenaltyRate, bpuPenaltyRate] as const;
