import { formatRate, percent, type Rate, type Rupiah, rupiah } from '@payung/kernel';
import { parameter } from '../engine/parameter.ts';
import { rateText, rupiahText } from '../engine/text.ts';
import { bodyTable, scalpRange } from './body-table.ts';
import { careParameters } from './care-parameters.ts';
import { CHECKED, KOMPASIANA, PP_44_2015, PP_82_2019, RADAR, SCRIBD, UNREAD } from './sources.ts';

/** Monthly wages that a share of 100 % would be. */
export const wageMonths = parameter<number>('jkk.benefit.multiplier_months', {
  label: { id: 'Pengali santunan JKK', en: 'JKK multiplier' },
  unit: 'monthly wages',
  checked: CHECKED,
  show: (months) => ({ id: `${months} × upah sebulan`, en: `${months} monthly wages` }),
  history: [
    ['2015-07-01', 80, { ...PP_44_2015, ...RADAR }],
    ['2019-12-02', 80, { ...PP_82_2019, ...RADAR }],
  ],
});

/** Share for a death by a work accident. */
export const deathShare = parameter<Rate>('jkk.benefit.death_pct', {
  label: { id: 'Santunan meninggal JKK', en: 'JKK share for death' },
  unit: 'share of 80 monthly wages',
  checked: CHECKED,
  show: rateText,
  history: [
    ['2015-07-01', percent('60'), { ...PP_44_2015, ...UNREAD }],
    ['2019-12-02', percent('60'), { ...PP_82_2019, ...RADAR }],
  ],
});

/** Share for a total permanent disability. */
export const totalDisabilityShare = parameter<Rate>('jkk.benefit.total_permanent_pct', {
  label: { id: 'Santunan cacat total tetap JKK', en: 'JKK share for total permanent disability' },
  unit: 'share of 80 monthly wages',
  checked: CHECKED,
  show: rateText,
  history: [
    ['2015-07-01', percent('70'), { ...PP_44_2015, ...UNREAD }],
    ['2019-12-02', percent('70'), { ...PP_82_2019, ...RADAR }],
  ],
});

/** The periodic benefit of 24 months after a death or a total disability, paid at once. */
export const periodicBenefit = parameter<Rupiah>('jkk.benefit.berkala', {
  label: { id: 'Santunan berkala JKK, dibayar sekaligus', en: 'JKK periodic benefit, paid at once' },
  unit: 'IDR',
  checked: CHECKED,
  show: rupiahText,
  history: [
    ['2015-07-01', rupiah(4_800_000), { ...PP_44_2015, ...UNREAD }],
    ['2019-12-02', rupiah(12_000_000), { ...PP_82_2019, ...RADAR }],
  ],
});

/** Paid to whoever buried the member. */
export const funeralCost = parameter<Rupiah>('jkk.benefit.funeral', {
  label: { id: 'Biaya pemakaman JKK', en: 'JKK funeral cost' },
  unit: 'IDR',
  checked: CHECKED,
  show: rupiahText,
  history: [
    ['2015-07-01', rupiah(3_000_000), { ...PP_44_2015, ...UNREAD }],
    ['2019-12-02', rupiah(10_000_000), { ...PP_82_2019, ...RADAR }],
  ],
});

/** Share of the wage while unable to work, in months 1–6, 7–12 and every later one. */
export type IncapacityShares = { readonly first6: Rate; readonly next6: Rate; readonly later: Rate };

/** The months of a temporary incapacity after which the share changes. */
export const HALF_YEAR = 6;
/** As `HALF_YEAR`. */
export const YEAR = 12;

/** The share of a month, counted from 0. */
export function shareOfMonth({ first6, next6, later }: IncapacityShares, month: number): Rate {
  if (month >= YEAR) return later;
  return month < HALF_YEAR ? first6 : next6;
}

/** What replaces the wage of a member who cannot work for a time (STMB). */
export const incapacityShares = parameter<IncapacityShares>('jkk.benefit.stmb', {
  label: { id: 'STMB per bulan ke-1–6, 7–12, 13+', en: 'Temporary incapacity, months 1–6, 7–12, 13+' },
  unit: 'share of monthly wage',
  checked: CHECKED,
  show: ({ first6, next6, later }) => ({
    id: [first6, next6, later].map((share) => formatRate(share, 'id')).join(', '),
    en: [first6, next6, later].map((share) => formatRate(share, 'en')).join(', '),
  }),
  history: [
    ['2015-07-01', shares('100', '75', '50'), { ...PP_44_2015, ...UNREAD }],
    ['2019-12-02', shares('100', '100', '50'), { ...PP_82_2019, ...KOMPASIANA }],
  ],
});

/** How many days of an incomplete month are paid as a whole one. Practice: no article says how such a month is paid. */
export const incapacityMonthDays = parameter<number>('jkk.benefit.stmb_month_days', {
  label: { id: 'Hari dalam sebulan untuk STMB', en: 'Days of a month of temporary incapacity' },
  unit: 'days',
  checked: CHECKED,
  show: (days) => ({ id: `upah sebulan dibagi ${days}`, en: `monthly wage divided by ${days}` }),
  history: [['2015-07-01', 30, { law: 'PP 44/2015', confidence: 'convention' }]],
});

/** The most that is paid for one transport over land. Each mode has its own cap. */
export const landCap = parameter<Rupiah>('jkk.benefit.transport_cap.land', {
  label: { id: 'Batas biaya angkutan darat', en: 'Cap on transport by land' },
  unit: 'IDR/case',
  checked: CHECKED,
  show: rupiahText,
  history: [
    ['2015-07-01', rupiah(1_000_000), { ...PP_44_2015, ...UNREAD }],
    ['2019-12-02', rupiah(5_000_000), { ...PP_82_2019, ...SCRIBD }],
  ],
});

/** The most that is paid for one transport over sea. */
export const seaCap = parameter<Rupiah>('jkk.benefit.transport_cap.sea', {
  label: { id: 'Batas biaya angkutan laut', en: 'Cap on transport by sea' },
  unit: 'IDR/case',
  checked: CHECKED,
  show: rupiahText,
  history: [
    ['2015-07-01', rupiah(1_500_000), { ...PP_44_2015, ...UNREAD }],
    ['2019-12-02', rupiah(2_000_000), { ...PP_82_2019, ...KOMPASIANA }],
  ],
});

/** The most that is paid for one transport by air. */
export const airCap = parameter<Rupiah>('jkk.benefit.transport_cap.air', {
  label: { id: 'Batas biaya angkutan udara', en: 'Cap on transport by air' },
  unit: 'IDR/case',
  checked: CHECKED,
  show: rupiahText,
  history: [
    ['2015-07-01', rupiah(2_500_000), { ...PP_44_2015, ...UNREAD }],
    ['2019-12-02', rupiah(10_000_000), { ...PP_82_2019, ...KOMPASIANA }],
  ],
});

/** All parameters of JKK benefits, for a page that lists them; the disability table row by row. */
export const jkkParameters = [
  wageMonths,
  deathShare,
  totalDisabilityShare,
  periodicBenefit,
  funeralCost,
  incapacityShares,
  incapacityMonthDays,
  landCap,
  seaCap,
  airCap,
  ...careParameters,
  ...bodyTable.values(),
  scalpRange,
] as const;

function shares(first6: string, next6: string, later: string): IncapacityShares {
  return { first6: percent(first6), next6: percent(next6), later: percent(later) };
}
